package import Values

/// Something a check of a certificate found.
package struct Finding: Hashable, Sendable {
    package enum Weight: String, Hashable, Sendable {
        /// The certificate proves nothing until this is explained.
        case broken
        /// It holds, but rests on the site's word here.
        case weaker
        /// Worth reading, harmless to the proof.
        case note
    }

    package let weight: Weight
    package let code: String
    package let words: Words
    /// The seat it is about.
    package let seat: String?

    package init(_ weight: Weight, _ code: String, _ words: Words, seat: String? = nil) {
        self.weight = weight
        self.code = code
        self.words = words
        self.seat = seat
    }

    package var json: JSON {
        [
            "weight": .text(weight.rawValue), "code": .text(code), "words": .text(words.zh),
            "words_en": .text(words.en), "seat": seat.map(JSON.text) ?? .null,
        ]
    }
}

extension Certificate {
    /// Checks the bytes of a certificate file; it holds where no finding is `broken`.
    ///
    /// Give the site's key, got another way than with the file, or a forger's whole certificate would pass.
    package static func verify(file: [UInt8], trusting site: PublicKey?) -> [Finding] {
        do {
            return try Certificate(file: file).verify(trusting: site)
        } catch {
            return [
                Finding(
                    .broken, "file_altered",
                    Words("文件不是本系统签发的原样：\(error.field)", "the file is not as it was issued: \(error.field)"))
            ]
        }
    }

    package func verify(trusting site: PublicKey?) -> [Finding] {
        sealFindings(trusting: site) + wholeFindings() + opinions.flatMap(findings(of:)) + verdictFindings()
    }

    private func sealFindings(trusting site: PublicKey?) -> [Finding] {
        guard let seal else {
            return [
                Finding(
                    site == nil ? .weaker : .broken, "seal_missing",
                    Words("证书没有系统签章", "the certificate bears no seal of the site"))
            ]
        }
        guard seal.verifies(body.canonical, for: .certificate) else {
            return [Finding(.broken, "seal_broken", Words("系统签章与内容不符", "the seal does not fit the content"))]
        }
        guard let site else {
            let print = seal.key.fingerprint
            return [
                Finding(
                    .weaker, "seal_key_unchecked",
                    Words(
                        "请将签章公钥与公示的指纹核对：\(print)", "compare the seal's key with the published one: \(print)"))
            ]
        }
        guard seal.key == site else {
            return [
                Finding(
                    .broken, "seal_key_other",
                    Words("签章不是该系统的密钥所签", "the seal is by another key than the site's"))
            ]
        }
        return []
    }

    private func wholeFindings() -> [Finding] {
        var findings = [Finding]()
        for seat in repeated(opinions.map(\.statement.seat)) {
            findings.append(
                Finding(.broken, "seat_twice", Words("同一席位有两份意见", "one seat has two opinions"), seat: seat))
        }
        for person in repeated(opinions.map(\.statement.person)) {
            findings.append(
                Finding(
                    .broken, "person_twice",
                    Words("同一人占两个席位：\(person)", "one person holds two seats: \(person)")))
        }
        for seat in repeated(dossier.seats.map(\.name)) {
            findings.append(
                Finding(
                    .broken, "seat_named_twice", Words("卷宗重复列出席位", "the dossier names a seat twice"),
                    seat: seat))
        }
        var holders = [PublicKey: ID]()
        for key in keys {
            if let other = holders[key.key], other != key.person {
                let print = key.key.fingerprint
                findings.append(
                    Finding(
                        .broken, "key_shared", Words("两人共用一把密钥：\(print)", "two persons share a key: \(print)")
                    ))
            }
            holders[key.key] = key.person
        }
        return findings
    }

    private func findings(of opinion: SignedOpinion) -> [Finding] {
        let statement = opinion.statement
        func broken(_ code: String, _ zh: String, _ en: String) -> Finding {
            Finding(.broken, code, Words(zh, en), seat: statement.seat)
        }
        var findings = [Finding]()
        if statement.digest != dossier.digest {
            findings.append(broken("digest_differs", "意见签的是另一份卷宗", "the opinion is over another dossier"))
        }
        if statement.project != dossier.project || statement.round != dossier.round
            || statement.district != dossier.district
        {
            findings.append(
                broken("other_round", "意见属于另一项目或另一轮次", "the opinion is of another project or round"))
        }
        guard let seat = dossier.seats.first(where: { $0.name == statement.seat }) else {
            return findings + [broken("seat_unknown", "卷宗没有这个席位", "the dossier has no such seat")]
        }
        guard let signature = opinion.signature else {
            return findings + [
                seat.needsKey
                    ? broken("key_needed", "该席位须用本人密钥签名", "this seat must sign with a key of its own")
                    : Finding(
                        .weaker, "attested", Words("未用密钥，仅凭系统证明", "attested: the site's word, no key"),
                        seat: seat.name)
            ]
        }
        guard signature.verifies(statement.canonical(), for: .signOff) else {
            return findings + [
                broken("signature_invalid", "签名与意见不符", "the signature does not fit the opinion")
            ]
        }
        let owned = keys.filter { $0.person == statement.person && $0.key == signature.key }
        guard !owned.isEmpty else {
            return findings + [broken("key_unknown", "签名密钥不属于该人", "the signing key is not this person's")]
        }
        // Both clocks count: the signer's own could be set back to when a revoked key was good.
        guard owned.contains(where: { $0.isValid(at: statement.at) && $0.isValid(at: opinion.received) })
        else {
            return findings + [broken("key_not_valid", "签名时密钥无效", "the key was not valid at the time")]
        }
        return findings
    }

    private func verdictFindings() -> [Finding] {
        var findings = [Finding]()
        var withItems = false
        for seat in dossier.seats {
            let given = opinions.first { $0.statement.seat == seat.name }?.statement.opinion
            withItems = withItems || given == .passWithItems
            guard verdict != .failed else { continue }
            switch given {
            case .none where seat.mandatory:
                findings.append(
                    Finding(
                        .broken, "seat_missing", Words("必备席位没有意见", "a mandatory seat gave no opinion"),
                        seat: seat.name))
            case .some(let opinion) where seat.mandatory && !opinion.passes:
                findings.append(
                    Finding(
                        .broken, "seat_not_passed", Words("必备席位未通过", "a mandatory seat did not pass it"),
                        seat: seat.name))
            case .some(.fail):
                findings.append(
                    Finding(
                        .note, "dissent", Words("该席位不同意，予以公示", "this seat disagrees; its opinion is public"),
                        seat: seat.name))
            default: break
            }
        }
        if verdict != .failed, (verdict == .passedWithItems) != withItems {
            findings.append(
                Finding(
                    .broken, "verdict_unfounded",
                    Words("结论与各席位意见不符", "the verdict does not follow from the opinions")))
        }
        if !dossier.seats.contains(where: \.mandatory) {
            findings.append(
                Finding(
                    .broken, "no_mandatory_seat", Words("卷宗没有必备席位", "the dossier names no mandatory seat")))
        }
        return findings
    }
}

/// The values that stand more than once, each once.
private func repeated<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen = Set<Value>()
    var again = [Value]()
    for value in values where !seen.insert(value).inserted && !again.contains(value) { again.append(value) }
    return again
}
