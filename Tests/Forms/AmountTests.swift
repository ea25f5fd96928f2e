import Testing

@testable import Forms

/// Numbers as people type them, turned into fen and thousandths exactly.
@Suite("Amounts on forms")
struct AmountTests {
    @Test("yuan become fen to the last one, with commas and without")
    func yuan() {
        for (text, fen) in [
            ("1,234.56", 123_456), ("1234.56", 123_456), ("0.01", 1), ("8,740,000.00", 874_000_000),
            ("￥ 3，842，000 元", 384_200_000), ("-30,000.5", -3_000_050), ("12", 1200),
        ] as [(String, Int64)] {
            #expect(Amounts.fen(text) == fen, "\(text)")
        }
        for text in ["1,23.4", "12,345,6", "1.234", "一万", "", "1e3", "1,234.5,6", ",123"] {
            #expect(Amounts.fen(text) == nil, "\(text)")
        }
        #expect(Amounts.yuan(123_456) == "1,234.56")
    }

    @Test("quantities keep three places")
    func quantities() {
        for (text, milli) in [("12.5", 12_500), ("0.001", 1), ("1,000", 1_000_000), ("-40", -40_000)]
            as [(String, Int64)]
        {
            #expect(Amounts.milli(text) == milli, "\(text)")
        }
        for text in ["1.2345", "x", "", ".5", "1.", "--1"] { #expect(Amounts.milli(text) == nil, "\(text)") }
        #expect(Amounts.quantity(12_500) == "12.5")
        #expect(Amounts.quantity(-1) == "-0.001")
        #expect(Amounts.quantity(40_000) == "40")
    }
}
