import Glibc
import NIOCore
import NIOPosix
package import Values

/// Why a server cannot listen where it should (监听失败): in words, with the address and what helps.
package struct ListenFault: Error, Sendable, CustomStringConvertible {
    package let words: Words

    package var description: String { "\(words.zh) · \(words.en)" }

    init(_ error: any Error, at address: Server.Address) {
        let place =
            switch address {
            case .tcp(let host, let port): "\(host):\(port)"
            case .unix(let path): path
            }
        switch (error as? IOError)?.errnoCode ?? 0 {
        case EADDRINUSE:
            words = Words(
                "\(place) 已有别的程序在监听：用 --port 换一个端口，或先停掉那个程序",
                "another program listens at \(place): choose another with --port, or stop that program first")
        case EACCES, EPERM:
            words = Words(
                "没有权限在 \(place) 监听：换一个大于 1023 的端口",
                "not permitted to listen at \(place): take a port above 1023")
        case EADDRNOTAVAIL:
            words = Words(
                "\(place) 不是本机的地址：检查 --host", "\(place) is no address of this machine: check --host")
        default:
            words =
                error is SocketAddressError || error is SocketAddressError.UnknownHost
                ? Words("找不到主机 \(place)：检查 --host", "there is no host \(place): check --host")
                : Words("不能在 \(place) 监听", "cannot listen at \(place)")
        }
    }
}
