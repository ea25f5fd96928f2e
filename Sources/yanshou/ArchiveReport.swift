import Archives
import Ledger
import Terminal
import Values

/// What the check of an archive package finds: the manifest, each file's digest, the certificate inside.
///
/// A package proves only itself; `manifest` is the digest that the archive's receipt names.
func packageReport(
    _ bytes: [UInt8], trusting key: PublicKey?, manifest named: String?, acceptUnchecked: Bool
) -> Report {
    guard let files = try? ZipPackage.unpack(bytes) else {
        return Report(
            ["holds": false, "findings": .list([])],
            [.bad(Words("归档包打不开或校验和不符", "the package does not open, or a checksum does not fit"))],
            status: .unverified)
    }
    let (manifest, found) = ArchiveManifest.check(files)
    var findings = found
    for file in files where file.name.hasPrefix("certificates/") {
        findings += Certificate.verify(file: file.bytes, trusting: key)
    }
    if let named, let manifest, named.lowercased() != hex(manifest.digest) {
        findings.append(
            Finding(
                .broken, "manifest_other", Words("清单摘要与所给的不同", "the manifest is another than the one named")))
    }
    let holds = !findings.contains { $0.weight == .broken }
    let isCompared = holds && named != nil
    var fields: [String: JSON] = [
        "holds": .bool(holds), "manifest_checked": .bool(isCompared), "findings": .list(findings.map(\.json)),
        "files": .int(Int64(files.count)),
    ]
    var lines = [Report.Line]()
    if let manifest {
        fields["manifest_sha256"] = .text(hex(manifest.digest))
        fields["project"] = .text(manifest.project.description)
        lines += [
            .heading(Words("归档包 \(manifest.title)", "archive package \(manifest.title)")),
            .pair(Words("制作", "made"), manifest.madeOn.description),
            .pair(Words("文件", "files"), "\(manifest.items.count)"),
            .pair(Words("清单摘要", "digest of the manifest"), hex(manifest.digest)),
        ]
    }
    for finding in findings {
        switch finding.weight {
        case .broken: lines.append(.bad(finding.words))
        case .weaker: lines.append(.caution(finding.words))
        case .note: lines.append(.text(finding.words))
        }
    }
    guard holds else {
        lines.append(.bad(Words("归档包不成立", "the package does not hold")))
        return Report(.object(fields), lines, status: .unverified)
    }
    guard isCompared else {
        lines.append(
            .caution(
                Words(
                    "归档包本身完整，但清单未与回执核对：用 --manifest 给出回执上的清单摘要再核验",
                    "whole in itself, but its manifest was not compared: give the receipt's digest with --manifest"
                )))
        return Report(.object(fields), lines, status: acceptUnchecked ? .done : .unchecked)
    }
    lines.append(.good(Words("归档包成立", "the package holds")))
    return Report(.object(fields), lines)
}
