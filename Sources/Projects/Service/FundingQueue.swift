import Actions
import PQ
import Projects
import Values
import Web

/// The queue of projects whose residents' money is complete, against the year's allotment (资金排队).
struct FundingQueue: Sendable {
    let desk: Desk

    var routes: [Route] {
        let officers: [Role] = [.constructionUnit, .renovationOffice, .leadingGroup, .financeBureau]
        let year = Parameter("year", .int(min: 2015, max: 2100), Words("年度", "the year"))
        return [
            Route(
                .get, "/v1/funding-queue", operation: "funding_queue.read",
                summary: Words("资金到位排队和年度资金", "The queue by the day of complete money, and the allotment"),
                access: .roles(officers), tags: ["front"], query: [year], answers: [200: FundingQueue.answer],
                handle: read),
            Route(
                .post, "/v1/allotments", operation: "allotment.record",
                summary: Words("登记年度补助资金", "Record the year's allotment"),
                access: .roles([.renovationOffice, .financeBureau]), tags: ["front"],
                body: FundingQueue.allotment, effect: .adds, answers: [201: FundingQueue.recorded],
                handle: record),
            Route(
                .get, "/funding-queue", operation: "page.funding_queue",
                summary: Words("资金排队页", "The queue as a page"), access: .roles(officers), tags: ["pages"],
                handle: show),
        ]
    }

    private static let answer = Schema.open([
        "year": .int(), "allotment_fen": Schema.sum.nullable, "number": .noText,
        "queue": .list(
            of: .open([
                "project": .id, "name": .text, "subsidy_fen": .sum, "up_to_fen": .sum,
                "reached_at": .instant, "within_allotment": Schema.bool.nullable,
            ])),
    ])
    private static let recorded = Schema.open(["id": .id, "year": .int(), "amount_fen": .sum])
    private static let allotment = Schema.object([
        "id": .id, "year": .int(min: 2015, max: 2100), "amount_fen": .fen, "number": .string(max: 100),
    ])

    private struct Found {
        let year: Int32
        let amount: Fen?
        let number: String?
        let queue: [(project: QueuedProject, upTo: Fen, isWithin: Bool?)]
    }

    private func found(_ request: Request) async throws -> Found {
        let year = request.query["year"].flatMap { Int32($0) } ?? Int32(desk.clock.now.day.year)
        let (_, rows) = try await desk.read(request, FrontStore.queue(year: year))
        let projects = try rows[0].map { row in
            QueuedProject(
                id: try row.id("id"), name: try row.text("name"), subsidy: try row.fen("subsidy_fen"),
                reachedAt: try row.instant("reached_at"))
        }
        let amount = try rows[1].first?.fen("amount_fen")
        return Found(
            year: year, amount: amount, number: try rows[1].first?.text("number"),
            queue: FundingQueueRules.queue(projects, allotment: amount))
    }

    @Sendable
    private func read(_ request: Request) async throws -> Response {
        let found = try await found(request)
        return .json(
            200,
            .object([
                "year": .int(Int64(found.year)),
                "allotment_fen": found.amount.map { .int($0.amount) } ?? .null,
                "number": found.number.map { .text($0) } ?? .null,
                "queue": .list(
                    found.queue.map { item in
                        .object([
                            "project": .text(item.project.id.description), "name": .text(item.project.name),
                            "subsidy_fen": .int(item.project.subsidy.amount),
                            "up_to_fen": .int(item.upTo.amount),
                            "reached_at": .text(item.project.reachedAt.description),
                            "within_allotment": item.isWithin.map { .bool($0) } ?? .null,
                        ])
                    }),
            ]))
    }

    @Sendable
    private func record(_ request: Request) async throws -> Response {
        let draft = try request.decode(AllotmentDraft.self)
        return try await desk.act(
            request, "allotment.record", on: .none, subject: Subject("yearly_allotment", draft.id),
            facts: "select '{}'::jsonb as facts", as: Nothing.self
        ) { _, sitting in
            .done(
                Write(
                    body: .object([
                        "year": .int(draft.year), "amount_fen": .int(draft.amount.amount),
                        "number": .text(draft.number),
                    ]),
                    [
                        """
                        insert into app.yearly_allotment (district, yearly_allotment_id, year, amount_fen, number, op_id)
                        values (\(sitting.actor.district), \(draft.id), \(Int32(truncatingIfNeeded: draft.year)),
                            \(draft.amount.amount), \(draft.number), \(sitting.op))
                        """
                    ],
                    answer: .object([
                        "id": .text(draft.id.description), "year": .int(draft.year),
                        "amount_fen": .int(draft.amount.amount),
                    ])))
        }
    }

    @Sendable
    private func show(_ request: Request) async throws -> Response {
        let found = try await found(request)
        let rows = found.queue.enumerated().map { index, item in
            [
                HTML("\(index + 1)"), link(item.project.name, to: "/projects/\(item.project.id)/gates"),
                HTML(String(item.project.reachedAt.local.prefix(16))), HTML(item.project.subsidy.forPeople),
                HTML(item.upTo.forPeople),
                item.isWithin.map { badge($0 ? "本年安排" : "等候", $0 ? .done : .waiting) } ?? HTML("—"),
            ]
        }
        return .html(
            200,
            HTML.document(title: "资金排队 · 验收") {
                el("header", ["class": "site"]) { link("工作台", to: "/worklist") }
                el("main", ["id": "main"]) {
                    el("h1") { "\(found.year) 年资金到位排队" }
                    el("p", ["class": "hint"]) {
                        "居民自筹资金率先达到 100% 的优先启动；依据：温鹿政办〔2020〕21号 三（四）。"
                    }
                    el("p") { "年度补助资金：\(found.amount.map { $0.forPeople + " 元" } ?? "尚未登记")" }
                    rows.isEmpty
                        ? el("p") { "还没有资金全部到位的项目。" }
                        : table(
                            "按资金到位时间", ["序", "项目", "到位时间", "补助（元）", "累计（元）", "安排"], rows: rows)
                }
            })
    }
}
