import Values
import Web

/// One reader at one page (来访): who he is, in which project he is, and what the API told him so far.
struct Visit {
    let request: Request
    private let pages: FormPages
    /// The project that the page is about.
    private(set) var project: ID?
    /// What stands on the page that a form may need: its version, its lists.
    private(set) var resource: JSON = .null
    private(set) var role: Role?
    private(set) var name = ""
    private var person = ""
    /// The page to go back to.
    private(set) var back: String?
    private var lists: [Source: [Choice]] = [:]
    private var card: JSON?

    init(_ request: Request, _ pages: FormPages) {
        self.request = request
        self.pages = pages
        project = (request.pathValues["project"] ?? request.query["project"]).flatMap { ID($0) }
        back = Visit.ownPage(request.query["back"])
    }

    /// Who is here: 401 where nobody is, so that he signs in and comes back.
    mutating func begin() async throws {
        let me = try await read("/v1/me")
        role = me["role"]?.text.flatMap { Role(rawValue: $0) }
        name = me["name"]?.text ?? ""
        person = me["person"]?.text ?? ""
    }

    /// What a form carries of where it stood.
    mutating func take(_ form: Form) {
        back = Visit.ownPage(form[Sheet.back])
    }

    /// The thing that the page shows.
    mutating func stand(on json: JSON, at address: String) {
        resource = json
        if address.hasPrefix("/v1/projects/"), project == nil {
            project = json["id"]?.text.flatMap { ID($0) }
        }
        if project == nil {
            project = (json["project"]?.text ?? json["project_id"]?.text).flatMap { ID($0) }
        }
    }

    /// The page itself, to come back to, with the project that its address does not name.
    var here: String {
        guard let project, !request.path.hasPrefix("/do/projects/") else { return request.path }
        return request.path + "?project=\(project)"
    }

    /// Whether the reader's role may do it at all.
    func admits(_ route: Route) -> Bool {
        guard case .roles(let roles) = route.access else { return true }
        return role.map { roles.contains($0) } ?? false
    }

    // MARK: The API

    /// Reads an address as the reader; throws what the API says where it is not his to read.
    func read(_ target: String) async throws -> JSON {
        let answer = await call(.get, target)
        switch answer.status {
        case 200: return answer.json ?? .null
        case 401: throw Problem.unauthenticated
        case 404: throw Problem.notFound
        default:
            let words = Words(
                answer.json?["detail"]?.text ?? "没有读到", answer.json?["detail_en"]?.text ?? "was not read")
            throw Problem(answer.status, answer.json?["code"]?.text ?? "not_read", words)
        }
    }

    /// Asks the API with what the reader's browser has shown.
    func call(
        _ method: Method, _ target: String, body: JSON? = nil, key: String? = nil, version: String? = nil
    ) async -> Response {
        var headers: Headers = ["accept": "application/json", "x-request-id": "\(request.requestID)"]
        for name in ["cookie", "authorization", "origin", "host", "sec-fetch-site", "x-forwarded-for"] {
            for value in request.headers.all(name) { headers.add(name, value) }
        }
        if method == .post {
            headers["content-type"] = "application/json"
            if let key, !key.isEmpty { headers["idempotency-key"] = key }
            if let version, !version.isEmpty { headers["if-match"] = "\"\(version)\"" }
        }
        return await pages.api.respond(
            to: Request(
                method, target, headers: headers, body: body?.canonical ?? [], peer: request.peer))
    }

    // MARK: Forms

    /// The form of an action, with what there is to choose from.
    mutating func sheet(
        _ write: Route, _ address: String, sent: Form?, errors: [String: String]
    ) async throws -> Sheet {
        let shape = pages.description.body(write.path, "post")
        var query = [String]()
        if let project, write.path.hasPrefix("/v1/projects/{project}") == false {
            query.append("project=\(project)")
        }
        var sheet = Sheet(
            route: write, action: PageMap.page(address) + (query.isEmpty ? "" : "?" + query.joined()),
            shape: shape, words: pages.words, ids: pages.ids)
        sheet.sent = sent
        sheet.errors = errors
        sheet.carried[Sheet.back] = back ?? Visit.ownPage(here) ?? ""
        if resource == .null, let standing = standing(of: write, at: address) {
            resource = (try? await read(standing)) ?? .null
        }
        if let version = sent?[Sheet.version] ?? version(for: write) {
            sheet.carried[Sheet.version] = version
        }
        if let shape { try await choose(shape, "", write, address, &sheet) }
        return sheet
    }

    /// What a form by itself stands on: what its address reads, or the nearest thing above.
    private func standing(of write: Route, at address: String) -> String? {
        if write.operation == "budget.adjust", let project { return "/v1/projects/\(project)/budget" }
        return pages.map[write.path]?.read == nil ? pages.map.above(write, filled: address) : address
    }

    /// The version that a form builds on, where it puts something in the place of something.
    private func version(for write: Route) -> String? {
        guard write.effect == .replaces || write.effect == .sets else { return nil }
        // What is not there yet is put there on no version.
        if write.operation == "project.set_code", resource["project_code"]?.text == nil { return nil }
        if write.operation == "handover.set_receiver", resource["receiver"]?.text == nil { return nil }
        return request.query["version"] ?? resource["version"]?.int.map { "\($0)" }
    }

