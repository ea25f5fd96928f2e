import Values

/// What a page's form sent: texts by name, and files.
package struct Form: Sendable {
    /// The hidden field that carries the token against forged forms.
    package static let tokenField = "form_token"

    private let fields: [(name: String, text: String)]
    package let files: [Part]

    init(fields: [(name: String, text: String)], files: [Part]) {
        self.fields = fields
        self.files = files
    }

    /// A form as it would be sent, with these texts in it.
    package init(_ texts: [String: String]) {
        self.init(fields: texts.sorted { $0.key < $1.key }.map { (name: $0.key, text: $0.value) }, files: [])
    }

    /// The names that were sent, each once, in order.
    package var names: [String] {
        var seen: Set<String> = []
        return fields.map(\.name).filter { seen.insert($0).inserted }
    }

    package subscript(_ name: String) -> String? { fields.first { $0.name == name }?.text }
    package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.text) }
    package func file(_ name: String) -> Part? { files.first { $0.name == name } }
}

/// One part of a multipart form.
package struct Part: Sendable, Hashable {
    package let name: String
    /// As the client says; never a path to write to.
    package let filename: String?
    /// As the client says; what it is must be told from the bytes.
    package let contentType: String?
    package let bytes: [UInt8]
}

extension Request {
    /// The most fields or parts one form may have.
    package static let formFieldLimit = 200

    /// The form in the body, urlencoded or multipart; 415 for another content type, 400 where it is broken.
    package func form() throws(Problem) -> Form {
        guard let type = headers["content-type"].flatMap({ MediaType($0) }) else { throw .wrongForm }
        if type.essence == "multipart/form-data" {
            let parts = try multipart()
            var fields: [(name: String, text: String)] = []
            for part in parts where part.filename == nil {
                guard let text = validText(part.bytes) else { throw .brokenForm }
                fields.append((part.name, text))
            }
            // A file field left empty is sent as a part without name and bytes.
            let files = parts.filter { $0.filename != nil && !($0.filename == "" && $0.bytes.isEmpty) }
            return Form(fields: fields, files: files)
        }
        guard type.essence == "application/x-www-form-urlencoded" else { throw .wrongForm }
        guard let text = validText(body) else { throw .brokenForm }
        do {
            let list = try Target.list(text)
            guard list.count <= Request.formFieldLimit else { throw Problem.brokenForm }
            return Form(fields: list.map { (name: $0.0, text: $0.1) }, files: [])
        } catch let problem as Problem {
            throw problem
        } catch {
            throw .brokenForm
        }
    }

    /// The parts of a multipart/form-data body (RFC 7578), read strictly.
    package func multipart() throws(Problem) -> [Part] {
        guard let type = headers["content-type"].flatMap({ MediaType($0) }),
            type.essence == "multipart/form-data"
        else { throw .wrongType("multipart/form-data") }
        guard let boundary = type.parameters["boundary"], (1...70).contains(boundary.utf8.count),
            boundary.utf8.allSatisfy({ $0 >= 32 && $0 < 127 }), !boundary.hasSuffix(" ")
        else { throw .brokenForm }
        var reader = MultipartReader(body, boundary: boundary)
        guard let parts = reader.parts(limit: Request.formFieldLimit) else { throw .brokenForm }
        return parts
    }

    /// Refuses a form that does not carry the token its page was given.
    package func checkFormToken(_ expected: String) throws(Problem) {
        let given = Array((try form()[Form.tokenField] ?? "").utf8)
        let wanted = Array(expected.utf8)
        var difference = given.count ^ wanted.count
        for (left, right) in zip(given, wanted) { difference |= Int(left ^ right) }
        guard difference == 0, !wanted.isEmpty else {
            throw Problem(
                403, "form_token", Words("页面已过期，请刷新后再提交", "The page is out of date; reload it and send again")
            )
        }
    }
}

