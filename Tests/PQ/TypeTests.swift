import PQ
import Testing
import Values

@Suite("Types")
struct TypeTests {
    private enum Colour: String, Sendable { case red, blue }

    private struct Nested: Codable, Equatable {
        let day: BusinessDay
        let sum: Fen
        let names: [String]
    }

    private let id = ID("0190b6a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b") ?? ID(high: 1, low: 2)
    private let day = BusinessDay(year: 1999, month: 12, day: 31) ?? BusinessDay(daysSince2000: -1)
    private let instant = Instant(microseconds: -1_234_567)

    @Test("every type that binds comes back as it went")
    func roundTrip() async throws {
        let pool = try TestDatabase().pool()
        let row = try await pool.read(
            """
            select \(-5) as i, \(Int32.min) as i4, \(Int64.max) as i8, \("字'\\\n") as t, \("") as empty, \(true) as yes,
            \(id) as id, \(day) as day, \(instant) as at, \(Fen(-12_345)) as fen, \(Area(hundredths: 999)) as area,
            \([1, 0, 255] as [UInt8]) as bytes, \([] as [UInt8]) as none, \(JSON.object(["a": [1, "字"]])) as json,
            \(Colour.blue) as colour, 12345.6700::numeric as num, \(7)::smallint as i2
            """
        ).one()
        #expect(try row.int("i") == -5)
        #expect(try row.int32("i4") == .min)
        #expect(try row.int64("i4") == Int64(Int32.min))
        #expect(try row.int64("i8") == .max)
        #expect(try row.text("t") == "字'\\\n")
        #expect(try row.text("empty") == "")
        #expect(try row.bool("yes"))
        #expect(try row.id("id") == id)
        #expect(try row.day("day") == day)
        #expect(try row.instant("at") == instant)
        #expect(try row.fen("fen") == Fen(-12_345))
        #expect(try row.area("area") == Area(hundredths: 999))
        #expect(try row.bytes("bytes") == [1, 0, 255])
        #expect(try row.bytes("none") == [])
        #expect(try row.isNull("none") == false)
        #expect(String(decoding: try row.json("json"), as: UTF8.self) == #"{"a": [1, "字"]}"#)
        #expect(try row.text("colour") == "blue")
        #expect(try row.numeric("num") == "12345.6700")
        #expect(try row.int("i2") == 7)
        await pool.close()
    }

