import Actions
import PQ
import Policy
import Questions
import Values
import Web

/// Where a clerk asks the rules, looks one up, and compares two places (规则问答): no program and no script is needed.
struct PolicyPages: Sendable {
    let desk: Desk

    var routes: [Route] {
        [
            Route(
                .get, "/policy", operation: "page.policy", summary: Words("规则问答", "Ask the rules"),
                access: .signedIn, tags: ["pages"], handle: index),
            Route(
                .get, "/policy/ask/{question}", operation: "page.policy.question",
                summary: Words("填写一个规则问题", "A question, to be filled in"), access: .signedIn, tags: ["pages"],
                handle: question),
            Route(
                .post, "/policy/ask/{question}", operation: "page.policy.ask",
                summary: Words("提交规则问题", "Ask a question by the page"), access: .signedIn, tags: ["pages"],
                handle: ask),
            Route(
                .get, "/policy/key", operation: "page.policy.key",
                summary: Words("查一项规定", "What a place's rules hold under a key"), access: .signedIn,
                tags: ["pages"],
                query: [
                    Parameter("place", .string(max: 40), Words("地区", "the place")),
                    Parameter("key", .string(max: 120), Words("规定的键", "the key")),
                    Parameter("on", .string(max: 10), Words("日期", "the day")),
                ], handle: key),
            Route(
                .get, "/policy/compare", operation: "page.policy.compare",
                summary: Words("比较两地规定", "What two places hold differently"), access: .signedIn,
                tags: ["pages"],
                query: [
                    Parameter("place", .string(max: 40), Words("地区", "the place")),
                    Parameter("other", .string(max: 40), Words("另一地区", "the other place")),
                    Parameter("on", .string(max: 10), Words("日期", "the day")),
                ], handle: compare),
        ]
    }

    // MARK: Asking

    @Sendable
    private func index(_ request: Request) async throws -> Response {
        _ = try await desk.read(request, [SQL]())
        let rows = RuleQuestions.book.questions.map { question in
            [
                link(question.words.zh, to: "/policy/ask/" + question.name),
                el("code", ["lang": "en"]) { question.name },
            ]
        }
        return page("规则问答") {
            el("p", ["class": "hint"]) { "按已发布的政策包回答，每个答复附条款。答复不作任何登记，也不代替认定。" }
            el("section", ["id": "key"]) {
                el("h2") { "查一项规定" }
                search(
                    "/policy/key",
                    [
                        placeField("place", "地区"),
                        Field("key", "规定的键", hint: "如 tender.threshold.works；不填列出全部", required: false),
                        dayField,
                    ], submit: "查看")
            }
            el("section", ["id": "compare"]) {
                el("h2") { "比较两地" }
                search(
                    "/policy/compare", [placeField("place", "地区"), placeField("other", "另一地区"), dayField],
                    submit: "比较")
            }
            el("section", ["id": "questions"]) {
                el("h2") { "问题" }
                table("可以询问的问题", ["问题", "代号"], rows: rows)
            }
        }
    }

    @Sendable
    private func question(_ request: Request) async throws -> Response {
        _ = try await desk.read(request, [SQL]())
        return try asking(named: request.pathValues["question"] ?? "", sent: nil)
    }

    @Sendable
    private func ask(_ request: Request) async throws -> Response {
        _ = try await desk.read(request, [SQL]())
        return try asking(named: request.pathValues["question"] ?? "", sent: request.form())
    }

    /// The question's form, with what was filled in and what it comes to.
    private func asking(named name: String, sent: Form?) throws -> Response {
        guard let question = RuleQuestions.book[name] else { throw Problems.notFound }
        var problems = [String: String]()
        var answer = HTML.empty
        if let sent {
            let facts = PolicyPages.facts(sent, of: question)
            do throws(QuestionFault) {
                answer = PolicyPages.html(
                    try RuleQuestions.book.explain(
                        name, .object(facts), under: desk.shelf.current, today: desk.clock.now.day))
            } catch {
                guard case .facts(let found) = error else { throw Problems.notFound }
                // The fact that a field stands for, of a name within a list its list.
                for problem in found {
                    problems[String(problem.fact.prefix { $0 != "[" && $0 != "." })] = problem.words.zh
                }
                answer = el("p", ["class": "alert", "role": "alert"]) { "有 \(found.count) 处填写不符合要求" }
            }
        }
        let fields = (question.facts + Question.common).map { fact in
            PolicyPages.field(fact, sent: sent?[fact.name] ?? "", error: problems[fact.name])
        }
        return page(question.words.zh, status: problems.isEmpty ? 200 : 422) {
            answer
            form(to: "/policy/ask/" + name, token: nil, submit: "询问") {
                for field in fields { field.html }
            }
        }
    }

    /// The facts as the form sent them; what is left empty is left out.
    private static func facts(_ form: Form, of question: Question) -> [String: JSON] {
        var facts = [String: JSON]()
        for fact in question.facts + Question.common {
            guard let text = form[fact.name], !text.isEmpty else { continue }
            facts[fact.name] = fact.kind.value(of: text)
        }
        return facts
    }

    private static func field(_ fact: FactSpec, sent: String, error: String?) -> Field {
        let kind: Field.Kind
        switch fact.kind {
        case .bool:
            kind = .choice([("", "不填"), ("true", "是"), ("false", "否")])
        case .choice(let choices):
            kind = .choice([("", "不填")] + choices.map { ($0, $0) })
        case .day: kind = .day
        case .int: kind = .number
        case .list, .pair, .map, .records: kind = .lines(rows: 4)
        default: kind = .text
        }
        return Field(
            fact.name, FactWords.words(fact.name) ?? fact.name, kind, value: sent,
            hint: "\(fact.name)：\(fact.kind.words.zh)", required: !fact.isOptional, error: error)
    }

