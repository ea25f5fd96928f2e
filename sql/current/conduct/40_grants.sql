-- Columns a service may change; everything else of these tables is written once.
grant update (until_on, end_reason, op_id, version) on app.site_staff to yanshou_service;
grant update (keeper, maintenance, settled_on, op_id, version) on app.special_works to yanshou_service;
