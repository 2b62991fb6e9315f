import Testing

@testable import LureBatch

private func read(_ mail: String) -> MailReader {
    var reader = MailReader()
    Array(mail.utf8).withUnsafeBufferPointer { reader.read($0) }
    return reader
}

private func value(_ name: String, of mail: String) -> String? {
    read(mail).value(of: Array(name.utf8)).map { String(decoding: $0, as: UTF8.self) }
}

@Test("header fields are unfolded and decoded")
func headers() {
    let mail = """
        From x@y Mon
        Subject: =?UTF-8?B?5oub6IGY?= =?iso-8859-1?Q?caf=E9_x?= and
          more
        X-Id: 7

        body
        """

    #expect(value("subject", of: mail) == "招聘café x and more")
    #expect(value("x-id", of: mail) == "7")
    #expect(value("text", of: mail) == "body")
    #expect(value("nothing", of: mail) == nil)
}

@Test("the first plain text of a mail in parts is read, decoded")
func parts() {
    let mail = """
        Content-Type: multipart/mixed; boundary="b 1"

        preamble
        --b 1
        Content-Type: multipart/alternative; boundary=in

        --in
        Content-Type: text/html

        <p>html</p>
        --in
        Content-Type: text/plain; charset=GB18030
        Content-Transfer-Encoding: quoted-printable

        =D5=D0=C6=B8 long=
         line
        --in--
        --b 1
        Content-Type: text/plain
        Content-Disposition: attachment

        attached
        --b 1--
        """

    #expect(value("text", of: mail) == "招聘 long line")
}

@Test("HTML alone is read without its tags, base64 decoded")
func html() {
    let mail = """
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: base64

        PHN0eWxlPmF7fTwvc3R5bGU+PHA+RnJlZSA8Yj50aWNrZXQ8L2I+PC9wPg==
        """

    let words = value("text", of: mail)?.split(separator: "\n").map { String($0) }
    #expect(words == ["Free ", "ticket"])
}

@Test("quoted From lines lose one mark")
func quotedFrom() {
    #expect(value("text", of: "A: b\n\n>From here\n>>From there\n> x") == "From here\n>From there\n> x")
}

@Test("no mail is a crash")
func mutations() {
    let seed = Array(
        "From a\nContent-Type: multipart/x; boundary=b\nSubject: =?u?q?=4?=\n\n--b\n\n=E\n--b--\n<script>"
            .utf8)
    var random = SplitMix(state: 11)
    for _ in 0..<5_000 {
        var bytes = seed
        for _ in 0..<4 {
            let place = Int(random.next() % UInt64(bytes.count))
            if random.next() & 1 == 0 {
                bytes[place] = UInt8(truncatingIfNeeded: random.next())
            } else {
                bytes.remove(at: place)
            }
        }
        var reader = MailReader()
        bytes.withUnsafeBufferPointer { reader.read($0) }
    }
}
