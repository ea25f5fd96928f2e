import Testing
import Values

@testable import Sheets

@Suite("Sheets: files that spreadsheets make")
struct SheetTests {
    private func csv(_ text: String) throws -> [[String]] {
        try Sheet(Array(text.utf8), as: .csv).rows.map(\.cells)
    }

    @Test("quotes, commas and line ends inside cells, a mark at the front, ideographic spaces")
    func quotes() throws {
        let rows = try csv("\u{FEFF}楼幢,业主\r\n\"1,2\",\"张\"\"三\"\"\n李四\"\r\n\u{3000}3 ,\n\n")
        #expect(rows == [["楼幢", "业主"], ["1,2", "张\"三\"\n李四"], ["3", ""]])
    }

    @Test("rows keep the number that a spreadsheet shows, whatever is empty or runs over lines")
    func numbers() throws {
        let sheet = try Sheet(Array("a\n\n\"b\nc\"\nd".utf8), as: .csv)
        #expect(sheet.rows.map(\.number) == [1, 3, 5])
    }

    @Test("what is pasted from a spreadsheet is parted by tabs")
    func tabs() throws {
        #expect(try csv("a\tb\n1\t2") == [["a", "b"], ["1", "2"]])
    }

    @Test("a quote that does not close and a file in another encoding are refused")
    func broken() throws {
        #expect(throws: SheetFault.openQuote(row: 2)) { try csv("a\n\"b") }
        #expect(throws: SheetFault.notUTF8) { try Sheet([0xC2, 0xA5, 0xB4, 0xB1, 0xFF], as: .csv) }
    }

    @Test(
        "a workbook: shared texts without their readings, numbers as people write them, the sheet of its link"
    )
    func workbook() throws {
        let sheet = try Sheet(try #require(decoded(SheetTests.workbook)), as: .xlsx)
        #expect(
            sheet.rows.map(\.cells) == [
                ["楼幢", "单元", "室号", "产权面积", "面积来源", "业主", "业主标识", "未售"],
                ["1", "", "101", "88.13", "登记", "张三 & 李四", "A1;A2"],
                ["1", "", "102", "60", "实测", "王五", "B1"], ["2", "1", "201", "75.5", "合同", "王五", "B1"],
            ])
    }

