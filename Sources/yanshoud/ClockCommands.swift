import ArgumentParser
import PQ
import Values

/// What can be checked of deadlines by whoever keeps the machine.
struct ClockCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clocks", abstract: "时限：按日历复算。 Deadlines (时限).", subcommands: [Check.self])

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "把每个时限按起算日、天数和已公布的日历复算。 Count every deadline again and compare.",
            discussion: "有不符的逐条列出，以 1 结束。 Ends with 1 where any differs, and lists it.")

        @OptionGroup var target: OwnerDatabase

        func run() async throws {
            let rows = try await JobCommands.ask(
                target,
                [
                    """
                    select count(*) as clocks, count(*) filter (where num_nonnulls(workdays, nominal_on) = 1) as counted,
                        (select count(*) from app.clock_move) as moves
                    from app.clock
                    """,
                    "select clock_id, finding from app.clock_differences()",
                ])
            for row in rows[1] { print("\(try row.id("clock_id")): \(try row.text("finding"))") }
            let row = try rows[0].one()
            print(
                "clocks: \(try row.int("clocks")) deadlines, \(try row.int("counted")) counted again,",
                "\(try row.int("moves")) moves, \(rows[1].count) differences")
            if rows[1].count > 0 { throw ExitCode(1) }
        }
    }
}
