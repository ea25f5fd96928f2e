import Foundation
import Ledger
import Testing
import Values

@Suite("Certificates anyone can check")
struct CertificateTests {
    static let at = Instant(unixMilliseconds: 1_782_896_400_123)
    static let site = SigningKey.make()
    static let owner = SigningKey.make()
    static let works = SigningKey.make()
    static let people = (
        owner: ID(high: 1, low: 1), works: ID(high: 1, low: 2), resident: ID(high: 1, low: 3)
    )

    static func dossier(round: Int64 = 1) -> Dossier {
        Dossier(
            district: 330_302, project: ID(high: 5, low: 5), round: round, policyEdition: "e1",
            seats: [
                .init(name: "construction_unit", mandatory: true, needsKey: true),
                .init(name: "contractor", mandatory: true, needsKey: true),
                .init(name: "residents", mandatory: false, needsKey: false),
            ],
            documents: [
                .init(id: ID(high: 6, low: 6), title: "竣工图", sha256: Digest.sha256("图".utf8), bytes: 3)
            ],
            facts: ["households": 600])
    }

    static func opinion(
        _ seat: String, _ person: ID, _ key: SigningKey?, over dossier: Dossier = dossier(),
        _ opinion: Opinion = .pass, at: Instant = at, received: Instant? = nil
    ) -> Certificate.SignedOpinion {
        let statement = Statement(on: dossier, seat: seat, person: person, opinion: opinion, at: at)
        return .init(
            statement: statement, received: received ?? at.adding(seconds: 60),
            signature: key.map { SSHSignature(of: statement.canonical(), for: .signOff, by: $0) })
    }

    static func certificate(
        _ opinions: [Certificate.SignedOpinion]? = nil, verdict: Certificate.Verdict = .passed,
        dossier: Dossier = dossier(), keys: [AllowedSigner]? = nil
    ) -> Certificate {
        Certificate(
            id: ID(high: 9, low: 9), issued: at.adding(seconds: 3600), verdict: verdict, dossier: dossier,
            opinions: opinions ?? [
                opinion("construction_unit", people.owner, owner), opinion("contractor", people.works, works),
                opinion("residents", people.resident, nil),
            ],
            keys: keys ?? [
                AllowedSigner(
                    person: people.owner, key: owner.publicKey, validAfter: at.adding(seconds: -9000)),
                AllowedSigner(
                    person: people.works, key: works.publicKey, validAfter: at.adding(seconds: -9000),
                    validBefore: at.adding(seconds: 9000)),
            ]
        ).sealed(by: site)
    }

    static func codes(_ certificate: Certificate) -> Set<String> {
        Set(certificate.verify(trusting: site.publicKey).filter { $0.weight == .broken }.map(\.code))
    }

    @Test func `a good certificate holds, and its attested seat is called weaker`() throws {
        let findings = Certificate.verify(file: Self.certificate().file(), trusting: Self.site.publicKey)
        #expect(findings.map(\.code) == ["attested"])
        #expect(findings.first?.weight == .weaker && findings.first?.seat == "residents")
        #expect(try Certificate(file: Self.certificate().file()).dossier == Self.dossier())
    }

    @Test func `without the site's key the check says what remains to be compared`() {
        let codes = Self.certificate().verify(trusting: nil).filter { $0.weight == .weaker }.map(\.code)
        #expect(codes == ["seal_key_unchecked", "attested"])
    }

