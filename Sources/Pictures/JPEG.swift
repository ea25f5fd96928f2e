import CTurboJPEG

/// JPEG files, by libjpeg-turbo.
enum JPEG {
    /// More passes over the picture than any camera writes: each may cost as much as the whole picture does.
    static let mostScans = 64
    /// In turn, until the picture is small enough to keep.
    private static let qualities: [Int32] = [88, 75, 60]

    /// Decodes the whole picture, turns it as its camera was held, and writes it anew.
    static func develop(_ sent: [UInt8]) throws(PhotoFault) -> Photo {
        guard let survey = Survey(sent), survey.scans <= mostScans else { throw .damaged }
        let upright = try decode(sent).turned(survey.orientation)
        for quality in qualities {
            let content = try encode(upright, quality)
            if content.count <= Photo.largest { return Photo(mediaType: "image/jpeg", content: content) }
        }
        throw .tooLarge
    }

    static func decode(_ sent: [UInt8]) throws(PhotoFault) -> Raster {
        guard let decoder = tjInitDecompress() else { throw .damaged }
        defer { tjDestroy(decoder) }
        var (width, height, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        let size = UInt(sent.count)
        guard tjDecompressHeader3(decoder, sent, size, &width, &height, &sampling, &colours) == 0, width > 0,
            height > 0
        else { throw .damaged }
        guard Int(width) * Int(height) <= Photo.mostPixelsOfJPEG else { throw .tooManyPixels }
        guard colours != TJCS_CMYK.rawValue, colours != TJCS_YCCK.rawValue else { throw .colours }
        let raster = Raster(width: Int(width), height: Int(height), channels: 3)
        // A file that ends early is only a warning to the library.
        guard
            tjDecompress2(
                decoder, sent, size, raster.bytes, width, 0, height, Int32(TJPF_RGB.rawValue),
                TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS) == 0
        else { throw .damaged }
        return raster
    }

    private static func encode(_ raster: Raster, _ quality: Int32) throws(PhotoFault) -> [UInt8] {
        guard let encoder = tjInitCompress() else { throw .damaged }
        defer { tjDestroy(encoder) }
        var buffer: UnsafeMutablePointer<UInt8>?
        var size: UInt = 0
        defer { tjFree(buffer) }
        guard
            tjCompress2(
                encoder, raster.bytes, Int32(raster.width), 0, Int32(raster.height),
                Int32(TJPF_RGB.rawValue), &buffer, &size, Int32(TJSAMP_420.rawValue), quality, 0) == 0,
            let buffer
        else { throw .damaged }
        return [UInt8](UnsafeBufferPointer(start: buffer, count: Int(size)))
    }

    /// What the segments of a JPEG say before it is decoded.
    struct Survey {
        /// 1 to 8, as Exif numbers how a camera was held; 1 where nothing is said.
        private(set) var orientation = 1
        private(set) var scans = 0

        /// Nil where the segments do not follow each other.
        init?(_ bytes: [UInt8]) {
            var at = 2
            while at + 4 <= bytes.count {
                guard bytes[at] == 0xFF else { return nil }
                let marker = bytes[at + 1]
                if marker == 0xFF {
                    at += 1
                    continue
                }
                if marker == 0xD9 { return }
                if marker == 0x01 || (0xD0...0xD7).contains(marker) {
                    at += 2
                    continue
                }
                let length = Int(bytes[at + 2]) << 8 | Int(bytes[at + 3])
                guard length >= 2, at + 2 + length <= bytes.count else { return nil }
                let body = bytes[(at + 4)..<(at + 2 + length)]
                if marker == 0xE1, body.starts(with: [0x45, 0x78, 0x69, 0x66, 0, 0]) {
                    orientation = Exif.orientation(Array(body.dropFirst(6))) ?? orientation
                }
                at += 2 + length
                if marker == 0xDA {
                    scans += 1
                    at = JPEG.endOfScan(bytes, from: at)
                }
            }
        }
    }

    /// Where the coded data ends: at the first marker that is neither stuffing nor a restart.
    private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
        var at = start
        while at + 1 < bytes.count {
            if bytes[at] == 0xFF, bytes[at + 1] != 0, !(0xD0...0xD7).contains(bytes[at + 1]) { return at }
            at += 1
        }
        return bytes.count
    }
}

/// The one thing that is read of Exif: how the camera was held.
enum Exif {
    /// 1 to 8, or nil where the directory does not say or is broken.
    static func orientation(_ tiff: [UInt8]) -> Int? {
        guard tiff.count >= 8 else { return nil }
        let little = tiff[0] == 0x49
        guard tiff[1] == tiff[0], little || tiff[0] == 0x4D else { return nil }
        func number(_ at: Int, _ count: Int) -> Int? {
            guard at >= 0, at + count <= tiff.count else { return nil }
            let bytes = tiff[at..<(at + count)]
            return (little ? Array(bytes.reversed()) : Array(bytes)).reduce(0) { $0 << 8 | Int($1) }
        }
        guard let directory = number(4, 4), let entries = number(directory, 2) else { return nil }
        for index in 0..<entries {
            let entry = directory + 2 + index * 12
            guard let tag = number(entry, 2), let kind = number(entry + 2, 2) else { return nil }
            if tag == 0x0112, kind == 3, let value = number(entry + 8, 2), (1...8).contains(value) {
                return value
            }
        }
        return nil
    }
}
