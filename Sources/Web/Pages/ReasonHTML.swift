package import Values

/// What something rests on (依据树), folded: a clause opens to its rule, its words and the values read from it.
///
/// The summary is the place of the first clause where none is given.
package func reasonTree(_ reasons: [Reason], summary: String? = nil) -> HTML {
    guard let first = reasons.first else { return .empty }
    return el("details", ["class": "because"]) {
        el("summary") { summary ?? first.heading }
        reasonList(reasons)
    }
}

private func reasonList(_ reasons: [Reason]) -> HTML {
    el("ul") {
        for reason in reasons {
            el("li") {
                reason.line
                if !reason.under.isEmpty { reasonList(reason.under) }
            }
        }
    }
}

extension Reason {
    fileprivate var heading: String {
        guard case .clause(let citation) = matter else { return words.zh }
        return citation.place + (citation.doubt ?? "")
    }

    fileprivate var line: HTML {
        switch matter {
        case .clause(let citation):
            HTML([
                HTML("\(citation.place) [\(citation.rule)] \(relation.words.zh)"),
                citation.doubt.map { doubt in el("small") { doubt } } ?? .empty,
                citation.quote.isEmpty ? .empty : el("q") { citation.quote },
            ])
        case .parameter(let key, let value, let pack):
            HTML([
                HTML("取值 “"), Reason.named(key), HTML("” = "),
                value.map { HTML([HTML("“"), Reason.named(Reason.shown($0).unquoted), HTML("”")]) }
                    ?? HTML("无（文件未收录，或该日未施行）"),
                HTML("（\(pack)，\(relation.words.zh)）"),
            ])
        case .fact(let name, let value):
            HTML([
                HTML("事实 “"), Reason.named(name), HTML("” = “"),
                Reason.named(Reason.shown(value).unquoted), HTML("”"),
            ])
        case .finding: HTML(words.zh)
        }
    }
}

extension Reason {
    /// A name of the packs or of a fact stands as what it is, in Latin letters amid the Chinese; anything else as text.
    fileprivate static func named(_ text: String) -> HTML {
        text.utf8.contains(UInt8(ascii: "_")) || text.utf8.contains(UInt8(ascii: "."))
            ? el("code", ["lang": "en"]) { text } : HTML(text)
    }
}

extension Citation {
    /// Document and clause, as a reader looks them up.
    package var place: String { clause.isEmpty ? document : document + " " + clause }

    /// What is said of a clause whose words nobody held against the document.
    ///
    /// A house rule says of itself that it is no law: there is no text to hold it against.
    package var doubt: String? { verified || isHouseRule ? nil : "（原文待核对）" }
}

extension String {
    /// The text as it stands within “ ”, which it cannot end by itself.
    fileprivate var unquoted: String { filter { $0 != "“" && $0 != "”" } }
}
