import Foundation
import Harness
import Ledger
import PQ
import Policy
import Testing
import Values

@Suite("Signing offline and checking certificates")
struct SigningTests {
    private static let round = Scene.round.description

    /// A supervisor's machine with a registered key and the round's dossier.
    private func prepared(_ service: Service) async throws -> Machine {
        try await Scene.called(service.database)
        let machine = try await service.machine(of: "supervisor", trusting: true)
        #expect(try await machine.run("key", "new").status == 0)
        let registered = try await machine.run("key", "register")
        #expect(registered.status == 0, "\(registered.output)\(registered.errors)")
        service.database.clock.set(day: Seed.today, hour: 10)
        let fetched = try await machine.run("dossier", "get", Self.round)
        #expect(fetched.status == 0, "\(fetched.errors)")
        #expect(fetched.output.contains(hex(Scene.dossier.digest)))
        // What is signed is seen: each paper with its day and digest, each seat by its name and unit.
        let shown = try await machine.run("dossier", "show", Self.round)
        for text in [
            "竣工图", "2026-02-20", hex(Digest.sha256("plan".utf8)), "竣工验收报告（竣报 1 号）", "2026-02-21",
            "监理单位（监理公司甲）",
        ] { #expect(shown.output.contains(text), "\(text): \(shown.output)") }
        #expect(
            try await machine.run("dossier", "show", Self.round, "--lang", "en").output.contains(
                "supervisor ("))
        return machine
    }

    private func sign(_ machine: Machine, _ more: String...) async throws -> Outcome {
        try await machine.run(
            all: ["sign", Self.round, "--seat", "supervisor", "--at", "2026-03-02T09:30:00+08:00"] + more)
    }

    @Test func `an opinion signed offline is kept, sent once, and receipted; the certificate rests on it`()
        async throws
    {
        try await Service.with { service in
            let machine = try await prepared(service)
            let signed = try await sign(machine, "--opinion", "pass", "--json")
            #expect(signed.status == 0, "\(signed.errors)")
            #expect(signed.json["status"] == "queued")
            #expect(signed.json["digest"] == .text(hex(Scene.dossier.digest)))
            // A seat speaks once over one dossier.
            #expect(try await sign(machine, "--opinion", "pass").status == 2)

            let sent = try await machine.run("send")
            #expect(sent.status == 0, "\(sent.output)\(sent.errors)")
            let outbox = try await machine.run("outbox", "--json")
            #expect(outbox.json["items"]?.list?.last?["status"] == "sent")
            #expect(outbox.output.contains("第 1 轮监理单位（监理公司甲）的意见：同意"))
            #expect(outbox.json["items"]?.list?.last?["receipt"]?["status"] == 201)
            #expect(try await machine.run("send", "--lang", "en").output.contains("nothing waits"))
            let stored = try await service.database.owner.read(
                "select sign_kind, opinion from app.acceptance_opinion")
            #expect(try stored.map { try $0.text("sign_kind") + " " + $0.text("opinion") } == ["sshsig pass"])
        }
    }

