import Values
import Yams

/// Where in the packs a reader stands, for its complaints.
struct Spot {
    let file: String
    let key: String

    func inner(_ name: String) -> Spot {
        Spot(file: file, key: key.isEmpty ? name : key + "." + name)
    }
}

/// Collects what is wrong, so that a pack is mended once.
struct Complaints {
    private(set) var problems: [PackProblem] = []

    mutating func add(_ spot: Spot, _ message: String, at node: Node? = nil) {
        problems.append(
            PackProblem(file: spot.file, line: node?.mark?.line, key: spot.key, message: message))
    }

    mutating func append(_ other: Complaints) {
        problems += other.problems
    }
}

/// One map of a YAML file, read field by field; a field that nobody asked for is a complaint.
struct YamlTable {
    let spot: Spot
    let node: Node
    private var left: [(name: String, node: Node)] = []

    init?(_ node: Node, at spot: Spot, _ complaints: inout Complaints) {
        guard case .mapping(let mapping) = node else {
            complaints.add(spot, "is not a map", at: node)
            return nil
        }
        self.spot = spot
        self.node = node
        for (name, value) in mapping {
            guard let name = name.plainText else {
                complaints.add(spot, "has a field whose name is not text", at: value)
                continue
            }
            left.append((name, value))
        }
    }

    /// The names that are not read yet, in the order of the file.
    var names: [String] { left.map(\.name) }

    /// Takes a field out; nil where it is absent or null.
    mutating func take(_ name: String) -> Node? {
        guard let index = left.firstIndex(where: { $0.name == name }) else { return nil }
        let node = left.remove(at: index).node
        return node.isNull ? nil : node
    }

    /// True where the field is written, even as null.
    func writes(_ name: String) -> Bool { left.contains { $0.name == name } }

    mutating func text(_ name: String, _ complaints: inout Complaints) -> String? {
        guard let node = take(name) else {
            complaints.add(spot.inner(name), "is missing", at: self.node)
            return nil
        }
        guard let text = node.plainText, !text.isEmpty else {
            complaints.add(spot.inner(name), "is not text", at: node)
            return nil
        }
        return text
    }

    /// A text that may be null, but whose field must be written.
    mutating func optionalText(_ name: String, _ complaints: inout Complaints) -> String? {
        guard writes(name) else {
            complaints.add(spot.inner(name), "is missing: write null where there is none", at: node)
            return nil
        }
        guard let node = take(name) else { return nil }
        guard let text = node.plainText, !text.isEmpty else {
            complaints.add(spot.inner(name), "is not text", at: node)
            return nil
        }
        return text
    }

    /// A day that may be null, but whose field must be written.
    mutating func optionalDay(_ name: String, _ complaints: inout Complaints) -> BusinessDay? {
        guard writes(name) else {
            complaints.add(spot.inner(name), "is missing: write null where there is none", at: node)
            return nil
        }
        guard let node = take(name) else { return nil }
        guard let day = node.plainText.flatMap({ BusinessDay(iso: $0) }) else {
            complaints.add(spot.inner(name), "is not a day like 2020-07-01", at: node)
            return nil
        }
        return day
    }

    /// True or false; absent is nil.
    mutating func flag(_ name: String, _ complaints: inout Complaints) -> Bool? {
        guard let node = take(name) else { return nil }
        guard let flag = node.flag else {
            complaints.add(spot.inner(name), "is not true or false", at: node)
            return nil
        }
        return flag
    }

    /// Complains of every field that was not read.
    func finish(_ complaints: inout Complaints) {
        for (name, node) in left { complaints.add(spot.inner(name), "is an unknown field", at: node) }
    }
}

extension Node {
    /// The text of a scalar, whatever its style.
    var plainText: String? {
        guard case .scalar(let scalar) = self else { return nil }
        return scalar.string
    }

    /// The text of a scalar written without quotes.
    var bareText: String? {
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return nil }
        return scalar.string
    }

    var isNull: Bool {
        guard let bareText else { return false }
        return bareText.isEmpty || bareText == "null" || bareText == "~"
    }

    var flag: Bool? {
        switch bareText {
        case "true": true
        case "false": false
        default: nil
        }
    }

    var items: [Node]? {
        guard case .sequence(let sequence) = self else { return nil }
        return Array(sequence)
    }
}

/// Reads one YAML text to its root, or complains; a file that holds nothing is a complaint.
func yamlRoot(_ file: PackFile, in folder: String, _ complaints: inout Complaints) -> Node? {
    let spot = Spot(file: folder + "/" + file.path, key: "")
    do {
        guard let root = try compose(yaml: file.text) else {
            complaints.add(spot, "is empty")
            return nil
        }
        return root
    } catch {
        complaints.add(spot, "is not YAML: \(error)")
        return nil
    }
}
