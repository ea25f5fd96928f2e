import Harness
import Ledger
import PQ
import ProjectsService
import Testing
import Values
import Web

@testable import Projects

/// What a spreadsheet does to a register behind its clerk's back (户册文件).
@Suite("Projects: files that a spreadsheet has rewritten")
struct RegisterFileTests {
    @Test("a number that a sheet gave a point and noughts is the home it was")
    func doors() {
        let told = [
            ("101.0", "101"), ("101.00", "101"), ("101", "101"), ("101.5", "101.5"), ("A.0", "A.0"),
            (".0", ".0"),
        ]
        for (text, room) in told { #expect(RegisterReader.whole(text) == room, "\(text)") }
        let head = ["楼幢", "室号", "产权面积", "面积来源", "业主"]
        let twice = RegisterReader.read([
            (1, head), (2, ["1", "101", "60", "登记", "甲"]), (3, ["1", "101.0", "60", "登记", "乙"]),
        ])
        #expect(twice.errors.map(\.code) == ["room_is_doubled"])
    }

    @Test(
        "a door that became a day keeps the file out; homes on further sheets are told of before anything is confirmed"
    )
    func workbooks() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            func check(_ name: String, _ content: String) async -> Response {
                await site.send(
                    .post, Owners.base + "/register/imports", as: "community",
                    [
                        "id": .text(Seed.id("import:" + name).description), "format": "xlsx",
                        "content": .text(content.split(separator: "\n").joined()),
                    ])
            }
            let refused = await check("dated", RegisterFileTests.dated)
            #expect(refused.status == 422, "\(refused.text)")
            let codes = refused.json?["errors"]?.list?.compactMap { $0["code"]?.text }
            #expect(codes == ["room_is_a_date", "room_is_a_date"], "\(refused.text)")
            let checked = await check("sheets", RegisterFileTests.sheets)
            #expect(checked.status == 201, "\(checked.text)")
            let warnings = checked.json?["warnings"]?.list ?? []
            #expect(
                warnings.map { $0["code"] } == [
                    "sheets_are_not_read", "homes_differ_from_the_community",
                    "area_differs_from_the_community",
                ])
            #expect(warnings.first?["detail"]?.text?.contains("“二期”") == true, "\(checked.text)")
        }
    }

    @Test(
        "a day is one however a spreadsheet writes it, and a door is none",
        arguments: [
            ("2026-01-01", true), ("2026/1/1", true), ("1月1日", true), ("13月1日", false), ("1-1", false),
            ("101", false), ("3/2", false), ("1/2/3", false), ("甲月乙日", false),
        ])
    func shown(_ text: String, _ isDay: Bool) {
        let reading = RegisterReader.read([
            (1, ["楼幢", "室号", "产权面积", "面积来源", "业主"]), (2, ["1", text, "60", "登记", "甲"]),
        ])
        #expect(reading.errors.map(\.code) == (isDay ? ["room_is_a_date"] : []))
        let list = SchemeListReader([(1, ["楼幢", "室号", "产权面积"]), (2, [text, "101", "60"])])
        #expect(list.errors.map(\.code) == (isDay ? ["building_is_a_date"] : []))
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

    private static let sheets = """
        UEsDBBQAAAAIAAAAIVwZxOdfuQAAAEABAAAPAAAAeGwvd29ya2Jvb2sueG1sjZBLDoIwEECv0vQAlk/iggArNx6jwmAbaIe0Nbr0
        AB7BxLjTGxjOY9RjiCAJsnI1v5c3k4m3aMoVYkl2qtI2ocK5OmLMZgIUtzOsQbeTAo3iri3NmtnaAM+tAHCqYoHnzZniUtPeEJl/
        HFgUMoMFZhsF2vUSAxV3ErUVsrY0jbsN9huJ5goSer/tH8cTJV1vmSfUp8REsk3MMvcpm9DN4ZcORnQwpZ/X5nW+jOhwRIcfmg0n
        seFr6RtQSwMEFAAAAAgAAAAhXDMMirKdAAAACwIAABoAAAB4bC9fcmVscy93b3JrYm9vay54bWwucmVsc72RywrCQAxFf6XMBzR9
        gAtpu3LTrfgDwzTTKe08mETUv3cQlApFXHUVcgPnHkhzxkXy5B2ZKVB2t4ujVhjmcAQgZdBKyn1Aly7aRys5rXGEINUsR4SqKA4Q
        1wzRNWtm1g+tiP1QiuzyCPgP22s9KTx5dbXoeKMCbj7OZBA5QWUckVvxiQheo8wTVcC2TLWzTPVLpt5Zpn7LwNfvuydQSwMEFAAA
        AAgAAAAhXFhQ707vAAAA2wEAAA0AAAB4bC9zdHlsZXMueG1sjZFNTsMwEIWvEnnBsg5VaVCbREggJLZ0gwQsLHtMInnsYE+k9gbc
        gA1brsY5iOuoEIUFK897fvONf8pABwO7BoCyPRobKtYQdRvOg2wARVi4Duywo51HQYP0Lzx0HoQKsQkNX+b5mqNoLUuEjf8Pw2nd
        SrhxskewlCAejKDW2dC0XWB1aXu8RQqZdL2lii1PVpaWO1Wx82LNsgS+dgoqhmevvaPt18dbKtSo3z9Tsb1i/E9OMeXkY7s4pOLx
        HtTzk4rNfDxYXUowZhdf8EEPaq9/A1fH6DQR1Tyax+TEubicWfGic684DTli+c931t9QSwMEFAAAAAgAAAAhXG0/+ORoAQAAEwUA
        ABgAAAB4bC93b3Jrc2hlZXRzL3NoZWV0MS54bWyVlE1OwkAYhq9CegCnvyxIaaLWE3iCpg62sZ1pZkZwazyALtxgwoZI2KFxY0GP
        U4rewiklDZD5iOzab+Z5vzzvYtwBZTc8wli07tKE8K4WCZF1EOJhhNOAn9AME3nSoywNhPxl14hnDAdXayhNkKnrbZQGMdHqhA77
        Twbt9eIQ+zS8TTERdQjDSSBiSngUZ1zz3PUGPxCB5zI6aMlcQ07D6uPU0Fqiq8UkiQm+FEzOY+65wisn38v52EXCc1E1QeGGOIOI
        5ex1+fipIM4holhMy9HD72i8mr4pOB/iaqIcTcrFk4K7APflL0X+tUsg2UhTi9nUYgIRhqqRCut7hi4P+9ve9byt7459KHs1/PqZ
        vauEQOL544CN1dhYx9hYGxtzz8ZS20DZsA1EFPPhARu7sbGPsZGXeV1F5WTtOdlqJ2gD7AQRRX7IyWmcnGOcnI2NvWfjqG2gbNgG
        Ior8XmWDth4Y1LyD3h9QSwMEFAAAAAgAAAAhXGBYdYeeAAAA/AAAABgAAAB4bC93b3Jrc2hlZXRzL3NoZWV0Mi54bWyNj0sKwzAM
        RK8SfIAq6aKL4BgKuUFPYFylNvUPSSU9fp0ESpddSGhGzBPSa6Ene0Tp3ilmnpQXqSMAO4/J8qlUzG2zFEpWmqQHcCW09z2UIpz7
        /gLJhqwOwkj/MMqyBIdzca+EWQ4IYbQSSmYfKiuj9wuzFWs0lbVr3KG5bhuug+pkUiHHkPEm1PzARos5axCjYRPgWrVg6z8k+D5s
        PlBLAwQUAAAACAAAACFcrsfQKIwAAADgAAAAGAAAAHhsL3dvcmtzaGVldHMvc2hlZXQzLnhtbI2P0QrCMAxFf2X0A8zmgw+jFoT9
        SKmZLa5NSSLz8+02EB99Cbn3JifErsRPiYjavfNS5Gqiah0BJETMXk5UsbRkJs5em+QHSGX0930pL3Du+wtkn4o5CCP/w6B5TgEn
        Cq+MRQ8I4+I1UZGYqhhn9wuTV+8s09o17tDcsDW3wXSyaXAWWtjqzzR8n3IfUEsBAhQDFAAAAAgAAAAhXBnE51+5AAAAQAEAAA8A
        AAAAAAAAAAAAAIABAAAAAHhsL3dvcmtib29rLnhtbFBLAQIUAxQAAAAIAAAAIVwzDIqynQAAAAsCAAAaAAAAAAAAAAAAAACAAeYA
        AAB4bC9fcmVscy93b3JrYm9vay54bWwucmVsc1BLAQIUAxQAAAAIAAAAIVxYUO9O7wAAANsBAAANAAAAAAAAAAAAAACAAbsBAAB4
        bC9zdHlsZXMueG1sUEsBAhQDFAAAAAgAAAAhXG0/+ORoAQAAEwUAABgAAAAAAAAAAAAAAIAB1QIAAHhsL3dvcmtzaGVldHMvc2hl
        ZXQxLnhtbFBLAQIUAxQAAAAIAAAAIVxgWHWHngAAAPwAAAAYAAAAAAAAAAAAAACAAXMEAAB4bC93b3Jrc2hlZXRzL3NoZWV0Mi54
        bWxQSwECFAMUAAAACAAAACFcrsfQKIwAAADgAAAAGAAAAAAAAAAAAAAAgAFHBQAAeGwvd29ya3NoZWV0cy9zaGVldDMueG1sUEsF
        BgAAAAAGAAYAkgEAAAkGAAAAAA==
        """
}
