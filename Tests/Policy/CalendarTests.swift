import Policy
import Testing
import Values

@Suite("Policy packs: the calendar of working days")
struct CalendarTests {
    private let calendar: WorkCalendar

    init() throws {
        calendar = try PolicyBook.load(folder: packsFolder).calendar
    }

    @Test(
        "a year has the working days that the notices give it",
        arguments: [
            (2018, 250), (2019, 250), (2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251),
            (2025, 248), (2026, 248),
        ]
    )
    func counts(year: Int, workdays: Int) throws {
        var day = try day("\(year)-01-01")
        var count = 0
        while day.year == year {
            if try calendar.isWorking(day) { count += 1 }
            day = day.adding(days: 1)
        }
        #expect(count == workdays)
    }

    @Test(
        "the weekend days worked are exactly those of the notices",
        arguments: [
            (2019, ["02-02", "02-03", "04-28", "05-05", "09-29", "10-12"]),
            (2020, ["01-19", "04-26", "05-09", "06-28", "09-27", "10-10"]),
            (2021, ["02-07", "02-20", "04-25", "05-08", "09-18", "09-26", "10-09"]),
            (2022, ["01-29", "01-30", "04-02", "04-24", "05-07", "10-08", "10-09"]),
            (2023, ["01-28", "01-29", "04-23", "05-06", "06-25", "10-07", "10-08"]),
            (2024, ["02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"]),
            (2025, ["01-26", "02-08", "04-27", "09-28", "10-11"]),
            (2026, ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]),
        ]
    )
    func adjusted(year: Int, days: [String]) throws {
        var day = try day("\(year)-01-01")
        var found: [String] = []
        while day.year == year {
            if day.weekday > 5, try calendar.isWorking(day) {
                found.append(String(day.description.dropFirst(5)))
            }
            day = day.adding(days: 1)
        }
        #expect(found == days)
    }

    @Test("a year without a notice is refused, before and after")
    func outside() throws {
        #expect(calendar.loadedYears == 2004...2026)
        let later = #expect(throws: WorkCalendar.NotLoaded.self) { try calendar.isWorking(day("2027-01-04")) }
        #expect(later?.year == 2027)
        let earlier = #expect(throws: WorkCalendar.NotLoaded.self) {
            try calendar.isWorking(day("2003-12-31"))
        }
        #expect(earlier?.year == 2003)
    }

    @Test("the catalogue's worked examples of periods come out")
    func periods() throws {
        #expect(try calendar.workday(5, after: day("2020-09-25")) == day("2020-10-09"))
        #expect(try calendar.workday(5, after: day("2021-02-10")) == day("2021-02-23"))
        #expect(try calendar.workday(7, before: day("2022-10-12")) == day("2022-09-28"))
        #expect(try calendar.rolled(day("2024-02-10")) == day("2024-02-18"))
        #expect(try calendar.rolled(day("2021-10-03")) == day("2021-10-08"))
    }

    @Test("a calendar file with a day twice, a foreign word or a year without a notice is refused")
    func faulty() throws {
        var files = soundFiles()
        files["000000-country/calendar.csv"] =
            "date,kind,festival\n2020-01-01,off,New Year\n2020-01-01,work,New Year\n2020-02-02,maybe,x\n2021-01-01,off,x\n"
        let messages = try ScratchPacks(files).problems().map(\.message)
        #expect(
            messages == [
                "stands twice", "line 4 is not a day with off or work", "no notice of 2021 is listed",
            ])
    }
}
