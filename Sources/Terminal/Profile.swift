package import Ledger
package import Values

/// Who is signed in, and where.
package struct Profile: Sendable, Hashable {
    package var site: String
    package var token: String
    package var person: ID
    package var name: String
    /// The site's own key, against which certificates are checked; nil until it was once shown and accepted.
    package var siteKey: String?

    package init(site: String, token: String, person: ID, name: String, siteKey: String? = nil) {
        self.site = site
        self.token = token
        self.person = person
        self.name = name
        self.siteKey = siteKey
    }

    /// The profile, or nil where nobody is signed in.
    ///
    /// One that others may read is refused, as ssh does with keys.
    package static func load(from folders: Folders) throws -> Profile? {
        let path = folders.profile
        guard let bytes = try DurableFile.read(path) else { return nil }
        guard let mode = DurableFile.mode(of: path), mode & 0o077 == 0 else {
            throw StoreFault(path, "others may read it: chmod 600")
        }
        guard let json = try? JSON(strict: bytes), let site = json["site"]?.text,
            let token = json["token"]?.text,
            let person = json["person"]?.text.flatMap({ ID($0) }), let name = json["name"]?.text
        else { throw StoreFault(path, "not a profile") }
        return Profile(site: site, token: token, person: person, name: name, siteKey: json["site_key"]?.text)
    }

    package func save(to folders: Folders) throws(StoreFault) {
        try DurableFile.makeFolder(folders.config)
        let json: JSON = [
            "site": .text(site), "token": .text(token), "person": .text(person.description),
            "name": .text(name),
            "site_key": siteKey.map(JSON.text) ?? .null,
        ]
        try DurableFile.write(json.canonical + [10], to: folders.profile)
    }

    /// Forgets who is signed in.
    package static func forget(in folders: Folders) throws(StoreFault) {
        try DurableFile.remove(folders.profile)
    }
}

/// A person's signing keys on this machine, one OpenSSH file each, which ssh-keygen can use as well.
package struct KeyRing: Sendable {
    private let folder: String

    package init(_ folders: Folders) { folder = folders.keys }

    /// Makes a key; one of that name must not be there yet.
    package func make(_ name: String, comment: String) throws -> SigningKey {
        let path = try path(of: name)
        try DurableFile.makeFolder(folder)
        guard try DurableFile.read(path) == nil else {
            throw InputMistake("key_exists", "已有名为 \(name) 的密钥", "there is a key named \(name) already")
        }
        let key = SigningKey.make()
        let plain = Table.plain(comment)
        try DurableFile.create(Array(key.file(comment: plain).utf8), at: path)
        try DurableFile.write(Array("\(key.publicKey) \(plain)\n".utf8), to: path + ".pub", mode: 0o644)
        return key
    }

    package func key(_ name: String) throws -> SigningKey {
        let path = try path(of: name)
        guard let bytes = try DurableFile.read(path) else {
            throw InputMistake(
                "no_such_key", "没有名为 \(name) 的密钥；先用 yanshou key new", "no key named \(name): yanshou key new")
        }
        do {
            return try SigningKey(file: String(decoding: bytes, as: UTF8.self))
        } catch .locked {
            throw InputMistake(
                "key_locked", "密钥有口令，本程序尚不能解开：\(path)",
                "the key has a passphrase, which this program cannot open yet: \(path)")
        } catch {
            throw StoreFault(path, "not an Ed25519 key file")
        }
    }

    package func names() throws(StoreFault) -> [String] {
        try DurableFile.names(in: folder).filter { $0.hasSuffix(".pub") }.map { String($0.dropLast(4)) }
    }

    private func path(of name: String) throws(InputMistake) -> String {
        let isPlain = name.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 95
        }
        guard isPlain, (1...40).contains(name.utf8.count) else {
            throw InputMistake(
                "key_name", "密钥名只用小写字母、数字、- 和 _", "a key's name is of lower-case letters, digits, - and _")
        }
        return folder + "/" + name
    }
}

