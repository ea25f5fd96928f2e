import Actions
import Harness
import PQ
import Policy
import Testing
import Values

@Suite("An older edition reads the keys that only bar from the first edition that has them")
struct SuppliedKeyTests {
    private let place = "330302"
    private let key = "annual_plan.bodies"

    @Test("a key on the list is supplied, once, to guards and rules alike; other keys stay silent")
    func supplied() async throws {
        try await TestDatabase.with { database in
            let first = try TestPolicies.book.get()
            let silent = try without([key, "annual_plan.chain"], of: first)
            try await PolicyPublication.publish(silent, to: database.owner)
            let newest = try changed(in: first) { $0 + "\n# said again\n" }
            try await PolicyPublication.publish(newest, to: database.owner)
            try await PolicyPublication.publish(newest, to: database.owner)

            let pinned = try silent.edition(for: place)
            let rows = try await database.owner.read(
                "select key, from_edition from policy.supplied_key where edition = \(pinned)")
            #expect(try rows.map { try $0.text("key") } == [key])
            #expect(try rows.one().text("from_edition") == first.edition(for: place))
            let held = try await database.owner.read(
                """
                select count(*) as rows, count(distinct edition) as editions from (
                    select edition, value, valid_from, valid_to, count(*) over (partition by value, key) as twice
                    from policy.parameter
                    where edition in (\(pinned), \(try first.edition(for: place)))
                        and (key = \(key) or key like \(key + ".%"))
                ) as said where twice = 2
                """)
            #expect(try held.one().int("editions") == 2)
            #expect(try held.one().int("rows") > 8)

            let book = try await PolicyPublication.load(from: database.owner)
            let day = Seed.today
            let policy = try book.policy(edition: pinned, place: place, on: day)
            let own = try first.policy(for: place, on: day)
            #expect(policy.has(key))
            #expect(try policy.records(key).value == own.records(key).value)
            #expect(try policy.records(key).citation == own.records(key).citation)
            #expect(throws: PolicyFault.keyMissing(key: "annual_plan.chain", place: place)) {
                try policy.texts("annual_plan.chain")
            }
        }
    }

    @Test("the application's role changes nothing of it")
    func closed() async throws {
        try await TestDatabase.with { database in
            for statement: SQL in [
                "insert into policy.supplied_key (edition, key, from_edition) select edition, 'x', 'y' from policy.edition limit 1",
                "delete from policy.supplied_key", "update policy.supplied_key set key = 'x'",
                "delete from ledger.told_of_no_row",
            ] {
                let refused = try await database.refusal(as: "office", [statement]) ?? ""
                #expect(refused.hasPrefix("42501"))
            }
        }
    }

    /// The packs with some keys taken out of the place's own.
    private func without(_ keys: [String], of book: PolicyBook) throws -> PolicyBook {
        try changed(in: book) { text in keys.reduce(text) { taken($1, out: $0) } }
    }

    private func changed(in book: PolicyBook, _ change: (String) -> String) throws -> PolicyBook {
        let rows = book.published.map { pack in
            guard pack.packID == place else { return pack }
            let files = pack.files.map { file in
                file.path == "projects.yaml" ? PackFile(path: file.path, text: change(file.text)) : file
            }
            return Published(
                packID: pack.packID, version: packVersion(files), status: pack.status, parent: pack.parent,
                files: files)
        }
        return try PolicyBook(published: rows)
    }

    private func taken(_ key: String, out text: String) -> String {
        var isInside = false
        return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            if line.first.map({ $0 != " " }) ?? false { isInside = line.hasPrefix(key + ":") }
            return !isInside
        }.joined(separator: "\n")
    }
}