    @Test func `each way to break a certificate is named`() throws {
        let one = Self.opinion("construction_unit", Self.people.owner, Self.owner)
        let two = Self.opinion("contractor", Self.people.works, Self.works)
        let other = Self.dossier(round: 2)
        let strange = SigningKey.make()
        func broken(_ opinions: [Certificate.SignedOpinion], _ verdict: Certificate.Verdict = .passed) -> Set<
            String
        > {
            Self.codes(Self.certificate(opinions, verdict: verdict))
        }
        #expect(broken([one, two]) == [])
        #expect(broken([one]) == ["seat_missing"])
        #expect(broken([one, two, two]) == ["seat_twice", "person_twice"])
        #expect(broken([one, Self.opinion("contractor", Self.people.owner, Self.owner)]) == ["person_twice"])
        #expect(
            broken([one, Self.opinion("contractor", Self.people.works, Self.works, over: other)])
                == ["digest_differs", "other_round"])
        #expect(broken([one, Self.opinion("contractor", Self.people.works, strange)]) == ["key_unknown"])
        #expect(broken([one, Self.opinion("contractor", Self.people.works, Self.owner)]) == ["key_unknown"])
        #expect(broken([one, Self.opinion("contractor", Self.people.works, nil)]) == ["key_needed"])
        #expect(
            broken([one, .init(statement: two.statement, received: two.received, signature: one.signature)])
                == ["signature_invalid"])
        #expect(broken([one, two, Self.opinion("mayor", ID(high: 8, low: 8), nil)]) == ["seat_unknown"])
        #expect(
            broken([one, Self.opinion("contractor", Self.people.works, Self.works, .fail)]) == [
                "seat_not_passed"
            ])
        #expect(
            broken([one, Self.opinion("contractor", Self.people.works, Self.works, .recuse)]) == [
                "seat_not_passed"
            ])
        let items = Self.opinion("contractor", Self.people.works, Self.works, .passWithItems)
        #expect(broken([one, items]) == ["verdict_unfounded"])
        #expect(broken([one, items], .passedWithItems) == [])
        #expect(broken([one, two], .passedWithItems) == ["verdict_unfounded"])
    }

    @Test func `a key counts only while valid by both clocks`() {
        let one = Self.opinion("construction_unit", Self.people.owner, Self.owner)
        func broken(at: Int64, received: Int64) -> Set<String> {
            Self.codes(
                Self.certificate([
                    one,
                    Self.opinion(
                        "contractor", Self.people.works, Self.works, at: Self.at.adding(seconds: at),
                        received: Self.at.adding(seconds: received)),
                ]))
        }
        #expect(broken(at: 0, received: 60) == [])
        #expect(broken(at: 0, received: 9060) == ["key_not_valid"])
        #expect(broken(at: -9060, received: 60) == ["key_not_valid"])
    }

    @Test func `a key of two persons is refused`() {
        let keys = [Self.people.owner, Self.people.works].map {
            AllowedSigner(person: $0, key: Self.owner.publicKey, validAfter: Self.at.adding(seconds: -10))
        }
        let opinions = [
            Self.opinion("construction_unit", Self.people.owner, Self.owner),
            Self.opinion("contractor", Self.people.works, Self.owner),
        ]
        #expect(Self.codes(Self.certificate(opinions, keys: keys)) == ["key_shared"])
    }

    @Test func `a seat that is not mandatory may disagree in public`() {
        let certificate = Self.certificate([
            Self.opinion("construction_unit", Self.people.owner, Self.owner),
            Self.opinion("contractor", Self.people.works, Self.works),
            Self.opinion("residents", Self.people.resident, nil, .fail),
        ])
        let findings = certificate.verify(trusting: Self.site.publicKey)
        #expect(Set(findings.map(\.code)) == ["attested", "dissent"])
    }

    @Test func `every flipped byte of the file is detected`() {
        let file = Self.certificate().file()
        var undetected = [Int]()
        for index in file.indices {
            var other = file
            other[index] ^= 1 << UInt8(index % 7)
            let findings = Certificate.verify(file: other, trusting: Self.site.publicKey)
            if !findings.contains(where: { $0.weight == .broken }) { undetected.append(index) }
        }
        #expect(undetected == [])
        #expect(file.count > 3000)
    }

    @Test func `a seal of another site, or none, is refused`() {
        let forged = Self.certificate().sealed(by: .make())
        #expect(Self.codes(forged) == ["seal_key_other"])
        let good = Self.certificate()
        let bare = Certificate(
            id: good.id, issued: good.issued, verdict: good.verdict, dossier: good.dossier,
            opinions: good.opinions,
            keys: good.keys)
        #expect(Self.codes(bare) == ["seal_missing"])
        #expect(bare.verify(trusting: nil).map(\.code).first == "seal_missing")
        #expect(
            Self.codes(
                bare.sealed(with: Self.certificate().seal ?? SSHSignature(of: [], for: .signOff, by: .make()))
            ) == ["seal_broken"])
    }

    @Test func `a statement is read only in the bytes that were signed`() throws {
        let bytes = Self.opinion("contractor", Self.people.works, nil).statement.canonical()
        #expect(try Statement(canonical: bytes).canonical() == bytes)
        #expect(throws: FormFault.self) { try Statement(canonical: bytes + [10]) }
    }

    @Test func `the exported files pass the commands their README gives, and fail when altered`() throws {
        let scratch = try Scratch()
        for (name, bytes) in Self.certificate().exportFiles() { try scratch.write(name, bytes) }
        let guide = try scratch.read("README.txt")
        let lines = guide.split(separator: "\n").filter { $0.hasPrefix("    ") }.map(String.init)
        let commands = lines.filter { $0.contains("ssh-keygen -Y verify") }
        #expect(commands.count == 3)
        for command in commands {
            let run = try scratch.run(command)
            #expect(run.code == 0, "\(command): \(run.output)")
        }
        let sum = try #require(lines.first { $0.contains("sha256sum") })
        #expect(try scratch.run(sum).output.hasPrefix(hex(Self.dossier().digest)))

        let statement = "statement-2-contractor.txt"
        try scratch.write(
            statement, try scratch.read(statement).replacingOccurrences(of: "pass", with: "fail"))
        #expect(try scratch.run(try #require(commands.first { $0.contains(statement) })).code != 0)
    }
}
