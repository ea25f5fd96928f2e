package import PQ
package import Values

/// A row as raw SQL of the application's role writes it, so that a test changes one column of it at a time.
package struct RawRow: Sendable {
    private let table: String
    private let kind: String
    private let id: ID
    private let project: ID
    private var columns: [(name: String, value: SQL)]
    private var turn = ""

    /// A row of a table, and whose event it comes with: `kind` and `id` are its subject, and name the operation too.
    package init(
        _ table: String, of kind: String, _ id: ID, in project: ID, _ columns: KeyValuePairs<String, SQL>
    ) {
        self.table = table
        self.kind = kind
        self.id = id
        self.project = project
        self.columns = columns.map { ($0.key, $0.value) }
    }

    /// The same row with other values; a column that it had not is added.
    package func with(_ changes: [String: SQL]) -> RawRow {
        var row = self
        for (name, value) in changes {
            if let index = row.columns.firstIndex(where: { $0.name == name }) {
                row.columns[index].value = value
            } else {
                row.columns.append((name, value))
            }
        }
        return row
    }

    /// The same row under an operation of its own, for whoever comes second.
    package func again(as turn: String) -> RawRow {
        var row = self
        row.turn = turn
        return row
    }

    /// The operation under which the row is written.
    package var op: ID { Seed.id("op:\(table)/\(id)\(turn)") }

    /// The event, then the row.
    package var statements: [SQL] {
        [TestDatabase.event(op, on: (kind, id), project: project), insert(under: op)]
    }

    /// The row alone, under an operation whose event stands already.
    package func insert(under op: ID) -> SQL {
        var names = SQL(unescaped: "insert into \(table) (district, project_id, op_id")
        var values: SQL = ") values (1, \(project), \(op)"
        for column in columns {
            names += SQL(unescaped: ", \(column.name)")
            values += SQL(unescaped: ", ") + column.value
        }
        return names + values + SQL(unescaped: ")")
    }

    /// A raw change of one row, with an event of its own.
    package static func change(
        _ table: String, _ key: String, _ id: ID, _ op: String, in project: ID, _ assignments: SQL
    ) -> [SQL] {
        let op = Seed.id("op:\(table)/\(id)/\(op)")
        let update = SQL(unescaped: "update \(table) set ") + assignments
        return [
            TestDatabase.event(op, on: (key, id), project: project),
            update + ", version = version + 1, op_id = \(op) where \(unescaped: key) = \(id)",
        ]
    }
}