    @Test("a number is read as its sheet shows it, not with what arithmetic left behind the second place")
    func shownNumbers() {
        let shown = [
            ("88.8800000000001", "88.88"), ("88.129999999999995", "88.13"), ("101.0", "101"),
            ("-0.5", "-0.5"),
            ("60.0000000001", "60"), ("88.885", "88.885"), ("0.0000001", "0.0000001"), ("一", "一"),
        ]
        for (held, read) in shown { #expect(Workbook.plain(held) == read, "\(held)") }
    }

    @Test("a workbook with one byte changed, cut short or none at all is refused and stops nothing")
    func damaged() throws {
        let whole = try #require(decoded(SheetTests.workbook))
        for length in stride(from: 0, to: whole.count, by: 97) {
            #expect(throws: SheetFault.self) { try Sheet(Array(whole.prefix(length)), as: .xlsx) }
        }
        var changed = 0
        for index in stride(from: 0, to: whole.count, by: 13) {
            var bytes = whole
            bytes[index] ^= 0x55
            if (try? Sheet(bytes, as: .xlsx)) == nil { changed += 1 }
        }
        #expect(changed > whole.count / 13 / 2)
    }

    /// What a document is refused with, read to its end.
    private func fault(_ text: String) -> SheetFault? {
        do throws(SheetFault) {
            let reader = try Markup(Array(text.utf8))
            while try reader.next() != nil {}
            return nil
        } catch { return error }
    }

    @Test("a document type, which could grow without bound, is refused, and so is endless nesting")
    func documentType() {
        #expect(fault("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>") == .notAWorkbook("document type"))
        #expect(fault("<a><b></a>") == .notAWorkbook("xml"))
        #expect(fault("") == .notAWorkbook("xml"))
        #expect(fault(String(repeating: "<a>", count: 300)) == .notAWorkbook("nesting"))
    }

    @Test("a long document comes in the order in which it stands, whatever is held of it at once")
    func long() throws {
        let reader = try Markup(
            Array(("<t>" + (0..<20_000).map { "<c r='\($0)'>\($0)</c>" }.joined() + "</t>").utf8))
        var (opened, text) = ([String](), "")
        while let piece = try reader.next() {
            switch piece {
            case .open("c", let attributes): opened.append(attributes["r"] ?? "")
            case .text(let part): text += part
            default: break
            }
        }
        #expect(opened == (0..<20_000).map(String.init))
        #expect(text == opened.joined())
    }

    @Test("a part that says it unpacks to more than is read is refused before it is unpacked")
    func bomb() throws {
        var bytes = try #require(decoded(SheetTests.workbook))
        // The size of the sheet in the directory of the archive, with the local header to match.
        let name = Array("xl/worksheets/sheet4.xml".utf8)
        let places = bytes.indices.filter { bytes[$0...].starts(with: name) }
        #expect(places.count == 2)
        for (place, distance) in zip(places, [8, 22]) {
            for offset in 0..<4 { bytes[place - distance + offset] = [0, 0, 0, 0x10][offset] }
        }
        #expect(throws: SheetFault.tooLarge) { try Sheet(bytes, as: .xlsx) }
    }

    @Test("a part that unpacks to more than it says is read no further than it says, and refused")
    func lie() throws {
        // A hundred thousand spaces in a sheet whose entry says a hundred.
        let bytes = try #require(decoded(SheetTests.liar))
        #expect(throws: SheetFault.notAWorkbook("checksum")) { try Sheet(bytes, as: .xlsx) }
    }

    /// Base64 without the line ends of its literal.
    private func decoded(_ text: String) -> [UInt8]? {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var (bytes, held, count) = ([UInt8](), 0, 0)
        for byte in text.utf8 where byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "=") {
            guard let value = alphabet.firstIndex(of: byte) else { return nil }
            held = (held << 6 | value) & 0xFF_FFFF
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(held >> count & 0xFF))
            }
        }
        return bytes
    }

    private static let workbook = """
        UEsDBBQAAAAIAAAAYVzmuHRrXAAAAGIAAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbBXMTQqAIBBA4auE+xxr0SJKL9EFRKYf
        ylGcIer22fLxwZvcE6/mxsJHoll12ihnp+XNyE0V4lntInkE4LBj9KxTRqqyphK91CwbZB9OvyH0xgwQEgmStPI/FNgPUEsD
        BBQAAAAIAAAAYVwvKHzjqQAAAPkAAAAPAAAAeGwvd29ya2Jvb2sueG1sjY9NDoIwEIWv0swBKLrQhBTYuOEYFQbbQFsyU39O
        YFx4H0+k57AB2buan5f53jxV39woLkhsgy9hk+VQV+oaaDiGMIgkei7BxDgVUnJr0GnOwoQ+KX0gp2Ma6SR5ItQdG8ToRrnN
        85102npYCAX9wwh9b1s8hPbs0McFQjjqmF5jYyeGSs0O/KvCa4clfB6v9/0JYt41XUoBggqbGmq6PchKyfVMrsmqL1BLAwQU
        AAAACAAAAGFcL6h73pQAAADwAAAAGgAAAHhsL19yZWxzL3dvcmtib29rLnhtbC5yZWxzbY9NCsJADEavMuQATSuiIJ267la8
        wNDGTunPDEnQ9vYOQtGCqyRf8h6kvC7TaJ7E0ofZQpHlcK3KG41OUyC+j2LSxSwWvGq8IErjaXKShUhz2jwCT07TyB1G1wyu
        Izzk+Qn51wF7p6lbC1y3BZj7GsnCkhrHHakF0XUkyZIa8D913qj1S70CD+KJVPBTjpsAd79Ub1BLAwQUAAAACAAAAGFcbS4P
        dSsBAADPAwAAGAAAAHhsL3dvcmtzaGVldHMvc2hlZXQ0LnhtbH2T0W6DIBRA3/cVhveJKLV2UZt1avcB2wcYy6pZBQPE7vPH
        akMurNEnuQe493Ah3/+Ml2BmUg2CF4iEEQoY78Rp4OcCfX40zxnal0/5Vchv1TOmAzOfqwL1Wk8vGKuuZ2OrQjExbsiXkGOr
        zVCesZoka0+3ReMFx1GU4rEdOCrzW6xqdVvmUlwDafKaaPf380pQoAukzHguoxzPZY67OztARlz2BlnssgqyxGU1ZNRlDWQb
        lx0hS132DtnWMmxcrXBshWMwOfOk4kU18mSrJZ5lIYl34PNqrOHWO88NMuId9NGB5LFBYg2SFYPknsBvyRJPvcQ13Ip4axoH
        en08OpA+Lpnakimc7R3bga740OWC/evIEt9uQr8HTibvojR0zYiuGWHwhrB9nOUvUEsDBBQAAAAIAAAAYVxaHos0IAEAACAC
        AAAUAAAAeGwvc2hhcmVkU3RyaW5ncy54bWyzsa/IzVEoSy0qzszPs1Uy1DNQsrezKS4uUQCK5xXbKmWUlBRY6esXJ2ek5iYW
        6+UXpOYBZdLyi3ITS4DconT94oKi1MSU4ozU1JLcHH0jAwMz/dzEzDwloDGZdjZFdjYlds+W7rHRL7Gz0S+CCjzduQghEJCh
        UJxkq2SgpJAKpAyVQAp8/EOhCgIygCTIJBAG6uyd+rS1GSKHJLpuydP+7eiiT3Ytfza3+eXcRc+Xr0eXg4g+m7v02a4JGPp2
        zHqyYzd20WcL2l+sb0OXezZn1dMp69BFDdEFns/c/WLdBgzH71nwZEenglpiboG1wrO5fU9nz0ZX4mho7WiE6el5z7Z2Y9jR
        1/1k1xR0UScMt2AaN6Hj6YQehKg+MBXYAQBQSwECFAMUAAAACAAAAGFc5rh0a1wAAABiAAAAEwAAAAAAAAAAAAAAgAEAAAAA
        W0NvbnRlbnRfVHlwZXNdLnhtbFBLAQIUAxQAAAAIAAAAYVwvKHzjqQAAAPkAAAAPAAAAAAAAAAAAAACAAY0AAAB4bC93b3Jr
        Ym9vay54bWxQSwECFAMUAAAACAAAAGFcL6h73pQAAADwAAAAGgAAAAAAAAAAAAAAgAFjAQAAeGwvX3JlbHMvd29ya2Jvb2su
        eG1sLnJlbHNQSwECFAMUAAAACAAAAGFcbS4PdSsBAADPAwAAGAAAAAAAAAAAAAAAgAEvAgAAeGwvd29ya3NoZWV0cy9zaGVl
        dDQueG1sUEsBAhQDFAAAAAgAAABhXFoeizQgAQAAIAIAABQAAAAAAAAAAAAAAIABkAMAAHhsL3NoYXJlZFN0cmluZ3MueG1s
        UEsFBgAAAAAFAAUATgEAAOIEAAAAAA==
        """

    private static let liar = """
        UEsDBBQAAAAIAAAAIVzEZhZkcwAAAGQAAAAYAAAAeGwvd29ya3NoZWV0cy9zaGVldDEueG1s7cExAQAAAMKgKuuf0hoeQAEAAAAA
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
        AAAAAAAAAAAAAAAAAAAAAADHBlBLAQIUAxQAAAAIAAAAIVzEZhZkcwAAAGQAAAAYAAAAAAAAAAAAAACAAQAAAAB4bC93b3Jrc2hl
        ZXRzL3NoZWV0MS54bWxQSwUGAAAAAAEAAQBGAAAAqQAAAAAA
        """
}
