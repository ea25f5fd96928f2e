/// Brings a database to the shape that the folder `sql/` describes.
///
/// `migrations/NNNN_name.sql` are applied once, in order, and recorded in `migration.applied`. `current/**`
/// (functions, triggers, views, policies, grants) is replayed whole, in the order of paths, whenever it changed or
/// a migration ran. All that is missing is done in one transaction: a database is either what the folder says or
/// what it was, for the programs that it belonged to. Any number of runners may start at once: one works, the others
/// wait and find it done.
package struct Migrator: Sendable {
    package struct Report: Sendable, Hashable {
        /// Names of the migrations applied by this run.
        package let applied: [String]
        package let replayed: Bool
    }

    package struct Status: Sendable, Hashable {
        package let applied: [String]
        package let pending: [String]
        package let isCurrentReplayed: Bool

        package var isUpToDate: Bool { pending.isEmpty && isCurrentReplayed }
    }

    private let folder: String
    private let role: String?
    private let built: SchemaStamp?
    /// One lock per database: "yanshou" in ASCII.
    private static let lock: Int64 = 0x79_616e_7368_6f75
    private static let tries = 10

    /// Takes a folder, the role that is to own what is made where the URL's user may take it on, and what the
    /// folder has to hold where a program was built with it.
    package init(folder: String, role: String? = nil, built: SchemaStamp? = nil) {
        self.folder = folder
        self.role = role
        self.built = built
    }

    /// Applies what is missing and replays `current/`; throws `MigrationFault` or `PQError`.
    @discardableResult
    package func migrate(url: String) throws -> Report {
        let folder = try MigrationFolder(folder)
        let session = try Session(url: url, role: role, purpose: "yanshou migrate")
        try checkProgram(folder, on: session)
        try session.query("set lock_timeout = '10min'")
        try session.query("select pg_advisory_lock(\(Migrator.lock))")
        try session.query("set lock_timeout = 0")
        try session.script(
            """
            create schema if not exists migration;
            create table if not exists migration.applied (
                number integer primary key,
                name text not null,
                sha256 text not null,
                applied_at timestamptz not null default now()
            );
            create table if not exists migration.replayed (
                only_row boolean primary key default true check (only_row),
                sha256 text not null,
                number integer not null,
                replayed_at timestamptz not null default now()
            );
            """)
        let hashes = try hash(folder.migrations.map { Array($0.file.text.utf8) }, on: session)
        let done = try check(folder, hashes, on: session)
        let current = try hash([folder.currentBytes], on: session)
        let missing = Array(zip(folder.migrations, hashes).dropFirst(done))
        guard try !missing.isEmpty || !isReplayed(current, on: session) else {
            return Report(applied: [], replayed: false)
        }
        try insisting {
            try session.query("begin")
            do {
                for (migration, hash) in missing { try apply(migration, hash, on: session) }
                if let hash = current.first { try replay(folder, hash, on: session) }
            } catch {
                _ = try? session.query("rollback")
                throw error
            }
            try session.query("commit")
        }
        return Report(applied: missing.map(\.0.file.name), replayed: true)
    }

    /// A program that serves meanwhile may hold one table and wait for the next: nothing was done then, so it is
    /// tried again.
    private func insisting(_ work: () throws -> Void) throws {
        for _ in 0..<Migrator.tries {
            do {
                return try work()
            } catch {
                let deadlock = "40P01"
                if case .statement(_, let failure) = error as? MigrationFault, failure.sqlstate == deadlock {
                    continue
                }
                throw error
            }
        }
        try work()
    }

    /// Tells how far a database is, changing nothing.
    package func status(url: String) throws -> Status {
        let folder = try MigrationFolder(folder)
        let session = try Session(url: url, role: role, purpose: "yanshou migrate status")
        let names = folder.migrations.map(\.file.name)
        let exists = try session.query("select to_regclass('migration.replayed') is not null as here").one()
        guard try exists.bool("here") else {
            return Status(applied: [], pending: names, isCurrentReplayed: folder.current.isEmpty)
        }
        let hashes = try hash(folder.migrations.map { Array($0.file.text.utf8) }, on: session)
        let done = try check(folder, hashes, on: session)
        return Status(
            applied: Array(names.prefix(done)), pending: Array(names.dropFirst(done)),
            isCurrentReplayed: try isReplayed(hash([folder.currentBytes], on: session), on: session))
    }

    /// The server hashes, which spares this module a library for it.
    private func hash(_ texts: [[UInt8]], on session: Session) throws -> [String] {
        let rows = try session.query(
            """
            select encode(sha256(bytes), 'hex') as hash
            from unnest(\(texts)) with ordinality as text (bytes, place) order by place
            """)
        return try rows.map { row throws(PQError) in try row.text("hash") }
    }

    /// Holds the folder to what the program was built with, before anything is made.
    private func checkProgram(_ folder: MigrationFolder, on session: Session) throws {
        guard let built else { return }
        let hashes = try hash(folder.migrations.map { Array($0.file.text.utf8) }, on: session)
        let whole = try hash([Array(hashes.joined(separator: "\n").utf8), folder.currentBytes], on: session)
        let found = SchemaStamp(number: folder.migrations.count, migrations: whole[0], current: whole[1])
        guard found == built else {
            throw MigrationFault.notOfThisProgram(folder: found.number, program: built.number)
        }
    }

    /// How many migrations are applied, once it is sure that they are the folder's first ones.
    private func check(_ folder: MigrationFolder, _ hashes: [String], on session: Session) throws -> Int {
        let rows = try session.query("select number, name, sha256 from migration.applied order by number")
        let last = try rows.last?.int("number") ?? 0
        guard last <= folder.migrations.count else {
            throw MigrationFault.newer(database: last, folder: folder.migrations.count)
        }
        for (index, row) in rows.enumerated() {
            let number = try row.int("number")
            guard number == index + 1 else {
                throw MigrationFault.folder("the database lacks migration \(index + 1) and has \(number)")
            }
            let name = folder.migrations[index].file.name
            guard try row.text("sha256") == hashes[index], try row.text("name") == name else {
                throw MigrationFault.changed(name)
            }
        }
        return rows.count
    }

    private func apply(_ migration: MigrationFolder.Migration, _ hash: String, on session: Session) throws {
        try run(migration.file, on: session)
        // What waits for the end of a transaction is asked at the end of each migration, as if it ended there: no
        // table with such a question open can be altered by the next.
        try session.query("set constraints all immediate")
        try session.query("set constraints all deferred")
        try session.query(
            """
            insert into migration.applied (number, name, sha256)
            values (\(Int32(migration.number)), \(migration.file.name), \(hash))
            """)
    }

    private func replay(_ folder: MigrationFolder, _ hash: String, on session: Session) throws {
        for file in folder.current { try run(file, on: session) }
        try session.query(
            """
            insert into migration.replayed (sha256, number)
            values (\(hash), \(Int32(folder.migrations.count)))
            on conflict (only_row) do update
            set sha256 = excluded.sha256, number = excluded.number, replayed_at = now()
            """)
    }

    /// Whether `current/` was replayed as it is now, on the migrations that are there now.
    private func isReplayed(_ hashes: [String], on session: Session) throws -> Bool {
        let rows = try session.query(
            """
            select sha256 from migration.replayed
            where number = (select coalesce(max(number), 0) from migration.applied)
            """)
        return try rows.first?.text("sha256") == hashes.first
    }

    private func run(_ file: MigrationFolder.File, on session: Session) throws {
        do {
            try session.script(file.text)
        } catch {
            guard case .failed(let failure) = error else { throw error }
            throw MigrationFault.statement(file: file.path, failure)
        }
        guard session.isInTransaction else { throw MigrationFault.endedTransaction(file: file.path) }
        // A file may set its session up as it likes, but not the next one's.
        try session.query("reset search_path")
    }
}

extension MigrationFolder.File {
    /// The file's name without its folder and ending.
    var name: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(".sql") ? String(name.dropLast(4)) : name
    }
}
