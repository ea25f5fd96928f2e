import Actions
import Foundation
import Harness
import PQ
import Testing
import Values

/// The names a database can refuse with, against the words the product has for them.
@Suite("Every refusal has its words")
struct RefusalsTests {
    /// Names that PostgreSQL makes for keys are nobody's rule; every other name is a refusal's code.
    private static let codes: SQL = """
        with own as (
            select oid from pg_namespace where nspname in ('app', 'auth', 'policy', 'ledger', 'jobs', 'pub')
        ), source as (
            select p.oid::regprocedure::text as place, regexp_replace(p.prosrc, '--[^\\n]*', '', 'g') as text
            from pg_proc p join own on own.oid = p.pronamespace
        ), named (code, place) as (
            select c.conname::text, coalesce(nullif(c.conrelid, 0)::regclass::text, c.contypid::regtype::text)
            from pg_constraint c join own on own.oid = c.connamespace
            where c.contype in ('c', 'u', 'x', 'f') and c.conname !~ '_(fkey|not_null)[0-9]*$'
            union all
            select c.relname::text, i.indrelid::regclass::text
            from pg_index i join pg_class c on c.oid = i.indexrelid join own on own.oid = c.relnamespace
            where i.indisunique and not exists (select from pg_constraint where conindid = i.indexrelid)
            union all
            select m[1], place from source, regexp_matches(text, 'constraint\\s*=\\s*''([^'']*)''', 'gi') m
            union all
            select m[1], place from source, regexp_matches(
                text, 'put_block\\s*\\(\\s*[^,]+,\\s*[^,]+,\\s*''[^'']+''\\s*,\\s*''([^'']+)''', 'gi') m
        )
        select code, min(place) as place from named group by code order by code
        """

    /// Where a name is not written out: a computed code could be one that nobody has words for.
    private static let computed: SQL = """
        with source as (
            select p.oid::regprocedure::text as place, regexp_replace(p.prosrc, '--[^\\n]*', '', 'g') as text
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname in ('app', 'auth', 'policy', 'ledger', 'jobs', 'pub')
        )
        select place, m[1] as found from source, regexp_matches(text, 'constraint\\s*=\\s*([^''\\s][^,;]*)', 'gi') m
        union all
        select place, m[1] from source, regexp_matches(text, 'put_block\\s*\\(([^;]*)', 'gi') m
        where m[1] !~ '^\\s*[^,]+,\\s*[^,]+,\\s*''[^'']+''\\s*,\\s*''[^'']+'''
        order by 1, 2
        """

    @Test("every named constraint, every guard's code and every block's code has words in both languages")
    func everyNameHasWords() async throws {
        let words = try await Self.words()
        let unsaid = try await TestDatabase.with { database in
            try await database.owner.read(Self.codes).compactMap { row -> String? in
                let code = try row.text("code")
                return words[code] == nil ? "\(code) (\(try row.text("place")))" : nil
            }
        }
        #expect(unsaid.isEmpty, "without words: \(unsaid.joined(separator: ", "))")
    }

    @Test("every table that a foreign key looks into has a noun for what a request names there")
    func everyReferenceHasItsNoun() async throws {
        let tables = try await TestDatabase.with { database in
            try await database.owner.read(
                """
                select distinct c.relname::text as name from pg_constraint k join pg_class c on c.oid = k.confrelid
                where k.contype = 'f' order by 1
                """
            ).map { try $0.text("name") }
        }
        #expect(tables.filter { ReferenceWords.nouns[$0] == nil } == [])
    }

    @Test("a guard writes its code out; only a standing block refuses under a code it was given")
    func codesAreWrittenOut() async throws {
        let found = try await TestDatabase.with { database in
            try await database.owner.read(Self.computed).map {
                "\(try $0.text("place")): \(try $0.text("found"))"
            }
        }
        #expect(found == ["app.refuse_when_blocked(integer,uuid,text,uuid): standing.code"])
    }

