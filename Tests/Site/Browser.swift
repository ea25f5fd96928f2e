import Foundation
import Harness
import Values
import Web

/// A real browser without a window, steered over a pipe by the DevTools protocol (浏览器): one page at a time.
final class Browser {
    /// Why the browser did not do what it was told.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private let process: pid_t
    private let folder: String
    private let toBrowser: Int32
    private let fromBrowser: Int32
    private var buffer: [UInt8] = []
    private var count: Int64 = 0
    private var session: String?
    private var events: [JSON] = []

    /// Starts it, with a screen of a phone: 390 points across.
    init() throws {
        folder = try RunningProgram.makeFolder("yanshou-browser")
        var down: [Int32] = [0, 0]
        var up: [Int32] = [0, 0]
        guard pipe(&down) == 0, pipe(&up) == 0 else { throw Fault(description: "no pipe") }
        (toBrowser, fromBrowser) = (down[1], up[0])
        process = try Browser.launch(
            reads: down[0], writes: up[1], closing: [down[1], up[0]], folder: folder)
        close(down[0])
        close(up[1])
        let target = try call("Target.createTarget", ["url": "about:blank"])["targetId"] ?? .null
        session = try call("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"]?.text
        for domain in ["Page", "Runtime", "Log", "Network", "DOM"] { _ = try call(domain + ".enable") }
        _ = try call(
            "Emulation.setDeviceMetricsOverride",
            ["width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true])
    }

    deinit {
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        close(toBrowser)
        close(fromBrowser)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Whether pages may run scripts; what a test evaluates runs either way.
    func allowScripts(_ allowed: Bool) throws {
        _ = try call("Emulation.setScriptExecutionDisabled", ["value": .bool(!allowed)])
    }

    /// Opens an address, signed in by a session's token where one is given; gives the console's complaints.
    func open(_ address: String, session token: String? = nil) throws -> [String] {
        _ = try call("Network.clearBrowserCookies")
        if let token {
            _ = try call(
                "Network.setCookie",
                ["name": "yanshou_session", "value": .text(token), "url": .text(address)])
        }
        events = []
        _ = try call("Page.navigate", ["url": .text(address)])
        try loaded()
        return complaints()
    }

    /// Clicks what a selector finds first, and waits for the page that it leads to.
    func follow(_ selector: String) throws -> [String] {
        let place = try evaluate(
            """
            (() => { const e = document.querySelector('\(selector)'); e.scrollIntoView({block: 'center'});
            const r = e.getBoundingClientRect();
            return [Math.round(r.left + r.width / 2), Math.round(r.top + r.height / 2)]; })()
            """)
        guard let point = place.list?.compactMap(\.int), point.count == 2 else {
            throw Fault(description: "nothing to click: \(selector)")
        }
        events = []
        for kind in ["mousePressed", "mouseReleased"] {
            _ = try call(
                "Input.dispatchMouseEvent",
                [
                    "type": .text(kind), "x": .int(point[0]), "y": .int(point[1]), "button": "left",
                    "clickCount": 1,
                ])
        }
        try loaded()
        return complaints()
    }

    /// Presses a key where the focus is.
    func press(_ key: String, code: Int64) throws {
        for kind in ["keyDown", "keyUp"] {
            _ = try call(
                "Input.dispatchKeyEvent",
                [
                    "type": .text(kind), "key": .text(key == "\r" ? "Enter" : key), "text": .text(key),
                    "windowsVirtualKeyCode": .int(code),
                ])
        }
    }

    /// Presses a key that leads to another page, and waits for it.
    func pressToGo(_ key: String, code: Int64) throws -> [String] {
        events = []
        try press(key, code: code)
        try loaded()
        return complaints()
    }

    /// Puts files into a file field.
    func choose(_ files: [String], in selector: String) throws {
        let root = try call("DOM.getDocument")["root"]?["nodeId"] ?? .null
        let node =
            try call("DOM.querySelector", ["nodeId": root, "selector": .text(selector)])["nodeId"] ?? .null
        _ = try call("DOM.setFileInputFiles", ["nodeId": node, "files": .list(files.map(JSON.text))])
    }

    /// What an expression comes to on the page.
    func evaluate(_ expression: String) throws -> JSON {
        let answer = try call("Runtime.evaluate", ["expression": .text(expression), "returnByValue": true])
        if let failed = answer["exceptionDetails"] { throw Fault(description: "\(failed)") }
        return answer["result"]?["value"] ?? .null
    }

    private func loaded() throws {
        while !events.contains(where: { $0["method"] == "Page.loadEventFired" }) { events.append(try next()) }
    }

    /// What the console shows as wrong, and what a page's script threw.
    private func complaints() -> [String] {
        events.compactMap { event in
            switch event["method"]?.text {
            case "Log.entryAdded":
                let entry = event["params"]?["entry"]
                return entry?["level"] == "error" ? entry?["text"]?.text : nil
            case "Runtime.exceptionThrown", "Runtime.consoleAPICalled": return "\(event["params"] ?? .null)"
            default: return nil
            }
        }
    }

    // MARK: The protocol

    private func call(_ method: String, _ parameters: JSON = [:]) throws -> JSON {
        count += 1
        var message: [String: JSON] = ["id": .int(count), "method": .text(method), "params": parameters]
        if let session { message["sessionId"] = .text(session) }
        let bytes = JSON.object(message).canonical + [0]
        var sent = 0
        while sent < bytes.count {
            let written = bytes[sent...].withUnsafeBytes { write(toBrowser, $0.baseAddress, $0.count) }
            guard written > 0 else { throw Fault(description: "the browser is gone") }
            sent += written
        }
        while true {
            let answer = try next()
            guard answer["id"] == .int(count) else {
                events.append(answer)
                continue
            }
            if let failed = answer["error"] { throw Fault(description: "\(method): \(failed)") }
            return answer["result"] ?? .null
        }
    }

    /// The next message; each ends with a zero byte.
    private func next(within seconds: Int32 = 20) throws -> JSON {
        while true {
            if let end = buffer.firstIndex(of: 0) {
                // Fractions are read as null: nothing here is told by them.
                let (message, _) = try JSONReader.read(Array(buffer[..<end]), depth: 64)
                buffer.removeSubrange(...end)
                return message
            }
            var waiting = pollfd(fd: fromBrowser, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, seconds * 1000) > 0 else { throw Fault(description: "no answer") }
            var piece = [UInt8](repeating: 0, count: 65_536)
            let got = read(fromBrowser, &piece, piece.count)
            guard got > 0 else {
                let log = FileManager.default.contents(atPath: folder + "/log") ?? Data()
                throw Fault(
                    description: "the browser ended: \(String(decoding: log.suffix(1500), as: UTF8.self))")
            }
            buffer += piece[..<got]
        }
    }

    private static func launch(
        reads: Int32, writes: Int32, closing: [Int32], folder: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, folder + "/log", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // The protocol's own two: 3 to read from, 4 to write to. High ones first, so that neither is written over.
        posix_spawn_file_actions_adddup2(&actions, reads, 203)
        posix_spawn_file_actions_adddup2(&actions, writes, 204)
        posix_spawn_file_actions_adddup2(&actions, 203, 3)
        posix_spawn_file_actions_adddup2(&actions, 204, 4)
        for open in [203, 204] + (closing + [reads, writes]).filter({ $0 > 4 }) {
            posix_spawn_file_actions_addclose(&actions, open)
        }
        var command = [
            "/usr/bin/chromium", "--headless=new", "--disable-gpu", "--no-first-run", "--disable-extensions",
            "--disable-background-networking", "--disable-dev-shm-usage", "--user-data-dir=\(folder)/profile",
            "--remote-debugging-pipe", "--lang=zh-CN",
        ]
        // It will not begin its sandbox as root.
        if getuid() == 0 { command.append("--no-sandbox") }
        var arguments: [UnsafeMutablePointer<CChar>?] = (command + ["about:blank"]).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] =
            (ProcessInfo.processInfo.environment.merging(["HOME": folder]) { $1 })
            .map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, command[0], &actions, nil, &arguments, &variables)
        guard failure == 0 else {
            throw Fault(
                description: "\(command[0]): \(String(cString: strerror(failure))); deploy/lib/install")
        }
        return child
    }
}
