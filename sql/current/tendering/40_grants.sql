-- Columns a service may change; everything else of these tables is written once.
grant update (
    estimate_fen, works_part_fen, goods_part_fen, services_part_fen, listed_part_fen, widened, planned_method,
    estimate_explanation, determination_id, withdrawn_on, withdrawal_reason, op_id, version
) on app.package to yanshou_service;
grant update (
    total_investment_fen, budget_funds_fen, soe_dominant, feasibility_fen, approved_budget_fen, adjustment_number,
    adjustment_ground, paper_id, op_id, version
) on app.project_budget to yanshou_service;
grant execute on function app.estimate_gate_is_ahead(integer, uuid) to yanshou_service, yanshou_reader;
grant execute on function app.unit_fits_package(app.package, uuid) to yanshou_service, yanshou_reader;
