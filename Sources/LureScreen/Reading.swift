import LureModel
import LurePatterns
import LureRules
import LureText

/// Everything read off one message, without judgement; offsets count in the folded text.
///
/// Its buffers are kept between messages: a worker holds one reading and fills it again and again.
public struct Reading: Sendable {
    /// The text as people read it: folded, people words masked, disguises undone.
    public internal(set) var folded = FoldedText()
    public internal(set) var disguises: [Disguise] = []
    public internal(set) var segmentation = Segmentation()
    public internal(set) var language = LanguageGuess()
    public internal(set) var facts: [Fact] = []
    /// Values of the contacts among `facts`, in their order.
    public internal(set) var contacts: [ReadContact] = []
    public internal(set) var concepts = ConceptReading()
    /// Rules that fired, each once, with their evidence.
    public internal(set) var rules = RuleEvaluation()
    /// Recipes that were met.
    public internal(set) var recipes: [RecipeHit] = []
    /// What the classifier sees; read for training only.
    public internal(set) var features = FeatureScratch()

    /// What folding found on its way.
    var notes = FoldNotes()
    /// Of the original text.
    var letters = LetterCounts()
    /// The text with character references of HTML written out, if it holds any.
    var decoded = DecodedText()
    var people = PeopleMask()
    var literals: [LiteralHit] = []
    /// The folded text with its disguises, where there are any: only while a message is read.
    var revealed = FoldedText()
    var revealedFacts: [Fact] = []
    var firedRules: [FiredRule] = []

    public init() {}
}

/// A contact a text names.
public struct ReadContact: Sendable {
    public var channel: Fact.Channel
    public var value: String
    /// Place in the folded text.
    public var span: TextSpan
}
