import Actions
import ArgumentParser
import PQ

/// Holds a program to the schema that it was built with (结构核对): an older program never serves a newer database.
enum SchemaCheck {
    /// What `sql/` held when this program was built.
    static let built = SchemaStamp(
        number: BuiltSchema.number, migrations: BuiltSchema.migrations, current: BuiltSchema.current)

    /// The exit status of a program that stands before a schema that is not its own.
    static let exitStatus: Int32 = 6

    /// Ends the program where the database is not the one it was built for: `serve` and `work` change none.
    static func demand(_ url: String) async throws {
        let pool = Pool(url, connections: 1, applicationName: "yanshou-schema")
        let standing: SchemaStamp.Standing
        do {
            standing = try await built.standing(of: stamp(in: pool))
        } catch {
            await pool.close()
            throw error
        }
        await pool.close()
        if let reason = words(standing) {
            Ground.note(reason)
            throw ExitCode(exitStatus)
        }
    }

    /// What keeps this program from serving a database, or nil where they fit.
    static func words(_ standing: SchemaStamp.Standing) -> String? {
        switch standing {
        case .same: nil
        case .older(let number):
            "the database is at migration \(number), this program at \(built.number): run yanshoud migrate first"
        case .newer(let number):
            "the database is at migration \(number), this program at \(built.number): use the newer program"
        case .other:
            "the database has other migrations than this program was built with: use the program of its version"
        case .replayedOtherwise:
            "the database holds the functions and guards of another version: run this version's yanshoud migrate, or use "
                + "the program of its version"
        }
    }

    /// What a database was brought to, as anyone's reads may ask; nil where it is older than the question.
    static func stamp(in pool: Pool) async throws -> SchemaStamp? {
        do {
            let row = try await pool.read("select * from pub.schema_stamp()").one()
            return SchemaStamp(
                number: try row.int("number"), migrations: try row.text("migrations"),
                current: try row.text("current"))
        } catch PQError.failed(let failure) where ["42883", "3F000", "42501"].contains(failure.sqlstate) {
            return nil
        }
    }
}
