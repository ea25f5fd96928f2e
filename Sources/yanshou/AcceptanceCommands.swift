import ArgumentParser
import Ledger
import Terminal
import Values

/// What the seats of an acceptance round sign over.
struct DossierCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier", abstract: "验收卷宗 / the dossier of an acceptance round",
        subcommands: [DossierGet.self, DossierShow.self])
}

struct DossierGet: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "下载卷宗并存于本机，供离线签名 / fetch a dossier and keep it for signing offline")

    @Argument(help: "验收轮次 / the acceptance round") var round: ID
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let path = SiteRequest.path(["v1", "acceptance-rounds", round.description])
        let client = try desk.client()
        let answer = try await client.send(.get(path + "/dossier"))
        let digest = hex(Digest.sha256(answer.body))
        if let tag = answer.etag, tag != "\"\(digest)\"" {
            throw Unverified(
                "dossier_altered", Words("收到的卷宗与其摘要不符", "the dossier is not of the digest it came with"))
        }
        let times = try times(try await client.send(.get(path)).json(), of: digest, at: desk.now())
        let dossier = try desk.dossiers.keep(answer.body, of: round, times: times)
        return dossierReport(dossier, of: round, desk)
    }

    /// When the version of a digest was frozen, and the site's clock beside this machine's; nil from an older site.
    private func times(_ card: JSON, of digest: String, at now: Instant) throws -> DossierTimes? {
        guard let asOf = card["as_of"]?.text.flatMap({ Instant(iso: $0) }) else { return nil }
        let version = card["dossiers"]?.list?.first { $0["sha256"]?.text == digest }
        return DossierTimes(
            frozenAt: version?["frozen_at"]?.text.flatMap { Instant(iso: $0) },
            siteAhead: asOf.microseconds - now.microseconds)
    }
}

struct DossierShow: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "显示本机的卷宗 / show a dossier that is here")

    @Argument(help: "验收轮次 / the acceptance round") var round: ID
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        dossierReport(try desk.dossiers.dossier(of: round), of: round, desk)
    }
}

private func dossierReport(_ dossier: Dossier, of round: ID, _ desk: Desk) -> Report {
    var seats = Table([
        Words("席位", "seat"), Words("签署时写", "to sign as"), Words("必须", "mandatory"),
        Words("须用密钥", "needs a key"),
    ])
    func mark(_ yes: Bool) -> String { desk.screen.language.text(yes ? Words("是", "yes") : Words("否", "no")) }
    for seat in dossier.seats {
        let words = SeatWords.of(seat.name, unit: holder(of: seat.name, in: dossier))
        seats.add(desk.screen.language.text(words), seat.name, mark(seat.mandatory), mark(seat.needsKey))
    }
    return Report(
        ["round": .text(round.description), "digest": .text(hex(dossier.digest)), "manifest": dossier.json],
        [
            .heading(
                Words("验收卷宗，第 \(dossier.round) 轮", "acceptance dossier, round \(dossier.round)")),
            .pair(Words("项目", "project"), dossier.facts["project"]?.text ?? dossier.project.description),
            .pair(Words("摘要", "digest"), hex(dossier.digest)),
            .pair(
                Words("材料", "documents"),
                "\(dossier.documents.count + (dossier.facts["papers"]?.list?.count ?? 0))"),
            .table(papers(of: dossier)),
            .table(seats),
        ])
}

/// Every paper of a dossier with its day: those whose bytes are signed over by their digests, then those that are on
/// paper alone.
private func papers(of dossier: Dossier) -> Table {
    var table = Table([
        Words("材料", "document"), Words("日期", "dated"), Words("大小（字节）", "bytes"), Words("摘要", "digest"),
    ])
    var days = [String: String]()
    for item in dossier.facts["documents"]?.list ?? [] {
        if let id = item["id"]?.text { days[id] = item["dated"]?.text }
    }
    for document in dossier.documents {
        table.add(
            document.title, days[document.id.description] ?? "-", "\(document.bytes)", hex(document.sha256))
    }
    for paper in dossier.facts["papers"]?.list ?? [] {
        let number = paper["number"]?.text.map { "（\($0)）" } ?? ""
        table.add(paper.text("title") + number, paper["dated"]?.text ?? "-", "-", "-")
    }
    return table
}

/// The unit whose seat it is, where the dossier says.
private func holder(of seat: String, in dossier: Dossier) -> String? {
    (dossier.facts["seats"]?.list ?? []).first { $0["seat"]?.text == seat }?["unit"]?.text
}

extension Opinion: ExpressibleByArgument {}

