import CLibZip

/// A zip archive as one value, written by libzip: files by name, stored whole, the same bytes every time (归档压缩包).
package enum ZipPackage {
    package struct File: Hashable, Sendable {
        package let name: String
        package let bytes: [UInt8]

        package init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    package enum Fault: Error, Hashable, Sendable {
        /// What libzip could not do.
        case broken(String)
        case tooLarge
    }

    /// What all files of an archive may come to when they are read.
    package static let limit: UInt64 = 256 << 20
    /// The first of January 1980, where the clock of zip begins: an archive says nothing of when it was packed.
    private static let day: UInt16 = 0x21

    /// The archive of some files, in the order of their names.
    package static func pack(_ files: [File]) throws(Fault) -> [UInt8] {
        var fault = zip_error_t()
        zip_error_init(&fault)
        defer { zip_error_fini(&fault) }
        guard let target = zip_source_buffer_create(nil, 0, 0, &fault) else { throw .broken("no buffer") }
        // One hold is the archive's, the other ours, to read what it wrote.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, Int32(ZIP_TRUNCATE), &fault) else {
            zip_source_free(target)
            throw .broken("not opened")
        }
        var held = [UnsafeMutableRawBufferPointer]()
        defer { for buffer in held { buffer.deallocate() } }
        for file in files.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            let copy = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(file.bytes.count, 1), alignment: 8)
            copy.copyBytes(from: file.bytes)
            held.append(copy)
            guard add(file.name, UnsafeRawBufferPointer(copy), file.bytes.count, to: archive) else {
                zip_discard(archive)
                throw .broken("not added: \(file.name)")
            }
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw .broken("not written")
        }
        return try content(of: target)
    }

    private static func add(
        _ name: String, _ bytes: UnsafeRawBufferPointer, _ count: Int, to archive: OpaquePointer
    ) -> Bool {
        guard let source = zip_source_buffer(archive, bytes.baseAddress, zip_uint64_t(count), 0) else {
            return false
        }
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            return false
        }
        let entry = zip_uint64_t(index)
        return zip_set_file_compression(archive, entry, Int32(ZIP_CM_STORE), 0) == 0
            && zip_file_set_dostime(archive, entry, 0, day, 0) == 0
            && zip_file_set_external_attributes(
                archive, entry, 0, UInt8(ZIP_OPSYS_UNIX), UInt32(0o100644) << 16) == 0
    }

    private static func content(of source: OpaquePointer) throws(Fault) -> [UInt8] {
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_source_stat(source, &stat) == 0, zip_source_open(source) == 0 else {
            throw .broken("not read back")
        }
        defer { zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: Int(stat.size))
        var filled = 0
        while filled < bytes.count {
            let read = bytes.withUnsafeMutableBytes { buffer in
                zip_source_read(
                    source, buffer.baseAddress.map { $0 + filled }, zip_uint64_t(buffer.count - filled))
            }
            guard read > 0 else { throw .broken("cut short") }
            filled += Int(read)
        }
        return bytes
    }

    /// The files of an archive, each checked against its checksum.
    package static func unpack(_ bytes: [UInt8]) throws(Fault) -> [File] {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 8)
        copy.copyBytes(from: bytes)
        defer { copy.deallocate() }
        var fault = zip_error_t()
        zip_error_init(&fault)
        defer { zip_error_fini(&fault) }
        guard let source = zip_source_buffer_create(copy.baseAddress, zip_uint64_t(bytes.count), 0, &fault)
        else { throw .broken("no buffer") }
        guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY | ZIP_CHECKCONS), &fault) else {
            zip_source_free(source)
            throw .broken("no zip archive")
        }
        defer { zip_discard(archive) }
        var files = [File]()
        var total: UInt64 = 0
        let count = zip_get_num_entries(archive, 0)
        for index in 0..<zip_uint64_t(max(0, count)) {
            var stat = zip_stat_t()
            zip_stat_init(&stat)
            guard zip_stat_index(archive, index, 0, &stat) == 0, let name = stat.name else {
                throw .broken("an entry without a name")
            }
            total += stat.size
            guard total <= limit else { throw .tooLarge }
            guard let entry = zip_fopen_index(archive, index, 0) else {
                throw .broken("an entry is not read")
            }
            defer { zip_fclose(entry) }
            var content = [UInt8](repeating: 0, count: Int(stat.size))
            let read = content.withUnsafeMutableBytes { zip_fread(entry, $0.baseAddress, UInt64($0.count)) }
            // Reading past the end is what checks the sum.
            var more: UInt8 = 0
            guard read == Int64(content.count), zip_fread(entry, &more, 1) == 0 else {
                throw .broken("a checksum does not fit")
            }
            files.append(File(String(cString: name), content))
        }
        return files
    }
}
