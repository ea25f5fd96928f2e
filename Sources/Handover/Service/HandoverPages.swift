package import Actions
import Handover
import Ledger
import PQ
import Policy
import Values
import Web

/// The utility's own page behind a link (专业单位移交页): what is handed over, ticks, signature, yes or no.
package struct HandoverPages: Sendable {
    let desk: Desk
    let reads: HandoverReads
    let actions: HandoverActions

    package init(desk: Desk) {
        self.desk = desk
        reads = HandoverReads(desk: desk)
        actions = HandoverActions(desk: desk)
    }

    @Sendable
    func show(_ request: Request) async throws -> Response {
        .html(200, try await page(request, problem: nil))
    }

    @Sendable
    func sign(_ request: Request) async throws -> Response {
        try await post(request) { _, key in try await actions.sign(request, key: key) }
    }

    @Sendable
    func receipt(_ request: Request) async throws -> Response {
        try await post(request) { form, key in
            let lines = form.names.compactMap { name -> ReceiptsDraft.Line? in
                guard name.hasPrefix("verdict-"),
                    let verdict = form[name].flatMap({ DocumentVerdict(rawValue: $0) })
                else { return nil }
                let document = String(name.dropFirst("verdict-".count))
                let note = form["note-" + document].flatMap { $0.isEmpty ? nil : $0 }
                return .init(document: document, verdict: verdict, note: note)
            }
            guard !lines.isEmpty else {
                throw Problem.invalid([
                    FieldError("/lines", "missing", Words("请至少签收一项", "tick at least one line"))
                ])
            }
            return try await actions.receipt(request, ReceiptsDraft(lines: lines), key: key)
        }
    }

    @Sendable
    func confirm(_ request: Request) async throws -> Response {
        try await post(request) { form, key in
            let sheet = form.file("sheet")?.bytes
            return try await actions.confirm(request, sheet: sheet?.isEmpty == false ? sheet : nil, key: key)
        }
    }

    @Sendable
    func refuse(_ request: Request) async throws -> Response {
        try await post(request) { form, key in
            let reason = form["reason"].flatMap { $0.isEmpty ? nil : $0 }
            return try await actions.refuse(request, reason: reason, key: key)
        }
    }

    /// Does what a form asks and goes back to the page; a refusal is shown on it with its clause.
    private func post(
        _ request: Request, _ act: (Form, String) async throws -> Response
    ) async throws -> Response {
        if let token = HandoverPages.token(request) { try request.checkFormToken(token) }
        let form = try request.form()
        guard let once = form["once"], (8...64).contains(once.utf8.count) else { throw Problems.keyIsMissing }
        do {
            _ = try await act(form, once)
        } catch let problem as Problem where problem.status == 422 {
            return .html(422, try await page(request, problem: problem))
        }
        return .redirect(to: HandoverPages.path(request))
    }

    private func page(_ request: Request, problem: Problem?) async throws -> HTML {
        let card = try await reads.card(request)
        let view = HandoverView(
            card: card, token: HandoverPages.token(request), path: HandoverPages.path(request))
        return try view.page(problem)
    }

    /// Against forged forms: only whoever has the link can know it.
    ///
    /// A session's cookie comes with our own pages only, which the router sees to.
    private static func token(_ request: Request) -> String? {
        guard case .link(let key)? = request.credential else { return nil }
        return hex(Digest.sha256(("yanshou-form\n" + key).utf8))
    }

    private static func path(_ request: Request) -> String {
        guard let handover = request.pathValues["handover"] else { return "/" }
        guard case .link(let key)? = request.credential else { return "/h/\(handover)" }
        return "/h/\(handover)?key=\(key)"
    }
}
