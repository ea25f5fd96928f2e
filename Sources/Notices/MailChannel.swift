import CLibCurl
import Foundation
import Glibc

/// Sends mail by SMTP (邮件渠道), with libcurl.
///
/// Its server is the operator's own word, in a file: it is reached wherever it stands, and nothing else is.
package struct MailChannel: Channel {
    package let settings: MailSettings
    /// Seconds for all of it, and for the connection.
    package var seconds = 60
    package var secondsToConnect = 10

    package init(_ settings: MailSettings) {
        self.settings = settings
    }

    package func send(_ message: OutgoingMessage) async -> Sending {
        let bytes = MailMessage(message, by: settings).bytes
        return await Outbound.aside { deliver(bytes, to: message.to) }
    }

    /// What is left to be sent.
    private final class Course {
        let bytes: [UInt8]
        var sent = 0

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
        }
    }

    private func deliver(_ bytes: [UInt8], to address: String) -> Sending {
        guard let curl = curl_easy_init() else { return .later(status: nil, reason: "libcurl 无法启动") }
        defer { curl_easy_cleanup(curl) }
        let course = Course(bytes)
        // The last part is what it greets the server as.
        let scheme = settings.encryption == .tls ? "smtps" : "smtp"
        curl_set_text(curl, CURLOPT_URL, "\(scheme)://\(settings.host):\(settings.port)/\(settings.domain)")
        curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        curl_set_text(curl, CURLOPT_PROXY, "")
        curl_set_number(curl, CURLOPT_NOSIGNAL, 1)
        curl_set_number(curl, CURLOPT_TIMEOUT, seconds)
        curl_set_number(curl, CURLOPT_CONNECTTIMEOUT, secondsToConnect)
        // Where the server offers none, nothing is sent: who stands between could have taken the offer out.
        let asked = settings.encryption == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        curl_set_number(curl, CURLOPT_USE_SSL, Int(asked.rawValue))
        if let authorities = settings.authorities { curl_set_text(curl, CURLOPT_CAINFO, authorities) }
        if let user = settings.user {
            curl_set_text(curl, CURLOPT_USERNAME, user)
            curl_set_text(curl, CURLOPT_PASSWORD, settings.password ?? "")
        }
        curl_set_text(curl, CURLOPT_MAIL_FROM, "<\(settings.from)>")
        let receivers = curl_slist_append(nil, "<\(address)>")
        defer { curl_slist_free_all(receivers) }
        curl_set_pointer(curl, CURLOPT_MAIL_RCPT, receivers)
        curl_set_number(curl, CURLOPT_UPLOAD, 1)
        let context = Unmanaged.passUnretained(course).toOpaque()
        curl_set_pointer(curl, CURLOPT_READDATA, context)
        curl_set_taker(curl, CURLOPT_READFUNCTION) { buffer, size, count, context in
            guard let buffer, let context else { return 0 }
            let course = Unmanaged<Course>.fromOpaque(context).takeUnretainedValue()
            let number = min(size * count, course.bytes.count - course.sent)
            course.bytes.withUnsafeBytes { bytes in
                guard let base = bytes.baseAddress, number > 0 else { return }
                memcpy(buffer, base + course.sent, number)
            }
            course.sent += number
            return number
        }
        let outcome = withExtendedLifetime(course) { curl_easy_perform(curl) }
        return MailChannel.sending(outcome, answered: Int(curl_answer_status(curl)))
    }

    /// What came of it, by what libcurl says and the server's last answer.
    static func sending(_ outcome: CURLcode, answered: Int) -> Sending {
        let status = answered > 0 ? answered : nil
        if outcome == CURLE_OK { return .taken(status: status) }
        switch outcome {
        case CURLE_COULDNT_RESOLVE_HOST:
            return .later(status: nil, reason: "邮件服务器域名无法解析 the mail server's name cannot be resolved")
        case CURLE_COULDNT_CONNECT:
            return .later(status: nil, reason: "连接不上邮件服务器 no connection to the mail server")
        case CURLE_OPERATION_TIMEDOUT:
            return .later(status: status, reason: "邮件服务器超时 no answer of the mail server in time")
        case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION,
            CURLE_SSL_CACERT_BADFILE:
            return .later(
                status: status,
                reason: "不能与邮件服务器加密通信，未发送 no encrypted way to the mail server: nothing was sent")
        case CURLE_LOGIN_DENIED:
            return .later(status: status, reason: "邮件服务器不接受账号 the mail server does not take the account")
        default: break
        }
        switch answered {
        case 400..<500:
            return .later(
                status: answered, reason: "邮件服务器暂不接收（\(answered)） the mail server asks to come later")
        case 500..<600:
            return .refused(status: answered, reason: "邮件服务器拒收（\(answered)） the mail server refuses it")
        default:
            return .later(status: status, reason: "与邮件服务器的连接中断 the connection to the mail server broke off")
        }
    }
}
