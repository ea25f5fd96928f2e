package import Values
package import Web

/// Everything that the API reads and does, as pages for people (办理页): one page for each address, one form for each action.
///
/// A page asks the API itself, with what its reader has shown: what is read, offered, refused and written is what
/// programs get, under the same authorisation, keys and versions.
package struct FormPages: Sendable {
    let api: Router
    let map: PageMap
    let description: Description
    let words: ChoiceWords
    let ids: @Sendable () -> ID

    /// `api` answers for the pages; `document` is its description, from which the forms are made.
    package init(api: Router, document: JSON, words: ChoiceWords, ids: @escaping @Sendable () -> ID) {
        self.api = api
        map = PageMap(api.routes)
        description = Description(document)
        self.words = words
        self.ids = ids
    }

    /// A page to look at each address, and one to send each form to.
    package var routes: [Route] {
        map.places.flatMap { place -> [Route] in
            let title = (place.read ?? place.writes.first)?.summary ?? Words("办理", "act")
            var routes = [
                Route(
                    .get, place.page, operation: "page" + place.path.replacing("/", with: ".") + ".show",
                    summary: Words("办理页：\(title.zh)", "page: \(title.en)"), access: .signedIn,
                    tags: ["pages"],
                    handle: { try await show($0, place) })
            ]
            // A page's own address tells which of its forms was sent: there is one for each.
            if let write = place.writes.first {
                routes.append(
                    Route(
                        .post, place.page, operation: "page.do." + write.operation,
                        summary: Words("办理：\(write.summary.zh)", "form: \(write.summary.en)"),
                        access: .signedIn,
                        tags: ["pages"], bodyLimit: write.bodyLimit, timeLimit: write.timeLimit,
                        handle: { try await send($0, write) }))
            }
            return routes
        }
    }

    // MARK: Looking

    private func show(_ request: Request, _ place: PageMap.Place) async throws -> Response {
        var visit = Visit(request, self)
        try await visit.begin()
        let address = PageMap.address(request.path)
        guard let read = place.read else {
            guard let write = place.writes.first else { throw Problem.notFound }
            // The link of a message brings its code along; nothing is sent before somebody presses the button.
            let sent = write.operation == "contact.verify" ? request.query["code"] : nil
            return .html(
                200,
                try await formPage(
                    &visit, write, address, sent: sent.map { Form([Sheet.name(write, "code"): $0]) }))
        }
        let query = read.query.compactMap { parameter in
            request.query[parameter.name].map { parameter.name + "=" + Visit.escaped($0) }
        }
        let target = address + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
        let answer = try await visit.read(target)
        visit.stand(on: answer, at: address)
        let page = ResourcePage(
            pages: self, place: place, address: address, json: answer, shape: description.answer(place.path))
        return .html(200, try await page.html(&visit))
    }

    /// A form by itself, where its address cannot be read or something was wrong with what was sent.
    func formPage(
        _ visit: inout Visit, _ write: Route, _ address: String, sent: Form? = nil, problem: JSON? = nil,
        errors: [String: String] = [:]
    ) async throws -> HTML {
        let sheet = try await visit.sheet(write, address, sent: sent, errors: errors)
        let title = Sheet.title(write)
        return visit.frame(title) {
            el("h1") { title }
            el("p", ["class": "hint", "lang": "en"]) { write.summary.en }
            if let problem { notice(problem, unplaced: problem["errors"]?.list ?? [], errors) }
            sheet.html
            if let back = visit.back { el("p") { link("返回", to: back) } }
        }
    }

    private func notice(_ problem: JSON, unplaced: [JSON], _ errors: [String: String]) -> HTML {
        let refusals = problem["refusals"]?.list ?? []
        return el("div", ["class": "notice blocked", "role": "alert"]) {
            if refusals.isEmpty {
                el("p") { problem["detail"]?.text ?? problem["title"]?.text ?? "没有办成" }
                if errors.isEmpty {
                    el("ul") { for error in unplaced { el("li") { error["detail"]?.text ?? "" } } }
                }
            } else {
                el("p") { "没有办成：" }
                ResourceHTML(words: words, address: "").refusals(refusals)
            }
        }
    }

    // MARK: Sending

    /// Sends a form's action to the API; what is refused is told on the form, with what was filled in.
    private func send(_ request: Request, _ write: Route) async throws -> Response {
        var visit = Visit(request, self)
        try await visit.begin()
        let form = try request.form()
        let address = PageMap.address(request.path)
        visit.take(form)
        if form[Sheet.more] != nil {
            return .html(200, try await formPage(&visit, write, address, sent: form))
        }
        let sheet = try await visit.sheet(write, address, sent: form, errors: [:])
        let reading = SheetReading(form, for: sheet)
        guard reading.errors.isEmpty else {
            let problem: JSON = ["detail": .text("有 \(reading.errors.count) 处填写不符合要求")]
            return .html(
                422,
                try await formPage(
                    &visit, write, address, sent: form, problem: problem, errors: reading.errors))
        }
        let answer = await visit.call(
            .post, address, body: reading.body, key: form[Sheet.key], version: form[Sheet.version])
        if answer.status < 400 { return visit.done(write, address, answer.json ?? .null) }
        if answer.status == 401 { throw Problem.unauthenticated }
        if answer.status == 404 { throw Problem.notFound }
        let problem = answer.json ?? .null
        var errors = [String: String]()
        for error in problem["errors"]?.list ?? [] {
            guard let pointer = error["pointer"]?.text, let name = reading.name(of: pointer) else { continue }
            errors[name] = error["detail"]?.text ?? "填写不符合要求"
        }
        return .html(
            answer.status,
            try await formPage(&visit, write, address, sent: form, problem: problem, errors: errors))
    }
}
