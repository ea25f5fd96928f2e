import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Projects

@Suite("Front: a posting rests on files that the project holds")
struct PostingTests {
    private static let three = RawFront.publicity
    private static let stored = "posting_rests_on_stored_papers"

    @Test("in raw SQL as over the routes, a digest without a stored paper of the project is nobody's notice")
    func raw() async throws {
        try await RawFront.with("330302") { front in
            try await front.put(at: "S05")
            func refusal(_ statements: [SQL]) async throws -> String? {
                try await front.database.refusal(as: "owners", statements)
            }
            let files = PostingTests.three.map(RawFront.posted)
            #expect(
                try await refusal(front.hangs("none", on: "2026-03-01", PostingTests.three))
                    == PostingTests.stored)
            try await front.database.act(as: "owners", front.posted(files, "attachments"))
            #expect(
                try await refusal(front.hangs("photo", on: "2026-03-01", PostingTests.three))
                    == PostingTests.stored)
            try await front.database.act(as: "owners", front.posted([RawFront.photo], "photo"))
            // Without digests, as postings were recorded once.
            #expect(
                try await refusal(
                    front.change("old") { op in
                        """
                        insert into app.posting (district, posting_id, project_id, place, photo_sha256, attachments,
                            posted_on, op_id)
                        values (1, \(op), \(front.project), '公示栏', sha256(\(RawFront.photo)), '{room_summary}',
                            '2026-03-01', \(op))
                        """
                    }) == PostingTests.stored)
            #expect(
                try await refusal(
                    front.hangs(
                        "same", on: "2026-03-01", PostingTests.three, files: [files[0], files[0], files[1]]))
                    == "posting_papers_are_different_files")
            #expect(
                try await refusal(
                    front.hangs(
                        "text", on: "2026-03-01", ["room_summary"], files: [files[0]], photo: files[1]))
                    == "posting_photo_is_a_picture")
            try await front.database.act(
                as: "owners", front.hangs("good", on: "2026-02-14", PostingTests.three))
            #expect(try await front.step(to: "S06") == nil)
        }
    }

    @Test("a paper that is just being recorded and the posting of it queue at their project")
    func race() async throws {
        try await RawFront.with("330302") { front in
            try await front.put(at: "S05")
            let (first, second) = try await front.database.race(
                ("owners", front.posted([RawFront.posted("room_summary"), RawFront.photo])),
                ("street", front.hangs("good", on: "2026-03-01", ["room_summary"])))
            #expect(first == nil && second == nil)
        }
    }

    @Test("over the routes the refusal names each file that lacks, and the clause")
    func routes() async throws {
        try await RawFront.with("330302") { front in
            let journey = FrontJourney(site: try FrontScene.site(front.database))
            try await front.put(at: "S05")
            let unknown = JSON.text(String(repeating: "ab", count: 32))
            let digests = await journey.posted("some", [RawFront.posted("room_summary"), RawFront.photo])
            let refused = await journey.hangs(
                "one", on: "2026-03-01",
                [("room_summary", digests[0]), ("design_scheme", unknown)], photo: digests[1])
            #expect(refused.refusalCodes == [PostingTests.stored], "\(refused.text)")
            let refusal = refused.json?["refusals"]?.list?.first
            #expect(refusal?["source"]?["rule"] == "LC-05-3")
            #expect(refusal?["missing"]?.list?.count == 1, "\(refused.text)")
            #expect(refused.text.contains("没有登记的：改造设计方案（1 项）"), "\(refused.text)")
            let bare = await journey.hangs(
                "one", on: "2026-03-01", [("room_summary", unknown)], photo: unknown)
            #expect(
                bare.refusalCodes == [PostingTests.stored, "posting_papers_are_different_files"],
                "\(bare.text)")
            let swapped = await journey.hangs(
                "one", on: "2026-03-01", [("room_summary", digests[1])], photo: digests[0])
            #expect(swapped.refusalCodes == ["posting_photo_is_a_picture"], "\(swapped.text)")
            let put = await journey.hangs(
                "one", on: "2026-03-01", [("room_summary", digests[0])], photo: digests[1])
            #expect(put.status == 201, "\(put.text)")
        }
    }
}
