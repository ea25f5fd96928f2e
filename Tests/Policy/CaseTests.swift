import Foundation
import Policy
import Testing
import Values

@Suite("Policy packs: worked examples")
struct CaseTests {
    @Test("every case has a name under its question, and expects something")
    func form() throws {
        for found in try PolicyCase.load(folder: packsFolder) {
            #expect(found.expect.object?.isEmpty == false, "\(found.id)")
            #expect(found.id.hasPrefix(found.question + "."), "\(found.id)")
        }
    }

    @Test("money without quotes, an unknown field and an id that stands twice are refused")
    func faulty() throws {
        var files = soundFiles()
        files["330302-district/cases/a.yaml"] = """
            - {id: x, question: scope, facts: {sum: 10.50}, expect: {ok: true}}
            - {id: y, question: scope, facts: {sum: "10.50"}, expect: {ok: true}, hope: {}}
            - {id: y, question: scope, facts: {sum: "10.50"}, expect: {ok: true}}
            """
        let packs = try ScratchPacks(files)
        let problems = #expect(throws: PackErrors.self) { try PolicyCase.load(folder: packs.path) }?.problems
        #expect(
            problems?.map { "\($0.key) \($0.message)" } == [
                "x.facts.sum is a bare fraction: money and areas are text in quotes",
                "[1].hope is an unknown field", "y stands twice",
            ])
    }

    @Test("values keep their kinds: days and money are text, counts are numbers")
    func kinds() throws {
        let cases = try PolicyCase.load(folder: packsFolder)
        let notice = try #require(cases.first { $0.id == "notice_before.over_national_day" })
        #expect(notice.facts == ["event": "2022-10-12", "workdays": 7])
        #expect(notice.expect == ["latest_notice": "2022-09-28"])
        #expect(notice.pack == "000000")
    }
}
