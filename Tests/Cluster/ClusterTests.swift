import Testing

@testable import Cluster

@Suite("A cluster of our own")
struct ClusterTests {
    @Test("PostgreSQL's programs are found")
    func programs() throws {
        #expect(try PostgresPrograms.find().folder.isEmpty == false)
    }
}
