import LureScreen
import LureText
import Testing

@testable import LureBatch

private let place = GroupKeys.Place(input: 0, line: 1)

/// A table of contacts, each with its lines.
private func table(_ contacts: [(NamedContact, [Int])], limit: Int = 100) -> ContactTable {
    let table = ContactTable(limit: limit)
    for (contact, lines) in contacts {
        table.add(lines.map { ContactTable.Mention(contact: contact, line: $0) }, input: 0)
    }
    return table
}

private let handle = NamedContact(channel: .telegram, read: "t.me/example_hr")
private let mail = NamedContact(channel: .email, read: "jobs@example.com")
private let link = NamedContact(channel: .url, read: "bit.ly/abc?a=1,2")

@Test("contacts come as CSV, most named first, defanged")
func csv() {
    let csv = table([(mail, [3]), (link, [4]), (handle, [2, 9])]).csv(["a,b.csv"])

    #expect(
        String(decoding: csv, as: UTF8.self) == """
            type,value,rows,first,last
            telegram,example_hr,2,"a,b.csv:2","a,b.csv:9"
            email,jobs@example[.]com,1,"a,b.csv:3","a,b.csv:3"
            url,"bit[.]ly/abc?a=1,2",1,"a,b.csv:4","a,b.csv:4"

            """)
}

@Test("a number is no formula of a spreadsheet")
func formula() {
    let csv = table([(NamedContact(channel: .phone, read: "+12025550100"), [1])]).csv(["a"])

    #expect(String(decoding: csv, as: UTF8.self).contains("\nphone,'+12025550100,1,a:1,a:1\n"))
}

@Test("contacts come as STIX objects whose ids follow from their properties")
func stix() {
    let bundle = String(decoding: table([(mail, [3]), (handle, [2, 9])]).stix(["a"]), as: UTF8.self)

    #expect(
        bundle.contains(
            """
            {"type":"user-account","spec_version":"2.1","id":"user-account--ca63c640-121e-547f-83b2-cb809071499a","account_login":"example_hr","account_type":"telegram","defanged":true,"x_lurescreen_rows":2,"x_lurescreen_first":"a:2","x_lurescreen_last":"a:9"},
            {"type":"email-addr","spec_version":"2.1","id":"email-addr--f3a818f8-84d6-51d5-bb42-f3a159b17704","value":"jobs@example[.]com",
            """))
    #expect(bundle == String(decoding: table([(mail, [3]), (handle, [2, 9])]).stix(["a"]), as: UTF8.self))
    #expect(!String(decoding: table([]).stix([]), as: UTF8.self).contains("objects"))
}

@Test("what comes when the list is full is counted")
func full() {
    let table = table([(mail, [1]), (handle, [2, 3]), (mail, [4])], limit: 1)

    #expect(table.count == 1)
    #expect(table.leftOut == 2)
}

@Test(
    "UUIDs of names are those of RFC 9562",
    arguments: [("python.org", "886313e1-3b8a-5372-9b90-0c9aee199e5d")])
func uuid(_ name: String, _ expected: String) {
    let domains: [UInt8] = [
        0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
    ]

    #expect(UUIDv5.name(Array(name.utf8), in: domains) == expected)
}

@Test("a deny list knows values, types, numbers, hosts and all below them, defanged or not")
func denied() {
    let list = ContactDenyList(
        Array(
            """
            # ours
            @Example_HR
            telegram:only_there
            +1 (202) 555-0100
            hxxps://jobs[.]example[.]com/

            """.utf8))
    func denies(_ channel: Fact.Channel, _ value: String) -> Bool {
        list.denies(NamedContact(channel: channel, read: value))
    }

    #expect(denies(.telegram, "example_hr") && denies(.line, "example_hr"))
    #expect(denies(.telegram, "only_there") && !denies(.line, "only_there"))
    #expect(denies(.phone, "+12025550100") && denies(.whatsapp, "wa.me/12025550100"))
    #expect(denies(.url, "jobs.example.com/a") && denies(.url, "https://x.jobs.example.com"))
    #expect(denies(.email, "hr@jobs.example.com"))
    #expect(
        !denies(.url, "example.com") && !denies(.url, "notjobs.example.com")
            && !denies(.email, "a@example.com"))
    #expect(ContactDenyList(Array("# nothing\n\n".utf8)).isEmpty)
}

@Test(
    "links are made harmless",
    arguments: [
        ("https://a.example/x", "hxxps://a[.]example/x"),
        ("See http://b.example. Then", "See hxxp://b[.]example. Then"),
        ("a\u{1B}[2J\u{202E}", "a\u{FFFD}[2J\u{FFFD}"),
    ])
func defanged(_ text: String, _ expected: String) { #expect(defangedText(text) == expected) }

@Test(
    "a link that only names an account is the account; an invitation is not",
    arguments: [
        ("t.me/example_hr", "example_hr"), ("https://wa.me/12025550100?text=hi", "12025550100"),
        ("t.me/+abcdef", "t.me/+abcdef"), ("t.me/joinchat/abcdef", "t.me/joinchat/abcdef"),
    ])
func accounts(_ read: String, _ expected: String) {
    #expect(NamedContact(channel: .telegram, read: read).value == expected)
}
