import Foundation
import Values

extension JSON {
    /// What a program printed, read as JSON.
    init(parsing text: String) throws {
        self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    }
}
