package import Values

/// What a command has to say, for people and for programs at once.
package struct Report: Sendable {
    package enum Line: Sendable {
        case heading(Words)
        case text(Words)
        case good(Words)
        case bad(Words)
        case caution(Words)
        /// A name and its value.
        case pair(Words, String)
        case table(Table)
        case refusal(Refusal)
        /// What something rests on, as an indented tree.
        case reasons([Reason])
    }

    package var status: CommandStatus
    package var json: JSON
    package var lines: [Line]
    /// Whether the lines belong on the error stream: they tell of a failure, and are no result.
    package var isFailure = false

    package init(_ json: JSON, _ lines: [Line] = [], status: CommandStatus = .done) {
        self.json = json
        self.lines = lines
        self.status = status
    }

    /// A failure in words.
    package init(failure status: CommandStatus, code: String, _ words: Words) {
        self.init(
            [
                "status": .text(status.name), "code": .text(code), "detail": .text(words.zh),
                "detail_en": .text(words.en),
            ], [.bad(words)], status: status)
        isFailure = true
    }

    /// The site's no, with each clause, what is missing and what helps.
    package init(problem: SiteProblem) {
        status = problem.exitStatus
        var fields = problem.document
        // `status` names the kind of failure in every report, so the number of HTTP steps aside for it.
        fields["http_status"] = .int(Int64(problem.status))
        fields["status"] = .text(problem.statusName)
        fields["code"] = .text(problem.code)
        fields["detail"] = .text(problem.detail.zh)
        fields["detail_en"] = .text(problem.detail.en)
        json = .object(fields)
        // What went wrong, and then what to do about it: a detail alone may say only the second.
        let isWhole = problem.detail == problem.title || !problem.refusals.isEmpty
        lines = [
            .bad(
                isWhole
                    ? problem.detail
                    : Words(
                        "\(problem.title.zh)：\(problem.detail.zh)",
                        "\(problem.title.en): \(problem.detail.en)"))
        ]
        lines += problem.errors.map {
            .caution(Words("“\($0.pointer)”：\($0.words.zh)", "\($0.pointer): \($0.words.en)"))
        }
        lines += problem.refusals.map { .refusal($0) }
        if let id = problem.requestID { lines.append(.pair(Words("请求编号", "request"), id)) }
        isFailure = true
    }

    package init(fault: SiteFault) {
        switch fault {
        case .refused(let problem): self.init(problem: problem)
        case .unreachable(let reason):
            self.init(
                failure: .unreachable, code: "site_unreachable",
                Words(
                    "连不上系统：\(reason.zh)。请检查网络和系统地址",
                    "the site cannot be reached: \(reason.en); check the network and the site's address"))
        case .notOurs(let reason):
            self.init(
                failure: .fault, code: "answer_not_ours",
                Words("对方的回答不是本系统的，请检查系统地址", "the answer is not one of this system: \(reason)"))
        }
    }
}

/// A failure of the command line's own ground that can say what it is.
package protocol Telling: Error {
    var report: Report { get }
}

extension SiteFault: Telling {
    package var report: Report { Report(fault: self) }
}

/// A mistake in what the person gave.
package struct InputMistake: Telling {
    package let code: String
    package let words: Words

    package init(_ code: String, _ zh: String, _ en: String) {
        self.code = code
        words = Words(zh, en)
    }

    package var report: Report { Report(failure: .usage, code: code, words) }
}

/// The command needs someone signed in.
package struct NotSignedIn: Telling {
    package init() {}

    package var report: Report {
        Report(
            failure: .forbidden, code: "sign_in_needed",
            Words("请先登录：yanshou sign-in", "sign in first: yanshou sign-in"))
    }
}
