internal import CLureSupport

/// Writing systems as far as they tell languages; the raw values are those of the generated table.
enum Writing: UInt8, CaseIterable {
    case other, latin, cyrillic, arabic, devanagari, bengali, tamil, sinhala, thai, lao, burmese, ethiopic,
        khmer
    case kana, han, hangul

    /// The one language that is written so, if it is only one.
    var language: Language? {
        switch self {
        case .bengali: .bengali
        case .tamil: .tamil
        case .sinhala: .sinhala
        case .thai: .thai
        case .lao: .lao
        case .burmese: .burmese
        case .ethiopic: .amharic
        case .khmer: .khmer
        case .kana: .japanese
        case .hangul: .korean
        case .other, .latin, .cyrillic, .arabic, .devanagari, .han: nil
        }
    }

    /// Scalars that carry as much as a word of English: estimated on training texts that say the same.
    var scalarsPerWord: Int {
        switch self {
        case .han: 2
        case .hangul, .kana, .ethiopic: 3
        default: 5
        }
    }
}

/// What speaks for each language in one text: numbers that others keep, all of them sums.
///
/// Invariant: the pointers lead into one memory of `size` numbers.
struct LanguageEvidence {
    /// By `Language`: sums of weights of its words and letters.
    let scores: UnsafeMutablePointer<UInt32>
    /// By `Language`: words and letters that spoke for it.
    let counts: UnsafeMutablePointer<UInt32>
    /// By `Writing`: scalars beyond ASCII in the original text.
    let scalars: UnsafeMutablePointer<UInt32>
    /// The rest.
    private let others: UnsafeMutablePointer<UInt32>

    static let languageCount = Language.allCases.count
    private static let writingCount = Writing.allCases.count
    static let size = 2 * languageCount + writingCount + 6

    /// - Parameter memory: `size` zeroes.
    init(_ memory: UnsafeMutablePointer<UInt32>) {
        scores = memory
        counts = memory + Self.languageCount
        scalars = memory + 2 * Self.languageCount
        others = scalars + Self.writingCount
    }

    /// Latin words of letters, and those of them that are listed for some language.
    var latinWords: Int { Int(others[0]) }
    var knownLatinWords: Int { Int(others[1]) }
    /// Han characters of simplified, traditional and Japanese writing only.
    var simplified: Int { Int(others[2]) }
    var traditional: Int { Int(others[3]) }
    var japanese: Int { Int(others[4]) }
    /// Cyrillic letters of languages that are not known here.
    var foreignCyrillic: Int { Int(others[5]) }

    @inline(__always)
    func addLatinWord() { others[0] &+= 1 }
    @inline(__always)
    func addKnownLatinWord() { others[1] &+= 1 }
    /// - Parameter kind: 1 simplified, 2 traditional, 3 Japanese.
    @inline(__always)
    func addHan(_ kind: UInt8) { others[Int(kind) + 1] &+= 1 }
    func addForeignCyrillic() { others[5] &+= 1 }

    func score(_ language: Language) -> Int { Int(scores[Int(language.rawValue)]) }

    func count(_ language: Language) -> Int { Int(counts[Int(language.rawValue)]) }

    func scalarCount(_ writing: Writing) -> Int { Int(scalars[Int(writing.rawValue)]) }

    @inline(__always)
    func add(_ language: Language, _ weight: UInt32) {
        scores[Int(language.rawValue)] &+= weight
        counts[Int(language.rawValue)] &+= 1
    }
}

/// Reads scripts and deciding letters off the original text.
struct LetterReader {
    private let writings: UnsafePointer<UInt8> = lure_writings()
    private let hanKinds: UnsafePointer<UInt8> = lure_han_kinds()
    private let telling: UnsafePointer<UInt64> = lure_telling()

