import CLibPNG

/// PNG files, by libpng's simplified interface: one still picture in sRGB, eight bits a channel.
enum PNG {
    static func develop(_ sent: [UInt8]) throws(PhotoFault) -> Photo {
        let content = try encode(try decode(sent).turned(orientation(sent)))
        guard content.count <= Photo.largest else { throw .tooLarge }
        return Photo(mediaType: "image/png", content: content)
    }

    private static func blank() -> png_image {
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        return image
    }

    static func decode(_ sent: [UInt8]) throws(PhotoFault) -> Raster {
        // The header comes first in every PNG: what it promises is told before anything is read.
        guard sent.count >= 24 else { throw .damaged }
        let (width, height) = (number(sent[16..<20]), number(sent[20..<24]))
        guard width > 0, height > 0 else { throw .damaged }
        guard width.multipliedReportingOverflow(by: height).overflow == false,
            width * height <= Photo.mostPixelsOfPNG
        else { throw .tooManyPixels }
        var image = blank()
        defer { png_image_free(&image) }
        let raster: Result<Raster, PhotoFault> = sent.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress,
                png_image_begin_read_from_memory(&image, start, bytes.count) != 0,
                Int(image.width) == width, Int(image.height) == height
            else { return .failure(.damaged) }
            let alpha = image.format & png_uint_32(PNG_FORMAT_FLAG_ALPHA)
            image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR) | alpha
            let raster = Raster(width: width, height: height, channels: alpha == 0 ? 3 : 4)
            guard png_image_finish_read(&image, nil, raster.bytes, 0, nil) != 0 else {
                return .failure(.damaged)
            }
            return .success(raster)
        }
        return try raster.get()
    }

    private static func encode(_ raster: Raster) throws(PhotoFault) -> [UInt8] {
        var image = blank()
        defer { png_image_free(&image) }
        image.width = png_uint_32(raster.width)
        image.height = png_uint_32(raster.height)
        image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
        if raster.channels == 4 { image.format |= png_uint_32(PNG_FORMAT_FLAG_ALPHA) }
        // The raw picture and what deflate adds where nothing shrinks.
        let most = raster.count + raster.height + raster.count / 500 + (1 << 16)
        var size = most
        let content = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            let written = png_image_write_to_memory(
                &image, buffer.baseAddress, &size, 0, raster.bytes, 0, nil)
            count = written == 0 ? 0 : size
        }
        guard !content.isEmpty else { throw .damaged }
        return content
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    /// How the camera was held, where a chunk of Exif says so; 1 otherwise.
    static func orientation(_ bytes: [UInt8]) -> Int {
        var at = 8
        while at + 12 <= bytes.count {
            let length = number(bytes[at..<(at + 4)])
            guard at + 12 + length <= bytes.count else { return 1 }
            if bytes[(at + 4)..<(at + 8)].elementsEqual("eXIf".utf8) {
                return Exif.orientation(Array(bytes[(at + 8)..<(at + 8 + length)])) ?? 1
            }
            at += 12 + length
        }
        return 1
    }
}
