package import Policy
package import Values

/// The rules of handing a project's archive over (归档).
package enum ArchiveRules {
    /// Whether a package may be made: of an accepted project.
    ///
    /// - Source: 建设工程质量管理条例 第十七条, ARC-1
    package static func packing(
        accepted: BusinessDay?, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let source = try policy.bool("archive.required").citation
        return Decision(
            reasons: accepted == nil ? [ArchiveRefusals.followsTheCertificate.refusal(source)] : [],
            under: [source])
    }

    /// Whether a receipt stands: of this package, after it was made, once.
    ///
    /// - Source: 建设工程质量管理条例 第十七条, ARC-1, QLT-13
    package static func receiving(
        digest: String, on day: BusinessDay, package: ArchivePackageFacts, today: BusinessDay,
        under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let source = try policy.bool("archive.required").citation
        var reasons = [Refusal]()
        if package.isReceived { reasons.append(ArchiveRefusals.receiptIsOne.refusal(source)) }
        if digest.lowercased() != package.sha256 {
            reasons.append(
                ArchiveRefusals.receiptNamesItsPackage.refusal(
                    source,
                    missing: [Words("归档包摘要 \(package.sha256)", "the package's digest is \(package.sha256)")]))
        }
        if day < package.madeOn || day > today {
            reasons.append(ArchiveRefusals.receiptFollowsItsPackage.refusal(source))
        }
        return Decision(reasons: reasons, under: [source])
    }
}

/// A package as its receipt looks at it (归档包事实).
package struct ArchivePackageFacts: Decodable, Hashable, Sendable {
    package let project: ID
    package let place: String
    package let edition: String
    package let sha256: String
    package let madeOn: BusinessDay
    package let isReceived: Bool
    /// The running deadline of handing the archive over.
    package let clocks: [RunningClock]

    package init(
        project: ID, place: String, edition: String, sha256: String, madeOn: BusinessDay, isReceived: Bool,
        clocks: [RunningClock] = []
    ) {
        self.project = project
        self.place = place
        self.edition = edition
        self.sha256 = sha256
        self.madeOn = madeOn
        self.isReceived = isReceived
        self.clocks = clocks
    }

    enum CodingKeys: String, CodingKey {
        case project, place, edition, sha256, clocks
        case madeOn = "made_on"
        case isReceived = "is_received"
    }
}

/// The words of refusals about the archive (归档拒绝用语).
package enum ArchiveRefusals {
    package static let followsTheCertificate = RefusalWords(
        "archive_package_follows_the_certificate",
        Words("项目没有通过联合竣工验收，不能制作归档包。", "The project is not accepted: nothing goes to the archive yet."),
        remedy: Words("先完成联合竣工验收。", "Complete joint acceptance first."), liftedBy: [.constructionUnit],
        key: "archive.required")
    package static let receiptNamesItsPackage = RefusalWords(
        "archive_receipt_names_its_package",
        Words("回执上的摘要不是这个归档包的。", "The archive took something else than this package."),
        remedy: Words("核对档案馆收到的文件，或重新移交。", "Check what the archive took, or hand it over again."),
        liftedBy: [.constructionUnit], key: "archive.required")
    package static let receiptFollowsItsPackage = RefusalWords(
        "archive_receipt_follows_its_package",
        Words("回执日期早于归档包，或晚于今天。", "The receipt is dated before its package, or ahead."),
        remedy: Words("核对日期。", "Check the day."), liftedBy: [.constructionUnit], key: "archive.required")
    package static let receiptIsOne = RefusalWords(
        "archive_receipt_is_one_of_its_package",
        Words("这个归档包已有回执。", "The package has its receipt already."),
        remedy: Words("核对已登记的回执。", "Look at what is recorded."), liftedBy: [.constructionUnit],
        key: "archive.required")
    package static let isOfAFairSize = RefusalWords(
        "archive_package_is_of_a_fair_size",
        Words("归档包超过 64 MiB。", "The package is larger than 64 MiB."),
        remedy: Words("较大的材料另行移交，只登记摘要。", "Hand large papers over by themselves, with their digests here."),
        liftedBy: [.constructionUnit], key: "archive.required")

    package static let volumeHasFilesOrSaysWhy = RefusalWords(
        "archive_volume_has_files_or_says_why",
        Words("归档材料缺少部分。", "Parts of the archive have no file."),
        remedy: Words(
            "登记所缺部分的材料；确实没有形成的，逐部写明原因。", "Record papers of that part, or say why none arose."),
        liftedBy: [.constructionUnit], key: "archive.parts")

    package static let all: [RefusalWords] = [
        followsTheCertificate, receiptNamesItsPackage, receiptFollowsItsPackage, receiptIsOne, isOfAFairSize,
        volumeHasFilesOrSaysWhy,
        .inward("archive_package_has_every_part", "归档包缺分卷。", "A part of the archive is left out."),
        .inward("archive_volume_counts_its_items", "分卷件数不符。", "A part has another number of files."),
        .inward("archive_volume_counts_from_nothing", "分卷件数不能为负。", "A number of files is not negative."),
        .inward("archive_volume_comes_with_its_package", "分卷随归档包编成。", "A package is sorted as it is made."),
        .inward("archive_item_number_is_positive", "卷内序号从 1 起。", "Numbers begin with 1."),
        .inward("archive_item_names_a_paper_once", "一件材料只编入一次。", "A paper is in a package once."),
        .form(
            "archive_package_lists_every_paper", "归档包没有列全项目的材料。",
            "A paper of the project is not in its part of the package.",
            remedy: "刚刚有新材料登记：重新制作归档包。", "A paper came a moment ago: make the package anew.",
            by: [.constructionUnit]),
        .inward("archive_package_is_made_today", "归档包按当天制作。", "A package bears the day it is made."),
        .inward("archive_package_is_its_digest", "归档包摘要不符。", "The digest is not the package's."),
        .inward("archive_manifest_digest_has_32_bytes", "清单摘要不符。", "A digest has 32 bytes."),
        .form(
            "archive_package_holds_files", "归档包没有文件。", "A package holds files.",
            remedy: "先登记项目的材料和证书，再制作归档包。", "Record the project's papers first, then make the package.",
            by: [.constructionUnit]),
        .inward("archive_package_number_is_positive", "序号从 1 起。", "Numbers begin with 1."),
        .form(
            "archive_package_number_is_one", "归档包序号重复。", "The number is taken.",
            remedy: "另一个归档包刚刚制作：刷新后下载它，或重新制作。",
            "Another package was made a moment ago: read the list again, or make a new one.",
            by: [.constructionUnit]),
        .form(
            "archive_receipt_names_the_archive", "须写明接收档案馆。", "A receipt names the archive.",
            remedy: "填写出具回执的档案馆。", "Name the archive that gave the receipt.", by: [.constructionUnit]),
        .form(
            "archive_receipt_has_a_number", "须写明回执号。", "A receipt has its number.", remedy: "填写档案馆回执的编号。",
            "Give the number of the archive's receipt.", by: [.constructionUnit]),
    ]
}