    private mutating func choose(
        _ shape: Shape, _ prefix: String, _ write: Route, _ address: String, _ sheet: inout Sheet
    ) async throws {
        for field in shape.fields {
            let path = prefix.isEmpty ? field.name : prefix + "." + field.name
            let inner = field.shape.items ?? field.shape
            if Set(inner.fields.map(\.name)) == ["bill_line", "quantity_milli"] {
                sheet.choices[path] = try await bill(address)
                continue
            }
            if !inner.fields.isEmpty { try await choose(inner, path, write, address, &sheet) }
            guard let source = Source.of(field.name, write.operation) else { continue }
            let found = try await list(source)
            // Without a list it is typed.
            if !found.isEmpty { sheet.choices[path] = found }
        }
    }

    /// The lines of the bill, of the contract that the address names, or of all.
    private mutating func bill(_ address: String) async throws -> [Choice] {
        guard let project, let progress = try? await read("/v1/projects/\(project)/progress") else {
            return []
        }
        var numbers = [String: String]()
        for contract in progress["contracts"]?.list ?? [] {
            numbers[contract["contract"]?.text ?? ""] = contract["number"]?.text
        }
        let segments = address.split(separator: "/").map(String.init)
        let wanted = segments.count > 2 && segments[1] == "contracts" ? segments[2] : nil
        return (progress["lines"]?.list ?? []).compactMap { line in
            guard let id = line["bill_line"]?.text, let contract = line["contract"]?.text,
                wanted == nil || wanted == contract
            else { return nil }
            let rest = line["remaining_milli"]?.int.map { Amounts.quantity($0) } ?? ""
            let number = wanted == nil ? (numbers[contract] ?? "") + " " : ""
            let (code, title) = (line["code"]?.text ?? "", line["title"]?.text ?? "")
            let unit = line["unit"]?.text ?? ""
            return Choice(id, "\(number)\(code) \(title)（\(unit)，剩余 \(rest)）")
        }
    }

    private mutating func list(_ source: Source) async throws -> [Choice] {
        if let known = lists[source] { return known }
        let found: [Choice]
        switch source {
        case .oneself: found = [Choice(person, name + "（本人）")]
        case .own(let list, _): found = (resource[list]?.list ?? []).compactMap(source.choice)
        case .pack(let key):
            if card == nil, let project { card = try? await read("/v1/projects/\(project)") }
            found =
                card?["edition"]?.text.flatMap { edition in
                    card?["place"]?.text.map { pages.words.listed(key, edition, $0) }
                } ?? []
        default:
            let answer = source.address(of: project)
            let json = if let answer { try? await read(answer) } else { JSON?.none }
            found = (json?["items"]?.list ?? []).compactMap(source.choice)
        }
        lists[source] = found
        return found
    }

    // MARK: The frame

    func frame(_ title: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
        let inner = content()
        let project = project
        return HTML.document(title: title + " · 验收") {
            el("header", ["class": "site"]) {
                link("验收", to: "/")
                link("首页", to: "/start")
                if let project { link("项目", to: "/do/projects/\(project)") }
                link("退出", to: "/sign-out")
            }
            el("main", ["id": "main"]) {
                el("p", ["class": "hint"]) { name + (role.map { "（\($0.words.zh)）" } ?? "") }
                inner
            }
        }
    }

    /// Where a reader goes when it is done: to what he made, to the page he came from, or to what lies above.
    func done(_ write: Route, _ address: String, _ answer: JSON) -> Response {
        if let told = FormPages.told[write.operation] {
            let page = frame(Sheet.title(write)) {
                el("h1") { Sheet.title(write) }
                el("p", ["class": "notice done", "role": "status"]) { told }
                el("dl") {
                    for (name, label) in [("path", "链接"), ("key", "钥匙")] {
                        if let value = answer[name]?.text {
                            el("dt") { label }
                            el("dd") { el("code", ["lang": "en"]) { value } }
                        }
                    }
                }
                if let back { el("p") { link("返回", to: back) } }
            }
            return .html(200, page)
        }
        var page = back ?? pages.map.above(write, filled: address).map { PageMap.page($0) } ?? "/start"
        if let made = pages.map.own(of: write.path), let id = answer["id"]?.text, ID(id) != nil {
            var pattern = made.path.split(separator: "/").map(String.init)
            pattern[pattern.count - 1] = id
            page = PageMap.page("/" + pattern.joined(separator: "/"))
        }
        let mark = page.contains("?") ? "&" : "?"
        return .redirect(to: page + mark + "done=" + write.operation)
    }

    /// A page of ours to go back to; anything else leads nowhere.
    private static func ownPage(_ path: String?) -> String? {
        guard let path, path.hasPrefix("/do/"), !path.contains("done="),
            path.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\\") })
        else { return nil }
        return path
    }

    /// A value of a query as it is written in an address.
    static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || [45, 46, 95, 126].contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}

extension FormPages {
    /// What is told once, in the answer alone.
    static let told = [
        "handover.issue_link": "链接只在这里显示一次，请现在交给专营单位的联系人；遗失后只能重新签发。"
    ]
}
