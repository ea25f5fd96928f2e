package import Values
import Ledger

/// The site's refusal or complaint, read from `application/problem+json`.
package struct SiteProblem: Sendable, Hashable {
    package struct FieldError: Sendable, Hashable {
        package let pointer: String
        package let words: Words
    }

    package let status: Int
    package let code: String
    package let title: Words
    package let detail: Words
    package let refusals: [Refusal]
    package let errors: [FieldError]
    package let requestID: String?
    /// The site asked to come again: what was asked is not decided.
    package let mayRetry: Bool
    /// The whole document.
    package let document: [String: JSON]

    package init(answer: SiteAnswer) {
        let document = answer.isProblem ? (try? answer.json())?.object ?? [:] : [:]
        self.document = document.isEmpty ? ["status": .int(Int64(answer.status))] : document
        status = answer.status
        code = document["code"]?.text ?? "http_\(answer.status)"
        let bare = Words("系统回答 \(answer.status)", "the site answered \(answer.status)")
        title = SiteProblem.words(document, "title") ?? bare
        detail = SiteProblem.words(document, "detail") ?? title
        refusals = document["refusals"]?.list?.compactMap(Refusal.init(json:)) ?? []
        errors = (document["errors"]?.list ?? []).compactMap { item in
            guard let pointer = item["pointer"]?.text,
                let words = SiteProblem.words(item.object ?? [:], "detail")
            else { return nil }
            return FieldError(pointer: pointer, words: words)
        }
        requestID = document["request_id"]?.text
        mayRetry =
            [408, 425, 429].contains(answer.status) || answer.status >= 500
            || answer.header("retry-after") != nil
    }

    package var exitStatus: CommandStatus {
        // A 409 that says when to come again is a twin still at work, and settles nothing.
        if status == 409, mayRetry { return .unreachable }
        return CommandStatus(refusedWith: status, byRule: !refusals.isEmpty)
    }

    /// The name that `--json` shows; what is not there leaves with the status of a mistake, but is told apart.
    package var statusName: String {
        status == 404 && exitStatus == .usage ? "not_found" : exitStatus.name
    }

    static func words(_ document: [String: JSON], _ name: String) -> Words? {
        guard let chinese = document[name]?.text else { return nil }
        return Words(chinese, document[name + "_en"]?.text ?? chinese)
    }
}

extension Refusal {
    /// Reads what `json` wrote; nil where code or words are absent.
    package init?(json: JSON) {
        guard let code = json["code"]?.text, let fields = json.object,
            let detail = SiteProblem.words(fields, "detail")
        else { return nil }
        self.init(
            code, detail, source: json["source"].flatMap(Citation.init(json:)),
            missing: (json["missing"]?.list ?? []).compactMap { item in
                item["zh"]?.text.map { Words($0, item["en"]?.text ?? $0) }
            },
            remedy: SiteProblem.words(fields, "remedy") ?? Words("", ""),
            liftedBy: (json["lifted_by"]?.list ?? []).compactMap { $0.text.flatMap(Role.init(rawValue:)) },
            because: json["because"]?.list.map { $0.compactMap { Reason(json: $0) } })
    }
}

extension Reason {
    /// Reads what `json` wrote, down to a depth that no tree of ours has; nil where it says nothing that is known.
    package init?(json: JSON, depth: Int = 16) {
        guard depth > 0 else { return nil }
        let relation = json["relation"]?.text.flatMap(Relation.init(rawValue:)) ?? .applies
        let under = (json["under"]?.list ?? []).compactMap { Reason(json: $0, depth: depth - 1) }
        if let clause = Citation(json: json) {
            self.init(.clause(clause), relation, under: under)
        } else if let key = json["key"]?.text {
            let value = json["value"].flatMap { $0 == .null ? nil : $0 }
            let pack = json["pack"]?.text ?? ""
            self.init(.parameter(key: key, value: value, pack: pack), relation, under: under)
        } else if let words = json["finding"]?.text {
            let finding = Words(words, json["finding_en"]?.text ?? words)
            self.init(.finding(finding, holds: json["holds"] == true), under: under)
        } else if let name = json["fact"]?.text {
            self.init(.fact(name: name, value: json["value"] ?? .null), under: under)
        } else {
            return nil
        }
    }
}

extension Citation {
    /// Reads what `json` wrote.
    package init?(json: JSON) {
        guard let rule = json["rule"]?.text, let document = json["document"]?.text,
            let clause = json["clause"]?.text
        else { return nil }
        self.init(
            rule: rule, document: document, clause: clause, quote: json["text"]?.text ?? "",
            verified: json["verified"]?.bool ?? false)
    }
}
