import Testing
import Values

@testable import Web

@Suite("Forms")
struct FormTests {
    private func multipart(_ text: String, boundary: String = "XX") -> Request {
        Request(
            .post, "/", headers: ["content-type": "multipart/form-data; boundary=\"\(boundary)\""],
            body: Array(text.replacingLineEnds.utf8))
    }

    @Test("an urlencoded form gives its fields, lists in order")
    func urlencoded() throws {
        let request = Request(
            .post, "/", headers: ["content-type": "application/x-www-form-urlencoded; charset=UTF-8"],
            body: Array("name=%E6%9D%BE+%E5%8F%B0&item=1&item=2&empty=".utf8))
        let form = try request.form()
        #expect(form["name"] == "松 台")
        #expect(form.all("item") == ["1", "2"])
        #expect(form["empty"]?.isEmpty == true)
        #expect(form.names == ["name", "item", "empty"])
    }

    @Test("a multipart form gives texts and files byte for byte")
    func parts() throws {
        let form = try multipart(
            """
            --XX
            Content-Disposition: form-data; name="note"

            第一行
            第二行
            --XX
            Content-Disposition: form-data; name="photo"; filename="C:\\\\a\\\\b.jpg"
            Content-Type: image/jpeg

            \u{1}\u{0}--X
            --XX
            Content-Disposition: form-data; name="none"; filename=""
            Content-Type: application/octet-stream


            --XX--

            """
        ).form()
        #expect(form["note"] == "第一行\r\n第二行")
        let photo = try #require(form.file("photo"))
        #expect(photo.filename == "b.jpg" && photo.contentType == "image/jpeg")
        #expect(photo.bytes == Array("\u{1}\u{0}--X".utf8))
        #expect(form.file("none") == nil && form.files.count == 1)
    }

    @Test(
        "a multipart body with anything out of place is refused whole",
        arguments: [
            "", "--XX", "--XX\n", "junk\n--XX\nContent-Disposition: form-data; name=\"a\"\n\nb\n--XX--",
            "--XX\nContent-Disposition: form-data; name=\"a\"\n\nb",
            "--XX\nContent-Disposition: form-data\n\nb\n--XX--",
            "--XX\nContent-Disposition: attachment; name=\"a\"\n\nb\n--XX--", "--XX\n\nb\n--XX--",
            "--XX\nContent-Disposition: form-data; name=\"a\"\nContent-Disposition: form-data; name=\"b\"\n\nb\n--XX--",
            "--XX\nContent-Disposition: form-data; name=\"a\"\nContent-Transfer-Encoding: base64\n\nYg==\n--XX--",
            "--XX\nContent-Disposition: form-data; name=\"a\"\n\nb\n--XX--\ntrailing",
            "--XX\nContent-Disposition : form-data; name=\"a\"\n\nb\n--XX--",
        ])
    func brokenParts(text: String) {
        let problem = #expect(throws: Problem.self) { try multipart(text).form() }
        #expect(problem?.status == 400)
    }

    @Test("more parts than the limit are refused")
    func tooManyParts() {
        let part = "--XX\nContent-Disposition: form-data; name=\"a\"\n\nb\n"
        let text = String(repeating: part, count: 201) + "--XX--"
        #expect(throws: Problem.self) { try multipart(text).multipart() }
        let fields = Request(
            .post, "/", headers: ["content-type": "application/x-www-form-urlencoded"],
            body: Array(String(repeating: "a=1&", count: 201).utf8))
        #expect(throws: Problem.self) { try fields.form() }
    }

    @Test("a form is read by the schema's types, and its errors point to its fields")
    func bySchema() async throws {
        let client = TestClient(
            try trialRouter(),
            headers: ["authorization": "Bearer t"])
        let good = await client.post(
            form: [("name", "甲"), ("amount", "1.00"), ("count", "2"), ("note", ""), ("form_token", "x")],
            to: "/account")
        #expect(good.text == "甲")
        let bad = await client.post(
            form: [("name", "甲"), ("amount", "1.00"), ("count", "two")], to: "/account")
        #expect(bad.status == 422)
        #expect(bad.json?["errors"]?.list?.first?["pointer"]?.text == "/count")
    }

    @Test("a form without its page's token is refused")
    func token() throws {
        func sent(_ body: String) -> Request {
            Request(
                .post, "/", headers: ["content-type": "application/x-www-form-urlencoded"],
                body: Array(body.utf8))
        }
        #expect(throws: Never.self) { try sent("form_token=abc").checkFormToken("abc") }
        for body in ["form_token=abd", "form_token=ab", "", "form_token="] {
            #expect(throws: Problem.self) { try sent(body).checkFormToken("abc") }
        }
        #expect(throws: Problem.self) { try sent("form_token=").checkFormToken("") }
    }
}

extension String {
    /// The text with the line ends of HTTP.
    var replacingLineEnds: String {
        split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
}
