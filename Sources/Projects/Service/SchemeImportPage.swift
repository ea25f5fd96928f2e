import Actions
import Ledger
import Projects
import Values
import Web

/// The page on which a construction unit's clerk takes in a scheme (方案导入页): a dry run first, then what was seen.
struct SchemeImportPage: Sendable {
    let actions: ProjectsActions

    static let path = "/scheme-import"

    var routes: [Route] {
        let clerks = Access.roles([.constructionUnit])
        return [
            Route(
                .get, SchemeImportPage.path, operation: "page.scheme_import",
                summary: Words("方案导入页", "The page to take in a scheme"), access: clerks, tags: ["pages"],
                handle: show),
            Route(
                .post, SchemeImportPage.path, operation: "page.scheme_import.check",
                summary: Words("试运行方案文件", "Run a scheme's file dry"), access: clerks, tags: ["pages"],
                bodyLimit: Route.uploadLimit, handle: check),
            Route(
                .post, SchemeImportPage.path + "/confirmation", operation: "page.scheme_import.confirm",
                summary: Words("确认导入方案", "Take in the scheme that was run dry"), access: clerks,
                tags: ["pages"], bodyLimit: Route.uploadLimit, handle: confirm),
        ]
    }

    @Sendable
    private func show(_ request: Request) async throws -> Response {
        _ = try await actions.desk.read(request, [])
        return .html(200, page { upload })
    }

    /// Reads the files and shows what they would make, or everything that is the matter with them.
    @Sendable
    private func check(_ request: Request) async throws -> Response {
        let (actor, _) = try await actions.desk.read(request, [])
        let form = try request.form()
        guard let sent = form.file("scheme") else {
            return .html(422, page { notice("请选择方案文件。", "Choose the scheme's file.") + upload })
        }
        let read = SchemeUpload(
            sent.bytes, households: form.file("households")?.bytes, of: actor.organisation)
        guard let file = read.file else { return .html(422, page { mistakes(read.mistakes) + upload }) }
        do {
            return .html(200, dryRun(try await actions.checkScheme(request, file), file))
        } catch let problem as Problem where problem.status == 422 || problem.status == 409 {
            return .html(problem.status, page { refused(problem) + upload })
        }
    }

    /// Takes in what the dry run was of; anything else is refused by its digest.
    @Sendable
    private func confirm(_ request: Request) async throws -> Response {
        let (actor, _) = try await actions.desk.read(request, [])
        let form = try request.form()
        guard let text = form["scheme"], let digest = form["digest"] else {
            return .html(422, page { notice("请先试运行。", "Run it dry first.") + upload })
        }
        let read = SchemeUpload(Array(text.utf8), households: nil, of: actor.organisation)
        guard let file = read.file else { return .html(422, page { mistakes(read.mistakes) + upload }) }
        let checked = SchemeFile(
            source: file.source, scheme: file.scheme, scope: file.scope, checked: digest)
        do {
            let answer = try await actions.takeIn(request, checked, key: "scheme-" + digest)
            guard answer.status < 300 else { return answer }
            return .redirect(to: "/projects/\(file.scheme.id)/gates")
        } catch let problem as Problem where problem.status == 422 || problem.status == 409 {
            return .html(problem.status, page { refused(problem) + upload })
        }
    }

    // MARK: What is shown

    private func page(@HTMLBuilder _ content: () -> HTML) -> HTML {
        HTML.document(title: "导入方案 · 验收") {
            el("header", ["class": "site"]) {
                link("验收", to: "/")
                link("工作台", to: "/worklist")
                link("退出", to: "/sign-out")
            }
            el("main", ["id": "main"]) {
                el("h1") { "导入方案" }
                content()
            }
        }
    }

    private var upload: HTML {
        el("section") {
            el("p") { "分两步：先试运行，看清将要生成的内容；再确认导入。有一处错误，就什么也不写入。" }
            form(to: SchemeImportPage.path, token: nil, files: true, submit: "试运行（不写入）") {
                Field(
                    "scheme", "方案文件（JSON）",
                    .file(accept: ".json,application/json", camera: false, many: false),
                    hint: "小区、工程子目、资金；标识可以不填。"
                ).html
                Field(
                    "households", "户册（xlsx 或 CSV）", .file(accept: ".xlsx,.csv", camera: false, many: false),
                    hint: "表头：楼幢、单元、室号、产权面积、应缴额（元）。方案文件里已有户册的不用附。", required: false
                ).html
            }
        }
    }

    private func notice(_ zh: String, _ en: String) -> HTML {
        el("div", ["class": "notice blocked", "role": "alert"]) {
            el("p") { zh }
            el("p", ["lang": "en", "class": "hint"]) { en }
        }
    }

