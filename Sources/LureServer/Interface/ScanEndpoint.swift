import HummingbirdCore

struct ScanEndpoint {
    let site: Site
    func answer(_ call: Call) async throws -> Response { throw Problem.busy }
}
