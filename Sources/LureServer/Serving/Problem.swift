import HTTPTypes
import LureScreen
import NIOCore

/// Why a request or an item can't be answered, told as RFC 9457 has it. Never holds any of the client's text.
struct Problem: Error, Sendable {
    var status: HTTPResponse.Status
    /// Last part of its type, `/problems/<name>`; docs/http-api.md lists them.
    var name: String
    var title: String
    /// What is wrong here and what to do about it.
    var detail: String
    /// JSON pointer (RFC 6901) into the body.
    var pointer: String?
    /// Header fields that belong to it.
    var fields: [(HTTPField.Name, String)] = []
    /// Whether the connection ends with it: the rest of the request is not wanted.
    var closes = false

    /// As an object.
    /// - Parameter instance: id of the request; nil inside of an answer that has it already.
    func append(to json: inout JSONBuffer, instance: String?) {
        json.raw("{\"type\":")
        json.string("/problems/" + name)
        json.raw(",\"title\":")
        json.string(title)
        json.raw(",\"status\":")
        json.integer(status.code)
        json.raw(",\"detail\":")
        json.string(detail)
        if let instance {
            json.raw(",\"instance\":")
            json.string(instance)
        }
        if let pointer {
            json.raw(",\"pointer\":")
            json.string(pointer)
        }
        json.raw("}")
    }
}

extension Problem {
    func json(instance: String?) -> ByteBuffer {
        var json = JSONBuffer()
        append(to: &json, instance: instance)
        return ByteBuffer(json)
    }
}

extension ByteBuffer {
    init(_ json: borrowing JSONBuffer) { self = json.withBytes { ByteBuffer(bytes: $0) } }
}
