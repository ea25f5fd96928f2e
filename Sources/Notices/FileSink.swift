import Values
import Foundation
import Glibc

/// Writes messages to a file, one line of JSON each (消息落地文件), for a gateway of the operator's that reads it.
///
/// A line is on the disk before the message counts as taken. After a crash one may stand twice, under the same id.
package struct FileSink: Channel {
    package let kind: ChannelKind
    private let path: String
    private let folder: String

    /// A file named after the channel, in a folder that is there.
    package init(_ kind: ChannelKind, in folder: String) {
        self.kind = kind
        self.folder = folder
        path = folder + "/" + kind.rawValue + ".jsonl"
    }

    /// Whether files can be made in a folder.
    package static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
            && access(path, W_OK | X_OK) == 0
    }

    package func send(_ message: OutgoingMessage) async -> Sending {
        let line =
            JSON.object([
                "id": .text("\(message.id)"), "channel": .text(kind.rawValue), "to": .text(message.to),
                "title": .text(message.title), "text": .text(message.text), "at": .text(message.at.local),
            ]).canonical + [UInt8(ascii: "\n")]
        return await Outbound.aside { write(line) }
    }

    private func write(_ line: [UInt8]) -> Sending {
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return FileSink.fault("打不开 cannot be opened") }
        defer { close(descriptor) }
        // One writer at a time: the line of another worker never stands within this one.
        guard flock(descriptor, LOCK_EX) == 0 else { return FileSink.fault("锁不上 cannot be locked") }
        let end = lseek(descriptor, 0, SEEK_END)
        var sent = 0
        while sent < line.count {
            let number = line[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard number > 0 else {
                // Half a line would spoil the next one.
                _ = ftruncate(descriptor, end)
                return FileSink.fault("写不进 cannot be written")
            }
            sent += number
        }
        guard fsync(descriptor) == 0 else { return FileSink.fault("未落盘 is not known to be on the disk") }
        let place = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard place >= 0 else { return FileSink.fault("未落盘 is not known to be on the disk") }
        defer { close(place) }
        guard fsync(place) == 0 else { return FileSink.fault("未落盘 is not known to be on the disk") }
        return .taken(status: nil)
    }

    private static func fault(_ words: String) -> Sending {
        .later(
            status: nil,
            reason: "消息文件\(words.replacing(" ", with: " the file of messages ", maxReplacements: 1))")
    }
}
