/// Seeded texts that have broken text code before: mixed scripts, disguises, emoji, combining marks, ill-formed
/// bytes.
struct NastyTexts {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
    private mutating func random(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }

    private static let phrases = [
        "free air ticket", "FREE TICKET", "give passport to office", "Sihanoukville", "no experience needed",
        "salary 1500 USD per month", "包吃包住", "护照统一保管", "西港", "高薪招聘", "護照公司保管", "việc nhẹ lương cao",
        "bao ăn ở", "giữ hộ chiếu", "งานง่าย รายได้ดี", "ยึดพาสปอร์ต", "ทำงานปอยเปต", "gaji besar tanpa pengalaman",
        "paspor dipegang perusahaan", "malaking sahod", "ប្រាក់ខែខ្ពស់", "ក្រុងព្រះសីហនុ", "मोटी सैलरी", "पासपोर्ट जमा करना होगा",
        "passport company rakhegi", "высокая зарплата без опыта", "паспорт сдать", "パスポートを預かる", "航空券支給",
        "여권 보관", "고수익 알바", "t.me/example_jobs", "@example_hr", "whatsapp +1 555 0100", "line id example123",
        "never charge a fee", "Is this real?", "they do not let us go", "18-35 years old", "3万", "40 triệu",
        "جواز السفر", "පාස්පෝට්", "பாஸ்போர்ட்", "ফ্রি টিকেট", "ໜັງສືຜ່ານແດນ", "ပတ်စပို့သိမ်း", "የአውሮፕላን ቲኬት",
    ]
    private static let glue = [
        " ", " ", " ", ", ", ". ", "!\n", "\n\n", "\t", "、", "。", "\u{3000}", "\u{200B}", "\u{200D}",
        "\u{202E}", "\u{2066}",
        "👨‍👩‍👧‍👦", "✅", "🇰🇭", "🔥🔥", "e\u{301}\u{323}\u{327}", "\u{0}", "ﬁ", "Ａ", "１５００", "\u{FEFF}", "&amp;", "…",
        "\u{1F3FD}",
    ]

    /// One text as bytes; about one in eight holds ill-formed UTF-8.
    mutating func next() -> [UInt8] {
        var text = ""
        for _ in 0..<random(8) + 1 {
            text += disguised(Self.phrases[random(Self.phrases.count)])
            text += Self.glue[random(Self.glue.count)]
        }
        var bytes = Array(text.utf8)
        if random(8) == 0 {
            for _ in 0..<random(4) + 1 { bytes[random(bytes.count)] = UInt8(random(256)) }
        }
        return bytes
    }

    private mutating func disguised(_ phrase: String) -> String {
        switch random(9) {
        case 0: return phrase.map(String.init).joined(separator: "\u{200B}")
        case 1: return phrase.map(String.init).joined(separator: " ")
        case 2: return phrase.map(String.init).joined(separator: ".")
        case 3: return String(phrase.map { fullWidth($0) })
        case 4: return phrase.replacing("a", with: "а").replacing("o", with: "о")
        case 5: return phrase.uppercased()
        case 6: return phrase.replacing("e", with: "3").replacing("i", with: "1")
        default: return phrase
        }
    }

    private func fullWidth(_ character: Character) -> Character {
        guard let ascii = character.asciiValue, ascii > 0x20,
            let scalar = Unicode.Scalar(UInt32(ascii) + 0xFEE0)
        else { return character }
        return Character(scalar)
    }
}
