import CLibZip

/// A zip archive in memory, read by libzip: entries by name, unpacked one by one within a bound.
final class Archive {
    private let archive: OpaquePointer
    private let bytes: UnsafeMutableRawBufferPointer
    /// What one part of a workbook may unpack to.
    static let limit = 64 << 20

    init(_ bytes: [UInt8]) throws(SheetFault) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 8)
        copy.copyBytes(from: bytes)
        self.bytes = copy
        var fault = zip_error_t()
        zip_error_init(&fault)
        defer { zip_error_fini(&fault) }
        // The archive takes the source over once it is open, and never the bytes.
        guard let source = zip_source_buffer_create(copy.baseAddress, zip_uint64_t(bytes.count), 0, &fault)
        else {
            copy.deallocate()
            throw .notAWorkbook("no zip")
        }
        guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY | ZIP_CHECKCONS), &fault) else {
            zip_source_free(source)
            copy.deallocate()
            throw .notAWorkbook("no zip")
        }
        self.archive = archive
    }

    deinit {
        zip_discard(archive)
        bytes.deallocate()
    }

    /// The bytes of an entry, checked against its checksum; nil where there is none of that name.
    func file(_ name: String) throws(SheetFault) -> [UInt8]? {
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_stat(archive, name, zip_flags_t(ZIP_FL_ENC_GUESS), &stat) == 0 else { return nil }
        guard stat.encryption_method == UInt16(ZIP_EM_NONE) else { throw .notAWorkbook("encrypted") }
        guard stat.size <= UInt64(Archive.limit) else { throw .tooLarge }
        guard let file = zip_fopen_index(archive, stat.index, 0) else { throw .notAWorkbook("zip entry") }
        defer { zip_fclose(file) }
        var content = [UInt8](repeating: 0, count: Int(stat.size))
        let read = content.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, UInt64($0.count)) }
        // What is longer than its directory says is not read on; the end of the entry checks its sum.
        var more: UInt8 = 0
        guard read == Int64(content.count), zip_fread(file, &more, 1) == 0 else {
            throw .notAWorkbook("checksum")
        }
        return content
    }
}
