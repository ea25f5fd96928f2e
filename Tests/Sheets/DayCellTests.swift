import Testing
import Values

@testable import Sheets

/// Doors that a spreadsheet has made days of, and sheets behind the first.
@Suite("Sheets: what a workbook holds beside what it shows first")
struct DayCellTests {
    @Test("a number in a cell that shows a day is read as that day; one in any other cell stays a number")
    func days() throws {
        let sheet = try Sheet(try #require(decoded(DayCellTests.dated)), as: .xlsx)
        // A format of East Asian editions, one of the file's own, one that only quotes and escapes a d, and none.
        #expect(sheet.rows.dropFirst().map { $0.cells[1] } == ["2026-01-01", "2026-03-03", "103", "46023"])
    }

    @Test("further sheets that hold anything are named; an empty one is not")
    func sheets() throws {
        let sheet = try Sheet(try #require(decoded(DayCellTests.dated)), as: .xlsx)
        #expect(sheet.unread == ["二期"])
        #expect(sheet.rows.count == 5)
        #expect(try Sheet(Array("a,b\n1,2".utf8), as: .csv).unread.isEmpty)
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

    private static let dated = """
        UEsDBBQAAAAIAAAAIVwZxOdfuQAAAEABAAAPAAAAeGwvd29ya2Jvb2sueG1sjZBLDoIwEECv0vQAlk/iggArNx6jwmAbaIe0Nbr0
        AB7BxLjTGxjOY9RjiCAJsnI1v5c3k4m3aMoVYkl2qtI2ocK5OmLMZgIUtzOsQbeTAo3iri3NmtnaAM+tAHCqYoHnzZniUtPeEJl/
        HFgUMoMFZhsF2vUSAxV3ErUVsrY0jbsN9huJ5goSer/tH8cTJV1vmSfUp8REsk3MMvcpm9DN4ZcORnQwpZ/X5nW+jOhwRIcfmg0n
        seFr6RtQSwMEFAAAAAgAAAAhXDMMirKdAAAACwIAABoAAAB4bC9fcmVscy93b3JrYm9vay54bWwucmVsc72RywrCQAxFf6XMBzR9
        gAtpu3LTrfgDwzTTKe08mETUv3cQlApFXHUVcgPnHkhzxkXy5B2ZKVB2t4ujVhjmcAQgZdBKyn1Aly7aRys5rXGEINUsR4SqKA4Q
        1wzRNWtm1g+tiP1QiuzyCPgP22s9KTx5dbXoeKMCbj7OZBA5QWUckVvxiQheo8wTVcC2TLWzTPVLpt5Zpn7LwNfvuydQSwMEFAAA
        AAgAAAAhXFhQ707vAAAA2wEAAA0AAAB4bC9zdHlsZXMueG1sjZFNTsMwEIWvEnnBsg5VaVCbREggJLZ0gwQsLHtMInnsYE+k9gbc
        gA1brsY5iOuoEIUFK897fvONf8pABwO7BoCyPRobKtYQdRvOg2wARVi4Duywo51HQYP0Lzx0HoQKsQkNX+b5mqNoLUuEjf8Pw2nd
        SrhxskewlCAejKDW2dC0XWB1aXu8RQqZdL2lii1PVpaWO1Wx82LNsgS+dgoqhmevvaPt18dbKtSo3z9Tsb1i/E9OMeXkY7s4pOLx
        HtTzk4rNfDxYXUowZhdf8EEPaq9/A1fH6DQR1Tyax+TEubicWfGic684DTli+c931t9QSwMEFAAAAAgAAAAhXIsb4d9zAQAAKwUA
        ABgAAAB4bC93b3Jrc2hlZXRzL3NoZWV0MS54bWyVlE1OwkAUx69CegCnn8SQMolaT+AJmjrYxn5lZgS3xgPowg0mbIiEHRo3FvA4
        bdFbOLTaAJlHZNd509/79/emGXuQ0GvmE8Jbt1EYs67ic552EGKeTyKXHSUpicVOL6GRy8WSXiGWUuJeVlAUIl1V2yhyg1ipO3To
        f3okvV7gESfxbiIS87oJJaHLgyRmfpAyBdtVguNyF9s0GbREX01UvfXDiaa0eFcJ4jCIyQWnoh4wbHNcTj6L+dhGHNtoXUHeL3EK
        EcXspXj4kBBnEJEvpuXo/ns0Xk1fJZwDcTVRjibl4lHCnYN52XOeLbcJJCbSjEVvxqIDLTTZRMTLrJ5pH5ttVTds1N/016udtrpd
        dqCM1XD5NXuTiYHE0/seK6OxMg6xMior/c/q2NyxMuRWUAZsBRH5fLjHymyszEOszMqq/nZN3T0pU+4EJcBOEJFn+5ysxsk6xMmq
        nFTw/7PkVlAGbAUReXYns0IbFw9q7kf8A1BLAwQUAAAACAAAACFcYFh1h54AAAD8AAAAGAAAAHhsL3dvcmtzaGVldHMvc2hlZXQy
        LnhtbI2PSwrDMAxErxJ8gCrpoovgGAq5QU9gXKU29Q9JJT1+nQRKl11IaEbME9JroSd7ROneKWaelBepIwA7j8nyqVTMbbMUSlaa
        pAdwJbT3PZQinPv+AsmGrA7CSP8wyrIEh3Nxr4RZDghhtBJKZh8qK6P3C7MVazSVtWvcobluG66D6mRSIceQ8SbU/MBGizlrEKNh
        E+BatWDrPyT4Pmw+UEsDBBQAAAAIAAAAIVyux9AojAAAAOAAAAAYAAAAeGwvd29ya3NoZWV0cy9zaGVldDMueG1sjY/RCsIwDEV/
        ZfQDzOaDD6MWhP1IqZktrk1JIvPz7TYQH30JufcmJ8SuxE+JiNq981LkaqJqHQEkRMxeTlSxtGQmzl6b5AdIZfT3fSkvcO77C2Sf
        ijkII//DoHlOAScKr4xFDwjj4jVRkZiqGGf3C5NX7yzT2jXu0NywNbfBdLJpcBZa2OrPNHyfch9QSwECFAMUAAAACAAAACFcGcTn
        X7kAAABAAQAADwAAAAAAAAAAAAAAgAEAAAAAeGwvd29ya2Jvb2sueG1sUEsBAhQDFAAAAAgAAAAhXDMMirKdAAAACwIAABoAAAAA
        AAAAAAAAAIAB5gAAAHhsL19yZWxzL3dvcmtib29rLnhtbC5yZWxzUEsBAhQDFAAAAAgAAAAhXFhQ707vAAAA2wEAAA0AAAAAAAAA
        AAAAAIABuwEAAHhsL3N0eWxlcy54bWxQSwECFAMUAAAACAAAACFcixvh33MBAAArBQAAGAAAAAAAAAAAAAAAgAHVAgAAeGwvd29y
        a3NoZWV0cy9zaGVldDEueG1sUEsBAhQDFAAAAAgAAAAhXGBYdYeeAAAA/AAAABgAAAAAAAAAAAAAAIABfgQAAHhsL3dvcmtzaGVl
        dHMvc2hlZXQyLnhtbFBLAQIUAxQAAAAIAAAAIVyux9AojAAAAOAAAAAYAAAAAAAAAAAAAACAAVIFAAB4bC93b3Jrc2hlZXRzL3No
        ZWV0My54bWxQSwUGAAAAAAYABgCSAQAAFAYAAAAA
        """
}
