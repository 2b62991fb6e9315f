import HummingbirdCore
import LureScreen
import LureText
import NIOCore

/// `GET /v1/languages`: what can be screened, and in what the pages can be read.
struct LanguagesEndpoint {
    let site: Site

    func answer(_ call: Call) -> Response {
        var json = JSONBuffer()
        json.raw("{\"screened\":[")
        for (place, language) in Language.allCases.enumerated() {
            if place > 0 { json.raw(",") }
            json.raw("{\"code\":")
            json.string(language.code)
            json.raw(",\"name\":")
            json.string(Self.ownName(of: language))
            json.raw("}")
        }
        json.raw("],\"interface\":[")
        for (place, tag) in site.files.names(in: "web/languages/", ending: ".json").enumerated() {
            if place > 0 { json.raw(",") }
            json.string(tag)
        }
        json.raw("]}")
        return FilesEndpoint.answer(WebFile(type: MediaType.json, content: ByteBuffer(json)), to: call)
    }

    /// As its speakers write it.
    private static func ownName(of language: Language) -> String {
        switch language {
        case .english: "English"
        case .chineseSimplified: "简体中文"
        case .chineseTraditional: "繁體中文"
        case .vietnamese: "Tiếng Việt"
        case .thai: "ไทย"
        case .indonesian: "Bahasa Indonesia"
        case .malay: "Bahasa Melayu"
        case .tagalog: "Tagalog"
        case .khmer: "ខ្មែរ"
        case .hindi: "हिन्दी"
        case .hindiLatin: "Hindi (Latin)"
        case .russian: "Русский"
        case .japanese: "日本語"
        case .korean: "한국어"
        case .bengali: "বাংলা"
        case .urdu: "اردو"
        case .urduLatin: "Urdu (Latin)"
        case .nepali: "नेपाली"
        case .burmese: "မြန်မာ"
        case .lao: "ລາວ"
        case .tamil: "தமிழ்"
        case .sinhala: "සිංහල"
        case .arabic: "العربية"
        case .amharic: "አማርኛ"
        case .swahili: "Kiswahili"
        case .mongolian: "Монгол"
        case .spanish: "Español"
        case .portuguese: "Português"
        case .french: "Français"
        }
    }
}
