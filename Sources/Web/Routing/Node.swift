/// Routes by the segments of their paths; a literal segment is tried before a parameter.
struct Node: Sendable {
    private var literals: [String: Node] = [:]
    private var parameter: [Node] = []
    private var methods: [Method: Route] = [:]

    /// One segment of a pattern.
    struct Piece: Sendable {
        let name: String
        let isParameter: Bool
    }

    static func pieces(of path: String) -> [Piece] {
        path.split(separator: "/").map { piece in
            piece.hasPrefix("{") && piece.hasSuffix("}")
                ? Piece(name: String(piece.dropFirst().dropLast()), isParameter: true)
                : Piece(name: String(piece), isParameter: false)
        }
    }

    /// Puts a route in its place; says what is wrong where that cannot be done.
    mutating func insert(_ route: Route) -> String? {
        let pieces = Node.pieces(of: route.path)
        guard route.path == "/" || "/" + pieces.map(\.text).joined(separator: "/") == route.path else {
            return "the path \(route.path) is not well formed"
        }
        guard Set(pieces.filter(\.isParameter).map(\.name)).count == pieces.filter(\.isParameter).count else {
            return "the path \(route.path) names a parameter twice"
        }
        if route.method == .head || route.method == .options {
            return "\(route.method.rawValue) \(route.path) is answered by the router itself"
        }
        return insert(route, pieces[...])
    }

    private mutating func insert(_ route: Route, _ pieces: ArraySlice<Piece>) -> String? {
        guard let piece = pieces.first else {
            let displaced = methods.updateValue(route, forKey: route.method)
            return displaced.map { "\(route.method.rawValue) \(route.path) is also \($0.path)" }
        }
        if piece.isParameter {
            if parameter.isEmpty { parameter.append(Node()) }
            return parameter[0].insert(route, pieces.dropFirst())
        }
        return literals[piece.name, default: Node()].insert(route, pieces.dropFirst())
    }

    func find(_ segments: [String]) -> Node? { find(segments[...]) }

    private func find(_ segments: ArraySlice<String>) -> Node? {
        guard let segment = segments.first else { return methods.isEmpty ? nil : self }
        if let found = literals[segment]?.find(segments.dropFirst()) { return found }
        guard !segment.isEmpty else { return nil }
        return parameter.first?.find(segments.dropFirst())
    }

    /// The route for a method; a GET answers a HEAD too.
    func route(_ method: Method) -> Route? {
        methods[method] ?? (method == .head ? methods[.get] : nil)
    }

    /// The Allow header.
    var allow: String {
        var allowed = Set(methods.keys)
        if allowed.contains(.get) { allowed.insert(.head) }
        allowed.insert(.options)
        return Method.allCases.filter(allowed.contains).map(\.rawValue).joined(separator: ", ")
    }
}

extension Node.Piece {
    var text: String { isParameter ? "{\(name)}" : name }
}
