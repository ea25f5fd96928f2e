import Archives
import Testing
import Values

@Suite("Checking archive packages offline")
struct ArchiveReportTests {
    @Test func `a package is checked against its manifest, and the manifest against the receipt`()
        async throws
    {
        let machine = try Machine()
        let file = ZipPackage.File("papers/1.txt", Array("决算".utf8))
        let manifest = ArchiveManifest(
            project: ID(high: 1, low: 2), title: "水心小区改造",
            madeOn: try #require(BusinessDay(iso: "2026-12-10")),
            edition: "e", of: [(file, "决算")])
        let listed = ZipPackage.File(ArchiveManifest.name, manifest.canonical)
        let path = machine.write(try ZipPackage.pack([file, listed]), to: "archive.zip")
        let good = try await machine.run("verify", path, "--manifest", hex(manifest.digest))
        #expect(good.status == 0, "\(good.output)\(good.errors)")
        #expect(good.output.contains("归档包成立"))
        let alone = try await machine.run("verify", path, "--json")
        #expect(alone.status == 7 && alone.json["manifest_checked"] == false, "\(alone.output)")
        let other = try await machine.run(
            "verify", path, "--manifest", String(repeating: "0", count: 64), "--json")
        #expect(other.status == 5)
        #expect(other.json["findings"]?.list?.first?["code"] == "manifest_other")
        let altered = machine.write(
            try ZipPackage.pack([ZipPackage.File("papers/1.txt", Array("预算".utf8)), listed]),
            to: "altered.zip")
        let refused = try await machine.run("verify", altered, "--manifest", hex(manifest.digest), "--json")
        #expect(refused.status == 5)
        #expect(refused.json["findings"]?.list?.first?["code"] == "file_altered")
        let torn = machine.write(Array("PK torn".utf8), to: "torn.zip")
        #expect(try await machine.run("verify", torn).status == 5)
    }
}