/// Signs a seat's opinion over the dossier that is here; nothing of it needs a network.
struct SignCommand: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "对本机的卷宗签署意见，存入待发箱 / sign an opinion over the dossier here, into the outbox")

    @Argument(help: "验收轮次 / the acceptance round") var round: ID
    @Option(help: "席位，代码或名称 / the seat, by its code or its name") var seat: String
    @Option(help: "意见 / the opinion") var opinion: Opinion
    @Option(help: "遗留问题，可多次 / what is left to be mended, repeatable") var item: [String] = []
    @Option(help: "说明；不同意或回避时必填 / in words; needed to fail or to step aside") var words: String?
    @Option(help: "用哪把密钥 / the key to sign with") var key = KeyName.usual
    @Option(help: "签署时间，本机时钟不准时指明 / the moment of signing, where this clock is wrong") var at: Instant?
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let profile = try desk.profile()
        let dossier = try desk.dossiers.dossier(of: round)
        let seated = try known(in: dossier)
        try check()
        let path = SiteRequest.path(["v1", "acceptance-rounds", round.description, "opinions"])
        try checkOutbox(desk, path, dossier, seated)
        let signer = try desk.keys.key(key)
        let moment = at ?? desk.now()
        try check(moment, desk)
        let statement = Statement(
            on: dossier, seat: seated, person: profile.person, opinion: opinion, items: item, at: moment)
        let signature = SSHSignature(of: statement.canonical(), for: .signOff, by: signer)
        var body: [String: JSON] = [
            "id": .text(Identity.make(at: desk.now()).description), "kind": "sshsig",
            "statement": statement.json, "signature": .text(signature.armored),
        ]
        if let words { body["words"] = .text(words) }
        let called = SeatWords.of(seated, unit: holder(of: seated, in: dossier))
        let name = Words(
            "第 \(dossier.round) 轮\(called.zh)的意见：\(opinion.words.zh)",
            "opinion of the \(called.en), round \(dossier.round): \(opinion.words.en)")
        let operation = OutboxOperation(for: profile, path, body: .object(body), words: name, at: desk.now())
        try desk.outbox().put(operation)
        return Report(
            [
                "operation": .text(operation.id.description), "round": .text(round.description),
                "seat": .text(seated), "opinion": .text(opinion.rawValue),
                "digest": .text(hex(dossier.digest)),
                "fingerprint": .text(signer.publicKey.fingerprint), "status": "queued",
            ],
            [
                .good(Words("已签署，存入待发箱", "signed, and kept in the outbox")),
                .pair(Words("意见", "opinion"), desk.screen.language.text(name)),
                .pair(Words("卷宗摘要", "digest of the dossier"), hex(dossier.digest)),
                .text(Words("有网络时：yanshou send", "when there is a network: yanshou send")),
            ])
    }

    private func known(in dossier: Dossier) throws -> String {
        let seats = dossier.seats.map(\.name)
        guard let found = SeatWords.seat(seat, of: seats) else {
            let there = seats.map { (SeatWords.of($0), $0) }
            throw InputMistake(
                "seat_unknown",
                "卷宗没有席位“\(seat)”；有：\(there.map { "\($0.0.zh)（\($0.1)）" }.joined(separator: "、"))",
                "no seat \(seat) here; there are: \(seats.joined(separator: ", "))")
        }
        return found
    }

    private func check() throws {
        guard (opinion == .passWithItems) == !item.isEmpty else {
            throw InputMistake(
                "items_mismatch", "“pass_with_items”须用 --item 列出遗留问题，其他意见不列",
                "pass_with_items lists what is left with --item, and no other opinion does")
        }
        let isEmpty = words?.allSatisfy(\.isWhitespace) ?? true
        if opinion == .fail || opinion == .recuse, isEmpty {
            throw InputMistake(
                "words_missing", "不同意或回避须用 --words 说明", "say why with --words to fail or step aside")
        }
    }

    /// The site takes no signature from before the freezing, nor from ahead of its clock.
    private func check(_ moment: Instant, _ desk: Desk) throws {
        guard let times = try desk.dossiers.times(of: round), !times.allows(moment, now: desk.now()) else {
            return
        }
        let (from, until) = (times.frozenAt?.local ?? "—", times.site(desk.now()).local)
        throw InputMistake(
            "moment_out_of_time",
            "签署时间 \(moment.local) 不在案卷封存（\(from)）与系统现在时间（\(until)）之间；用 --at 写明真实时间",
            "signed at \(moment.local), which is not between the freezing (\(from)) and the site's clock (\(until)): "
                + "give the true moment with --at")
    }

    /// One seat says one thing over one dossier: a second opinion may not hide behind the first.
    private func checkOutbox(_ desk: Desk, _ path: String, _ dossier: Dossier, _ seated: String)
        throws
    {
        let earlier = try desk.outbox().all().operations.first { operation in
            operation.status == .queued && operation.path == path
                && operation.body["statement"]?["seat"]?.text == seated
                && operation.body["statement"]?["digest"]?.text == hex(dossier.digest)
        }
        guard let earlier else { return }
        throw InputMistake(
            "signed_already", "这个席位的意见已在待发箱：yanshou outbox drop \(earlier.id) 可撤下",
            "this seat's opinion waits in the outbox already: yanshou outbox drop \(earlier.id) takes it back"
        )
    }
}

struct CertificateCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate", abstract: "验收证书 / the acceptance certificate",
        subcommands: [CertificateGet.self])
}

