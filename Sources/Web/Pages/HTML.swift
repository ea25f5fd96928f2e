/// A piece of a page; text in it is always escaped.
package struct HTML: Sendable, Hashable {
    /// The markup.
    package let text: String

    private init(markup: String) { text = markup }

    package static let empty = HTML(markup: "")

    /// Text, with every character that means something in markup escaped.
    package init(_ text: String) { self.init(markup: HTML.escaped(text)) }

    package init(_ pieces: [HTML]) { self.init(markup: pieces.map(\.text).joined()) }

    /// An element of that name; the names of elements and attributes are ours, so a wrong one stops a test.
    static func element(_ name: String, _ attributes: Attributes, _ content: HTML?) -> HTML {
        precondition(
            !HTML.refused.contains(name), "no \(name) elements: pages here run and style nothing inline")
        let start = "<\(name)\(attributes.text)>"
        guard let content else { return HTML(markup: start) }
        precondition(!HTML.void.contains(name), "\(name) has no content")
        return HTML(markup: start + content.text + "</\(name)>")
    }

    /// A whole document: the doctype, a head, the body.
    ///
    /// `styles` are paths of stylesheets, `refresh` the seconds after which the page loads again.
    package static func document(
        title: String, lang: String = "zh-CN", styles: [String] = [Stylesheet.path], refresh: Int? = nil,
        @HTMLBuilder body: () -> HTML
    ) -> HTML {
        let head = el("head") {
            el("meta", ["charset": "utf-8"])
            el("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            if let refresh { el("meta", ["http-equiv": "refresh", "content": "\(refresh)"]) }
            el("title") { title }
            // A browser that is named no icon looks for one by itself, and complains where there is none.
            el("link", ["rel": "icon", "href": SiteIcon.path, "type": "image/svg+xml"])
            for style in styles { el("link", ["rel": "stylesheet", "href": style]) }
        }
        let content = HTML([head, el("body", [:], body)])
        return HTML(markup: "<!doctype html>" + element("html", ["lang": lang], content).text)
    }

    static func escaped(_ text: String) -> String {
        var escaped = [UInt8]()
        escaped.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): escaped.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): escaped.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): escaped.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): escaped.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): escaped.append(contentsOf: "&#39;".utf8)
            case 0: continue
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static let refused: Set<String> = ["script", "style", "object", "embed", "iframe", "base"]
    static let void: Set<String> = [
        "area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
}

extension HTML: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { self.init(value) }
}

/// Attributes in order; values are escaped, nil leaves one out, and an empty text is written without a value.
package struct Attributes: Sendable, ExpressibleByDictionaryLiteral {
    private var pairs: [(String, String?)]

    package init(dictionaryLiteral elements: (String, String?)...) { pairs = elements }

    package subscript(_ name: String) -> String? {
        get { pairs.first { $0.0 == name }?.1 }
        set {
            pairs.removeAll { $0.0 == name }
            pairs.append((name, newValue))
        }
    }

    var text: String {
        var text = ""
        for (name, value) in pairs {
            guard let value else { continue }
            precondition(
                !name.hasPrefix("on") && name != "style",
                "no \(name): pages here run and style nothing inline")
            if value.isEmpty, name != "value", name != "alt" {
                text += " \(name)"
            } else {
                text +=
                    " \(name)=\"\(HTML.escaped(Attributes.links.contains(name) ? safeLink(value) : value))\""
            }
        }
        return text
    }

    private static let links: Set<String> = ["href", "src", "action", "formaction"]

    /// A link that stays here or goes out by a known scheme; anything else goes nowhere.
    private func safeLink(_ link: String) -> String {
        let cleaned = String(
            link.unicodeScalars.filter { $0.value > 32 && $0.value != 127 }.map(Character.init))
        let start = cleaned.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard start.contains(":") else { return cleaned.hasPrefix("//") ? "#" : cleaned }
        let scheme = start.prefix { $0 != ":" }.lowercased()
        return ["https", "http", "mailto", "tel"].contains(scheme) ? cleaned : "#"
    }
}

/// An element with content; `el("p", ["class": "x"]) { "text" }`.
package func el(_ name: String, _ attributes: Attributes = [:], @HTMLBuilder _ content: () -> HTML) -> HTML {
    HTML.element(name, attributes, content())
}

/// A void element such as `br`, or one left empty.
package func el(_ name: String, _ attributes: Attributes = [:]) -> HTML {
    HTML.element(name, attributes, HTML.void.contains(name) ? nil : .empty)
}

/// A link to a path.
package func link(_ text: String, to path: String) -> HTML {
    el("a", ["href": path]) { text }
}

/// Puts pieces of a page, and text between them, together in order.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ text: String) -> HTML { HTML(text) }
    package static func buildExpression(_ piece: HTML) -> HTML { piece }
    package static func buildExpression(_ piece: HTML?) -> HTML { piece ?? .empty }
    package static func buildExpression(_ pieces: [HTML]) -> HTML { HTML(pieces) }
    package static func buildBlock(_ pieces: HTML...) -> HTML { HTML(pieces) }
    package static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .empty }
    package static func buildEither(first piece: HTML) -> HTML { piece }
    package static func buildEither(second piece: HTML) -> HTML { piece }
    package static func buildArray(_ pieces: [HTML]) -> HTML { HTML(pieces) }
}
