import Foundation
import Harness
import Testing
import Values

@testable import Forms

/// The pages over the API: what one does there is done, refused and told as programs have it.
@Suite("Pages to act on")
struct FormPagesTests {
    private static let journey = Journey("forms")

    @Test("every field that a form asks for, and every value to choose, has words")
    func words() async throws {
        let run = try await RunningProgram.run("yanshoud", ["openapi"])
        let document = try JSON(parsing: run.output)
        let description = Description(document)
        var bare = Set<String>()
        func look(_ shape: Shape, _ path: String, _ operation: String) {
            for field in shape.fields {
                let place = path.isEmpty ? field.name : path + "." + field.name
                let needed = shape.required.contains(field.name)
                if Sheet.isLeftOut(place, needed: needed) { continue }
                if FieldWords.words(field.name, of: operation) == nil { bare.insert("\(operation) \(place)") }
                let inner = field.shape.items ?? field.shape
                for value in inner.values ?? [] where !inner.fields.isEmpty || inner.type == "string" {
                    let isKnown =
                        ValueWords.table[value] != nil || Role(rawValue: value) != nil
                        || value.hasPrefix("S") && value.count == 3 || field.name == "service_kind"
                    if !isKnown { bare.insert("\(operation) \(place)=\(value)") }
                }
                look(inner, place, operation)
            }
        }
        var count = 0
        for (path, item) in document["paths"]?.object ?? [:] where path.hasPrefix("/v1/") {
            guard let operation = item["post"]?["operationId"]?.text,
                let body = description.body(path, "post"),
                !PageMap.elsewhere.contains(operation)
            else { continue }
            count += 1
            look(body, "", operation)
        }
        #expect(count > 100)
        #expect(bare.sorted() == [])
    }

    @Test("a stranger is sent to sign in, and nobody acts from another's page", .timeLimit(.minutes(20)))
    func strangers() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            #expect(try await site.take(Self.journey.importing()).status == 201)
            let page = "/do/projects/\(Self.journey.project)"
            #expect(try await Self.ask(page, of: site, as: nil).status == 401)
            let seen = try await Self.ask(page, of: site, as: "street")
            #expect(seen.status == 200 && seen.page.contains("可以办理"), "\(seen)")
            // Another's page, with our cookie.
            let forged = try await Self.ask(
                page + "/papers", of: site, as: "street", from: "http://elsewhere.example",
                form: ["_key": "page-forged"])
            #expect(forged.status == 403)
            // A project of nobody's is none.
            #expect(
                try await Self.ask("/do/projects/\(Seed.id("none"))", of: site, as: "street").status == 404)
            #expect(try await site.stop() == 0)
        }
    }

    @Test(
        "a paper is recorded by its form, twice sent is once done, and what is wrong stands at its field",
        .timeLimit(.minutes(20)))
    func acting() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            #expect(try await site.take(Self.journey.importing()).status == 201)
            let project = "/do/projects/\(Self.journey.project)"
            let name = "paper_record-"
            var form = [
                "_key": "page-paper", "_back": project, name + "id": "\(Seed.id("paper:form"))",
                name + "kind": "plan_management", name + "title": "申请表", name + "dated": "2026-02-31",
            ]
            let wrong = try await Self.ask(project + "/papers", of: site, as: "street", form: form)
            #expect(wrong.status == 422)
            #expect(wrong.page.contains("id=\"field-paper_record-dated-error\""), "\(wrong.page)")
            #expect(wrong.page.contains("value=\"申请表\""), "what was typed is gone")
            form[name + "dated"] = "2026-02-10"
            for _ in 0..<2 {
                let sent = try await Self.ask(project + "/papers", of: site, as: "street", form: form)
                #expect(sent.status == 303 && sent.place == project + "?done=paper.record", "\(sent)")
            }
            let papers = try await site.call("GET", Self.journey.path + "/papers", as: "street")
            #expect(papers.json?["items"]?.list?.filter { $0["title"] == "申请表" }.count == 1)
            // More rows are had without sending anything, and what was filled in stays.
            let rows = "scheme_record-items"
            let more = try await Self.ask(
                project + "/scheme", of: site, as: "street",
                form: ["_key": "page-more", "_more": rows, rows + ".17.title": "雨水管"])
            #expect(more.status == 200)
            #expect(more.page.contains("第 23 项") && !more.page.contains("第 24 项"), "\(more.page)")
            #expect(more.page.contains("value=\"雨水管\""))
            // What a rule refuses is told as the API tells it: the clause, what is missing, who lifts it.
            let refused = try await Self.ask(
                project + "/launch", of: site, as: "street", form: ["_key": "page-launch"])
            #expect(refused.status == 422)
            for told in ["依据", "怎么办", "谁能解除"] { #expect(refused.page.contains(told), "\(refused.page)") }
            #expect(try await site.stop() == 0)
        }
    }

    @Test(
        "no way on a page leads its reader to a refusal, and another district's things are none of his",
        .timeLimit(.minutes(20)))
    func ways() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            #expect(try await site.take(Self.journey.importing()).status == 201)
            let page = "/do/projects/\(Self.journey.project)"
            var followed = 0
            for login in ["street", "community", "owners", "office", "development", "finance", "group"] {
                let shown = try await Self.ask(page, of: site, as: login).page
                for part in shown.components(separatedBy: "href=\"").dropFirst() where part.hasPrefix("/do/")
                {
                    let way = String(part.prefix { $0 != "\"" }).replacingOccurrences(of: "&amp;", with: "&")
                    let answer = try await Self.ask(way, of: site, as: login)
                    // A budget is not there before it is recorded.
                    let isNone = answer.status == 404 && way.contains("/budget")
                    #expect(answer.status == 200 || isNone, "\(login) \(way)")
                    followed += 1
                }
            }
            #expect(followed > 50)
            // The stranger keeps another district: its pages, and ids of it typed into his forms, are of nothing.
            #expect(try await Self.ask(page, of: site, as: "stranger").status == 404)
            let name = "paper_record-"
            let form = [
                "_key": "page-stranger", "_back": page, name + "id": "\(Seed.id("paper:stranger"))",
                name + "kind": "plan_management", name + "title": "材料", name + "dated": "2026-02-10",
            ]
            #expect(try await Self.ask(page + "/papers", of: site, as: "stranger", form: form).status == 404)
            let advance = ["_key": "page-stranger-2", "project_advance-to": "S08"]
            #expect(
                try await Self.ask(page + "/advance", of: site, as: "stranger", form: advance).status == 404)
            #expect(try await site.stop() == 0)
        }
    }

    /// One request as a browser makes it, with a session's cookie; the status, the place it leads to and the page.
    private static func ask(
        _ path: String, of site: LiveSite, as login: String?, from origin: String? = nil,
        form: [String: String]? = nil
    ) async throws -> (status: Int, place: String, page: String) {
        var headers = ["origin": origin ?? "http://127.0.0.1:\(site.port)"]
        if let login { headers["cookie"] = "yanshou_session=\(Seed.token(login))" }
        var body: [UInt8]?
        if let form {
            headers["content-type"] = "application/x-www-form-urlencoded"
            body = Array(
                form.map { "\(Visit.escaped($0.key))=\(Visit.escaped($0.value))" }.joined(separator: "&").utf8
            )
        }
        let answer = try await HTTPAnswer.to(
            form == nil ? "GET" : "POST", path, port: site.port, headers: headers, body: body)
        return (answer.status, answer.headers["location"] ?? "", String(decoding: answer.body, as: UTF8.self))
    }
}
