import Testing

@testable import Values

@Suite("Days, moments, money, ratios, ids")
struct BusinessDayTests {
    @Test("a day reads and prints as ISO and knows its weekday")
    func iso() throws {
        for text in ["2000-01-01", "1999-12-31", "2024-02-29", "2026-11-21", "0001-03-01", "1900-02-28"] {
            #expect(BusinessDay(iso: text)?.description == text)
        }
        for text in ["2023-02-29", "2023-13-01", "23-01-01", "2023-1-01", "2023/01/01", "", "2023-01-001"] {
            #expect(BusinessDay(iso: text) == nil)
        }
        #expect(BusinessDay(iso: "2026-11-21")?.weekday == 6)
        #expect(BusinessDay(iso: "2000-01-01")?.daysSince2000 == 0)
        var day = try #require(BusinessDay(iso: "1996-01-01"))
        for _ in 0..<20_000 {
            #expect(BusinessDay(iso: day.description) == day)
            day = day.adding(days: 1)
        }
    }

    @Test("months end where the month ends (CV-05)")
    func months() {
        #expect(BusinessDay(iso: "2020-02-29")?.adding(months: 60).description == "2025-02-28")
        #expect(BusinessDay(iso: "2021-11-30")?.adding(months: 3).description == "2022-02-28")
    }

    @Test("a moment reads and prints with its zone")
    func moments() {
        let moment = Instant(iso: "2026-03-01T00:30:00+08:00")
        #expect(moment?.universal == "2026-02-28T16:30:00.000000Z")
        #expect(moment?.local == "2026-03-01T00:30:00+08:00")
        #expect(moment?.day.description == "2026-03-01")
        #expect(Instant(iso: "2026-03-01T00:30:00.25Z")?.universal == "2026-03-01T00:30:00.250000Z")
        #expect(Instant(iso: "2026-03-01T00:30:00") == nil)
        #expect(Instant(iso: "2026-03-01T24:30:00Z") == nil)
    }

    @Test("money and areas are decimal text, exact, and nothing looser")
    func money() {
        #expect(Fen(yuan: "3842000.00") == Fen(384_200_000))
        #expect(Fen(yuan: "0.5")?.yuan == "0.50")
        #expect(Fen(yuan: "-1.05")?.amount == -105)
        #expect(Fen(384_200_000).forPeople == "3,842,000.00")
        for text in ["", ".5", "1.", "1.234", "1e3", "1,000", " 1", "--1"] { #expect(Fen(yuan: text) == nil) }
        #expect(Area(squareMetres: "48000.00")?.hundredths == 4_800_000)
        #expect(Area(squareMetres: "0.01")?.hundredths == 1)
        #expect(Area(squareMetres: "48000.001") == nil)
    }

    @Test("no sum of money stops the process")
    func bounds() {
        #expect(Fen(.max) + Fen(1) == Fen(.max))
        #expect(Fen(.min) - Fen(1) == Fen(.min))
        #expect(Ratio.rounded(Int128(Int64.max) * 1_000_000, 1) == Fen(.max))
        #expect(Ratio(.min, .min) == Ratio(1, 1))
        #expect(Ratio(0, .min) == Ratio(0, 1))
        #expect(Ratio(.min, -1) == nil)
        #expect(Ratio(1, .min) == nil)
    }

    @Test("a share is rounded half up to the fen (CV-03)")
    func shares() throws {
        let weight = try #require(Ratio(3_390_000, 20_300_000))
        #expect(weight.share(of: Fen(2_225_000_000)).yuan == "3715640.39")
        #expect(try #require(Ratio(1, 2)).share(of: Fen(1)) == Fen(1))
        #expect(Ratio("2/3") == Ratio(400, 600))
        #expect(Ratio("0.05") == Ratio(1, 20))
        #expect(try #require(Ratio(399, 600)) < #require(Ratio("2/3")))
    }

    @Test("ids keep their text, and version 7 carries its moment")
    func ids() throws {
        let moment = try #require(Instant(iso: "2026-03-01T00:00:00Z"))
        let id = ID(at: moment, chance: (.max, .max))
        #expect(ID(id.description) == id)
        #expect(ID(bytes: id.bytes) == id)
        #expect(Array(id.description)[14] == "7")
        #expect(id.high >> 16 == UInt64(moment.unixMilliseconds))
        #expect(ID("not-an-id") == nil)
    }

    @Test("canonical JSON sorts its keys and escapes as RFC 8785 does")
    func canonical() {
        let value: JSON = ["b": 1, "a": ["x\n\"\\/\u{1}", nil, true], "é": "街道"]
        #expect(value.description == "{\"a\":[\"x\\n\\\"\\\\/\\u0001\",null,true],\"b\":1,\"é\":\"街道\"}")
    }
}