    @Test("nil of every type is NULL, and an optional with a value is the value")
    func optionals() async throws {
        let pool = try TestDatabase().pool()
        let row = try await pool.read(
            """
            select \(nil as Int?) as i, \(nil as String?) as t, \(nil as Bool?) as b, \(nil as ID?) as id,
            \(nil as BusinessDay?) as day, \(nil as Instant?) as at, \(nil as Fen?) as fen, \(nil as [UInt8]?) as bytes,
            \(nil as JSON?) as json, \(nil as [String]?) as texts, \(nil as Colour?) as colour, \(Int?(4)) as four
            """
        ).one()
        for name in row.columnNames where name != "four" { #expect(try row.isNull(name), "\(name)") }
        #expect(try row.optionalInt("i") == nil)
        #expect(try row.optionalText("t") == nil)
        #expect(try row.optionalBytes("bytes") == nil)
        #expect(try row.optionalTexts("texts") == nil)
        #expect(try row.optionalInt("four") == 4)
        #expect(throws: PQError.self) { try row.text("t") }
        #expect(throws: PQError.self) { try row.int("t") }
        #expect(throws: PQError.self) { try row.text("absent") }
        await pool.close()
    }

    @Test("arrays go whole, empty, and with gaps")
    func arrays() async throws {
        let pool = try TestDatabase().pool()
        let row = try await pool.read(
            """
            select \(["a", "", "字"]) as t, \([] as [String]) as none, \([id, id]) as ids, \([1, -2] as [Int64]) as n,
            \([3, 4]) as i, \([day]) as days, \([true, false]) as b, \(["x", nil] as [String?]) as gaps,
            \([[1], []] as [[UInt8]]) as bytes, \([Colour.red]) as colours, \([instant]) as at,
            cardinality(\([1, 2, 3])) as count, array_length(\([] as [Int64]), 1) is null as empty
            """
        ).one()
        #expect(try row.texts("t") == ["a", "", "字"])
        #expect(try row.texts("none") == [])
        #expect(try row.ids("ids") == [id, id])
        #expect(try row.int64s("n") == [1, -2])
        #expect(try row.int64s("i") == [3, 4])
        #expect(try row.days("days") == [day])
        #expect(try row.bools("b") == [true, false])
        #expect(try row.texts("colours") == ["red"])
        #expect(try row.instants("at") == [instant])
        #expect(try row.int32("count") == 3)
        #expect(try row.bool("empty"))
        #expect(throws: PQError.self) { try row.texts("gaps") }
        #expect(throws: PQError.self) { try row.ids("t") }
        await pool.close()
    }

    @Test("a jsonb column decodes into a type")
    func decodes() async throws {
        let pool = try TestDatabase().pool()
        let row = try await pool.read(
            #"select '{"day": "2026-03-01", "sum": 12, "names": ["甲"]}'::jsonb as j, '{"day": "x"}'::json as bad"#
        ).one()
        let wanted = Nested(
            day: BusinessDay(iso: "2026-03-01") ?? day, sum: Fen(12), names: ["甲"])
        #expect(try row.decode(Nested.self, "j") == wanted)
        #expect(throws: PQError.self) { try row.decode(Nested.self, "bad") }
        await pool.close()
    }

    @Test("rows become the JSON text that is wanted")
    func json() async throws {
        let pool = try TestDatabase().pool()
        let rows = try await pool.read(
            """
            select (-32768)::smallint as i2, 0 as i4, \(Int64.min) as i8, true as yes, false as no, null::text as nothing,
            E'a"b\\\\c\\n\\t\\u0001字' as t, \(id) as id, date '2026-03-01' as day, timestamptz '2026-03-01 16:30:05Z' as at,
            timestamptz '1999-12-31 15:59:59.5Z' as fraction, timestamp '2026-01-02 03:04:05' as local,
            (-0012.3400)::numeric as num, 0.0001::numeric as small, 100000000::numeric as big, 'NaN'::numeric as nan,
            '{"a": 1}'::jsonb as j, '[1, 2]'::json as k, '\\xdeadbeef'::bytea as bytes, array['x', null, 'y"']::text[] as texts,
            array[[1, 2], [3, 4]] as grid, '{}'::int[] as none, array[\(id)] as ids, 1.5::float8 as f, time '01:02:03' as time,
            daterange('2026-01-01', '2026-02-01') as span, 'infinity'::date as ever
            """)
        var bytes: [UInt8] = []
        rows.writeJSON(into: &bytes)
        let wanted = """
            [{"i2":-32768,"i4":0,"i8":-9223372036854775808,"yes":true,"no":false,"nothing":null,\
            "t":"a\\"b\\\\c\\n\\t\\u0001字","id":"0190b6a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b","day":"2026-03-01",\
            "at":"2026-03-02T00:30:05+08:00","fraction":"1999-12-31T23:59:59.500000+08:00",\
            "local":"2026-01-02T03:04:05","num":"-12.3400","small":"0.0001","big":"100000000","nan":"NaN",\
            "j":{"a": 1},"k":[1, 2],"bytes":"deadbeef","texts":["x",null,"y\\""],"grid":[[1,2],[3,4]],"none":[],\
            "ids":["0190b6a0-1c2d-7e3f-8a4b-5c6d7e8f9a0b"],"f":1.5,"time":"01:02:03",\
            "span":"[2026-01-01,2026-02-01)","ever":"infinity"}]
            """
        #expect(String(decoding: bytes, as: UTF8.self) == wanted)
        let none = try await pool.read("select 1 as a where false")
        var empty: [UInt8] = []
        none.writeJSON(into: &empty)
        #expect(String(decoding: empty, as: UTF8.self) == "[]")
        await pool.close()
    }

    @Test("numeric text is PostgreSQL's own for numbers of every size")
    func numerics() async throws {
        let pool = try TestDatabase().pool()
        let rows = try await pool.read(
            """
            select n, n::text as t from (select (random() - 0.5)::numeric * 10::numeric ^ (g % 30) as n
            from generate_series(1, 2000) g union all select x from unnest(array[0, 0.00, 10000, 99990000, 1e-20, 1e40,
            123456789012345678901234567890.123456789, -0.5, 1.0000]::numeric[]) x) as s
            """)
        for row in rows { #expect(try row.numeric("n") == row.text("t")) }
        await pool.close()
    }
}