    private static func html(_ answer: ReasonedAnswer) -> HTML {
        let shown = answer.fields.filter { !["reasons", "tests"].contains($0.key) }.sorted { $0.key < $1.key }
        let rows = shown.map { field, value in
            [
                HTML(field == "determination" ? "结论" : VerdictWords.name(field)?.zh ?? field),
                HTML(value.text.flatMap { VerdictWords.words($0)?.zh } ?? Reason.shown(value)),
            ]
        }
        return el("section", ["id": "answer"]) {
            el("h2") { "答复" }
            if let sentence = answer.sentence { el("p") { el("strong") { sentence.zh } } }
            table("答复各项", ["项目", "内容"], rows: rows)
            reasonTree(answer.reasons, summary: "依据：条款、取值与事实")
        }
    }

    // MARK: Looking up and comparing

    @Sendable
    private func key(_ request: Request) async throws -> Response {
        _ = try await desk.read(request, [SQL]())
        let (day, policy) = try self.policy(request, "place")
        let wanted = request.query["key"] ?? ""
        guard !wanted.isEmpty, policy.has(wanted) else {
            let keys = policy.keys.filter { $0.hasPrefix(wanted.prefix { $0 != "." }) }
            let rows = keys.map { key in
                [link(key, to: "/policy/key?place=\(policy.place)&key=\(key)&on=\(day)")]
            }
            return page("查规定：\(policy.place)，\(day)") {
                if !wanted.isEmpty { el("p") { "没有“\(wanted)”这一项。" } }
                table("规定的键", ["键"], rows: rows)
            }
        }
        let held: HTML
        do throws(PolicyFault) {
            let read = try policy.explained(wanted)
            held = HTML([
                el("p") { el("strong") { read.value.map { Reason.shown($0.json) } ?? "无" } },
                el("p", ["class": "hint"]) { "出自 \(read.pack)，\(read.relation.words.zh)" },
                reasonTree(Reason.tree(of: [read.citation], reading: [read]), summary: "条款与上位规定"),
            ])
        } catch {
            held = el("p") { error.words.zh }
        }
        return page("\(wanted)（\(policy.place)，\(day)）") { held }
    }

    @Sendable
    private func compare(_ request: Request) async throws -> Response {
        _ = try await desk.read(request, [SQL]())
        let (day, one) = try policy(request, "place")
        let other = try policy(request, "other").policy
        let rows = PolicyDifference.between(one, other).map { difference in
            [
                link(difference.key, to: "/policy/key?place=\(one.place)&key=\(difference.key)&on=\(day)"),
                PolicyPages.standing(difference.before), PolicyPages.standing(difference.after),
            ]
        }
        return page("比较：\(one.place) 与 \(other.place)，\(day)") {
            if rows.isEmpty { el("p") { "没有不同。" } }
            table("两地不同的规定（\(rows.count) 项）", ["键", one.place, other.place], rows: rows)
        }
    }

    /// What one side holds: its value with the rule, the text it waits for, or nothing.
    private static func standing(_ side: JSON?) -> HTML {
        guard let side else { return HTML("—") }
        if let needs = side["needs"]?.text { return HTML("缺少文件：\(needs)") }
        guard let value = side["value"] else { return HTML(side["fault"]?.text ?? "—") }
        let whole = Reason.shown(value)
        let shown = whole.count > 200 ? whole.prefix(200) + "…" : whole[...]
        return HTML("\(shown)（\(side["because"]?["rule"]?.text ?? "")）")
    }

    private func policy(_ request: Request, _ name: String) throws -> (day: BusinessDay, policy: Policy) {
        let day = request.query["on"].flatMap { BusinessDay(iso: $0) } ?? desk.clock.now.day
        let book = desk.shelf.current
        guard let place = request.query[name].flatMap({ book.place(named: $0) }),
            let policy = try? book.policy(for: place, on: day)
        else { throw Problems.notFound }
        return (day, policy)
    }

    // MARK: Frame

    private func placeField(_ name: String, _ label: String) -> Field {
        let book = desk.shelf.current
        return Field(
            name, label, .choice(book.places.map { ($0, (book.name(of: $0)?.zh ?? "") + " " + $0) }))
    }

    private var dayField: Field { Field("on", "日期", .day, hint: "不填为今天", required: false) }

    private func search(_ path: String, _ fields: [Field], submit: String) -> HTML {
        el("form", ["method": "get", "action": path]) {
            for field in fields { field.html }
            el("p") { el("button", ["type": "submit"]) { submit } }
        }
    }

    private func page(_ title: String, status: Int = 200, @HTMLBuilder _ content: () -> HTML) -> Response {
        .html(
            status,
            HTML.document(title: title + " · 验收") {
                el("header", ["class": "site"]) {
                    link("验收", to: "/")
                    link("首页", to: "/start")
                    link("规则问答", to: "/policy")
                    link("退出", to: "/sign-out")
                }
                el("main", ["id": "main"]) {
                    el("h1") { title }
                    content()
                }
            })
    }
}

extension FactKind {
    /// The text of a field as the fact that it stands for; what is no such fact is told by the question itself.
    fileprivate func value(of text: String) -> JSON {
        switch self {
        case .bool: text == "true" ? true : text == "false" ? false : .text(text)
        case .int: Int64(text).map { .int($0) } ?? .text(text)
        case .list, .pair, .map, .records:
            (try? JSONReader.read(Array(text.utf8)).0)
                ?? .list(
                    text.split(whereSeparator: \.isNewline).map { line in
                        let line = String(line)
                        return Int64(line).map { .int($0) } ?? .text(line)
                    })
        default: .text(text)
        }
    }
}
