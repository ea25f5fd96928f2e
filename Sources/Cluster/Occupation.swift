import Foundation

/// A state folder taken by one process: a second one that comes is told so, and touches nothing.
package final class Occupation: Sendable {
    private let descriptor: Int32

    /// The lock goes with the process, however it ends; programs that it starts do not inherit it.
    init(of state: String) throws {
        descriptor = open(state + "/occupied", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ClusterFault("cannot write into \(state)") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw ClusterFault("another yanshoud runs in \(state)")
        }
    }

    deinit { close(descriptor) }
}
