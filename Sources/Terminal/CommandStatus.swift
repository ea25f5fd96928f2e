/// What the shell learns from a command; the numbers are documented and stay.
package enum CommandStatus: Int32, Sendable, CaseIterable {
    /// Done, or already so.
    case done = 0
    /// A rule refused it; the clause was shown.
    case refused = 1
    /// The command or its input is not as it must be.
    case usage = 2
    /// The site did not answer; what was to be sent waits in the outbox.
    case unreachable = 3
    /// Not signed in, or not allowed.
    case forbidden = 4
    /// A signature, a digest or a certificate does not hold.
    case unverified = 5
    /// Someone was faster, or it was based on an older state.
    case conflict = 6
    /// A certificate is whole in itself, but whose key issued it was not checked.
    case unchecked = 7
    /// The program or the site failed in a way nobody foresaw.
    case fault = 70

    /// The name that `--json` shows.
    package var name: String {
        switch self {
        case .done: "done"
        case .refused: "refused"
        case .usage: "usage"
        case .unreachable: "unreachable"
        case .forbidden: "forbidden"
        case .unverified: "unverified"
        case .conflict: "conflict"
        case .unchecked: "unchecked"
        case .fault: "fault"
        }
    }

    /// The status of an answer with this HTTP status that is not a success.
    package init(refusedWith status: Int, byRule: Bool) {
        switch status {
        case 401, 403: self = .forbidden
        case 409, 412, 428: self = .conflict
        case 408, 425, 429, 502, 503, 504: self = .unreachable
        case 500...: self = .fault
        default: self = byRule ? .refused : .usage
        }
    }
}