    private func mistakes(_ found: [SchemeUpload.Mistake]) -> HTML {
        HTML([
            notice(
                "共 \(found.count) 处错误，全部列在下面；没有写入任何内容。",
                "\(found.count) mistakes, all listed below; nothing was written."),
            table(
                "错误", ["位置", "错误", "英文"],
                rows: found.map { mistake in
                    [
                        HTML(mistake.place.zh), HTML(mistake.words.zh),
                        el("span", ["lang": "en"]) { "\(mistake.place.en): \(mistake.words.en)" },
                    ]
                }),
        ])
    }

    private func refused(_ problem: Problem) -> HTML {
        HTML([
            notice(
                problem.refusals.isEmpty
                    ? "\(problem.title.zh)：\(problem.detail.zh)"
                    : "规则不允许，共 \(problem.refusals.count) 个原因；没有写入任何内容。",
                problem.refusals.isEmpty
                    ? problem.detail.en : "\(problem.refusals.count) reasons against it; nothing was written."
            ),
            problem.refusals.isEmpty ? .empty : refusalList(problem.refusals),
            el("ul", ["lang": "en", "class": "hint"]) {
                for refusal in problem.refusals {
                    el("li") {
                        ([refusal.detail.en] + refusal.missing.map(\.en)).joined(separator: " · ")
                    }
                }
            },
        ])
    }

    /// What would be made, and the form that confirms this and nothing else.
    private func dryRun(_ admission: SchemeAdmission, _ file: SchemeFile) -> HTML {
        let scheme = admission.scheme
        return page {
            el("p", ["class": "notice waiting", "role": "status"]) { "试运行通过，还没有写入。请核对后确认。" }
            facts("项目", project(admission))
            table(
                "工程子目", ["类别", "项数", "金额（元）", "不计入资金方案"],
                rows: admission.shares.map {
                    [
                        HTML($0.kind.words.zh), HTML("\($0.count) 项"), HTML($0.amount.forPeople),
                        HTML($0.excluded == 0 ? "—" : "\($0.excluded) 项"),
                    ]
                })
            facts("资金", money(admission))
            el("section") {
                el("h2") { "启动前还须登记的材料" }
                if admission.papers.isEmpty { el("p") { "当地规定没有列出。" } }
                el("ul") { for paper in admission.papers { el("li") { paper.words.zh } } }
            }
            form(to: SchemeImportPage.path + "/confirmation", token: nil, submit: "确认导入") {
                el("input", ["type": "hidden", "name": "scheme", "value": file.source.description])
                el("input", ["type": "hidden", "name": "digest", "value": admission.digest])
                el("p", ["class": "hint"]) { "内容摘要（SHA-256）\(admission.digest)" }
            }
            el("p") { link("不导入，重新选择文件", to: SchemeImportPage.path) }
            el("p", ["class": "hint"]) { "当地规定版本 \(admission.edition)，按 \(scheme.approvedOn) 的规定计算。" }
        }
    }

    private func facts(_ title: String, _ facts: [(String, String)]) -> HTML {
        el("section") {
            el("h2") { title }
            el("dl", ["class": "facts"]) {
                for (term, value) in facts {
                    el("dt") { term }
                    el("dd") { value }
                }
            }
        }
    }

    private func project(_ admission: SchemeAdmission) -> [(String, String)] {
        let (scheme, community) = (admission.scheme, admission.scheme.community)
        let listed = scheme.households?.count ?? 0
        let shares = admission.listedShares.map { "，应缴合计 \($0.forPeople) 元" } ?? ""
        return [
            ("项目", scheme.name), ("小区", "\(community.name)，\(community.address)"),
            ("规模", "\(community.households) 户，产权面积 \(admission.area) ㎡"),
            ("户册", listed == 0 ? "没有附，以后另行导入" : "\(listed) 户，\(admission.listedArea) ㎡\(shares)"),
            ("业主组织", community.bodyName), ("区划代码", scheme.place),
        ]
    }

    private func money(_ admission: SchemeAdmission) -> [(String, String)] {
        let funding = admission.funding
        func yuan(_ sum: Fen) -> String { sum.forPeople + " 元" }
        return [
            ("工程费用", yuan(admission.works.values.reduce(.zero, +))),
            ("其他费用", yuan(admission.scheme.other)), ("预备费", yuan(admission.scheme.contingency)),
            ("总投资", yuan(funding.total)), ("居民自筹", yuan(funding.resident)),
            ("其中超限额", yuan(funding.excess)), ("财政补助", yuan(funding.subsidy)),
            ("启动前到账", yuan(funding.required)),
        ]
    }
}

/// Two pieces of a page, one after the other.
private func + (left: HTML, right: HTML) -> HTML { HTML([left, right]) }
