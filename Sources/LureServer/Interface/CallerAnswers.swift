/// What a caller may say of an offer that its text need not show, and the rule each answer stands for.
///
/// Ids are part of the API and stay. A "no" or "don't know" is no answer here: a clean answer makes nothing safe.
enum CallerAnswers {
    static let all: [(id: String, rule: String)] = [
        ("paid-to-get-job", "fee-upfront-placement"),
        ("paid-to-private-account", "fee-personal-account-crypto"),
        ("travel-must-be-paid-back", "debt-travel-deduction"),
        ("ticket-paid-by-them", "benefit-travel-covered"),
        ("passport-handed-over", "doc-passport-handover"),
        ("documents-sent", "doc-id-upfront"),
        ("tourist-visa", "travel-tourist-visa-work"),
        ("irregular-crossing", "travel-irregular-crossing"),
        ("told-what-to-say-at-border", "travel-immigration-coaching"),
        ("place-changed", "dest-switch"),
        ("place-not-told", "dest-undisclosed"),
        ("only-by-chat", "channel-informal-only"),
        ("no-written-contract", "proc-no-contract"),
        ("hired-without-interview", "proc-instant-hire"),
        ("must-keep-secret", "sec-tell-no-one"),
        ("must-leave-at-once", "urg-immediate-departure"),
        ("fine-for-leaving", "control-contract-penalty"),
        ("marriage-mentioned", "marr-job-pretext"),
    ]
}
