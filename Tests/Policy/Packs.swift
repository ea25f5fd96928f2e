import Foundation
import Policy
import Testing
import Values

/// The packs of the tree, wherever it was checked out.
let packsFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/Policy/Packs").path

func day(_ iso: String) throws -> BusinessDay {
    try #require(BusinessDay(iso: iso))
}

/// A folder of packs made for one test, and removed after it.
struct ScratchPacks: ~Copyable {
    let path: String

    init(_ files: [String: String]) throws {
        path =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("packs-" + UUID().uuidString).path
        for (name, text) in files {
            let url = URL(fileURLWithPath: path).appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Reads the packs and gives back what is wrong with them.
    func problems(texts: String? = nil) -> [PackProblem] {
        do {
            _ = try PolicyBook.load(folder: path, texts: texts)
            return []
        } catch {
            return error.problems
        }
    }
}

/// A country and a district under it, small and without fault.
func soundFiles() -> [String: String] {
    [
        "000000-country/pack.yaml": """
        id: "000000"
        short: CN
        name: 国
        name_en: Country
        parent: null
        status: binding
        last_checked: 2026-01-01
        """,
        "000000-country/sources.yaml": """
        documents:
          act:
            number: 国令第1号
            title: 一部法律
            issued: 2019-01-01
            in_force: 2019-01-01
            until: null
            sha256: \(String(repeating: "ab", count: 32))
            evidence: seen
            clauses:
              第一条: 期限为十日， 自公布之日起。
        """,
        "000000-country/calendar.csv": "date,kind,festival\n2020-01-01,off,New Year's Day\n",
        "000000-country/calendar-notices.csv": "year,notice,amended_by,evidence\n2020,unknown,,missing\n",
        "000000-country/works.yaml": """
        works.days:
          kind: int
          entries:
            - value: 10
              from: 2019-01-01
              to: 2020-06-30
              rule: ACT-1
              source: {document: act, clause: 第一条, quote: 期限为十日，自公布}
              verified: true
            - value: 12
              from: 2020-07-01
              to: null
              rule: HOUSE-1
              house_rule: true
              note: 平台设定
        """,
        "330302-district/pack.yaml": """
        id: "330302"
        short: LC
        name: 区
        name_en: District
        parent: "000000"
        status: binding
        last_checked: 2026-01-01
        """,
        "330302-district/sources.yaml": """
        documents:
          lost:
            number: 区发〔2019〕1号
            title: 未见文件
            issued: null
            in_force: null
            until: null
            sha256: null
            evidence: missing
            clauses: {}
        """,
        "330302-district/works.yaml": """
        works.days: {inherit: parent}
        works.method: {needs_source: lost, rule: LOST-1}
        """,
    ]
}