extension Problem {
    static var brokenForm: Problem { .malformed(Words("表单无法读懂", "The form cannot be read")) }
    static var wrongForm: Problem { .wrongType("application/x-www-form-urlencoded, multipart/form-data") }
}

/// Takes a multipart body apart; anything out of place makes the whole of it unreadable.
private struct MultipartReader {
    private let bytes: [UInt8]
    private let delimiter: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8], boundary: String) {
        self.bytes = bytes
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    mutating func parts(limit: Int) -> [Part]? {
        // The first delimiter has no line end before it.
        let opening = delimiter.dropFirst(2)
        guard bytes.starts(with: opening) else { return nil }
        index = opening.count
        var parts: [Part] = []
        while true {
            if follows([45, 45]) {
                index += 2
                if follows([13, 10]) { index += 2 }
                return index == bytes.count ? parts : nil
            }
            guard follows([13, 10]), parts.count < limit else { return nil }
            index += 2
            guard let headers = partHeaders(), let end = find(delimiter, from: index),
                let part = part(headers, Array(bytes[index..<end]))
            else { return nil }
            parts.append(part)
            index = end + delimiter.count
        }
    }

    private func follows(_ wanted: [UInt8]) -> Bool {
        index + wanted.count <= bytes.count && bytes[index..<index + wanted.count].elementsEqual(wanted)
    }

    private func find(_ wanted: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            var position = start
            let last = buffer.count - wanted.count
            while position <= last {
                if buffer[position] == first {
                    var matched = 1
                    while matched < wanted.count, buffer[position + matched] == wanted[matched] {
                        matched += 1
                    }
                    if matched == wanted.count { return position }
                }
                position += 1
            }
            return nil
        }
    }

    /// The header lines of one part, at most eight of at most 1 KiB.
    private mutating func partHeaders() -> [String: String]? {
        var headers: [String: String] = [:]
        for _ in 0...8 {
            guard let end = find([13, 10], from: index), end - index <= 1024,
                let line = validText(bytes[index..<end])
            else { return nil }
            index = end + 2
            if line.isEmpty { return headers }
            guard let cut = line.firstIndex(of: ":") else { return nil }
            let name = line[..<cut].lowercased()
            guard !name.isEmpty, name.utf8.allSatisfy(isTokenByte),
                headers.updateValue(trimmed(line[line.index(after: cut)...]), forKey: name) == nil
            else { return nil }
        }
        return nil
    }

    private func part(_ headers: [String: String], _ content: [UInt8]) -> Part? {
        guard let disposition = headers["content-disposition"],
            headers["content-transfer-encoding"].map({ ["7bit", "8bit", "binary"].contains($0.lowercased()) })
                ?? true
        else { return nil }
        // A disposition has the shape of a media type's parameters, behind one word.
        guard let cut = disposition.firstIndex(of: ";"),
            trimmed(disposition[..<cut]).lowercased() == "form-data",
            let type = MediaType("form/data" + disposition[cut...]),
            let name = type.parameters["name"].map(formDecoded), !name.isEmpty
        else { return nil }
        return Part(
            name: name, filename: type.parameters["filename"].map { plainName(formDecoded($0)) },
            contentType: headers["content-type"], bytes: content)
    }

    /// Browsers write a quotation mark and line ends in names as `%22`, `%0D`, `%0A`.
    private func formDecoded(_ text: String) -> String {
        guard text.contains("%") else { return text }
        var result = ""
        var rest = Substring(text)
        while let first = rest.first {
            let escape = ["%22": "\"", "%0D": "\r", "%0A": "\n"].first { rest.uppercased().hasPrefix($0.key) }
            result += escape?.value ?? String(first)
            rest = rest.dropFirst(escape == nil ? 1 : 3)
        }
        return result
    }

    /// The last piece of a path, which some clients send whole.
    private func plainName(_ name: String) -> String {
        String(name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last ?? "")
    }
}
