import CLibCurl
import Foundation
import Glibc
import Ledger

/// One exchange with a server of others (对外请求), by libcurl: in a time, of a size, to where it is allowed, no further.
package struct Outbound: Sendable {
    package let reach: Reach
    /// Seconds for all of it, and for the connection.
    package var seconds = 20
    package var secondsToConnect = 8
    /// More of an answer than this is not read.
    package var mostBytes = 64 << 10

    package init(reach: Reach) {
        self.reach = reach
    }

    /// Why nothing came back; the words are kept and shown, and hold nothing of the other's.
    package struct Failure: Error, Hashable, CustomStringConvertible {
        package let description: String
    }

    /// An answer that came.
    package struct Answer: Sendable, Hashable {
        package let status: Int
        /// As much of it as was read.
        package let body: [UInt8]
    }

    /// Asks by GET.
    package func get(_ url: String, headers: [String]) async -> Result<Answer, Failure> {
        await Outbound.aside {
            exchange(url) { curl in
                curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "https,http")
                curl_set_text(curl, CURLOPT_USERAGENT, "yanshou")
                let lines = headers.reduce(nil) { curl_slist_append($0, $1) }
                curl_set_pointer(curl, CURLOPT_HTTPHEADER, lines)
                return lines
            }
        }
    }

    /// Sends a body by POST, and gives the answer.
    package func post(_ body: [UInt8], to url: String, headers: [String]) async -> Result<Answer, Failure> {
        await Outbound.aside {
            exchange(url) { curl in
                curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "https,http")
                curl_set_text(curl, CURLOPT_USERAGENT, "yanshou")
                // No "Expect: 100-continue", which costs a second where it is not known.
                let lines = (headers + ["Expect:"]).reduce(nil) { curl_slist_append($0, $1) }
                curl_set_pointer(curl, CURLOPT_HTTPHEADER, lines)
                curl_set_number(curl, CURLOPT_POST, 1)
                curl_set_number(curl, CURLOPT_POSTFIELDSIZE, body.count)
                _ = body.withUnsafeBufferPointer { bytes in
                    // Copied, so that nothing needs to outlive this.
                    curl_set_pointer(
                        curl, CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
                }
                return lines
            }
        }
    }

    /// Blocking work on a thread of its own: the cooperative ones are for what never waits.
    static func aside<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread { continuation.resume(returning: work()) }.start()
        }
    }

    /// What is known while an exchange runs.
    private final class Course {
        let reach: Reach
        let isEncrypted: Bool
        let mostBytes: Int
        var refused = false
        var taken = 0
        var body: [UInt8] = []

        init(_ own: Outbound, isEncrypted: Bool) {
            reach = own.reach
            mostBytes = own.mostBytes
            self.isEncrypted = isEncrypted
        }
    }

    private func exchange(
        _ url: String, _ prepare: (UnsafeMutableRawPointer) -> UnsafeMutablePointer<curl_slist>?
    ) -> Result<Answer, Failure> {
        guard let curl = curl_easy_init() else { return .failure(Failure(description: "libcurl 无法启动")) }
        defer { curl_easy_cleanup(curl) }
        let course = Course(self, isEncrypted: url.lowercased().hasPrefix("https:"))
        curl_set_text(curl, CURLOPT_URL, url)
        // Neither a proxy of the environment nor another place that the answer names: both would be reached unasked.
        curl_set_text(curl, CURLOPT_PROXY, "")
        curl_set_number(curl, CURLOPT_FOLLOWLOCATION, 0)
        curl_set_number(curl, CURLOPT_NOSIGNAL, 1)
        curl_set_number(curl, CURLOPT_TIMEOUT, seconds)
        curl_set_number(curl, CURLOPT_CONNECTTIMEOUT, secondsToConnect)
        curl_set_number(curl, CURLOPT_FRESH_CONNECT, 1)
        curl_set_number(curl, CURLOPT_FORBID_REUSE, 1)
        let context = Unmanaged.passUnretained(course).toOpaque()
        curl_set_pointer(curl, CURLOPT_OPENSOCKETDATA, context)
        curl_set_opener(curl) { context, _, place in
            guard let context, let place else { return -1 }
            let course = Unmanaged<Course>.fromOpaque(context).takeUnretainedValue()
            guard let bytes = curl_address(place).flatMap({ Reach.address($0) }),
                course.reach.admits(bytes, isEncrypted: course.isEncrypted)
            else {
                course.refused = true
                return -1
            }
            return socket(
                place.pointee.family, place.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
                place.pointee.protocol)
        }
        curl_set_pointer(curl, CURLOPT_WRITEDATA, context)
        curl_set_taker(curl, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let context else { return 0 }
            let course = Unmanaged<Course>.fromOpaque(context).takeUnretainedValue()
            course.taken += size * count
            guard course.taken <= course.mostBytes else { return 0 }
            if let bytes { course.body += UnsafeRawBufferPointer(start: bytes, count: size * count) }
            return size * count
        }
        let lines = prepare(curl)
        defer { curl_slist_free_all(lines) }
        let outcome = curl_easy_perform(curl)
        // What came whole counts, also where the rest of it was not wanted.
        let status = Int(curl_answer_status(curl))
        if outcome == CURLE_OK || outcome == CURLE_WRITE_ERROR && status > 0 {
            return .success(Answer(status: status, body: course.body))
        }
        return .failure(Failure(description: Outbound.words(outcome, refused: course.refused)))
    }

    private static func words(_ outcome: CURLcode, refused: Bool) -> String {
        if refused { return "地址不在允许范围内 the address may not be reached" }
        return switch outcome {
        case CURLE_COULDNT_RESOLVE_HOST: "域名无法解析 the name cannot be resolved"
        case CURLE_OPERATION_TIMEDOUT: "超时 no answer in time"
        case CURLE_COULDNT_CONNECT: "连接不上 no connection"
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR: "证书或加密协商失败 TLS failed"
        case CURLE_LOGIN_DENIED: "对方不接受账号 the account is not accepted"
        default: "传输失败 failed: \(String(cString: curl_easy_strerror(outcome)))"
        }
    }
}
