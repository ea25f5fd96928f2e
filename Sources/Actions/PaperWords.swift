package import Values

/// The refusals of papers and their files (材料与原件), which come with rows of every capability.
extension GroundRefusals {
    private static let recorders: [Role] = [
        .constructionUnit, .contractor, .epcContractor, .supervisor, .designer, .surveyor, .renovationOffice,
        .ownersBody, .community, .qualityStation,
    ]

    package static let papers: [RefusalWords] = [
        RefusalWords(
            "paper_serves_one_kind",
            Words("同一份文件已作为另一种材料登记。", "These bytes are recorded already as a paper of another kind."),
            remedy: Words(
                "上传这种材料自己的原件；依法合在一份文件里的，只限规则包所列的种类。",
                "Send the file of this very paper; only kinds that the packs name are one document by law."),
            liftedBy: recorders, key: "paper.shared_files"),
        RefusalWords(
            "paper_is_a_document",
            Words(
                "上传的内容不是一份文件：太短、只有同样的字，或与所填类型不符、打不开。",
                "These bytes are no document: too short, of one character repeated, or not of the type that they are said to be."
            ),
            remedy: Words(
                "上传原件或扫描件：PDF、OFD、Word（doc、docx）、Excel（xls、xlsx）、WPS、JPEG、PNG、TIFF、HEIC，或不少于 20 字的文本（UTF-8）；类型按文件本身填写。",
                "Send the paper or its scan: PDF, OFD, doc, docx, xls, xlsx, wps, JPEG, PNG, TIFF, HEIC, or text in UTF-8 of twenty characters or more, each under its own type."
            ),
            liftedBy: recorders, key: "paper.text_min_characters"),
        .form(
            "file_has_bytes", "文件是空的。", "The file is empty.", remedy: "选择有内容的原件重新上传。",
            "Choose the file itself, with what it holds."),
        RefusalWords(
            "paper_has_a_title", Words("材料名称不能为空白。", "A paper has a title that says something."),
            remedy: Words("按材料上的名称填写。", "Enter the title that the paper bears."), key: "paper.recorders",
            lifter: .whoeverAsks),
    ]
}
