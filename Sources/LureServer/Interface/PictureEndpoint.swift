import HummingbirdCore

struct PictureEndpoint {
    let site: Site
    func answer(_ call: Call) async throws -> Response {
        Response(MediaType.json, "{\"available\":false,\"help\":\"Not built yet.\"}")
    }
}
