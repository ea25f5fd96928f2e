package import Policy
package import Values

/// What secures the wages of a site's workers, and when their account may be closed (农民工工资保障).
package enum WageRules {
    /// The duties that nothing on record meets, in the order of the law.
    ///
    /// - Source: 保障农民工工资支付条例 第二十三、二十四、二十六、三十二、三十四条, PAY-1
    package static func unmet(
        _ met: [String], under policy: Policy
    ) throws(PolicyFault) -> (unmet: [PolicyRecord], unknown: [String], because: [Citation]) {
        let duties = try policy.records("wages.duties").value
        let known = Set(duties.map(\.id))
        return (
            duties.filter { !met.contains($0.id) }, met.filter { !known.contains($0) },
            duties.map(\.citation)
        )
    }

    /// How long the end of the wages' account hangs, counted as every publicity in days.
    ///
    /// - Source: 保障农民工工资支付条例 第二十七条, PAY-2; catalogue CV-10
    package static func closing(under policy: Policy) throws(PolicyFault) -> Cited<Int> {
        let days = try policy.int("wages.account_close_days")
        return Cited(Int(days.value), days.citation)
    }
}
