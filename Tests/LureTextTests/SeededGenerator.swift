/// Random numbers that are the same in every run (SplitMix64, Steele et al., OOPSLA 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}

/// Texts made to break folding: scripts mixed, marks piled up, invisible and broken bytes.
enum NastyText {
    private static let pieces: [String] = [
        "Hello WORLD", "a  b", " ", "\n", "\r\n", "\t", "\u{A0}", "\u{3000}", "\u{2028}", "\u{85}", "\u{0}",
        "\u{7F}",
        "e\u{301}", "\u{301}", "\u{308}\u{345}", "\u{306}", "и\u{306}", "И\u{323}\u{306}", "й", "Ёё",
        "Привет",
        "đĐøŁıİ", "Tiếng Việt", "ế", "ﬁ", "ß", "ẞ", "Ǆ", "\u{1E9B}\u{323}", "ΆΣς", "\u{37A}", "´", "’", "“",
        "–", "—", "…",
        "か", "\u{3099}", "\u{309A}", "が", "ｶﾞ", "ﾊﾟ", "ー", "゛", "株式会社", "㈱", "㍿", "高薪招聘", "國際電話", "臺灣",
        "한국", "\u{1100}", "\u{1161}", "\u{11A8}", "ㄱ", "ㅏ", "ㅋㅋ", "ﾡ", "각", "가", "\u{3164}",
        "ไทย", "น้ำ", "\u{E33}", "\u{E38}\u{E48}", "\u{E48}\u{E38}", "ລາວ", "ຳ", "ភាសា", "\u{17D2}", "မြန်မာ",
        "\u{102E}", "ဥ",
        "हिन्दी", "\u{93C}", "क़", "\u{94D}", "বাংলা", "\u{9C7}", "\u{9BE}", "\u{9D7}", "தமிழ்", "\u{BC6}", "\u{BBE}",
        "සිංහල",
        "\u{DD9}", "\u{DCF}", "\u{DCA}", "العربية", "\u{64B}\u{651}", "\u{640}", "أإآ", "یکہھ", "ﷺ", "ﷲ",
        "አማርኛ", "፡", "ሐኀሠዐፀ",
        "１２３ＡＢＣ", "𝐀𝓫", "①", "½", "²", "ⓐ", "🅰", "٣४๕", "\u{200B}", "\u{200D}", "\u{200C}", "\u{AD}",
        "\u{FE0F}",
        "\u{34F}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{E0061}", "👨\u{200D}👩\u{200D}👧", "🇹🇭", "👍🏽",
        "1\u{FE0F}\u{20E3}",
        "\u{FFFD}", "\u{10FFFF}", "\u{F8FF}", "\u{1D165}\u{1D16E}", "\u{5B0}\u{591}", "\u{F71}\u{F72}",
        "\u{0344}", "\u{2126}",
        "\u{1D15F}", "\u{FB1D}", "\u{958}", "\u{2ADC}", "\u{338}", "\u{11131}\u{11127}", "\u{110BA}",
    ]

    private static let broken: [[UInt8]] = [
        [0x80], [0xC0, 0xAF], [0xE0, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x90, 0x80], [0xF5], [0xE2, 0x82],
        [0xFF],
        [0xF4, 0x90, 0x80, 0x80], [0xC3], [0xEF, 0xBF],
    ]

    static func make(_ seed: UInt64) -> [UInt8] {
        var generator = SeededGenerator(state: seed)
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...24, using: &generator) {
            switch Int.random(in: 0..<12, using: &generator) {
            case 0: bytes += broken.randomElement(using: &generator) ?? []
            case 1:
                let scalar = Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &generator)) ?? "x"
                bytes += Array(String(scalar).utf8)
            case 2:
                let mark = Unicode.Scalar(UInt32.random(in: 0x300...0x1FFF, using: &generator)) ?? "x"
                for _ in 0..<Int.random(in: 1...40, using: &generator) { bytes += Array(String(mark).utf8) }
            default: bytes += Array((pieces.randomElement(using: &generator) ?? "").utf8)
            }
        }
        return bytes
    }
}
