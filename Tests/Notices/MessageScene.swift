import Foundation
import Harness
import Jobs
import PQ
import Synchronization
import Testing

@testable import Notices

/// By what the messages of a scene are sent, until another is set up.
final class Channels: Sendable {
    private let held = Mutex<[ChannelKind: any Notices.Channel]>([:])

    func take(_ channels: [ChannelKind: any Notices.Channel]) { held.withLock { $0 = channels } }
    var all: [ChannelKind: any Notices.Channel] { held.withLock { $0 } }
}

/// A scene whose people can be told by mail, or by files.
struct MessageScene: Sendable {
    let scene: Scene
    let channels = Channels()
    var database: TestDatabase { scene.database }
    var site: TestSite { scene.site }

    private var sender: MessageSender {
        MessageSender(pool: scene.jobs, channels: channels.all, links: "https://ys.example.cn")
    }

    func setUp(_ set: [ChannelKind: any Notices.Channel]) async throws {
        channels.take(set)
        try await sender.setUp()
    }

    /// Sends what is due, once; gives how many jobs were taken.
    @discardableResult
    func send() async throws -> Int {
        await Runner(pool: scene.jobs, handlers: [], outside: [sender], worker: "test").work()
    }

    func makeDue() async throws { try await scene.makeDue() }
}

extension Scene {
    static func withMessages(
        _ channels: [ChannelKind: any Notices.Channel], _ body: @Sendable (MessageScene) async throws -> Void
    ) async throws {
        try await Scene.with { scene in
            let own = MessageScene(scene: scene)
            try await own.setUp(channels)
            try await body(own)
        }
    }

    static func withMail(_ sink: MailSink, _ body: @Sendable (MessageScene) async throws -> Void) async throws
    {
        try await withMessages([.mail: MailChannel(try MailTests.settings(port: sink.port))], body)
    }

    /// Mail by a server that is not there: for what is written and never sent.
    static func withMailSetUp(_ body: @Sendable (MessageScene) async throws -> Void) async throws {
        try await withMessages([.mail: MailChannel(try MailTests.settings(port: 1))], body)
    }

    /// SMS and WeChat by files in a folder.
    static func withFiles(_ body: @Sendable (MessageScene, String) async throws -> Void) async throws {
        let folder = try RunningProgram.makeFolder("yanshou-sink")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await withMessages([.sms: FileSink(.sms, in: folder), .wechat: FileSink(.wechat, in: folder)]) {
            try await body($0, folder)
        }
    }
}
