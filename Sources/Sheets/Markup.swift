import CLibExpat

/// One piece of an XML document: what a workbook's parts are made of.
enum MarkupPiece: Hashable {
    /// An element begins; its name is without a prefix.
    case open(String, [String: String])
    case close(String)
    case text(String)
}

/// The pieces of an XML document, read by expat a few thousand at a time; one with a document type, which no workbook
/// has, or nested without end is refused.
final class Markup {
    private let parser: XML_Parser
    private let reading = Reading()
    private let bytes: [UInt8]
    private var pieces: ArraySlice<MarkupPiece> = []
    private var status: XML_Status?

    init(_ bytes: [UInt8]) throws(SheetFault) {
        guard let parser = XML_ParserCreate(nil) else { throw .notAWorkbook("xml") }
        self.parser = parser
        self.bytes = bytes
        reading.parser = parser
        XML_SetUserData(parser, Unmanaged.passUnretained(reading).toOpaque())
        XML_SetElementHandler(
            parser, { Reading.of($0)?.open($1, $2) }, { Reading.of($0)?.close($1) })
        XML_SetCharacterDataHandler(parser) { Reading.of($0)?.text($1, $2) }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in Reading.of(data)?.refuse("document type")
        }
    }

    deinit { XML_ParserFree(parser) }

    /// The next piece, or nil at the end.
    func next() throws(SheetFault) -> MarkupPiece? {
        while pieces.isEmpty {
            switch status {
            case nil:
                status = bytes.withUnsafeBytes { buffer in
                    XML_Parse(
                        parser, buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count),
                        1)
                }
            case XML_STATUS_SUSPENDED: status = XML_ResumeParser(parser)
            default: return nil
            }
            if let refused = reading.refused { throw .notAWorkbook(refused) }
            if status == XML_STATUS_ERROR { throw .notAWorkbook("xml") }
            pieces = reading.take()
        }
        return pieces.popFirst()
    }

    /// What expat calls back into while it reads one document.
    private final class Reading {
        var parser: XML_Parser?
        private(set) var refused: String?
        private var pieces: [MarkupPiece] = []
        private var depth = 0
        /// So many pieces are held at once, however long the document.
        private static let batch = 4_096
        /// A workbook's parts nest a dozen deep.
        private static let deepest = 256

        static func of(_ data: UnsafeMutableRawPointer?) -> Reading? {
            data.map { Unmanaged<Reading>.fromOpaque($0).takeUnretainedValue() }
        }

        func take() -> ArraySlice<MarkupPiece> {
            defer { pieces = [] }
            return pieces[...]
        }

        private func add(_ piece: MarkupPiece) {
            pieces.append(piece)
            if pieces.count == Reading.batch, let parser { XML_StopParser(parser, XML_Bool(1)) }
        }

        func open(
            _ name: UnsafePointer<XML_Char>?, _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
        ) {
            depth += 1
            guard depth <= Reading.deepest else { return refuse("nesting") }
            var attributes: [String: String] = [:]
            var position = 0
            while let list, let key = list[position], let value = list[position + 1] {
                // The prefix stays: `r:id` and `id` are two attributes.
                attributes[String(cString: key)] = String(cString: value)
                position += 2
            }
            add(.open(Reading.local(name), attributes))
        }

        func close(_ name: UnsafePointer<XML_Char>?) {
            depth -= 1
            add(.close(Reading.local(name)))
        }

        func text(_ start: UnsafePointer<XML_Char>?, _ length: Int32) {
            guard let start else { return }
            add(
                .text(
                    String(decoding: UnsafeRawBufferPointer(start: start, count: Int(length)), as: UTF8.self))
            )
        }

        func refuse(_ what: String) {
            if refused == nil { refused = what }
            if let parser { XML_StopParser(parser, XML_Bool(0)) }
        }

        private static func local(_ name: UnsafePointer<XML_Char>?) -> String {
            guard let name else { return "" }
            let whole = String(cString: name)
            return whole.split(separator: ":").last.map(String.init) ?? whole
        }
    }
}