struct CertificateGet: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "下载证书，核验后存盘 / fetch a certificate, check it, and save it")

    @Argument(help: "验收轮次 / the acceptance round") var round: ID
    @Option(name: .shortAndLong, help: "存为 / the file to write") var output: String
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        let path = SiteRequest.path(["v1", "acceptance-rounds", round.description, "certificate"])
        let answer = try await desk.client().send(.get(path))
        var report = try certificateReport(
            answer.body, in: desk.screen.language, trusting: desk.profile().siteKey.map(readPublicKey))
        guard report.status != .unverified else { return report }
        try DurableFile.write(answer.body, to: output, mode: 0o644)
        report.lines.append(.good(Words("已存为 \(output)", "saved as \(output)")))
        return report
    }
}

/// Checks a certificate without asking anyone.
struct VerifyCommand: SiteCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "核验证书或归档包，不联网 / check a certificate or an archive package, without a network")

    @Argument(help: "证书文件或归档包 / the certificate's file, or the package") var file: String
    @Option(help: "归档包清单的摘要，见档案馆回执 / the manifest's digest, as the archive's receipt has it")
    var manifest: String?
    @Option(help: "系统签章公钥或其文件 / the site's public key, or a file with it") var trust: String?
    @Flag(help: "没有公钥可核对时，也算通过 / pass although there is no key to check the issuer by")
    var acceptUnchecked = false
    @OptionGroup var common: CommonOptions

    func report(at desk: Desk) async throws -> Report {
        guard let bytes = try DurableFile.read(file) else {
            throw InputMistake("no_such_file", "没有这个文件：\(file)", "no such file: \(file)")
        }
        let given = try trust ?? Profile.load(from: desk.folders)?.siteKey
        let key = try given.map(readPublicKey)
        // Zip archives begin so; a certificate is JSON.
        if bytes.starts(with: Array("PK".utf8)) {
            return packageReport(bytes, trusting: key, manifest: manifest, acceptUnchecked: acceptUnchecked)
        }
        return try certificateReport(
            bytes, in: desk.screen.language, trusting: key, acceptUnchecked: acceptUnchecked)
    }
}

private func certificateReport(
    _ bytes: [UInt8], in language: Language, trusting key: PublicKey?, acceptUnchecked: Bool = false
) throws -> Report {
    let findings = Certificate.verify(file: bytes, trusting: key)
    let holds = !findings.contains { $0.weight == .broken }
    // Without the site's key anybody's certificate would be whole in itself.
    let issuer = holds && key != nil
    var lines = [Report.Line]()
    var fields: [String: JSON] = [
        "holds": .bool(holds), "issuer_checked": .bool(issuer), "findings": .list(findings.map(\.json)),
    ]
    if let certificate = try? Certificate(file: bytes) {
        fields["id"] = .text(certificate.id.description)
        fields["verdict"] = .text(certificate.verdict.rawValue)
        fields["digest"] = .text(hex(certificate.dossier.digest))
        fields["project"] = .text(certificate.dossier.project.description)
        lines += [
            .heading(Words("验收证书 \(certificate.id)", "acceptance certificate \(certificate.id)")),
            .pair(Words("结论", "verdict"), language.text(certificate.verdict.words)),
            .pair(Words("签发", "issued"), certificate.issued.local),
            .pair(Words("卷宗摘要", "digest of the dossier"), hex(certificate.dossier.digest)),
        ]
        var seats = Table([Words("席位", "seat"), Words("意见", "opinion"), Words("方式", "strength")])
        for opinion in certificate.opinions {
            let unit = holder(of: opinion.statement.seat, in: certificate.dossier)
            seats.add(
                language.text(SeatWords.of(opinion.statement.seat, unit: unit)),
                language.text(opinion.statement.opinion.words),
                language.text(opinion.strength.words))
        }
        lines.append(.table(seats))
    }
    for finding in findings {
        let at = finding.seat.map { SeatWords.of($0) }
        let words = Words(
            (at.map { "\($0.zh)：" } ?? "") + finding.words.zh,
            (at.map { "\($0.en): " } ?? "") + finding.words.en)
        switch finding.weight {
        case .broken: lines.append(.bad(words))
        case .weaker: lines.append(.caution(words))
        case .note: lines.append(.text(words))
        }
    }
    guard holds else {
        lines.append(.bad(Words("证书不成立", "the certificate does not hold")))
        return Report(.object(fields), lines, status: .unverified)
    }
    guard issuer else {
        lines.append(
            .caution(
                Words(
                    "证书本身完整，但签发密钥未经核对：任何人都能做出这样一份。用 --trust 给出系统公示的公钥再核验",
                    "whole in itself, but its issuing key was not checked: anybody could have made it; give the published key with --trust"
                )))
        return Report(.object(fields), lines, status: acceptUnchecked ? .done : .unchecked)
    }
    lines.append(.good(Words("证书成立，由该系统签发", "the certificate holds, and the site issued it")))
    return Report(.object(fields), lines, status: .done)
}
