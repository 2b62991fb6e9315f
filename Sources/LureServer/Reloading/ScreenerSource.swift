import LureScreen

/// Where rules and model come from.
public struct ScreenerSource: Sendable {
    /// Files and folders that are looked at each second: when one changes, all is loaded anew. Empty: only what is
    /// inside the binary, which does not change.
    public var paths: [String]
    /// Loads all anew.
    public var load: @Sendable () throws(Fault) -> Screener

    /// Why rules or model can't be used.
    public struct Fault: Error, Sendable {
        /// For people, one fault each.
        public var messages: [String]
        public init(messages: [String]) { self.messages = messages }
    }

    public init(paths: [String], load: @escaping @Sendable () throws(Fault) -> Screener) {
        self.paths = paths
        self.load = load
    }
}
