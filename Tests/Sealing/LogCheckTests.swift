import Harness
import Ledger
import PQ
import Sealing
import Testing
import Values

@Suite("The log: what its check finds")
struct LogCheckTests {
    /// Each change by somebody who is past every trigger, and what the check says of it.
    private static let changes: [(SQL, String)] = [
        ("update ledger.leaf set hash = sha256('x') where idx = 5", "the bytes of entry"),
        ("update ledger.leaf set idx = 99999 where idx = 5", "comes where 5 should"),
        ("delete from ledger.leaf where idx = 5", "neither sealed nor waiting"),
        ("delete from ledger.leaf where idx >= 290", "neither sealed nor waiting"),
        ("delete from ledger.tile", "1 of 1 tiles are missing"),
        ("update ledger.tile set data = set_byte(data, 700, get_byte(data, 700) # 1)", "its hashes are not"),
        ("update ledger.tile set root = sha256('x')", "its root is not"),
        ("insert into ledger.tile select 0, 1, data, root from ledger.tile", "no such tile"),
        (
            "insert into ledger.pending select district, entry_id from ledger.leaf where idx = 7",
            "and waits to be"
        ),
        ("insert into ledger.pending values (1, gen_random_uuid())", "what waits is no entry"),
        ("delete from ledger.pending", "neither sealed nor waiting"),
        (
            "delete from ledger.entry where entry_id = (select entry_id from ledger.leaf where idx = 9)",
            "is gone"
        ),
        (
            """
            update ledger.entry set body = body || ' ', leaf = sha256('\\x00'::bytea || body || ' ')
            where entry_id = (select entry_id from ledger.leaf where idx = 200)
            """, "the bytes of entry"
        ),
        (
            """
            update ledger.entry set body = body || ' ', leaf = sha256('\\x00'::bytea || body || ' '), open_at = '{1,2}'
            where entry_id = (select min(entry_id::text)::uuid from ledger.pending)
            """, "was never closed"
        ),
        (
            """
            with two as (delete from ledger.leaf where idx in (3, 4) returning *)
            insert into ledger.leaf select 7 - idx, district, entry_id, hash from two order by idx
            """, "its hashes are not"
        ),
    ]

    @Test("each change of what is stored is found by its place, and without one nothing is")
    func found() async throws {
        try await Scene.with { scene async throws in
            try await scene.add(300)
            _ = try await scene.sealer.sealAll()
            try await scene.add(2)
            #expect(try await scene.check().differences.isEmpty)
            for (change, finding) in Self.changes {
                let copies: [SQL] = ["leaf", "tile", "pending", "entry"].flatMap { table -> [SQL] in
                    [
                        "create table public.kept_\(unescaped: table) as select * from ledger.\(unescaped: table)"
                    ]
                }
                try await scene.superuser(copies + [change])
                let check = try await scene.check()
                #expect(
                    check.differences.contains { $0.contains(finding) }, "\(change): \(check.differences)")
                try await scene.superuser(
                    ["leaf", "tile", "pending", "entry"].flatMap { table -> [SQL] in
                        [
                            "delete from ledger.\(unescaped: table)",
                            "insert into ledger.\(unescaped: table) select * from public.kept_\(unescaped: table)",
                            "drop table public.kept_\(unescaped: table)",
                        ]
                    })
                #expect(try await scene.check().differences.isEmpty, "\(change)")
            }
        }
    }

    @Test("every single byte of a history of 2,000 events, flipped: each is found")
    func flips() {
        let bodies = (0..<2_000).map { number in
            Array("{\"n\":\(number),\"said\":\"\(String(repeating: "事", count: number % 60))\"}".utf8)
        }
        var flipped = 0
        var missed = 0
        for (index, body) in bodies.enumerated() {
            let leaf = Entry.leaf(body)
            for place in body.indices {
                var other = body
                other[place] ^= 1 << UInt8(place % 8)
                var check = LogCheck(heads: [:])
                check.add(
                    LogCheck.Leaf(index: 0, entry: "\(index)", hash: leaf, body: other, told: leaf))
                if check.differences.isEmpty { missed += 1 }
                flipped += 1
            }
        }
        #expect(flipped > 150_000)
        #expect(missed == 0)
    }
}
