import Glibc
import Values

/// A file or folder of ours that could not be used.
package struct StoreFault: Telling, Hashable {
    package let path: String
    package let reason: String

    init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }

    /// With the system's own words for the last failure.
    init(system path: String) {
        self.init(path, String(cString: strerror(errno)))
    }

    package var report: Report {
        Report(
            failure: .fault, code: "store",
            Words("文件无法使用：\(path)（\(reason)）", "cannot use \(path): \(reason)"))
    }
}

/// Files that are whole or not there: written aside, flushed to the disk, then renamed into place.
package enum DurableFile {
    /// Replaces the file; when this returns, the bytes survive a loss of power.
    package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o600) throws(StoreFault) {
        let aside = try writeAside(bytes, of: path, mode: mode)
        guard rename(aside, path) == 0 else {
            let fault = StoreFault(system: path)
            unlink(aside)
            throw fault
        }
        try flushFolder(of: path)
    }

    /// Writes a file that must not be there yet.
    package static func create(_ bytes: [UInt8], at path: String, mode: UInt32 = 0o600) throws(StoreFault) {
        let aside = try writeAside(bytes, of: path, mode: mode)
        // A link refuses where a rename would replace.
        let linked = link(aside, path) == 0
        let fault = StoreFault(system: path)
        unlink(aside)
        guard linked else { throw fault }
        try flushFolder(of: path)
    }

    /// The bytes, or nil where there is no such file.
    package static func read(_ path: String) throws(StoreFault) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw StoreFault(system: path)
        }
        defer { close(file) }
        var bytes = [UInt8]()
        var part = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = Glibc.read(file, &part, part.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw StoreFault(system: path) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: part[..<count])
        }
    }

    /// Removes the file for good; one that is not there is no failure.
    package static func remove(_ path: String) throws(StoreFault) {
        guard unlink(path) == 0 else {
            if errno == ENOENT { return }
            throw StoreFault(system: path)
        }
        try flushFolder(of: path)
    }

    /// Makes a folder and those above it, readable for its owner alone.
    package static func makeFolder(_ path: String) throws(StoreFault) {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/" + part
            guard mkdir(made, 0o700) != 0, errno != EEXIST else { continue }
            var status = stat()
            guard stat(made, &status) == 0 else { throw StoreFault(system: made) }
        }
    }

    /// The names in a folder, sorted; none where it is not there.
    package static func names(in folder: String) throws(StoreFault) -> [String] {
        guard let listing = opendir(folder) else {
            if errno == ENOENT { return [] }
            throw StoreFault(system: folder)
        }
        defer { closedir(listing) }
        var names = [String]()
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The permissions of a file, or nil where there is none.
    package static func mode(of path: String) -> UInt32? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
    }

    private static let asideMark = ".aside-"

    /// Whether a name is of a half-written file whose writer is gone.
    static func isLeftOver(_ name: String) -> Bool {
        let parts = name.split(separator: "-")
        guard name.contains(asideMark), parts.count >= 2, let writer = pid_t(parts[parts.count - 2]) else {
            return false
        }
        return writer == getpid() || kill(writer, 0) != 0 && errno == ESRCH
    }

    private static func writeAside(_ bytes: [UInt8], of path: String, mode: UInt32) throws(StoreFault)
        -> String
    {
        let aside = path + asideMark + hexName()
        let file = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw StoreFault(system: aside) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        let done = rest.isEmpty && fsync(file) == 0
        let fault = StoreFault(system: aside)
        close(file)
        guard done else {
            unlink(aside)
            throw fault
        }
        return aside
    }

    private static func hexName() -> String { "\(getpid())-\(UInt32.random(in: 0...UInt32.max))" }

    private static func flushFolder(of path: String) throws(StoreFault) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw StoreFault(system: folder) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw StoreFault(system: folder) }
    }
}
