import Values
import Web

/// The page of one address: what is there, what may be done, what is blocked and why (办理页的内容).
struct ResourcePage {
    let pages: FormPages
    let place: PageMap.Place
    let address: String
    let json: JSON
    let shape: Shape?

    private var shown: ResourceHTML { ResourceHTML(words: pages.words, address: address) }

    func html(_ visit: inout Visit) async throws -> HTML {
        let forms = try await forms(&visit)
        let rest = visit
        let title = place.read.map { Sheet.title($0) } ?? "办理"
        let name = json["title"]?.text ?? json["name"]?.text ?? json["kind_title"]?.text ?? ""
        return visit.frame(name.isEmpty ? title : name) {
            el("h1") { name.isEmpty ? title : name }
            el("p", ["class": "hint", "lang": "en"]) { place.read?.summary.en ?? "" }
            done(rest)
            body(rest)
            forms
            blocked(rest)
            others(rest)
        }
    }

    private func done(_ visit: Visit) -> HTML {
        guard let operation = visit.request.query["done"],
            let route = pages.api.routes.first(where: { $0.operation == operation })
        else { return .empty }
        return el("p", ["class": "notice done", "role": "status"]) { "已办理：\(Sheet.title(route))" }
    }

    // MARK: What is there

    private func body(_ visit: Visit) -> HTML {
        guard let items = json["items"]?.list else {
            return shown.facts(json, shape) { name in
                let steps = pages.map.steps(of: place.path + "/" + name)
                return steps.isEmpty ? nil : { links($0, steps, visit) }
            }
        }
        let own = pages.map.own(of: place.path)
        let steps = pages.map.steps(of: place.path)
        let caption = place.read.map { Sheet.title($0) } ?? "清单"
        guard !items.isEmpty else { return el("p") { "还没有记录。" } }
        let table = shown.table(
            of: items, shape?["items"]?.items, caption: caption,
            first: own.map { own in
                { item, cell in
                    guard let id = item["id"]?.text else { return cell }
                    let pattern = own.path.split(separator: "/").dropLast().joined(separator: "/")
                    return el("a", ["href": PageMap.page("/\(pattern)/\(id)")]) { cell }
                }
            },
            more: own == nil && !steps.isEmpty ? { self.links($0, steps, visit) } : nil)
        let next = json["next"]?.text
        return HTML([
            table, shown.details(of: items, shape?["items"]?.items),
            shown.facts(json, shape, besides: ["items"]),
            next.map { next in
                el("p") { link("下一页", to: PageMap.page(address) + "?after=" + next) }
            } ?? .empty,
        ])
    }

    /// What may be done to one thing of a list that has no page of its own.
    private func links(_ item: JSON, _ steps: [PageMap.Place], _ visit: Visit) -> HTML {
        guard let id = item["id"]?.text else { return .empty }
        let offered = item["_actions"]?.list.map { Set($0.compactMap { $0["path"]?.text }) }
        var links = [HTML]()
        for step in steps {
            guard let route = step.read ?? step.writes.first else { continue }
            var segments = step.path.split(separator: "/").map(String.init)
            segments[2] = id
            let target = "/" + segments.joined(separator: "/")
            if step.read == nil {
                guard offered?.contains(target) ?? visit.admits(route) else { continue }
            }
            var query = visit.project.map { "?project=\($0)" } ?? "?"
            if let version = item["version"]?.int { query += "&version=\(version)" }
            query += "&back=" + Visit.escaped(visit.here)
            links.append(el("li") { link(Sheet.title(route), to: PageMap.page(target) + query) })
        }
        return links.isEmpty ? .empty : el("ul") { links }
    }

    // MARK: What may be done

    /// Every action offered here as a form, then what else the reader's role may put here.
    private func forms(_ visit: inout Visit) async throws -> HTML {
        var made = [HTML]()
        var known = Set((json["_blocked"]?.list ?? []).compactMap { $0["path"]?.text })
        for offer in json["_actions"]?.list ?? [] {
            guard let path = offer["path"]?.text, known.insert(path).inserted else { continue }
            if let elsewhere = ResourcePage.elsewhere(offer["action"]?.text ?? "", visit) {
                made.append(
                    el("p") { el("a", ["class": "button", "href": elsewhere.path]) { elsewhere.title } })
                continue
            }
            guard let route = pages.api.route(.post, path) else { continue }
            let title = offer["title"]?.text ?? Sheet.title(route)
            made.append(try await folded(route, path, title, &visit))
        }
        for write in place.writes where visit.admits(write) && known.insert(address).inserted {
            made.append(try await folded(write, address, Sheet.title(write), &visit))
        }
        guard !made.isEmpty else { return .empty }
        let forms = made
        return el("section", ["id": "actions"]) {
            el("h2") { "可以办理" }
            forms
        }
    }

    private func folded(_ route: Route, _ path: String, _ title: String, _ visit: inout Visit) async throws
        -> HTML
    {
        let sheet = try await visit.sheet(route, path, sent: nil, errors: [:])
        return el("details", ["class": "action"]) {
            el("summary") {
                title + " "
                el("small", ["lang": "en"]) { route.summary.en }
            }
            sheet.html
        }
    }

