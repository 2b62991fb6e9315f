import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Synchronization

/// Ends connections whose client is too slow, and those whose answer says that it is the last one.
///
/// It sees parts of requests and answers: until a request's head is whole there are none, so a client that sends its
/// head byte by byte is one that sends nothing. While a body is received only the time counts in which the server waits
/// for more of it, not that in which it is busy with what it has.
final class ConnectionWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private enum Phase {
        /// Nothing is asked for since then.
        case idle(NIODeadline)
        case body
        case answering
        /// Said all; what the client still sends is thrown away until then, so that it can read the answer.
        case ending(NIODeadline)
    }

    private let limits: ServerLimits
    private let stopSeconds: Int
    private let admission: Admission
    private var phase = Phase.idle(.now())
    private var isFirst = true
    /// Since when more of the body is waited for.
    private var waitingSince: NIODeadline?
    private var waited = TimeAmount.zero
    private var bodyCount = 0
    /// Since when the client takes nothing.
    private var fullSince: NIODeadline?
    private var endsAfterAnswer = false
    /// Whether the answer was written before the request was read to its end.
    private var isAnswered = false
    /// Whether the client sends nothing more.
    private var hasClientEnded = false
    private var stopDeadline: NIODeadline?
    private var timer: RepeatedTask?
    /// Whether there were too many connections when this one came.
    private var isBeyondLimit = false
    /// Tells the responder, which doesn't see connections, that a request came over one too many. A client that sends it
    /// turns itself away.
    static let beyondLimit = HTTPField.Name("X-Lurescreen-Beyond-Limit")!

    init(_ options: ServerOptions, _ admission: Admission) {
        limits = options.limits
        stopSeconds = options.stopSeconds
        self.admission = admission
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let count = admission.connections.wrappingAdd(1, ordering: .relaxed).newValue
        isBeyondLimit = count > limits.connections
        phase = .idle(.now())
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleRepeatedTask(initialDelay: .seconds(1), delay: .seconds(1)) { _ in
            let (watch, context) = bound.value
            if watch.isOverdue { context.close(promise: nil) }
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        admission.connections.wrappingSubtract(1, ordering: .relaxed)
        timer?.cancel()
        timer = nil
    }

    private var isOverdue: Bool {
        let now = NIODeadline.now()
        if let stopDeadline, now > stopDeadline { return true }
        if let fullSince, now - fullSince > .seconds(Int64(limits.writeSeconds)) { return true }
        switch phase {
        case .idle(let since):
            return now - since > .seconds(Int64(isFirst ? limits.headSeconds : limits.idleSeconds))
        case .body:
            let allowed = limits.bodySeconds + bodyCount >> 16
            let current = waitingSince.map { now - $0 } ?? .zero
            return waited + current > .seconds(Int64(allowed))
        case .answering: return false
        case .ending(let deadline): return now > deadline
        }
    }

    // MARK: Events

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(var head):
            phase = .body
            (isFirst, isAnswered, waited, bodyCount, waitingSince) = (false, false, .zero, 0, nil)
            if isBeyondLimit {
                head.headerFields[Self.beyondLimit] = "1"
                return context.fireChannelRead(wrapInboundOut(.head(head)))
            }
        case .body(let bytes):
            if let waitingSince { waited = waited + (.now() - waitingSince) }
            waitingSince = nil
            bodyCount += bytes.readableBytes
        case .end:
            if case .body = phase { phase = isAnswered ? .idle(.now()) : .answering }
        }
        context.fireChannelRead(data)
    }

    func read(context: ChannelHandlerContext) {
        if case .body = phase, waitingSince == nil { waitingSince = .now() }
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head): endsAfterAnswer = head.headerFields[.connection] == "close"
        case .body: break
        case .end:
            // Once the server is being stopped every answer is the last one, also one begun before.
            if endsAfterAnswer || stopDeadline != nil { return end(context, data, promise) }
            isAnswered = true
            if case .answering = phase { phase = .idle(.now()) }
        }
        context.write(data, promise: promise)
    }

    private func end(_ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?) {
        phase = .ending(.now() + .seconds(2))
        context.write(data, promise: promise)
        context.flush()
        context.close(mode: .output, promise: nil)
    }

    /// The library closes a connection right after its last answer when the server is stopped. To close while the client
    /// still sends would reset the connection, and what it has not read of the answer would be lost.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if case .ending = phase, mode == .all, !hasClientEnded, promise == nil { return }
        context.close(mode: mode, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        fullSince = context.channel.isWritable ? nil : .now()
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent, stopDeadline == nil {
            stopDeadline = .now() + .seconds(Int64(stopSeconds))
        }
        if let event = event as? ChannelEvent, event == .inputClosed {
            hasClientEnded = true
            if case .ending = phase { context.close(promise: nil) }
        }
        context.fireUserInboundEventTriggered(event)
    }
}
