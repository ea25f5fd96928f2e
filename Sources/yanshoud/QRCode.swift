import CLibQREncode
import Web

/// A text as a square of dark and light modules (二维码, ISO/IEC 18004), by libqrencode.
struct QRCode: Sendable {
    /// Modules along a side, without the quiet zone.
    let side: Int
    /// Row by row from the top left; true is dark.
    let modules: [Bool]

    /// The smallest code that holds the text's bytes and survives the loss of 15 %; nil where none does (over 2,331 bytes).
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
        else { return nil }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        self.side = side
        modules = (0..<side * side).map { data[$0] & 1 == 1 }
    }

    /// The quiet zone that readers need, in modules.
    static let margin = 4

    /// An image that scales and prints; what it says is told to those who do not see it.
    func image(_ label: String) -> HTML {
        let whole = side + 2 * QRCode.margin
        return el(
            "svg",
            [
                "viewBox": "0 0 \(whole) \(whole)", "width": "\(whole * 4)", "height": "\(whole * 4)",
                "role": "img", "aria-label": label, "shape-rendering": "crispEdges",
            ]
        ) {
            el("rect", ["width": "\(whole)", "height": "\(whole)", "fill": "#fff"])
            el("path", ["d": path, "fill": "#000"])
        }
    }

    /// One stroke for each run of dark modules.
    private var path: String {
        var path = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                let start = column
                while column < side, modules[row * side + column] { column += 1 }
                if column > start {
                    path +=
                        "M\(start + QRCode.margin) \(row + QRCode.margin)h\(column - start)v1h-\(column - start)z"
                }
                column += 1
            }
        }
        return path
    }
}
