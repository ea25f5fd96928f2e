import Harness
import Ledger
import PQ
import Testing
import Values
import Web

/// What hangs at a posting, with the files that it rests on.
extension RawFront {
    /// Bytes that begin as a picture of a camera does.
    static let photo: [UInt8] =
        [0xff, 0xd8, 0xff, 0xe0] + Array("公示栏前的照片".utf8) + Array(repeating: 7, count: 200)

    static func posted(_ kind: String) -> [UInt8] { Array(Scene.text(of: "张贴的" + kind).utf8) }

    /// Papers of these files, of a kind that everybody who posts may record.
    func posted(_ files: [[UInt8]], _ name: String = "posted") -> [SQL] {
        change("papers:" + name) { op in
            """
            with file as (
                insert into app.file (district, sha256, media_type, content)
                select 1, sha256(content), app.kind_of_bytes(content), content from unnest(\(files)) own (content)
                on conflict do nothing
            )
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                sha256, op_id)
            select 1, gen_random_uuid(), \(project), 'project', \(project), 'other', '张贴的材料', '2026-02-20',
                sha256(content), \(op) from unnest(\(files)) own (content)
            """
        }
    }

    /// A posting of these files, whether the project holds them or not.
    func hangs(
        _ name: String, on day: String, _ attachments: [String], files: [[UInt8]]? = nil,
        photo: [UInt8] = RawFront.photo
    ) -> [SQL] {
        change("posting:" + name) { op in
            """
            insert into app.posting (district, posting_id, project_id, place, photo_sha256, attachments,
                attachment_sha256, posted_on, op_id)
            values (1, \(Seed.id("posting:" + name)), \(project), '公示栏', sha256(\(photo)), \(attachments),
                array(select sha256(content) from unnest(\(files ?? attachments.map(RawFront.posted))) own (content)),
                \(day)::text::date, \(op))
            """
        }
    }

    /// A posting with all that it rests on.
    func posting(_ name: String, on day: String, _ attachments: [String]) -> [SQL] {
        posted(attachments.map(RawFront.posted) + [RawFront.photo], name) + hangs(name, on: day, attachments)
    }
}

extension FrontJourney {
    /// Records files as papers of the project, and gives their digests.
    func posted(_ name: String, _ files: [[UInt8]]) async -> [JSON] {
        for (ordinal, file) in files.enumerated() {
            await done(
                "/papers", as: "owners",
                [
                    "id": .text(Seed.id("journey-posted:\(name):\(ordinal)").description), "kind": "other",
                    "title": "张贴的材料", "dated": "2026-02-20", "content": .text(Base64.text(file)),
                ])
        }
        return files.map { .text(hex(Digest.sha256($0))) }
    }

    func hangs(_ name: String, on day: String, _ attachments: [(String, JSON)], photo: JSON) async -> Response
    {
        await post(
            "/postings", as: "owners",
            [
                "id": .text(Seed.id("journey-posting:" + name).description), "place": "小区大门公示栏",
                "photo": photo, "posted_on": .text(day),
                "attachments": .list(attachments.map { ["kind": .text($0), "sha256": $1] }),
            ])
    }

    func posting(_ name: String, on day: String, _ attachments: [String]) async -> Response {
        let digests = await posted(name, attachments.map(RawFront.posted) + [RawFront.photo])
        return await hangs(
            name, on: day, Array(zip(attachments, digests)), photo: digests.last ?? .null)
    }
}