    /// - Parameter text: any bytes; ill-formed ones count for nothing.
    func read(_ text: UnsafeBufferPointer<UInt8>, into evidence: LanguageEvidence) {
        guard let base = text.baseAddress else { return }
        let count = text.count
        var offset = 0
        while offset < count {
            let first = base[offset]
            if first < 0x80 {
                offset = offset &+ 1
                while offset &+ 8 <= count {
                    let word = UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self)
                    let high = word.littleEndian & 0x8080_8080_8080_8080
                    offset = offset &+ high.trailingZeroBitCount &>> 3
                    if high != 0 { break }
                }
            } else if first &- 0xE0 < 0x10, offset &+ 3 <= count {
                var next = first
                repeat {
                    let block = Int(next & 0x0F) &<< 6 | Int(base[offset &+ 1] & 0x3F)
                    note(block, base[offset &+ 2], evidence)
                    offset = offset &+ 3
                    guard offset &+ 3 <= count else { break }
                    next = base[offset]
                } while next &- 0xE0 < 0x10
            } else if first >= 0xC2, first < 0xE0, offset &+ 2 <= count {
                note(Int(first & 0x1F), base[offset &+ 1], evidence)
                offset = offset &+ 2
            } else {
                // Beyond the basic plane: Han of planes 2 and 3 is too rare to tell anything.
                offset = offset &+ 1
            }
        }
    }

    /// - Parameters:
    ///   - block: the scalar's upper bits.
    ///   - last: its last byte, with the six lower ones.
    @inline(__always)
    private func note(_ block: Int, _ last: UInt8, _ evidence: LanguageEvidence) {
        let writing = writings[block]
        evidence.scalars[Int(writing)] &+= 1
        guard telling[block] &>> UInt64(last) & 1 != 0 else { return }
        noteTelling(writing, UInt32(truncatingIfNeeded: block) &<< 6 | UInt32(last & 0x3F), evidence)
    }

    /// Whether a scalar of the basic plane is a letter that `noteTelling` does something with.
    @inline(__always)
    func mayTell(_ scalar: UInt32) -> Bool { telling[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 != 0 }

    /// Reads a letter that may tell a language of its writing.
    @inline(never)
    func noteTelling(_ writing: UInt8, _ scalar: UInt32, _ evidence: LanguageEvidence) {
        switch writing {
        case Writing.han.rawValue: noteHan(scalar, evidence)
        case Writing.latin.rawValue: noteLatin(scalar, evidence)
        case Writing.arabic.rawValue: noteArabic(scalar, evidence)
        case Writing.cyrillic.rawValue: noteCyrillic(scalar, evidence)
        default: break
        }
    }

    @inline(__always)
    private func noteHan(_ scalar: UInt32, _ evidence: LanguageEvidence) {
        guard scalar >= UInt32(LURE_HAN_FIRST), scalar <= UInt32(LURE_HAN_LAST) else { return }
        let index = Int(scalar) - Int(LURE_HAN_FIRST)
        let kind = hanKinds[index >> 2] >> UInt8(2 * (index & 3)) & 3
        if kind != 0 { evidence.addHan(kind) }
    }

    private func noteLatin(_ scalar: UInt32, _ evidence: LanguageEvidence) {
        switch scalar {
        // ă đ ĩ ũ ơ ư, letters with two marks, and the marks themselves in decomposed text.
        case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0,
            0x1EA0...0x1EF9,
            0x309, 0x31B, 0x323:
            evidence.add(.vietnamese, 4)
        case 0xD1, 0xF1: evidence.add(.spanish, 3)
        case 0xC3, 0xD5, 0xE3, 0xF5: evidence.add(.portuguese, 3)
        case 0xC7, 0xE7:
            evidence.add(.portuguese, 2)
            evidence.add(.french, 2)
        case 0xC8, 0xCB, 0xCE, 0xD9, 0xDB, 0xE8, 0xEB, 0xEE, 0xF9, 0xFB, 0x152, 0x153:
            evidence.add(.french, 3)
        default: break
        }
    }

    private func noteArabic(_ scalar: UInt32, _ evidence: LanguageEvidence) {
        switch scalar {
        // ٹ ڈ ڑ ے ں ہ ھ ۓ: Urdu and no other large language.
        case 0x679, 0x688, 0x691, 0x6D2, 0x6BA, 0x6C1, 0x6BE, 0x6D3: evidence.add(.urdu, 3)
        // گ ک ی پ چ ژ: Persian too.
        case 0x6AF, 0x6A9, 0x6CC, 0x67E, 0x686, 0x698: evidence.add(.urdu, 1)
        // ة ى أ إ ك ي.
        case 0x629, 0x649, 0x623, 0x625, 0x643, 0x64A: evidence.add(.arabic, 2)
        default: break
        }
    }

    private func noteCyrillic(_ scalar: UInt32, _ evidence: LanguageEvidence) {
        switch scalar {
        // ө ү.
        case 0x4E8, 0x4E9, 0x4AE, 0x4AF: evidence.add(.mongolian, 4)
        // і ї є ґ ў, Serbian and Macedonian letters, Kazakh қ ғ ң ұ һ ә, Tajik ҷ ӣ ӯ.
        case 0x404, 0x406, 0x407, 0x40E, 0x454, 0x456, 0x457, 0x45E, 0x490, 0x491, 0x402, 0x403, 0x405,
            0x408...0x40C,
            0x40F, 0x452, 0x453, 0x455, 0x458...0x45C, 0x45F, 0x492, 0x493, 0x49A, 0x49B, 0x4A2, 0x4A3, 0x4B0,
            0x4B1,
            0x4BA, 0x4BB, 0x4D8, 0x4D9, 0x4B6, 0x4B7, 0x4E2, 0x4E3, 0x4EE, 0x4EF:
            evidence.addForeignCyrillic()
        default: break
        }
    }
}
