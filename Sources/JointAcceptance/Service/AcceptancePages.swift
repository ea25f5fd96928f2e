import Actions
import JointAcceptance
import Ledger
import Policy
import Values
import Web

/// A round as a page, and the page on which a seat without a key signs (验收轮次页、见证签署页).
struct AcceptancePages: Sendable {
    let reads: AcceptanceReads
    let signing: SigningActions

    var routes: [Route] {
        [
            Route(
                .get, "/acceptance-rounds/{round}", operation: "page.acceptance_round",
                summary: Words("验收轮次页", "A round's page"), access: .signedIn, tags: ["pages"],
                query: [Parameter("signed", .string(max: 10), Words("刚签署", "just signed"))], handle: round),
            Route(
                .get, "/acceptance-rounds/{round}/sign", operation: "page.acceptance_sign",
                summary: Words("见证签署页", "The attested signing page"), access: .signedIn, tags: ["pages"],
                handle: signingPage),
            Route(
                .post, "/acceptance-rounds/{round}/sign", operation: "page.acceptance_signed",
                summary: Words("提交见证签署", "Sign with a second factor"), access: .signedIn, tags: ["pages"],
                form: .object(
                    [
                        "id": .id, "digest": .string(.sha256), "opinion": .string(oneOf: SeatOpinion.self),
                        "items": .string(min: 0, max: 4000, lines: true),
                        "words": .string(min: 0, max: 2000, lines: true),
                    ], required: ["id", "digest", "opinion"]), handle: sign),
        ]
    }

    @Sendable
    private func round(_ request: Request) async throws -> Response {
        let shown = try await reads.shown(request)
        return .html(
            200,
            document(shown, title: "联合竣工验收") {
                if request.query["signed"] != nil {
                    el("p", ["class": "notice done", "role": "status"]) { "意见已签署并登记。" }
                }
                summary(shown)
                seats(shown)
                blocks(shown)
                next(shown)
            })
    }

    @Sendable
    private func signingPage(_ request: Request) async throws -> Response {
        let shown = try await reads.shown(request)
        return .html(200, try signForm(shown, sent: nil, problem: nil))
    }

    /// Takes the form; what a rule refuses is shown above it as it was filled in.
    @Sendable
    private func sign(_ request: Request) async throws -> Response {
        let shown = try await reads.shown(request)
        let form = try request.form()
        guard let seat = seat(of: shown), let id = form["id"].flatMap({ ID($0) }) else {
            throw Problems.notFound
        }
        let items = (form["items"] ?? "").split(whereSeparator: \.isNewline).map(String.init).filter {
            !$0.isEmpty
        }
        let draft = OpinionDraft(
            id: id, kind: .attested, words: form["words"], statement: nil, signature: nil, seat: seat.seat,
            opinion: form["opinion"].flatMap { SeatOpinion(rawValue: $0) }, items: items,
            digest: form["digest"])
        do {
            let answer = try await signing.give(request, draft, on: shown.id, key: "page-\(id)")
            guard answer.status < 300 else { return answer }
            return .redirect(to: "/acceptance-rounds/\(shown.id)?signed=1")
        } catch let problem as Problem where problem.status == 422 {
            return .html(422, try signForm(shown, sent: form, problem: problem))
        }
    }

    private func seat(of shown: AcceptanceReads.Shown) -> RoundFacts.Seat? {
        shown.facts.seats.first { $0.holder == shown.actor.person }
    }

    private func document(
        _ shown: AcceptanceReads.Shown, title: String, @HTMLBuilder _ content: () -> HTML
    ) -> HTML {
        let project = shown.card["project_name"]?.text ?? ""
        return HTML.document(title: "\(title) · \(project)") {
            el("header", ["class": "site"]) { link("验收", to: "/") }
            el("main", ["id": "main"]) {
                el("h1") { "\(title) 第 \(shown.facts.number) 轮" }
                el("p") { project }
                content()
            }
        }
    }

    private func summary(_ shown: AcceptanceReads.Shown) -> HTML {
        let facts = shown.facts
        let standing: Standing =
            switch facts.state {
            case .called: .waiting
            case .disputed: .blocked
            case .certified: .done
            case .failed: .blocked
            case .calledOff: .plain
            }
        return HTML([
            el("p") {
                badge(facts.state.words.zh, standing)
                " 验收日 \(facts.eventOn)，地点 \(shown.card["place"]?.text ?? "")"
            },
            el("p", ["class": "hint"]) {
                "通知 \(shown.card["notice_number"]?.text ?? "") 于 \(shown.card["notice_on"]?.text ?? "") 送达质监站"
                    + "（规定提前 \(shown.policy.noticeWorkdays.value) 个工作日，\(shown.policy.noticeWorkdays.citation.document)）"
            },
            facts.dossiers.last.map { digest in
                el("p") {
                    "案卷第 \(facts.dossiers.count) 版，摘要 "
                    el("code") { digest }
                    " "
                    link("下载原文", to: "/v1/acceptance-rounds/\(shown.id)/dossier")
                }
            } ?? el("p", ["class": "notice waiting"]) { "案卷尚未封存。" },
            facts.state == .disputed
                ? el("p", ["class": "notice blocked"]) {
                    "意见不一致：\(shown.card["dispute"]?.text ?? "")。协调一致后重新组织验收。"
                } : .empty,
            facts.state == .certified
                ? el("p") { link("下载验收证书（可离线核验）", to: "/v1/acceptance-rounds/\(shown.id)/certificate") }
                : .empty,
        ])
    }

