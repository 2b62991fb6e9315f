import ArgumentParser
import LureBatch

/// What `scan` tells of rows that belong together and of the contacts they name.
struct ScanCampaignOptions: ParsableArguments {
    @Flag(
        help: """
            Put near-duplicates, and rows that name the same contact, into groups: each answer gets its group, the \
            group's size and first row; the summary tells of the largest ones. Answers are written when all rows are read.
            """)
    var group = false

    @Flag(help: "Show shared wording and whole contacts of groups in the summary: they are personal data.")
    var showTexts = false

    @Option(
        help: """
            Write contacts found in rows of band caution or more into a file, defanged: CSV, or a STIX 2.1 bundle if \
            its name ends in .json.
            """)
    var contacts: String?

    @Option(
        help: """
            File of contacts, one a line, that are never exported and join no rows: values, type:value, or hosts.
            """)
    var deny: String?

    func validate() throws {
        if showTexts && !group { throw ValidationError("--show-texts needs --group.") }
        if deny != nil && !group && contacts == nil {
            throw ValidationError("--deny needs --contacts or --group.")
        }
        if contacts == "-" { throw ValidationError("--contacts needs the name of a file.") }
    }

    func apply(to options: inout ScanOptions) throws {
        options.groupsRows = group
        options.showsTexts = showTexts
        options.collectsContacts = contacts != nil
        if let deny { options.deniedContacts = ContactDenyList(try readFile(deny)) }
    }
}
