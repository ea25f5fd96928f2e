import Values

extension Certificate {
    /// The certificate as plain files that stock tools check, with the command lines to do so.
    package func exportFiles() -> [(name: String, bytes: [UInt8])] {
        var files: [(name: String, bytes: [UInt8])] = [
            ("certificate.json", file()), ("manifest.json", dossier.canonical()),
            ("allowed_signers", Array(allowedSigners.utf8)),
        ]
        for (index, opinion) in opinions.enumerated() {
            let name = statementName(index)
            files.append((name, opinion.statement.canonical()))
            if let signature = opinion.signature {
                files.append((name + ".sig", Array(signature.armored.utf8)))
            }
        }
        if let seal {
            files.append(("certificate-body.json", body.canonical))
            files.append(("certificate-body.json.sig", Array(seal.armored.utf8)))
        }
        files.append(("README.txt", Array(guide.utf8)))
        return files
    }

    /// A seat's name as part of a file's name, numbered so that no two files meet.
    private func statementName(_ index: Int) -> String {
        let seat = opinions[index].statement.seat.filter {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-")
        }
        return "statement-\(index + 1)-\(seat).txt"
    }

    private var allowedSigners: String {
        var lines = keys.map(\.line)
        if let seal {
            lines.append("site namespaces=\"\(SSHSignature.Purpose.certificate.rawValue)\" \(seal.key)")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private var guide: String {
        var text = """
            验收证书 / Acceptance certificate \(id)
            结论 / verdict: \(verdict.rawValue)    签发 / issued: \(issued.local)
            卷宗摘要 / digest of the dossier: \(hex(dossier.digest))

            一、卷宗 / The dossier
            下面的命令须输出上述摘要；每份意见的 "digest" 也须是它。
            This must print the digest above, and every statement must name it as "digest".

                sha256sum manifest.json

            二、签名 / The signatures
            每条命令须输出 Good "\(SSHSignature.Purpose.signOff.rawValue)" signature。
            Each command must print: Good "\(SSHSignature.Purpose.signOff.rawValue)" signature.


            """
        for (index, opinion) in opinions.enumerated() {
            let name = statementName(index)
            text += "\(opinion.statement.seat): \(opinion.statement.opinion.rawValue)\n"
            if opinion.signature != nil {
                text += "    " + command(index) + "\n\n"
            } else {
                text += "    \(name) 无密钥签名，仅凭系统证明 / attested by the site, no key to check\n\n"
            }
        }
        if let seal {
            text += """
                三、系统签章 / The site's seal
                先将此指纹与公示栏或公开网页上的核对：\(seal.key.fingerprint)
                First compare this fingerprint with the one on the notice board or the public page.

                    \(Certificate.sealCommand)

                """
        }
        return text
    }

    /// The command line that checks one seat's statement.
    private func command(_ index: Int) -> String {
        let opinion = opinions[index]
        let name = statementName(index)
        return "ssh-keygen -Y verify -f allowed_signers -I \(opinion.statement.person) "
            + "-n \(SSHSignature.Purpose.signOff.rawValue) "
            + "-Overify-time=\(AllowedSigner.stamp(opinion.received)) -s \(name).sig < \(name)"
    }

    private static var sealCommand: String {
        "ssh-keygen -Y verify -f allowed_signers -I site -n \(SSHSignature.Purpose.certificate.rawValue) "
            + "-s certificate-body.json.sig < certificate-body.json"
    }
}