/// Dossiers taken along, so that an opinion can be signed where there is no network.
package struct DossierShelf: Sendable {
    private let folder: String

    package init(_ folders: Folders) { folder = folders.dossiers }

    /// Keeps the manifest's bytes, which must be canonical, and gives the dossier.
    package func keep(_ manifest: [UInt8]) throws -> Dossier {
        let dossier = try read(manifest, "manifest")
        try DurableFile.makeFolder(folder)
        try DurableFile.write(manifest, to: path(dossier.project, dossier.round))
        return dossier
    }

    package func dossier(project: ID, round: Int64) throws -> Dossier {
        guard let bytes = try DurableFile.read(path(project, round)) else {
            throw InputMistake(
                "dossier_not_here", "本机没有这一轮的卷宗；先用 yanshou dossier get",
                "the dossier of this round is not on this machine: yanshou dossier get")
        }
        return try read(bytes, path(project, round))
    }

    /// Keeps the manifest under the round's own identity too, by which the site names it, with when it was frozen.
    package func keep(_ manifest: [UInt8], of round: ID, times: DossierTimes? = nil) throws -> Dossier {
        let dossier = try keep(manifest)
        let place: JSON = [
            "project": .text(dossier.project.description), "round": .int(dossier.round),
            "frozen_at": times?.frozenAt.map { .text($0.universal) } ?? .null,
            "site_ahead": times.map { .int($0.siteAhead) } ?? .null,
        ]
        try DurableFile.write(place.canonical, to: pointer(round))
        return dossier
    }

    /// What the site said of time when it gave the dossier of a round; nil where it said nothing.
    package func times(of round: ID) throws -> DossierTimes? {
        let place = try DurableFile.read(pointer(round)).flatMap { try? JSON(strict: $0) }
        guard let ahead = place?["site_ahead"]?.int else { return nil }
        return DossierTimes(
            frozenAt: place?["frozen_at"]?.text.flatMap { Instant(iso: $0) }, siteAhead: ahead)
    }

    package func dossier(of round: ID) throws -> Dossier {
        let place = try DurableFile.read(pointer(round)).flatMap { try? JSON(strict: $0) }
        // A round that was never fetched is told so by its number, which no round has.
        return try dossier(
            project: place?["project"]?.text.flatMap { ID($0) } ?? round, round: place?["round"]?.int ?? 0)
    }

    /// The rounds whose dossiers are here.
    package func rounds() throws(StoreFault) -> [ID] {
        try DurableFile.names(in: folder).compactMap { name in
            name.hasSuffix(".round") ? ID(name.dropLast(6)) : nil
        }
    }

    private func pointer(_ round: ID) -> String { "\(folder)/\(round).round" }

    private func path(_ project: ID, _ round: Int64) -> String { "\(folder)/\(project)-\(round).json" }

    private func read(_ bytes: [UInt8], _ path: String) throws -> Dossier {
        guard let json = try? JSON(strict: bytes), let dossier = try? Dossier(json: json),
            dossier.canonical() == bytes
        else {
            throw Unverified(
                "dossier_altered",
                Words("卷宗不是系统发出的原样：\(path)", "the dossier is not as the site gave it: \(path)"))
        }
        return dossier
    }
}

/// When a dossier was frozen, and by how much the site's clock is ahead of this machine's, in microseconds.
package struct DossierTimes: Hashable, Sendable {
    package let frozenAt: Instant?
    package let siteAhead: Int64

    package init(frozenAt: Instant?, siteAhead: Int64) {
        self.frozenAt = frozenAt
        self.siteAhead = siteAhead
    }

    /// Whether a moment of signing lies after the freezing and not ahead of the site's clock; five minutes are left.
    ///
    /// - Source: catalogue LC-09-1; the five minutes are a house rule, HOUSE-ACC-1
    package func allows(_ moment: Instant, now: Instant) -> Bool {
        let second: Int64 = 1_000_000
        let from = frozenAt.map { $0.microseconds / second * second } ?? .min
        return moment.microseconds >= from && moment <= site(now).adding(seconds: 300)
    }

    /// The site's clock, by this machine's.
    package func site(_ now: Instant) -> Instant { Instant(microseconds: now.microseconds + siteAhead) }
}

/// Something signed or hashed does not hold.
package struct Unverified: Telling {
    package let code: String
    package let words: Words

    package init(_ code: String, _ words: Words) {
        self.code = code
        self.words = words
    }

    package var report: Report { Report(failure: .unverified, code: code, words) }
}
