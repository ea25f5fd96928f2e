import Glibc
import NIOCore
import NIOPosix
import Values

/// Why a site was not reached, in words (连接失败原因): nobody reads the system's own names of errors.
enum Unreached {
    static let silent = Words("系统没有按时应答", "it did not answer in time")
    static let cutOff = Words("连接在应答之前中断", "the connection ended before the answer")

    static func words(of error: any Error) -> Words {
        switch error {
        case let error as NIOConnectionError:
            if let tried = error.connectionErrors.first { return words(of: tried.error) }
            return Words("找不到主机“\(error.host)”", "no host named \(error.host)")
        case let error as IOError: return words(errno: error.errnoCode)
        case is SocketAddressError: return Words("找不到这个主机", "there is no such host")
        case let error as ChannelError:
            if case .connectTimeout = error { return silent }
            return cutOff
        default: return Words("网络出错", "the network failed")
        }
    }

    private static func words(errno: Int32) -> Words {
        switch errno {
        case ECONNREFUSED: Words("那里没有程序在监听", "nothing listens there")
        case ETIMEDOUT: silent
        case EHOSTUNREACH, ENETUNREACH, ENETDOWN, EHOSTDOWN: Words("网络不通", "there is no way to it")
        case ECONNRESET, EPIPE, ECONNABORTED: cutOff
        case ENOENT: Words("没有这个套接字文件", "there is no such socket")
        case EACCES, EPERM: Words("没有权限连接", "connecting is not permitted")
        default: Words("网络出错", "the network failed")
        }
    }
}
