import Testing
import Values

@testable import Pictures

@Suite("Pictures: what is kept of a photo")
struct PhotoTests {
    private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return bytes.indices.contains { bytes[$0...].starts(with: wanted) }
    }

    /// The red, green and blue of a pixel.
    private func pixel(_ raster: Raster, _ column: Int, _ row: Int) -> [UInt8] {
        let at = (row * raster.width + column) * raster.channels
        return (0..<3).map { raster.bytes[at + $0] }
    }

    private func isRed(_ colour: [UInt8]) -> Bool { colour[0] > 150 && colour[2] < 100 }
    private func isBlue(_ colour: [UInt8]) -> Bool { colour[2] > 150 && colour[0] < 100 }

    @Test("position, maker, serial number, comments and XMP do not stay; the picture stands upright")
    func stripped() async throws {
        for (sent, marks) in [
            (Fixtures.phone, ["Exif", "Huawei", "SN123456", "door 301", "Zhang", "http"]),
            (Fixtures.screenshot, ["eXIf", "Huawei", "door 301", "Zhang", "tEXt", "iTXt"]),
        ] {
            for mark in marks { #expect(contains(sent, mark), "the fixture has \(mark)") }
            let photo = try await Photo.developed(from: sent)
            for mark in marks { #expect(!contains(photo.content, mark), "\(mark) stayed") }
            let raster =
                photo.mediaType == "image/png"
                ? try PNG.decode(photo.content) : try JPEG.decode(photo.content)
            #expect(raster.width == 16 && raster.height == 32)
            #expect(isRed(pixel(raster, 8, 4)) && isBlue(pixel(raster, 8, 28)))
        }
    }

    @Test("plain, progressive and gray JPEGs are kept as they look, without a segment for programs")
    func kept() throws {
        for sent in [Fixtures.plain, Fixtures.progressive] {
            let photo = try Photo.develop(sent)
            let raster = try JPEG.decode(photo.content)
            #expect(raster.width == 32 && isRed(pixel(raster, 4, 8)) && isBlue(pixel(raster, 28, 8)))
            #expect(
                !photo.content.indices.dropLast().contains {
                    photo.content[$0...].starts(with: [0xFF, 0xE1])
                })
        }
        #expect(try Photo.develop(Fixtures.gray).mediaType == "image/jpeg")
    }

    @Test("what stands behind the picture's end does not stay")
    func tail() throws {
        let photo = try Photo.develop(Fixtures.plain + Array("GPS 27.9994,120.6994".utf8))
        #expect(!contains(photo.content, "27.9994"))
        let png = try Photo.develop(Fixtures.screenshot + Array("GPS 27.9994,120.6994".utf8))
        #expect(!contains(png.content, "27.9994"))
    }

    @Test("every way of holding a camera leads to the upright picture")
    func orientations() {
        // Exif's eight, as the letters of a 2 × 3 picture come to lie in the file; upright it reads "abcdef".
        let ways: [(Int, width: Int, String)] = [
            (1, 2, "abcdef"), (2, 2, "badcfe"), (3, 2, "fedcba"), (4, 2, "efcdab"), (5, 3, "acebdf"),
            (6, 3, "bdface"), (7, 3, "fdbeca"), (8, 3, "ecafdb"),
        ]
        for (orientation, width, letters) in ways {
            let lying = Raster(width: width, height: 6 / width, channels: 1)
            for (index, letter) in letters.utf8.enumerated() { lying.bytes[index] = letter }
            let upright = lying.turned(orientation)
            let read = String(decoding: UnsafeBufferPointer(start: upright.bytes, count: 6), as: UTF8.self)
            #expect(upright.width == 2 && read == "abcdef", "orientation \(orientation): \(read)")
        }
    }

    @Test("a JPEG or PNG cut short anywhere before its last row is refused and stops nothing")
    func truncated() {
        for whole in [Fixtures.plain, Fixtures.progressive, Fixtures.screenshot] {
            for length in stride(from: 0, to: whole.count - 16, by: 7) {
                #expect(throws: PhotoFault.self) { try Photo.develop(Array(whole.prefix(length))) }
            }
        }
    }

    @Test("bytes changed at every place stop nothing, and leave none of the marks where they pass")
    func changed() {
        for whole in [Fixtures.phone, Fixtures.screenshot] {
            for index in stride(from: 0, to: whole.count, by: 3) {
                var bytes = whole
                bytes[index] ^= 0x5A
                if let photo = try? Photo.develop(bytes) {
                    #expect(!contains(photo.content, "Huawei") && !contains(photo.content, "Zhang"))
                }
            }
        }
    }

    @Test("what is no photo is refused with what to do", arguments: Sample.refused)
    func refused(_ sample: Sample) async {
        await #expect(throws: sample.fault) { try await Photo.developed(from: sample.bytes) }
        #expect(sample.fault.words.zh.hasSuffix("。") && sample.fault.words.en.hasSuffix("."))
    }
}

extension Sample: CustomTestStringConvertible {}