    @Test("no code has two meanings, and no words are empty")
    func wordsAreWhole() async throws {
        var seen: Set<String> = []
        for refusal in try await Self.listed() {
            let code = try #require(refusal["code"]?.text)
            #expect(seen.insert(code).inserted, "\(code) is there twice")
            for field in ["zh", "en", "remedy_zh", "remedy_en"] {
                #expect(refusal[field]?.text?.isEmpty == false, "\(code) has no \(field)")
            }
        }
        #expect(seen.count > 100)
    }

    /// What says no more than that it was refused.
    private static let stockRemedies: Set<String> = [
        "改正后重新提交。", "更正后重新提交。", "按要求填写后重新提交。", "修改后重新提交。", "重新提交。", "请重新提交。", "重新填写。",
    ]

    @Test(
        "every refusal says what to do and who does it; only the program's own checks are left to its keeper")
    func remediesAreTheirOwn() async throws {
        var (stock, nobody, keeper) = ([String](), [String](), [String]())
        var alike: [String: [String]] = [:]
        for refusal in try await Self.listed() {
            let code = refusal["code"]?.text ?? ""
            let remedy = refusal["remedy_zh"]?.text ?? ""
            if Self.stockRemedies.contains(remedy) || remedy == refusal["zh"]?.text {
                stock.append(code)
            }
            let roles = refusal["lifted_by"]?.list ?? []
            switch refusal["lifter"]?.text {
            case "roles": if roles.isEmpty { nobody.append(code) }
            case "sender": break
            case "keeper":
                // A step that a clause regulates is somebody's to lift, never the keeper's.
                if refusal["policy_key"] != .null { keeper.append(code) }
                continue
            default: nobody.append(code)
            }
            alike[remedy, default: []].append(code)
        }
        #expect(stock == [], "no more than “send it again”")
        #expect(nobody == [], "nobody lifts it")
        #expect(keeper == [], "regulated, and left to the keeper")
        // Words that fit a dozen refusals help with none of them.
        #expect(alike.filter { $0.value.count > 8 }.map(\.value) == [])
    }

    @Test("what refusals say in Chinese is Chinese, and shows no code")
    func wordsAreChinese() async throws {
        var wrong = [String]()
        for refusal in try await Self.listed() {
            let code = refusal["code"]?.text ?? ""
            for field in ["zh", "remedy_zh"] {
                let text = refusal[field]?.text ?? ""
                let isChinese = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
                if !isChinese || !TestSite.bareCodes(in: text).isEmpty { wrong.append("\(code): \(text)") }
            }
        }
        #expect(wrong == [])
    }

    /// Words that are no refusal's, such as those of problems, fields and states: Chinese comes first in each pair.
    @Test("no Chinese words in the program show a code or are none")
    func wordsOfTheProgramAreChinese() throws {
        let folder = URL(fileURLWithPath: TestServer.repository + "/Sources")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let pair = /Words\(\s*"((?:[^"\\]|\\.)*)"\s*,\s*"/
        let inserted = /\\\((?:[^()]|\([^()]*\))*\)/
        var (seen, wrong) = (0, [String]())
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            for match in try String(contentsOf: file, encoding: .utf8).matches(of: pair) {
                seen += 1
                let text = String(match.1).replacing(inserted, with: "一")
                if text.isEmpty { continue }
                let isChinese = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
                if !isChinese || !TestSite.bareCodes(in: text).isEmpty {
                    wrong.append("\(file.lastPathComponent): \(text)")
                }
            }
        }
        #expect(seen > 1000)
        #expect(wrong == [])
    }

    private static func listed() async throws -> [JSON] {
        let run = try await RunningProgram.run("yanshoud", ["refusals", "--json"])
        try #require(run.status == 0, "yanshoud refusals: \(run.errors)")
        return try JSON(parsing: run.output).list ?? []
    }

    private static func words() async throws -> [String: String] {
        Dictionary(
            try await listed().compactMap { item in
                item["code"]?.text.flatMap { code in item["zh"]?.text.map { (code, $0) } }
            }, uniquingKeysWith: { first, _ in first })
    }
}
