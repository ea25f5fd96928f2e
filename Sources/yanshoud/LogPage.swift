import Actions
import Ledger
import PQ
import Values
import Web

/// The head of the log for residents (日志检查点页): to read, to print for the notice board, to photograph and keep.
struct LogPage: Sendable {
    let desk: Desk

    var routes: [Route] {
        [
            Route(
                .get, "/log", operation: "page.log",
                summary: Words("日志检查点页，可打印", "The log's head, to print"), access: .anyone, tags: ["pages"],
                handle: show)
        ]
    }

    @Sendable
    private func show(_ request: Request) async throws -> Response {
        let rows = try await desk.readPublic(["select note, kept_at from pub.log_checkpoint()"])
        let head = try rows[0].first.map {
            try LogPage.head(try $0.text("note"), kept: try $0.instant("kept_at"))
        }
        return .html(
            200,
            HTML.document(title: "日志检查点 · 验收") {
                el("header", ["class": "site"]) { link("验收", to: "/") }
                el("main", ["id": "main"]) {
                    el("h1") { "日志检查点" }
                    el("p", ["class": "hint", "lang": "en"]) { "The latest signed head of the log of events" }
                    head ?? el("p") { "日志尚未签过检查点，请稍后再看。" }
                }
            })
    }

    private static func head(_ note: String, kept: Instant) throws -> HTML {
        guard let gap = note.firstRange(of: "\n\n"),
            let head = Checkpoint(text: String(note[..<gap.lowerBound]) + "\n")
        else { return el("p", ["class": "alert", "role": "alert"]) { "检查点无法读懂，请告知平台维护人员。" } }
        let facts: [(String, String)] = [
            ("日志 log", head.origin), ("事件数 entries", "\(head.size)"), ("树根 root", Base64.text(head.root)),
            ("签署时间 signed", "\(kept.local)"),
        ]
        return HTML([
            el("dl", ["class": "facts"]) {
                for (term, value) in facts {
                    el("dt") { term }
                    el("dd") { value }
                }
            },
            el("h2") { "全文 The signed note" },
            el("p") {
                for line in note.split(separator: "\n") {
                    el("code") { String(line) }
                    el("br")
                }
            },
            QRCode(note).map { LogPage.code($0) } ?? .empty,
            use,
        ])
    }

    private static func code(_ code: QRCode) -> HTML {
        el("p") { code.image("检查点全文的二维码 QR code of the signed note") }
    }

    private static let use = el("section") {
        el("h2") { "有什么用" }
        el("p") {
            "每件办理的事都记在同一本日志里，只增不改。上面几行是它此刻的“指纹”：扫码、拍照或打印留一份。"
                + "日后日志若被改动、删减或另起一本，与您手中的这一份、或见证方公布的检查点就对不上。"
        }
        el("p", ["lang": "en"]) {
            "Every act is in one log, which only grows. The lines above are its fingerprint at this moment. Keep a copy: a log "
                + "that was changed, cut or replaced no longer continues it, nor the head that a witness shows at /checkpoint."
        }
    }
}
