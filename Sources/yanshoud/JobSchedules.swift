import ArgumentParser
import Jobs
import PQ
import Values

extension JobCommands {
    /// What is done again and again: when next, when last; held up, let go on, or asked for now.
    struct Schedules: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "定期作业：下次、上次；暂停、恢复、立即办一次。 Schedules: next, last; hold, go on, run now.")

        enum Act: String, ExpressibleByArgument, CaseIterable {
            case list, hold, resume, run
        }

        @OptionGroup var target: OwnerDatabase
        @Argument(help: "list、hold、resume、run。 What to do.") var act: Act = .list
        @Argument(help: "定期作业的名称。 The schedule's name.") var name: String?

        func validate() throws {
            if act != .list, name == nil { throw ValidationError("请写明是哪一项。 Say which schedule.") }
        }

        func run() async throws {
            switch act {
            case .list: try await list()
            case .run:
                let rows = try await JobCommands.ask(
                    target, [JobControl.run(schedule: name ?? ""), JobControl.ring])
                let number = try rows[0].one().int("number")
                guard number > 0 else { throw missing }
                print("放入待办 \(number) 项 \(number) jobs ready")
            case .hold, .resume:
                let rows = try await JobCommands.ask(
                    target, [JobControl.hold(schedule: name ?? "", act == .hold)])
                guard try rows[0].one().bool("found") else { throw missing }
                print(act == .hold ? "已暂停 held" : "已恢复，从现在算起 goes on from now")
            }
        }

        private var missing: ValidationError { ValidationError("没有定期作业 \(name ?? "")。 No such schedule.") }

        private func list() async throws {
            let rows = try await JobCommands.ask(
                target,
                [
                    """
                    select name, kind, missed, zone, paused_at is not null as held,
                        to_char(next_at at time zone zone, 'YYYY-MM-DD HH24:MI:SS') as next,
                        to_char(last_at at time zone zone, 'YYYY-MM-DD HH24:MI:SS') as last
                    from jobs.schedule order by name
                    """
                ])[0]
            for row in rows {
                let next = try row.optionalText("next") ?? "等工作日历公布 waits for the calendar"
                let last = try row.optionalText("last") ?? "-"
                let held = try row.bool("held") ? "  暂停 held" : ""
                print(
                    "\(try row.text("name"))  \(try row.text("kind"))  下次 next \(next)  上次 last \(last) ",
                    "\(try row.text("zone"))  错过 missed: \(try row.text("missed"))\(held)")
            }
            if rows.isEmpty { print("没有定期作业。 No schedules.") }
        }
    }
}
