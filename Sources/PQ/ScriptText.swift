/// A script taken apart as far as it takes to know where each statement begins.
struct ScriptText {
    /// Where statements begin, in characters from 0.
    private(set) var starts: [Int] = []

    private let text: [Unicode.Scalar]
    private var place = 0
    private var isInside = false
    private var parentheses = 0
    /// How deep in `begin atomic … end`, whose semicolons end nothing.
    private var blocks = 0
    private var lastWord = ""

    init(_ script: String) {
        text = Array(script.unicodeScalars)
        while place < text.count { step() }
    }

    private func peek(_ distance: Int) -> Unicode.Scalar? {
        place + distance < text.count ? text[place + distance] : nil
    }

    private mutating func step() {
        let scalar = text[place]
        if scalar.properties.isWhitespace {
            place += 1
        } else if scalar == "-", peek(1) == "-" {
            while place < text.count, text[place] != "\n" { place += 1 }
        } else if scalar == "/", peek(1) == "*" {
            skipComment()
        } else if scalar == ";" {
            if parentheses == 0, blocks == 0 { isInside = false }
            place += 1
        } else {
            if !isInside {
                starts.append(place)
                isInside = true
                lastWord = ""
                parentheses = 0
            }
            token(scalar)
        }
    }

    private mutating func token(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "'": skipQuoted("'", escapes: false)
        case "\"": skipQuoted("\"", escapes: false)
        case "$": skipDollarQuoted()
        case "(", "[":
            parentheses += 1
            place += 1
        case ")", "]":
            parentheses -= 1
            place += 1
        default:
            if scalar.properties.isAlphabetic || scalar == "_" { word() } else { place += 1 }
        }
    }

    private mutating func word() {
        let start = place
        while let scalar = peek(0),
            scalar.properties.isAlphabetic || scalar == "_" || scalar == "$" || ("0"..."9").contains(scalar)
        { place += 1 }
        var word = ""
        word.unicodeScalars.append(contentsOf: text[start..<place])
        word = word.lowercased()
        if word == "e", peek(0) == "'" { return skipQuoted("'", escapes: true) }
        if word == "atomic", lastWord == "begin" {
            blocks += 1
        } else if blocks > 0 {
            if word == "case" { blocks += 1 }
            if word == "end" { blocks -= 1 }
        }
        lastWord = word
    }

    private mutating func skipQuoted(_ quote: Unicode.Scalar, escapes: Bool) {
        place += 1
        while place < text.count {
            if escapes, text[place] == "\\" {
                place += 2
            } else if text[place] == quote, peek(1) == quote {
                place += 2
            } else if text[place] == quote {
                place += 1
                return
            } else {
                place += 1
            }
        }
    }

    private mutating func skipComment() {
        var depth = 0
        while place < text.count {
            if text[place] == "/", peek(1) == "*" {
                depth += 1
                place += 2
            } else if text[place] == "*", peek(1) == "/" {
                depth -= 1
                place += 2
                if depth == 0 { return }
            } else {
                place += 1
            }
        }
    }

    private mutating func skipDollarQuoted() {
        var end = place + 1
        while end < text.count,
            text[end].properties.isAlphabetic || text[end] == "_" || ("0"..."9").contains(text[end])
        {
            end += 1
        }
        guard end < text.count, text[end] == "$", end == place + 1 || !("0"..."9").contains(text[place + 1])
        else {
            place += 1
            return
        }
        let tag = text[place...end]
        place = end + 1
        while place + tag.count <= text.count {
            if text[place] == "$", text[place..<place + tag.count].elementsEqual(tag) {
                place += tag.count
                return
            }
            place += 1
        }
        place = text.count
    }
}
