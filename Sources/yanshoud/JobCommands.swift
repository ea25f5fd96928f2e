import ArgumentParser
import Jobs
import PQ
import Values

/// Due work as operators handle it (作业运维): look, cancel, put back, hold up.
struct JobCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "作业：查看、取消、重办、暂停。 Due work: look, cancel, put back, hold up.",
        subcommands: [
            List.self, Show.self, Retry.self, Cancel.self, Pause.self, Resume.self, Redrive.self, Stats.self,
            Schedules.self, Webhooks.self,
        ])

    /// The states in the order of a job's life, each with its words.
    static let states: [(name: String, words: String)] = [
        ("blocked", "等前项 blocked"), ("scheduled", "定时 scheduled"), ("gated", "等闸口 gated"),
        ("ready", "待办 ready"),
        ("running", "在办 running"), ("done", "办结 done"), ("cancelled", "已取消 cancelled"), ("dead", "死信 dead"),
    ]

    static func words(_ state: String) -> String { states.first { $0.name == state }?.words ?? state }

    static func identity(_ text: String) throws -> ID {
        guard let id = ID(text) else {
            throw ValidationError(
                "\(text) 不是作业编号；编号见 yanshoud jobs list。 Not a job's id: see yanshoud jobs list.")
        }
        return id
    }

    /// Opens the database, asks, and closes it whatever comes.
    static func ask(_ target: OwnerDatabase, _ statements: [SQL]) async throws -> [Rows] {
        let pool = Pool(try await target.checked(), connections: 1, applicationName: "yanshou-jobs-command")
        let outcome: Result<[Rows], any Error>
        do {
            outcome = .success(
                try await pool.transaction { transaction in try await transaction.commit(after: statements) })
        } catch {
            outcome = .failure(error)
        }
        await pool.close()
        return try outcome.get()
    }
}

