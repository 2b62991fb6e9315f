import LureText
import Testing

private let scanner = FactScanner()

/// Facts of a text, each as "kind: original words".
private func facts(in text: String) -> [String] {
    let folded = Folder().fold(text)
    var found: [Fact] = []
    folded.bytes.withUnsafeBufferPointer { scanner.scan($0, into: &found) }
    let original = Array(text.utf8)
    return found.map { fact in
        let span = folded.map.sourceSpan(of: fact.span)
        return describe(fact.kind) + ": "
            + String(decoding: original[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }
}

private func describe(_ kind: Fact.Kind) -> String {
    switch kind {
    case .money(let money):
        let amount =
            money.lower == money.upper ? plain(money.lower) : plain(money.lower) + "-" + plain(money.upper)
        let currency = money.currency.map { " \($0)" } ?? ""
        return amount + currency + (money.period.map { "/\($0)" } ?? "")
    case .age(let lower, let upper):
        return "age \(lower.map(String.init) ?? "")-\(upper.map(String.init) ?? "")"
    case .contact(let channel): return channel.name
    }
}

private func plain(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
}

@Test(
    "an amount keeps its currency, range and period",
    arguments: [
        // English
        ("Pay is $1,500 per month.", "1500 usd/month: $1,500 per month"),
        ("USD 800-1200/month plus bonus", "800-1200 usd/month: USD 800-1200/month"),
        ("earn 3k usd monthly", "3000 usd/month: 3k usd monthly"),
        ("salary 15-20k", "15000-20000: 15-20k"),
        ("€50 a day cash", "50 eur/day: €50 a day"),
        ("Salary 1200-1800 USD/month", "1200-1800 usd/month: 1200-1800 USD/month"),
        ("we pay 500 USDT", "500 usdt: 500 USDT"),
        // Chinese, both scripts
        ("月薪3万", "30000/month: 3万"), ("月入3-5万元", "30000-50000 cny/month: 3-5万元"),
        ("日结500块", "500 cny/day: 500块"), ("薪水五万", "50000: 五万"),
        ("底薪1.2万U", "12000 usdt: 1.2万U"), ("月薪10000-15000元", "10000-15000 cny/month: 10000-15000元"),
        ("薪資兩千美金", "2000 usd: 兩千美金"),
        // Vietnamese
        ("lương 40 triệu/tháng", "40000000/month: 40 triệu/tháng"), ("thu nhập 30tr", "30000000: 30tr"),
        ("20 củ 1 tháng", "20000000/month: 20 củ 1 tháng"), ("500k/ngày", "500000/day: 500k/ngày"),
        ("lương 15-20 triệu", "15000000-20000000: 15-20 triệu"),
        ("800 đô một tháng", "800 usd/month: 800 đô một tháng"),
        // Thai
        ("เงินเดือน 25,000 บาท", "25000 thb/month: 25,000 บาท"),
        ("รายได้ 25,000 - 40,000 บาท/เดือน", "25000-40000 thb/month: 25,000 - 40,000 บาท/เดือน"),
        ("วันละ 500 บาท", "500 thb/day: 500 บาท"), ("เดือนละ 3 หมื่น", "30000/month: 3 หมื่น"),
        ("เงินเดือนสามหมื่น", "30000/month: สามหมื่น"), ("จ่าย 800 ดอลลาร์", "800 usd: 800 ดอลลาร์"),
        // Indonesian and Malay
        ("gaji 10 juta/bulan", "10000000/month: 10 juta/bulan"), ("gaji 5jt", "5000000: 5jt"),
        ("Rp 4.500.000 per bulan", "4500000 idr/month: Rp 4.500.000 per bulan"),
        ("100rb per hari", "100000/day: 100rb per hari"),
        ("RM 5000 sebulan", "5000 myr/month: RM 5000 sebulan"),
        ("gaji RM2,500 - RM3,500", "2500-3500 myr: RM2,500 - RM3,500"),
        ("RM150 sehari", "150 myr/day: RM150 sehari"),
        // Tagalog
        ("sahod 25k-35k kada buwan", "25000-35000/month: 25k-35k kada buwan"),
        ("₱ 18,000 buwanan", "18000 php/month: ₱ 18,000 buwanan"),
        ("25 thousand pesos", "25000 php: 25 thousand pesos"),
        ("500 pesos kada araw", "500 php/day: 500 pesos kada araw"),
        // Khmer
        ("ប្រាក់ខែ 1000 ដុល្លារ", "1000 usd/month: 1000 ដុល្លារ"), ("៣០០ ដុល្លារ", "300 usd: ៣០០ ដុល្លារ"),
        ("1000$ ក្នុងមួយខែ", "1000 usd/month: 1000$ ក្នុងមួយខែ"),
        // Hindi, both scripts
        ("वेतन ₹30,000 प्रति माह", "30000 inr/month: ₹30,000 प्रति माह"), ("सैलरी 2 लाख", "200000: 2 लाख"),
        ("18000 रुपये महीना", "18000 inr/month: 18000 रुपये महीना"), ("50 हज़ार महीना", "50000/month: 50 हज़ार महीना"),
        ("salary 2 lakh", "200000: 2 lakh"), ("50 hazar har mahine", "50000/month: 50 hazar har mahine"),
        ("25k per month milega", "25000/month: 25k per month"),
        // Russian
        ("зарплата 100 тыс. руб", "100000 rub: 100 тыс. руб"),
        ("от 150 000 ₽ в месяц", "150000 rub/month: 150 000 ₽ в месяц"),
        ("2000$ в месяц", "2000 usd/month: 2000$ в месяц"), ("от 1500 долларов", "1500 usd: 1500 долларов"),
        // Japanese
        ("月給30万円", "300000 jpy/month: 30万円"), ("日給2万", "20000/day: 2万"),
        ("時給1,200円", "1200 jpy/hour: 1,200円"),
        ("月収50万円以上", "500000 jpy/month: 50万円"),
        // Korean
        ("월 500만원", "5000000 krw/month: 500만원"), ("일당 30만", "300000/day: 30만"),
        ("월급 240만원", "2400000 krw/month: 240만원"),
        ("시급 12,000원", "12000 krw/hour: 12,000원"),
        // Others
        ("sueldo de 1.500 dólares al mes", "1500 usd/month: 1.500 dólares al mes"),
        ("R$ 3.000 por mês", "3000 brl/month: R$ 3.000 por mês"),
        ("1500 euros par mois", "1500 eur/month: 1500 euros par mois"),
        ("راتب 1500 دولار شهريا", "1500 usd/month: 1500 دولار شهريا"),
        ("বেতন ৫০০০০ টাকা", "50000 bdt: ৫০০০০ টাকা"), ("cent 1500 u", ""),
        ("月入三十万", "300000/month: 三十万"),
        ("P25,000-35,000 monthly", "25000-35000 php/month: P25,000-35,000 monthly"),
        ("5000 pesos mxn", "5000 mxn: 5000 pesos mxn"),
    ])
func amounts(_ text: String, _ expected: String) {
    #expect(facts(in: text) == (expected.isEmpty ? [] : [expected]))
}

@Test(
    "an age is told from other numbers",
    arguments: [
        ("18-35 years old", "age 18-35: 18-35 years old"), ("Age: 20 to 30", "age 20-30: 20 to 30"),
        ("年龄18-40岁", "age 18-40: 18-40岁"), ("tuổi từ 18-35", "age 18-35: 18-35"),
        ("18 tuổi trở lên", "age 18-18: 18 tuổi"),
        ("อายุ 20-35 ปี", "age 20-35: 20-35 ปี"), ("usia 18-35 tahun", "age 18-35: 18-35 tahun"),
        ("umur 21 tahun", "age 21-21: 21 tahun"),
        ("edad 18-35", "age 18-35: 18-35"), ("उम्र 18-35", "age 18-35: 18-35"),
        ("umar 18 se 30", "age 18-30: 18 se 30"),
        ("возраст от 18 до 40 лет", "age 18-40: 18 до 40 лет"), ("20~35세", "age 20-35: 20~35세"),
        ("20-30歳", "age 20-30: 20-30歳"),
        ("អាយុ ១៨", "age 18-18: ១៨"), ("18+ only", "age 18-: 18+"), ("age 21+", "age 21-: 21+"),
    ])
func ages(_ text: String, _ expected: String) {
    #expect(facts(in: text) == [expected])
}

@Test(
    "times of day and ranges of amounts are no telephone numbers",
    arguments: ["直落 0930-1830 彈性", "กะ 07.00-15.00 น.", "2145-0715", "trợ cấp 22.000–34.000 Đài tệ"])
func ranges(_ text: String) {
    #expect(facts(in: text).filter { $0.hasPrefix("phone") } == [])
}

@Test(
    "a contact is found with its channel",
    arguments: [
        ("Contact Telegram only: @example_hr", "telegram: @example_hr"),
        ("join https://t.me/example_jobs now", "telegram: https://t.me/example_jobs"),
        ("t.me/example_jobs", "telegram: t.me/example_jobs"), ("tg: example_hr2", "telegram: example_hr2"),
        ("飞机：example_hr", "telegram: example_hr"),
        ("WhatsApp +1 555 0100 123", "whatsapp: +1 555 0100 123"),
        ("wa.me/15550100", "whatsapp: wa.me/15550100"),
        ("Line ID: example123", "line: example123"), ("ทักไลน์ @example123", "line: @example123"),
        ("加微信 abc12345", "wechat: abc12345"),
        ("vx：example_88", "wechat: example_88"), ("zalo 0905550100", "zalo: 0905550100"),
        ("카톡 아이디 example77", "kakaotalk: example77"),
        ("mail hr@example.com please", "email: hr@example.com"),
        ("see www.example.org/jobs.", "url: www.example.org/jobs"),
        ("apply at careers.example.com", "url: careers.example.com"),
        ("call 09xx xxx xxx", "phone: 09xx xxx xxx"),
        ("+855 12 555 0100", "phone: +855 12 555 0100"), ("Signal: example.77", "signal: example.77"),
        ("pay to TXyz1234567890abcdefghijkLMNOPqrst", "wallet: TXyz1234567890abcdefghijkLMNOPqrst"),
        ("write to @example_hr", "handle: @example_hr"),
        ("t[.]me/example_jobs", "telegram: t[.]me/example_jobs"),
        ("hr (at) example (dot) com", "email: hr (at) example (dot) com"),
        ("example (dot) com/jobs", "url: example (dot) com/jobs"),
    ])
func contacts(_ text: String, _ expected: String) {
    #expect(facts(in: text) == [expected])
}

@Test(
    "what only looks like a fact gives none",
    arguments: [
        "in 2026 we moved", "born 12/05/1999", "open 9:30 - 17:00", "room 204", "50% off",
        "3 years experience", "2 years contract",
        "5 people needed", "2025年成立", "第3期", "version 1.2.3", "only 5 slots", "8 hours a day",
        "6 days a week", "line up here please",
        "telegram only", "signal us when ready", "a@b", "e.g. this", "i.e. that", "3 bedrooms", "iPhone 15",
        "No. 7 Example Street",
        "the 1990s", "100m sprint", "1 + 1 = 2", "page 3 of 10", "grade 12", "K-pop", "4x4 car", "24/7",
        "at 10 am", "bus 45",
        "ห้อง 204", "8 giờ sáng", "we won 3 awards", "a real 5 star hotel", "lost 20 pounds", "8時間勤務", "3년 경력",
        "опыт 3 года", "pengalaman 2 tahun", "5 orang", "6 na araw", "3 दिन बाद",
    ])
func nearMisses(_ text: String) {
    #expect(facts(in: text) == [])
}

@Test("any bytes give facts in order, apart from each other, on scalar boundaries")
func soup() {
    var random = SeededGenerator(state: 5)
    let pieces = [
        "1", "0", "9", "$", "@", "+", ".", ",", "-", " ", "k", "万", "usd", "tg", ":", "t.me/", "www.", "岁",
        "é", "🔥", "x", "/",
    ]
    for _ in 0..<3_000 {
        let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? ""
        }
        let folded = Folder().fold(text.joined())
        var found: [Fact] = []
        folded.bytes.withUnsafeBufferPointer { scanner.scan($0, into: &found) }
        var end: UInt32 = 0
        for fact in found {
            #expect(fact.span.start >= end && fact.span.start < fact.span.end)
            #expect(Int(fact.span.end) <= folded.bytes.count)
            end = fact.span.end
            for offset in [fact.span.start, fact.span.end] where Int(offset) < folded.bytes.count {
                #expect(folded.bytes[Int(offset)] & 0xC0 != 0x80)
            }
        }
    }
}

@Test(
    "a megabyte of what looks like facts is read to its end",
    arguments: ["1", "@", "1,", "1-", "t.", "a@", "+1 ", "9 ", "月薪", "$"])
func linear(_ unit: String) {
    let text = Array(String(repeating: unit, count: (1 << 20) / unit.utf8.count).utf8)
    var found: [Fact] = []
    text.withUnsafeBufferPointer { scanner.scan($0, into: &found) }

    #expect(found.allSatisfy { Int($0.span.end) <= text.count })
}

@Test(
    "a contact's value is what can be compared",
    arguments: [
        ("write @example_hr", "example_hr"), ("https://t.me/example_jobs", "t.me/example_jobs"),
        ("+1 (555) 010-0123", "+15550100123"),
    ])
func values(_ text: String, _ expected: String) {
    let folded = Folder().fold(text)
    var found: [Fact] = []
    folded.bytes.withUnsafeBufferPointer { scanner.scan($0, into: &found) }

    #expect(
        folded.bytes.withUnsafeBufferPointer { bytes in found.map { ContactValue.value(of: $0, in: bytes) } }
            == [expected])
}
