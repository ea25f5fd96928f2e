import NIOPosix
package import Values

/// A photo as it is kept (照片): decoded whole and written anew, so that nothing of what was sent but its pixels
/// stays; no position, no device, no text, no second picture behind the first.
package struct Photo: Hashable, Sendable {
    package let mediaType: String
    package let content: [UInt8]

    /// The most bytes of a photo, as sent and as kept.
    package static let largest = 20 << 20
    /// The most pixels of a JPEG, three bytes each to decode and as many to turn: what phones of fifty million take.
    static let mostPixelsOfJPEG = 52_000_000
    static let mostPixelsOfPNG = 20_000_000

    init(mediaType: String, content: [UInt8]) {
        self.mediaType = mediaType
        self.content = content
    }

    /// The photo of what was sent.
    ///
    /// One at a time is developed, by a thread of its own, so that the memory of one is the most that all take.
    ///
    /// - Throws: why it is not taken.
    package static func developed(from sent: [UInt8]) async throws(PhotoFault) -> Photo {
        let result: Result<Photo, PhotoFault>
        do {
            result = try await Photo.darkroom.runIfActive {
                do throws(PhotoFault) {
                    return .success(try develop(sent))
                } catch {
                    return .failure(error)
                }
            }
        } catch {
            result = .failure(.damaged)
        }
        return try result.get()
    }

    /// The thread that decodes and encodes, which the pool of the concurrency runtime must not.
    private static let darkroom: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 1)
        pool.start()
        return pool
    }()

    static func develop(_ sent: [UInt8]) throws(PhotoFault) -> Photo {
        guard sent.count <= Photo.largest else { throw .tooLarge }
        switch Format(sent) {
        case .jpeg: return try JPEG.develop(sent)
        case .png: return try PNG.develop(sent)
        case .heic: throw .heic
        case .webp: throw .webp
        case .none: throw .notAPicture
        }
    }

    /// What bytes are, by their own first ones, never by a name.
    private enum Format {
        case jpeg, png, heic, webp

        init?(_ bytes: [UInt8]) {
            let brand = bytes.dropFirst(8).prefix(4)
            if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
                self = .jpeg
            } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
                self = .png
            } else if bytes.starts(with: "RIFF".utf8), brand.elementsEqual("WEBP".utf8) {
                self = .webp
            } else if bytes.dropFirst(4).starts(with: "ftyp".utf8),
                ["heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif"].contains(where: {
                    brand.elementsEqual($0.utf8)
                })
            {
                self = .heic
            } else {
                return nil
            }
        }
    }
}

/// Why what was sent is no photo that is kept (照片不收的原因), with what to do.
package enum PhotoFault: String, Error, Hashable, CaseIterable {
    case tooLarge = "photo_is_too_large"
    case tooManyPixels = "photo_has_too_many_pixels"
    case damaged = "photo_is_damaged"
    case colours = "photo_is_in_print_colours"
    case heic = "photo_is_heic"
    case webp = "photo_is_webp"
    case notAPicture = "photo_is_no_picture"

    package var words: Words {
        switch self {
        case .tooLarge: Words("照片超过 20 MiB，请缩小后再传。", "The photo is over 20 MiB; send a smaller one.")
        case .tooManyPixels:
            Words(
                "照片像素太多（JPEG 最多 5200 万，PNG 最多 2000 万），请缩小后再传。",
                "The photo has too many pixels (52 million in a JPEG, 20 million in a PNG); send a smaller one."
            )
        case .damaged:
            Words(
                "照片不完整或已损坏，无法打开；请重新拍照或重新选择原图。",
                "The photo is cut short or damaged and does not open; take it again or choose the original.")
        case .colours:
            Words(
                "照片是印刷用的颜色（CMYK），请另存为普通 JPEG 后再传。",
                "The photo is in the colours of print (CMYK); save it as a plain JPEG.")
        case .heic:
            Words(
                "这是 HEIC 照片，系统打不开；苹果手机请在“设置 › 相机 › 格式”选“兼容性最佳”后重拍，或把照片截图后上传。",
                "This is a HEIC photo, which cannot be opened here; set the camera's formats to “Most Compatible”, or send a screenshot of it."
            )
        case .webp:
            Words(
                "这是 WebP 图片，系统不收；请另存为 JPEG，或截图后上传。",
                "This is a WebP picture, which is not taken; save it as a JPEG or send a screenshot of it.")
        case .notAPicture:
            Words("这不是 JPEG 或 PNG 照片。", "This is no JPEG or PNG photo.")
        }
    }
}
