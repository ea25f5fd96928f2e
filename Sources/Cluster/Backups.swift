import Foundation

/// Copies of a cluster: `postgres/` as its manifest says, the state folder's own files, and digests of both.
extension PrivateCluster {
    private static let digests = "files.sha256"

    /// Copies the whole running cluster, with the write-ahead log it needs, and checks every byte of the copy.
    ///
    /// With it go the files of the state folder that `names` names.
    package func backUp(to folder: String, carrying names: [String] = []) throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: folder) else {
            throw ClusterFault("\(folder) is there already: a backup goes into a new folder")
        }
        let staging = state + "/backup-under-way"
        try? files.removeItem(atPath: staging)
        try files.createDirectory(
            atPath: staging, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        try own(staging, deep: false)
        // First, so that what they say of the database is no later than its copy.
        for name in names where files.fileExists(atPath: state + "/" + name) {
            try files.copyItem(atPath: state + "/" + name, toPath: staging + "/" + name)
        }
        let copied = try Program.run(
            programs.path("pg_basebackup"),
            [
                "-h", sockets, "-p", "\(port)", "-U", "postgres", "-D", staging + "/postgres", "-X", "stream",
                "-c", "fast", "--no-sync",
            ],
            as: account)
        guard copied.status == 0 else { throw ClusterFault("the backup failed: \(copied.output)") }
        try writeDigests(in: staging)
        try verify(backup: staging)
        try files.moveItem(atPath: staging, toPath: folder)
        _ = try Program.run("/bin/sync", ["-f", folder])
    }

    /// Refuses a backup of which one byte is not as it was.
    package func verify(backup folder: String) throws {
        let own = try Program.run(
            "/usr/bin/env",
            ["-C", folder, "sha256sum", "--check", "--strict", "--quiet", PrivateCluster.digests])
        guard own.status == 0 else { throw ClusterFault("the backup is damaged: \(own.output)") }
        let listed = try String(contentsOfFile: folder + "/" + PrivateCluster.digests, encoding: .utf8)
        let names = Set(listed.split(separator: "\n").map { String($0.dropFirst(66)) })
        guard try names == Set(PrivateCluster.outsideTheManifest(of: folder)) else {
            throw ClusterFault("the backup is damaged: its files are not those that its digests name")
        }
        let checked = try Program.run(
            programs.path("pg_verifybackup"), ["-q", folder + "/postgres"], as: account)
        guard checked.status == 0 else { throw ClusterFault("the backup is damaged: \(checked.output)") }
    }

    /// Puts a backup in the place of a cluster that is not there yet.
    package func restore(from folder: String) throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: data + "/PG_VERSION") else {
            throw ClusterFault("\(data) holds a cluster: restore into a state folder of its own")
        }
        try makeFolders()
        let staged = state + "/restore-under-way"
        try? files.removeItem(atPath: staged)
        do {
            try files.copyItem(atPath: folder, toPath: staged)
            try own(staged, deep: false)
            try own(staged + "/postgres")
            try verify(backup: staged)
        } catch {
            try? files.removeItem(atPath: staged)
            throw error
        }
        // The cluster last: where it stands, everything stands.
        for name in try files.contentsOfDirectory(atPath: staged)
        where name != "postgres" && name != PrivateCluster.digests {
            try? files.removeItem(atPath: state + "/" + name)
            try files.moveItem(atPath: staged + "/" + name, toPath: state + "/" + name)
        }
        try? files.removeItem(atPath: data)
        try files.moveItem(atPath: staged + "/postgres", toPath: data)
        try files.removeItem(atPath: staged)
    }

    private func writeDigests(in folder: String) throws {
        let covered = try PrivateCluster.outsideTheManifest(of: folder)
        let result = try Program.run("/usr/bin/env", ["-C", folder, "sha256sum", "--"] + covered)
        guard result.status == 0 else { throw ClusterFault("the backup has no digests: \(result.output)") }
        try result.output.write(
            toFile: folder + "/" + PrivateCluster.digests, atomically: true, encoding: .utf8)
    }

    /// Every file that PostgreSQL's manifest does not speak for: the manifest itself, the log, our own.
    private static func outsideTheManifest(of folder: String) throws -> [String] {
        let files = FileManager.default
        var names = try files.contentsOfDirectory(atPath: folder).filter { $0 != "postgres" && $0 != digests }
        for name in ["backup_manifest", "postgresql.auto.conf"]
        where files.fileExists(atPath: folder + "/postgres/" + name) {
            names.append("postgres/" + name)
        }
        for name in try files.subpathsOfDirectory(atPath: folder + "/postgres/pg_wal") {
            var isFolder: ObjCBool = false
            let path = "postgres/pg_wal/" + name
            if files.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder), !isFolder.boolValue {
                names.append(path)
            }
        }
        return names.sorted()
    }
}
