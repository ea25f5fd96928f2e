-- Why: a project of before 2020-11 has a code of the old form, of 28 characters, which could not be recorded; a month that does
--   not exist is another fault than a wrong form, and is told by itself. A credit code names the department that registered
--   its unit and the division in which it did so: neither begins with 0.
-- Locks: app.project and auth.organisation, exclusively and for a moment (the rows of projects are tried; units of before
--   are not). Rows rewritten: none.
-- Back: put the old check back, once no code of 28 characters is recorded.

alter table app.project drop constraint project_code_has_its_form;
alter table app.project
    add constraint project_code_has_its_form
        check (project_code ~ '^[0-9]{4}-[0-9]{6}-[0-9]{2}-[0-9]{2}-[0-9]{6}(-[0-9]{3})?$'),
    add constraint project_code_names_a_month
        check (length(project_code) = 28 or substr(project_code, 3, 2) between '01' and '12');
alter table auth.organisation add constraint organisation_credit_code_names_its_registrar
    check (credit_code ~ '^[1-9A-HJ-NP-RTUWXY].[1-9][0-9]{5}') not valid;
