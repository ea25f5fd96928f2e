import Testing

@testable import Values

@Suite("Identifiers")
struct IDTests {
    @Test(
        "an identifier is written as it is read: 36 lower-case characters, every digit in its place",
        arguments: [
            "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "01234567-89ab-cdef-fedc-ba9876543210", "6f1f5a52-6a2c-5d0a-9d3e-330302000001",
        ])
    func written(text: String) throws {
        let id = try #require(ID(text))
        #expect(id.description == text)
        #expect(hex(id.bytes) == text.replacing("-", with: ""))
        #expect(ID(text.uppercased())?.description == text)
    }
}
