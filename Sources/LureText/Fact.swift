/// Something concrete a text states: an amount, an age, a way to reach someone.
public struct Fact: Sendable {
    public var kind: Kind
    /// Place in the folded text.
    public var span: TextSpan

    @inlinable
    public init(kind: Kind, span: TextSpan) {
        self.kind = kind
        self.span = span
    }

    public enum Kind: Hashable, Sendable {
        case money(Money)
        /// Years; equal bounds for a single age, `Int.max`-free: an open bound is nil.
        case age(lower: Int?, upper: Int?)
        case contact(Channel)
    }

    /// An amount of money, or a range of amounts, as written.
    public struct Money: Hashable, Sendable {
        public var lower: Double
        public var upper: Double
        /// nil: no currency is named.
        public var currency: Currency?
        /// nil: no period is named.
        public var period: Period?

        @inlinable
        public init(lower: Double, upper: Double, currency: Currency? = nil, period: Period? = nil) {
            self.lower = lower
            self.upper = upper
            self.currency = currency
            self.period = period
        }
    }

    public enum Period: UInt8, CaseIterable, Sendable {
        case hour, day, week, month, year, task
    }

    /// ISO 4217 codes, and the stablecoins and coins offers are quoted in.
    public enum Currency: UInt8, CaseIterable, Sendable {
        case usd, eur, gbp, cny, twd, hkd, jpy, krw, vnd, thb, idr, myr, php, khr, lak, mmk, inr, bdt, pkr,
            npr, lkr
        case rub, mnt, brl, mxn, aed, sar, sgd, kes, tzs, etb, usdt, btc, eth
    }

    public enum Channel: UInt8, CaseIterable, Sendable {
        case telegram, whatsapp, line, wechat, zalo, viber, signal, messenger, kakaotalk, qq, skype, instagram
        case phone, email, url, wallet, handle

        /// As in the JSON answer (`contacts[].type`).
        public var name: String {
            switch self {
            case .telegram: "telegram"
            case .whatsapp: "whatsapp"
            case .line: "line"
            case .wechat: "wechat"
            case .zalo: "zalo"
            case .viber: "viber"
            case .signal: "signal"
            case .messenger: "messenger"
            case .kakaotalk: "kakaotalk"
            case .qq: "qq"
            case .skype: "skype"
            case .instagram: "instagram"
            case .phone: "phone"
            case .email: "email"
            case .url: "url"
            case .wallet: "wallet"
            case .handle: "handle"
            }
        }
    }
}