    /// What is blocked for the reader by a rule; what is not for his role at all is not his to wait for.
    private func blocked(_ visit: Visit) -> HTML {
        let waiting = (json["_blocked"]?.list ?? []).filter { offer in
            let codes = (offer["refusals"]?.list ?? []).compactMap { $0["code"]?.text }
            return !codes.contains("role_may_not") && !codes.contains("takes_no_part")
        }
        let theirs = (json["_blocked"]?.list ?? []).filter { !waiting.contains($0) }
        guard !waiting.isEmpty || !theirs.isEmpty else { return .empty }
        return el("section", ["id": "blocked"]) {
            el("h2") { waiting.isEmpty ? "由他人办理" : "暂不能办理" }
            for offer in waiting {
                el("details", ["class": "action"]) {
                    el("summary") { offer["title"]?.text ?? "" }
                    shown.refusals(offer["refusals"]?.list ?? [])
                    way(past: offer, visit)
                }
            }
            if !theirs.isEmpty { el("ul") { for offer in theirs { el("li") { ResourcePage.whose(offer) } } } }
        }
    }

    /// What is shut may open by what its form says, such as the ground of a change; the rule is asked again.
    private func way(past offer: JSON, _ visit: Visit) -> HTML {
        guard let path = offer["path"]?.text, let route = pages.api.route(.post, path), route.body != nil,
            pages.map[route.path] != nil
        else { return .empty }
        let query = "?back=" + Visit.escaped(visit.here) + (visit.project.map { "&project=\($0)" } ?? "")
        return el("p") { link("补充后办理", to: PageMap.page(path) + query) }
    }

    /// Whose step it is that is not the reader's.
    private static func whose(_ offer: JSON) -> String {
        let roles =
            (offer["refusals"]?.list ?? []).first {
                ["role_may_not", "takes_no_part"].contains($0["code"]?.text)
            }?["lifted_by_titles"]?.list?.compactMap(\.text) ?? []
        return (offer["title"]?.text ?? "") + (roles.isEmpty ? "" : "：由\(roles.joined(separator: "、"))办理")
    }

    // MARK: Where to go on

    /// What lies under this address, and the pages made for it by hand.
    private func others(_ visit: Visit) -> HTML {
        // Only what the reader may read or do: no way leads him to a refusal.
        func isRead(_ child: PageMap.Place) -> Bool { child.read.map { visit.admits($0) } ?? false }
        let children = pages.map.children(of: place.path).filter { child in
            isRead(child) || child.writes.contains { visit.admits($0) }
        }
        let byHand =
            place.path == "/v1/projects/{project}" ? visit.project.map { ResourcePage.byHand($0) } ?? [] : []
        let offered = Set(
            ((json["_actions"]?.list ?? []) + (json["_blocked"]?.list ?? [])).compactMap { $0["path"]?.text })
        guard !children.isEmpty || !byHand.isEmpty else { return .empty }
        let back = "?back=" + Visit.escaped(visit.here)
        let writes = children.filter { child in
            !isRead(child) && !offered.contains(address + child.path.dropFirst(place.path.count))
        }
        let reads = children.filter { isRead($0) }
        return el("section", ["id": "more"]) {
            el("h2") { "查看" }
            el("ul") {
                for page in byHand { el("li") { link(page.title, to: page.path) } }
                for child in reads { el("li") { way(to: child, "") } }
            }
            if !writes.isEmpty {
                el("h2") { "其他登记" }
                el("ul") { for child in writes { el("li") { way(to: child, back) } } }
            }
        }
    }

    private func way(to child: PageMap.Place, _ query: String) -> HTML {
        let title = (child.read ?? child.writes.first).map { Sheet.title($0) } ?? ""
        return link(title, to: PageMap.page(address + child.path.dropFirst(place.path.count)) + query)
    }

    private static func byHand(_ project: ID) -> [(title: String, path: String)] {
        [
            ("公示页", "/p/\(project)"), ("填写施工日志", "/projects/\(project)/log"),
            ("报告问题", "/p/\(project)/report"), ("前期各关口", "/projects/\(project)/gates"),
            ("标段与招标认定", "/projects/\(project)/packages"), ("参建单位与席位", "/projects/\(project)/parties"),
            ("工程变更一览", "/projects/\(project)/change-orders"), ("收尾与销号", "/projects/\(project)/closing"),
        ]
    }

    /// Actions that have a page made for them: a log on the site, a report by a resident, an opinion by second factor.
    private static func elsewhere(_ action: String, _ visit: Visit) -> (title: String, path: String)? {
        guard let project = visit.project else { return nil }
        let thing = visit.resource["id"]?.text ?? ""
        return switch action {
        case "acceptance.opinion": ("签署意见", "/acceptance-rounds/\(thing)/sign")
        case "daily_log.record": ("填写施工日志", "/projects/\(project)/log")
        case "issue.file": ("报告问题", "/p/\(project)/report")
        default: nil
        }
    }
}