    @Test func `what cannot be signed is told before it is signed`() async throws {
        try await Service.with { service in
            let machine = try await prepared(service)
            let seat = try await machine.run(
                "sign", Self.round, "--seat", "mayor", "--opinion", "pass", "--json")
            #expect(seat.status == 2)
            #expect(seat.json["code"] == "seat_unknown")
            #expect(try await sign(machine, "--opinion", "pass_with_items").status == 2)
            #expect(try await sign(machine, "--opinion", "pass", "--item", "补漆").status == 2)
            #expect(try await sign(machine, "--opinion", "fail").status == 2)
            #expect(try await sign(machine, "--opinion", "maybe").status == 2)
            #expect(try await sign(machine, "--opinion", "pass", "--key", "other").status == 2)
            #expect(
                try await machine.run(
                    "sign", Seed.id("other").description, "--seat", "s", "--opinion", "pass"
                ).status
                    == 2)
            for moment in [
                "2026-03-02T10:30:00+08:00", "2030-01-01T00:00:00+08:00", "2026-03-02T08:59:00+08:00",
            ] {
                let early = try await machine.run(
                    "sign", Self.round, "--seat", "supervisor", "--opinion", "pass", "--at", moment, "--json")
                #expect(early.status == 2 && early.json["code"] == "moment_out_of_time", "\(moment)")
            }
            #expect(try await machine.run("outbox", "--json").json["items"]?.list?.count == 1)
        }
    }

    @Test func `a dossier altered on this machine is not signed`() async throws {
        try await Service.with { service in
            let machine = try await prepared(service)
            let path =
                machine.home + "/.local/state/yanshou/dossiers/\(Scene.project)-\(Scene.dossier.round).json"
            var bytes = machine.read(path)
            #expect(!bytes.isEmpty)
            bytes.append(32)
            _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
            let outcome = try await sign(machine, "--opinion", "pass")
            #expect(outcome.status == 5)
        }
    }

    @Test func `an unreachable site keeps the outbox, and it goes out when the site is back`() async throws {
        let machine = try Machine()
        try await Service.with { service in
            try await Scene.called(service.database)
            _ = try await machine.sign(in: "supervisor", at: service.url)
            _ = try await machine.run("key", "new")
            _ = try await machine.run("key", "register")
            service.database.clock.set(day: Seed.today, hour: 10)
            _ = try await machine.run("dossier", "get", Self.round)
        }
        let signed = try await sign(machine, "--opinion", "pass")
        #expect(signed.status == 0, "\(signed.errors)")
        let away = try await machine.run("send", "--lang", "en")
        #expect(away.status == 3)
        #expect((away.output + away.errors).contains("kept in the outbox"))
        let outbox = try await machine.run("outbox", "--json")
        let waiting = try #require(outbox.json["items"]?.list?.last)
        #expect(waiting["status"] == "queued")
        #expect(waiting["attempts"] == 1)
        let status = try await machine.run("status", "--json")
        #expect(status.status == 0)
        #expect(status.json["reached"] == false && status.json["waiting"] == 1)
        let dropped = try await machine.run("outbox", "drop", waiting["id"]?.text ?? "")
        #expect(dropped.status == 0)
        #expect(dropped.output.contains("系统可能已经收到"))
    }

    @Test func `a certificate verifies offline; one changed byte leaves with 5`() async throws {
        let machine = try Machine()
        let (file, seal) = Scene.certificate()
        let path = machine.write(file, to: "certificate.json")
        let key = machine.write(Array("\(seal.publicKey) site\n".utf8), to: "site.pub")
        let good = try await machine.run("verify", path, "--trust", key)
        #expect(good.status == 0, "\(good.output)\(good.errors)")
        #expect(good.output.contains("证书成立"))
        let untrusted = try await machine.run("verify", path, "--lang", "en")
        #expect(untrusted.status == 7)
        #expect(untrusted.output.contains(seal.publicKey.fingerprint))
        #expect(untrusted.output.contains("not checked") && !untrusted.output.contains("certificate holds"))
        let accepted = try await machine.run("verify", path, "--accept-unchecked", "--json")
        #expect(accepted.status == 0 && accepted.json["issuer_checked"] == false)
        let other = try await machine.run(
            "verify", path, "--trust", SigningKey.make().publicKey.description, "--json")
        #expect(other.status == 5)
        #expect(other.json["findings"]?.list?.first?["code"] == "seal_key_other")

        let text = String(decoding: file, as: UTF8.self)
        let forged = text.replacingOccurrences(of: "水心小区改造", with: "水心小区改选")
        #expect(forged != text)
        let bad = machine.write(Array(forged.utf8), to: "forged.json")
        let refused = try await machine.run("verify", bad, "--trust", key)
        #expect(refused.status == 5)
        #expect(refused.output.contains("证书不成立"))
        let torn = machine.write(Array(file.dropLast()), to: "torn.json")
        #expect(try await machine.run("verify", torn).status == 5)
    }

    @Test func `a certificate from the site is checked before it is saved`() async throws {
        try await Service.with { service in
            let machine = try await prepared(service)
            let path = machine.home + "/c.json"
            #expect(try await machine.run("certificate", "get", Self.round, "-o", path).status == 2)
            let (file, _) = Scene.certificate(sealed: Service.seal)
            try await Scene.certify(service.database, file)
            let got = try await machine.run("certificate", "get", Self.round, "-o", path, "--json")
            #expect(got.status == 0, "\(got.output)")
            #expect(machine.read(path) == file)
            #expect(try await machine.run("verify", path).status == 0)
            let (foreign, _) = Scene.certificate()
            try await Scene.certify(service.database, foreign)
            let refused = try await machine.run("certificate", "get", Self.round, "-o", path + "2")
            #expect(refused.status == 5)
            #expect(machine.read(path + "2").isEmpty)
        }
    }
}
