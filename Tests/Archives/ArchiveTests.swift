import Archives
import Ledger
import Testing
import Values

@Suite("Archive packages")
struct ArchiveTests {
    private let files = [
        ZipPackage.File("papers/决算.txt", Array("决算".utf8)), ZipPackage.File("a.json", Array("{}".utf8)),
        ZipPackage.File("empty", []),
    ]

    private func packed(_ change: (inout [ZipPackage.File]) -> Void = { _ in }) throws -> [Finding] {
        let manifest = ArchiveManifest(
            project: ID(high: 1, low: 2), title: "水心小区改造",
            madeOn: try #require(BusinessDay(iso: "2026-12-10")),
            edition: "e", of: files.map { ($0, $0.name) })
        var all = files + [ZipPackage.File(ArchiveManifest.name, manifest.canonical)]
        change(&all)
        return ArchiveManifest.check(try ZipPackage.unpack(ZipPackage.pack(all))).findings
    }

    @Test("the same files give the same bytes, in whatever order they come, and come back as they were")
    func deterministic() throws {
        let bytes = try ZipPackage.pack(files)
        #expect(try ZipPackage.pack(files.reversed()) == bytes)
        #expect(try Set(ZipPackage.unpack(bytes)) == Set(files))
        #expect(throws: ZipPackage.Fault.self) { try ZipPackage.unpack(Array(bytes.dropLast(5))) }
        var torn = bytes
        // Within the content of the first file.
        let at = try #require(torn.firstIndex(of: UInt8(ascii: "{")))
        torn[at] = UInt8(ascii: "[")
        #expect(throws: ZipPackage.Fault.self) { try ZipPackage.unpack(torn) }
    }

    @Test("a manifest finds what is missing, altered or added, and what is not its own text")
    func manifest() throws {
        #expect(try packed().isEmpty)
        #expect(try packed { $0.removeAll { $0.name == "a.json" } }.map(\.code) == ["file_missing"])
        #expect(
            try packed { $0 = $0.map { $0.name == "a.json" ? ZipPackage.File("a.json", [1]) : $0 } }.map(
                \.code)
                == ["file_altered"])
        #expect(try packed { $0.append(ZipPackage.File("more", [1])) }.map(\.code) == ["file_unlisted"])
        #expect(
            try packed { $0.removeAll { $0.name == ArchiveManifest.name } }.map(\.code) == [
                "manifest_missing"
            ])
        #expect(
            try packed {
                $0 = $0.map {
                    $0.name == ArchiveManifest.name ? ZipPackage.File($0.name, $0.bytes + [10]) : $0
                }
            }.map(\.code) == ["manifest_altered"])
    }
}