    private func seats(_ shown: AcceptanceReads.Shown) -> HTML {
        let cards = shown.card["seats"]?.list ?? []
        let latest = shown.facts.dossiers.last
        let rows = cards.map { card -> [HTML] in
            let name = card["seat"]?.text ?? ""
            let title = shown.facts.words(of: name, under: shown.policy).zh
            let opinion = card["opinion"]?.text.flatMap { SeatOpinion(rawValue: $0) }
            let kind = card["sign_kind"]?.text.flatMap { SignKind(rawValue: $0) }
            let isLatest = card["digest"]?.text == latest
            let standing: Standing =
                switch opinion {
                case nil: .waiting
                case .some(let given): given.passes ? (isLatest ? .done : .waiting) : .blocked
                }
            let holder = [card["organisation"]?.text, card["name"]?.text].compactMap { $0 }
            let right = card["letter"]?.text.map { letter in
                "（\(letter)，\(card["granted_by"]?.text ?? "")委托，至 \(card["letter_to"]?.text ?? "")）"
            }
            return [
                HTML(title + (card["mandatory"]?.bool == true ? "（必备）" : "")),
                HTML(holder.isEmpty ? "未入席" : holder.joined(separator: " ") + (right ?? "")),
                badge(
                    opinion.map { $0.words.zh + (isLatest ? "" : "（签的是旧版案卷）") } ?? "未签署", standing),
                HTML(kind?.words.zh ?? (card["needs_key"]?.bool == true ? "须用本人密钥" : "可平台见证")),
                HTML(card["words"]?.text ?? ""),
            ]
        }
        return table("席位与意见", ["席位", "单位与人员", "意见", "签署方式", "说明"], rows: rows)
    }

    private func blocks(_ shown: AcceptanceReads.Shown) -> HTML {
        guard !shown.facts.blocks.isEmpty else { return .empty }
        let refusals = shown.facts.blocks.map {
            AcceptanceGate.refusal(of: $0, citing: shown.source, words: { reads.desk.refusals[$0] })
                .explained(by: shown.source.reads)
        }
        return el("div", ["class": "notice blocked"]) {
            el("p") { "以下事项办结前不能出具验收证书：" }
            refusalList(refusals)
        }
    }

    private func next(_ shown: AcceptanceReads.Shown) -> HTML {
        guard shown.facts.state == .called, let seat = seat(of: shown) else { return .empty }
        if seat.needsKey {
            return el("p", ["class": "notice"]) { "您的席位须用本人密钥签署：下载案卷后用命令行工具离线签署并提交。" }
        }
        return el("p") { link("签署意见", to: "/acceptance-rounds/\(shown.id)/sign") }
    }

    private func signForm(_ shown: AcceptanceReads.Shown, sent: Form?, problem: Problem?) throws -> HTML {
        guard let seat = seat(of: shown) else { throw Problems.notFound }
        let id = sent?["id"] ?? "\(Identity.make(at: reads.desk.clock.now))"
        let digest = shown.facts.dossiers.last
        let fields = [
            Field(
                "opinion", "意见", .radios(SeatOpinion.allCases.map { (value: $0.rawValue, text: $0.words.zh) })
            ),
            Field("items", "遗留问题", .lines(rows: 4), hint: "选“合格，有遗留问题”时填写，一行一条", required: false),
            Field("words", "说明", .lines(rows: 3), hint: "不合格或回避须写明原因", required: false),
        ]
        return document(shown, title: "签署验收意见") {
            if let problem {
                el("div", ["class": "notice blocked", "role": "alert"]) {
                    el("p") { problem.refusals.isEmpty ? problem.title.zh : "没有签署成功：" }
                    if !problem.refusals.isEmpty { refusalList(problem.refusals) }
                }
            }
            el("p") { "席位：\(reads.title(seat, shown))。本页签署由平台见证，效力弱于本人密钥签名，并如此公布。" }
            if seat.needsKey {
                el("p", ["class": "notice waiting"]) { "这个席位须用本人密钥签署，不能在本页签署。" }
            } else if !shown.actor.secondFactor {
                el("p", ["class": "notice waiting"]) { "请退出后用密码和验证码重新登录，再回到本页签署。" }
            } else if let digest {
                el("p") {
                    "所签案卷第 \(shown.facts.dossiers.count) 版，摘要 "
                    el("code") { digest }
                }
                form(to: "/acceptance-rounds/\(shown.id)/sign", token: nil, submit: "签署") {
                    el("input", ["type": "hidden", "name": "id", "value": id])
                    el("input", ["type": "hidden", "name": "digest", "value": digest])
                    for field in fields { field.after(sent, problem).html }
                }
            } else {
                el("p", ["class": "notice waiting"]) { "案卷尚未封存，暂不能签署。" }
            }
        }
    }
}
