import Testing
import Values

@testable import Web

@Suite("Pages")
struct PageTests {
    @Test("text and attributes are always escaped")
    func escaping() {
        let evil = "<script>alert('1')</script>&\""
        let page = el("p", ["title": evil]) { evil }
        let safe = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;"
        #expect(page.text == "<p title=\"\(safe)\">\(safe)</p>")
        #expect(HTML("\(evil)").text == safe)
    }

    @Test(
        "links go nowhere but here and to known schemes",
        arguments: [
            ("/a?b=1#c", "/a?b=1#c"), ("https://a.example/", "https://a.example/"), ("tel:110", "tel:110"),
            ("javascript:alert(1)", "#"), (" JaVaScRiPt:alert(1)", "#"), ("java\nscript:x", "#"),
            ("data:text/html,x", "#"),
            ("//evil.example", "#"), ("a:b", "#"), ("?next=a:b", "?next=a:b"),
        ])
    func links(given: String, written: String) {
        #expect(el("a", ["href": given]) { "x" }.text == "<a href=\"\(written)\">x</a>")
    }

    @Test("conditions, loops and void elements come out in order")
    func building() {
        let rows = ["一", "二"]
        let page = el("ul") {
            if rows.isEmpty { "空" } else { "有" }
            for row in rows { el("li") { row } }
            el("br")
            el("input", ["disabled": "", "value": "", "name": nil])
        }
        #expect(page.text == "<ul>有<li>一</li><li>二</li><br><input disabled value=\"\"></ul>")
    }

    @Test("a document states its language, its viewport and its stylesheet")
    func document() {
        let text = HTML.document(title: "a<b") { "x" }.text
        #expect(text.hasPrefix("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"))
        #expect(
            text.contains(
                "<link rel=\"icon\" href=\"/assets/yanshou.svg\" type=\"image/svg+xml\">"
                    + "<link rel=\"stylesheet\" href=\"/assets/yanshou.css\"></head>"))
        #expect(text.contains("<title>a&lt;b</title>"))
        #expect(text.hasSuffix("<body>x</body></html>"))
    }

    @Test("every field has a label, and its error is tied to it and said in words")
    func fields() {
        var field = Field("amount", "金额", .money, value: "x\"", hint: "元")
        field.error = "应为金额"
        let text = field.html.text
        #expect(text.contains("<label for=\"field-amount\">金额</label>"))
        #expect(
            text.contains("aria-describedby=\"field-amount-hint field-amount-error\" aria-invalid=\"true\""))
        #expect(text.contains("<p class=\"error\" id=\"field-amount-error\">错误：应为金额</p>"))
        #expect(text.contains("value=\"x&quot;\""))
        #expect(
            Field("a", "选", .choice([("1", "一"), ("2", "二")]), value: "2").html.text.contains(
                "value=\"2\" selected>二"))
        #expect(!Field("p", "口令", .password, value: "secret").html.text.contains("secret"))
    }

    @Test("a field shows again what was sent and what a problem said about it")
    func resent() throws {
        let request = Request(
            .post, "/", headers: ["content-type": "application/x-www-form-urlencoded"],
            body: Array("name=x".utf8))
        let problem = Problem.invalid([FieldError("/name", "too_short", Words("太短", "too short"))])
        let field = Field("name", "名称").after(try request.form(), problem)
        #expect(field.value == "x" && field.error == "太短")
    }

    @Test("a form carries its token and posts here")
    func forms() {
        let text = form(to: "/report", token: "t1", files: true, submit: "提交") { "" }.text
        #expect(text.hasPrefix("<form method=\"post\" action=\"/report\" enctype=\"multipart/form-data\">"))
        #expect(text.contains("<input type=\"hidden\" name=\"form_token\" value=\"t1\">"))
    }

    @Test("a page may load and send nothing foreign, and cannot be framed")
    func headers() {
        let headers = Response.html(200, HTML("x")).headers
        let policy = headers["content-security-policy"] ?? ""
        for part in ["default-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"]
        {
            #expect(policy.contains(part))
        }
        #expect(headers["x-content-type-options"] == "nosniff")
        #expect(headers["referrer-policy"] == "same-origin")
    }

    @Test("a stored file is boxed in and keeps a name no header can break out of")
    func files() {
        let response = Response.file([1], type: "image/png", tag: "t", download: "图\"\r\n.png")
        #expect(response.headers["content-security-policy"]?.contains("sandbox") == true)
        #expect(
            response.headers["content-disposition"]
                == "attachment; filename=\"____.png\"; filename*=UTF-8''%E5%9B%BE%22%0D%0A.png")
        #expect(response.headers["etag"] == "\"t\"")
    }

    @Test("the stylesheet is served, and is answered with 304 the second time")
    func stylesheet() async throws {
        let client = TestClient(try trialRouter())
        let first = await client.get(Stylesheet.path)
        #expect(first.headers["content-type"] == "text/css; charset=utf-8")
        let tag = try #require(first.headers["etag"])
        #expect(await client.get(Stylesheet.path, headers: ["if-none-match": tag]).status == 304)
    }

    @Test("colours of the stylesheet reach 4.5 to 1 in every pair of text and ground")
    func contrast() throws {
        var colours: [String: String] = ["#fff": "ffffff"]
        for piece in Stylesheet.css.split(separator: ";") {
            let halves = piece.split(separator: ":")
            guard halves.count == 2, let name = halves[0].split(whereSeparator: \.isWhitespace).last,
                name.hasPrefix("--"), let cut = halves[1].firstIndex(of: "#")
            else { continue }
            colours[String(name)] = String(halves[1][halves[1].index(after: cut)...])
        }
        func light(_ name: String) throws -> Double {
            let digits = try #require(colours[name], "\(name)")
            let channels = try #require(bytes(hex: digits))
            let parts = channels.map { byte -> Double in
                let share = Double(byte) / 255
                return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let pairs = [
            ("--ink", "--ground"), ("--ink", "--pale"), ("--soft", "--ground"), ("--soft", "--pale"),
            ("--blocked", "--blocked-pale"), ("--waiting", "--waiting-pale"), ("--done", "--done-pale"),
            ("--blocked", "--ground"), ("#fff", "--deed"), ("#fff", "--deed-dark"),
            ("--ink", "--blocked-pale"),
            ("--soft", "--blocked-pale"), ("--deed", "--ground"), ("--focus", "--ground"),
        ]
        for (text, ground) in pairs {
            let (one, other) = (try light(text), try light(ground))
            let ratio = (max(one, other) + 0.05) / (min(one, other) + 0.05)
            #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
        }
    }

    /// The 2.4th power by square roots: x² · x^0.4, where x^0.4 is found by halving.
    private func power(_ base: Double) -> Double {
        var low = 0.0
        var high = 1.0
        for _ in 0..<60 {
            let middle = (low + high) / 2
            // middle = base^0.4 exactly when middle^5 = base^2.
            if middle * middle * middle * middle * middle < base * base {
                low = middle
            } else {
                high = middle
            }
        }
        return base * base * low
    }
}
