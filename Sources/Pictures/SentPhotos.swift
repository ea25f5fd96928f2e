import Ledger
import Values
package import Web

/// The photos that come in the body of a request, in Base64.
package struct SentPhotos: Decodable, Sendable {
    let photos: [String]?

    /// The photos as they are kept.
    ///
    /// - Throws: 422 that names the first that is none, with what to do about it.
    package func developed() async throws(Problem) -> [Photo] {
        var kept = [Photo]()
        for (index, text) in (photos ?? []).enumerated() {
            do throws(PhotoFault) {
                guard let sent = Base64.bytes(text) else { throw .damaged }
                kept.append(try await Photo.developed(from: sent))
            } catch {
                throw error.problem(at: "/photos/\(index)")
            }
        }
        return kept
    }
}

extension Form {
    /// The photos of a field as they are kept.
    ///
    /// - Throws: 422 that names the field, with what to do about it.
    package func photos(_ field: String) async throws(Problem) -> [Photo] {
        var kept = [Photo]()
        for part in files where part.name == field {
            do throws(PhotoFault) {
                kept.append(try await Photo.developed(from: part.bytes))
            } catch {
                throw error.problem(at: "/" + field)
            }
        }
        return kept
    }
}

extension PhotoFault {
    /// 422 with the fault beside the field it is of.
    func problem(at pointer: String) -> Problem {
        Problem(422, rawValue, words, errors: [FieldError(pointer, rawValue, words)])
    }
}
