import Values

/// Reads the working-day calendar of a pack: `calendar.csv` and, year by year, `calendar-notices.csv`.
///
/// A year counts as loaded only where the second file names it, so that an empty year is never taken for
/// one without holidays.
struct CalendarReader {
    let folder: String

    func read(_ files: [PackFile], _ complaints: inout Complaints) -> WorkCalendar? {
        let days = files.first { $0.path == "calendar.csv" }
        let notices = files.first { $0.path == "calendar-notices.csv" }
        if days == nil, notices == nil { return nil }
        guard let days, let notices else {
            let missing = days == nil ? "calendar.csv" : "calendar-notices.csv"
            complaints.add(Spot(file: folder + "/" + missing, key: ""), "is missing")
            return nil
        }
        let years = years(notices, &complaints)
        var exceptions: [BusinessDay: Bool] = [:]
        for row in rows(days, columns: ["date", "kind", "festival"], &complaints) {
            let spot = Spot(file: folder + "/calendar.csv", key: row.cells[0])
            guard let day = BusinessDay(iso: row.cells[0]), ["off", "work"].contains(row.cells[1]) else {
                complaints.add(spot, "line \(row.line) is not a day with off or work")
                continue
            }
            if exceptions[day] != nil { complaints.add(spot, "stands twice") }
            if !years.contains(day.year) { complaints.add(spot, "no notice of \(day.year) is listed") }
            exceptions[day] = row.cells[1] == "work"
        }
        guard let first = years.min(), let last = years.max() else { return nil }
        return WorkCalendar(exceptions: exceptions, years: first...last)
    }

    private func years(_ file: PackFile, _ complaints: inout Complaints) -> Set<Int> {
        var years: [Int] = []
        for row in rows(file, columns: ["year", "notice", "amended_by", "evidence"], &complaints) {
            let spot = Spot(file: folder + "/" + file.path, key: row.cells[0])
            guard let year = Int(row.cells[0]), (1949...2999).contains(year) else {
                complaints.add(spot, "line \(row.line) is not a year")
                continue
            }
            guard let evidence = Evidence(rawValue: row.cells[3]) else {
                complaints.add(spot, "has an unknown evidence: \(row.cells[3])")
                continue
            }
            if row.cells[1].isEmpty || (row.cells[1] == "unknown") != (evidence == .missing) {
                complaints.add(spot, "a notice has a number, or is unknown and missing")
            }
            if let last = years.last, year != last + 1 { complaints.add(spot, "does not follow \(last)") }
            years.append(year)
        }
        return Set(years)
    }

    private func rows(
        _ file: PackFile, columns: [String], _ complaints: inout Complaints
    ) -> [(line: Int, cells: [String])] {
        let spot = Spot(file: folder + "/" + file.path, key: "")
        let lines = file.text.split(whereSeparator: \.isNewline).map(String.init)
        guard lines.first == columns.joined(separator: ",") else {
            complaints.add(spot, "does not begin with \(columns.joined(separator: ","))")
            return []
        }
        var rows: [(Int, [String])] = []
        for (index, line) in lines.enumerated().dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == columns.count else {
                complaints.add(spot, "line \(index + 1) has \(cells.count) columns, not \(columns.count)")
                continue
            }
            rows.append((index + 1, cells))
        }
        return rows
    }
}
