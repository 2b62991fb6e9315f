/// What the linter can find; docs/lint-codes.md lists them for readers.
///
/// A code is never given a new meaning.
public enum LintCode: String, CaseIterable, Sendable {
    case unreadableFile = "R001"
    case malformedYAML = "R002"
    case unknownKey = "R003"
    case missingKey = "R004"
    case wrongShape = "R005"
    case valueNotAllowed = "R006"
    case idIsNotFileName = "R007"
    case unknownFamily = "R008"
    case repeatedID = "R009"
    case conditionSyntax = "R010"
    case unknownTerm = "R011"
    case impossibleCondition = "R012"
    case brokenRegex = "R013"
    case regexWithoutLiteral = "R014"
    case deceptiveCharacter = "R015"
    case unknownSource = "R016"
    case tooFewExamples = "R017"
    case wrongMarks = "R018"
    case emptyPhrase = "R019"
    case repeatedPhrase = "R020"
    case malformedRow = "R021"
    case unknownConcept = "R022"
    case shortForm = "R023"
    case repeatedRow = "R024"
    case wordAgainstPeople = "R025"
    case unknownRule = "R026"
    case verdictWording = "R027"
    case wrongWeight = "R028"
    case wrongThreshold = "R029"
    case impossibleCore = "R030"
    case nothingToMatch = "R031"
    case keyNotInFamily = "R032"
    case swallowedPhrase = "R033"
    case phraseOfTwoRules = "R034"
    case slowRegex = "R035"
    case languageWithoutExamples = "R036"
    case languageNeverExercised = "R037"
    case wrongUsualPay = "R038"
    case usualPayAlone = "R039"

    public var severity: Diagnostic.Severity {
        switch self {
        case .repeatedRow, .swallowedPhrase, .phraseOfTwoRules, .languageWithoutExamples,
            .languageNeverExercised:
            .warning
        default: .error
        }
    }

    /// What to do about it.
    public var help: String {
        switch self {
        case .unreadableFile: "save the file as UTF-8 text and give it read permission"
        case .malformedYAML: "quote texts that hold ': ' or begin with a sign, and indent with spaces"
        case .unknownKey: "docs/rule-files.md lists the keys; check the spelling"
        case .missingKey: "add the key; docs/rule-files.md says what belongs there"
        case .wrongShape: "docs/rule-files.md shows the shape of each key"
        case .valueNotAllowed: "use one of the values listed in docs/rule-files.md"
        case .idIsNotFileName: "name the file after the id"
        case .unknownFamily: "move the file to the folder of its family"
        case .repeatedID: "give one of the two another id; ids are never used twice"
        case .conditionSyntax: "docs/rule-files.md describes the condition language"
        case .unknownTerm: "rules/concepts/README.md lists the concepts, docs/rule-files.md the facts"
        case .impossibleCondition: "split the alternative or name at least one term that must be there"
        case .brokenRegex: "mend the expression at the column shown"
        case .regexWithoutLiteral: "add to 'literals' the words that a match begins with"
        case .deceptiveCharacter: "type the character again; write letters of one script in one word"
        case .unknownSource:
            "add the source to docs/sources.md, or in a folder of your own to its sources.md; or correct its number"
        case .tooFewExamples: "a stable rule has 3 match and 3 no-match examples in en, one a near miss"
        case .wrongMarks: "mark each span of evidence once, like «this», in match examples only"
        case .emptyPhrase: "a phrase needs letters, digits or signs that folding keeps"
        case .repeatedPhrase: "remove one of the two: folding makes them the same"
        case .malformedRow: "a row is: concept, tab, form, tab, word|stem|phrase, tab, note"
        case .unknownConcept: "define the concept in rules/concepts/README.md or correct its id"
        case .shortForm: "stems need at least 2 letters after folding; list short forms as words"
        case .repeatedRow: "remove one of the two rows"
        case .wordAgainstPeople: "describe what is offered or done, never who the people are"
        case .unknownRule: "correct the rule's id; a pattern with * must match at least one rule"
        case .verdictWording:
            "say what the text shows and what to ask; we pass no verdict on people or offers"
        case .wrongWeight: "a row is: id of a rule or recipe, tab, a finite number"
        case .wrongThreshold: "docs/rule-files.md lists the numbers and their ranges"
        case .impossibleCore: "'need' is between 1 and the number of items in 'of'"
        case .nothingToMatch: "give the rule 'when', 'phrases' or 'regex'"
        case .keyNotInFamily: "'kind' belongs to family ctx; rules of mit and ctx have no categories"
        case .swallowedPhrase: "remove the longer phrase: the shorter one is found wherever it stands"
        case .phraseOfTwoRules: "leave the phrase to the rule it speaks for most"
        case .slowRegex: "avoid repeats within repeats and several '.*' in a row; bound repeats, as in {0,20}"
        case .languageWithoutExamples: "give one match and one no-match example in each main language"
        case .wrongUsualPay:
            "a row has country, month or day (an amount and its currency), year and source; docs/rule-files.md shows one"
        case .usualPayAlone: "join it with another sign: 'fact: money per-month > 3x usual + easy | anyone'"
        case .languageNeverExercised: "add a match example in this language to some rule"
        }
    }
}
