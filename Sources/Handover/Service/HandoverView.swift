import Handover
import Ledger
import Policy
import Values
import Web

/// The markup of the utility's page.
struct HandoverView {
    let card: HandoverCard
    /// Of a link's page; nil for an account of the utility.
    let token: String?
    /// The page's own path, with the link's key where there is one.
    let path: String

    private var facts: HandoverFacts { card.facts }

    func page(_ problem: Problem?) throws -> HTML {
        let title = "\(facts.kind.words.zh)设施移交"
        let assets = assetTable
        let acceptance = try acceptanceSection()
        let documents = try documentSection()
        let decision = try decisionSection()
        return HTML.document(title: "\(title) · \(text("project")) · 验收") {
            el("header", ["class": "site"]) { "验收" }
            el("main", ["id": "main"]) {
                el("h1") {
                    title
                    " "
                    badge(facts.state.words.zh, standing)
                }
                el("p") {
                    "\(text("project"))：\(text("construction_unit")) 向 \(text("receiver")) 移交，第 \(facts.round) 轮。"
                }
                if let problem { problemSection(problem) }
                deadline
                assets
                acceptance
                documents
                decision
            }
            el("footer") {
                "经办人：\(card.actor.name)。" + (token == nil ? "" : "本页只对持有链接的人打开。")
            }
        }
    }

    private var standing: Standing {
        switch facts.state {
        case .handedOver, .notApplicable: .done
        case .refused: .blocked
        default: .waiting
        }
    }

    private func text(_ name: String) -> String { card.row[name]?.text ?? "" }

    private func problemSection(_ problem: Problem) -> HTML {
        el("section", ["role": "alert", "class": "alert"]) {
            el("h2") { "没有办成" }
            if !problem.refusals.isEmpty { refusalList(problem.refusals) }
            for error in problem.errors { el("p", ["class": "error"]) { error.words.zh } }
            if problem.refusals.isEmpty, problem.errors.isEmpty { el("p") { problem.detail.zh } }
        }
    }

    private var deadline: HTML {
        guard let clock = facts.clocks.first else { return .empty }
        return el("p", ["class": "hint"]) {
            let by = clock.dueOn.map { "\($0) " } ?? "期限（\(DueDay.uncomputed.zh)）"
            "请在\(by)前逐项签收或书面拒收；逾期不视为接收，将上报区旧改办。"
        }
    }

    private var assetTable: HTML {
        let rows = (card.row["assets"]?.list ?? []).map { asset -> [HTML] in
            ["tag", "title", "location", "boundary", "responsible_from"].map {
                HTML(asset[$0]?.text ?? "移交之日")
            }
        }
        return el("section") {
            el("h2") { "移交的设施" }
            if rows.isEmpty {
                el("p") { "还没有登记设施。" }
            } else {
                table("设施清单", ["编号", "名称", "位置", "产权分界点", "责任起始日"], rows: rows)
            }
        }
    }

    private func acceptanceSection() throws -> HTML {
        let decision = try HandoverRules.signing(facts, by: card.actor, under: card.policy)
        return el("section") {
            el("h2") { "共同验收" }
            el("ul") {
                for party in HandoverParty.allCases {
                    el("li") {
                        let means = card.means(of: party).map { "已签字（\($0.words.zh)）" }
                        "\(party.words.zh)：\(means ?? "未签字")"
                    }
                }
            }
            if decision.refusals.isEmpty {
                postForm("sign", "本人代表\(text("receiver"))签字：共同验收合格") {
                    el("p") { "签字前请到现场核对上列设施。" }
                }
            }
        }
    }

    private func documentSection() throws -> HTML {
        let documents = try card.documents()
        let mayTick = try HandoverRules.receipting([], facts, by: card.actor, under: card.policy).refusals
            .isEmpty
        return el("section") {
            el("h2") { "移交资料" }
            if mayTick {
                postForm("receipts", "提交签收结果") {
                    for document in documents where document["sent"] == true { tickField(document) }
                }
            } else {
                table(
                    "资料清单", ["资料", "情况"],
                    rows: documents.map { [HTML($0["name"]?.text ?? ""), HTML(standing(of: $0))] })
            }
        }
    }

    private func tickField(_ document: JSON) -> HTML {
        let name = document["document"]?.text ?? ""
        return HTML([
            Field(
                "verdict-" + name, document["name"]?.text ?? name,
                .radios(DocumentVerdict.allCases.map { ($0.rawValue, $0.words.zh) }),
                value: document["verdict"]?.text ?? "", hint: document["title"]?.text, required: false
            ).html,
            Field(
                "note-" + name, "说明（缺少或有误时填写）", value: document["note"]?.text ?? "", required: false
            ).html,
        ])
    }

    private func standing(of document: JSON) -> String {
        guard document["sent"] == true else { return "未送交" }
        let verdict = document["verdict"]?.text.flatMap { DocumentVerdict(rawValue: $0) }
        return verdict?.words.zh ?? "已送交，待签收"
    }

    private func decisionSection() throws -> HTML {
        let confirming = try HandoverRules.confirming(facts, by: card.actor, under: card.policy)
            .explained(under: card.policy)
        let refusing = try HandoverRules.refusing(facts, by: card.actor, under: card.policy)
        return el("section") {
            el("h2") { "接收或拒收" }
            if facts.state == .handedOver {
                el("p") { "已于 \(text("handed_over_on")) 移交，此后由\(text("receiver"))负责管理。" }
                if !text("sealed_sheet").isEmpty {
                    el("p") { "凭链接确认，存有盖章确认单（SHA-256 \(text("sealed_sheet"))）。" }
                }
            } else if confirming.refusals.isEmpty {
                postForm("confirm", "确认接收，此后由本单位负责管理", files: token != nil) {
                    if token != nil {
                        Field(
                            "sheet", "本单位盖章的确认单（扫描或拍照）",
                            .file(accept: "application/pdf,image/jpeg,image/png", camera: false, many: false)
                        ).html
                    }
                }
            } else {
                el("p") { "现在还不能确认接收：" }
                refusalList(confirming.refusals)
            }
            if refusing.refusals.isEmpty {
                postForm("refuse", "拒收") {
                    Field("reason", "拒收理由", .lines(rows: 3)).html
                }
            }
        }
    }

    /// A form of this page, with its token and a number that makes a second press the same press.
    private func postForm(
        _ action: String, _ submit: String, files: Bool = false, @HTMLBuilder _ content: () -> HTML
    ) -> HTML {
        let parts = path.split(separator: "?", maxSplits: 1)
        let target = "\(parts.first ?? "")/\(action)" + (parts.count > 1 ? "?\(parts[1])" : "")
        return form(to: target, token: token, files: files, submit: submit) {
            el("input", ["type": "hidden", "name": "once", "value": hex(Chance.bytes(12))])
            content()
        }
    }
}
