import Foundation
package import Values

extension JSON {
    /// Reads JSON text; nil where it is none.
    package init?(parsing bytes: [UInt8]) {
        guard let value = try? JSONDecoder().decode(JSON.self, from: Data(bytes)) else { return nil }
        self = value
    }
}
