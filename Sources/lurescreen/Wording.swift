import LureRules
import LureScreen
import LureText

/// The sentences people are shown, in one place. They say what a text shows, never what it is.
enum Wording {
    static func headline(_ assessment: Assessment) -> (symbol: String, title: String, color: String) {
        if assessment.kind == .distress { return ("!", "SOMEONE MAY BE IN DANGER NOW", "1;35") }
        if assessment.kind == .question, assessment.band == .low {
            return ("?", "A QUESTION ABOUT AN OFFER", "1;33")
        }
        switch assessment.band {
        case .high: return ("▲", "MATCHES DOCUMENTED HIGH-RISK PATTERNS", "1;31")
        case .caution: return ("◆", "CHECK BEFORE YOU ACT", "1;33")
        case .low: return ("○", "NO DOCUMENTED PATTERN FOUND", "1;36")
        default: return ("?", "NO VERDICT", "1;37")
        }
    }

    static func summary(_ assessment: Assessment) -> String {
        switch (assessment.kind, assessment.band) {
        case (.distress, _): distress
        case (.warning, .low): "This looks like a warning, a report or advice about job traps, not an offer."
        case (.warning, _):
            "This reads like a warning, but it also carries an offer with a contact of its own; the offer is what was scored."
        case (.question, .low):
            "It is right to ask before travelling, paying or sending documents. Only a message itself gets a verdict, not what is told about it: paste the whole offer, with its contact. Whoever is asked should check the points below."
        case (.question, .high), (.question, .caution):
            "You are right to check. The message that is asked about matches patterns documented in job traps. Please do not travel, pay or send documents until it has been checked."
        case (_, .high):
            "This text matches patterns documented by police and aid groups in job traps. It may still be honest. Please do not travel, pay or send documents until it has been checked."
        case (_, .caution): "Some points need checking before anyone decides. Here is what, and how."
        case (_, .low):
            "That does not mean it is safe: a clean text can still be a trap. Recruiters hold convincing interviews and use real company names."
        default: insufficient(assessment)
        }
    }

    static func insufficient(_ assessment: Assessment) -> String {
        switch assessment.insufficient {
        case .unsupportedLanguage:
            "Lurescreen has no words for the language of this text, so it can say nothing about it."
        default:
            "There is too little text to say anything. Paste the whole message, with what came before it."
        }
    }

    static let distress = """
        Help comes first here, so there is no score. If it is safe to write: note the exact place (pin, building, \
        floor, signs), how many people, guards, health needs; agree on a safe word; delete what was sent. Contact the \
        person's embassy or consulate, the police or anti-trafficking unit at home, an anti-trafficking hotline or a \
        known aid group. Do only what is safe. Consult them before anything is paid; strangers who offer a rescue for \
        money are a known fraud. The phone may be watched.
        """

    /// Said under every verdict on an offer.
    static let limits = "Only this text was read; the company, the people and the place were not checked."

    /// What to ask when no finding brings a question of its own.
    static let generalQuestions = [
        "What is the employer's full name, and does its own website or telephone confirm the job?",
        "Is there a written contract in a language you read, with the workplace address and the kind of visa?",
        "Has anyone asked for money, documents or an account?",
    ]

    static func severity(_ name: String) -> String {
        switch name {
        case "critical": "very strong sign"
        case "high": "strong sign"
        case "medium": "medium sign"
        default: "weak sign"
        }
    }

    static func kind(_ kind: TextKind) -> String {
        switch kind {
        case .offer: "an offer"
        case .question: "a question about an offer"
        case .warning: "a warning or report"
        case .distress: "a call for help"
        case .other: "not about a job offer"
        }
    }

    static func category(_ category: Category) -> String {
        switch category {
        case .scamCompound: "forced work in a scam compound"
        case .forcedMarriage: "forced marriage"
        case .advanceFee: "fees taken in advance"
        case .taskScam: "paid-task fraud"
        case .moneyMule: "use of your account for other people's money"
        case .illegalCrossing: "an irregular border crossing"
        }
    }
}
