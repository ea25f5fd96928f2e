/// Raw deflate (RFC 1951), unpacked to a known length and no further.
struct Inflate {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var held: UInt32 = 0
    private var count = 0
    private var output: [UInt8] = []
    private let limit: Int

    struct Broken: Error {}

    /// Unpacks to at most `limit` bytes.
    static func unpack(_ bytes: ArraySlice<UInt8>, limit: Int) throws(Broken) -> [UInt8] {
        var inflate = Inflate(bytes, limit: limit)
        try inflate.run()
        return inflate.output
    }

    private init(_ bytes: ArraySlice<UInt8>, limit: Int) {
        self.bytes = bytes
        self.limit = limit
        position = bytes.startIndex
    }

    private mutating func run() throws(Broken) {
        var isLast = false
        while !isLast {
            isLast = try take(1) == 1
            switch try take(2) {
            case 0: try stored()
            case 1: try block(Inflate.fixedLengths, Inflate.fixedDistances)
            case 2:
                let (lengths, distances) = try codes()
                try block(lengths, distances)
            default: throw Broken()
            }
        }
    }

    private mutating func take(_ bits: Int) throws(Broken) -> Int {
        while count < bits {
            guard position < bytes.endIndex else { throw Broken() }
            held |= UInt32(bytes[position]) << UInt32(count)
            position += 1
            count += 8
        }
        let value = held & ((1 << UInt32(bits)) - 1)
        held >>= UInt32(bits)
        count -= bits
        return Int(value)
    }

    private mutating func stored() throws(Broken) {
        (held, count) = (0, 0)
        guard position + 4 <= bytes.endIndex else { throw Broken() }
        let length = Int(bytes[position]) | Int(bytes[position + 1]) << 8
        let inverse = Int(bytes[position + 2]) | Int(bytes[position + 3]) << 8
        position += 4
        guard length == inverse ^ 0xFFFF, position + length <= bytes.endIndex, output.count + length <= limit
        else { throw Broken() }
        output += bytes[position..<position + length]
        position += length
    }

    private mutating func block(_ lengths: Huffman, _ distances: Huffman) throws(Broken) {
        while true {
            let symbol = try next(lengths)
            if symbol < 256 {
                guard output.count < limit else { throw Broken() }
                output.append(UInt8(symbol))
            } else if symbol == 256 {
                return
            } else {
                guard symbol - 257 < Inflate.lengthBase.count else { throw Broken() }
                let length = try Inflate.lengthBase[symbol - 257] + take(Inflate.lengthExtra[symbol - 257])
                let code = try next(distances)
                guard code < Inflate.distanceBase.count else { throw Broken() }
                let distance = try Inflate.distanceBase[code] + take(Inflate.distanceExtra[code])
                guard distance <= output.count, output.count + length <= limit else { throw Broken() }
                for _ in 0..<length { output.append(output[output.count - distance]) }
            }
        }
    }

    private mutating func next(_ huffman: Huffman) throws(Broken) -> Int {
        var code = 0
        var first = 0
        var index = 0
        for length in 1...15 {
            code |= try take(1)
            let many = huffman.counts[length]
            if code - many < first { return huffman.symbols[index + code - first] }
            index += many
            first = (first + many) << 1
            code <<= 1
        }
        throw Broken()
    }

    private mutating func codes() throws(Broken) -> (Huffman, Huffman) {
        let literals = try take(5) + 257
        let distances = try take(5) + 1
        let sizes = try take(4) + 4
        guard literals <= 286, distances <= 30 else { throw Broken() }
        var lengths = [Int](repeating: 0, count: 19)
        for index in 0..<sizes { lengths[Inflate.order[index]] = try take(3) }
        let own = try Huffman(lengths)
        var all = [Int]()
        while all.count < literals + distances {
            let symbol = try next(own)
            switch symbol {
            case 0..<16: all.append(symbol)
            case 16:
                guard let last = all.last else { throw Broken() }
                all += [Int](repeating: last, count: 3 + (try take(2)))
            case 17: all += [Int](repeating: 0, count: 3 + (try take(3)))
            default: all += [Int](repeating: 0, count: 11 + (try take(7)))
            }
        }
        guard all.count == literals + distances else { throw Broken() }
        return (try Huffman(Array(all[..<literals])), try Huffman(Array(all[literals...])))
    }

    /// A canonical code: how many symbols of each length, and the symbols in the order of their codes.
    private struct Huffman {
        var counts = [Int](repeating: 0, count: 16)
        var symbols: [Int]

        init(_ lengths: [Int]) throws(Broken) {
            for length in lengths { counts[length] += 1 }
            counts[0] = 0
            var left = 1
            for length in 1...15 {
                left = left * 2 - counts[length]
                if left < 0 { throw Broken() }
            }
            var offsets = [Int](repeating: 0, count: 16)
            for length in 1..<15 { offsets[length + 1] = offsets[length] + counts[length] }
            symbols = [Int](repeating: 0, count: lengths.count)
            for (symbol, length) in lengths.enumerated() where length > 0 {
                symbols[offsets[length]] = symbol
                offsets[length] += 1
            }
        }

        /// A code whose lengths are known to fit.
        init(fixed lengths: [Int]) {
            self = (try? Huffman(lengths)) ?? Huffman()
        }

        private init() { symbols = [] }
    }

    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let lengthBase = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163,
        195,
        227, 258,
    ]
    private static let lengthExtra = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distanceBase = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
        4097, 6145, 8193, 12289, 16385, 24577,
    ]
    private static let distanceExtra = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
    private static let fixedLengths = Huffman(
        fixed: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    private static let fixedDistances = Huffman(fixed: [Int](repeating: 5, count: 30))
}
