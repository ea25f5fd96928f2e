import Foundation
import Synchronization

/// A place where a drill lets the process die as by a power cut (故障点): what was acknowledged must stand all the same.
///
/// `YANSHOU_FAULT=write.committed:3` ends the process with SIGKILL when it comes to that place for the third time. Without
/// it a place costs the look at one constant.
package enum FaultPoint: String, CaseIterable, Sendable {
    /// A write's facts are read, its key is claimed and its rule said yes; nothing is sent yet.
    case writeDecided = "write.decided"
    /// A write is committed, and its caller has no answer yet.
    case writeCommitted = "write.committed"
    /// Jobs are taken under their leases, and none has begun.
    case jobsTaken = "jobs.taken"
    /// A job's transaction is open, and its work not yet done.
    case jobEntered = "job.entered"
    /// A job's work and its completion are committed, and the worker does not know it yet.
    case jobCommitted = "job.committed"
    /// Events are sealed, and no head of theirs is signed.
    case logSealed = "log.sealed"
    /// A head is signed, and not yet kept.
    case logSigned = "log.signed"
    /// A head is kept, and nobody was told.
    case logKept = "log.kept"
    /// The signer was asked, and its state still says the head before.
    case signerAsked = "signer.asked"
    /// The signer's state says the new head, and its signature was not given out.
    case signerKept = "signer.kept"

    /// Whether it is the signer's process that dies.
    package var isOfTheSigner: Bool { self == .signerAsked || self == .signerKept }

    /// The variable of the environment that names a place.
    package static let variable = "YANSHOU_FAULT"

    /// Says that the process has come here.
    package func reach() {
        if let armed = FaultPoint.armed { armed.reach(self) }
    }

    private static let armed: Armed? = ProcessInfo.processInfo.environment[variable].map {
        guard let armed = Armed($0) else {
            let names = allCases.map(\.rawValue).joined(separator: ", ")
            FileHandle.standardError.write(
                Data("\(variable)=\($0) 不是故障点 · is none of: \(names), with :N for the N-th time\n".utf8))
            exit(64)
        }
        return armed
    }

    private final class Armed: Sendable {
        private let point: FaultPoint
        private let time: Int
        private let reached = Atomic<Int>(0)

        init?(_ text: String) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard let point = FaultPoint(rawValue: String(parts[0])), parts.count <= 2,
                let time = parts.count == 1 ? 1 : Int(parts[1]), time > 0
            else { return nil }
            self.point = point
            self.time = time
        }

        func reach(_ point: FaultPoint) {
            guard point == self.point, reached.add(1, ordering: .relaxed).newValue == time else { return }
            kill(getpid(), SIGKILL)
            // The signal is on its way: nothing more is done until it comes.
            while true { sleep(1) }
        }
    }
}
