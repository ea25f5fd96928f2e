import PQ
import Values

/// What splitting is looked for in (拆分核查): the construction unit's awards without a tender, and the filings.
extension TenderingStore {
    static func history(_ project: ID) -> SQL {
        """
        select jsonb_build_object(
            'awards', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'project', award.project_id, 'package', award.package_id, 'number', award.number,
                    'supplier', award.contractor_id, 'supplier_name', unit.name, 'category', package.category,
                    'amount', award.amount_fen, 'signed_on', award.signed_on,
                    'added', (
                        select coalesce(sum(addition.amount_fen), 0)::bigint
                        from app.bill_addition addition
                        join app.bill_line line using (district, bill_line_id)
                        where line.district = award.district and line.contract_id = award.contract_id
                    )) order by award.signed_on, award.number), '[]')
                from app.contract award
                join app.package using (district, package_id)
                join app.project its on its.district = award.district and its.project_id = award.project_id
                join auth.organisation unit on unit.organisation_id = award.contractor_id
                where award.district = own.district and its.construction_unit_id = own.construction_unit_id
                    and award.method not in ('public_tender', 'invited_tender')
                    and not exists (
                        select from app.tender_exemption exemption
                        where exemption.district = award.district and exemption.package_id = award.package_id
                    )
            ),
            'filings', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'package', package.package_id, 'code', package.code, 'title', package.title,
                    'person', filed.person_id,
                    'at', to_char(filed.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
                    order by filed.at, package.code), '[]')
                from app.package
                join ledger.entry filed on filed.district = package.district and filed.subject_kind = 'package'
                    and filed.subject_id = package.package_id and filed.subject_version = 1
                where package.district = own.district and package.project_id = own.project_id
                    and package.withdrawn_on is null
            ),
            'links', (
                select coalesce(jsonb_agg(jsonb_build_array(organisation_id, controlled_id)), '[]')
                from auth.control_link
                where auth.today() between valid_from and coalesce(valid_to, 'infinity')
            )) as history
        from app.project own
        where own.district = auth.district() and own.project_id = \(project)
        """
    }
}
