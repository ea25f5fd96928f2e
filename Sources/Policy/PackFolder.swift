import Foundation
import Values

/// The packs in a folder of the file system: one folder a pack, `330302-lucheng`.
struct PackFolder {
    let path: String

    /// Reads every pack's files, cases and held texts included, in the order of their names.
    func sources(_ complaints: inout Complaints) -> [PackSource] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            complaints.add(Spot(file: path, key: ""), "is not a folder that can be read")
            return []
        }
        var sources: [PackSource] = []
        for name in names.sorted() where !name.hasPrefix(".") {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
            guard isFolder.boolValue else {
                complaints.add(Spot(file: name, key: ""), "is not the folder of a pack")
                continue
            }
            sources.append(PackSource(folder: name, files: files(of: name, &complaints)))
        }
        if sources.isEmpty, complaints.problems.isEmpty {
            complaints.add(Spot(file: path, key: ""), "holds no packs")
        }
        return sources
    }

    /// The YAML files of one folder, in the order of their names; none is a fault, unless it may be so.
    static func yaml(in folder: String, orNone: Bool = false, _ complaints: inout Complaints) -> [PackFile] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let files = names.sorted().filter { $0.hasSuffix(".yaml") }.compactMap { name in
            FileManager.default.contents(atPath: folder + "/" + name)
                .flatMap { String(validating: $0, as: UTF8.self) }
                .map { PackFile(path: name, text: $0) }
        }
        if files.isEmpty, !orNone {
            complaints.add(Spot(file: folder, key: ""), "holds no files that can be read")
        }
        return files
    }

    /// The bytes of every text in a folder, for proving that quotes stand in them.
    static func texts(in folder: String) -> [[UInt8]] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().compactMap { name in
            FileManager.default.contents(atPath: folder + "/" + name).map { [UInt8]($0) }
        }
    }

    private func files(of pack: String, _ complaints: inout Complaints) -> [PackFile] {
        let root = path + "/" + pack
        var files: [PackFile] = []
        for name in (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? [])
            .sorted()
        {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder)
            if isFolder.boolValue { continue }
            guard let bytes = FileManager.default.contents(atPath: root + "/" + name),
                let text = String(validating: bytes, as: UTF8.self)
            else {
                complaints.add(Spot(file: pack + "/" + name, key: ""), "is not text in UTF-8")
                continue
            }
            files.append(PackFile(path: name, text: text))
        }
        return files
    }
}
