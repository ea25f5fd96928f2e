import Actions
import Ledger
import PQ
import Projects
import Values

/// The list of households that comes with a scheme (随方案导入的户册): the register, with its owners' names still to come.
enum HouseholdList {
    /// The rows of the list; none where the scheme has none.
    static func statements(of scheme: Scheme, _ sitting: Sitting) -> [SQL] {
        guard let list = scheme.households, !list.isEmpty else { return [] }
        let (id, district, op) = (sitting.newID(), sitting.actor.district, sitting.op)
        let rows = JSON.list(list.map { row($0, sitting) })
        let content = JSON.list(list.map(HouseholdList.written)).canonical
        let sum = Digest.sha256(content)
        let totals = RegisterTotals(
            households: Int64(list.count), persons: Int64(list.count),
            area: list.reduce(0) { $0 + ($1.hundredths ?? 0) })
        let digest = RegisterActions.digest(
            file: sum, basedOn: nil, totals,
            RegisterDifference(added: [], removed: [], changed: [], kept: list.count))
        return [
            """
            insert into app.register_import (district, import_id, project_id, format, file_sha256, digest,
                households, persons, area_hundredths, state, checked_by, confirmed_by, op_id)
            values (\(district), \(id), \(scheme.id), 'scheme', \(sum), \(digest), \(Int32(list.count)),
                \(Int32(list.count)), \(totals.area), 'standing', \(sitting.actor.person),
                \(sitting.actor.person), \(op))
            """,
            """
            insert into app.register_file (district, import_id, project_id, content, op_id)
            values (\(district), \(id), \(scheme.id), \(content), \(op))
            """,
            """
            insert into app.register_owner (district, owner_id, project_id, developer, op_id)
            select \(district), owner, \(scheme.id), false, \(op)
            from jsonb_to_recordset(\(rows)) as given (owner uuid)
            """,
            """
            insert into app.register_unit (district, unit_id, project_id, building, entrance, room,
                area_hundredths, area_source, owner_id, since_import, share_fen, op_id)
            select \(district), unit, \(scheme.id), building, entrance, room, area, 'registered', owner, \(id),
                share, \(op)
            from jsonb_to_recordset(\(rows)) as given (
                unit uuid, owner uuid, building text, entrance text, room text, area bigint, share bigint)
            """,
        ]
    }

    private static func row(_ household: Scheme.Household, _ sitting: Sitting) -> JSON {
        var fields = written(household).object ?? [:]
        fields["unit"] = .text(sitting.newID().description)
        fields["owner"] = .text(sitting.newID().description)
        return .object(fields)
    }

    private static func written(_ household: Scheme.Household) -> JSON {
        .object([
            "building": .text(household.building), "entrance": .text(household.entrance ?? ""),
            "room": .text(household.room), "area": .int(household.hundredths ?? 0),
            "share": household.share.map { .int($0.amount) } ?? .null,
        ])
    }
}