extension JobCommands {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "列出作业，最近的在前。 List jobs, the latest first.")

        @OptionGroup var target: OwnerDatabase
        @Option(help: "状态。 A state: blocked, scheduled, gated, ready, running, done, cancelled, dead.")
        var standing: String?
        @Option(help: "类别。 A kind, such as clock.due.") var kind: String?
        @Option(help: "最多几项。 How many at most.") var limit: Int = 50

        func validate() throws {
            guard let standing, !JobCommands.states.contains(where: { $0.name == standing }) else { return }
            throw ValidationError("没有状态 \(standing)。 No such state.")
        }

        func run() async throws {
            let rows = try await JobCommands.ask(
                target,
                [
                    """
                    select job_id, district, kind, queue, state, attempts, attempts_max, worker,
                        to_char(run_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as moment, last_error
                    from jobs.standing
                    where (\(standing)::text is null or state = \(standing)) and (\(kind)::text is null or kind = \(kind))
                    order by run_at desc, job_id limit \(Int64(limit))
                    """
                ])[0]
            for row in rows {
                let tries = "\(try row.int("attempts"))/\(try row.int("attempts_max"))"
                let end = try row.optionalText("last_error").map { "  \($0)" } ?? ""
                let worker = try row.optionalText("worker").map { "  @\($0)" } ?? ""
                print(
                    "\(try row.id("job_id"))  \(try row.text("moment"))  \(JobCommands.words(try row.text("state")))",
                    " \(try row.text("kind"))  区划 district \(try row.int("district"))  试办 tries \(tries)\(worker)\(end)"
                )
            }
            print("共 \(rows.count) 项 \(rows.count) jobs")
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "一项作业的全部：内容、状态、每次失败。 One job whole: what it is about, where it stands, every failed try.")

        @OptionGroup var target: OwnerDatabase
        @Argument(help: "作业编号。 The job's id.") var job: String

        func run() async throws {
            let id = try JobCommands.identity(job)
            let answers = try await JobCommands.ask(
                target,
                [
                    "select to_jsonb(standing) as job, state from jobs.standing where job_id = \(id)",
                    """
                    select attempts, crashed, error, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as moment
                    from jobs.failure where job_id = \(id) order by at
                    """,
                ])
            guard let row = answers[0].first else {
                throw ValidationError("没有这项作业，或已超过保存期。 No such job, or it is no longer kept.")
            }
            print("状态 state: \(JobCommands.words(try row.text("state")))")
            let known = try row.decode(JSON.self, "job").object ?? [:]
            for (name, value) in known.sorted(by: { $0.key < $1.key }) where value != .null {
                print("\(name): \(value.text ?? value.description)")
            }
            for failure in answers[1] {
                let how = try failure.bool("crashed") ? "进程消失 worker gone" : try failure.text("error")
                print(
                    "失败 failed: \(try failure.text("moment"))  第 \(try failure.int("attempts")) 次 try  \(how)"
                )
            }
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "现在就办：等待时刻的，或死信。 Do now what waits for its moment, or is dead.")

        @OptionGroup var target: OwnerDatabase
        @Argument(help: "作业编号。 The job's id.") var job: String

        func run() async throws {
            let rows = try await JobCommands.ask(
                target,
                [JobControl.retry(try JobCommands.identity(job)), JobControl.ring])
            guard try rows[0].one().bool("found") else {
                throw ValidationError("只有定时或死信作业可以重办。 Only a scheduled or a dead job can be done anew.")
            }
            print("已放回待办 ready")
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "取消；在办的请其停下。 Cancel; what is under way is asked to stop.")

        @OptionGroup var target: OwnerDatabase
        @Argument(help: "作业编号。 The job's id.") var job: String
        @Option(help: "理由，保存并显示。 Why; kept and shown.") var reason: String =
            "由运维人员取消 cancelled by an operator"

        func run() async throws {
            let rows = try await JobCommands.ask(
                target, [JobControl.cancel(try JobCommands.identity(job), because: reason)])
            switch JobControl.Cancelled(rawValue: try rows[0].one().text("how")) {
            case .cancelled: print("已取消 cancelled")
            case .asked: print("已通知在办进程停下 its worker is asked to stop")
            case .over, nil: throw ValidationError("已经结束，无可取消。 It is over; there is nothing to cancel.")
            }
        }
    }

    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "暂停一个队列：在办的办完，新的不取。 Hold up a queue: what is under way ends, nothing more is taken.")

        @OptionGroup var target: OwnerDatabase
        @Argument(help: "队列。 The queue.") var queue: String = "default"
        @Option(help: "理由。 Why.") var reason: String

        func run() async throws {
            _ = try await JobCommands.ask(target, [JobControl.pause(queue, because: reason)])
            print("已暂停 paused: \(queue)")
        }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "恢复一个队列。 Let a queue go on.")

        @OptionGroup var target: OwnerDatabase
        @Argument(help: "队列。 The queue.") var queue: String = "default"

        func run() async throws {
            let rows = try await JobCommands.ask(
                target, [JobControl.resume(queue), JobControl.ring])
            print(try rows[0].one().bool("found") ? "已恢复 resumed: \(queue)" : "本未暂停 was not paused: \(queue)")
        }
    }

    struct Redrive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "死信放回待办，先死的先办。 Put dead jobs back, the oldest first.")

        @OptionGroup var target: OwnerDatabase
        @Option(help: "类别；不写则全部。 A kind; without it, all.") var kind: String?
        @Option(help: "最多几项。 How many at most.") var limit: Int = 1000

        func run() async throws {
            let rows = try await JobCommands.ask(
                target,
                [
                    JobControl.redrive(kind: kind, limit: limit), JobControl.ring,
                ])
            let number = try rows[0].one().int("number")
            print("放回 \(number) 项 \(number) put back")
        }
    }

    struct Stats: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "各状态、各队列、各进程；队列停滞时以状态 3 退出。 Numbers by state, queue and worker; status 3 where a queue stands."
        )

        @OptionGroup var target: OwnerDatabase
        @Option(help: "等多少秒算停滞。 After how many seconds of waiting a queue stands.") var stands: Int = 300

        func run() async throws {
            let answers = try await JobCommands.ask(
                target,
                [
                    "select state, jobs from pub.jobs_by_state()",
                    "select outcome, jobs from pub.jobs_ended()",
                    """
                    select queue, ready, paused, coalesce(extract(epoch from now() - waits_since), 0)::bigint as waited
                    from jobs.queues()
                    """,
                    """
                    select name, done, failed, lost, extract(epoch from now() - beat)::bigint as quiet
                    from jobs.worker where gone_at is null order by worker
                    """,
                ])
            for row in answers[0] {
                print("\(JobCommands.words(try row.text("state"))): \(try row.int("jobs"))")
            }
            let ended = [
                "done": "已办结 done in all", "failed": "失败次数 failed tries", "lost": "失租次数 leases lost",
            ]
            for row in answers[1] {
                let name = try row.text("outcome")
                print("\(ended[name] ?? name): \(try row.int("jobs"))")
            }
            var standing: [String] = []
            for row in answers[2] {
                let queue = try row.text("queue")
                let waited = try row.int("waited")
                let paused = try row.optionalText("paused")
                print(
                    "队列 queue \(queue): 待办 ready \(try row.int("ready"))，已等 waited \(waited) s"
                        + (paused.map { "，暂停 paused: \($0)" } ?? ""))
                if waited > stands { standing.append(queue) }
            }
            for row in answers[3] {
                print(
                    "进程 worker \(try row.text("name")): 办结 done \(try row.int("done"))，失败 failed \(try row.int("failed"))，",
                    "失租 lost \(try row.int("lost"))，\(try row.int("quiet")) s 前 ago")
            }
            if answers[3].isEmpty { print("没有执行进程。 No worker runs.") }
            guard standing.isEmpty else {
                print("停滞 stands: \(standing.joined(separator: ", "))")
                throw ExitCode(3)
            }
        }
    }
}
