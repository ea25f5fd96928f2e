/// What the folder `sql/` holds, or a database was brought to (结构标记): the last migration's number, one hash over the
/// migrations, and the hash of everything that is replayed.
package struct SchemaStamp: Sendable, Hashable {
    package let number: Int
    package let migrations: String
    package let current: String

    package init(number: Int, migrations: String, current: String) {
        self.number = number
        self.migrations = migrations
        self.current = current
    }

    /// How a database stands to this program.
    package func standing(of database: SchemaStamp?) -> Standing {
        guard let database, database.number > 0 else { return .older(0) }
        if database.number > number { return .newer(database.number) }
        if database.number < number { return .older(database.number) }
        if database.migrations != migrations { return .other }
        return database.current == current ? .same : .replayedOtherwise
    }

    /// What a comparison finds (结构比对).
    package enum Standing: Sendable, Hashable {
        case same
        /// The database lacks migrations that the program was built with; 0 where it has none at all.
        case older(Int)
        case newer(Int)
        /// The same number of migrations, and not the same ones.
        case other
        /// The same migrations, with the functions, guards and policies of another version.
        case replayedOtherwise
    }
}
