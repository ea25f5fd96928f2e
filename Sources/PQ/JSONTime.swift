import Values

// Days, moments and decimal numbers as text, straight from their binary form.

extension JSONText {
    static func write(day value: Int32, to bytes: inout [UInt8]) {
        switch value {
        case .max: return bytes.append(contentsOf: "infinity" as StaticBytes)
        case .min: return bytes.append(contentsOf: "-infinity" as StaticBytes)
        default: break
        }
        let (year, month, day) = BusinessDay(daysSince2000: value).parts
        write(number: year, width: 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        write(number: month, width: 2, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        write(number: day, width: 2, to: &bytes)
    }

    /// A moment in China's time with its offset, or a `timestamp` as it stands; a fraction only where there
    /// is one.
    static func write(moment value: Int64, zoned: Bool, to bytes: inout [UInt8]) {
        switch value {
        case .max: return bytes.append(contentsOf: "infinity" as StaticBytes)
        case .min: return bytes.append(contentsOf: "-infinity" as StaticBytes)
        default: break
        }
        let (local, _) = value.addingReportingOverflow(zoned ? 8 * 3_600_000_000 : 0)
        let dayLength: Int64 = 86_400_000_000
        var days = local / dayLength
        var rest = local % dayLength
        if rest < 0 {
            days -= 1
            rest += dayLength
        }
        write(day: Int32(truncatingIfNeeded: days), to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        write(time: rest, to: &bytes)
        if zoned { bytes.append(contentsOf: "+08:00" as StaticBytes) }
    }

    static func write(time value: Int64, to bytes: inout [UInt8]) {
        let seconds = Int(value / 1_000_000)
        write(number: seconds / 3600, width: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        write(number: seconds / 60 % 60, width: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        write(number: seconds % 60, width: 2, to: &bytes)
        let fraction = Int(value % 1_000_000)
        guard fraction > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        write(number: fraction, width: 6, to: &bytes)
    }

    private static func write(number: Int, width: Int, to bytes: inout [UInt8]) {
        var power = 1
        for _ in 1..<width { power *= 10 }
        guard number >= 0, number < power * 10 else { return write(integer: Int64(number), to: &bytes) }
        while power > 0 {
            bytes.append(48 + UInt8(truncatingIfNeeded: number / power % 10))
            power /= 10
        }
    }
}

/// PostgreSQL's binary `numeric` as decimal text: base 10,000 digits, a weight and a count of places.
func writeNumeric(_ value: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
    let groups = Int(value.bigEndian(Int16.self))
    let weight = Int(value.bigEndian(Int16.self, at: 2))
    let sign = value.bigEndian(UInt16.self, at: 4)
    let places = Int(value.bigEndian(Int16.self, at: 6))
    switch sign {
    case 0x4000: bytes.append(UInt8(ascii: "-"))
    case 0xC000: return bytes.append(contentsOf: "NaN" as StaticBytes)
    case 0xD000: return bytes.append(contentsOf: "Infinity" as StaticBytes)
    case 0xF000: return bytes.append(contentsOf: "-Infinity" as StaticBytes)
    default: break
    }
    func group(_ index: Int) -> Int {
        index >= 0 && index < groups ? Int(value.bigEndian(Int16.self, at: 8 + 2 * index)) : 0
    }
    if weight < 0 {
        bytes.append(48)
    } else {
        for index in 0...weight {
            let digits = group(index)
            var power = 1000
            while power > 0 {
                // The first group's leading zeros are not written.
                if index > 0 || digits >= power || power == 1 {
                    bytes.append(48 + UInt8(digits / power % 10))
                }
                power /= 10
            }
        }
    }
    guard places > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    for place in 0..<places {
        let digits = group(weight + 1 + place / 4)
        let power = [1000, 100, 10, 1][place % 4]
        bytes.append(48 + UInt8(digits / power % 10))
    }
}
