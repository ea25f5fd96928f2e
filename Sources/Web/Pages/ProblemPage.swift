import Values

extension Problem {
    /// The problem as a page in Chinese.
    func page(requestID: ID) -> Response {
        let page = HTML.document(title: "\(title.zh) · 验收") {
            el("header", ["class": "site"]) { link("验收", to: "/") }
            el("main", ["id": "main"]) {
                el("h1") { title.zh }
                if detail.zh != title.zh, refusals.isEmpty { el("p") { detail.zh } }
                if !refusals.isEmpty { refusalList(refusals) }
                if !errors.isEmpty {
                    el("ul", ["class": "errors"]) {
                        for error in errors { el("li") { "“\(error.pointer)”：\(error.words.zh)" } }
                    }
                }
                el("p", ["class": "hint"]) { "编号 \(requestID) · \(status)" }
                el("p") { link("返回首页", to: "/") }
            }
        }
        return Response.html(status, page)
    }
}
