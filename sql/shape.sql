-- The shape that sql/ gives a database; made by deploy/lib/shape, which is run again after every change of sql/.

CREATE SCHEMA app;

ALTER SCHEMA app OWNER TO postgres;

CREATE SCHEMA auth;

ALTER SCHEMA auth OWNER TO postgres;

CREATE SCHEMA crypto;

ALTER SCHEMA crypto OWNER TO postgres;

CREATE SCHEMA jobs;

ALTER SCHEMA jobs OWNER TO postgres;

CREATE SCHEMA ledger;

ALTER SCHEMA ledger OWNER TO postgres;

CREATE SCHEMA policy;

ALTER SCHEMA policy OWNER TO postgres;

CREATE SCHEMA pub;

ALTER SCHEMA pub OWNER TO postgres;

CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA crypto;

COMMENT ON EXTENSION pgcrypto IS 'cryptographic functions';

CREATE FUNCTION app.acceptance_conflict(in_district integer, in_project uuid, in_person uuid, in_organisation uuid, in_role text, on_day date) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.acceptance_conflict(in_district integer, in_project uuid, in_person uuid, in_organisation uuid, in_role text, on_day date) OWNER TO yanshou_guard;

CREATE FUNCTION app.acceptance_differs(in_district integer, in_round uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.acceptance_differs(in_district integer, in_round uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.acceptance_item_has_its_unit(in_district integer, in_project uuid, in_item text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.acceptance_item_has_its_unit(in_district integer, in_project uuid, in_item text) OWNER TO yanshou_guard;

CREATE FUNCTION app.acceptance_item_is_met(in_district integer, in_project uuid, in_item text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.acceptance_item_is_met(in_district integer, in_project uuid, in_item text) OWNER TO yanshou_guard;

CREATE FUNCTION app.acceptance_item_is_met_by(in_edition text, in_item text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.acceptance_item_is_met_by(in_edition text, in_item text) OWNER TO yanshou_guard;

CREATE FUNCTION app.acceptance_seat_rule(in_seat text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.acceptance_seat_rule(in_seat text) OWNER TO postgres;

CREATE FUNCTION app.accepted_project(in_district integer, in_project uuid, OUT edition text, OUT accepted_on date) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.accepted_project(in_district integer, in_project uuid, OUT edition text, OUT accepted_on date) OWNER TO yanshou_guard;

CREATE FUNCTION app.acts_as_its_body() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.acts_as_its_body() OWNER TO yanshou_guard;

CREATE FUNCTION app.acts_for_receiver(receiver uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.acts_for_receiver(receiver uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.acts_for_the_builder(in_district integer, in_project uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.acts_for_the_builder(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.acts_of_any_body() RETURNS text[]
    LANGUAGE sql IMMUTABLE
    RETURN ARRAY['issue.file'::text, 'paper.record'::text, 'plan_approval.record'::text];

ALTER FUNCTION app.acts_of_any_body() OWNER TO postgres;

CREATE FUNCTION app.added_by_reporters() RETURNS text[]
    LANGUAGE sql IMMUTABLE
    RETURN ARRAY['app.request'::text, 'app.issue'::text, 'app.issue_contact'::text, 'app.issue_photo'::text, 'app.anonymous_report'::text, 'app.file'::text, 'app.clock'::text, 'ledger.entry'::text];

ALTER FUNCTION app.added_by_reporters() OWNER TO postgres;

CREATE FUNCTION app.approved_amounts(in_district integer, in_project uuid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.approved_amounts(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.are_papers_delivered(in_district integer, in_project uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.are_papers_delivered(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.asks_for_notices(in_district integer, in_project uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.asks_for_notices(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.ballot_entries(in_ballot uuid) RETURNS TABLE(slips integer, paper integer, rechecked integer, differing integer, withdrawn integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.ballot_entries(in_ballot uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.ballot_figures(in_ballot uuid) RETURNS TABLE(ordinal integer, area_part bigint, area_yes bigint, persons_part integer, persons_yes integer, households_part integer, households_yes integer, households_no integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.ballot_figures(in_ballot uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.ballot_passed(in_district integer, in_project uuid, in_purpose text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.ballot_passed(in_district integer, in_project uuid, in_purpose text) OWNER TO yanshou_guard;

CREATE FUNCTION app.ballot_reading(in_district integer, in_ballot uuid, in_count integer) RETURNS TABLE(slip_id uuid, owner_id uuid, area_hundredths bigint, answers text[])
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.ballot_reading(in_district integer, in_ballot uuid, in_count integer) OWNER TO yanshou_guard;

CREATE FUNCTION app.ballot_tally(in_district integer, in_ballot uuid, in_count integer, in_question integer) RETURNS TABLE(area_part bigint, area_yes bigint, persons_part integer, persons_yes integer, households_part integer, households_yes integer, households_no integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.ballot_tally(in_district integer, in_ballot uuid, in_count integer, in_question integer) OWNER TO yanshou_guard;

CREATE FUNCTION app.ballot_verdict(edition text, day date, purpose text, class text, area_total bigint, area_part bigint, area_yes bigint, persons_total bigint, persons_part bigint, persons_yes bigint, households_total bigint, households_part bigint, households_yes bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.ballot_verdict(edition text, day date, purpose text, class text, area_total bigint, area_part bigint, area_yes bigint, persons_total bigint, persons_part bigint, persons_yes bigint, households_total bigint, households_part bigint, households_yes bigint) OWNER TO yanshou_guard;

CREATE FUNCTION app.bill_line_room(in_district integer, in_line uuid) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.bill_line_room(in_district integer, in_line uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.bond_stands(in_district integer, in_contract uuid, on_day date) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.bond_stands(in_district integer, in_contract uuid, on_day date) OWNER TO yanshou_guard;

CREATE TABLE app.project_budget (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    total_investment_fen bigint NOT NULL,
    budget_funds_fen bigint NOT NULL,
    soe_dominant boolean NOT NULL,
    feasibility_fen bigint NOT NULL,
    approved_budget_fen bigint NOT NULL,
    approval_number text NOT NULL,
    approved_on date NOT NULL,
    adjustment_number text,
    adjustment_ground text,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    paper_id uuid,
    CONSTRAINT project_budget_adjustment_ground_is_known CHECK ((adjustment_ground = ANY (ARRAY['policy'::text, 'price'::text, 'geology'::text, 'funding'::text, 'other_major'::text]))),
    CONSTRAINT project_budget_adjustment_is_whole CHECK (((adjustment_number IS NULL) = (adjustment_ground IS NULL))),
    CONSTRAINT project_budget_funds_are_within_total CHECK (((budget_funds_fen >= 0) AND (budget_funds_fen <= total_investment_fen))),
    CONSTRAINT project_budget_has_a_feasibility_estimate CHECK ((feasibility_fen > 0)),
    CONSTRAINT project_budget_has_a_total CHECK ((total_investment_fen > 0)),
    CONSTRAINT project_budget_has_its_approval CHECK ((approval_number <> ''::text)),
    CONSTRAINT project_budget_is_approved CHECK ((approved_budget_fen > 0))
);

ALTER TABLE ONLY app.project_budget FORCE ROW LEVEL SECURITY;

ALTER TABLE app.project_budget OWNER TO yanshou_owner;

CREATE FUNCTION app.budget_meets_its_plan(in_budget app.project_budget, in_named_before uuid, in_total_before bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.budget_meets_its_plan(in_budget app.project_budget, in_named_before uuid, in_total_before bigint) OWNER TO yanshou_guard;

CREATE FUNCTION app.change_order_meets_its_budget(in_district integer, in_project uuid, in_order uuid, in_larger boolean, in_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.change_order_meets_its_budget(in_district integer, in_project uuid, in_order uuid, in_larger boolean, in_day date) OWNER TO yanshou_guard;

CREATE FUNCTION app.change_order_overrun_fen(in_district integer, in_project uuid, in_order uuid) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.change_order_overrun_fen(in_district integer, in_project uuid, in_order uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.change_reaches_the_tender_line(in_district integer, in_order uuid, in_day date) RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.change_reaches_the_tender_line(in_district integer, in_order uuid, in_day date) OWNER TO postgres;

CREATE FUNCTION app.community_under_way(in_district integer, in_name text, in_address text, in_besides uuid) RETURNS TABLE(project_id uuid, name text, community text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.community_under_way(in_district integer, in_name text, in_address text, in_besides uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.contract_built(in_district integer, in_contract uuid) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.contract_built(in_district integer, in_contract uuid) OWNER TO postgres;

CREATE TABLE app.contract (
    district integer NOT NULL,
    contract_id uuid NOT NULL,
    project_id uuid NOT NULL,
    package_id uuid NOT NULL,
    contractor_id uuid NOT NULL,
    number text NOT NULL,
    title text NOT NULL,
    method text NOT NULL,
    invitation_ground text,
    invitation_document text,
    award_notice_on date,
    signed_on date NOT NULL,
    amount_fen bigint NOT NULL,
    advance_funding boolean DEFAULT false NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    award_id uuid,
    CONSTRAINT contract_has_a_number CHECK ((number <> ''::text)),
    CONSTRAINT contract_has_an_amount CHECK ((amount_fen > 0)),
    CONSTRAINT contract_has_no_advance_funding CHECK ((NOT advance_funding)),
    CONSTRAINT contract_invitation_ground_is_known CHECK ((invitation_ground = ANY (ARRAY['few_bidders'::text, 'tender_cost_too_high'::text]))),
    CONSTRAINT contract_is_signed_after_its_award CHECK ((signed_on >= award_notice_on)),
    CONSTRAINT contract_method_is_known CHECK ((method = ANY (ARRAY['public_tender'::text, 'invited_tender'::text, 'negotiation'::text, 'consultation'::text, 'single_source'::text, 'inquiry'::text, 'small_works_platform'::text, 'direct'::text]))),
    CONSTRAINT invited_tender_has_its_ground CHECK (((method = 'invited_tender'::text) = ((invitation_ground IS NOT NULL) AND (COALESCE(invitation_document, ''::text) <> ''::text)))),
    CONSTRAINT tendered_contract_has_its_award CHECK (((method <> ALL (ARRAY['public_tender'::text, 'invited_tender'::text])) OR (award_notice_on IS NOT NULL)))
);

ALTER TABLE ONLY app.contract FORCE ROW LEVEL SECURITY;

ALTER TABLE app.contract OWNER TO yanshou_owner;

CREATE FUNCTION app.contract_comes_to(in_contract app.contract) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.contract_comes_to(in_contract app.contract) OWNER TO postgres;

CREATE FUNCTION app.contract_ended_on(in_district integer, in_contract uuid) RETURNS date
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.contract_ended_on(in_district integer, in_contract uuid) OWNER TO postgres;

CREATE FUNCTION app.contract_holds(in_district integer, in_contract uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.contract_holds(in_district integer, in_contract uuid) OWNER TO postgres;

CREATE FUNCTION app.contract_is_finished(in_district integer, in_contract uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.contract_is_finished(in_district integer, in_contract uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.contract_of_owner(in_district integer, in_project uuid, in_contract uuid, OUT signed_on date, OUT edition text, OUT category text, OUT amount_fen bigint) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.contract_of_owner(in_district integer, in_project uuid, in_contract uuid, OUT signed_on date, OUT edition text, OUT category text, OUT amount_fen bigint) OWNER TO yanshou_guard;

CREATE FUNCTION app.contract_takes(in_contract app.contract) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.contract_takes(in_contract app.contract) OWNER TO postgres;

CREATE FUNCTION app.contracts_of_role(in_district integer, in_project uuid, in_unit uuid, in_role text) RETURNS SETOF app.contract
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.contracts_of_role(in_district integer, in_project uuid, in_unit uuid, in_role text) OWNER TO postgres;

CREATE FUNCTION app.contracts_take(in_district integer, in_project uuid) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.contracts_take(in_district integer, in_project uuid) OWNER TO postgres;

CREATE FUNCTION app.counted_day(in_start date, in_workdays integer, in_nominal date) RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.counted_day(in_start date, in_workdays integer, in_nominal date) OWNER TO yanshou_guard;

CREATE TABLE app.package (
    district integer NOT NULL,
    package_id uuid NOT NULL,
    project_id uuid NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    category text NOT NULL,
    service_kind text,
    estimate_fen bigint NOT NULL,
    works_part_fen bigint,
    goods_part_fen bigint,
    services_part_fen bigint,
    listed_part_fen bigint,
    combinable boolean DEFAULT true NOT NULL,
    separation_reason text,
    separation_note text,
    widened boolean DEFAULT false NOT NULL,
    planned_method text NOT NULL,
    estimate_explanation text,
    determination_id uuid,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    withdrawn_on date,
    withdrawal_reason text,
    CONSTRAINT package_category_is_known CHECK ((category = ANY (ARRAY['works'::text, 'goods'::text, 'service'::text, 'epc'::text]))),
    CONSTRAINT package_consulting_states_its_listed_part CHECK ((((NOT (service_kind IS DISTINCT FROM 'whole_process_consulting'::text)) = (listed_part_fen IS NOT NULL)) AND COALESCE(((listed_part_fen >= 0) AND (listed_part_fen <= estimate_fen)), true))),
    CONSTRAINT package_epc_has_its_parts CHECK ((((category = 'epc'::text) = (works_part_fen IS NOT NULL)) AND ((works_part_fen IS NULL) = (goods_part_fen IS NULL)) AND ((works_part_fen IS NULL) = (services_part_fen IS NULL)))),
    CONSTRAINT package_epc_parts_add_up CHECK (((works_part_fen IS NULL) OR ((((works_part_fen + goods_part_fen) + services_part_fen) = estimate_fen) AND (LEAST(works_part_fen, goods_part_fen, services_part_fen) >= 0)))),
    CONSTRAINT package_group_is_widened_for_services CHECK (((NOT widened) OR (category = 'service'::text))),
    CONSTRAINT package_has_a_code CHECK ((code <> ''::text)),
    CONSTRAINT package_has_a_title CHECK ((title <> ''::text)),
    CONSTRAINT package_has_an_estimate CHECK ((estimate_fen > 0)),
    CONSTRAINT package_method_is_known CHECK ((planned_method = ANY (ARRAY['public_tender'::text, 'invited_tender'::text, 'negotiation'::text, 'consultation'::text, 'single_source'::text, 'inquiry'::text, 'small_works_platform'::text, 'direct'::text]))),
    CONSTRAINT package_separation_reason_is_known CHECK ((separation_reason = ANY (ARRAY['different_design'::text, 'different_year'::text, 'different_site'::text, 'different_specialty'::text]))),
    CONSTRAINT package_service_has_its_kind CHECK (((category = 'service'::text) = (service_kind IS NOT NULL))),
    CONSTRAINT package_service_kind_is_known CHECK ((service_kind = ANY (ARRAY['design'::text, 'survey'::text, 'supervision'::text, 'cost_consulting'::text, 'tender_agency'::text, 'project_management'::text, 'agent_construction'::text, 'whole_process_consulting'::text, 'tracking_audit'::text, 'testing'::text, 'other'::text]))),
    CONSTRAINT package_split_off_has_a_reason CHECK (((combinable = (separation_reason IS NULL)) AND (combinable OR (COALESCE(separation_note, ''::text) <> ''::text)))),
    CONSTRAINT package_withdrawal_has_its_reason CHECK ((((withdrawn_on IS NULL) = (withdrawal_reason IS NULL)) AND (withdrawal_reason <> ''::text)))
);

ALTER TABLE ONLY app.package FORCE ROW LEVEL SECURITY;

ALTER TABLE app.package OWNER TO yanshou_owner;

CREATE FUNCTION app.counts_with_epc_parts(in_package app.package) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.counts_with_epc_parts(in_package app.package) OWNER TO postgres;

CREATE FUNCTION app.danger_word(in_edition text, in_words text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.danger_word(in_edition text, in_words text) OWNER TO yanshou_guard;

CREATE FUNCTION app.day_of_change() RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.day_of_change() OWNER TO yanshou_guard;

CREATE FUNCTION app.district_bodies(in_district integer, in_day date) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.district_bodies(in_district integer, in_day date) OWNER TO postgres;

CREATE FUNCTION app.division_is_of(in_edition text, in_code text, in_place text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.division_is_of(in_edition text, in_code text, in_place text) OWNER TO yanshou_guard;

CREATE FUNCTION app.division_stood(in_edition text, in_code text, in_from date, in_to date) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.division_stood(in_edition text, in_code text, in_from date, in_to date) OWNER TO yanshou_guard;

CREATE FUNCTION app.dues_of_households(in_district integer, in_project uuid) RETURNS TABLE(household text, due_fen bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.dues_of_households(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.edition_asks_the_scope(in_edition text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.edition_asks_the_scope(in_edition text) OWNER TO yanshou_guard;

CREATE FUNCTION app.edition_of(in_district integer, in_project uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.edition_of(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE TABLE app.engagement (
    district integer NOT NULL,
    engagement_id uuid NOT NULL,
    project_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    role text NOT NULL,
    contract_id uuid,
    valid_from date NOT NULL,
    valid_to date,
    end_reason text,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT engagement_end_has_a_reason CHECK (((version = 1) OR (COALESCE(end_reason, ''::text) <> ''::text))),
    CONSTRAINT engagement_ends_after_it_begins CHECK ((valid_to >= valid_from)),
    CONSTRAINT engagement_role_is_known CHECK ((role = ANY (ARRAY['construction_unit'::text, 'contractor'::text, 'epc_contractor'::text, 'designer'::text, 'surveyor'::text, 'supervisor'::text, 'agent_construction'::text, 'whole_process_consultant'::text, 'cost_consultant'::text, 'tracking_auditor'::text, 'tender_agency'::text, 'project_management'::text, 'supplier'::text, 'utility'::text])))
);

ALTER TABLE ONLY app.engagement FORCE ROW LEVEL SECURITY;

ALTER TABLE app.engagement OWNER TO yanshou_owner;

CREATE FUNCTION app.engagement_bars_until(in_engagement app.engagement) RETURNS date
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.engagement_bars_until(in_engagement app.engagement) OWNER TO postgres;

CREATE FUNCTION app.engagement_conflicts(in_district integer, in_project uuid) RETURNS TABLE(engagement_id uuid, other_id uuid, record text, reach text)
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.engagement_conflicts(in_district integer, in_project uuid) OWNER TO postgres;

CREATE FUNCTION app.engagement_days_are_near(in_engagement app.engagement) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.engagement_days_are_near(in_engagement app.engagement) OWNER TO yanshou_guard;

CREATE FUNCTION app.engagement_until(in_engagement app.engagement) RETURNS date
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.engagement_until(in_engagement app.engagement) OWNER TO postgres;

CREATE FUNCTION app.engagements_held(in_district integer, in_project uuid, in_day date) RETURNS SETOF uuid
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.engagements_held(in_district integer, in_project uuid, in_day date) OWNER TO postgres;

CREATE FUNCTION app.estimate_gate_is_ahead(in_district integer, in_project uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.estimate_gate_is_ahead(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.exception_stands(in_district integer, in_project uuid, in_requirement text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.exception_stands(in_district integer, in_project uuid, in_requirement text) OWNER TO yanshou_guard;

CREATE FUNCTION app.exemption_parties(in_district integer, in_handover uuid, in_receiver uuid) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.exemption_parties(in_district integer, in_handover uuid, in_receiver uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.filings_wanting(in_district integer, in_project uuid, in_edition text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.filings_wanting(in_district integer, in_project uuid, in_edition text) OWNER TO yanshou_guard;

CREATE FUNCTION app.fix_household_shares(in_district integer, in_project uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.fix_household_shares(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.forum_agrees(in_district integer, in_project uuid, in_forum text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.forum_agrees(in_district integer, in_project uuid, in_forum text) OWNER TO yanshou_guard;

CREATE FUNCTION app.free_ended_engagements(in_day date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.free_ended_engagements(in_day date) OWNER TO yanshou_guard;

CREATE FUNCTION app.funding_figures(in_district integer, in_project uuid, in_other bigint, in_contingency bigint, in_day date) RETURNS TABLE(total_fen numeric, resident_weighted_fen numeric, excess_fen numeric, resident_fen numeric, subsidy_fen numeric, required_fen numeric)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.funding_figures(in_district integer, in_project uuid, in_other bigint, in_contingency bigint, in_day date) OWNER TO yanshou_guard;

CREATE FUNCTION app.funding_queue_of(in_year integer) RETURNS TABLE(project_id uuid, name text, state text, subsidy_fen bigint, reached_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.funding_queue_of(in_year integer) OWNER TO yanshou_guard;

CREATE FUNCTION app.gate_refuses(in_requirement text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.gate_refuses(in_requirement text) OWNER TO yanshou_guard;

CREATE FUNCTION app.handover_documents_wanting(in_district integer, in_handover uuid, in_round integer, in_kind text, in_edition text, with_receipts boolean) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.handover_documents_wanting(in_district integer, in_handover uuid, in_round integer, in_kind text, in_edition text, with_receipts boolean) OWNER TO yanshou_guard;

CREATE FUNCTION app.handover_signatures_wanting(in_district integer, in_handover uuid, in_round integer, in_edition text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.handover_signatures_wanting(in_district integer, in_handover uuid, in_round integer, in_edition text) OWNER TO yanshou_guard;

CREATE FUNCTION app.has_owners_decision(in_district integer, in_project uuid, in_handover uuid, in_edition text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.has_owners_decision(in_district integer, in_project uuid, in_handover uuid, in_edition text) OWNER TO yanshou_guard;

CREATE FUNCTION app.has_papers(in_district integer, in_project uuid, in_key text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.has_papers(in_district integer, in_project uuid, in_key text) OWNER TO yanshou_guard;

CREATE FUNCTION app.hold_money_of_split_lots(in_district integer, in_project uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.hold_money_of_split_lots(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.hold_project(in_project uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.hold_project(in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.hold_what_conflicts(in_district integer, in_project uuid, in_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.hold_what_conflicts(in_district integer, in_project uuid, in_day date) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__consultation(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__consultation(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__estimate(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__estimate(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__funding_plan(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__funding_plan(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__investment_decision(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__investment_decision(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__launch_papers(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__launch_papers(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__mandatory_kinds(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__mandatory_kinds(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__objections_closed(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__objections_closed(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__owners_body(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__owners_body(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__papers(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__papers(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__permit(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__permit(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__plan_ballot(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__plan_ballot(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__plan_chain(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__plan_chain(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__plan_parts(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__plan_parts(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__plan_review(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__plan_review(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__plan_submission(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__plan_submission(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__procedures(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__procedures(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__procedures_decided(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__procedures_decided(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__project_code(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__project_code(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__publicity(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__publicity(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__publicity_period(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__publicity_period(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__resident_funds(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__resident_funds(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__scope(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__scope(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__special_account(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__special_account(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__survey(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__survey(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__three_rounds(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__three_rounds(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.holds__willingness_ballot(in_district integer, in_project uuid, in_gate text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.holds__willingness_ballot(in_district integer, in_project uuid, in_gate text) OWNER TO yanshou_guard;

CREATE FUNCTION app.household_balances(in_project uuid) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.household_balances(in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.household_due(in_district integer, in_unit uuid) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.household_due(in_district integer, in_unit uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.household_dues(in_district integer, in_project uuid) RETURNS TABLE(household text, due_fen bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.household_dues(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.household_paid(in_district integer, in_unit uuid) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.household_paid(in_district integer, in_unit uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.is_active_volunteer(in_district integer, in_project uuid, in_person uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.is_active_volunteer(in_district integer, in_project uuid, in_person uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.is_counted_apart(in_package app.package) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.is_counted_apart(in_package app.package) OWNER TO postgres;

CREATE FUNCTION app.is_its_body(in_district integer, in_role text, in_organisation uuid, in_day date) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.is_its_body(in_district integer, in_role text, in_organisation uuid, in_day date) OWNER TO yanshou_guard;

CREATE TABLE app.paper (
    district integer NOT NULL,
    paper_id uuid NOT NULL,
    project_id uuid NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    number text,
    dated date NOT NULL,
    sha256 bytea,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    approved_fen bigint,
    approved_mandatory_fen bigint,
    approved_basic_fen bigint,
    approved_improve_fen bigint,
    approved_upgrade_fen bigint,
    approved_outside_fen bigint,
    approved_other_fen bigint,
    CONSTRAINT paper_digest_has_32_bytes CHECK ((length(sha256) = 32)),
    CONSTRAINT scheme_amounts_are_of_a_scheme_approval CHECK (((num_nonnulls(approved_mandatory_fen, approved_basic_fen, approved_improve_fen, approved_upgrade_fen, approved_outside_fen, approved_other_fen) = 0) OR ((kind = 'scheme_approval'::text) AND (num_nulls(approved_mandatory_fen, approved_basic_fen, approved_improve_fen, approved_upgrade_fen, approved_outside_fen, approved_other_fen) = 0) AND (LEAST(approved_mandatory_fen, approved_basic_fen, approved_improve_fen, approved_upgrade_fen, approved_outside_fen, approved_other_fen) >= 0))))
);

ALTER TABLE ONLY app.paper FORCE ROW LEVEL SECURITY;

ALTER TABLE app.paper OWNER TO yanshou_owner;

CREATE FUNCTION app.is_of_its_scheme(in_paper app.paper) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.is_of_its_scheme(in_paper app.paper) OWNER TO yanshou_guard;

CREATE FUNCTION app.is_supervised(in_district integer, in_project uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.is_supervised(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.is_taken_in(in_district integer, in_project uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.is_taken_in(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.is_trued_up(in_district integer, in_project uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.is_trued_up(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.item_reduced(in_district integer, in_item uuid) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.item_reduced(in_district integer, in_item uuid) OWNER TO postgres;

CREATE TABLE app.works_item (
    district integer NOT NULL,
    works_item_id uuid NOT NULL,
    project_id uuid NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    class text NOT NULL,
    kind text NOT NULL,
    unit text NOT NULL,
    quantity_milli bigint NOT NULL,
    amount_fen bigint NOT NULL,
    excluded boolean DEFAULT false NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT works_item_amount_is_not_negative CHECK ((amount_fen >= 0)),
    CONSTRAINT works_item_has_a_quantity CHECK ((quantity_milli > 0)),
    CONSTRAINT works_item_has_one_class CHECK ((class = ANY (ARRAY['mandatory'::text, 'basic'::text, 'improve'::text, 'upgrade'::text])))
);

ALTER TABLE ONLY app.works_item FORCE ROW LEVEL SECURITY;

ALTER TABLE app.works_item OWNER TO yanshou_owner;

CREATE FUNCTION app.item_stands_at(in_item app.works_item, OUT due_milli bigint, OUT held_milli bigint, OUT done_milli bigint) RETURNS record
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.item_stands_at(in_item app.works_item, OUT due_milli bigint, OUT held_milli bigint, OUT done_milli bigint) OWNER TO postgres;

CREATE FUNCTION app.judges_works() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.judges_works() OWNER TO yanshou_guard;

CREATE FUNCTION app.keep_parts(in_district integer, in_project uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.keep_parts(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.kind_of_bytes(in_content bytea) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.kind_of_bytes(in_content bytea) OWNER TO postgres;

CREATE FUNCTION app.last_log_of_contract(in_district integer, in_contract uuid) RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.last_log_of_contract(in_district integer, in_contract uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.left_by_ended_contracts(in_district integer, in_project uuid) RETURNS TABLE(code text, title text, unit text, due_milli bigint, done_milli bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.left_by_ended_contracts(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.lift_block(in_district integer, in_source_kind text, in_source uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.lift_block(in_district integer, in_source_kind text, in_source uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.line_logged(in_district integer, in_line uuid) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.line_logged(in_district integer, in_line uuid) OWNER TO postgres;

CREATE TABLE app.bill_line (
    district integer NOT NULL,
    bill_line_id uuid NOT NULL,
    project_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    works_item_id uuid,
    code text NOT NULL,
    title text NOT NULL,
    unit text NOT NULL,
    quantity_milli bigint NOT NULL,
    unit_price_fen bigint NOT NULL,
    op_id uuid NOT NULL,
    charge text,
    CONSTRAINT bill_charge_is_known CHECK ((charge = ANY (ARRAY['measures'::text, 'levies'::text, 'tax'::text, 'provisional_sum'::text, 'coordination'::text, 'design'::text, 'equipment'::text]))),
    CONSTRAINT bill_line_has_a_code CHECK ((code <> ''::text)),
    CONSTRAINT bill_line_has_a_quantity CHECK ((quantity_milli > 0)),
    CONSTRAINT bill_line_is_of_an_item_or_a_charge CHECK (((works_item_id IS NULL) = (charge IS NOT NULL))),
    CONSTRAINT bill_line_price_is_not_negative CHECK ((unit_price_fen >= 0))
);

ALTER TABLE ONLY app.bill_line FORCE ROW LEVEL SECURITY;

ALTER TABLE app.bill_line OWNER TO yanshou_owner;

CREATE FUNCTION app.line_stands_at(in_line app.bill_line, OUT due_milli bigint, OUT done_milli bigint) RETURNS record
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.line_stands_at(in_line app.bill_line, OUT due_milli bigint, OUT done_milli bigint) OWNER TO postgres;

CREATE FUNCTION app.lock_community_of(in_district integer, in_project uuid, OUT edition text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.lock_community_of(in_district integer, in_project uuid, OUT edition text) OWNER TO yanshou_guard;

CREATE FUNCTION app.lots_are_open(in_district integer, in_project uuid, in_contract uuid DEFAULT NULL::uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.lots_are_open(in_district integer, in_project uuid, in_contract uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.mandatory_seats(in_district integer, in_project uuid, in_edition text, in_mode text, on_day date) RETURNS TABLE(seat text, role text, needs_key boolean, organisation_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.mandatory_seats(in_district integer, in_project uuid, in_edition text, in_mode text, on_day date) OWNER TO yanshou_guard;

CREATE FUNCTION app.merge_group(in_package app.package) RETURNS SETOF app.package
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.merge_group(in_package app.package) OWNER TO postgres;

CREATE FUNCTION app.no_dig_periods(in_district integer, in_project uuid) RETURNS TABLE(source_project uuid, source text, place text, starts_on date, last_on date)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.no_dig_periods(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.no_dig_periods_shown(in_project uuid) RETURNS TABLE(source_project uuid, source text, place text, starts_on date, last_on date)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.no_dig_periods_shown(in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.notice_is_received(in_district integer, in_project uuid, in_number text, in_notice_on date, in_event_on date) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.notice_is_received(in_district integer, in_project uuid, in_number text, in_notice_on date, in_event_on date) OWNER TO yanshou_guard;

CREATE FUNCTION app.notice_is_spent(in_district integer, in_project uuid, in_number text, in_round uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.notice_is_spent(in_district integer, in_project uuid, in_number text, in_round uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.notice_papers(in_district integer, in_project uuid, in_kind text) RETURNS TABLE(number text, dated date, sha256 bytea)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.notice_papers(in_district integer, in_project uuid, in_kind text) OWNER TO yanshou_guard;

CREATE FUNCTION app.notice_workdays_given(notice date, event date) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.notice_workdays_given(notice date, event date) OWNER TO yanshou_guard;

CREATE FUNCTION app.number_of_law(in_edition text, in_key text, in_day date) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.number_of_law(in_edition text, in_key text, in_day date) OWNER TO postgres;

CREATE TABLE app.acceptance_round (
    district integer NOT NULL,
    acceptance_round_id uuid NOT NULL,
    project_id uuid NOT NULL,
    number integer NOT NULL,
    event_on date NOT NULL,
    place text NOT NULL,
    notice_on date NOT NULL,
    notice_number text NOT NULL,
    edition text NOT NULL,
    notice_key text DEFAULT 'acceptance.notice_workdays'::text NOT NULL,
    notice_workdays bigint NOT NULL,
    mode text NOT NULL,
    state text DEFAULT 'called'::text NOT NULL,
    ended_on date,
    ended_because text,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    disputed_on date,
    dispute text,
    settlement text,
    CONSTRAINT acceptance_dispute_ends_by_a_settlement CHECK (((disputed_on IS NULL) OR (state = 'disputed'::text) OR (COALESCE(settlement, ''::text) <> ''::text))),
    CONSTRAINT acceptance_dispute_is_described CHECK ((((disputed_on IS NULL) = (dispute IS NULL)) AND ((state <> 'disputed'::text) OR (COALESCE(dispute, ''::text) <> ''::text)))),
    CONSTRAINT acceptance_notice_has_a_number CHECK ((notice_number <> ''::text)),
    CONSTRAINT acceptance_notice_is_counted_by_its_key CHECK ((notice_key = 'acceptance.notice_workdays'::text)),
    CONSTRAINT acceptance_round_end_is_explained CHECK ((((state = ANY (ARRAY['called'::text, 'disputed'::text])) = (ended_on IS NULL)) AND ((state = ANY (ARRAY['called'::text, 'disputed'::text, 'certified'::text])) OR (ended_because <> ''::text)))),
    CONSTRAINT acceptance_round_has_a_place CHECK ((place <> ''::text)),
    CONSTRAINT acceptance_round_number_is_positive CHECK ((number > 0)),
    CONSTRAINT acceptance_round_state_is_known CHECK ((state = ANY (ARRAY['called'::text, 'disputed'::text, 'certified'::text, 'failed'::text, 'called_off'::text])))
);

ALTER TABLE ONLY app.acceptance_round FORCE ROW LEVEL SECURITY;

ALTER TABLE app.acceptance_round OWNER TO yanshou_owner;

CREATE FUNCTION app.open_acceptance_round(in_district integer, in_project uuid, in_round uuid) RETURNS app.acceptance_round
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.open_acceptance_round(in_district integer, in_project uuid, in_round uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.open_project(in_district integer, in_project uuid) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.open_project(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.overdue_claims(in_district integer, in_project uuid) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.overdue_claims(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.own_deliveries(in_webhook uuid, in_after uuid, in_limit integer) RETURNS TABLE(id uuid, event uuid, type text, state text, made_at timestamp with time zone, sent_at timestamp with time zone, tries integer, tried_at timestamp with time zone, status integer, reason text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.own_deliveries(in_webhook uuid, in_after uuid, in_limit integer) OWNER TO yanshou_guard;

CREATE FUNCTION app.own_webhooks() RETURNS TABLE(id uuid, url text, types jsonb, ended boolean, version integer, waiting bigint, dead bigint, sent bigint, last_sent_at timestamp with time zone, last_reason text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.own_webhooks() OWNER TO yanshou_guard;

CREATE FUNCTION app.package_must_be_tendered(in_district integer, in_package uuid, in_amount bigint DEFAULT NULL::bigint, in_day date DEFAULT CURRENT_DATE) RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.package_must_be_tendered(in_district integer, in_package uuid, in_amount bigint, in_day date) OWNER TO postgres;

CREATE FUNCTION app.packages_come_to(in_district integer, in_project uuid) RETURNS numeric
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.packages_come_to(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.paper_stands(in_district integer, in_sha256 bytea) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.paper_stands(in_district integer, in_sha256 bytea) OWNER TO yanshou_guard;

CREATE FUNCTION app.parts_said(in_district integer, in_project uuid) RETURNS TABLE(reader uuid, until date)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.parts_said(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE TABLE app.receipt (
    district integer NOT NULL,
    receipt_id uuid NOT NULL,
    project_id uuid NOT NULL,
    household text,
    channel text NOT NULL,
    amount_fen bigint NOT NULL,
    voucher text NOT NULL,
    received_on date NOT NULL,
    reverses uuid,
    op_id uuid NOT NULL,
    unit_id uuid,
    ahead_ground text,
    ahead_paper_id uuid,
    CONSTRAINT receipt_ahead_says_why CHECK ((length(btrim(ahead_ground)) > 0)),
    CONSTRAINT receipt_channel_is_known CHECK ((channel = ANY (ARRAY['personal'::text, 'donation'::text, 'maintenance_fund'::text, 'common_income'::text]))),
    CONSTRAINT receipt_is_not_zero CHECK ((amount_fen <> 0)),
    CONSTRAINT receipt_reversal_is_negative CHECK (((reverses IS NULL) = (amount_fen > 0)))
);

ALTER TABLE ONLY app.receipt FORCE ROW LEVEL SECURITY;

ALTER TABLE app.receipt OWNER TO yanshou_owner;

CREATE FUNCTION app.paying_ahead_rests_on_its_paper(in_receipt app.receipt) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.paying_ahead_rests_on_its_paper(in_receipt app.receipt) OWNER TO yanshou_guard;

CREATE FUNCTION app.payment_nominal_day(in_district integer, in_claim uuid) RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.payment_nominal_day(in_district integer, in_claim uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.person_is_of(in_person uuid, in_organisation uuid, target uuid, on_day date, in_linked boolean DEFAULT true) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.person_is_of(in_person uuid, in_organisation uuid, target uuid, on_day date, in_linked boolean) OWNER TO yanshou_guard;

CREATE FUNCTION app.plain_address(in_address text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.plain_address(in_address text) OWNER TO postgres;

CREATE FUNCTION app.plain_name(in_name text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.plain_name(in_name text) OWNER TO postgres;

CREATE FUNCTION app.plain_name(in_name text, without_suffix boolean) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.plain_name(in_name text, without_suffix boolean) OWNER TO postgres;

CREATE FUNCTION app.policy_number(in_edition text, in_key text, in_day date) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.policy_number(in_edition text, in_key text, in_day date) OWNER TO yanshou_guard;

CREATE FUNCTION app.policy_on(in_edition text, in_key text, in_day date) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.policy_on(in_edition text, in_key text, in_day date) OWNER TO yanshou_guard;

CREATE FUNCTION app.policy_ratio(in_edition text, in_key text, in_day date, OUT numerator bigint, OUT denominator bigint) RETURNS record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.policy_ratio(in_edition text, in_key text, in_day date, OUT numerator bigint, OUT denominator bigint) OWNER TO yanshou_guard;

CREATE FUNCTION app.policy_says(in_edition text, in_key text, in_value text, in_day date) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.policy_says(in_edition text, in_key text, in_value text, in_day date) OWNER TO yanshou_guard;

CREATE FUNCTION app.policy_text(in_edition text, in_key text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.policy_text(in_edition text, in_key text) OWNER TO yanshou_guard;

CREATE FUNCTION app.policy_words(in_edition text, in_key text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.policy_words(in_edition text, in_key text) OWNER TO yanshou_guard;

CREATE FUNCTION app.policy_words(in_district integer, in_project uuid, in_key text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.policy_words(in_district integer, in_project uuid, in_key text) OWNER TO postgres;

CREATE FUNCTION app.project_is_in_tender_scope(in_district integer, in_project uuid, in_day date) RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.project_is_in_tender_scope(in_district integer, in_project uuid, in_day date) OWNER TO postgres;

CREATE FUNCTION app.put_block(in_district integer, in_project uuid, in_class text, in_code text, in_source_kind text, in_source uuid, in_subject_kind text DEFAULT NULL::text, in_subject uuid DEFAULT NULL::uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.put_block(in_district integer, in_project uuid, in_class text, in_code text, in_source_kind text, in_source uuid, in_subject_kind text, in_subject uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.ratio_is_met(in_count bigint, in_base bigint, in_share text, in_inclusive boolean) RETURNS boolean
    LANGUAGE sql IMMUTABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.ratio_is_met(in_count bigint, in_base bigint, in_share text, in_inclusive boolean) OWNER TO yanshou_guard;

CREATE FUNCTION app.reads_as_a_document(in_content bytea, in_media_type text, in_characters bigint, in_distinct bigint, in_bytes bigint) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.reads_as_a_document(in_content bytea, in_media_type text, in_characters bigint, in_distinct bigint, in_bytes bigint) OWNER TO postgres;

CREATE FUNCTION app.records_papers_of(in_district integer, in_edition text, in_kind text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.records_papers_of(in_district integer, in_edition text, in_kind text) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_beyond_bill(in_district integer, in_line uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_beyond_bill(in_district integer, in_line uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_change_under_an_open_ballot(in_district integer, in_project uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_change_under_an_open_ballot(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_charges_ahead(in_district integer, in_contract uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_charges_ahead(in_district integer, in_contract uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_contract_end(in_district integer, in_contract uuid, in_ended_on date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_contract_end(in_district integer, in_contract uuid, in_ended_on date) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_early_tender(in_package app.package, in_documents_on date) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_early_tender(in_package app.package, in_documents_on date) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_engaged_volunteer(in_district integer, in_project uuid, in_person uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_engaged_volunteer(in_district integer, in_project uuid, in_person uuid) OWNER TO yanshou_guard;

CREATE TABLE app.handover (
    district integer NOT NULL,
    handover_id uuid NOT NULL,
    project_id uuid NOT NULL,
    kind text NOT NULL,
    receiver_id uuid,
    state text DEFAULT 'planned'::text NOT NULL,
    round integer DEFAULT 1 NOT NULL,
    refused_reason text,
    not_applicable_reason text,
    proposed_by uuid,
    confirmed_by uuid,
    handed_over_on date,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    exemption_id uuid,
    exemption_ground text,
    exemption_paper_id uuid,
    CONSTRAINT handover_has_its_day CHECK (((state = 'handed_over'::text) = (handed_over_on IS NOT NULL))),
    CONSTRAINT handover_names_its_receiver CHECK (((receiver_id IS NOT NULL) OR (state = ANY (ARRAY['planned'::text, 'not_applicable'::text])))),
    CONSTRAINT handover_not_applicable_has_a_reason CHECK (((proposed_by IS NULL) OR (COALESCE(not_applicable_reason, ''::text) <> ''::text))),
    CONSTRAINT handover_not_applicable_has_a_second_person CHECK (((state <> 'not_applicable'::text) OR ((proposed_by IS NOT NULL) AND (confirmed_by IS NOT NULL) AND (proposed_by <> confirmed_by)))),
    CONSTRAINT handover_refusal_has_a_reason CHECK (((state <> 'refused'::text) OR (COALESCE(refused_reason, ''::text) <> ''::text))),
    CONSTRAINT handover_round_is_positive CHECK ((round > 0)),
    CONSTRAINT handover_state_is_known CHECK ((state = ANY (ARRAY['planned'::text, 'jointly_accepted'::text, 'documents_sent'::text, 'documents_confirmed'::text, 'handed_over'::text, 'refused'::text, 'not_applicable'::text])))
);

ALTER TABLE ONLY app.handover FORCE ROW LEVEL SECURITY;

ALTER TABLE app.handover OWNER TO yanshou_owner;

CREATE FUNCTION app.refuse_false_exemption(becomes app.handover, was app.handover, in_edition text, in_construction_unit uuid) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_false_exemption(becomes app.handover, was app.handover, in_edition text, in_construction_unit uuid) OWNER TO yanshou_guard;

CREATE TABLE app.issue (
    district integer NOT NULL,
    issue_id uuid NOT NULL,
    project_id uuid NOT NULL,
    kind text NOT NULL,
    place text NOT NULL,
    description text NOT NULL,
    description_salt bytea NOT NULL,
    reporter_kind text NOT NULL,
    reporter_id uuid,
    follow_key_hash bytea,
    edition text NOT NULL,
    filed_on date NOT NULL,
    state text NOT NULL,
    severity text,
    bureau text,
    triaged_by uuid,
    rejection_reason text,
    duplicate_of uuid,
    assignee_organisation_id uuid,
    claimed_by uuid,
    fix_note text,
    verified_as text,
    verified_by uuid,
    verified_organisation_id uuid,
    shown_key_hash bytea,
    reopened_count integer DEFAULT 0 NOT NULL,
    reopening_reason text,
    closed_on date,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    bounced_count integer DEFAULT 0 NOT NULL,
    bounce_reason text,
    bounced_to_id uuid,
    fix_claimed_on date,
    reopened_on date,
    CONSTRAINT issue_bounce_names_another_unit CHECK (((state <> 'bounced'::text) OR COALESCE(((bounce_reason <> ''::text) AND (bounced_to_id IS NOT NULL) AND (bounced_to_id <> assignee_organisation_id)), false))),
    CONSTRAINT issue_duplicate_names_the_first CHECK (((state = 'duplicate'::text) = (duplicate_of IS NOT NULL))),
    CONSTRAINT issue_fix_is_described CHECK (((state <> ALL (ARRAY['fix_claimed'::text, 'verified'::text, 'closed'::text])) OR (COALESCE(fix_note, ''::text) <> ''::text))),
    CONSTRAINT issue_follow_key_is_a_hash CHECK ((length(follow_key_hash) = 32)),
    CONSTRAINT issue_has_one_responsible_unit CHECK (((state = ANY (ARRAY['new'::text, 'accepted'::text, 'rejected'::text, 'duplicate'::text])) OR (assignee_organisation_id IS NOT NULL))),
    CONSTRAINT issue_has_somebody_to_answer CHECK ((((reporter_kind = 'link'::text) = (reporter_id IS NULL)) AND ((reporter_id IS NOT NULL) OR (follow_key_hash IS NOT NULL)))),
    CONSTRAINT issue_is_accepted_with_a_severity CHECK (((state = ANY (ARRAY['new'::text, 'rejected'::text, 'duplicate'::text])) OR ((severity IS NOT NULL) AND (triaged_by IS NOT NULL)))),
    CONSTRAINT issue_is_described CHECK (((length(description) >= 1) AND (length(description) <= 2000))),
    CONSTRAINT issue_is_not_its_own_duplicate CHECK ((duplicate_of <> issue_id)),
    CONSTRAINT issue_is_not_verified_by_its_fixer CHECK (((verified_as = 'link'::text) OR (verified_organisation_id <> assignee_organisation_id))),
    CONSTRAINT issue_names_its_place CHECK ((place <> ''::text)),
    CONSTRAINT issue_rejection_gives_its_reason CHECK (((state <> 'rejected'::text) OR (COALESCE(rejection_reason, ''::text) <> ''::text))),
    CONSTRAINT issue_reopening_gives_its_reason CHECK (((state <> 'reopened'::text) OR (COALESCE(reopening_reason, ''::text) <> ''::text))),
    CONSTRAINT issue_reporter_kind_is_known CHECK ((reporter_kind = ANY (ARRAY['link'::text, 'resident'::text, 'volunteer'::text]))),
    CONSTRAINT issue_salt_has_32_bytes CHECK ((length(description_salt) = 32)),
    CONSTRAINT issue_severity_is_known CHECK ((severity = ANY (ARRAY['S1'::text, 'S2'::text, 'S3'::text, 'S4'::text]))),
    CONSTRAINT issue_state_is_known CHECK ((state = ANY (ARRAY['new'::text, 'accepted'::text, 'rejected'::text, 'duplicate'::text, 'assigned'::text, 'bounced'::text, 'in_progress'::text, 'fix_claimed'::text, 'verified'::text, 'closed'::text, 'closed_unconfirmed'::text, 'reopened'::text]))),
    CONSTRAINT issue_verification_is_signed CHECK (((state <> ALL (ARRAY['verified'::text, 'closed'::text])) OR ((verified_as IS NOT NULL) AND (verified_by IS NOT NULL)))),
    CONSTRAINT issue_verifier_is_known CHECK ((verified_as = ANY (ARRAY['link'::text, 'reporter'::text, 'volunteer'::text])))
);

ALTER TABLE ONLY app.issue FORCE ROW LEVEL SECURITY;

ALTER TABLE app.issue OWNER TO yanshou_owner;

CREATE FUNCTION app.refuse_false_witness(was app.issue, becomes app.issue) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_false_witness(was app.issue, becomes app.issue) OWNER TO yanshou_guard;

CREATE TABLE app.tender_award (
    district integer NOT NULL,
    award_id uuid NOT NULL,
    project_id uuid NOT NULL,
    package_id uuid NOT NULL,
    winner_id uuid NOT NULL,
    price_fen bigint NOT NULL,
    control_price_fen bigint,
    documents_on date NOT NULL,
    opened_on date NOT NULL,
    notice_on date NOT NULL,
    paper_id uuid NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    bidders jsonb,
    committee jsonb,
    objections jsonb,
    reported_on date,
    candidates_on date,
    candidates_until date,
    bid_bond_fen bigint,
    CONSTRAINT award_control_price_is_a_price CHECK ((control_price_fen > 0)),
    CONSTRAINT award_follows_the_opening CHECK (((documents_on <= opened_on) AND (opened_on <= notice_on))),
    CONSTRAINT award_has_a_price CHECK ((price_fen > 0)),
    CONSTRAINT bid_bond_is_a_sum CHECK ((bid_bond_fen > 0)),
    CONSTRAINT tender_days_follow_each_other CHECK (((opened_on <= COALESCE(reported_on, opened_on)) AND (COALESCE(reported_on, opened_on) <= COALESCE(candidates_on, notice_on)) AND (COALESCE(candidates_on, opened_on) <= COALESCE(candidates_until, notice_on)) AND (COALESCE(candidates_until, candidates_on, reported_on, opened_on) <= notice_on))),
    CONSTRAINT tender_lists_are_lists CHECK (((jsonb_typeof(bidders) = 'array'::text) AND (jsonb_typeof(committee) = 'array'::text) AND (jsonb_typeof(objections) = 'array'::text)))
);

ALTER TABLE ONLY app.tender_award FORCE ROW LEVEL SECURITY;

ALTER TABLE app.tender_award OWNER TO yanshou_owner;

CREATE FUNCTION app.refuse_flawed_tender(in_package app.package, in_award app.tender_award, in_edition text) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_flawed_tender(in_package app.package, in_award app.tender_award, in_edition text) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_foreign_link(in_handover uuid) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_foreign_link(in_handover uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_hurried_bids(in_package app.package, in_award app.tender_award, in_edition text) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_hurried_bids(in_package app.package, in_award app.tender_award, in_edition text) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_off_the_ladder(was app.issue, becomes app.issue) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_off_the_ladder(was app.issue, becomes app.issue) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_outside_works(in_district integer, in_project uuid) RETURNS date
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_outside_works(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_reduction(in_district integer, in_reduction uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_reduction(in_district integer, in_reduction uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_signing_for_another(in_person uuid, in_organisation uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_signing_for_another(in_person uuid, in_organisation uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_unfinished_works(in_district integer, in_project uuid, in_contract uuid DEFAULT NULL::uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_unfinished_works(in_district integer, in_project uuid, in_contract uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_unfit_bidders(in_package app.package, in_award app.tender_award, in_edition text) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_unfit_bidders(in_package app.package, in_award app.tender_award, in_edition text) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_unfit_committee(in_award app.tender_award, in_edition text) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_unfit_committee(in_award app.tender_award, in_edition text) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_when_blocked(in_district integer, in_project uuid, in_class text, in_subject uuid DEFAULT NULL::uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_when_blocked(in_district integer, in_project uuid, in_class text, in_subject uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_works_without_permit(in_district integer, in_project uuid, in_edition text, in_began date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_works_without_permit(in_district integer, in_project uuid, in_edition text, in_began date) OWNER TO yanshou_guard;

CREATE FUNCTION app.refuse_wrong_candidate(in_award app.tender_award, in_edition text, in_mandatory boolean) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.refuse_wrong_candidate(in_award app.tender_award, in_edition text, in_mandatory boolean) OWNER TO yanshou_guard;

CREATE TABLE app.register_import (
    district integer NOT NULL,
    import_id uuid NOT NULL,
    project_id uuid NOT NULL,
    format text NOT NULL,
    file_sha256 bytea NOT NULL,
    based_on uuid,
    digest bytea NOT NULL,
    households integer NOT NULL,
    persons integer NOT NULL,
    area_hundredths bigint NOT NULL,
    state text NOT NULL,
    checked_by uuid NOT NULL,
    confirmed_by uuid,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    agreed_by uuid,
    agreed_on date,
    CONSTRAINT register_agreement_is_whole CHECK ((((agreed_by IS NULL) = (agreed_on IS NULL)) AND ((agreed_by IS NULL) OR (state <> 'checked'::text)))),
    CONSTRAINT register_digest_has_32_bytes CHECK (((length(file_sha256) = 32) AND (length(digest) = 32))),
    CONSTRAINT register_format_is_known CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text, 'scheme'::text]))),
    CONSTRAINT register_has_no_more_persons_than_households CHECK ((persons <= households)),
    CONSTRAINT register_has_somebody CHECK (((households > 0) AND (persons > 0) AND (area_hundredths > 0))),
    CONSTRAINT register_is_confirmed_by_somebody CHECK (((state = 'checked'::text) = (confirmed_by IS NULL))),
    CONSTRAINT register_state_is_known CHECK ((state = ANY (ARRAY['checked'::text, 'standing'::text, 'superseded'::text])))
);

ALTER TABLE ONLY app.register_import FORCE ROW LEVEL SECURITY;

ALTER TABLE app.register_import OWNER TO yanshou_owner;

CREATE FUNCTION app.register_agreement_is_theirs(in_import app.register_import, in_before uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.register_agreement_is_theirs(in_import app.register_import, in_before uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.register_is_agreed_to(in_district integer, in_project uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.register_is_agreed_to(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.requirement_holds(in_district integer, in_project uuid, in_gate text, in_name text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.requirement_holds(in_district integer, in_project uuid, in_gate text, in_name text) OWNER TO yanshou_guard;

CREATE FUNCTION app.requirement_is_ahead(in_district integer, in_project uuid, in_requirement text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.requirement_is_ahead(in_district integer, in_project uuid, in_requirement text) OWNER TO yanshou_guard;

CREATE FUNCTION app.requirements_before(in_edition text, in_state text) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.requirements_before(in_edition text, in_state text) OWNER TO yanshou_guard;

CREATE FUNCTION app.rest_of_scheme_is_filed(in_district integer, in_project uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.rest_of_scheme_is_filed(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.retention_held(in_district integer, in_contract uuid) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.retention_held(in_district integer, in_contract uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.role_of_entry(in_district integer, in_entry uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.role_of_entry(in_district integer, in_entry uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.role_of_package(in_category text, in_service_kind text) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN (in_category = 'works'::text) THEN 'contractor'::text WHEN (in_category = 'epc'::text) THEN 'epc_contractor'::text WHEN (in_category = 'goods'::text) THEN 'supplier'::text ELSE CASE in_service_kind WHEN 'design'::text THEN 'designer'::text WHEN 'survey'::text THEN 'surveyor'::text WHEN 'supervision'::text THEN 'supervisor'::text WHEN 'cost_consulting'::text THEN 'cost_consultant'::text WHEN 'tender_agency'::text THEN 'tender_agency'::text WHEN 'project_management'::text THEN 'project_management'::text WHEN 'agent_construction'::text THEN 'agent_construction'::text WHEN 'whole_process_consulting'::text THEN 'whole_process_consultant'::text WHEN 'tracking_audit'::text THEN 'tracking_auditor'::text ELSE NULL::text END END;

ALTER FUNCTION app.role_of_package(in_category text, in_service_kind text) OWNER TO postgres;

CREATE FUNCTION app.says_something(in_edition text, in_words text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.says_something(in_edition text, in_words text) OWNER TO yanshou_guard;

CREATE FUNCTION app.scheme_amounts(in_district integer, in_project uuid) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.scheme_amounts(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.scheme_unfiled(in_package app.package) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.scheme_unfiled(in_package app.package) OWNER TO postgres;

CREATE FUNCTION app.scheme_worth(in_district integer, in_project uuid) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.scheme_worth(in_district integer, in_project uuid) OWNER TO postgres;

CREATE FUNCTION app.scope_verdict(in_district integer, in_project uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.scope_verdict(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.seen_by_reporters() RETURNS text[]
    LANGUAGE sql IMMUTABLE
    RETURN ARRAY['app.project'::text, 'app.request'::text, 'app.issue'::text, 'app.issue_photo'::text, 'app.clock'::text, 'ledger.entry'::text, 'app.file'::text];

ALTER FUNCTION app.seen_by_reporters() OWNER TO postgres;

CREATE FUNCTION app.severity_blocks_acceptance(in_edition text, in_severity text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.severity_blocks_acceptance(in_edition text, in_severity text) OWNER TO yanshou_guard;

CREATE FUNCTION app.shares_of_the_accounts(in_district integer, in_project uuid) RETURNS TABLE(household text, due_fen bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.shares_of_the_accounts(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.side_of_contract(in_district integer, in_contract uuid) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.side_of_contract(in_district integer, in_contract uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.source_hash(in_project uuid, in_peer text) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.source_hash(in_project uuid, in_peer text) OWNER TO yanshou_guard;

CREATE FUNCTION app.speaks_as(in_district integer, in_body text) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.speaks_as(in_district integer, in_body text) OWNER TO postgres;

CREATE FUNCTION app.standing_award(in_district integer, in_package uuid) RETURNS app.tender_award
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.standing_award(in_district integer, in_package uuid) OWNER TO postgres;

CREATE FUNCTION app.standing_blocks(in_district integer, in_project uuid, in_classes text[]) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.standing_blocks(in_district integer, in_project uuid, in_classes text[]) OWNER TO yanshou_guard;

CREATE FUNCTION app.standing_contract(in_district integer, in_package uuid) RETURNS app.contract
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.standing_contract(in_district integer, in_package uuid) OWNER TO postgres;

CREATE FUNCTION app.statement_moment(in_statement bytea) RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.statement_moment(in_statement bytea) OWNER TO yanshou_guard;

CREATE FUNCTION app.steps_ahead(in_district integer, in_project uuid) RETURNS TABLE(step text, gate text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.steps_ahead(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.stored_notices(in_district integer, in_project uuid) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.stored_notices(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.subsidy_due(in_district integer, in_project uuid, in_payer text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.subsidy_due(in_district integer, in_project uuid, in_payer text) OWNER TO yanshou_guard;

CREATE FUNCTION app.subsidy_paid(in_district integer, in_project uuid, in_payer text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.subsidy_paid(in_district integer, in_project uuid, in_payer text) OWNER TO yanshou_guard;

CREATE FUNCTION app.taken_by_ended(in_district integer, in_package uuid) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.taken_by_ended(in_district integer, in_package uuid) OWNER TO postgres;

CREATE FUNCTION app.tender_basis(in_district integer, in_package uuid) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tender_basis(in_district integer, in_package uuid) OWNER TO postgres;

CREATE FUNCTION app.tender_counts(in_package app.package, in_edition text, in_day date) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tender_counts(in_package app.package, in_edition text, in_day date) OWNER TO postgres;

CREATE FUNCTION app.tender_is_mandatory(in_package app.package) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tender_is_mandatory(in_package app.package) OWNER TO postgres;

CREATE FUNCTION app.tender_value(in_package app.package, in_amount bigint DEFAULT NULL::bigint) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tender_value(in_package app.package, in_amount bigint) OWNER TO postgres;

CREATE FUNCTION app.tg__acceptance_answer_is_of_the_checklist() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__acceptance_answer_is_of_the_checklist() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__acceptance_certificate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__acceptance_certificate() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__acceptance_dispute() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__acceptance_dispute() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__acceptance_dossier() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__acceptance_dossier() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__acceptance_notice_is_early_enough() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__acceptance_notice_is_early_enough() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__acceptance_opinion() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__acceptance_opinion() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__acceptance_paper_follows_the_works() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__acceptance_paper_follows_the_works() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__acceptance_round_ends() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__acceptance_round_ends() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__acceptance_round_has_its_notice() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__acceptance_round_has_its_notice() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__acceptance_round_has_its_seats() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__acceptance_round_has_its_seats() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__acceptance_round_is_called() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__acceptance_round_is_called() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__acceptance_sitting() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__acceptance_sitting() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__account_is_opened_in_its_time() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__account_is_opened_in_its_time() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__anonymous_report_is_counted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__anonymous_report_is_counted() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__anonymous_reports_are_limited() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__anonymous_reports_are_limited() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__appointment_keeps_volunteers_free() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__appointment_keeps_volunteers_free() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__approval_waits_for_papers() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__approval_waits_for_papers() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__archive_package_follows_the_certificate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__archive_package_follows_the_certificate() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__archive_receipt_names_its_package() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__archive_receipt_names_its_package() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__attendance_is_of_a_day_of_duty() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__attendance_is_of_a_day_of_duty() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__audit_opinion_is_the_tracking_auditors() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__audit_opinion_is_the_tracking_auditors() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__award_duty_is_met_by_its_paper() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__award_duty_is_met_by_its_paper() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__award_follows_its_tender() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__award_follows_its_tender() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__award_is_withdrawn() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__award_is_withdrawn() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__ballot_asks_its_questions() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__ballot_asks_its_questions() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__ballot_goes_from_open_to_its_end() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__ballot_goes_from_open_to_its_end() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__ballot_opens_over_the_register() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__ballot_opens_over_the_register() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__bill_addition_comes_from_an_approved_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__bill_addition_comes_from_an_approved_change() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__bill_addition_meets_logs() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__bill_addition_meets_logs() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__bill_covers_its_items() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__bill_covers_its_items() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__bill_line_is_of_its_contract() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__bill_line_is_of_its_contract() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__bill_meets_permit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__bill_meets_permit() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__block_meets_acceptance() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__block_meets_acceptance() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__budget_approval_has_one_total() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__budget_approval_has_one_total() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__budget_change_reaches_the_packages() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__budget_change_reaches_the_packages() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__budget_covers_its_contracts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__budget_covers_its_contracts() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__budget_follows_the_funding_plan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__budget_follows_the_funding_plan() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__certificate_waits_for_the_stations_receipt() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__certificate_waits_for_the_stations_receipt() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__certified_claim_holds_its_retention() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__certified_claim_holds_its_retention() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__certified_claim_starts_its_clock() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__certified_claim_starts_its_clock() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__change_has_its_own_event() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__change_has_its_own_event() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__change_order_begins() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__change_order_begins() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__change_order_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__change_order_decision() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__change_order_expires_after_its_window() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__change_order_expires_after_its_window() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__change_order_line_is_of_the_bill() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__change_order_line_is_of_the_bill() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__change_order_opinion() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__change_order_opinion() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__change_order_step() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__change_order_step() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__change_order_takes_effect() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__change_order_takes_effect() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__clock_is_computed_by_its_calendar() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__clock_is_computed_by_its_calendar() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__close_waits_for_open_issues() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__close_waits_for_open_issues() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__closed_project_takes_no_reports() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__closed_project_takes_no_reports() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__community_body_is_named_by_the_street() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__community_body_is_named_by_the_street() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__community_body_is_of_its_kind() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__community_body_is_of_its_kind() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__community_is_completed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__community_is_completed() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__community_is_renovated_once_at_a_time() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__community_is_renovated_once_at_a_time() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__completion_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__completion_gate() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__completion_report() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__completion_report() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__conflicts_are_found_anew() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__conflicts_are_found_anew() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__consultation_goes_in_order() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__consultation_goes_in_order() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__contract_bond_stands_beside_no_retention() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__contract_bond_stands_beside_no_retention() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__contract_ends_by_two_words() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__contract_ends_by_two_words() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__contract_engages_its_unit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__contract_engages_its_unit() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__contract_fits_the_delivery_mode() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__contract_fits_the_delivery_mode() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__contract_follows_its_determination() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__contract_follows_its_determination() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__contract_is_what_was_awarded() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__contract_is_what_was_awarded() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__correction_comes_with_its_recount() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__correction_comes_with_its_recount() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__count_answers_every_question() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__count_answers_every_question() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__count_is_of_a_finished_ballot() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__count_is_of_a_finished_ballot() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__covering_notice_is_of_its_lot() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__covering_notice_is_of_its_lot() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__custody_is_taken_by_its_keeper() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__custody_is_taken_by_its_keeper() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__daily_log_counts_again() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__daily_log_counts_again() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__daily_log_follows_its_steps() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__daily_log_follows_its_steps() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__defect_liability_begins_with_acceptance() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__defect_liability_begins_with_acceptance() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__delegation_is_of_its_sitting() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__delegation_is_of_its_sitting() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__delivery_mode_is_settled_by_contracts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__delivery_mode_is_settled_by_contracts() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__determination_agrees_with_its_figures() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__determination_agrees_with_its_figures() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__digging_line_is_of_its_project() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__digging_line_is_of_its_project() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__digging_waits_for_the_no_dig_period() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__digging_waits_for_the_no_dig_period() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__direct_contract_stays_within_the_scheme() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__direct_contract_stays_within_the_scheme() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__disturbance_is_announced_in_time() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__disturbance_is_announced_in_time() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__division_stands_on_its_day() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__division_stands_on_its_day() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__engagement_has_no_conflict() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__engagement_has_no_conflict() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__engagement_only_ends() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__engagement_only_ends() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__estimate_cut_is_explained() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__estimate_cut_is_explained() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__evidence_is_imported_with_its_project() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__evidence_is_imported_with_its_project() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__excavation_waits_for_the_no_dig_period() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__excavation_waits_for_the_no_dig_period() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__exemption_is_approved() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__exemption_is_approved() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__fact_is_never_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__fact_is_never_changed() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__filing_document_is_its_own_paper() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__filing_document_is_its_own_paper() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__filing_has_its_documents() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__filing_has_its_documents() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__filing_is_of_the_policy() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__filing_is_of_the_policy() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__final_account_is_fixed_by_finance() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__final_account_is_fixed_by_finance() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__front_fact_is_brought_by_its_body() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__front_fact_is_brought_by_its_body() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__front_fact_meets_project() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__front_fact_meets_project() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__funding_plan_is_of_its_items() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__funding_plan_is_of_its_items() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__gate_exception_goes_its_way() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__gate_exception_goes_its_way() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__gate_of_the_place() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__gate_of_the_place() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__handover_asset_is_listed_in_time() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__handover_asset_is_listed_in_time() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__handover_document_line() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__handover_document_line() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__handover_exemption() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__handover_exemption() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__handover_exemption_voice_is_its_partys_own() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__handover_exemption_voice_is_its_partys_own() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__handover_is_of_its_project() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__handover_is_of_its_project() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__handover_links_are_few() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__handover_links_are_few() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__handover_paper_is_of_its_party() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__handover_paper_is_of_its_party() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__handover_receiver_runs_its_kind() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__handover_receiver_runs_its_kind() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__handover_signature_is_its_partys_own() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__handover_signature_is_its_partys_own() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__handover_step() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__handover_step() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__household_shares_are_fixed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__household_shares_are_fixed() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__import_names_its_evidence() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__import_names_its_evidence() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__imported_scheme_has_its_approval() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__imported_scheme_has_its_approval() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__imported_scheme_is_within_the_scope() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__imported_scheme_is_within_the_scope() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__inspection_lot_follows_its_steps() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__inspection_lot_follows_its_steps() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__inspection_lot_predecessor_is_before_it() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__inspection_lot_predecessor_is_before_it() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__inspection_lot_waits() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__inspection_lot_waits() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__issue_escalation_has_its_ground() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__issue_escalation_has_its_ground() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__issue_follows_its_steps() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__issue_follows_its_steps() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__issue_goes_up() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__issue_goes_up() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__issue_is_not_eased_by_its_builder() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__issue_is_not_eased_by_its_builder() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__issue_part_comes_with_it() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__issue_part_comes_with_it() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__issue_regrading_follows_its_steps() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__issue_regrading_follows_its_steps() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__issue_regrading_is_agreed_to() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__issue_regrading_is_agreed_to() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__issue_regrading_takes_effect() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__issue_regrading_takes_effect() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__last_word_has_its_moment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__last_word_has_its_moment() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__later_housing_has_its_approval() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__later_housing_has_its_approval() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__launch_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__launch_gate() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__launch_paper_is_of_its_scheme() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__launch_paper_is_of_its_scheme() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__launch_waits_for_the_agreed_register() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__launch_waits_for_the_agreed_register() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__link_confirms_by_its_sealed_sheet() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__link_confirms_by_its_sealed_sheet() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__listing_waits_for_investment_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__listing_waits_for_investment_decision() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__listing_waits_for_the_chain() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__listing_waits_for_the_chain() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__log_photo_comes_with_its_log() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__log_photo_comes_with_its_log() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__log_quantity_stays_within_bill() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__log_quantity_stays_within_bill() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__management_form_is_of_the_policy() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__management_form_is_of_the_policy() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__money_statement_covers_what_was_paid() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__money_statement_covers_what_was_paid() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__no_dig_notice_is_announced() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__no_dig_notice_is_announced() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__no_event_no_commit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__no_event_no_commit() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__notice_receipt_answers_its_notice() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__notice_receipt_answers_its_notice() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__objection_meets_project() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__objection_meets_project() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__opinion_is_within_its_letter() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__opinion_is_within_its_letter() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__package_meets_project() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__package_meets_project() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__package_names_its_own_determination() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__package_names_its_own_determination() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__packages_stay_within_budget() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__packages_stay_within_budget() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__paper_delivery_follows_the_handover() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__paper_delivery_follows_the_handover() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__paper_is_a_document() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__paper_is_a_document() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__paper_is_recorded_by_its_body() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__paper_is_recorded_by_its_body() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__paper_kind_has_its_bytes() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__paper_kind_has_its_bytes() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__paper_serves_one_kind() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__paper_serves_one_kind() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__parts_are_kept() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__parts_are_kept() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__payment_claim_follows_its_steps() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__payment_claim_follows_its_steps() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__payment_claim_is_the_sum_of_its_lines() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__payment_claim_is_the_sum_of_its_lines() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__payment_stays_within_its_claim() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__payment_stays_within_its_claim() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__payment_stays_within_log_and_contract() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__payment_stays_within_log_and_contract() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__payment_term_is_not_too_long() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__payment_term_is_not_too_long() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__plan_approval_follows_its_chain() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__plan_approval_follows_its_chain() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__plan_meets_the_budget() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__plan_meets_the_budget() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__posting_meets_project() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__posting_meets_project() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__procedure_decision_meets_project() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__procedure_decision_meets_project() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__project_adopts_its_edition() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__project_adopts_its_edition() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__project_close_waits() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__project_close_waits() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__project_closing_closes() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__project_closing_closes() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__project_code_stays() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__project_code_stays() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__project_is_accepted_by_its_certificate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__project_is_accepted_by_its_certificate() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__project_is_moved_by_its_body() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__project_is_moved_by_its_body() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__project_is_taken_in_by_its_unit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__project_is_taken_in_by_its_unit() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__project_step_is_allowed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__project_step_is_allowed() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__project_waits_for_handovers() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__project_waits_for_handovers() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__question_is_put_lawfully() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__question_is_put_lawfully() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__reason_says_something() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__reason_says_something() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__rebuilding_comes_before_its_ballots() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__rebuilding_comes_before_its_ballots() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__rebuilding_is_voted_as_rebuilding() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__rebuilding_is_voted_as_rebuilding() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__receipt_is_counted_up() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__receipt_is_counted_up() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__receipt_is_of_a_household() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__receipt_is_of_a_household() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__receipt_meets_project() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__receipt_meets_project() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__receipt_meets_true_up() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__receipt_meets_true_up() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__receipt_takes_its_door() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__receipt_takes_its_door() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__reduction_is_asked() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__reduction_is_asked() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__reduction_is_decided() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__reduction_is_decided() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__register_changes_by_a_confirmed_import() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__register_changes_by_a_confirmed_import() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__register_file_comes_with_its_import() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__register_file_comes_with_its_import() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__register_goes_from_check_to_standing() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__register_goes_from_check_to_standing() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__register_owner_comes_with_its_name() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__register_owner_comes_with_its_name() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__register_totals_are_of_its_units() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__register_totals_are_of_its_units() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__register_unit_area_is_plausible() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__register_unit_area_is_plausible() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__replay_is_of_a_standing_webhook() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__replay_is_of_a_standing_webhook() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__requirement_has_its_function() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__requirement_has_its_function() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__result_is_its_tally() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__result_is_its_tally() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__retention_holding_is_the_agreed_share() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__retention_holding_is_the_agreed_share() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__retention_release_has_its_day() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__retention_release_has_its_day() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__retention_stays_within_the_share() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__retention_stays_within_the_share() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__routine_is_of_a_kind() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__routine_is_of_a_kind() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__scheme_is_decided_in_its_time() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__scheme_is_decided_in_its_time() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__scheme_is_recorded_before_its_vote() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__scheme_is_recorded_before_its_vote() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__scope_finding_meets_project() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__scope_finding_meets_project() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__separation_is_decided() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__separation_is_decided() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__severe_issue_holds_acceptance() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__severe_issue_holds_acceptance() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__site_staff_is_fit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__site_staff_is_fit() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__site_staff_only_ends() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__site_staff_only_ends() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__slip_is_of_its_ballot() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__slip_is_of_its_ballot() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__slip_is_rechecked_by_another() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__slip_is_rechecked_by_another() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__special_works_are_settled_once() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__special_works_are_settled_once() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__subsidy_payment_stays_within_the_statement() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__subsidy_payment_stays_within_the_statement() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__termination_is_proposed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__termination_is_proposed() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__true_up_counts_what_was_paid() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__true_up_counts_what_was_paid() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__true_up_finds_its_shares() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__true_up_finds_its_shares() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__true_up_is_the_households_share() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__true_up_is_the_households_share() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__version_steps_by_one() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__version_steps_by_one() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__visit_is_of_a_kind() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__visit_is_of_a_kind() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__volunteer_has_no_engagement() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__volunteer_has_no_engagement() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__warranty_claim_follows_its_steps() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__warranty_claim_follows_its_steps() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__warranty_claim_starts_its_clock() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__warranty_claim_starts_its_clock() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__warranty_ends_with_its_season() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__warranty_ends_with_its_season() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__warranty_is_of_its_project() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__warranty_is_of_its_project() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__webhook_begins() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__webhook_begins() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__webhook_is_ones_own() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__webhook_is_ones_own() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__works_contract_has_its_bill() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__works_contract_has_its_bill() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__works_kind_is_of_its_class() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__works_kind_is_of_its_class() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__works_outside_have_their_approval() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__works_outside_have_their_approval() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__works_start_gate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__works_start_gate() OWNER TO yanshou_guard;

CREATE FUNCTION app.tg__yearly_duty_is_of_the_district() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.tg__yearly_duty_is_of_the_district() OWNER TO yanshou_guard;

CREATE FUNCTION app.triages_issues() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.triages_issues() OWNER TO yanshou_guard;

CREATE FUNCTION app.unfinished_items(in_district integer, in_project uuid) RETURNS TABLE(code text, title text, unit text, due_milli bigint, done_milli bigint, held_milli bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.unfinished_items(in_district integer, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.unfinished_lines(in_district integer, in_project uuid, in_contract uuid DEFAULT NULL::uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.unfinished_lines(in_district integer, in_project uuid, in_contract uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.unit_fits_package(in_package app.package, in_unit uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.unit_fits_package(in_package app.package, in_unit uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.unit_waits_for_confirmation(in_district integer, in_unit uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.unit_waits_for_confirmation(in_district integer, in_unit uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.units_of_entry(in_district integer, in_entry uuid) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.units_of_entry(in_district integer, in_entry uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.warranties_running(in_district integer, in_project uuid, on_day date) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.warranties_running(in_district integer, in_project uuid, on_day date) OWNER TO yanshou_guard;

CREATE TABLE app.webhook (
    district integer NOT NULL,
    webhook_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    role text NOT NULL,
    url text NOT NULL,
    types text[] DEFAULT '{}'::text[] NOT NULL,
    secret_number integer DEFAULT 1 NOT NULL,
    ended boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT webhook_types_are_few CHECK ((cardinality(types) <= 50)),
    CONSTRAINT webhook_url_is_plain CHECK (((length(url) <= 500) AND (url ~ '^https?://[A-Za-z0-9.\[\]:_-]+(/[^\s@#]*)?$'::text)))
);

ALTER TABLE ONLY app.webhook FORCE ROW LEVEL SECURITY;

ALTER TABLE app.webhook OWNER TO yanshou_owner;

CREATE FUNCTION app.webhook_may_hear(own app.webhook, in_project uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.webhook_may_hear(own app.webhook, in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION app.workday_after(in_day date, in_count bigint) RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.workday_after(in_day date, in_count bigint) OWNER TO yanshou_guard;

CREATE FUNCTION app.working_day_from(in_day date) RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.working_day_from(in_day date) OWNER TO yanshou_guard;

CREATE FUNCTION app.works_of_facility(in_district integer, in_project uuid, in_edition text, in_kind text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.works_of_facility(in_district integer, in_project uuid, in_edition text, in_kind text) OWNER TO yanshou_guard;

CREATE FUNCTION app.writers() RETURNS TABLE(place text, command text, subject text, role text)
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.writers() OWNER TO postgres;

CREATE FUNCTION app.writing_rule(in_subjects text[], in_roles text[]) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.writing_rule(in_subjects text[], in_roles text[]) OWNER TO postgres;

CREATE FUNCTION app.writings() RETURNS TABLE(actions text, roles text, adds text, changes text)
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION app.writings() OWNER TO postgres;

CREATE FUNCTION auth.appointments_of(in_person uuid, today date) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.appointments_of(in_person uuid, today date) OWNER TO yanshou_guard;

CREATE FUNCTION auth.attempt_sign_in(in_login text, in_network text, in_key bytea, in_code text, in_appointment uuid, in_token bytea) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.attempt_sign_in(in_login text, in_network text, in_key bytea, in_code text, in_appointment uuid, in_token bytea) OWNER TO yanshou_guard;

CREATE FUNCTION auth.begin_demo_clock(in_start timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE plpgsql
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.begin_demo_clock(in_start timestamp with time zone) OWNER TO postgres;

CREATE FUNCTION auth.business_day() RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.business_day() OWNER TO yanshou_guard;

CREATE FUNCTION auth.business_now() RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.business_now() OWNER TO yanshou_guard;

CREATE FUNCTION auth.close_session(in_token bytea) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.close_session(in_token bytea) OWNER TO yanshou_guard;

CREATE FUNCTION auth.context() RETURNS text[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.context() OWNER TO yanshou_guard;

CREATE FUNCTION auth.district() RETURNS integer
    LANGUAGE sql STABLE
    RETURN ((auth.context())[3])::integer;

ALTER FUNCTION auth.district() OWNER TO postgres;

CREATE FUNCTION auth.end_own_sign_ins(in_shown bytea, in_which uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.end_own_sign_ins(in_shown bytea, in_which uuid) OWNER TO yanshou_guard;

CREATE FUNCTION auth.enter(presented bytea) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.enter(presented bytea) OWNER TO yanshou_guard;

CREATE FUNCTION auth.enter_job(job uuid, lease bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.enter_job(job uuid, lease bigint) OWNER TO yanshou_guard;

CREATE FUNCTION auth.enter_reporter(in_project uuid, in_issue uuid, in_shown bytea) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.enter_reporter(in_project uuid, in_issue uuid, in_shown bytea) OWNER TO yanshou_guard;

CREATE FUNCTION auth.enter_to_read(presented bytea) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.enter_to_read(presented bytea) OWNER TO yanshou_guard;

CREATE FUNCTION auth.enter_to_report(presented bytea, in_project uuid, in_issue uuid, in_shown bytea) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.enter_to_report(presented bytea, in_project uuid, in_issue uuid, in_shown bytea) OWNER TO yanshou_guard;

CREATE FUNCTION auth.has_one_time_secret() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.has_one_time_secret() OWNER TO yanshou_guard;

CREATE FUNCTION auth.has_second_factor() RETURNS boolean
    LANGUAGE sql STABLE
    RETURN ((auth.context())[12])::boolean;

ALTER FUNCTION auth.has_second_factor() OWNER TO postgres;

CREATE FUNCTION auth.holder_of(presented bytea, today date) RETURNS TABLE(kind text, second_factor boolean, scope_kind text, scope_id uuid, expires_at timestamp with time zone, district integer, appointment_id uuid, person_id uuid, organisation_id uuid, role text, project_id uuid, actor jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.holder_of(presented bytea, today date) OWNER TO yanshou_guard;

CREATE FUNCTION auth.is_demonstration() RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.is_demonstration() OWNER TO yanshou_guard;

CREATE FUNCTION auth.issue_link(in_hash bytea, in_handover uuid, in_person uuid, in_name text, in_appointment uuid, in_days integer, in_op uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.issue_link(in_hash bytea, in_handover uuid, in_person uuid, in_name text, in_appointment uuid, in_days integer, in_op uuid) OWNER TO yanshou_guard;

CREATE FUNCTION auth.judge_sign_in(in_attempt uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.judge_sign_in(in_attempt uuid) OWNER TO yanshou_guard;

CREATE FUNCTION auth.member_district() RETURNS integer
    LANGUAGE sql STABLE
    RETURN (NULLIF((auth.context())[14], ''::text))::integer;

ALTER FUNCTION auth.member_district() OWNER TO postgres;

CREATE FUNCTION auth.one_time_code(in_secret bytea, in_step bigint) RETURNS text
    LANGUAGE plpgsql IMMUTABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.one_time_code(in_secret bytea, in_step bigint) OWNER TO yanshou_guard;

CREATE FUNCTION auth.one_time_step(in_secret bytea, in_code text, in_at timestamp with time zone, in_used bigint) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.one_time_step(in_secret bytea, in_code text, in_at timestamp with time zone, in_used bigint) OWNER TO yanshou_guard;

CREATE FUNCTION auth.organisation() RETURNS uuid
    LANGUAGE sql STABLE
    RETURN ((auth.context())[5])::uuid;

ALTER FUNCTION auth.organisation() OWNER TO postgres;

CREATE FUNCTION auth.own_appointments() RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.own_appointments() OWNER TO yanshou_guard;

CREATE FUNCTION auth.own_sign_ins(in_shown bytea) RETURNS TABLE(sign_in_id uuid, kind text, district integer, role text, organisation_name text, second_factor boolean, opened_at timestamp with time zone, expires_at timestamp with time zone, is_this boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.own_sign_ins(in_shown bytea) OWNER TO yanshou_guard;

CREATE FUNCTION auth.person() RETURNS uuid
    LANGUAGE sql STABLE
    RETURN ((auth.context())[4])::uuid;

ALTER FUNCTION auth.person() OWNER TO postgres;

CREATE FUNCTION auth.project() RETURNS uuid
    LANGUAGE sql STABLE
    RETURN (NULLIF((auth.context())[8], ''::text))::uuid;

ALTER FUNCTION auth.project() OWNER TO postgres;

CREATE FUNCTION auth.reader_of(in_district integer, acting text, who uuid) RETURNS uuid
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    RETURN (md5(((((in_district || ' '::text) || acting) || ' '::text) || COALESCE((who)::text, ''::text))))::uuid;

ALTER FUNCTION auth.reader_of(in_district integer, acting text, who uuid) OWNER TO postgres;

CREATE FUNCTION auth.readers() RETURNS uuid[]
    LANGUAGE sql STABLE
    RETURN ((auth.context())[16])::uuid[];

ALTER FUNCTION auth.readers() OWNER TO postgres;

CREATE FUNCTION auth.register_signing_key(in_key uuid, in_public_key text, in_from timestamp with time zone, in_op uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.register_signing_key(in_key uuid, in_public_key text, in_from timestamp with time zone, in_op uuid) OWNER TO yanshou_guard;

CREATE FUNCTION auth.require_key_event(in_key uuid, in_op uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.require_key_event(in_key uuid, in_op uuid) OWNER TO yanshou_guard;

CREATE FUNCTION auth.require_link_issuer(in_project uuid) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.require_link_issuer(in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION auth.require_second_factor() RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.require_second_factor() OWNER TO yanshou_guard;

CREATE FUNCTION auth.require_today(in_at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.require_today(in_at timestamp with time zone) OWNER TO yanshou_guard;

CREATE FUNCTION auth.revoke_links(in_handover uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.revoke_links(in_handover uuid) OWNER TO yanshou_guard;

CREATE FUNCTION auth.revoke_signing_key(in_key uuid, in_at timestamp with time zone, in_op uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.revoke_signing_key(in_key uuid, in_at timestamp with time zone, in_op uuid) OWNER TO yanshou_guard;

CREATE FUNCTION auth.role() RETURNS text
    LANGUAGE sql STABLE
    RETURN (auth.context())[7];

ALTER FUNCTION auth.role() OWNER TO postgres;

CREATE FUNCTION auth.scope() RETURNS uuid
    LANGUAGE sql STABLE
    RETURN (NULLIF((auth.context())[9], ''::text))::uuid;

ALTER FUNCTION auth.scope() OWNER TO postgres;

CREATE FUNCTION auth.sees(in_project uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.sees(in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION auth.sees_district() RETURNS boolean
    LANGUAGE sql STABLE
    RETURN ((auth.context())[13])::boolean;

ALTER FUNCTION auth.sees_district() OWNER TO postgres;

CREATE FUNCTION auth.set_demo_clock(in_now timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE plpgsql
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.set_demo_clock(in_now timestamp with time zone) OWNER TO postgres;

CREATE FUNCTION auth.sign_context(payload text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.sign_context(payload text) OWNER TO yanshou_guard;

CREATE FUNCTION auth.sign_in_form(in_login text, in_network text) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.sign_in_form(in_login text, in_network text) OWNER TO yanshou_guard;

CREATE FUNCTION auth.sign_in_name(in_hash bytea) RETURNS uuid
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    RETURN (encode(substr(sha256(in_hash), 1, 16), 'hex'::text))::uuid;

ALTER FUNCTION auth.sign_in_name(in_hash bytea) OWNER TO postgres;

CREATE FUNCTION auth.sign_in_wait(in_login text, in_network text) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.sign_in_wait(in_login text, in_network text) OWNER TO yanshou_guard;

CREATE FUNCTION auth.takes_part(in_project uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.takes_part(in_project uuid) OWNER TO yanshou_guard;

CREATE FUNCTION auth.tg__control_link_reaches_engagements() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.tg__control_link_reaches_engagements() OWNER TO yanshou_guard;

CREATE FUNCTION auth.tg__control_link_waits_for_engagements() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.tg__control_link_waits_for_engagements() OWNER TO yanshou_guard;

CREATE FUNCTION auth.tg__demo_clock_is_of_a_demonstration() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.tg__demo_clock_is_of_a_demonstration() OWNER TO yanshou_guard;

CREATE FUNCTION auth.tg__no_event_no_commit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.tg__no_event_no_commit() OWNER TO yanshou_guard;

CREATE FUNCTION auth.tg__organisation_facilities_are_recorded_by_the_office() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.tg__organisation_facilities_are_recorded_by_the_office() OWNER TO yanshou_guard;

CREATE FUNCTION auth.tg__sign_in_begins_anew() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.tg__sign_in_begins_anew() OWNER TO yanshou_guard;

CREATE FUNCTION auth.tg__signing_key_only_ends() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.tg__signing_key_only_ends() OWNER TO yanshou_guard;

CREATE FUNCTION auth.today() RETURNS date
    LANGUAGE sql STABLE
    RETURN ((auth.context())[10])::date;

ALTER FUNCTION auth.today() OWNER TO postgres;

CREATE FUNCTION auth.token_kind() RETURNS text
    LANGUAGE sql STABLE
    RETURN (auth.context())[11];

ALTER FUNCTION auth.token_kind() OWNER TO postgres;

CREATE FUNCTION auth.units() RETURNS uuid[]
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.units() OWNER TO yanshou_guard;

CREATE FUNCTION auth.units_are_linked(in_one uuid, in_other uuid, in_from date, in_to date) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.units_are_linked(in_one uuid, in_other uuid, in_from date, in_to date) OWNER TO postgres;

CREATE FUNCTION auth.units_of_one_group(in_units uuid[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.units_of_one_group(in_units uuid[]) OWNER TO postgres;

CREATE FUNCTION auth.write_context(district integer, person uuid, organisation uuid, appointment uuid, acting text, project uuid, scope uuid, today date, token_kind text, second_factor boolean, until timestamp with time zone DEFAULT NULL::timestamp with time zone, counted bigint DEFAULT NULL::bigint) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION auth.write_context(district integer, person uuid, organisation uuid, appointment uuid, acting text, project uuid, scope uuid, today date, token_kind text, second_factor boolean, until timestamp with time zone, counted bigint) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.admit() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.admit() OWNER TO yanshou_guard;

CREATE FUNCTION jobs.beat(in_worker integer, in_done bigint, in_failed bigint, in_lost bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.beat(in_worker integer, in_done bigint, in_failed bigint, in_lost bigint) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.begin_worker(in_name text, in_before integer DEFAULT NULL::integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.begin_worker(in_name text, in_before integer) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.bury(in_job uuid, in_ring smallint, in_attempts smallint, in_reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.bury(in_job uuid, in_ring smallint, in_attempts smallint, in_reason text) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.cancel(in_job uuid, in_reason text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.cancel(in_job uuid, in_reason text) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.cancellations(in_worker integer) RETURNS TABLE(job_id uuid, token bigint, reason text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.cancellations(in_worker integer) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.claim(in_queue text, in_kinds text[], in_priorities smallint[], in_seqs bigint[], in_limit integer, in_worker integer, in_idle boolean) RETURNS TABLE(job_id uuid, token bigint, district integer, kind text, arguments jsonb, attempts smallint, time_limit_ms bigint, priority smallint, seq bigint, alone boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_seqscan TO 'off'
    SET enable_bitmapscan TO 'off'
    AS (sql/current);

ALTER FUNCTION jobs.claim(in_queue text, in_kinds text[], in_priorities smallint[], in_seqs bigint[], in_limit integer, in_worker integer, in_idle boolean) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.complete(in_job uuid, in_lease bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.complete(in_job uuid, in_lease bigint) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.declare_schedule(in_name text, in_kind text, in_queue text, in_arguments jsonb, in_every interval, in_at time without time zone, in_weekdays smallint[], in_month_days smallint[], in_workdays boolean, in_zone text, in_missed text, in_district integer, in_once_a_day boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.declare_schedule(in_name text, in_kind text, in_queue text, in_arguments jsonb, in_every interval, in_at time without time zone, in_weekdays smallint[], in_month_days smallint[], in_workdays boolean, in_zone text, in_missed text, in_district integer, in_once_a_day boolean) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.delivery_to_bring(in_delivery uuid) RETURNS TABLE(district integer, webhook_id uuid, url text, secret_number integer, entry_id uuid, type text, at timestamp with time zone, subject_kind text, subject_id uuid, subject_version integer, project_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.delivery_to_bring(in_delivery uuid) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.end_worker(in_worker integer, in_done bigint, in_failed bigint, in_lost bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.end_worker(in_worker integer, in_done bigint, in_failed bigint, in_lost bigint) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.fail(in_job uuid, in_lease bigint, in_error text, in_pause interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.fail(in_job uuid, in_lease bigint, in_error text, in_pause interval) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.finish(in_jobs uuid[], in_tokens bigint[]) RETURNS SETOF uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_seqscan TO 'off'
    AS (sql/current);

ALTER FUNCTION jobs.finish(in_jobs uuid[], in_tokens bigint[]) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.fire(in_limit integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.fire(in_limit integer) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.forward(in_jobs uuid[], in_rings smallint[], in_attempts smallint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    SET enable_hashjoin TO 'off'
    SET enable_mergejoin TO 'off'
    SET enable_seqscan TO 'off'
    AS (sql/current);

ALTER FUNCTION jobs.forward(in_jobs uuid[], in_rings smallint[], in_attempts smallint[]) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.give_up(in_job uuid, in_lease bigint, in_reason text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.give_up(in_job uuid, in_lease bigint, in_reason text) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.hand_out(in_limit integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.hand_out(in_limit integer) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.heartbeat(in_worker integer, in_done bigint, in_failed bigint, in_lost bigint, in_queues text[], in_kinds text[]) RETURNS TABLE(alive boolean, has_ready boolean, wait bigint, asked uuid[], reasons text[])
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.heartbeat(in_worker integer, in_done bigint, in_failed bigint, in_lost bigint, in_queues text[], in_kinds text[]) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.hold_schedule(in_name text, in_holds boolean) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.hold_schedule(in_name text, in_holds boolean) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.hold_worker(in_worker integer) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.hold_worker(in_worker integer) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.let_go(in_ended uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.let_go(in_ended uuid[]) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.next_due() RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.next_due() OWNER TO yanshou_guard;

CREATE TABLE jobs.schedule (
    name text NOT NULL,
    kind text NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    arguments jsonb DEFAULT '{}'::jsonb NOT NULL,
    every interval,
    at_time time without time zone,
    weekdays smallint[],
    month_days smallint[],
    workdays boolean DEFAULT false NOT NULL,
    zone text DEFAULT 'Asia/Shanghai'::text NOT NULL,
    missed text NOT NULL,
    district integer,
    next_at timestamp with time zone,
    last_at timestamp with time zone,
    paused_at timestamp with time zone,
    once_a_day boolean DEFAULT false NOT NULL,
    CONSTRAINT schedule_is_by_span_or_by_time CHECK (((every IS NULL) <> (at_time IS NULL))),
    CONSTRAINT schedule_missed_is_known CHECK ((missed = ANY (ARRAY['skip'::text, 'latest'::text, 'all'::text]))),
    CONSTRAINT schedule_span_is_positive CHECK ((every >= '00:00:01'::interval))
);

ALTER TABLE ONLY jobs.schedule FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.schedule OWNER TO yanshou_owner;

CREATE FUNCTION jobs.next_tick(own jobs.schedule, after timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.next_tick(own jobs.schedule, after timestamp with time zone) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.pause(in_queue text, in_reason text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.pause(in_queue text, in_reason text) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.promote(in_limit integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.promote(in_limit integer) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.queues() RETURNS TABLE(queue text, ready bigint, waits_since timestamp with time zone, paused text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.queues() OWNER TO yanshou_guard;

CREATE FUNCTION jobs.reclaim(in_worker integer, in_known uuid[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.reclaim(in_worker integer, in_known uuid[]) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.redrive(in_kind text, in_limit integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.redrive(in_kind text, in_limit integer) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.release(in_jobs uuid[], in_tokens bigint[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.release(in_jobs uuid[], in_tokens bigint[]) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.rescue() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.rescue() OWNER TO yanshou_guard;

CREATE FUNCTION jobs.resume(in_queue text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.resume(in_queue text) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.retry(in_job uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.retry(in_job uuid) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.ring() RETURNS smallint
    LANGUAGE sql STABLE
    RETURN (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint;

ALTER FUNCTION jobs.ring() OWNER TO postgres;

CREATE FUNCTION jobs.ring_bell() RETURNS void
    LANGUAGE sql
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.ring_bell() OWNER TO postgres;

CREATE FUNCTION jobs.run_schedule(in_name text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.run_schedule(in_name text) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.set_gate(in_gate text, in_slots integer, in_count integer, in_per interval) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.set_gate(in_gate text, in_slots integer, in_count integer, in_per interval) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.snooze(in_job uuid, in_lease bigint, in_pause interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.snooze(in_job uuid, in_lease bigint, in_pause interval) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.strike_out(in_job uuid, in_attempts smallint, in_worker integer, in_claimed timestamp with time zone, in_reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.strike_out(in_job uuid, in_attempts smallint, in_worker integer, in_claimed timestamp with time zone, in_reason text) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.take(in_queue text, in_kind text, in_priority smallint, in_after bigint, in_limit integer, in_worker integer) RETURNS TABLE(job_id uuid, token bigint, district integer, kind text, arguments jsonb, attempts smallint, time_limit_ms bigint, priority smallint, seq bigint, alone boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.take(in_queue text, in_kind text, in_priority smallint, in_after bigint, in_limit integer, in_worker integer) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.take_alone(in_queue text, in_kinds text[], in_worker integer) RETURNS TABLE(job_id uuid, token bigint, district integer, kind text, arguments jsonb, attempts smallint, time_limit_ms bigint, priority smallint, seq bigint, alone boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.take_alone(in_queue text, in_kinds text[], in_worker integer) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.tell_delivery(in_delivery uuid, in_status integer, in_reason text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.tell_delivery(in_delivery uuid, in_status integer, in_reason text) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.tg__job_takes_its_key() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.tg__job_takes_its_key() OWNER TO yanshou_guard;

CREATE FUNCTION jobs.tg__jobs_are_routed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.tg__jobs_are_routed() OWNER TO yanshou_guard;

CREATE FUNCTION jobs.tidy() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.tidy() OWNER TO yanshou_guard;

CREATE FUNCTION jobs.turn_ring() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    SET lock_timeout TO '500ms'
    AS (sql/current);

ALTER FUNCTION jobs.turn_ring() OWNER TO yanshou_guard;

CREATE FUNCTION jobs.unblock(in_ended uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.unblock(in_ended uuid[]) OWNER TO yanshou_guard;

CREATE FUNCTION jobs.withdraw(in_job uuid) RETURNS smallint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION jobs.withdraw(in_job uuid) OWNER TO yanshou_guard;

CREATE FUNCTION ledger.append(in_district integer, in_person uuid, in_organisation uuid, in_role text, in_entry uuid, in_type text, in_kind text, in_subject uuid, in_project uuid, in_at timestamp with time zone, in_operation bytea, in_body jsonb, in_sign_off jsonb, in_rule jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.append(in_district integer, in_person uuid, in_organisation uuid, in_role text, in_entry uuid, in_type text, in_kind text, in_subject uuid, in_project uuid, in_at timestamp with time zone, in_operation bytea, in_body jsonb, in_sign_off jsonb, in_rule jsonb) OWNER TO yanshou_guard;

CREATE FUNCTION ledger.begin_rows() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.begin_rows() OWNER TO yanshou_guard;

CREATE FUNCTION ledger.bind_table(in_table oid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.bind_table(in_table oid) OWNER TO postgres;

CREATE FUNCTION ledger.canonical(value jsonb) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.canonical(value jsonb) OWNER TO postgres;

CREATE FUNCTION ledger.close(in_district integer, in_entry uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.close(in_district integer, in_entry uuid) OWNER TO yanshou_guard;

CREATE FUNCTION ledger.columns_of(in_table oid) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.columns_of(in_table oid) OWNER TO postgres;

CREATE FUNCTION ledger.digests_of(in_table text, in_columns text[]) RETURNS TABLE(district integer, op_id uuid, row_key text, version integer, project_id uuid, digest bytea, files text[])
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    SET "TimeZone" TO 'UTC'
    SET "DateStyle" TO 'ISO, YMD'
    SET bytea_output TO 'hex'
    SET "IntervalStyle" TO 'iso_8601'
    SET extra_float_digits TO '1'
    AS (sql/current);

ALTER FUNCTION ledger.digests_of(in_table text, in_columns text[]) OWNER TO postgres;

CREATE FUNCTION ledger.district_subject(in_district integer) RETURNS uuid
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.district_subject(in_district integer) OWNER TO postgres;

CREATE FUNCTION ledger.entry_differences() RETURNS TABLE(place text, row_key text, finding text)
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.entry_differences() OWNER TO postgres;

CREATE FUNCTION ledger.file_differences() RETURNS TABLE(place text, row_key text, finding text)
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.file_differences() OWNER TO postgres;

CREATE FUNCTION ledger.files_text(in_district integer, in_entry uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.files_text(in_district integer, in_entry uuid) OWNER TO yanshou_guard;

CREATE FUNCTION ledger.key_part(part text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.key_part(part text) OWNER TO postgres;

CREATE FUNCTION ledger.keys_of(in_table oid) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.keys_of(in_table oid) OWNER TO postgres;

CREATE FUNCTION ledger.last_digests(in_table text) RETURNS TABLE(district integer, row_key text, digest bytea, entry_id uuid)
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.last_digests(in_table text) OWNER TO postgres;

CREATE FUNCTION ledger.marker_of(in_district integer) RETURNS uuid
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.marker_of(in_district integer) OWNER TO postgres;

CREATE FUNCTION ledger.may_tell_of_no_row(in_role text, in_type text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.may_tell_of_no_row(in_role text, in_type text) OWNER TO postgres;

CREATE FUNCTION ledger.record(in_entry uuid, in_type text, in_kind text, in_subject uuid, in_project uuid, in_at timestamp with time zone, in_operation bytea, in_body jsonb, in_sign_off jsonb DEFAULT NULL::jsonb, in_rule jsonb DEFAULT NULL::jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.record(in_entry uuid, in_type text, in_kind text, in_subject uuid, in_project uuid, in_at timestamp with time zone, in_operation bytea, in_body jsonb, in_sign_off jsonb, in_rule jsonb) OWNER TO yanshou_guard;

CREATE FUNCTION ledger.record_operator(in_district integer, in_entry uuid, in_type text, in_kind text, in_subject uuid, in_body jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.record_operator(in_district integer, in_entry uuid, in_type text, in_kind text, in_subject uuid, in_body jsonb) OWNER TO yanshou_guard;

CREATE FUNCTION ledger.row_differences() RETURNS TABLE(place text, row_key text, finding text)
    LANGUAGE plpgsql STABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.row_differences() OWNER TO postgres;

CREATE FUNCTION ledger.row_files(image jsonb, digests text[]) RETURNS text[]
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.row_files(image jsonb, digests text[]) OWNER TO postgres;

CREATE FUNCTION ledger.row_key(image jsonb, keys text[]) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.row_key(image jsonb, keys text[]) OWNER TO postgres;

CREATE FUNCTION ledger.rows_text(in_district integer, in_entry uuid) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.rows_text(in_district integer, in_entry uuid) OWNER TO yanshou_guard;

CREATE FUNCTION ledger.stamp(moment timestamp with time zone) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.stamp(moment timestamp with time zone) OWNER TO postgres;

CREATE FUNCTION ledger.tg__entry_closes_once() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.tg__entry_closes_once() OWNER TO yanshou_guard;

CREATE FUNCTION ledger.tg__entry_is_closed_at_commit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.tg__entry_is_closed_at_commit() OWNER TO yanshou_guard;

CREATE FUNCTION ledger.tg__event_is_of_ones_own_project() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.tg__event_is_of_ones_own_project() OWNER TO yanshou_guard;

CREATE FUNCTION ledger.tg__publication_has_its_events() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.tg__publication_has_its_events() OWNER TO yanshou_guard;

CREATE FUNCTION ledger.tg__row_is_bound() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO ''
    SET "TimeZone" TO 'UTC'
    SET "DateStyle" TO 'ISO, YMD'
    SET bytea_output TO 'hex'
    SET "IntervalStyle" TO 'iso_8601'
    SET extra_float_digits TO '1'
    AS (sql/current);

ALTER FUNCTION ledger.tg__row_is_bound() OWNER TO yanshou_guard;

CREATE FUNCTION ledger.uncovered(in_table text) RETURNS text[]
    LANGUAGE sql IMMUTABLE
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.uncovered(in_table text) OWNER TO postgres;

CREATE FUNCTION ledger.written_since(in_snapshot text, in_project uuid, OUT changed boolean, OUT snapshot text) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION ledger.written_since(in_snapshot text, in_project uuid, OUT changed boolean, OUT snapshot text) OWNER TO yanshou_guard;

CREATE FUNCTION pub.job_schedules() RETURNS TABLE(name text, kind text, is_held boolean, next_at text, last_at text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION pub.job_schedules() OWNER TO yanshou_guard;

CREATE FUNCTION pub.job_workers() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION pub.job_workers() OWNER TO yanshou_guard;

CREATE FUNCTION pub.jobs_by_state() RETURNS TABLE(state text, jobs bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION pub.jobs_by_state() OWNER TO yanshou_guard;

CREATE FUNCTION pub.jobs_ended() RETURNS TABLE(outcome text, jobs bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION pub.jobs_ended() OWNER TO yanshou_guard;

CREATE FUNCTION pub.overdue_clocks() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION pub.overdue_clocks() OWNER TO yanshou_guard;

CREATE FUNCTION pub.own_dead_jobs() RETURNS TABLE(kind text, attempts smallint, reason text, at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION pub.own_dead_jobs() OWNER TO yanshou_guard;

CREATE FUNCTION pub.pending_entries() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION pub.pending_entries() OWNER TO yanshou_guard;

CREATE FUNCTION pub.queue_standings() RETURNS TABLE(queue text, ready bigint, seconds bigint, paused text, stands boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION pub.queue_standings() OWNER TO yanshou_guard;

CREATE FUNCTION pub.queue_waits() RETURNS TABLE(queue text, seconds bigint, paused bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION pub.queue_waits() OWNER TO yanshou_guard;

CREATE FUNCTION pub.schema_stamp() RETURNS TABLE(number integer, migrations text, current text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION pub.schema_stamp() OWNER TO yanshou_guard;

CREATE FUNCTION pub.uncomputed_clocks() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION pub.uncomputed_clocks() OWNER TO yanshou_guard;

CREATE FUNCTION pub.written_since(in_snapshot text, in_project uuid, OUT changed boolean, OUT snapshot text) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO ''
    AS (sql/current);

ALTER FUNCTION pub.written_since(in_snapshot text, in_project uuid, OUT changed boolean, OUT snapshot text) OWNER TO yanshou_guard;

CREATE TABLE app.acceptance_answer (
    district integer NOT NULL,
    acceptance_answer_id uuid NOT NULL,
    project_id uuid NOT NULL,
    item text NOT NULL,
    answer text NOT NULL,
    evidence text NOT NULL,
    answered_by uuid NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT acceptance_answer_is_known CHECK ((answer = ANY (ARRAY['present'::text, 'not_applicable'::text]))),
    CONSTRAINT acceptance_answer_names_its_evidence CHECK ((evidence <> ''::text))
);

ALTER TABLE ONLY app.acceptance_answer FORCE ROW LEVEL SECURITY;

ALTER TABLE app.acceptance_answer OWNER TO yanshou_owner;

CREATE TABLE app.acceptance_certificate (
    district integer NOT NULL,
    acceptance_certificate_id uuid NOT NULL,
    acceptance_round_id uuid NOT NULL,
    project_id uuid NOT NULL,
    dossier_sha256 bytea NOT NULL,
    opinion_ids uuid[] NOT NULL,
    certified_on date NOT NULL,
    content bytea NOT NULL,
    sha256 bytea NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT acceptance_certificate_is_its_digest CHECK ((sha256 = sha256(content)))
);

ALTER TABLE ONLY app.acceptance_certificate FORCE ROW LEVEL SECURITY;

ALTER TABLE app.acceptance_certificate OWNER TO yanshou_owner;

CREATE TABLE app.acceptance_delegation (
    district integer NOT NULL,
    acceptance_seat_id uuid NOT NULL,
    number integer NOT NULL,
    acceptance_round_id uuid NOT NULL,
    project_id uuid NOT NULL,
    person_id uuid NOT NULL,
    granted_by text NOT NULL,
    letter text NOT NULL,
    sha256 bytea,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT delegation_digest_has_32_bytes CHECK ((length(sha256) = 32)),
    CONSTRAINT delegation_ends_after_it_begins CHECK ((valid_to >= valid_from)),
    CONSTRAINT delegation_names_its_letter CHECK ((letter <> ''::text)),
    CONSTRAINT delegation_names_who_granted_it CHECK ((granted_by <> ''::text))
);

ALTER TABLE ONLY app.acceptance_delegation FORCE ROW LEVEL SECURITY;

ALTER TABLE app.acceptance_delegation OWNER TO yanshou_owner;

CREATE TABLE app.acceptance_dossier (
    district integer NOT NULL,
    acceptance_dossier_id uuid NOT NULL,
    acceptance_round_id uuid NOT NULL,
    project_id uuid NOT NULL,
    number integer NOT NULL,
    manifest bytea NOT NULL,
    sha256 bytea NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    frozen_at timestamp with time zone,
    CONSTRAINT acceptance_dossier_is_its_digest CHECK ((sha256 = sha256(manifest))),
    CONSTRAINT acceptance_dossier_is_of_a_fair_size CHECK (((length(manifest) >= 2) AND (length(manifest) <= 4194304))),
    CONSTRAINT acceptance_dossier_number_is_positive CHECK ((number > 0))
);

ALTER TABLE ONLY app.acceptance_dossier FORCE ROW LEVEL SECURITY;

ALTER TABLE app.acceptance_dossier OWNER TO yanshou_owner;

CREATE TABLE app.acceptance_opinion (
    district integer NOT NULL,
    acceptance_opinion_id uuid NOT NULL,
    acceptance_seat_id uuid NOT NULL,
    acceptance_round_id uuid NOT NULL,
    project_id uuid NOT NULL,
    person_id uuid NOT NULL,
    dossier_sha256 bytea NOT NULL,
    opinion text NOT NULL,
    words text NOT NULL,
    items jsonb DEFAULT '[]'::jsonb NOT NULL,
    sign_kind text NOT NULL,
    statement bytea NOT NULL,
    signature text,
    key_id uuid,
    second_factor boolean NOT NULL,
    received_at timestamp with time zone NOT NULL,
    given_on date NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT acceptance_attested_shows_second_factor CHECK (((sign_kind <> 'attested'::text) OR second_factor)),
    CONSTRAINT acceptance_fail_says_why CHECK (((opinion <> ALL (ARRAY['fail'::text, 'recuse'::text])) OR (words <> ''::text))),
    CONSTRAINT acceptance_items_are_listed CHECK (((opinion = 'pass_with_items'::text) = (jsonb_array_length(items) > 0))),
    CONSTRAINT acceptance_opinion_is_known CHECK ((opinion = ANY (ARRAY['pass'::text, 'pass_with_items'::text, 'fail'::text, 'recuse'::text]))),
    CONSTRAINT acceptance_opinion_is_of_its_day CHECK ((given_on = ((received_at AT TIME ZONE '08:00:00'::interval))::date)),
    CONSTRAINT acceptance_sign_kind_is_known CHECK ((sign_kind = ANY (ARRAY['sshsig'::text, 'attested'::text]))),
    CONSTRAINT acceptance_signature_has_its_bytes CHECK (((sign_kind = 'sshsig'::text) = ((signature IS NOT NULL) AND (key_id IS NOT NULL))))
);

ALTER TABLE ONLY app.acceptance_opinion FORCE ROW LEVEL SECURITY;

ALTER TABLE app.acceptance_opinion OWNER TO yanshou_owner;

CREATE TABLE app.acceptance_seat (
    district integer NOT NULL,
    acceptance_seat_id uuid NOT NULL,
    acceptance_round_id uuid NOT NULL,
    project_id uuid NOT NULL,
    seat text NOT NULL,
    role text NOT NULL,
    mandatory boolean NOT NULL,
    needs_key boolean NOT NULL,
    op_id uuid NOT NULL,
    organisation_id uuid
);

ALTER TABLE ONLY app.acceptance_seat FORCE ROW LEVEL SECURITY;

ALTER TABLE app.acceptance_seat OWNER TO yanshou_owner;

CREATE TABLE app.acceptance_sitting (
    district integer NOT NULL,
    acceptance_seat_id uuid NOT NULL,
    number integer NOT NULL,
    acceptance_round_id uuid NOT NULL,
    project_id uuid NOT NULL,
    person_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    role text NOT NULL,
    seated_on date NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT acceptance_sitting_number_is_positive CHECK ((number > 0))
);

ALTER TABLE ONLY app.acceptance_sitting FORCE ROW LEVEL SECURITY;

ALTER TABLE app.acceptance_sitting OWNER TO yanshou_owner;

CREATE TABLE auth.organisation (
    organisation_id uuid NOT NULL,
    credit_code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    recorded_in integer,
    op_id uuid,
    facilities text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT organisation_credit_code_has_its_form CHECK ((credit_code ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'::text)),
    CONSTRAINT organisation_has_a_name CHECK ((name <> ''::text))
);

ALTER TABLE ONLY auth.organisation FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.organisation OWNER TO yanshou_owner;

CREATE TABLE auth.person (
    person_id uuid NOT NULL,
    name text NOT NULL,
    login text,
    one_time_secret bytea,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    one_time_step bigint,
    password_form text,
    password_verifier bytea,
    recorded_in integer,
    op_id uuid,
    CONSTRAINT person_has_a_name CHECK ((name <> ''::text)),
    CONSTRAINT person_password_has_form_and_verifier CHECK (((password_form IS NULL) = (password_verifier IS NULL))),
    CONSTRAINT person_password_verifier_has_32_bytes CHECK ((length(password_verifier) = 32))
);

ALTER TABLE ONLY auth.person FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.person OWNER TO yanshou_owner;

CREATE VIEW app.acceptance_seat_card WITH (security_invoker='true') AS
 SELECT seat.district,
    seat.acceptance_seat_id,
    seat.acceptance_round_id,
    seat.project_id,
    seat.seat,
    seat.role,
    seat.mandatory,
    seat.needs_key,
    held.person_id,
    held.organisation_id,
    person.name AS person,
    organisation.name AS organisation,
    said.acceptance_opinion_id,
    said.opinion,
    said.words,
    said.items,
    said.sign_kind,
    said.given_on,
    said.received_at,
    said.dossier_sha256,
    said.key_id,
    letter.granted_by,
    letter.letter,
    letter.valid_from AS letter_from,
    letter.valid_to AS letter_to,
    own.name AS unit
   FROM ((((((app.acceptance_seat seat
     LEFT JOIN LATERAL ( SELECT s.person_id,
            s.organisation_id,
            s.number
           FROM app.acceptance_sitting s
          WHERE ((s.district = seat.district) AND (s.acceptance_seat_id = seat.acceptance_seat_id))
          ORDER BY s.number DESC
         LIMIT 1) held ON (true))
     LEFT JOIN auth.organisation own ON ((own.organisation_id = seat.organisation_id)))
     LEFT JOIN app.acceptance_delegation letter ON (((letter.district = seat.district) AND (letter.acceptance_seat_id = seat.acceptance_seat_id) AND (letter.number = held.number))))
     LEFT JOIN auth.person ON ((person.person_id = held.person_id)))
     LEFT JOIN auth.organisation ON ((organisation.organisation_id = held.organisation_id)))
     LEFT JOIN LATERAL ( SELECT o.district,
            o.acceptance_opinion_id,
            o.acceptance_seat_id,
            o.acceptance_round_id,
            o.project_id,
            o.person_id,
            o.dossier_sha256,
            o.opinion,
            o.words,
            o.items,
            o.sign_kind,
            o.statement,
            o.signature,
            o.key_id,
            o.second_factor,
            o.received_at,
            o.given_on,
            o.op_id,
            o.created_at
           FROM (app.acceptance_opinion o
             JOIN app.acceptance_dossier d ON (((d.district = o.district) AND (d.acceptance_round_id = o.acceptance_round_id) AND (d.sha256 = o.dossier_sha256))))
          WHERE ((o.district = seat.district) AND (o.acceptance_seat_id = seat.acceptance_seat_id) AND (o.person_id = held.person_id))
          ORDER BY d.number DESC
         LIMIT 1) said ON (true));

ALTER TABLE app.acceptance_seat_card OWNER TO yanshou_owner;

CREATE TABLE app.anonymous_report (
    district integer NOT NULL,
    issue_id uuid NOT NULL,
    project_id uuid NOT NULL,
    source_hash bytea NOT NULL,
    reported_at timestamp with time zone DEFAULT now() NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT anonymous_source_is_a_hash CHECK ((length(source_hash) = 32))
);

ALTER TABLE ONLY app.anonymous_report FORCE ROW LEVEL SECURITY;

ALTER TABLE app.anonymous_report OWNER TO yanshou_owner;

CREATE TABLE app.archive_package (
    district integer NOT NULL,
    archive_package_id uuid NOT NULL,
    project_id uuid NOT NULL,
    number integer NOT NULL,
    content bytea NOT NULL,
    sha256 bytea NOT NULL,
    manifest_sha256 bytea NOT NULL,
    files integer NOT NULL,
    made_on date NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT archive_manifest_digest_has_32_bytes CHECK ((length(manifest_sha256) = 32)),
    CONSTRAINT archive_package_holds_files CHECK ((files > 0)),
    CONSTRAINT archive_package_is_its_digest CHECK ((sha256 = sha256(content))),
    CONSTRAINT archive_package_is_of_a_fair_size CHECK ((length(content) <= 67108864)),
    CONSTRAINT archive_package_number_is_positive CHECK ((number > 0))
);

ALTER TABLE ONLY app.archive_package FORCE ROW LEVEL SECURITY;

ALTER TABLE app.archive_package OWNER TO yanshou_owner;

CREATE TABLE app.archive_receipt (
    district integer NOT NULL,
    archive_package_id uuid NOT NULL,
    project_id uuid NOT NULL,
    archive text NOT NULL,
    number text NOT NULL,
    sha256 bytea NOT NULL,
    received_on date NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT archive_receipt_has_a_number CHECK ((number <> ''::text)),
    CONSTRAINT archive_receipt_names_the_archive CHECK ((archive <> ''::text))
);

ALTER TABLE ONLY app.archive_receipt FORCE ROW LEVEL SECURITY;

ALTER TABLE app.archive_receipt OWNER TO yanshou_owner;

CREATE TABLE app.award_withdrawal (
    district integer NOT NULL,
    award_id uuid NOT NULL,
    project_id uuid NOT NULL,
    reason text NOT NULL,
    withdrawn_on date NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT award_withdrawal_says_why CHECK ((length(btrim(reason)) > 0))
);

ALTER TABLE ONLY app.award_withdrawal FORCE ROW LEVEL SECURITY;

ALTER TABLE app.award_withdrawal OWNER TO yanshou_owner;

CREATE TABLE app.ballot (
    district integer NOT NULL,
    ballot_id uuid NOT NULL,
    project_id uuid NOT NULL,
    title text NOT NULL,
    organiser_kind text NOT NULL,
    organiser_name text NOT NULL,
    forms text[] NOT NULL,
    topics text[] DEFAULT '{}'::text[] NOT NULL,
    notified_on date NOT NULL,
    opened_on date NOT NULL,
    closes_on date NOT NULL,
    plan_sha256 bytea,
    plan_published_on date,
    register_import_id uuid NOT NULL,
    households integer NOT NULL,
    persons integer NOT NULL,
    area_hundredths bigint NOT NULL,
    edition text NOT NULL,
    state text NOT NULL,
    follows uuid,
    follows_reason text,
    called_off_reason text,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT ballot_called_off_gives_its_reason CHECK (((state = 'called_off'::text) = (called_off_reason IS NOT NULL))),
    CONSTRAINT ballot_closes_after_it_opens CHECK (((closes_on >= opened_on) AND (opened_on >= notified_on))),
    CONSTRAINT ballot_held_again_gives_its_reason CHECK (((follows IS NULL) = (follows_reason IS NULL))),
    CONSTRAINT ballot_organiser_is_known CHECK ((organiser_kind = ANY (ARRAY['owners_committee'::text, 'self_governance_group'::text, 'community'::text, 'street'::text]))),
    CONSTRAINT ballot_plan_digest_has_32_bytes CHECK ((length(plan_sha256) = 32)),
    CONSTRAINT ballot_plan_was_published_before_it_opens CHECK ((plan_published_on <= opened_on)),
    CONSTRAINT ballot_state_is_known CHECK ((state = ANY (ARRAY['open'::text, 'counted'::text, 'called_off'::text])))
);

ALTER TABLE ONLY app.ballot FORCE ROW LEVEL SECURITY;

ALTER TABLE app.ballot OWNER TO yanshou_owner;

CREATE TABLE app.ballot_count (
    district integer NOT NULL,
    count_id uuid NOT NULL,
    ballot_id uuid NOT NULL,
    project_id uuid NOT NULL,
    ordinal integer NOT NULL,
    reason text,
    counted_on date NOT NULL,
    counted_by uuid NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT recount_gives_its_reason CHECK (((ordinal = 1) = (reason IS NULL)))
);

ALTER TABLE ONLY app.ballot_count FORCE ROW LEVEL SECURITY;

ALTER TABLE app.ballot_count OWNER TO yanshou_owner;

CREATE TABLE app.ballot_question (
    district integer NOT NULL,
    ballot_id uuid NOT NULL,
    ordinal integer NOT NULL,
    project_id uuid NOT NULL,
    purpose text NOT NULL,
    title text NOT NULL,
    matter text NOT NULL,
    class text NOT NULL,
    class_reason text NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT ballot_matter_class_gives_its_reason CHECK ((length(btrim(class_reason)) > 0)),
    CONSTRAINT ballot_matter_has_a_class CHECK ((class = ANY (ARRAY['special'::text, 'general'::text]))),
    CONSTRAINT ballot_purpose_is_known CHECK ((purpose = ANY (ARRAY['willingness'::text, 'plan'::text, 'other'::text]))),
    CONSTRAINT ballot_question_is_numbered CHECK (((ordinal >= 1) AND (ordinal <= 20)))
);

ALTER TABLE ONLY app.ballot_question FORCE ROW LEVEL SECURITY;

ALTER TABLE app.ballot_question OWNER TO yanshou_owner;

CREATE TABLE app.ballot_result (
    district integer NOT NULL,
    count_id uuid NOT NULL,
    ordinal integer NOT NULL,
    ballot_id uuid NOT NULL,
    project_id uuid NOT NULL,
    area_part bigint NOT NULL,
    area_yes bigint NOT NULL,
    persons_part integer NOT NULL,
    persons_yes integer NOT NULL,
    households_part integer NOT NULL,
    households_yes integer NOT NULL,
    households_no integer NOT NULL,
    verdict text NOT NULL,
    determination_id uuid NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT ballot_verdict_is_known CHECK ((verdict = ANY (ARRAY['pass'::text, 'fail'::text])))
);

ALTER TABLE ONLY app.ballot_result FORCE ROW LEVEL SECURITY;

ALTER TABLE app.ballot_result OWNER TO yanshou_owner;

CREATE TABLE app.ballot_slip (
    district integer NOT NULL,
    slip_id uuid NOT NULL,
    ballot_id uuid NOT NULL,
    project_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    area_hundredths bigint NOT NULL,
    answers text[] NOT NULL,
    channel text NOT NULL,
    by_proxy boolean DEFAULT false NOT NULL,
    proxy_sha256 bytea,
    scan_sha256 bytea,
    signed_on date NOT NULL,
    entered_by uuid NOT NULL,
    withdrawn_on date,
    withdrawal_kind text,
    withdrawal_reason text,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT slip_answers_are_known CHECK ((answers <@ ARRAY['yes'::text, 'no'::text, 'abstain'::text])),
    CONSTRAINT slip_by_proxy_has_its_authority CHECK ((by_proxy = (proxy_sha256 IS NOT NULL))),
    CONSTRAINT slip_channel_is_known CHECK ((channel = ANY (ARRAY['paper'::text, 'electronic'::text]))),
    CONSTRAINT slip_on_paper_has_its_scan CHECK (((channel <> 'paper'::text) OR (scan_sha256 IS NOT NULL))),
    CONSTRAINT slip_proxy_digest_has_32_bytes CHECK ((length(proxy_sha256) = 32)),
    CONSTRAINT slip_scan_digest_has_32_bytes CHECK ((length(scan_sha256) = 32)),
    CONSTRAINT slip_withdrawal_is_whole CHECK (((num_nulls(withdrawn_on, withdrawal_kind, withdrawal_reason) = ANY (ARRAY[0, 3])) AND (withdrawn_on >= signed_on))),
    CONSTRAINT slip_withdrawal_kind_is_known CHECK ((withdrawal_kind = ANY (ARRAY['owner'::text, 'entry_error'::text])))
);

ALTER TABLE ONLY app.ballot_slip FORCE ROW LEVEL SECURITY;

ALTER TABLE app.ballot_slip OWNER TO yanshou_owner;

CREATE TABLE app.bill_addition (
    district integer NOT NULL,
    bill_addition_id uuid NOT NULL,
    project_id uuid NOT NULL,
    bill_line_id uuid NOT NULL,
    change_order_id uuid NOT NULL,
    quantity_milli bigint NOT NULL,
    amount_fen bigint NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT bill_addition_changes_something CHECK (((quantity_milli <> 0) OR (amount_fen <> 0)))
);

ALTER TABLE ONLY app.bill_addition FORCE ROW LEVEL SECURITY;

ALTER TABLE app.bill_addition OWNER TO yanshou_owner;

CREATE TABLE app.block (
    district integer NOT NULL,
    block_id uuid DEFAULT gen_random_uuid() NOT NULL,
    project_id uuid NOT NULL,
    action_class text NOT NULL,
    subject_kind text,
    subject_id uuid,
    code text NOT NULL,
    source_kind text NOT NULL,
    source_id uuid NOT NULL,
    put_at timestamp with time zone DEFAULT now() NOT NULL,
    lifted_at timestamp with time zone,
    CONSTRAINT block_is_lifted_after_it_is_put CHECK ((lifted_at >= put_at))
);

ALTER TABLE ONLY app.block FORCE ROW LEVEL SECURITY;

ALTER TABLE app.block OWNER TO yanshou_owner;

CREATE TABLE app.change_order (
    district integer NOT NULL,
    change_order_id uuid NOT NULL,
    project_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    number text NOT NULL,
    title text NOT NULL,
    reason text NOT NULL,
    ground text,
    funding_source text,
    applicant_id uuid NOT NULL,
    applicant_organisation_id uuid NOT NULL,
    beneficiary_id uuid NOT NULL,
    cost_fen bigint NOT NULL,
    days integer NOT NULL,
    larger boolean DEFAULT false NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    determination_id uuid,
    submitted_on date,
    settled_on date,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT change_order_has_a_number CHECK ((number <> ''::text)),
    CONSTRAINT change_order_has_a_reason CHECK ((reason <> ''::text)),
    CONSTRAINT change_order_has_a_title CHECK ((title <> ''::text)),
    CONSTRAINT change_order_is_screened_when_submitted CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR ((determination_id IS NOT NULL) AND (submitted_on IS NOT NULL)))),
    CONSTRAINT change_order_state_is_known CHECK ((state = ANY (ARRAY['draft'::text, 'blocked'::text, 'opinions'::text, 'owner_decision'::text, 'district_decision'::text, 'approved'::text, 'rejected'::text, 'implemented'::text, 'closed'::text, 'withdrawn'::text, 'expired'::text])))
);

ALTER TABLE ONLY app.change_order FORCE ROW LEVEL SECURITY;

ALTER TABLE app.change_order OWNER TO yanshou_owner;

CREATE VIEW app.change_order_card WITH (security_invoker='true') AS
 SELECT o.district,
    o.change_order_id,
    o.project_id,
    o.contract_id,
    o.number,
    o.title,
    o.ground,
    o.state,
    o.cost_fen,
    o.days,
    o.larger,
    o.submitted_on,
    o.settled_on,
    o.version,
    o.created_at,
    applicant.name AS applicant_organisation,
    beneficiary.name AS beneficiary
   FROM ((app.change_order o
     JOIN auth.organisation applicant ON ((applicant.organisation_id = o.applicant_organisation_id)))
     JOIN auth.organisation beneficiary ON ((beneficiary.organisation_id = o.beneficiary_id)));

ALTER TABLE app.change_order_card OWNER TO yanshou_owner;

CREATE TABLE app.change_order_decision (
    district integer NOT NULL,
    change_order_id uuid NOT NULL,
    level text NOT NULL,
    project_id uuid NOT NULL,
    person_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    approves boolean NOT NULL,
    reason text NOT NULL,
    decided_on date NOT NULL,
    op_id uuid NOT NULL,
    answers jsonb,
    CONSTRAINT change_order_decision_has_its_reason CHECK ((reason <> ''::text)),
    CONSTRAINT change_order_decision_level_is_known CHECK ((level = ANY (ARRAY['owner'::text, 'district'::text])))
);

ALTER TABLE ONLY app.change_order_decision FORCE ROW LEVEL SECURITY;

ALTER TABLE app.change_order_decision OWNER TO yanshou_owner;

CREATE TABLE app.change_order_line (
    district integer NOT NULL,
    change_order_id uuid NOT NULL,
    bill_line_id uuid NOT NULL,
    project_id uuid NOT NULL,
    quantity_milli bigint NOT NULL,
    unit_price_fen bigint NOT NULL,
    amount_fen bigint NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT change_order_line_amount_is_quantity_by_price CHECK (((amount_fen)::numeric = floor(((((quantity_milli)::numeric * (unit_price_fen)::numeric) + (500)::numeric) / (1000)::numeric)))),
    CONSTRAINT change_order_line_changes_something CHECK ((quantity_milli <> 0))
);

ALTER TABLE ONLY app.change_order_line FORCE ROW LEVEL SECURITY;

ALTER TABLE app.change_order_line OWNER TO yanshou_owner;

CREATE TABLE app.change_order_opinion (
    district integer NOT NULL,
    change_order_id uuid NOT NULL,
    role text NOT NULL,
    project_id uuid NOT NULL,
    person_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    supports boolean NOT NULL,
    cost_fen bigint NOT NULL,
    days integer NOT NULL,
    opinion text NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT change_order_opinion_has_its_words CHECK ((opinion <> ''::text))
);

ALTER TABLE ONLY app.change_order_opinion FORCE ROW LEVEL SECURITY;

ALTER TABLE app.change_order_opinion OWNER TO yanshou_owner;

CREATE TABLE app.change_order_step (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE ONLY app.change_order_step FORCE ROW LEVEL SECURITY;

ALTER TABLE app.change_order_step OWNER TO yanshou_owner;

CREATE TABLE app.clock (
    district integer NOT NULL,
    clock_id uuid NOT NULL,
    project_id uuid NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    key text NOT NULL,
    rule text NOT NULL,
    started_on date NOT NULL,
    due_on date,
    explanation jsonb NOT NULL,
    state text DEFAULT 'running'::text NOT NULL,
    met_on date,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    workdays integer,
    nominal_on date,
    CONSTRAINT clock_counts_from_its_start CHECK (((workdays >= 0) AND (nominal_on >= started_on))),
    CONSTRAINT clock_is_due_after_it_starts CHECK ((due_on >= started_on)),
    CONSTRAINT clock_met_has_its_day CHECK (((state = 'met'::text) <= (met_on IS NOT NULL))),
    CONSTRAINT clock_state_is_known CHECK ((state = ANY (ARRAY['running'::text, 'met'::text, 'late'::text, 'cancelled'::text, 'uncomputed'::text]))),
    CONSTRAINT clock_tells_how_it_is_counted CHECK (((num_nonnulls(workdays, nominal_on) <= 1) AND ((due_on IS NOT NULL) OR (num_nonnulls(workdays, nominal_on) = 1)))),
    CONSTRAINT clock_without_its_day_is_uncomputed CHECK (((state = 'cancelled'::text) OR ((state = 'uncomputed'::text) = (due_on IS NULL))))
);

ALTER TABLE ONLY app.clock FORCE ROW LEVEL SECURITY;

ALTER TABLE app.clock OWNER TO yanshou_owner;

CREATE TABLE app.community (
    district integer NOT NULL,
    community_id uuid NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    completed_on date NOT NULL,
    households integer NOT NULL,
    area_hundredths bigint NOT NULL,
    body_kind text,
    body_name text,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT community_body_is_known CHECK ((body_kind = ANY (ARRAY['owners_committee'::text, 'self_governance_group'::text]))),
    CONSTRAINT community_has_an_area CHECK ((area_hundredths > 0)),
    CONSTRAINT community_has_households CHECK ((households > 0))
);

ALTER TABLE ONLY app.community FORCE ROW LEVEL SECURITY;

ALTER TABLE app.community OWNER TO yanshou_owner;

CREATE TABLE app.community_body (
    district integer NOT NULL,
    community_body_id uuid NOT NULL,
    project_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    role text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    end_reason text,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT community_body_end_has_a_reason CHECK (((version = 1) OR (COALESCE(end_reason, ''::text) <> ''::text))),
    CONSTRAINT community_body_ends_after_it_begins CHECK ((valid_to >= valid_from)),
    CONSTRAINT community_body_role_is_known CHECK ((role = ANY (ARRAY['community'::text, 'owners_body'::text])))
);

ALTER TABLE ONLY app.community_body FORCE ROW LEVEL SECURITY;

ALTER TABLE app.community_body OWNER TO yanshou_owner;

CREATE TABLE app.completion_report (
    district integer NOT NULL,
    contract_id uuid NOT NULL,
    project_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    reported_by uuid NOT NULL,
    reported_on date NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY app.completion_report FORCE ROW LEVEL SECURITY;

ALTER TABLE app.completion_report OWNER TO yanshou_owner;

CREATE TABLE app.compliant_kind (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    kind text NOT NULL,
    statement text NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT compliant_kind_says_why CHECK ((length(btrim(statement)) > 0))
);

ALTER TABLE ONLY app.compliant_kind FORCE ROW LEVEL SECURITY;

ALTER TABLE app.compliant_kind OWNER TO yanshou_owner;

CREATE TABLE app.consultation_step (
    district integer NOT NULL,
    step_id uuid NOT NULL,
    project_id uuid NOT NULL,
    round integer NOT NULL,
    direction text NOT NULL,
    attempt integer NOT NULL,
    kind text NOT NULL,
    happened_on date NOT NULL,
    place text NOT NULL,
    summary text NOT NULL,
    sha256 bytea NOT NULL,
    attendance integer,
    reason text,
    op_id uuid NOT NULL,
    CONSTRAINT consultation_attempt_is_numbered CHECK (((attempt >= 1) AND (attempt <= 99))),
    CONSTRAINT consultation_attendance_is_counted CHECK ((attendance > 0)),
    CONSTRAINT consultation_correction_gives_its_reason CHECK (((attempt = 1) = (reason IS NULL))),
    CONSTRAINT consultation_digest_has_32_bytes CHECK ((length(sha256) = 32)),
    CONSTRAINT consultation_direction_is_known CHECK ((direction = ANY (ARRAY['collect'::text, 'feedback'::text]))),
    CONSTRAINT consultation_kind_is_known CHECK ((kind = ANY (ARRAY['survey'::text, 'ballot'::text, 'deliberation'::text, 'posting'::text, 'meeting'::text]))),
    CONSTRAINT consultation_round_is_numbered CHECK (((round >= 1) AND (round <= 9)))
);

ALTER TABLE ONLY app.consultation_step FORCE ROW LEVEL SECURITY;

ALTER TABLE app.consultation_step OWNER TO yanshou_owner;

CREATE TABLE app.contract_bond (
    district integer NOT NULL,
    contract_bond_id uuid NOT NULL,
    project_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    kind text NOT NULL,
    amount_fen bigint NOT NULL,
    evidence text NOT NULL,
    held_from date NOT NULL,
    returned_on date,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT contract_bond_has_an_amount CHECK ((amount_fen > 0)),
    CONSTRAINT contract_bond_is_returned_after_it_is_given CHECK ((returned_on >= held_from)),
    CONSTRAINT contract_bond_kind_is_known CHECK ((kind = ANY (ARRAY['performance'::text, 'quality_guarantee'::text, 'quality_insurance'::text]))),
    CONSTRAINT contract_bond_names_its_document CHECK ((evidence <> ''::text))
);

ALTER TABLE ONLY app.contract_bond FORCE ROW LEVEL SECURITY;

ALTER TABLE app.contract_bond OWNER TO yanshou_owner;

CREATE TABLE app.contract_termination (
    district integer NOT NULL,
    contract_id uuid NOT NULL,
    project_id uuid NOT NULL,
    ended_on date NOT NULL,
    reason text NOT NULL,
    paper_id uuid NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    proposal_id uuid,
    organisation_id uuid,
    CONSTRAINT contract_termination_says_why CHECK ((length(btrim(reason)) > 0))
);

ALTER TABLE ONLY app.contract_termination FORCE ROW LEVEL SECURITY;

ALTER TABLE app.contract_termination OWNER TO yanshou_owner;

CREATE TABLE app.termination_proposal (
    district integer NOT NULL,
    proposal_id uuid NOT NULL,
    project_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    side text NOT NULL,
    proposed_on date NOT NULL,
    ended_on date NOT NULL,
    reason text NOT NULL,
    settled_fen bigint,
    paper_id uuid NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT termination_proposal_says_why CHECK ((length(btrim(reason)) > 0)),
    CONSTRAINT termination_side_is_known CHECK ((side = ANY (ARRAY['owner'::text, 'contractor'::text])))
);

ALTER TABLE ONLY app.termination_proposal FORCE ROW LEVEL SECURITY;

ALTER TABLE app.termination_proposal OWNER TO yanshou_owner;

CREATE VIEW app.termination_card WITH (security_invoker='true') AS
 SELECT proposed.district,
    proposed.project_id,
    proposed.contract_id,
    proposed.proposal_id,
    proposed.side,
    proposed.organisation_id,
    unit.name AS organisation,
    proposed.proposed_on,
    proposed.ended_on,
    proposed.reason,
    proposed.settled_fen,
    proposed.paper_id,
    encode(paper.sha256, 'hex'::text) AS sha256,
    (ended.contract_id IS NOT NULL) AS is_end,
    ended.reason AS confirmed_because,
    confirmer.name AS confirmed_by,
    proposed.created_at,
    (row_number() OVER (PARTITION BY proposed.district, proposed.contract_id ORDER BY proposed.created_at DESC, proposed.proposal_id) = 1) AS is_latest
   FROM ((((app.termination_proposal proposed
     JOIN auth.organisation unit ON ((unit.organisation_id = proposed.organisation_id)))
     LEFT JOIN app.paper ON (((paper.district = proposed.district) AND (paper.paper_id = proposed.paper_id))))
     LEFT JOIN app.contract_termination ended ON (((ended.district = proposed.district) AND (ended.proposal_id = proposed.proposal_id))))
     LEFT JOIN auth.organisation confirmer ON ((confirmer.organisation_id = ended.organisation_id)));

ALTER TABLE app.termination_card OWNER TO yanshou_owner;

CREATE VIEW app.contract_card WITH (security_invoker='true') AS
 SELECT contract.district,
    contract.contract_id,
    contract.project_id,
    contract.package_id,
    contract.number,
    contract.title,
    contract.method,
    contract.invitation_ground,
    contract.invitation_document,
    contract.award_notice_on,
    contract.signed_on,
    contract.amount_fen,
    package.category,
    package.service_kind,
    clock.due_on AS last_day_to_sign,
        CASE
            WHEN (clock.state <> 'uncomputed'::text) THEN (clock.state = 'late'::text)
            ELSE NULL::boolean
        END AS signed_late,
    contract.contractor_id,
    organisation.name AS contractor,
    organisation.credit_code AS contractor_credit_code,
    ( SELECT (COALESCE(sum(round((((line.quantity_milli)::numeric * (line.unit_price_fen)::numeric) / (1000)::numeric))), (0)::numeric))::bigint AS "coalesce"
           FROM app.bill_line line
          WHERE ((line.district = contract.district) AND (line.contract_id = contract.contract_id))) AS bill_fen,
    ended.ended_on,
    ended.reason AS end_reason,
        CASE
            WHEN (ended.ended_on IS NOT NULL) THEN app.contract_takes(contract.*)
            ELSE NULL::bigint
        END AS taken_fen,
        CASE
            WHEN (ended.ended_on IS NULL) THEN proposed.ended_on
            ELSE NULL::date
        END AS end_proposed_for
   FROM (((((app.contract
     JOIN app.package USING (district, package_id))
     LEFT JOIN app.contract_termination ended USING (district, contract_id))
     LEFT JOIN app.termination_card proposed ON (((proposed.district = contract.district) AND (proposed.contract_id = contract.contract_id) AND proposed.is_latest)))
     JOIN auth.organisation ON ((organisation.organisation_id = contract.contractor_id)))
     LEFT JOIN app.clock ON (((clock.district = contract.district) AND (clock.subject_kind = 'contract'::text) AND (clock.subject_id = contract.contract_id) AND (clock.key = 'contract.days_after_award'::text))));

ALTER TABLE app.contract_card OWNER TO yanshou_owner;

CREATE TABLE app.daily_log (
    district integer NOT NULL,
    daily_log_id uuid NOT NULL,
    project_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    section text NOT NULL,
    organisation_id uuid NOT NULL,
    kind text NOT NULL,
    logged_on date NOT NULL,
    state text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    headcount integer NOT NULL,
    weather text NOT NULL,
    delay_hours integer DEFAULT 0 NOT NULL,
    delay_cause text,
    no_work_reason text,
    note text DEFAULT ''::text NOT NULL,
    written_by uuid NOT NULL,
    written_on date NOT NULL,
    edition text NOT NULL,
    lock_key text DEFAULT 'log.late_after_days'::text NOT NULL,
    lock_days bigint NOT NULL,
    late boolean NOT NULL,
    decided_by uuid,
    decided_organisation_id uuid,
    decided_on date,
    decision_reason text,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT daily_log_decision_is_signed CHECK (((state = ANY (ARRAY['approved'::text, 'rejected'::text])) <= ((decided_by IS NOT NULL) AND (decided_organisation_id IS NOT NULL) AND (decided_on IS NOT NULL)))),
    CONSTRAINT daily_log_delay_fits_its_day CHECK (((delay_hours >= 0) AND (delay_hours <= 24))),
    CONSTRAINT daily_log_delay_names_its_cause CHECK (((delay_hours = 0) OR (COALESCE(delay_cause, ''::text) <> ''::text))),
    CONSTRAINT daily_log_headcount_is_not_negative CHECK ((headcount >= 0)),
    CONSTRAINT daily_log_is_decided_by_another_unit CHECK ((decided_organisation_id <> organisation_id)),
    CONSTRAINT daily_log_is_not_of_a_future_day CHECK ((logged_on <= written_on)),
    CONSTRAINT daily_log_kind_is_known CHECK ((kind = ANY (ARRAY['construction'::text, 'supervision'::text]))),
    CONSTRAINT daily_log_late_is_computed CHECK ((late = (written_on > (logged_on + (lock_days)::integer)))),
    CONSTRAINT daily_log_lock_is_of_its_key CHECK ((lock_key = 'log.late_after_days'::text)),
    CONSTRAINT daily_log_names_its_section CHECK ((section <> ''::text)),
    CONSTRAINT daily_log_rejection_gives_its_reason CHECK (((state <> 'rejected'::text) OR (COALESCE(decision_reason, ''::text) <> ''::text))),
    CONSTRAINT daily_log_revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT daily_log_state_is_known CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'rejected'::text]))),
    CONSTRAINT daily_log_tells_the_weather CHECK ((weather <> ''::text))
);

ALTER TABLE ONLY app.daily_log FORCE ROW LEVEL SECURITY;

ALTER TABLE app.daily_log OWNER TO yanshou_owner;

CREATE TABLE app.log_quantity (
    district integer NOT NULL,
    daily_log_id uuid NOT NULL,
    revision integer NOT NULL,
    bill_line_id uuid NOT NULL,
    project_id uuid NOT NULL,
    quantity_milli bigint NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT log_quantity_is_positive CHECK ((quantity_milli > 0))
);

ALTER TABLE ONLY app.log_quantity FORCE ROW LEVEL SECURITY;

ALTER TABLE app.log_quantity OWNER TO yanshou_owner;

CREATE VIEW app.progress WITH (security_invoker='true') AS
 SELECT line.district,
    line.project_id,
    line.contract_id,
    line.bill_line_id,
    line.code,
    line.title,
    line.unit,
    line.unit_price_fen,
    line.quantity_milli AS contracted_milli,
    added.milli AS added_milli,
    done.logged_milli,
    done.approved_milli,
    done.supervised_milli,
    ((line.quantity_milli + added.milli) - done.logged_milli) AS remaining_milli,
    (
        CASE
            WHEN ((line.quantity_milli + added.milli) <= 0) THEN (1000)::numeric
            ELSE floor((((done.approved_milli)::numeric * (1000)::numeric) / ((line.quantity_milli + added.milli))::numeric))
        END)::bigint AS permille,
    (EXISTS ( SELECT
           FROM app.block
          WHERE ((block.district = line.district) AND (block.project_id = line.project_id) AND (block.action_class = 'log'::text) AND (block.lifted_at IS NULL) AND ((block.subject_id IS NULL) OR (block.subject_id = line.bill_line_id))))) AS blocked,
    line.charge
   FROM ((app.bill_line line
     CROSS JOIN LATERAL ( SELECT (COALESCE(sum(addition.quantity_milli), (0)::numeric))::bigint AS milli
           FROM app.bill_addition addition
          WHERE ((addition.district = line.district) AND (addition.bill_line_id = line.bill_line_id))) added)
     CROSS JOIN LATERAL ( SELECT (COALESCE(sum(quantity.quantity_milli) FILTER (WHERE ((log.kind = 'construction'::text) AND (log.state <> 'rejected'::text))), (0)::numeric))::bigint AS logged_milli,
            (COALESCE(sum(quantity.quantity_milli) FILTER (WHERE ((log.kind = 'construction'::text) AND (log.state = 'approved'::text))), (0)::numeric))::bigint AS approved_milli,
            (COALESCE(sum(quantity.quantity_milli) FILTER (WHERE ((log.kind = 'supervision'::text) AND (log.state <> 'rejected'::text))), (0)::numeric))::bigint AS supervised_milli
           FROM (app.log_quantity quantity
             JOIN app.daily_log log USING (district, daily_log_id, revision))
          WHERE ((quantity.district = line.district) AND (quantity.bill_line_id = line.bill_line_id))) done);

ALTER TABLE app.progress OWNER TO yanshou_owner;

CREATE VIEW app.contract_progress WITH (security_invoker='true') AS
 SELECT progress.district,
    progress.project_id,
    progress.contract_id,
    (floor(((sum(((progress.approved_milli)::numeric * (progress.unit_price_fen)::numeric)) * (1000)::numeric) / NULLIF(sum((((progress.contracted_milli + progress.added_milli))::numeric * (progress.unit_price_fen)::numeric)), (0)::numeric))))::bigint AS permille,
    count(*) AS lines,
    count(*) FILTER (WHERE (progress.approved_milli >= (progress.contracted_milli + progress.added_milli))) AS lines_done
   FROM app.progress
  WHERE (progress.charge IS NULL)
  GROUP BY progress.district, progress.project_id, progress.contract_id;

ALTER TABLE app.contract_progress OWNER TO yanshou_owner;

CREATE TABLE app.covering_notice (
    district integer NOT NULL,
    inspection_lot_id uuid NOT NULL,
    round integer NOT NULL,
    project_id uuid NOT NULL,
    owner_organisation_id uuid NOT NULL,
    quality_station text NOT NULL,
    notified_at timestamp with time zone NOT NULL,
    covering_at timestamp with time zone NOT NULL,
    edition text NOT NULL,
    hours_key text DEFAULT 'inspection.notice_hours'::text NOT NULL,
    notice_hours bigint NOT NULL,
    given_by uuid NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT covering_notice_hours_are_of_their_key CHECK ((hours_key = 'inspection.notice_hours'::text)),
    CONSTRAINT covering_notice_is_early_enough CHECK ((EXTRACT(epoch FROM (covering_at - notified_at)) >= ((notice_hours * 3600))::numeric)),
    CONSTRAINT covering_notice_names_the_quality_station CHECK ((quality_station <> ''::text))
);

ALTER TABLE ONLY app.covering_notice FORCE ROW LEVEL SECURITY;

ALTER TABLE app.covering_notice OWNER TO yanshou_owner;

CREATE TABLE app.custody (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    kind text NOT NULL,
    keeper text NOT NULL,
    evidence text NOT NULL,
    taken_on date NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT custody_names_its_evidence CHECK ((evidence <> ''::text)),
    CONSTRAINT custody_names_its_keeper CHECK ((keeper <> ''::text))
);

ALTER TABLE ONLY app.custody FORCE ROW LEVEL SECURITY;

ALTER TABLE app.custody OWNER TO yanshou_owner;

CREATE TABLE app.daily_log_step (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE ONLY app.daily_log_step FORCE ROW LEVEL SECURITY;

ALTER TABLE app.daily_log_step OWNER TO yanshou_owner;

CREATE TABLE app.defect_liability (
    district integer NOT NULL,
    contract_id uuid NOT NULL,
    project_id uuid NOT NULL,
    reported_on date NOT NULL,
    owner_delays boolean NOT NULL,
    evidence text,
    base_on date NOT NULL,
    months integer NOT NULL,
    nominal_end_on date NOT NULL,
    effective_end_on date,
    op_id uuid NOT NULL,
    CONSTRAINT defect_liability_delay_names_its_evidence CHECK (((NOT owner_delays) OR (COALESCE(evidence, ''::text) <> ''::text))),
    CONSTRAINT defect_liability_ends_after_its_months CHECK ((nominal_end_on = ((base_on + make_interval(months => months)))::date)),
    CONSTRAINT defect_liability_ends_no_sooner_than_nominal CHECK ((effective_end_on >= nominal_end_on))
);

ALTER TABLE ONLY app.defect_liability FORCE ROW LEVEL SECURITY;

ALTER TABLE app.defect_liability OWNER TO yanshou_owner;

CREATE TABLE app.delivery_mode (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    mode text NOT NULL,
    chosen_on date NOT NULL,
    change_reason text,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT delivery_mode_change_has_a_reason CHECK (((version = 1) OR (COALESCE(change_reason, ''::text) <> ''::text))),
    CONSTRAINT delivery_mode_is_known CHECK ((mode = ANY (ARRAY['traditional'::text, 'epc'::text, 'agent_construction'::text, 'whole_process_consulting'::text])))
);

ALTER TABLE ONLY app.delivery_mode FORCE ROW LEVEL SECURITY;

ALTER TABLE app.delivery_mode OWNER TO yanshou_owner;

CREATE TABLE app.determination (
    district integer NOT NULL,
    determination_id uuid NOT NULL,
    project_id uuid NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    question text NOT NULL,
    inputs jsonb NOT NULL,
    edition text NOT NULL,
    as_of date NOT NULL,
    verdict text NOT NULL,
    because jsonb NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY app.determination FORCE ROW LEVEL SECURITY;

ALTER TABLE app.determination OWNER TO yanshou_owner;

CREATE TABLE app.digging_line (
    district integer NOT NULL,
    bill_line_id uuid NOT NULL,
    project_id uuid NOT NULL,
    op_id uuid NOT NULL
);

ALTER TABLE ONLY app.digging_line FORCE ROW LEVEL SECURITY;

ALTER TABLE app.digging_line OWNER TO yanshou_owner;

CREATE TABLE app.district_body (
    district integer NOT NULL,
    body text NOT NULL,
    organisation_id uuid NOT NULL,
    valid_from date NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY app.district_body FORCE ROW LEVEL SECURITY;

ALTER TABLE app.district_body OWNER TO yanshou_owner;

CREATE TABLE app.disturbance (
    district integer NOT NULL,
    disturbance_id uuid NOT NULL,
    project_id uuid NOT NULL,
    kind text NOT NULL,
    reach text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    announced_at timestamp with time zone NOT NULL,
    emergency_reason text,
    op_id uuid NOT NULL,
    CONSTRAINT disturbance_emergency_gives_its_reason CHECK ((btrim(emergency_reason) <> ''::text)),
    CONSTRAINT disturbance_ends_after_it_begins CHECK ((ends_at > starts_at)),
    CONSTRAINT disturbance_names_its_reach CHECK ((btrim(reach) <> ''::text))
);

ALTER TABLE ONLY app.disturbance FORCE ROW LEVEL SECURITY;

ALTER TABLE app.disturbance OWNER TO yanshou_owner;

CREATE VIEW app.engagement_card WITH (security_invoker='true') AS
 SELECT engagement.district,
    engagement.engagement_id,
    engagement.project_id,
    engagement.organisation_id,
    organisation.name AS organisation,
    organisation.credit_code,
    engagement.role,
    engagement.contract_id,
    engagement.valid_from,
    engagement.valid_to,
    engagement.end_reason,
    engagement.version,
    COALESCE(( SELECT jsonb_agg(DISTINCT conflict.record) AS jsonb_agg
           FROM app.engagement_conflicts(engagement.district, engagement.project_id) conflict(engagement_id, other_id, record, reach)
          WHERE ((engagement.engagement_id = conflict.engagement_id) OR (engagement.engagement_id = conflict.other_id))), '[]'::jsonb) AS conflicts
   FROM (app.engagement
     JOIN auth.organisation USING (organisation_id));

ALTER TABLE app.engagement_card OWNER TO yanshou_owner;

CREATE TABLE app.excavation (
    district integer NOT NULL,
    excavation_id uuid NOT NULL,
    project_id uuid NOT NULL,
    applicant_id uuid NOT NULL,
    place text NOT NULL,
    purpose text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    emergency boolean NOT NULL,
    cause text,
    determination_id uuid NOT NULL,
    acknowledged_on date,
    acknowledged_by uuid,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT emergency_excavation_names_its_cause CHECK (((NOT emergency) OR (COALESCE(cause, ''::text) <> ''::text))),
    CONSTRAINT excavation_acknowledgement_has_its_person CHECK (((acknowledged_on IS NULL) = (acknowledged_by IS NULL))),
    CONSTRAINT excavation_ends_after_it_begins CHECK ((ends_on >= starts_on)),
    CONSTRAINT excavation_names_its_place CHECK ((place <> ''::text)),
    CONSTRAINT excavation_names_its_purpose CHECK ((purpose <> ''::text))
);

ALTER TABLE ONLY app.excavation FORCE ROW LEVEL SECURITY;

ALTER TABLE app.excavation OWNER TO yanshou_owner;

CREATE TABLE app.file (
    district integer NOT NULL,
    sha256 bytea NOT NULL,
    media_type text NOT NULL,
    content bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT file_is_its_digest CHECK ((sha256 = sha256(content))),
    CONSTRAINT file_is_of_a_fair_size CHECK ((length(content) <= 20971520))
);

ALTER TABLE ONLY app.file FORCE ROW LEVEL SECURITY;

ALTER TABLE app.file OWNER TO yanshou_owner;

CREATE TABLE app.filing (
    district integer NOT NULL,
    filing_id uuid NOT NULL,
    project_id uuid NOT NULL,
    kind text NOT NULL,
    number text NOT NULL,
    filed_with text NOT NULL,
    filed_on date NOT NULL,
    barrier_free text,
    barrier_free_evidence text,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT filing_barrier_free_is_known CHECK ((barrier_free = ANY (ARRAY['accepted'::text, 'not_applicable'::text]))),
    CONSTRAINT filing_barrier_free_names_its_evidence CHECK (((barrier_free IS NULL) OR (COALESCE(barrier_free_evidence, ''::text) <> ''::text))),
    CONSTRAINT filing_has_a_number CHECK ((number <> ''::text)),
    CONSTRAINT filing_names_its_authority CHECK ((filed_with <> ''::text))
);

ALTER TABLE ONLY app.filing FORCE ROW LEVEL SECURITY;

ALTER TABLE app.filing OWNER TO yanshou_owner;

CREATE TABLE app.filing_document (
    district integer NOT NULL,
    filing_id uuid NOT NULL,
    document text NOT NULL,
    project_id uuid NOT NULL,
    paper_id uuid NOT NULL,
    stamped_by text,
    op_id uuid NOT NULL
);

ALTER TABLE ONLY app.filing_document FORCE ROW LEVEL SECURITY;

ALTER TABLE app.filing_document OWNER TO yanshou_owner;

CREATE TABLE app.final_account (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    number text NOT NULL,
    approved_by text NOT NULL,
    approved_on date NOT NULL,
    mandatory_fen bigint NOT NULL,
    basic_fen bigint NOT NULL,
    improve_fen bigint NOT NULL,
    upgrade_fen bigint NOT NULL,
    other_fen bigint NOT NULL,
    total_fen bigint NOT NULL,
    resident_fen bigint NOT NULL,
    subsidy_fen bigint NOT NULL,
    determination_id uuid NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT final_account_adds_up CHECK ((total_fen = ((((mandatory_fen + basic_fen) + improve_fen) + upgrade_fen) + other_fen))),
    CONSTRAINT final_account_has_a_number CHECK ((number <> ''::text)),
    CONSTRAINT final_account_is_not_negative CHECK ((LEAST(mandatory_fen, basic_fen, improve_fen, upgrade_fen, other_fen, resident_fen, subsidy_fen) >= 0)),
    CONSTRAINT final_account_is_shared_out CHECK (((resident_fen + subsidy_fen) = total_fen)),
    CONSTRAINT final_account_names_who_approved_it CHECK ((approved_by <> ''::text))
);

ALTER TABLE ONLY app.final_account FORCE ROW LEVEL SECURITY;

ALTER TABLE app.final_account OWNER TO yanshou_owner;

CREATE TABLE app.funding_plan (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    other_fen bigint NOT NULL,
    contingency_fen bigint NOT NULL,
    total_fen bigint NOT NULL,
    resident_weighted_fen bigint NOT NULL,
    excess_fen bigint NOT NULL,
    resident_fen bigint NOT NULL,
    subsidy_fen bigint NOT NULL,
    required_fen bigint NOT NULL,
    determination_id uuid NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT funding_plan_adds_up CHECK (((resident_fen + subsidy_fen) = total_fen)),
    CONSTRAINT funding_plan_is_not_negative CHECK ((LEAST(other_fen, contingency_fen, resident_weighted_fen, excess_fen, subsidy_fen, required_fen) >= 0)),
    CONSTRAINT funding_plan_residents_add_up CHECK (((resident_weighted_fen + excess_fen) = resident_fen))
);

ALTER TABLE ONLY app.funding_plan FORCE ROW LEVEL SECURITY;

ALTER TABLE app.funding_plan OWNER TO yanshou_owner;

CREATE TABLE app.project (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    community_id uuid NOT NULL,
    name text NOT NULL,
    project_code text,
    construction_unit_id uuid NOT NULL,
    place text NOT NULL,
    edition text NOT NULL,
    state text NOT NULL,
    account_number text,
    account_opened_on date,
    works_began_on date,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    entered_state text DEFAULT 'S06'::text NOT NULL,
    CONSTRAINT project_code_has_its_form CHECK ((project_code ~ '^[0-9]{4}-[0-9]{6}-[0-9]{2}-[0-9]{2}-[0-9]{6}(-[0-9]{3})?$'::text)),
    CONSTRAINT project_code_names_a_month CHECK (((length(project_code) = 28) OR ((substr(project_code, 3, 2) >= '01'::text) AND (substr(project_code, 3, 2) <= '12'::text)))),
    CONSTRAINT project_enters_at_a_known_state CHECK ((entered_state = ANY (ARRAY['S00'::text, 'S01'::text, 'S02'::text, 'S03'::text, 'S04'::text, 'S05'::text, 'S06'::text, 'S07'::text, 'S08'::text, 'S09'::text, 'S10'::text, 'S13'::text, 'S14'::text, 'S15'::text, 'S16'::text]))),
    CONSTRAINT project_state_is_known CHECK ((state = ANY (ARRAY['S00'::text, 'S01'::text, 'S02'::text, 'S03'::text, 'S04'::text, 'S05'::text, 'S06'::text, 'S07'::text, 'S08'::text, 'S09'::text, 'S10'::text, 'S13'::text, 'S14'::text, 'S15'::text, 'S16'::text, 'S20'::text, 'S22'::text, 'S23'::text])))
);

ALTER TABLE ONLY app.project FORCE ROW LEVEL SECURITY;

ALTER TABLE app.project OWNER TO yanshou_owner;

CREATE TABLE ledger.entry (
    district integer NOT NULL,
    entry_id uuid NOT NULL,
    type text NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    subject_version integer NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    project_id uuid,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    previous_leaf bytea,
    body bytea NOT NULL,
    leaf bytea NOT NULL,
    written_by xid8 DEFAULT pg_current_xact_id() NOT NULL,
    open_at integer[],
    organisation_id uuid,
    CONSTRAINT entry_body_is_of_a_fair_size CHECK (((length(body) >= 2) AND (length(body) <= 60000))),
    CONSTRAINT entry_leaf_is_of_its_body CHECK ((leaf = sha256(('\x00'::bytea || body)))),
    CONSTRAINT entry_subject_version_is_positive CHECK ((subject_version > 0))
);

ALTER TABLE ONLY ledger.entry FORCE ROW LEVEL SECURITY;

ALTER TABLE ledger.entry OWNER TO yanshou_owner;

CREATE VIEW app.funding_queue WITH (security_invoker='true') AS
 WITH paid AS (
         SELECT receipt.district,
            receipt.project_id,
            entry.at,
            plan_1.required_fen,
            sum(receipt.amount_fen) OVER own AS after,
            (sum(receipt.amount_fen) OVER own - (receipt.amount_fen)::numeric) AS before,
            sum(receipt.amount_fen) OVER (PARTITION BY receipt.district, receipt.project_id) AS total
           FROM ((app.receipt
             JOIN app.funding_plan plan_1 USING (district, project_id))
             JOIN ledger.entry ON (((entry.district = receipt.district) AND (entry.entry_id = receipt.op_id))))
          WINDOW own AS (PARTITION BY receipt.district, receipt.project_id ORDER BY entry.at, receipt.receipt_id)
        )
 SELECT project.district,
    project.project_id,
    project.name,
    project.state,
    plan.subsidy_fen,
    max(paid.at) AS reached_at
   FROM ((paid
     JOIN app.project USING (district, project_id))
     JOIN app.funding_plan plan USING (district, project_id))
  WHERE ((paid.total >= (paid.required_fen)::numeric) AND (paid.after >= (paid.required_fen)::numeric) AND ((paid.before < (paid.required_fen)::numeric) OR (paid.required_fen = 0)))
  GROUP BY project.district, project.project_id, project.name, project.state, plan.subsidy_fen;

ALTER TABLE app.funding_queue OWNER TO yanshou_owner;

CREATE TABLE app.gate_exception (
    district integer NOT NULL,
    gate_exception_id uuid NOT NULL,
    project_id uuid NOT NULL,
    requirement text NOT NULL,
    reason text NOT NULL,
    document_title text NOT NULL,
    document_number text NOT NULL,
    asked_by uuid NOT NULL,
    asked_on date NOT NULL,
    state text DEFAULT 'asked'::text NOT NULL,
    decided_by uuid,
    decided_on date,
    decision_number text,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT gate_exception_decision_is_whole CHECK ((((state = 'asked'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_on IS NULL)) AND ((decided_by IS NULL) = (decision_number IS NULL)))),
    CONSTRAINT gate_exception_has_a_reason CHECK ((length(btrim(reason)) > 0)),
    CONSTRAINT gate_exception_is_decided_by_another CHECK ((decided_by <> asked_by)),
    CONSTRAINT gate_exception_state_is_known CHECK ((state = ANY (ARRAY['asked'::text, 'approved'::text, 'refused'::text, 'revoked'::text])))
);

ALTER TABLE ONLY app.gate_exception FORCE ROW LEVEL SECURITY;

ALTER TABLE app.gate_exception OWNER TO yanshou_owner;

CREATE TABLE app.handover_asset (
    district integer NOT NULL,
    asset_id uuid NOT NULL,
    handover_id uuid NOT NULL,
    project_id uuid NOT NULL,
    tag text NOT NULL,
    title text NOT NULL,
    location text NOT NULL,
    boundary text NOT NULL,
    responsible_from date,
    op_id uuid NOT NULL,
    CONSTRAINT handover_asset_has_a_boundary CHECK ((boundary <> ''::text)),
    CONSTRAINT handover_asset_has_a_location CHECK ((location <> ''::text)),
    CONSTRAINT handover_asset_has_a_tag CHECK ((tag <> ''::text)),
    CONSTRAINT handover_asset_has_a_title CHECK ((title <> ''::text))
);

ALTER TABLE ONLY app.handover_asset FORCE ROW LEVEL SECURITY;

ALTER TABLE app.handover_asset OWNER TO yanshou_owner;

CREATE TABLE app.handover_document (
    district integer NOT NULL,
    handover_id uuid NOT NULL,
    round integer NOT NULL,
    document text NOT NULL,
    project_id uuid NOT NULL,
    paper_id uuid NOT NULL,
    verdict text,
    note text,
    receipted_by uuid,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT handover_document_is_found_wanting_with_a_note CHECK (((verdict IS NULL) OR (verdict = 'received'::text) OR (COALESCE(note, ''::text) <> ''::text))),
    CONSTRAINT handover_document_receipt_has_its_person CHECK (((verdict IS NULL) = (receipted_by IS NULL))),
    CONSTRAINT handover_document_verdict_is_known CHECK ((verdict = ANY (ARRAY['received'::text, 'missing'::text, 'wrong'::text])))
);

ALTER TABLE ONLY app.handover_document FORCE ROW LEVEL SECURITY;

ALTER TABLE app.handover_document OWNER TO yanshou_owner;

CREATE TABLE app.handover_exemption_voice (
    district integer NOT NULL,
    exemption_id uuid NOT NULL,
    party text NOT NULL,
    handover_id uuid NOT NULL,
    project_id uuid NOT NULL,
    person_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    said_on date NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT handover_exemption_party_is_known CHECK ((party = ANY (ARRAY['utility'::text, 'owners_body'::text, 'renovation_office'::text])))
);

ALTER TABLE ONLY app.handover_exemption_voice FORCE ROW LEVEL SECURITY;

ALTER TABLE app.handover_exemption_voice OWNER TO yanshou_owner;

CREATE TABLE app.handover_signature (
    district integer NOT NULL,
    handover_id uuid NOT NULL,
    round integer NOT NULL,
    party text NOT NULL,
    project_id uuid NOT NULL,
    person_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    means text NOT NULL,
    signed_on date NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT handover_signature_means_is_known CHECK ((means = ANY (ARRAY['account'::text, 'link'::text]))),
    CONSTRAINT handover_signature_party_is_known CHECK ((party = ANY (ARRAY['utility'::text, 'construction_unit'::text])))
);

ALTER TABLE ONLY app.handover_signature FORCE ROW LEVEL SECURITY;

ALTER TABLE app.handover_signature OWNER TO yanshou_owner;

CREATE VIEW app.handover_card WITH (security_invoker='true') AS
 SELECT handover.district,
    handover.handover_id,
    handover.project_id,
    handover.kind,
    handover.receiver_id,
    receiver.name AS receiver,
    handover.state,
    handover.round,
    handover.refused_reason,
    handover.not_applicable_reason,
    handover.proposed_by,
    handover.confirmed_by,
    handover.handed_over_on,
    handover.version,
    project.name AS project,
    project.state AS project_state,
    project.edition,
    project.place,
    project.construction_unit_id,
    unit.name AS construction_unit,
    (EXISTS ( SELECT
           FROM app.handover_signature signed
          WHERE ((signed.district = handover.district) AND (signed.handover_id = handover.handover_id) AND (signed.round = handover.round) AND (signed.party = 'utility'::text)))) AS utility_signed,
    (EXISTS ( SELECT
           FROM app.handover_signature signed
          WHERE ((signed.district = handover.district) AND (signed.handover_id = handover.handover_id) AND (signed.round = handover.round) AND (signed.party = 'construction_unit'::text)))) AS construction_unit_signed,
    (EXISTS ( SELECT
           FROM app.paper
          WHERE ((paper.district = handover.district) AND (paper.project_id = handover.project_id) AND (paper.kind = 'owners_handover_decision'::text) AND (((paper.subject_kind = 'handover'::text) AND (paper.subject_id = handover.handover_id)) OR ((paper.subject_kind = 'project'::text) AND (paper.subject_id = handover.project_id)))))) AS owners_decided,
    ( SELECT COALESCE(jsonb_agg(jsonb_build_object('asset_id', asset.asset_id, 'tag', asset.tag, 'title', asset.title, 'location', asset.location, 'boundary', asset.boundary, 'responsible_from', COALESCE(asset.responsible_from, handover.handed_over_on)) ORDER BY asset.tag), '[]'::jsonb) AS "coalesce"
           FROM app.handover_asset asset
          WHERE ((asset.district = handover.district) AND (asset.handover_id = handover.handover_id))) AS assets,
    ( SELECT COALESCE(jsonb_agg(jsonb_build_object('document', line.document, 'title', paper.title, 'number', paper.number, 'dated', paper.dated, 'sha256', encode(paper.sha256, 'hex'::text), 'verdict', line.verdict, 'note', line.note, 'version', line.version) ORDER BY line.document), '[]'::jsonb) AS "coalesce"
           FROM (app.handover_document line
             JOIN app.paper USING (district, paper_id))
          WHERE ((line.district = handover.district) AND (line.handover_id = handover.handover_id) AND (line.round = handover.round))) AS documents,
    ( SELECT jsonb_build_object('due_on', clock.due_on, 'state', clock.state, 'rule', clock.rule) AS jsonb_build_object
           FROM app.clock
          WHERE ((clock.district = handover.district) AND (clock.subject_kind = 'handover'::text) AND (clock.subject_id = handover.handover_id))
          ORDER BY clock.started_on DESC, clock.due_on, clock.key
         LIMIT 1) AS clock,
    handover.exemption_id,
    handover.exemption_ground,
    handover.exemption_paper_id,
    ( SELECT COALESCE(jsonb_agg(voice.party ORDER BY voice.party), '[]'::jsonb) AS "coalesce"
           FROM app.handover_exemption_voice voice
          WHERE ((voice.district = handover.district) AND (voice.exemption_id = handover.exemption_id))) AS exemption_voices,
    ( SELECT COALESCE(jsonb_agg(jsonb_build_object('party', signed.party, 'means', signed.means, 'signed_on', signed.signed_on) ORDER BY signed.party), '[]'::jsonb) AS "coalesce"
           FROM app.handover_signature signed
          WHERE ((signed.district = handover.district) AND (signed.handover_id = handover.handover_id) AND (signed.round = handover.round))) AS signatures,
    ( SELECT encode(sheet.sha256, 'hex'::text) AS encode
           FROM app.paper sheet
          WHERE ((sheet.district = handover.district) AND (sheet.subject_kind = 'handover'::text) AND (sheet.subject_id = handover.handover_id) AND (sheet.kind = 'sealed_handover_sheet'::text) AND (sheet.op_id = handover.op_id))) AS sealed_sheet
   FROM (((app.handover
     JOIN app.project USING (district, project_id))
     JOIN auth.organisation unit ON ((unit.organisation_id = project.construction_unit_id)))
     LEFT JOIN auth.organisation receiver ON ((receiver.organisation_id = handover.receiver_id)));

ALTER TABLE app.handover_card OWNER TO yanshou_owner;

CREATE TABLE app.handover_step (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE ONLY app.handover_step FORCE ROW LEVEL SECURITY;

ALTER TABLE app.handover_step OWNER TO yanshou_owner;

CREATE TABLE app.household_share (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    household text NOT NULL,
    due_fen bigint NOT NULL,
    CONSTRAINT home_share_is_not_negative CHECK ((due_fen >= 0))
);

ALTER TABLE ONLY app.household_share FORCE ROW LEVEL SECURITY;

ALTER TABLE app.household_share OWNER TO yanshou_owner;

CREATE TABLE app.imported_evidence (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    requirement text NOT NULL,
    title text NOT NULL,
    number text NOT NULL,
    dated date NOT NULL,
    sha256 bytea,
    op_id uuid NOT NULL,
    CONSTRAINT imported_evidence_digest_has_32_bytes CHECK ((length(sha256) = 32)),
    CONSTRAINT imported_evidence_names_its_paper CHECK ((length(btrim(title)) > 0))
);

ALTER TABLE ONLY app.imported_evidence FORCE ROW LEVEL SECURITY;

ALTER TABLE app.imported_evidence OWNER TO yanshou_owner;

CREATE TABLE app.inspection_lot (
    district integer NOT NULL,
    inspection_lot_id uuid NOT NULL,
    project_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    hidden boolean DEFAULT false NOT NULL,
    organisation_id uuid NOT NULL,
    state text NOT NULL,
    round integer DEFAULT 1 NOT NULL,
    notified_on date,
    acceptor_id uuid,
    acceptor_organisation_id uuid,
    inspected_on date,
    finding text,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT inspection_lot_acceptor_is_not_its_contractor CHECK ((acceptor_organisation_id <> organisation_id)),
    CONSTRAINT inspection_lot_failure_says_what_failed CHECK (((state <> 'failed'::text) OR (COALESCE(finding, ''::text) <> ''::text))),
    CONSTRAINT inspection_lot_has_a_code CHECK ((code <> ''::text)),
    CONSTRAINT inspection_lot_has_a_title CHECK ((title <> ''::text)),
    CONSTRAINT inspection_lot_is_inspected_after_notice CHECK ((inspected_on >= notified_on)),
    CONSTRAINT inspection_lot_result_is_signed CHECK (((state = ANY (ARRAY['passed'::text, 'failed'::text])) <= ((acceptor_id IS NOT NULL) AND (acceptor_organisation_id IS NOT NULL) AND (inspected_on IS NOT NULL)))),
    CONSTRAINT inspection_lot_round_is_positive CHECK ((round > 0)),
    CONSTRAINT inspection_lot_state_is_known CHECK ((state = ANY (ARRAY['planned'::text, 'notified'::text, 'passed'::text, 'failed'::text, 'rectifying'::text])))
);

ALTER TABLE ONLY app.inspection_lot FORCE ROW LEVEL SECURITY;

ALTER TABLE app.inspection_lot OWNER TO yanshou_owner;

CREATE TABLE app.issue_escalation (
    district integer NOT NULL,
    issue_id uuid NOT NULL,
    ground text NOT NULL,
    project_id uuid NOT NULL,
    escalated_on date NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT issue_escalation_ground_is_known CHECK ((ground = ANY (ARRAY['open_too_long'::text, 'reopened_again'::text, 'bounced_again'::text])))
);

ALTER TABLE ONLY app.issue_escalation FORCE ROW LEVEL SECURITY;

ALTER TABLE app.issue_escalation OWNER TO yanshou_owner;

CREATE TABLE app.issue_regrading (
    district integer NOT NULL,
    issue_regrading_id uuid NOT NULL,
    issue_id uuid NOT NULL,
    project_id uuid NOT NULL,
    from_severity text NOT NULL,
    to_severity text NOT NULL,
    milder boolean GENERATED ALWAYS AS ((to_severity > from_severity)) STORED NOT NULL,
    reason text NOT NULL,
    state text NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_on date NOT NULL,
    decided_by uuid,
    decided_on date,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT issue_regrading_changes_the_severity CHECK ((to_severity <> from_severity)),
    CONSTRAINT issue_regrading_decision_is_signed CHECK (
CASE state
    WHEN 'proposed'::text THEN (milder AND (decided_by IS NULL))
    ELSE ((NOT milder) OR ((decided_by IS NOT NULL) AND (decided_on IS NOT NULL)))
END),
    CONSTRAINT issue_regrading_has_a_reason CHECK ((reason <> ''::text)),
    CONSTRAINT issue_regrading_is_decided_by_a_second_person CHECK ((decided_by <> proposed_by)),
    CONSTRAINT issue_regrading_severity_is_known CHECK ((to_severity = ANY (ARRAY['S1'::text, 'S2'::text, 'S3'::text, 'S4'::text]))),
    CONSTRAINT issue_regrading_state_is_known CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'rejected'::text])))
);

ALTER TABLE ONLY app.issue_regrading FORCE ROW LEVEL SECURITY;

ALTER TABLE app.issue_regrading OWNER TO yanshou_owner;

CREATE TABLE app.payment_claim (
    district integer NOT NULL,
    payment_claim_id uuid NOT NULL,
    project_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    number integer NOT NULL,
    organisation_id uuid NOT NULL,
    claimed_on date NOT NULL,
    amount_fen bigint NOT NULL,
    state text NOT NULL,
    supervised_by uuid,
    supervised_organisation_id uuid,
    certified_by uuid,
    certified_organisation_id uuid,
    certified_on date,
    rejection_reason text,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT payment_claim_amount_is_positive CHECK ((amount_fen > 0)),
    CONSTRAINT payment_claim_certificate_is_signed CHECK (((state = 'certified'::text) <= ((certified_by IS NOT NULL) AND (certified_organisation_id IS NOT NULL) AND (certified_on IS NOT NULL)))),
    CONSTRAINT payment_claim_is_certified_by_other_units CHECK (((supervised_organisation_id <> organisation_id) AND (certified_organisation_id <> organisation_id) AND (certified_organisation_id <> supervised_organisation_id))),
    CONSTRAINT payment_claim_is_certified_by_two_persons CHECK ((certified_by <> supervised_by)),
    CONSTRAINT payment_claim_number_is_positive CHECK ((number > 0)),
    CONSTRAINT payment_claim_rejection_gives_its_reason CHECK (((state <> 'rejected'::text) OR (COALESCE(rejection_reason, ''::text) <> ''::text))),
    CONSTRAINT payment_claim_state_is_known CHECK ((state = ANY (ARRAY['submitted'::text, 'supervised'::text, 'certified'::text, 'rejected'::text]))),
    CONSTRAINT payment_claim_supervision_is_signed CHECK (((state = ANY (ARRAY['supervised'::text, 'certified'::text])) <= ((supervised_by IS NOT NULL) AND (supervised_organisation_id IS NOT NULL))))
);

ALTER TABLE ONLY app.payment_claim FORCE ROW LEVEL SECURITY;

ALTER TABLE app.payment_claim OWNER TO yanshou_owner;

CREATE TABLE app.plan_submission (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    plan_year integer NOT NULL,
    submitted_on date NOT NULL,
    due_on date NOT NULL,
    number text NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT plan_submission_year_is_fair CHECK (((plan_year >= 2015) AND (plan_year <= 2100)))
);

ALTER TABLE ONLY app.plan_submission FORCE ROW LEVEL SECURITY;

ALTER TABLE app.plan_submission OWNER TO yanshou_owner;

CREATE TABLE policy.parameter (
    edition text NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    valid_from date NOT NULL,
    valid_to date
);

ALTER TABLE ONLY policy.parameter FORCE ROW LEVEL SECURITY;

ALTER TABLE policy.parameter OWNER TO yanshou_owner;

CREATE VIEW app.plan_submission_due WITH (security_invoker='true') AS
 SELECT project.district,
    project.project_id,
    to_date(((EXTRACT(year FROM ( SELECT auth.today() AS today)) || '-'::text) || due.value), 'YYYY-MM-DD'::text) AS due_on
   FROM (app.project
     JOIN policy.parameter due ON (((due.edition = project.edition) AND (due.key = 'annual_plan.due'::text) AND ((( SELECT auth.today() AS today) >= due.valid_from) AND (( SELECT auth.today() AS today) <= COALESCE(due.valid_to, 'infinity'::date))))))
  WHERE ((EXISTS ( SELECT
           FROM ((policy.parameter step
             JOIN policy.parameter gates ON (((gates.edition = step.edition) AND (gates.key = (('projects.steps.'::text || step.value) || '.gates'::text)))))
             JOIN policy.parameter asked ON (((asked.edition = step.edition) AND (asked.key = 'projects.requirements'::text) AND (asked.value = (gates.value || '.plan_submission'::text)))))
          WHERE ((step.edition = project.edition) AND (step.key = 'projects.steps'::text) AND (split_part(step.value, '-'::text, 1) = project.state)))) AND (NOT (EXISTS ( SELECT
           FROM app.plan_submission sent
          WHERE ((sent.district = project.district) AND (sent.project_id = project.project_id) AND ((sent.plan_year)::numeric > EXTRACT(year FROM ( SELECT auth.today() AS today))))))));

ALTER TABLE app.plan_submission_due OWNER TO yanshou_owner;

CREATE TABLE app.routine (
    district integer NOT NULL,
    routine_id uuid NOT NULL,
    project_id uuid NOT NULL,
    kind text NOT NULL,
    held_on date NOT NULL,
    progress text NOT NULL,
    quality text,
    op_id uuid NOT NULL,
    CONSTRAINT bulletin_tells_the_quality CHECK (((kind <> 'bulletin'::text) OR (btrim(COALESCE(quality, ''::text)) <> ''::text))),
    CONSTRAINT routine_tells_the_progress CHECK ((btrim(progress) <> ''::text))
);

ALTER TABLE ONLY app.routine FORCE ROW LEVEL SECURITY;

ALTER TABLE app.routine OWNER TO yanshou_owner;

CREATE VIEW app.routine_due WITH (security_invoker='true') AS
 SELECT project.district,
    project.project_id,
    project.construction_unit_id,
    asked.value AS kind,
    ((COALESCE(max(held.held_on), project.works_began_on) + make_interval(months => (app.policy_number(project.edition, (asked.value || '.interval_months'::text), ( SELECT auth.today() AS today)))::integer)))::date AS due_on
   FROM ((app.project
     JOIN policy.parameter asked ON (((asked.edition = project.edition) AND (asked.key = 'routines.required'::text) AND ((( SELECT auth.today() AS today) >= asked.valid_from) AND (( SELECT auth.today() AS today) <= COALESCE(asked.valid_to, 'infinity'::date))))))
     LEFT JOIN app.routine held ON (((held.district = project.district) AND (held.project_id = project.project_id) AND (held.kind = asked.value))))
  WHERE (project.state = 'S14'::text)
  GROUP BY project.district, project.project_id, project.construction_unit_id, project.edition, project.works_began_on, asked.value;

ALTER TABLE app.routine_due OWNER TO yanshou_owner;

CREATE TABLE app.site_staff (
    district integer NOT NULL,
    site_staff_id uuid NOT NULL,
    project_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    post text NOT NULL,
    name text NOT NULL,
    certificate text,
    from_on date NOT NULL,
    until_on date,
    end_reason text,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT site_staff_end_has_a_reason CHECK (((until_on IS NULL) = (COALESCE(end_reason, ''::text) = ''::text))),
    CONSTRAINT site_staff_ends_after_it_begins CHECK ((until_on >= from_on)),
    CONSTRAINT site_staff_has_a_name CHECK ((btrim(name) <> ''::text))
);

ALTER TABLE ONLY app.site_staff FORCE ROW LEVEL SECURITY;

ALTER TABLE app.site_staff OWNER TO yanshou_owner;

CREATE TABLE app.staff_attendance (
    district integer NOT NULL,
    site_staff_id uuid NOT NULL,
    project_id uuid NOT NULL,
    day date NOT NULL,
    present boolean NOT NULL,
    op_id uuid NOT NULL
);

ALTER TABLE ONLY app.staff_attendance FORCE ROW LEVEL SECURITY;

ALTER TABLE app.staff_attendance OWNER TO yanshou_owner;

CREATE VIEW app.staff_absence WITH (security_invoker='true') AS
 SELECT staff.district,
    staff.project_id,
    staff.site_staff_id,
    staff.organisation_id,
    staff.post,
    staff.name,
    min(taken.day) AS absent_from,
    max(taken.day) AS absent_to,
    (count(*))::integer AS days
   FROM (app.site_staff staff
     JOIN app.staff_attendance taken USING (district, project_id, site_staff_id))
  WHERE ((NOT taken.present) AND (staff.until_on IS NULL) AND (NOT (EXISTS ( SELECT
           FROM app.staff_attendance later
          WHERE ((later.district = taken.district) AND (later.site_staff_id = taken.site_staff_id) AND later.present AND (later.day > taken.day))))))
  GROUP BY staff.district, staff.project_id, staff.site_staff_id, staff.organisation_id, staff.post, staff.name;

ALTER TABLE app.staff_absence OWNER TO yanshou_owner;

CREATE TABLE app.supervision_visit (
    district integer NOT NULL,
    supervision_visit_id uuid NOT NULL,
    project_id uuid NOT NULL,
    kind text NOT NULL,
    visited_on date NOT NULL,
    visitors text NOT NULL,
    findings text NOT NULL,
    bulletin_number text,
    op_id uuid NOT NULL,
    CONSTRAINT visit_names_its_visitors CHECK ((btrim(visitors) <> ''::text)),
    CONSTRAINT visit_says_what_it_found CHECK ((btrim(findings) <> ''::text))
);

ALTER TABLE ONLY app.supervision_visit FORCE ROW LEVEL SECURITY;

ALTER TABLE app.supervision_visit OWNER TO yanshou_owner;

CREATE VIEW app.vacant_post WITH (security_invoker='true') AS
 SELECT project.district,
    project.project_id,
    project.construction_unit_id,
    needed.value AS post,
    project.edition
   FROM (app.project
     JOIN policy.parameter needed ON (((needed.edition = project.edition) AND (needed.key = 'staff.required_posts'::text) AND ((( SELECT auth.today() AS today) >= needed.valid_from) AND (( SELECT auth.today() AS today) <= COALESCE(needed.valid_to, 'infinity'::date))))))
  WHERE ((project.state = ANY (ARRAY['S13'::text, 'S14'::text, 'S15'::text])) AND (NOT (EXISTS ( SELECT
           FROM app.site_staff staff
          WHERE ((staff.district = project.district) AND (staff.project_id = project.project_id) AND (staff.post = needed.value) AND ((staff.until_on IS NULL) OR (staff.until_on >= ( SELECT auth.today() AS today))))))));

ALTER TABLE app.vacant_post OWNER TO yanshou_owner;

CREATE VIEW app.visit_due WITH (security_invoker='true') AS
 SELECT project.district,
    project.project_id,
    ((COALESCE(max(visit.visited_on), project.works_began_on) + make_interval(months => (app.policy_number(project.edition, 'visits.interval_months'::text, ( SELECT auth.today() AS today)))::integer)))::date AS due_on
   FROM (app.project
     LEFT JOIN app.supervision_visit visit USING (district, project_id))
  WHERE ((project.state = 'S14'::text) AND (app.policy_number(project.edition, 'visits.interval_months'::text, ( SELECT auth.today() AS today)) IS NOT NULL))
  GROUP BY project.district, project.project_id, project.edition, project.works_began_on;

ALTER TABLE app.visit_due OWNER TO yanshou_owner;

CREATE TABLE app.warranty_claim (
    district integer NOT NULL,
    warranty_claim_id uuid NOT NULL,
    project_id uuid NOT NULL,
    kind text NOT NULL,
    place text NOT NULL,
    description text NOT NULL,
    urgent boolean DEFAULT false NOT NULL,
    filed_on date NOT NULL,
    filed_organisation_id uuid NOT NULL,
    issue_id uuid,
    assignee_id uuid NOT NULL,
    state text DEFAULT 'filed'::text NOT NULL,
    on_site_on date,
    fixed_on date,
    fix text,
    fixed_by_owner boolean DEFAULT false NOT NULL,
    cost_fen bigint,
    returned_reason text,
    verified_on date,
    verified_by uuid,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT warranty_claim_cost_is_the_owners CHECK (((cost_fen >= 0) AND ((cost_fen IS NULL) OR fixed_by_owner))),
    CONSTRAINT warranty_claim_fix_is_told CHECK (((state <> ALL (ARRAY['fixed'::text, 'verified'::text])) OR ((fixed_on IS NOT NULL) AND (COALESCE(fix, ''::text) <> ''::text)))),
    CONSTRAINT warranty_claim_names_its_place CHECK ((place <> ''::text)),
    CONSTRAINT warranty_claim_state_is_known CHECK ((state = ANY (ARRAY['filed'::text, 'on_site'::text, 'fixed'::text, 'verified'::text]))),
    CONSTRAINT warranty_claim_tells_the_defect CHECK ((description <> ''::text)),
    CONSTRAINT warranty_claim_verdict_is_signed CHECK (((state = 'verified'::text) = ((verified_on IS NOT NULL) AND (verified_by IS NOT NULL))))
);

ALTER TABLE ONLY app.warranty_claim FORCE ROW LEVEL SECURITY;

ALTER TABLE app.warranty_claim OWNER TO yanshou_owner;

CREATE TABLE app.yearly_duty (
    district integer NOT NULL,
    yearly_duty_id uuid NOT NULL,
    duty text NOT NULL,
    year integer NOT NULL,
    done_on date NOT NULL,
    number text NOT NULL,
    summary text NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT yearly_duty_has_its_document CHECK ((btrim(number) <> ''::text)),
    CONSTRAINT yearly_duty_year_is_fair CHECK (((year >= 2015) AND (year <= 2100)))
);

ALTER TABLE ONLY app.yearly_duty FORCE ROW LEVEL SECURITY;

ALTER TABLE app.yearly_duty OWNER TO yanshou_owner;

CREATE VIEW app.yearly_duty_due WITH (security_invoker='true') AS
 SELECT held.district,
    held.project_id,
    duty.value AS duty,
    wanted.year,
    make_date(wanted.year, (app.policy_number(held.edition, (('yearly.duties.'::text || duty.value) || '.month'::text), ( SELECT auth.today() AS today)))::integer, (app.policy_number(held.edition, (('yearly.duties.'::text || duty.value) || '.day'::text), ( SELECT auth.today() AS today)))::integer) AS due_on,
    done.done_on,
    done.number
   FROM (((( SELECT DISTINCT ON (project.district, project.edition) project.district,
            project.edition,
            project.project_id,
            min((EXTRACT(year FROM project.created_at))::integer) OVER (PARTITION BY project.district, project.edition) AS since
           FROM app.project
          ORDER BY project.district, project.edition, project.created_at, project.project_id) held
     JOIN policy.parameter duty ON (((duty.edition = held.edition) AND (duty.key = 'yearly.duties'::text) AND ((( SELECT auth.today() AS today) >= duty.valid_from) AND (( SELECT auth.today() AS today) <= COALESCE(duty.valid_to, 'infinity'::date))))))
     CROSS JOIN LATERAL ( SELECT ((EXTRACT(year FROM ( SELECT auth.today() AS today)))::integer + back.step) AS year
           FROM ( VALUES ('-1'::integer), (0)) back(step)) wanted)
     LEFT JOIN app.yearly_duty done ON (((done.district = held.district) AND (done.duty = duty.value) AND (done.year = wanted.year))))
  WHERE (wanted.year >= held.since);

ALTER TABLE app.yearly_duty_due OWNER TO yanshou_owner;

CREATE VIEW app.inbox_item WITH (security_invoker='true') AS
 SELECT plain.district,
    plain.project_id,
    plain.role,
    plain.organisation_id,
    plain.person_id,
    plain.kind,
    plain.subject_id,
    plain.title,
    plain.title_en,
    plain.path,
    plain.due_on,
    NULL::text AS words
   FROM ( SELECT clock.district,
            clock.project_id,
            watcher.role,
            NULL::uuid AS organisation_id,
            NULL::uuid AS person_id,
            'clock'::text AS kind,
            clock.subject_id,
            (COALESCE((clock.explanation ->> 'title'::text),
                CASE
                    WHEN (clock.key ~~ 'issue.severities.%.accept_workdays'::text) THEN '受理居民问题'::text
                    WHEN (clock.key ~~ 'issue.severities.%'::text) THEN '整改居民问题'::text
                    WHEN (clock.key = 'issue.verify_window_days'::text) THEN '居民确认整改'::text
                    WHEN (clock.key ~~ 'contract.days_after_award%'::text) THEN '中标后签订合同'::text
                    WHEN (clock.key ~~ 'handover.confirm_workdays%'::text) THEN '专营单位确认接收'::text
                    WHEN (clock.key ~~ 'handover.answer_workdays%'::text) THEN '专营单位答复'::text
                    ELSE '到期事项'::text
                END) ||
                CASE
                    WHEN (clock.due_on < ( SELECT auth.today() AS today)) THEN '：已逾期'::text
                    WHEN (clock.state = 'uncomputed'::text) THEN '：日历未收录，待计算'::text
                    ELSE ''::text
                END) AS title,
            (COALESCE((clock.explanation ->> 'title_en'::text),
                CASE
                    WHEN (clock.key ~~ 'issue.severities.%.accept_workdays'::text) THEN 'taking up a resident''s issue'::text
                    WHEN (clock.key ~~ 'issue.severities.%'::text) THEN 'mending a resident''s issue'::text
                    WHEN (clock.key = 'issue.verify_window_days'::text) THEN 'the resident''s confirmation'::text
                    WHEN (clock.key ~~ 'contract.days_after_award%'::text) THEN 'signing after the award'::text
                    WHEN (clock.key ~~ 'handover.confirm_workdays%'::text) THEN 'the utility''s confirmation'::text
                    WHEN (clock.key ~~ 'handover.answer_workdays%'::text) THEN 'the utility''s answer'::text
                    ELSE ('deadline '::text || clock.rule)
                END) ||
                CASE
                    WHEN (clock.due_on < ( SELECT auth.today() AS today)) THEN ': overdue'::text
                    WHEN (clock.state = 'uncomputed'::text) THEN ': waits for its calendar'::text
                    ELSE ''::text
                END) AS title_en,
                CASE clock.subject_kind
                    WHEN 'issue'::text THEN ('/v1/issues/'::text || clock.subject_id)
                    WHEN 'handover'::text THEN ('/v1/handovers/'::text || clock.subject_id)
                    WHEN 'change_order'::text THEN ('/v1/change-orders/'::text || clock.subject_id)
                    ELSE ('/v1/projects/'::text || clock.project_id)
                END AS path,
            clock.due_on
           FROM (app.clock
             CROSS JOIN ( VALUES ('construction_unit'::text), ('renovation_office'::text)) watcher(role))
          WHERE ((clock.state = ANY (ARRAY['running'::text, 'late'::text, 'uncomputed'::text])) AND (clock.met_on IS NULL))
        UNION ALL
         SELECT asked.district,
            asked.project_id,
            app.policy_words(project.edition, (('projects.requirements.'::text || asked.requirement) || '.exception'::text)) AS policy_words,
            NULL::uuid,
            NULL::uuid,
            'gate_exception'::text,
            asked.gate_exception_id,
            ('决定例外申请：'::text || asked.document_title),
            ('decide an exception: '::text || asked.document_title),
            '/v1/exceptions'::text,
            NULL::date
           FROM (app.gate_exception asked
             JOIN app.project USING (district, project_id))
          WHERE (asked.state = 'asked'::text)
        UNION ALL
         SELECT project.district,
            project.project_id,
            'construction_unit'::text,
            project.construction_unit_id,
            NULL::uuid,
            'delivery_mode'::text,
            project.project_id,
            '选定建设模式'::text,
            'choose the delivery mode'::text,
            ('/v1/projects/'::text || project.project_id),
            NULL::date
           FROM app.project
          WHERE ((project.state = ANY (ARRAY['S10'::text, 'S13'::text])) AND (NOT (EXISTS ( SELECT
                   FROM app.delivery_mode chosen
                  WHERE ((chosen.district = project.district) AND (chosen.project_id = project.project_id))))))
        UNION ALL
         SELECT lot.district,
            lot.project_id,
            'construction_unit'::text,
            project.construction_unit_id,
            NULL::uuid,
                CASE
                    WHEN (lot.determination_id IS NULL) THEN 'tender_determination'::text
                    ELSE 'contract'::text
                END AS "case",
            lot.package_id,
            (
                CASE
                    WHEN (lot.determination_id IS NULL) THEN '认定发包方式：'::text
                    ELSE '签订合同：'::text
                END || lot.title),
            (
                CASE
                    WHEN (lot.determination_id IS NULL) THEN 'find how it is tendered: '::text
                    ELSE 'sign the contract: '::text
                END || lot.title),
            (('/v1/projects/'::text || lot.project_id) || '/packages'::text),
            NULL::date
           FROM (app.package lot
             JOIN app.project USING (district, project_id))
          WHERE ((lot.withdrawn_on IS NULL) AND (project.state < 'S15'::text) AND ((app.standing_contract(lot.district, lot.package_id)).contract_id IS NULL))
        UNION ALL
         SELECT proposed.district,
            proposed.project_id,
            asked.role,
            asked.organisation_id,
            NULL::uuid,
            'contract_end'::text,
            proposed.contract_id,
            ('确认合同解除：'::text || contract.title),
            ('confirm the end of a contract: '::text || contract.title),
            (('/v1/contracts/'::text || proposed.contract_id) || '/termination'::text),
            NULL::date
           FROM ((((app.termination_card proposed
             JOIN app.contract USING (district, project_id, contract_id))
             JOIN app.project USING (district, project_id))
             JOIN app.package lot USING (district, project_id, package_id))
             CROSS JOIN LATERAL ( SELECT 'construction_unit'::text AS role,
                    project.construction_unit_id AS organisation_id
                  WHERE (proposed.side = 'contractor'::text)
                UNION ALL
                 SELECT app.role_of_package(lot.category, lot.service_kind) AS role_of_package,
                    contract.contractor_id
                  WHERE (proposed.side = 'owner'::text)
                UNION ALL
                 SELECT 'renovation_office'::text,
                    NULL::uuid) asked)
          WHERE (proposed.is_latest AND (asked.role IS NOT NULL) AND (app.contract_ended_on(proposed.district, proposed.contract_id) IS NULL) AND (NOT app.contract_is_finished(proposed.district, proposed.contract_id)))
        UNION ALL
         SELECT contract.district,
            contract.project_id,
            app.role_of_package(lot.category, lot.service_kind) AS role_of_package,
            contract.contractor_id,
            NULL::uuid,
            'log_of_today'::text,
            contract.contract_id,
            ('填写今天的施工日志：'::text || contract.title),
            ('write today''s log: '::text || contract.title),
            (('/v1/projects/'::text || contract.project_id) || '/logs'::text),
            ( SELECT auth.today() AS today) AS today
           FROM ((app.contract
             JOIN app.project USING (district, project_id))
             JOIN app.package lot USING (district, project_id, package_id))
          WHERE ((project.state = 'S14'::text) AND (lot.category = ANY (ARRAY['works'::text, 'epc'::text])) AND (app.contract_ended_on(contract.district, contract.contract_id) IS NULL) AND (NOT (EXISTS ( SELECT
                   FROM app.daily_log log
                  WHERE ((log.district = contract.district) AND (log.contract_id = contract.contract_id) AND (log.logged_on = ( SELECT auth.today() AS today)) AND (log.kind = 'construction'::text))))))
        UNION ALL
         SELECT log.district,
            log.project_id,
            reader.role,
            reader.organisation_id,
            NULL::uuid,
            'daily_log'::text,
            log.daily_log_id,
            (((('审核 '::text || log.logged_on) || ' '::text) || log.section) || ' 的日志'::text),
            ((('approve the log of '::text || log.logged_on) || ', '::text) || log.section),
            ('/v1/logs/'::text || log.daily_log_id),
            NULL::date
           FROM (app.daily_log log
             CROSS JOIN LATERAL ( SELECT engagement.role,
                    engagement.organisation_id
                   FROM app.engagement
                  WHERE ((log.kind = 'construction'::text) AND (engagement.district = log.district) AND (engagement.project_id = log.project_id) AND (engagement.valid_to IS NULL) AND (engagement.role = ANY (ARRAY['supervisor'::text, 'whole_process_consultant'::text])))
                UNION ALL
                 SELECT 'construction_unit'::text,
                    project.construction_unit_id
                   FROM app.project
                  WHERE ((project.district = log.district) AND (project.project_id = log.project_id) AND ((log.kind = 'supervision'::text) OR (NOT (EXISTS ( SELECT
                           FROM app.engagement
                          WHERE ((engagement.district = log.district) AND (engagement.project_id = log.project_id) AND (engagement.valid_to IS NULL) AND (engagement.role = ANY (ARRAY['supervisor'::text, 'whole_process_consultant'::text]))))))))) reader)
          WHERE ((log.state = 'submitted'::text) AND (reader.organisation_id <> log.organisation_id))
        UNION ALL
         SELECT issue.district,
            issue.project_id,
            'community'::text,
            NULL::uuid,
            NULL::uuid,
            'issue'::text,
            issue.issue_id,
            ('受理居民问题：'::text || issue.place),
            ('take up an issue: '::text || issue.place),
            ('/v1/issues/'::text || issue.issue_id),
            NULL::date
           FROM app.issue
          WHERE (issue.state = 'new'::text)
        UNION ALL
         SELECT issue.district,
            issue.project_id,
            unit.role,
            issue.assignee_organisation_id,
            NULL::uuid,
            'issue'::text,
            issue.issue_id,
            ('处理居民问题：'::text || issue.place),
            ('mend an issue: '::text || issue.place),
            ('/v1/issues/'::text || issue.issue_id),
            NULL::date
           FROM (app.issue
             JOIN LATERAL ( SELECT DISTINCT engagement.role
                   FROM app.engagement
                  WHERE ((engagement.district = issue.district) AND (engagement.project_id = issue.project_id) AND (engagement.organisation_id = issue.assignee_organisation_id) AND (engagement.valid_to IS NULL))) unit ON (true))
          WHERE (issue.state = ANY (ARRAY['assigned'::text, 'in_progress'::text, 'reopened'::text]))
        UNION ALL
         SELECT issue.district,
            issue.project_id,
            sorter.role,
            NULL::uuid,
            NULL::uuid,
            'issue'::text,
            issue.issue_id,
            ('重新交办退回的居民问题：'::text || issue.place),
            ('assign an issue that was sent back: '::text || issue.place),
            ('/v1/issues/'::text || issue.issue_id),
            NULL::date
           FROM (app.issue
             CROSS JOIN ( VALUES ('construction_unit'::text), ('renovation_office'::text)) sorter(role))
          WHERE (issue.state = 'bounced'::text)
        UNION ALL
         SELECT up.district,
            up.project_id,
            'renovation_office'::text,
            NULL::uuid,
            NULL::uuid,
            'issue_escalation'::text,
            up.issue_id,
            ('协调街道上报的居民问题：'::text || issue.place),
            ('settle an issue that went up: '::text || issue.place),
            ('/v1/issues/'::text || up.issue_id),
            NULL::date
           FROM (app.issue_escalation up
             JOIN app.issue USING (district, issue_id, project_id))
          WHERE (issue.state = ANY (ARRAY['new'::text, 'accepted'::text, 'assigned'::text, 'bounced'::text, 'in_progress'::text, 'fix_claimed'::text, 'reopened'::text]))
        UNION ALL
         SELECT regrading.district,
            regrading.project_id,
            sorter.role,
            NULL::uuid,
            NULL::uuid,
            'issue_regrading'::text,
            regrading.issue_id,
            ('同意或不同意居民问题降级：'::text || issue.place),
            ('agree to a milder severity, or not: '::text || issue.place),
            ('/v1/issues/'::text || regrading.issue_id),
            NULL::date
           FROM ((app.issue_regrading regrading
             JOIN app.issue USING (district, issue_id, project_id))
             CROSS JOIN LATERAL unnest(
                CASE
                    WHEN ((app.danger_word(issue.edition, ((issue.place || ' '::text) || issue.description)) IS NOT NULL) OR (issue.state <> ALL (ARRAY['accepted'::text, 'assigned'::text, 'bounced'::text, 'in_progress'::text, 'fix_claimed'::text, 'reopened'::text]))) THEN ARRAY['renovation_office'::text]
                    WHEN (app.role_of_entry(regrading.district, regrading.op_id) = 'construction_unit'::text) THEN ARRAY['community'::text]
                    ELSE ARRAY['construction_unit'::text, 'renovation_office'::text]
                END) sorter(role))
          WHERE (regrading.state = 'proposed'::text)
        UNION ALL
         SELECT lot.district,
            lot.project_id,
            unit.role,
            unit.organisation_id,
            NULL::uuid,
            'inspection_lot'::text,
            lot.inspection_lot_id,
            ('验收检验批 '::text || lot.code),
            ('inspect the lot '::text || lot.code),
            (('/v1/projects/'::text || lot.project_id) || '/inspection-lots'::text),
            NULL::date
           FROM (app.inspection_lot lot
             JOIN app.engagement unit USING (district, project_id))
          WHERE ((lot.state = 'notified'::text) AND (unit.valid_to IS NULL) AND (unit.role = ANY (ARRAY['supervisor'::text, 'whole_process_consultant'::text])))
        UNION ALL
         SELECT claim.district,
            claim.project_id,
            unit.role,
            unit.organisation_id,
            NULL::uuid,
            'payment_claim'::text,
            claim.payment_claim_id,
            (('审核第 '::text || claim.number) || ' 期进度款'::text),
            ('certify payment claim '::text || claim.number),
            (('/v1/contracts/'::text || claim.contract_id) || '/payment-claims'::text),
            NULL::date
           FROM (app.payment_claim claim
             JOIN app.engagement unit USING (district, project_id))
          WHERE ((claim.state = 'submitted'::text) AND (unit.valid_to IS NULL) AND (unit.role = ANY (ARRAY['supervisor'::text, 'whole_process_consultant'::text])))
        UNION ALL
         SELECT claim.district,
            claim.project_id,
            'construction_unit'::text,
            project.construction_unit_id,
            NULL::uuid,
            'payment_claim'::text,
            claim.payment_claim_id,
            (('核定第 '::text || claim.number) || ' 期进度款'::text),
            ('settle payment claim '::text || claim.number),
            (('/v1/contracts/'::text || claim.contract_id) || '/payment-claims'::text),
            NULL::date
           FROM (app.payment_claim claim
             JOIN app.project USING (district, project_id))
          WHERE (claim.state = 'supervised'::text)
        UNION ALL
         SELECT claim.district,
            claim.project_id,
            unit.role,
            claim.assignee_id,
            NULL::uuid,
            'warranty_claim'::text,
            claim.warranty_claim_id,
            ('保修期内维修：'::text || claim.place),
            ('mend under warranty: '::text || claim.place),
            (('/v1/projects/'::text || claim.project_id) || '/warranty-claims'::text),
            NULL::date
           FROM (app.warranty_claim claim
             CROSS JOIN ( VALUES ('contractor'::text), ('epc_contractor'::text)) unit(role))
          WHERE (claim.state = ANY (ARRAY['filed'::text, 'on_site'::text]))
        UNION ALL
         SELECT claim.district,
            claim.project_id,
            judge.role,
            NULL::uuid,
            NULL::uuid,
            'warranty_claim'::text,
            claim.warranty_claim_id,
            ('核验维修：'::text || claim.place),
            ('find a mending good: '::text || claim.place),
            (('/v1/projects/'::text || claim.project_id) || '/warranty-claims'::text),
            NULL::date
           FROM (app.warranty_claim claim
             CROSS JOIN ( VALUES ('construction_unit'::text), ('owners_body'::text)) judge(role))
          WHERE (claim.state = 'fixed'::text)
        UNION ALL
         SELECT digging.district,
            digging.project_id,
            'renovation_office'::text,
            NULL::uuid,
            NULL::uuid,
            'excavation'::text,
            digging.excavation_id,
            ('知悉禁挖期内抢修：'::text || digging.place),
            ('take note of an emergency repair: '::text || digging.place),
            (('/v1/projects/'::text || digging.project_id) || '/no-dig'::text),
            NULL::date
           FROM app.excavation digging
          WHERE (digging.emergency AND (digging.acknowledged_on IS NULL))
        UNION ALL
         SELECT claim.district,
            claim.project_id,
            unit.role,
            unit.organisation_id,
            NULL::uuid,
            'audit_opinion'::text,
            claim.payment_claim_id,
            (('出具第 '::text || claim.number) || ' 期进度款的跟踪审计意见'::text),
            ('give the audit opinion on payment claim '::text || claim.number),
            (('/v1/contracts/'::text || claim.contract_id) || '/payment-claims'::text),
            NULL::date
           FROM ((app.payment_claim claim
             JOIN app.project USING (district, project_id))
             JOIN app.engagement unit USING (district, project_id))
          WHERE ((claim.state = ANY (ARRAY['submitted'::text, 'supervised'::text])) AND (unit.valid_to IS NULL) AND (unit.role = 'tracking_auditor'::text) AND app.policy_says(project.edition, 'payment.needs_audit_opinion'::text, 'true'::text, auth.today()) AND (NOT (EXISTS ( SELECT
                   FROM app.paper opinion
                  WHERE ((opinion.district = claim.district) AND (opinion.subject_kind = 'payment_claim'::text) AND (opinion.subject_id = claim.payment_claim_id) AND (opinion.kind = 'tracking_audit_opinion'::text))))))
        UNION ALL
         SELECT change.district,
            change.project_id,
            unit.role,
            unit.organisation_id,
            NULL::uuid,
            'change_order'::text,
            change.change_order_id,
            (('对工程变更 '::text || change.number) || ' 给出意见'::text),
            ('give an opinion on change order '::text || change.number),
            ('/v1/change-orders/'::text || change.change_order_id),
            NULL::date
           FROM (app.change_order change
             JOIN app.engagement unit USING (district, project_id))
          WHERE ((change.state = 'opinions'::text) AND (unit.valid_to IS NULL) AND (unit.role = ANY (ARRAY['designer'::text, 'supervisor'::text, 'cost_consultant'::text])) AND (NOT (EXISTS ( SELECT
                   FROM app.change_order_opinion opinion
                  WHERE ((opinion.district = change.district) AND (opinion.change_order_id = change.change_order_id) AND (opinion.role = unit.role))))))
        UNION ALL
         SELECT change.district,
            change.project_id,
                CASE change.state
                    WHEN 'owner_decision'::text THEN 'construction_unit'::text
                    ELSE 'renovation_office'::text
                END AS "case",
                CASE change.state
                    WHEN 'owner_decision'::text THEN project.construction_unit_id
                    ELSE NULL::uuid
                END AS "case",
            NULL::uuid,
            'change_order'::text,
            change.change_order_id,
            ('决定工程变更 '::text || change.number),
            ('decide change order '::text || change.number),
            ('/v1/change-orders/'::text || change.change_order_id),
            NULL::date
           FROM (app.change_order change
             JOIN app.project USING (district, project_id))
          WHERE (change.state = ANY (ARRAY['owner_decision'::text, 'district_decision'::text]))
        UNION ALL
         SELECT round.district,
            round.project_id,
            seat.role,
            COALESCE(seat.organisation_id, unit.organisation_id) AS "coalesce",
            NULL::uuid,
            'acceptance_seat'::text,
            round.acceptance_round_id,
            (('派人入席联合验收（第 '::text || round.number) || ' 轮）'::text),
            ((('send somebody to round '::text || round.number) || ': '::text) || seat.seat),
            ('/v1/acceptance-rounds/'::text || round.acceptance_round_id),
            round.event_on
           FROM (((app.acceptance_round round
             JOIN app.project USING (district, project_id))
             JOIN app.acceptance_seat seat USING (district, acceptance_round_id, project_id))
             CROSS JOIN LATERAL ( SELECT project.construction_unit_id AS organisation_id
                  WHERE (seat.role = 'construction_unit'::text)
                UNION
                 SELECT party.organisation_id
                   FROM app.engagement party
                  WHERE ((party.district = round.district) AND (party.project_id = round.project_id) AND (party.valid_to IS NULL) AND (party.role = seat.role))) unit)
          WHERE ((round.state = 'called'::text) AND (NOT (EXISTS ( SELECT
                   FROM app.acceptance_sitting sitting
                  WHERE ((sitting.district = seat.district) AND (sitting.acceptance_seat_id = seat.acceptance_seat_id))))) AND ((seat.organisation_id IS NULL) OR (seat.organisation_id = unit.organisation_id)))
        UNION ALL
         SELECT round.district,
            round.project_id,
            held.role,
            held.organisation_id,
            held.person_id,
            'acceptance_opinion'::text,
            round.acceptance_round_id,
            (('签署联合验收意见（第 '::text || round.number) || ' 轮）'::text),
            ((('sign an acceptance opinion: round '::text || round.number) || ', seat '::text) || seat.seat),
            (('/v1/acceptance-rounds/'::text || round.acceptance_round_id) || '/dossier'::text),
            round.event_on
           FROM (((app.acceptance_round round
             JOIN app.acceptance_seat seat USING (district, acceptance_round_id, project_id))
             CROSS JOIN LATERAL ( SELECT sitting.person_id,
                    sitting.organisation_id,
                    sitting.role
                   FROM app.acceptance_sitting sitting
                  WHERE ((sitting.district = seat.district) AND (sitting.acceptance_seat_id = seat.acceptance_seat_id))
                  ORDER BY sitting.number DESC
                 LIMIT 1) held)
             CROSS JOIN LATERAL ( SELECT dossier.sha256
                   FROM app.acceptance_dossier dossier
                  WHERE ((dossier.district = round.district) AND (dossier.acceptance_round_id = round.acceptance_round_id))
                  ORDER BY dossier.number DESC
                 LIMIT 1) latest)
          WHERE ((round.state = 'called'::text) AND (NOT (EXISTS ( SELECT
                   FROM app.acceptance_opinion opinion
                  WHERE ((opinion.district = seat.district) AND (opinion.acceptance_seat_id = seat.acceptance_seat_id) AND (opinion.person_id = held.person_id) AND (opinion.dossier_sha256 = latest.sha256))))))
        UNION ALL
         SELECT handover.district,
            handover.project_id,
            turn.role,
            turn.organisation_id,
            NULL::uuid,
            turn.kind,
            handover.handover_id,
            (((turn.title || '：'::text) ||
                CASE handover.kind
                    WHEN 'water'::text THEN '供水'::text
                    WHEN 'power'::text THEN '供电'::text
                    WHEN 'gas'::text THEN '供气'::text
                    WHEN 'heat'::text THEN '供热'::text
                    WHEN 'telecom'::text THEN '通信'::text
                    WHEN 'catv'::text THEN '有线电视'::text
                    ELSE handover.kind
                END) || '设施移交'::text),
            ((turn.title_en || ': hand over '::text) || handover.kind),
            ('/v1/handovers/'::text || handover.handover_id),
            NULL::date
           FROM ((app.handover
             JOIN app.project USING (district, project_id))
             CROSS JOIN LATERAL ( SELECT party.role,
                    'handover'::text AS kind,
                    '签署共同验收'::text AS title,
                    'sign the joint acceptance'::text AS title_en,
                        CASE party.role
                            WHEN 'utility'::text THEN handover.receiver_id
                            ELSE project.construction_unit_id
                        END AS organisation_id
                   FROM ( VALUES ('utility'::text), ('construction_unit'::text)) party(role)
                  WHERE ((handover.state = 'planned'::text) AND (project.state = ANY (ARRAY['S15'::text, 'S16'::text, 'S20'::text])) AND ((party.role <> 'utility'::text) OR (handover.receiver_id IS NOT NULL)) AND (NOT (EXISTS ( SELECT
                           FROM app.handover_signature signed
                          WHERE ((signed.district = handover.district) AND (signed.handover_id = handover.handover_id) AND (signed.round = handover.round) AND (signed.party = party.role))))))
                UNION ALL
                 SELECT 'construction_unit'::text,
                    'handover'::text,
                    step.title,
                    step.title_en,
                    project.construction_unit_id
                   FROM ( VALUES ('jointly_accepted'::text,'送交资料'::text,'send the documents'::text), ('refused'::text,'整改后重新办理'::text,'take it up again'::text)) step(state, title, title_en)
                  WHERE (handover.state = step.state)
                UNION ALL
                 SELECT 'utility'::text,
                    'handover'::text,
                    step.title,
                    step.title_en,
                    handover.receiver_id
                   FROM ( VALUES ('documents_sent'::text,'逐项签收资料'::text,'tick the documents'::text), ('documents_confirmed'::text,'确认接收'::text,'confirm'::text)) step(state, title, title_en)
                  WHERE (handover.state = step.state)
                UNION ALL
                 SELECT 'owners_body'::text,
                    'owners_decision'::text,
                    '提交业主大会决定'::text,
                    'hand in the owners'' decision'::text,
                    NULL::uuid
                  WHERE ((handover.state = ANY (ARRAY['jointly_accepted'::text, 'documents_sent'::text, 'documents_confirmed'::text])) AND app.policy_says(project.edition, 'handover.owners_decision'::text, 'true'::text, auth.today()) AND (NOT (EXISTS ( SELECT
                           FROM app.paper
                          WHERE ((paper.district = handover.district) AND (paper.project_id = handover.project_id) AND (paper.kind = 'owners_handover_decision'::text) AND (((paper.subject_kind = 'handover'::text) AND (paper.subject_id = handover.handover_id)) OR ((paper.subject_kind = 'project'::text) AND (paper.subject_id = handover.project_id))))))))) turn)
        UNION ALL
         SELECT issue.district,
            issue.project_id,
                CASE issue.reporter_kind
                    WHEN 'volunteer'::text THEN 'volunteer_supervisor'::text
                    ELSE 'resident'::text
                END AS "case",
            NULL::uuid,
            issue.reporter_id,
            'issue_verification'::text,
            issue.issue_id,
            ('确认整改结果：'::text || issue.place),
            ('verify the repair: '::text || issue.place),
            ('/v1/issues/'::text || issue.issue_id),
            NULL::date
           FROM app.issue
          WHERE ((issue.state = 'fix_claimed'::text) AND (issue.reporter_id IS NOT NULL))
        UNION ALL
         SELECT regrading.district,
            regrading.project_id,
                CASE issue.reporter_kind
                    WHEN 'volunteer'::text THEN 'volunteer_supervisor'::text
                    ELSE 'resident'::text
                END AS "case",
            NULL::uuid,
            issue.reporter_id,
            'issue_regrading'::text,
            issue.issue_id,
            ('确认您报告的问题可以降级：'::text || issue.place),
            ('agree that your report is a minor one: '::text || issue.place),
            ('/v1/issues/'::text || issue.issue_id),
            NULL::date
           FROM (app.issue_regrading regrading
             JOIN app.issue USING (district, issue_id, project_id))
          WHERE ((regrading.state = 'proposed'::text) AND (issue.reporter_id IS NOT NULL) AND (issue.state = ANY (ARRAY['accepted'::text, 'assigned'::text, 'bounced'::text, 'in_progress'::text, 'fix_claimed'::text, 'reopened'::text])) AND (app.danger_word(issue.edition, ((issue.place || ' '::text) || issue.description)) IS NULL))
        UNION ALL
         SELECT round.district,
            round.project_id,
            'construction_unit'::text,
            project.construction_unit_id,
            NULL::uuid,
            'acceptance_dispute'::text,
            round.acceptance_round_id,
            (('协调验收分歧（第 '::text || round.number) || ' 轮）'::text),
            ('settle the dispute of acceptance round '::text || round.number),
            ('/v1/acceptance-rounds/'::text || round.acceptance_round_id),
            NULL::date
           FROM (app.acceptance_round round
             JOIN app.project USING (district, project_id))
          WHERE (round.state = 'disputed'::text)
        UNION ALL
         SELECT away.district,
            away.project_id,
            watcher.role,
            NULL::uuid,
            NULL::uuid,
            'staff_absence'::text,
            away.site_staff_id,
            ((('项目管理人员连续缺岗 '::text || away.days) || ' 天：'::text) || away.name),
            ((('absent '::text || away.days) || ' days running: '::text) || away.name),
            (('/v1/projects/'::text || away.project_id) || '/site-staff'::text),
            away.absent_to
           FROM ((app.staff_absence away
             JOIN app.project USING (district, project_id))
             CROSS JOIN ( VALUES ('construction_unit'::text), ('renovation_office'::text)) watcher(role))
          WHERE (away.days >= app.policy_number(project.edition, 'staff.absence_days'::text, ( SELECT auth.today() AS today)))
        UNION ALL
         SELECT due.district,
            due.project_id,
            'renovation_office'::text,
            NULL::uuid,
            NULL::uuid,
            'supervision_visit'::text,
            due.project_id,
            '现场督查并登记'::text,
            'visit the works'::text,
            (('/v1/projects/'::text || due.project_id) || '/supervision-visits'::text),
            due.due_on
           FROM app.visit_due due
          WHERE (due.due_on <= ( SELECT auth.today() AS today))
        UNION ALL
         SELECT due.district,
            due.project_id,
            'renovation_office'::text,
            NULL::uuid,
            NULL::uuid,
            'plan_submission'::text,
            due.project_id,
            '申报明年改造计划'::text,
            'submit next year''s plan'::text,
            (('/v1/projects/'::text || due.project_id) || '/plan-submissions'::text),
            due.due_on
           FROM app.plan_submission_due due
          WHERE ((due.due_on - 31) <= ( SELECT auth.today() AS today))) plain
UNION ALL
 SELECT vacant.district,
    vacant.project_id,
    asked.role,
    asked.organisation_id,
    NULL::uuid AS person_id,
    'vacant_post'::text AS kind,
    vacant.project_id AS subject_id,
    '登记项目管理人员：'::text AS title,
    'name who holds a post: '::text AS title_en,
    (('/v1/projects/'::text || vacant.project_id) || '/site-staff'::text) AS path,
    NULL::date AS due_on,
    ('staff.posts.'::text || vacant.post) AS words
   FROM (app.vacant_post vacant
     CROSS JOIN LATERAL ( SELECT 'construction_unit'::text AS role,
            vacant.construction_unit_id AS organisation_id
        UNION ALL
         SELECT party.role,
            party.organisation_id
           FROM app.engagement party
          WHERE ((party.district = vacant.district) AND (party.project_id = vacant.project_id) AND (party.valid_to IS NULL) AND app.policy_says(vacant.edition, (('staff.posts.'::text || vacant.post) || '.roles'::text), party.role, ( SELECT auth.today() AS today)))) asked)
UNION ALL
 SELECT due.district,
    due.project_id,
    'renovation_office'::text AS role,
    NULL::uuid AS organisation_id,
    NULL::uuid AS person_id,
    'yearly_duty'::text AS kind,
    due.project_id AS subject_id,
    (due.year || ' 年度：'::text) AS title,
    (('for '::text || due.year) || ': '::text) AS title_en,
    ('/v1/yearly-duties?year='::text || due.year) AS path,
    due.due_on,
    ('yearly.duties.'::text || due.duty) AS words
   FROM app.yearly_duty_due due
  WHERE ((due.done_on IS NULL) AND ((due.due_on - 31) <= ( SELECT auth.today() AS today)))
UNION ALL
 SELECT due.district,
    due.project_id,
    'construction_unit'::text AS role,
    due.construction_unit_id AS organisation_id,
    NULL::uuid AS person_id,
    'routine'::text AS kind,
    due.project_id AS subject_id,
    ''::text AS title,
    ''::text AS title_en,
    (('/v1/projects/'::text || due.project_id) || '/routines'::text) AS path,
    due.due_on,
    ('routines.required.'::text || due.kind) AS words
   FROM app.routine_due due
  WHERE (due.due_on <= ( SELECT auth.today() AS today));

ALTER TABLE app.inbox_item OWNER TO yanshou_owner;

CREATE TABLE app.inspection_lot_predecessor (
    district integer NOT NULL,
    inspection_lot_id uuid NOT NULL,
    predecessor_id uuid NOT NULL,
    project_id uuid NOT NULL,
    op_id uuid NOT NULL
);

ALTER TABLE ONLY app.inspection_lot_predecessor FORCE ROW LEVEL SECURITY;

ALTER TABLE app.inspection_lot_predecessor OWNER TO yanshou_owner;

CREATE VIEW app.inspection_lot_card WITH (security_invoker='true') AS
 SELECT lot.district,
    lot.project_id,
    lot.inspection_lot_id AS id,
    lot.contract_id AS contract,
    lot.code,
    lot.title,
    lot.hidden,
    lot.state,
    lot.round,
    lot.notified_on,
    lot.inspected_on,
    lot.finding,
    told.covering_at,
    ARRAY( SELECT named.predecessor_id
           FROM app.inspection_lot_predecessor named
          WHERE ((named.district = lot.district) AND (named.inspection_lot_id = lot.inspection_lot_id))
          ORDER BY named.predecessor_id) AS after,
    lot.version
   FROM (app.inspection_lot lot
     LEFT JOIN app.covering_notice told USING (district, inspection_lot_id, round));

ALTER TABLE app.inspection_lot_card OWNER TO yanshou_owner;

CREATE TABLE app.inspection_lot_step (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE ONLY app.inspection_lot_step FORCE ROW LEVEL SECURITY;

ALTER TABLE app.inspection_lot_step OWNER TO yanshou_owner;

CREATE TABLE app.issue_contact (
    district integer NOT NULL,
    issue_id uuid NOT NULL,
    project_id uuid NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT issue_contact_is_not_empty CHECK (((name <> ''::text) OR (phone <> ''::text)))
);

ALTER TABLE ONLY app.issue_contact FORCE ROW LEVEL SECURITY;

ALTER TABLE app.issue_contact OWNER TO yanshou_owner;

CREATE TABLE app.issue_photo (
    district integer NOT NULL,
    issue_id uuid NOT NULL,
    sha256 bytea NOT NULL,
    project_id uuid NOT NULL,
    moment text NOT NULL,
    taken_by text NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT issue_photo_moment_is_known CHECK ((moment = ANY (ARRAY['before'::text, 'after'::text]))),
    CONSTRAINT issue_photo_source_is_known CHECK ((taken_by = ANY (ARRAY['reporter'::text, 'assignee'::text])))
);

ALTER TABLE ONLY app.issue_photo FORCE ROW LEVEL SECURITY;

ALTER TABLE app.issue_photo OWNER TO yanshou_owner;

CREATE TABLE app.issue_step (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE ONLY app.issue_step FORCE ROW LEVEL SECURITY;

ALTER TABLE app.issue_step OWNER TO yanshou_owner;

CREATE TABLE app.log_photo (
    district integer NOT NULL,
    daily_log_id uuid NOT NULL,
    revision integer NOT NULL,
    sha256 bytea NOT NULL,
    project_id uuid NOT NULL,
    op_id uuid NOT NULL
);

ALTER TABLE ONLY app.log_photo FORCE ROW LEVEL SECURITY;

ALTER TABLE app.log_photo OWNER TO yanshou_owner;

CREATE TABLE app.management_form (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    form text NOT NULL,
    manager text NOT NULL,
    evidence text NOT NULL,
    decided_on date NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT management_form_names_its_evidence CHECK ((evidence <> ''::text)),
    CONSTRAINT management_form_names_its_manager CHECK ((manager <> ''::text))
);

ALTER TABLE ONLY app.management_form FORCE ROW LEVEL SECURITY;

ALTER TABLE app.management_form OWNER TO yanshou_owner;

CREATE TABLE app.no_dig_notice (
    district integer NOT NULL,
    no_dig_notice_id uuid NOT NULL,
    project_id uuid NOT NULL,
    authority text NOT NULL,
    number text NOT NULL,
    place text NOT NULL,
    starts_on date NOT NULL,
    last_on date NOT NULL,
    lifted_on date,
    lifting_document text,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT no_dig_notice_ends_after_it_begins CHECK ((last_on >= starts_on)),
    CONSTRAINT no_dig_notice_has_a_number CHECK ((number <> ''::text)),
    CONSTRAINT no_dig_notice_lifting_names_its_document CHECK (((lifted_on IS NULL) = (COALESCE(lifting_document, ''::text) = ''::text))),
    CONSTRAINT no_dig_notice_names_its_authority CHECK ((authority <> ''::text)),
    CONSTRAINT no_dig_notice_names_its_place CHECK ((place <> ''::text))
);

ALTER TABLE ONLY app.no_dig_notice FORCE ROW LEVEL SECURITY;

ALTER TABLE app.no_dig_notice OWNER TO yanshou_owner;

CREATE TABLE app.objection (
    district integer NOT NULL,
    objection_id uuid NOT NULL,
    project_id uuid NOT NULL,
    room text NOT NULL,
    content text NOT NULL,
    raised_on date NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    outcome text,
    closed_on date,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT objection_is_closed_after_it_is_raised CHECK ((closed_on >= raised_on)),
    CONSTRAINT objection_outcome_is_whole CHECK ((((state = 'open'::text) = (outcome IS NULL)) AND ((outcome IS NULL) = (closed_on IS NULL)))),
    CONSTRAINT objection_state_is_known CHECK ((state = ANY (ARRAY['open'::text, 'agreed'::text, 'withdrawn'::text, 'overruled'::text])))
);

ALTER TABLE ONLY app.objection FORCE ROW LEVEL SECURITY;

ALTER TABLE app.objection OWNER TO yanshou_owner;

CREATE TABLE app.owners_body (
    district integer NOT NULL,
    owners_body_id uuid NOT NULL,
    project_id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    filing_number text NOT NULL,
    formed_on date NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT owners_body_kind_is_known CHECK ((kind = ANY (ARRAY['owners_committee'::text, 'self_governance_group'::text]))),
    CONSTRAINT owners_body_names_its_filing CHECK ((length(btrim(filing_number)) > 0))
);

ALTER TABLE ONLY app.owners_body FORCE ROW LEVEL SECURITY;

ALTER TABLE app.owners_body OWNER TO yanshou_owner;

CREATE TABLE app.package_separation (
    district integer NOT NULL,
    separation_id uuid NOT NULL,
    project_id uuid NOT NULL,
    package_id uuid NOT NULL,
    ground text NOT NULL,
    reason text NOT NULL,
    paper_id uuid NOT NULL,
    decided_by uuid NOT NULL,
    decider_role text NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT separation_says_why CHECK ((length(btrim(reason)) > 0))
);

ALTER TABLE ONLY app.package_separation FORCE ROW LEVEL SECURITY;

ALTER TABLE app.package_separation OWNER TO yanshou_owner;

CREATE TABLE app.tender_exemption (
    district integer NOT NULL,
    exemption_id uuid NOT NULL,
    project_id uuid NOT NULL,
    package_id uuid NOT NULL,
    ground text NOT NULL,
    reason text NOT NULL,
    document_title text NOT NULL,
    document_number text NOT NULL,
    document_on date NOT NULL,
    approved_by uuid NOT NULL,
    approver_role text NOT NULL,
    up_to_fen bigint NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT exemption_has_an_amount CHECK ((up_to_fen > 0)),
    CONSTRAINT exemption_has_its_document_number CHECK ((document_number <> ''::text)),
    CONSTRAINT exemption_names_its_document CHECK ((document_title <> ''::text)),
    CONSTRAINT exemption_says_why CHECK ((reason <> ''::text))
);

ALTER TABLE ONLY app.tender_exemption FORCE ROW LEVEL SECURITY;

ALTER TABLE app.tender_exemption OWNER TO yanshou_owner;

CREATE VIEW app.package_card WITH (security_invoker='true') AS
 SELECT package.district,
    package.package_id,
    package.project_id,
    package.code,
    package.title,
    package.category,
    package.service_kind,
    package.estimate_fen,
    package.works_part_fen,
    package.goods_part_fen,
    package.services_part_fen,
    package.listed_part_fen,
    (separation.separation_id IS NULL) AS combinable,
    package.separation_reason,
    package.separation_note,
    package.widened,
    package.planned_method,
    package.estimate_explanation,
    package.version,
    package.determination_id,
    determination.verdict,
    determination.because,
    determination.as_of AS determined_as_of,
    (NOT ((determination.inputs ->> 'basis'::text) IS DISTINCT FROM app.tender_basis(package.district, package.package_id))) AS determination_is_current,
    contract.contract_id,
    contract.method AS contract_method,
    contract.amount_fen AS contract_amount_fen,
        CASE
            WHEN (package.withdrawn_on IS NOT NULL) THEN 'withdrawn'::text
            WHEN (contract.contract_id IS NOT NULL) THEN 'signed'::text
            WHEN (taken.fen IS NOT NULL) THEN 'ended'::text
            WHEN (package.determination_id IS NOT NULL) THEN 'determined'::text
            ELSE 'planned'::text
        END AS state,
    package.withdrawn_on,
    package.withdrawal_reason,
    exemption.ground AS exemption_ground,
    exemption.document_number AS exemption_document,
    exemption.up_to_fen AS exemption_up_to_fen,
    separation.ground AS separation_ground,
    separation.paper_id AS separation_paper_id,
    award.award_id,
    winner.name AS award_winner,
    award.price_fen AS award_price_fen,
    award.notice_on AS award_notice_on,
    award.winner_id AS award_winner_id,
    (app.contract_comes_to(contract.*) - contract.amount_fen) AS contract_added_fen,
    taken.fen AS taken_by_ended_fen,
    award.documents_on AS award_documents_on,
    award.opened_on AS award_opened_on,
        CASE
            WHEN (award.award_id IS NOT NULL) THEN jsonb_strip_nulls(jsonb_build_object('bidders', award.bidders, 'committee', award.committee, 'objections', award.objections, 'reported_on', award.reported_on, 'candidates_on', award.candidates_on, 'candidates_until', award.candidates_until, 'bid_bond_fen', award.bid_bond_fen))
            ELSE NULL::jsonb
        END AS award_procedure
   FROM (((((((app.package
     LEFT JOIN app.determination USING (district, determination_id))
     LEFT JOIN app.contract ON (((contract.district = package.district) AND (contract.package_id = package.package_id) AND (app.contract_ended_on(contract.district, contract.contract_id) IS NULL))))
     CROSS JOIN LATERAL ( SELECT app.taken_by_ended(package.district, package.package_id) AS fen) taken)
     LEFT JOIN app.tender_exemption exemption ON (((exemption.district = package.district) AND (exemption.package_id = package.package_id))))
     LEFT JOIN app.package_separation separation ON (((separation.district = package.district) AND (separation.package_id = package.package_id))))
     LEFT JOIN app.tender_award award ON (((award.district = package.district) AND (award.award_id = (app.standing_award(package.district, package.package_id)).award_id))))
     LEFT JOIN auth.organisation winner ON ((winner.organisation_id = award.winner_id)));

ALTER TABLE app.package_card OWNER TO yanshou_owner;

CREATE TABLE app.paper_delivery (
    district integer NOT NULL,
    paper_delivery_id uuid NOT NULL,
    project_id uuid NOT NULL,
    receiver_kind text NOT NULL,
    receiver text NOT NULL,
    handover_id uuid,
    delivered_on date NOT NULL,
    filing_number text NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT paper_delivery_has_its_filing_number CHECK ((filing_number <> ''::text)),
    CONSTRAINT paper_delivery_names_its_handover CHECK (((receiver_kind = 'utility'::text) = (handover_id IS NOT NULL))),
    CONSTRAINT paper_delivery_names_its_receiver CHECK ((receiver <> ''::text)),
    CONSTRAINT paper_delivery_receiver_is_known CHECK ((receiver_kind = ANY (ARRAY['utility'::text, 'owners_body'::text, 'property_company'::text])))
);

ALTER TABLE ONLY app.paper_delivery FORCE ROW LEVEL SECURITY;

ALTER TABLE app.paper_delivery OWNER TO yanshou_owner;

CREATE TABLE app.part (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    reader uuid NOT NULL,
    until date NOT NULL
);

ALTER TABLE ONLY app.part FORCE ROW LEVEL SECURITY;

ALTER TABLE app.part OWNER TO yanshou_owner;

CREATE TABLE app.participant_opinion (
    district integer NOT NULL,
    participant_opinion_id uuid NOT NULL,
    project_id uuid NOT NULL,
    forum text NOT NULL,
    participant text NOT NULL,
    opinion text NOT NULL,
    content text NOT NULL,
    given_on date NOT NULL,
    given_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT participant_opinion_forum_is_known CHECK ((forum = ANY (ARRAY['consultation'::text, 'plan_review'::text]))),
    CONSTRAINT participant_opinion_is_known CHECK ((opinion = ANY (ARRAY['agree'::text, 'agree_with_conditions'::text, 'disagree'::text])))
);

ALTER TABLE ONLY app.participant_opinion FORCE ROW LEVEL SECURITY;

ALTER TABLE app.participant_opinion OWNER TO yanshou_owner;

CREATE TABLE app.payment (
    district integer NOT NULL,
    payment_id uuid NOT NULL,
    project_id uuid NOT NULL,
    payment_claim_id uuid NOT NULL,
    amount_fen bigint NOT NULL,
    voucher text NOT NULL,
    paid_on date NOT NULL,
    due_on date,
    days_late integer NOT NULL,
    interest_fen bigint NOT NULL,
    determination_id uuid,
    op_id uuid NOT NULL,
    CONSTRAINT payment_has_an_amount CHECK ((amount_fen > 0)),
    CONSTRAINT payment_interest_has_its_finding CHECK (((interest_fen >= 0) AND ((interest_fen > 0) = (determination_id IS NOT NULL)))),
    CONSTRAINT payment_lateness_is_counted CHECK ((days_late =
CASE
    WHEN (paid_on > due_on) THEN (paid_on - due_on)
    ELSE 0
END)),
    CONSTRAINT payment_names_its_voucher CHECK ((voucher <> ''::text))
);

ALTER TABLE ONLY app.payment FORCE ROW LEVEL SECURITY;

ALTER TABLE app.payment OWNER TO yanshou_owner;

CREATE TABLE app.retention_holding (
    district integer NOT NULL,
    payment_claim_id uuid NOT NULL,
    project_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    claim_fen bigint NOT NULL,
    held_fen bigint NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT retention_holding_is_not_negative CHECK ((held_fen >= 0))
);

ALTER TABLE ONLY app.retention_holding FORCE ROW LEVEL SECURITY;

ALTER TABLE app.retention_holding OWNER TO yanshou_owner;

CREATE VIEW app.payment_card WITH (security_invoker='true') AS
 SELECT claim.district,
    claim.project_id,
    claim.contract_id,
    claim.payment_claim_id,
    claim.number,
    claim.certified_on,
    claim.amount_fen,
    COALESCE(holding.held_fen, (0)::bigint) AS held_fen,
    (claim.amount_fen - COALESCE(holding.held_fen, (0)::bigint)) AS payable_fen,
    (COALESCE(paid.fen, (0)::numeric))::bigint AS paid_fen,
    ((claim.amount_fen - COALESCE(holding.held_fen, (0)::bigint)) - (COALESCE(paid.fen, (0)::numeric))::bigint) AS owed_fen,
    (COALESCE(paid.interest, (0)::numeric))::bigint AS interest_fen,
    clock.clock_id,
    clock.due_on,
    clock.state AS clock_state,
    clock.version AS clock_version,
    contract.signed_on,
    contract.number AS contract_number
   FROM ((((app.payment_claim claim
     JOIN app.contract USING (district, contract_id))
     LEFT JOIN app.retention_holding holding USING (district, payment_claim_id))
     LEFT JOIN app.clock ON (((clock.district = claim.district) AND (clock.subject_kind = 'payment_claim'::text) AND (clock.subject_id = claim.payment_claim_id) AND (clock.key = 'payment.sme.days'::text))))
     LEFT JOIN LATERAL ( SELECT sum(payment.amount_fen) AS fen,
            sum(payment.interest_fen) AS interest
           FROM app.payment
          WHERE ((payment.district = claim.district) AND (payment.payment_claim_id = claim.payment_claim_id))) paid ON (true))
  WHERE (claim.state = 'certified'::text);

ALTER TABLE app.payment_card OWNER TO yanshou_owner;

CREATE TABLE app.payment_claim_line (
    district integer NOT NULL,
    payment_claim_id uuid NOT NULL,
    bill_line_id uuid NOT NULL,
    project_id uuid NOT NULL,
    quantity_milli bigint NOT NULL,
    amount_fen bigint NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT payment_claim_line_amount_is_not_negative CHECK ((amount_fen >= 0)),
    CONSTRAINT payment_claim_line_quantity_is_positive CHECK ((quantity_milli > 0))
);

ALTER TABLE ONLY app.payment_claim_line FORCE ROW LEVEL SECURITY;

ALTER TABLE app.payment_claim_line OWNER TO yanshou_owner;

CREATE TABLE app.payment_claim_step (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE ONLY app.payment_claim_step FORCE ROW LEVEL SECURITY;

ALTER TABLE app.payment_claim_step OWNER TO yanshou_owner;

CREATE TABLE app.payment_term (
    district integer NOT NULL,
    contract_id uuid NOT NULL,
    project_id uuid NOT NULL,
    enterprise text NOT NULL,
    days integer NOT NULL,
    evidence text NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT payment_term_enterprise_is_known CHECK ((enterprise = ANY (ARRAY['small_or_medium'::text, 'large'::text]))),
    CONSTRAINT payment_term_has_its_days CHECK ((days > 0)),
    CONSTRAINT payment_term_names_its_clause CHECK ((evidence <> ''::text))
);

ALTER TABLE ONLY app.payment_term FORCE ROW LEVEL SECURITY;

ALTER TABLE app.payment_term OWNER TO yanshou_owner;

CREATE TABLE app.plan_approval (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    ordinal integer NOT NULL,
    step text NOT NULL,
    approved_on date NOT NULL,
    number text NOT NULL,
    op_id uuid NOT NULL
);

ALTER TABLE ONLY app.plan_approval FORCE ROW LEVEL SECURITY;

ALTER TABLE app.plan_approval OWNER TO yanshou_owner;

CREATE TABLE app.posting (
    district integer NOT NULL,
    posting_id uuid NOT NULL,
    project_id uuid NOT NULL,
    place text NOT NULL,
    photo_sha256 bytea NOT NULL,
    attachments text[] NOT NULL,
    posted_on date NOT NULL,
    taken_down_on date,
    taken_down_for text,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT posting_is_taken_down_after_it_is_put CHECK ((taken_down_on >= posted_on)),
    CONSTRAINT posting_names_its_place CHECK ((length(btrim(place)) > 0)),
    CONSTRAINT posting_photo_has_its_digest CHECK ((length(photo_sha256) = 32)),
    CONSTRAINT posting_taken_down_says_why CHECK (((taken_down_on IS NULL) = (taken_down_for IS NULL)))
);

ALTER TABLE ONLY app.posting FORCE ROW LEVEL SECURITY;

ALTER TABLE app.posting OWNER TO yanshou_owner;

CREATE TABLE app.procedure_decision (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    procedure text NOT NULL,
    outcome text NOT NULL,
    basis text NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT procedure_decision_has_a_basis CHECK ((length(btrim(basis)) > 0)),
    CONSTRAINT procedure_outcome_is_known CHECK ((outcome = ANY (ARRAY['kept'::text, 'simplified'::text, 'waived'::text])))
);

ALTER TABLE ONLY app.procedure_decision FORCE ROW LEVEL SECURITY;

ALTER TABLE app.procedure_decision OWNER TO yanshou_owner;

CREATE TABLE app.resident_fund (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    paid_fen bigint NOT NULL,
    receipts integer NOT NULL
);

ALTER TABLE ONLY app.resident_fund FORCE ROW LEVEL SECURITY;

ALTER TABLE app.resident_fund OWNER TO yanshou_owner;

CREATE VIEW app.project_card WITH (security_invoker='true') AS
 SELECT project.district,
    project.project_id,
    project.name,
    project.state,
    project.place,
    project.edition,
    project.project_code,
    project.account_number,
    project.works_began_on,
    project.version,
    community.community_id,
    community.name AS community,
    community.households,
    community.area_hundredths,
    community.address,
    organisation.name AS construction_unit,
    plan.total_fen,
    plan.resident_fen,
    plan.subsidy_fen,
    plan.required_fen,
    COALESCE(fund.paid_fen, (0)::bigint) AS paid_fen
   FROM ((((app.project
     JOIN app.community USING (district, community_id))
     JOIN auth.organisation ON ((organisation.organisation_id = project.construction_unit_id)))
     LEFT JOIN app.funding_plan plan USING (district, project_id))
     LEFT JOIN app.resident_fund fund USING (district, project_id));

ALTER TABLE app.project_card OWNER TO yanshou_owner;

CREATE TABLE app.project_closing (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    closed_on date NOT NULL,
    op_id uuid NOT NULL
);

ALTER TABLE ONLY app.project_closing FORCE ROW LEVEL SECURITY;

ALTER TABLE app.project_closing OWNER TO yanshou_owner;

CREATE TABLE app.project_step (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE ONLY app.project_step FORCE ROW LEVEL SECURITY;

ALTER TABLE app.project_step OWNER TO yanshou_owner;

CREATE TABLE app.rebuilding (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    grounds text[] NOT NULL,
    appraisal text NOT NULL,
    planning text NOT NULL,
    funding text NOT NULL,
    decided_on date NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT rebuilding_has_a_ground CHECK ((cardinality(grounds) > 0)),
    CONSTRAINT rebuilding_names_its_appraisal CHECK ((btrim(appraisal) <> ''::text)),
    CONSTRAINT rebuilding_names_its_own_funding CHECK ((btrim(funding) <> ''::text)),
    CONSTRAINT rebuilding_names_its_planning CHECK ((btrim(planning) <> ''::text))
);

ALTER TABLE ONLY app.rebuilding FORCE ROW LEVEL SECURITY;

ALTER TABLE app.rebuilding OWNER TO yanshou_owner;

CREATE TABLE app.register_file (
    district integer NOT NULL,
    import_id uuid NOT NULL,
    project_id uuid NOT NULL,
    content bytea NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT register_file_is_of_a_fair_size CHECK ((length(content) <= 6291456))
);

ALTER TABLE ONLY app.register_file FORCE ROW LEVEL SECURITY;

ALTER TABLE app.register_file OWNER TO yanshou_owner;

CREATE TABLE app.register_owner (
    district integer NOT NULL,
    owner_id uuid NOT NULL,
    project_id uuid NOT NULL,
    developer boolean NOT NULL,
    op_id uuid NOT NULL
);

ALTER TABLE ONLY app.register_owner FORCE ROW LEVEL SECURITY;

ALTER TABLE app.register_owner OWNER TO yanshou_owner;

CREATE TABLE app.register_owner_detail (
    district integer NOT NULL,
    owner_id uuid NOT NULL,
    project_id uuid NOT NULL,
    names text NOT NULL,
    identity text NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT register_owner_has_a_name CHECK ((length(btrim(names)) > 0))
);

ALTER TABLE ONLY app.register_owner_detail FORCE ROW LEVEL SECURITY;

ALTER TABLE app.register_owner_detail OWNER TO yanshou_owner;

CREATE TABLE app.register_unit (
    district integer NOT NULL,
    unit_id uuid NOT NULL,
    project_id uuid NOT NULL,
    building text NOT NULL,
    entrance text NOT NULL,
    room text NOT NULL,
    area_hundredths bigint NOT NULL,
    area_source text NOT NULL,
    owner_id uuid NOT NULL,
    since_import uuid NOT NULL,
    until_import uuid,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    share_fen bigint,
    CONSTRAINT household_share_is_not_negative CHECK ((share_fen >= 0)),
    CONSTRAINT register_area_source_is_known CHECK ((area_source = ANY (ARRAY['registered'::text, 'surveyed'::text, 'contract'::text]))),
    CONSTRAINT register_unit_has_a_room CHECK ((length(btrim(room)) > 0)),
    CONSTRAINT register_unit_has_an_area CHECK ((area_hundredths > 0))
);

ALTER TABLE ONLY app.register_unit FORCE ROW LEVEL SECURITY;

ALTER TABLE app.register_unit OWNER TO yanshou_owner;

CREATE TABLE app.request (
    district integer NOT NULL,
    principal uuid NOT NULL,
    key_hash bytea NOT NULL,
    route text NOT NULL,
    fingerprint bytea NOT NULL,
    status integer,
    answer bytea,
    etag text,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY app.request FORCE ROW LEVEL SECURITY;

ALTER TABLE app.request OWNER TO yanshou_owner;

CREATE TABLE app.retention (
    district integer NOT NULL,
    contract_id uuid NOT NULL,
    project_id uuid NOT NULL,
    share_numerator bigint NOT NULL,
    share_denominator bigint NOT NULL,
    months integer NOT NULL,
    evidence text NOT NULL,
    agreed_on date NOT NULL,
    edition text NOT NULL,
    months_key text DEFAULT 'defect_liability.max_months'::text NOT NULL,
    most_months bigint NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT defect_liability_is_not_too_long CHECK ((months <= most_months)),
    CONSTRAINT retention_has_a_period CHECK ((months > 0)),
    CONSTRAINT retention_has_a_share CHECK (((share_numerator > 0) AND (share_denominator > 0))),
    CONSTRAINT retention_names_its_clause CHECK ((evidence <> ''::text)),
    CONSTRAINT retention_period_is_of_its_key CHECK ((months_key = 'defect_liability.max_months'::text))
);

ALTER TABLE ONLY app.retention FORCE ROW LEVEL SECURITY;

ALTER TABLE app.retention OWNER TO yanshou_owner;

CREATE TABLE app.retention_release (
    district integer NOT NULL,
    retention_release_id uuid NOT NULL,
    project_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    amount_fen bigint NOT NULL,
    ground text NOT NULL,
    voucher text NOT NULL,
    released_on date NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT retention_release_ground_is_known CHECK ((ground = ANY (ARRAY['period_ended'::text, 'replaced'::text, 'above_ceiling'::text]))),
    CONSTRAINT retention_release_has_an_amount CHECK ((amount_fen > 0)),
    CONSTRAINT retention_release_names_its_voucher CHECK ((voucher <> ''::text))
);

ALTER TABLE ONLY app.retention_release FORCE ROW LEVEL SECURITY;

ALTER TABLE app.retention_release OWNER TO yanshou_owner;

CREATE VIEW app.retention_card WITH (security_invoker='true') AS
 SELECT kept.district,
    kept.project_id,
    kept.contract_id,
    contract.number,
    contract.title,
    kept.share_numerator,
    kept.share_denominator,
    kept.months,
    kept.evidence,
    (COALESCE(held.fen, (0)::numeric))::bigint AS held_fen,
    (COALESCE(given.fen, (0)::numeric))::bigint AS released_fen,
    (COALESCE(certified.fen, (0)::numeric))::bigint AS settlement_fen,
    period.base_on,
    period.nominal_end_on,
    COALESCE(period.effective_end_on, app.working_day_from(period.nominal_end_on)) AS effective_end_on
   FROM (((((app.retention kept
     JOIN app.contract USING (district, contract_id))
     LEFT JOIN app.defect_liability period USING (district, contract_id))
     LEFT JOIN LATERAL ( SELECT sum(holding.held_fen) AS fen
           FROM app.retention_holding holding
          WHERE ((holding.district = kept.district) AND (holding.contract_id = kept.contract_id))) held ON (true))
     LEFT JOIN LATERAL ( SELECT sum(release.amount_fen) AS fen
           FROM app.retention_release release
          WHERE ((release.district = kept.district) AND (release.contract_id = kept.contract_id))) given ON (true))
     LEFT JOIN LATERAL ( SELECT sum(claim.amount_fen) AS fen
           FROM app.payment_claim claim
          WHERE ((claim.district = kept.district) AND (claim.contract_id = kept.contract_id) AND (claim.state = 'certified'::text))) certified ON (true));

ALTER TABLE app.retention_card OWNER TO yanshou_owner;

CREATE VIEW app.scheme_item_card WITH (security_invoker='true') AS
 SELECT item.district,
    item.project_id,
    item.works_item_id,
    item.code,
    item.title,
    item.unit,
    item.quantity_milli,
    item.amount_fen,
    item.excluded,
    app.item_reduced(item.district, item.works_item_id) AS reduced_milli,
    stands.due_milli,
    stands.held_milli,
    stands.done_milli,
    (
        CASE
            WHEN (stands.due_milli <= 0) THEN (1000)::numeric
            ELSE LEAST(floor((((stands.done_milli)::numeric * (1000)::numeric) / (stands.due_milli)::numeric)), (1000)::numeric)
        END)::bigint AS permille
   FROM (app.works_item item
     CROSS JOIN LATERAL app.item_stands_at(item.*) stands(due_milli, held_milli, done_milli));

ALTER TABLE app.scheme_item_card OWNER TO yanshou_owner;

CREATE VIEW app.scheme_progress WITH (security_invoker='true') AS
 SELECT scheme_item_card.district,
    scheme_item_card.project_id,
    count(*) AS items,
    count(*) FILTER (WHERE (scheme_item_card.done_milli >= scheme_item_card.due_milli)) AS items_done,
    (COALESCE(floor((sum(((scheme_item_card.amount_fen)::numeric * (scheme_item_card.permille)::numeric)) / NULLIF(sum(scheme_item_card.amount_fen), (0)::numeric))), (0)::numeric))::bigint AS permille
   FROM app.scheme_item_card
  WHERE (NOT scheme_item_card.excluded)
  GROUP BY scheme_item_card.district, scheme_item_card.project_id;

ALTER TABLE app.scheme_progress OWNER TO yanshou_owner;

CREATE TABLE app.scheme_reduction (
    district integer NOT NULL,
    reduction_id uuid NOT NULL,
    project_id uuid NOT NULL,
    works_item_id uuid NOT NULL,
    quantity_milli bigint NOT NULL,
    ground text NOT NULL,
    reason text NOT NULL,
    paper_id uuid NOT NULL,
    proposed_on date NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT reduction_has_a_quantity CHECK ((quantity_milli > 0))
);

ALTER TABLE ONLY app.scheme_reduction FORCE ROW LEVEL SECURITY;

ALTER TABLE app.scheme_reduction OWNER TO yanshou_owner;

CREATE TABLE app.scheme_reduction_decision (
    district integer NOT NULL,
    reduction_id uuid NOT NULL,
    project_id uuid NOT NULL,
    approves boolean NOT NULL,
    reason text NOT NULL,
    decided_by uuid NOT NULL,
    decided_on date NOT NULL,
    op_id uuid NOT NULL
);

ALTER TABLE ONLY app.scheme_reduction_decision FORCE ROW LEVEL SECURITY;

ALTER TABLE app.scheme_reduction_decision OWNER TO yanshou_owner;

CREATE VIEW app.scheme_reduction_card WITH (security_invoker='true') AS
 SELECT asked.district,
    asked.project_id,
    asked.reduction_id,
    asked.works_item_id,
    item.code,
    item.title,
    item.unit,
    asked.quantity_milli,
    asked.ground,
    asked.reason,
    asked.paper_id,
    asked.proposed_on,
    said.approves,
    said.reason AS answer,
    said.decided_on
   FROM ((app.scheme_reduction asked
     JOIN app.works_item item USING (district, project_id, works_item_id))
     LEFT JOIN app.scheme_reduction_decision said USING (district, project_id, reduction_id));

ALTER TABLE app.scheme_reduction_card OWNER TO yanshou_owner;

CREATE TABLE app.slip_correction (
    district integer NOT NULL,
    count_id uuid NOT NULL,
    slip_id uuid NOT NULL,
    ballot_id uuid NOT NULL,
    project_id uuid NOT NULL,
    answers text[] NOT NULL,
    reason text NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT correction_answers_are_known CHECK ((answers <@ ARRAY['yes'::text, 'no'::text, 'abstain'::text])),
    CONSTRAINT correction_gives_its_reason CHECK ((length(btrim(reason)) > 0))
);

ALTER TABLE ONLY app.slip_correction FORCE ROW LEVEL SECURITY;

ALTER TABLE app.slip_correction OWNER TO yanshou_owner;

CREATE TABLE app.slip_recheck (
    district integer NOT NULL,
    recheck_id uuid NOT NULL,
    slip_id uuid NOT NULL,
    ballot_id uuid NOT NULL,
    project_id uuid NOT NULL,
    answers text[] NOT NULL,
    entered_by uuid NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT recheck_answers_are_known CHECK ((answers <@ ARRAY['yes'::text, 'no'::text, 'abstain'::text]))
);

ALTER TABLE ONLY app.slip_recheck FORCE ROW LEVEL SECURITY;

ALTER TABLE app.slip_recheck OWNER TO yanshou_owner;

CREATE TABLE app.special_works (
    district integer NOT NULL,
    special_works_id uuid NOT NULL,
    project_id uuid NOT NULL,
    title text NOT NULL,
    department text NOT NULL,
    keeper text,
    maintenance text,
    settled_on date,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT special_works_have_a_title CHECK ((btrim(title) <> ''::text)),
    CONSTRAINT special_works_name_their_department CHECK ((btrim(department) <> ''::text)),
    CONSTRAINT special_works_settled_name_their_keeper CHECK ((((settled_on IS NULL) = (COALESCE(keeper, ''::text) = ''::text)) AND ((settled_on IS NULL) = (COALESCE(maintenance, ''::text) = ''::text))))
);

ALTER TABLE ONLY app.special_works FORCE ROW LEVEL SECURITY;

ALTER TABLE app.special_works OWNER TO yanshou_owner;

CREATE TABLE app.subsidy_payment (
    district integer NOT NULL,
    subsidy_payment_id uuid NOT NULL,
    project_id uuid NOT NULL,
    determination_id uuid NOT NULL,
    payer text NOT NULL,
    amount_fen bigint NOT NULL,
    voucher text NOT NULL,
    paid_on date NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT subsidy_payer_is_known CHECK ((payer = ANY (ARRAY['city'::text, 'district'::text]))),
    CONSTRAINT subsidy_payment_has_an_amount CHECK ((amount_fen > 0)),
    CONSTRAINT subsidy_payment_names_its_voucher CHECK ((voucher <> ''::text))
);

ALTER TABLE ONLY app.subsidy_payment FORCE ROW LEVEL SECURITY;

ALTER TABLE app.subsidy_payment OWNER TO yanshou_owner;

CREATE TABLE app.survey_record (
    district integer NOT NULL,
    survey_record_id uuid NOT NULL,
    project_id uuid NOT NULL,
    kind text NOT NULL,
    summary text NOT NULL,
    source text NOT NULL,
    surveyed_on date NOT NULL,
    op_id uuid NOT NULL,
    CONSTRAINT survey_record_says_something CHECK ((length(btrim(summary)) > 0))
);

ALTER TABLE ONLY app.survey_record FORCE ROW LEVEL SECURITY;

ALTER TABLE app.survey_record OWNER TO yanshou_owner;

CREATE TABLE app.true_up (
    district integer NOT NULL,
    project_id uuid NOT NULL,
    household text NOT NULL,
    due_fen bigint NOT NULL,
    paid_fen bigint NOT NULL,
    settled_fen bigint NOT NULL,
    voucher text,
    settled_on date NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT true_up_names_its_household CHECK ((household <> ''::text)),
    CONSTRAINT true_up_names_its_voucher CHECK (((settled_fen = 0) OR (COALESCE(voucher, ''::text) <> ''::text))),
    CONSTRAINT true_up_settles_the_difference CHECK ((settled_fen = (due_fen - paid_fen))),
    CONSTRAINT true_up_share_is_not_negative CHECK ((due_fen >= 0))
);

ALTER TABLE ONLY app.true_up FORCE ROW LEVEL SECURITY;

ALTER TABLE app.true_up OWNER TO yanshou_owner;

CREATE TABLE app.unit_confirmation (
    district integer NOT NULL,
    organisation_id uuid NOT NULL,
    op_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY app.unit_confirmation FORCE ROW LEVEL SECURITY;

ALTER TABLE app.unit_confirmation OWNER TO yanshou_owner;

CREATE TABLE app.volunteer (
    district integer NOT NULL,
    volunteer_id uuid NOT NULL,
    project_id uuid NOT NULL,
    person_id uuid NOT NULL,
    skills text[] DEFAULT '{}'::text[] NOT NULL,
    appointed_by uuid NOT NULL,
    appointed_on date NOT NULL,
    ended_on date,
    op_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT volunteer_does_not_appoint_himself CHECK ((appointed_by <> person_id)),
    CONSTRAINT volunteer_ends_after_beginning CHECK ((ended_on >= appointed_on))
);

ALTER TABLE ONLY app.volunteer FORCE ROW LEVEL SECURITY;

ALTER TABLE app.volunteer OWNER TO yanshou_owner;

CREATE TABLE app.warranty (
    district integer NOT NULL,
    warranty_id uuid NOT NULL,
    project_id uuid NOT NULL,
    kind text NOT NULL,
    accepted_on date NOT NULL,
    months integer,
    edition text NOT NULL,
    minimum_key text NOT NULL,
    minimum_years bigint,
    nominal_end_on date NOT NULL,
    effective_end_on date,
    op_id uuid NOT NULL,
    seasons integer,
    evidence text,
    CONSTRAINT warranty_ends_after_its_months CHECK (((months IS NULL) OR (nominal_end_on = ((accepted_on + make_interval(months => months)))::date))),
    CONSTRAINT warranty_ends_no_sooner_than_nominal CHECK ((effective_end_on >= nominal_end_on)),
    CONSTRAINT warranty_has_a_length CHECK ((months > 0)),
    CONSTRAINT warranty_has_seasons CHECK ((seasons > 0)),
    CONSTRAINT warranty_is_counted_by_its_kind CHECK ((((kind = 'heating'::text) = (seasons IS NOT NULL)) AND ((kind = 'heating'::text) = (months IS NULL)))),
    CONSTRAINT warranty_is_not_below_the_minimum CHECK ((COALESCE((months >= (minimum_years * 12)), true) AND COALESCE((seasons >= minimum_years), true))),
    CONSTRAINT warranty_minimum_is_of_its_kind CHECK ((
CASE kind
    WHEN 'heating'::text THEN (minimum_key = 'warranty.seasons.heating'::text)
    WHEN 'structure'::text THEN (minimum_key = 'warranty.term.structure'::text)
    ELSE (minimum_key = ('warranty.years.'::text || kind))
END AND ((kind = 'structure'::text) = (minimum_years IS NULL)))),
    CONSTRAINT warranty_structure_names_its_design_life CHECK (((kind <> 'structure'::text) OR ((COALESCE(evidence, ''::text) <> ''::text) AND ((months % 12) = 0))))
);

ALTER TABLE ONLY app.warranty FORCE ROW LEVEL SECURITY;

ALTER TABLE app.warranty OWNER TO yanshou_owner;

CREATE VIEW app.warranty_card WITH (security_invoker='true') AS
 SELECT warranty.district,
    warranty.project_id,
    warranty.kind,
    warranty.accepted_on,
    warranty.months,
    warranty.seasons,
    warranty.evidence,
    warranty.nominal_end_on,
    COALESCE(warranty.effective_end_on, app.working_day_from(warranty.nominal_end_on)) AS effective_end_on,
    (COALESCE(warranty.effective_end_on, app.working_day_from(warranty.nominal_end_on)) + 1) AS owners_from,
    custody.keeper,
    custody.taken_on
   FROM (app.warranty
     LEFT JOIN app.custody USING (district, project_id, kind));

ALTER TABLE app.warranty_card OWNER TO yanshou_owner;

CREATE TABLE app.warranty_claim_step (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE ONLY app.warranty_claim_step FORCE ROW LEVEL SECURITY;

ALTER TABLE app.warranty_claim_step OWNER TO yanshou_owner;

CREATE TABLE app.webhook_replay (
    district integer NOT NULL,
    replay_id uuid NOT NULL,
    webhook_id uuid NOT NULL,
    delivery_id uuid NOT NULL,
    op_id uuid NOT NULL
);

ALTER TABLE ONLY app.webhook_replay FORCE ROW LEVEL SECURITY;

ALTER TABLE app.webhook_replay OWNER TO yanshou_owner;

CREATE TABLE app.yearly_allotment (
    district integer NOT NULL,
    yearly_allotment_id uuid NOT NULL,
    year integer NOT NULL,
    amount_fen bigint NOT NULL,
    number text NOT NULL,
    op_id uuid NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT yearly_allotment_is_not_negative CHECK ((amount_fen >= 0)),
    CONSTRAINT yearly_allotment_year_is_fair CHECK (((year >= 2015) AND (year <= 2100)))
);

ALTER TABLE ONLY app.yearly_allotment FORCE ROW LEVEL SECURITY;

ALTER TABLE app.yearly_allotment OWNER TO yanshou_owner;

CREATE TABLE auth.appointment (
    district integer NOT NULL,
    appointment_id uuid NOT NULL,
    person_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    role text NOT NULL,
    project_id uuid,
    valid_from date NOT NULL,
    valid_to date,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    recorded_in integer,
    op_id uuid,
    CONSTRAINT appointment_ends_after_it_begins CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

ALTER TABLE ONLY auth.appointment FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.appointment OWNER TO yanshou_owner;

CREATE TABLE auth.control_link (
    organisation_id uuid NOT NULL,
    controlled_id uuid NOT NULL,
    kind text NOT NULL,
    evidence text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    recorded_in integer,
    op_id uuid,
    CONSTRAINT control_link_is_between_two CHECK ((organisation_id <> controlled_id)),
    CONSTRAINT control_link_kind_is_known CHECK ((kind = ANY (ARRAY['parent'::text, 'controls'::text, 'same_legal_representative'::text, 'same_controller'::text])))
);

ALTER TABLE ONLY auth.control_link FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.control_link OWNER TO yanshou_owner;

CREATE TABLE auth.demo_clock (
    one boolean DEFAULT true NOT NULL,
    ahead interval NOT NULL,
    set_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT demo_clock_is_one CHECK (one)
);

ALTER TABLE ONLY auth.demo_clock FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.demo_clock OWNER TO yanshou_owner;

CREATE TABLE auth.district (
    district integer NOT NULL,
    name text NOT NULL
);

ALTER TABLE ONLY auth.district FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.district OWNER TO yanshou_owner;

CREATE TABLE auth.division_code (
    district integer NOT NULL,
    code text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT division_code_has_six_digits CHECK ((code ~ '^[0-9]{6}$'::text))
);

ALTER TABLE ONLY auth.division_code FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.division_code OWNER TO yanshou_owner;

CREATE TABLE auth.known_network (
    person_id uuid NOT NULL,
    network text NOT NULL,
    last_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY auth.known_network FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.known_network OWNER TO yanshou_owner;

CREATE TABLE auth.role_reach (
    role text NOT NULL,
    reach text NOT NULL,
    CONSTRAINT role_reach_is_known CHECK ((reach = ANY (ARRAY['district'::text, 'project'::text])))
);

ALTER TABLE ONLY auth.role_reach FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.role_reach OWNER TO yanshou_owner;

CREATE TABLE auth.secret (
    one boolean DEFAULT true NOT NULL,
    value bytea NOT NULL,
    generation bigint DEFAULT 0 NOT NULL,
    CONSTRAINT secret_is_one CHECK (one)
);

ALTER TABLE ONLY auth.secret FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.secret OWNER TO yanshou_owner;

CREATE TABLE auth.sign_in_attempt (
    attempt_id uuid DEFAULT gen_random_uuid() NOT NULL,
    login text NOT NULL,
    network text NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    written_by xid8 DEFAULT pg_current_xact_id() NOT NULL,
    verifier bytea,
    code text,
    appointment_id uuid,
    token_hash bytea,
    judged_at timestamp with time zone
);

ALTER TABLE ONLY auth.sign_in_attempt FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.sign_in_attempt OWNER TO yanshou_owner;

CREATE TABLE auth.signing_key (
    key_id uuid NOT NULL,
    person_id uuid NOT NULL,
    public_key text NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    recorded_in integer,
    op_id uuid
);

ALTER TABLE ONLY auth.signing_key FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.signing_key OWNER TO yanshou_owner;

CREATE TABLE auth.token (
    token_hash bytea NOT NULL,
    kind text NOT NULL,
    district integer NOT NULL,
    appointment_id uuid NOT NULL,
    second_factor boolean DEFAULT false NOT NULL,
    scope_kind text,
    scope_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT token_kind_is_known CHECK ((kind = ANY (ARRAY['session'::text, 'api'::text, 'link'::text]))),
    CONSTRAINT token_link_has_a_scope CHECK (((kind <> 'link'::text) OR ((scope_kind IS NOT NULL) AND (scope_id IS NOT NULL))))
);

ALTER TABLE ONLY auth.token FORCE ROW LEVEL SECURITY;

ALTER TABLE auth.token OWNER TO yanshou_owner;

CREATE TABLE jobs.blocked (
    job_id uuid NOT NULL,
    ring smallint NOT NULL
);

ALTER TABLE ONLY jobs.blocked FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.blocked OWNER TO yanshou_owner;

CREATE TABLE jobs.cancellation (
    job_id uuid NOT NULL,
    reason text NOT NULL,
    asked_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY jobs.cancellation FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.cancellation OWNER TO yanshou_owner;

CREATE TABLE jobs.dead (
    job_id uuid NOT NULL,
    ring smallint NOT NULL,
    kind text NOT NULL,
    attempts smallint NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY jobs.dead FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.dead OWNER TO yanshou_owner;

CREATE TABLE jobs.delivery (
    delivery_id uuid DEFAULT gen_random_uuid() NOT NULL,
    district integer NOT NULL,
    webhook_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    job_id uuid DEFAULT gen_random_uuid() NOT NULL,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    tried_at timestamp with time zone,
    status integer,
    reason text,
    sent_at timestamp with time zone
);

ALTER TABLE ONLY jobs.delivery FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.delivery OWNER TO yanshou_owner;

CREATE TABLE jobs.dependency (
    parent_id uuid NOT NULL,
    child_id uuid NOT NULL
);

ALTER TABLE ONLY jobs.dependency FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.dependency OWNER TO yanshou_owner;

CREATE TABLE jobs.failure (
    job_id uuid NOT NULL,
    attempts smallint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    crashed boolean DEFAULT false NOT NULL,
    worker integer,
    error text NOT NULL
);

ALTER TABLE ONLY jobs.failure FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.failure OWNER TO yanshou_owner;

CREATE TABLE jobs.gate (
    gate text NOT NULL,
    slots integer DEFAULT 1 NOT NULL,
    rate_count integer,
    rate_per interval,
    tokens double precision DEFAULT 0 NOT NULL,
    refilled_at timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    CONSTRAINT gate_lets_someone_through CHECK ((slots > 0)),
    CONSTRAINT gate_rate_is_positive CHECK ((rate_count > 0)),
    CONSTRAINT gate_rate_is_whole CHECK (((rate_count IS NULL) = (rate_per IS NULL)))
);

ALTER TABLE ONLY jobs.gate FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.gate OWNER TO yanshou_owner;

CREATE SEQUENCE jobs.turn
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE jobs.turn OWNER TO postgres;

CREATE TABLE jobs.gated (
    gate text NOT NULL,
    priority smallint NOT NULL,
    seq bigint DEFAULT nextval('jobs.turn'::regclass) NOT NULL,
    job_id uuid NOT NULL,
    ring smallint NOT NULL,
    attempts smallint NOT NULL
);

ALTER TABLE ONLY jobs.gated FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.gated OWNER TO yanshou_owner;

CREATE TABLE jobs.held_key (
    kind text NOT NULL,
    unique_key text NOT NULL,
    job_id uuid NOT NULL,
    until timestamp with time zone
);

ALTER TABLE ONLY jobs.held_key FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.held_key OWNER TO yanshou_owner;

CREATE TABLE jobs.job (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    district integer NOT NULL,
    kind text NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    priority smallint DEFAULT 0 NOT NULL,
    arguments jsonb NOT NULL,
    unique_key text,
    key_for interval,
    key_holds text DEFAULT 'until_ended'::text NOT NULL,
    key_conflict text DEFAULT 'leave_out'::text NOT NULL,
    run_at timestamp with time zone,
    gate text,
    parents uuid[],
    attempts_max integer DEFAULT 10 NOT NULL,
    time_limit_ms bigint,
    op_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    marked boolean GENERATED ALWAYS AS (((unique_key IS NOT NULL) OR (gate IS NOT NULL))) STORED NOT NULL,
    CONSTRAINT job_is_tried_at_least_once CHECK ((attempts_max > 0)),
    CONSTRAINT job_key_conflict_is_known CHECK ((key_conflict = ANY (ARRAY['leave_out'::text, 'replace'::text, 'refuse'::text]))),
    CONSTRAINT job_key_is_held_as_known CHECK ((key_holds = ANY (ARRAY['until_taken'::text, 'until_ended'::text, 'until_settled'::text]))),
    CONSTRAINT job_time_limit_is_positive CHECK ((time_limit_ms > 0))
)
PARTITION BY LIST (ring);

ALTER TABLE ONLY jobs.job FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.job OWNER TO yanshou_owner;

CREATE TABLE jobs.job_ring_0 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    district integer NOT NULL,
    kind text NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    priority smallint DEFAULT 0 NOT NULL,
    arguments jsonb NOT NULL,
    unique_key text,
    key_for interval,
    key_holds text DEFAULT 'until_ended'::text NOT NULL,
    key_conflict text DEFAULT 'leave_out'::text NOT NULL,
    run_at timestamp with time zone,
    gate text,
    parents uuid[],
    attempts_max integer DEFAULT 10 NOT NULL,
    time_limit_ms bigint,
    op_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    marked boolean GENERATED ALWAYS AS (((unique_key IS NOT NULL) OR (gate IS NOT NULL))) STORED NOT NULL,
    CONSTRAINT job_is_tried_at_least_once CHECK ((attempts_max > 0)),
    CONSTRAINT job_key_conflict_is_known CHECK ((key_conflict = ANY (ARRAY['leave_out'::text, 'replace'::text, 'refuse'::text]))),
    CONSTRAINT job_key_is_held_as_known CHECK ((key_holds = ANY (ARRAY['until_taken'::text, 'until_ended'::text, 'until_settled'::text]))),
    CONSTRAINT job_time_limit_is_positive CHECK ((time_limit_ms > 0))
);

ALTER TABLE ONLY jobs.job_ring_0 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_0 OWNER TO yanshou_owner;

CREATE TABLE jobs.job_ring_1 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    district integer NOT NULL,
    kind text NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    priority smallint DEFAULT 0 NOT NULL,
    arguments jsonb NOT NULL,
    unique_key text,
    key_for interval,
    key_holds text DEFAULT 'until_ended'::text NOT NULL,
    key_conflict text DEFAULT 'leave_out'::text NOT NULL,
    run_at timestamp with time zone,
    gate text,
    parents uuid[],
    attempts_max integer DEFAULT 10 NOT NULL,
    time_limit_ms bigint,
    op_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    marked boolean GENERATED ALWAYS AS (((unique_key IS NOT NULL) OR (gate IS NOT NULL))) STORED NOT NULL,
    CONSTRAINT job_is_tried_at_least_once CHECK ((attempts_max > 0)),
    CONSTRAINT job_key_conflict_is_known CHECK ((key_conflict = ANY (ARRAY['leave_out'::text, 'replace'::text, 'refuse'::text]))),
    CONSTRAINT job_key_is_held_as_known CHECK ((key_holds = ANY (ARRAY['until_taken'::text, 'until_ended'::text, 'until_settled'::text]))),
    CONSTRAINT job_time_limit_is_positive CHECK ((time_limit_ms > 0))
);

ALTER TABLE ONLY jobs.job_ring_1 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_1 OWNER TO yanshou_owner;

CREATE TABLE jobs.job_ring_2 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    district integer NOT NULL,
    kind text NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    priority smallint DEFAULT 0 NOT NULL,
    arguments jsonb NOT NULL,
    unique_key text,
    key_for interval,
    key_holds text DEFAULT 'until_ended'::text NOT NULL,
    key_conflict text DEFAULT 'leave_out'::text NOT NULL,
    run_at timestamp with time zone,
    gate text,
    parents uuid[],
    attempts_max integer DEFAULT 10 NOT NULL,
    time_limit_ms bigint,
    op_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    marked boolean GENERATED ALWAYS AS (((unique_key IS NOT NULL) OR (gate IS NOT NULL))) STORED NOT NULL,
    CONSTRAINT job_is_tried_at_least_once CHECK ((attempts_max > 0)),
    CONSTRAINT job_key_conflict_is_known CHECK ((key_conflict = ANY (ARRAY['leave_out'::text, 'replace'::text, 'refuse'::text]))),
    CONSTRAINT job_key_is_held_as_known CHECK ((key_holds = ANY (ARRAY['until_taken'::text, 'until_ended'::text, 'until_settled'::text]))),
    CONSTRAINT job_time_limit_is_positive CHECK ((time_limit_ms > 0))
);

ALTER TABLE ONLY jobs.job_ring_2 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_2 OWNER TO yanshou_owner;

CREATE TABLE jobs.job_ring_3 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    district integer NOT NULL,
    kind text NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    priority smallint DEFAULT 0 NOT NULL,
    arguments jsonb NOT NULL,
    unique_key text,
    key_for interval,
    key_holds text DEFAULT 'until_ended'::text NOT NULL,
    key_conflict text DEFAULT 'leave_out'::text NOT NULL,
    run_at timestamp with time zone,
    gate text,
    parents uuid[],
    attempts_max integer DEFAULT 10 NOT NULL,
    time_limit_ms bigint,
    op_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    marked boolean GENERATED ALWAYS AS (((unique_key IS NOT NULL) OR (gate IS NOT NULL))) STORED NOT NULL,
    CONSTRAINT job_is_tried_at_least_once CHECK ((attempts_max > 0)),
    CONSTRAINT job_key_conflict_is_known CHECK ((key_conflict = ANY (ARRAY['leave_out'::text, 'replace'::text, 'refuse'::text]))),
    CONSTRAINT job_key_is_held_as_known CHECK ((key_holds = ANY (ARRAY['until_taken'::text, 'until_ended'::text, 'until_settled'::text]))),
    CONSTRAINT job_time_limit_is_positive CHECK ((time_limit_ms > 0))
);

ALTER TABLE ONLY jobs.job_ring_3 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_3 OWNER TO yanshou_owner;

CREATE TABLE jobs.job_ring_4 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    district integer NOT NULL,
    kind text NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    priority smallint DEFAULT 0 NOT NULL,
    arguments jsonb NOT NULL,
    unique_key text,
    key_for interval,
    key_holds text DEFAULT 'until_ended'::text NOT NULL,
    key_conflict text DEFAULT 'leave_out'::text NOT NULL,
    run_at timestamp with time zone,
    gate text,
    parents uuid[],
    attempts_max integer DEFAULT 10 NOT NULL,
    time_limit_ms bigint,
    op_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    marked boolean GENERATED ALWAYS AS (((unique_key IS NOT NULL) OR (gate IS NOT NULL))) STORED NOT NULL,
    CONSTRAINT job_is_tried_at_least_once CHECK ((attempts_max > 0)),
    CONSTRAINT job_key_conflict_is_known CHECK ((key_conflict = ANY (ARRAY['leave_out'::text, 'replace'::text, 'refuse'::text]))),
    CONSTRAINT job_key_is_held_as_known CHECK ((key_holds = ANY (ARRAY['until_taken'::text, 'until_ended'::text, 'until_settled'::text]))),
    CONSTRAINT job_time_limit_is_positive CHECK ((time_limit_ms > 0))
);

ALTER TABLE ONLY jobs.job_ring_4 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_4 OWNER TO yanshou_owner;

CREATE TABLE jobs.job_ring_5 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    district integer NOT NULL,
    kind text NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    priority smallint DEFAULT 0 NOT NULL,
    arguments jsonb NOT NULL,
    unique_key text,
    key_for interval,
    key_holds text DEFAULT 'until_ended'::text NOT NULL,
    key_conflict text DEFAULT 'leave_out'::text NOT NULL,
    run_at timestamp with time zone,
    gate text,
    parents uuid[],
    attempts_max integer DEFAULT 10 NOT NULL,
    time_limit_ms bigint,
    op_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    marked boolean GENERATED ALWAYS AS (((unique_key IS NOT NULL) OR (gate IS NOT NULL))) STORED NOT NULL,
    CONSTRAINT job_is_tried_at_least_once CHECK ((attempts_max > 0)),
    CONSTRAINT job_key_conflict_is_known CHECK ((key_conflict = ANY (ARRAY['leave_out'::text, 'replace'::text, 'refuse'::text]))),
    CONSTRAINT job_key_is_held_as_known CHECK ((key_holds = ANY (ARRAY['until_taken'::text, 'until_ended'::text, 'until_settled'::text]))),
    CONSTRAINT job_time_limit_is_positive CHECK ((time_limit_ms > 0))
);

ALTER TABLE ONLY jobs.job_ring_5 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_5 OWNER TO yanshou_owner;

CREATE TABLE jobs.job_ring_6 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    district integer NOT NULL,
    kind text NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    priority smallint DEFAULT 0 NOT NULL,
    arguments jsonb NOT NULL,
    unique_key text,
    key_for interval,
    key_holds text DEFAULT 'until_ended'::text NOT NULL,
    key_conflict text DEFAULT 'leave_out'::text NOT NULL,
    run_at timestamp with time zone,
    gate text,
    parents uuid[],
    attempts_max integer DEFAULT 10 NOT NULL,
    time_limit_ms bigint,
    op_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    marked boolean GENERATED ALWAYS AS (((unique_key IS NOT NULL) OR (gate IS NOT NULL))) STORED NOT NULL,
    CONSTRAINT job_is_tried_at_least_once CHECK ((attempts_max > 0)),
    CONSTRAINT job_key_conflict_is_known CHECK ((key_conflict = ANY (ARRAY['leave_out'::text, 'replace'::text, 'refuse'::text]))),
    CONSTRAINT job_key_is_held_as_known CHECK ((key_holds = ANY (ARRAY['until_taken'::text, 'until_ended'::text, 'until_settled'::text]))),
    CONSTRAINT job_time_limit_is_positive CHECK ((time_limit_ms > 0))
);

ALTER TABLE ONLY jobs.job_ring_6 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_6 OWNER TO yanshou_owner;

CREATE TABLE jobs.job_ring_7 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    district integer NOT NULL,
    kind text NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    priority smallint DEFAULT 0 NOT NULL,
    arguments jsonb NOT NULL,
    unique_key text,
    key_for interval,
    key_holds text DEFAULT 'until_ended'::text NOT NULL,
    key_conflict text DEFAULT 'leave_out'::text NOT NULL,
    run_at timestamp with time zone,
    gate text,
    parents uuid[],
    attempts_max integer DEFAULT 10 NOT NULL,
    time_limit_ms bigint,
    op_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    marked boolean GENERATED ALWAYS AS (((unique_key IS NOT NULL) OR (gate IS NOT NULL))) STORED NOT NULL,
    CONSTRAINT job_is_tried_at_least_once CHECK ((attempts_max > 0)),
    CONSTRAINT job_key_conflict_is_known CHECK ((key_conflict = ANY (ARRAY['leave_out'::text, 'replace'::text, 'refuse'::text]))),
    CONSTRAINT job_key_is_held_as_known CHECK ((key_holds = ANY (ARRAY['until_taken'::text, 'until_ended'::text, 'until_settled'::text]))),
    CONSTRAINT job_time_limit_is_positive CHECK ((time_limit_ms > 0))
);

ALTER TABLE ONLY jobs.job_ring_7 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_7 OWNER TO yanshou_owner;

CREATE TABLE jobs.job_ring_8 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    district integer NOT NULL,
    kind text NOT NULL,
    queue text DEFAULT 'default'::text NOT NULL,
    priority smallint DEFAULT 0 NOT NULL,
    arguments jsonb NOT NULL,
    unique_key text,
    key_for interval,
    key_holds text DEFAULT 'until_ended'::text NOT NULL,
    key_conflict text DEFAULT 'leave_out'::text NOT NULL,
    run_at timestamp with time zone,
    gate text,
    parents uuid[],
    attempts_max integer DEFAULT 10 NOT NULL,
    time_limit_ms bigint,
    op_id uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    marked boolean GENERATED ALWAYS AS (((unique_key IS NOT NULL) OR (gate IS NOT NULL))) STORED NOT NULL,
    CONSTRAINT job_is_tried_at_least_once CHECK ((attempts_max > 0)),
    CONSTRAINT job_key_conflict_is_known CHECK ((key_conflict = ANY (ARRAY['leave_out'::text, 'replace'::text, 'refuse'::text]))),
    CONSTRAINT job_key_is_held_as_known CHECK ((key_holds = ANY (ARRAY['until_taken'::text, 'until_ended'::text, 'until_settled'::text]))),
    CONSTRAINT job_time_limit_is_positive CHECK ((time_limit_ms > 0))
);

ALTER TABLE ONLY jobs.job_ring_8 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_8 OWNER TO yanshou_owner;

CREATE TABLE jobs.lease (
    job_id uuid NOT NULL,
    token bigint NOT NULL,
    worker integer NOT NULL,
    ring smallint NOT NULL,
    attempts smallint NOT NULL,
    marked boolean NOT NULL,
    claimed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='2000', autovacuum_vacuum_cost_delay='0');

ALTER TABLE ONLY jobs.lease FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.lease OWNER TO yanshou_owner;

CREATE SEQUENCE jobs.lease_token
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER TABLE jobs.lease_token OWNER TO postgres;

CREATE TABLE jobs.outcome (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    state text NOT NULL,
    attempts smallint NOT NULL,
    worker integer,
    claimed_at timestamp with time zone,
    finished_at timestamp with time zone DEFAULT now() NOT NULL,
    reason text,
    CONSTRAINT job_state_is_known CHECK ((state = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text])))
)
PARTITION BY LIST (ring);

ALTER TABLE ONLY jobs.outcome FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome OWNER TO yanshou_owner;

CREATE TABLE jobs.outcome_ring_0 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    state text NOT NULL,
    attempts smallint NOT NULL,
    worker integer,
    claimed_at timestamp with time zone,
    finished_at timestamp with time zone DEFAULT now() NOT NULL,
    reason text,
    CONSTRAINT job_state_is_known CHECK ((state = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY jobs.outcome_ring_0 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_0 OWNER TO yanshou_owner;

CREATE TABLE jobs.outcome_ring_1 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    state text NOT NULL,
    attempts smallint NOT NULL,
    worker integer,
    claimed_at timestamp with time zone,
    finished_at timestamp with time zone DEFAULT now() NOT NULL,
    reason text,
    CONSTRAINT job_state_is_known CHECK ((state = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY jobs.outcome_ring_1 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_1 OWNER TO yanshou_owner;

CREATE TABLE jobs.outcome_ring_2 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    state text NOT NULL,
    attempts smallint NOT NULL,
    worker integer,
    claimed_at timestamp with time zone,
    finished_at timestamp with time zone DEFAULT now() NOT NULL,
    reason text,
    CONSTRAINT job_state_is_known CHECK ((state = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY jobs.outcome_ring_2 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_2 OWNER TO yanshou_owner;

CREATE TABLE jobs.outcome_ring_3 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    state text NOT NULL,
    attempts smallint NOT NULL,
    worker integer,
    claimed_at timestamp with time zone,
    finished_at timestamp with time zone DEFAULT now() NOT NULL,
    reason text,
    CONSTRAINT job_state_is_known CHECK ((state = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY jobs.outcome_ring_3 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_3 OWNER TO yanshou_owner;

CREATE TABLE jobs.outcome_ring_4 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    state text NOT NULL,
    attempts smallint NOT NULL,
    worker integer,
    claimed_at timestamp with time zone,
    finished_at timestamp with time zone DEFAULT now() NOT NULL,
    reason text,
    CONSTRAINT job_state_is_known CHECK ((state = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY jobs.outcome_ring_4 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_4 OWNER TO yanshou_owner;

CREATE TABLE jobs.outcome_ring_5 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    state text NOT NULL,
    attempts smallint NOT NULL,
    worker integer,
    claimed_at timestamp with time zone,
    finished_at timestamp with time zone DEFAULT now() NOT NULL,
    reason text,
    CONSTRAINT job_state_is_known CHECK ((state = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY jobs.outcome_ring_5 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_5 OWNER TO yanshou_owner;

CREATE TABLE jobs.outcome_ring_6 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    state text NOT NULL,
    attempts smallint NOT NULL,
    worker integer,
    claimed_at timestamp with time zone,
    finished_at timestamp with time zone DEFAULT now() NOT NULL,
    reason text,
    CONSTRAINT job_state_is_known CHECK ((state = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY jobs.outcome_ring_6 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_6 OWNER TO yanshou_owner;

CREATE TABLE jobs.outcome_ring_7 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    state text NOT NULL,
    attempts smallint NOT NULL,
    worker integer,
    claimed_at timestamp with time zone,
    finished_at timestamp with time zone DEFAULT now() NOT NULL,
    reason text,
    CONSTRAINT job_state_is_known CHECK ((state = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY jobs.outcome_ring_7 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_7 OWNER TO yanshou_owner;

CREATE TABLE jobs.outcome_ring_8 (
    ring smallint DEFAULT (((floor((EXTRACT(epoch FROM now()) / (86400)::numeric)))::bigint % (9)::bigint))::smallint NOT NULL,
    job_id uuid NOT NULL,
    state text NOT NULL,
    attempts smallint NOT NULL,
    worker integer,
    claimed_at timestamp with time zone,
    finished_at timestamp with time zone DEFAULT now() NOT NULL,
    reason text,
    CONSTRAINT job_state_is_known CHECK ((state = ANY (ARRAY['done'::text, 'dead'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY jobs.outcome_ring_8 FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_8 OWNER TO yanshou_owner;

CREATE TABLE jobs.paused (
    queue text NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY jobs.paused FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.paused OWNER TO yanshou_owner;

CREATE TABLE jobs.ready (
    queue text NOT NULL,
    kind text NOT NULL,
    priority smallint NOT NULL,
    seq bigint DEFAULT nextval('jobs.turn'::regclass) NOT NULL,
    ring smallint NOT NULL,
    job_id uuid NOT NULL,
    attempts smallint NOT NULL,
    alone boolean DEFAULT false NOT NULL,
    marked boolean NOT NULL,
    since timestamp with time zone DEFAULT now() NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='2000', autovacuum_vacuum_cost_delay='0');

ALTER TABLE ONLY jobs.ready FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.ready OWNER TO yanshou_owner;

CREATE TABLE jobs.scheduled (
    job_id uuid NOT NULL,
    run_at timestamp with time zone NOT NULL,
    ring smallint NOT NULL,
    attempts smallint NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='2000', autovacuum_vacuum_cost_delay='0');

ALTER TABLE ONLY jobs.scheduled FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.scheduled OWNER TO yanshou_owner;

CREATE TABLE jobs.slot (
    gate text NOT NULL,
    slot integer NOT NULL,
    job_id uuid NOT NULL
);

ALTER TABLE ONLY jobs.slot FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.slot OWNER TO yanshou_owner;

CREATE TABLE jobs.worker (
    worker integer NOT NULL,
    name text NOT NULL,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    beat timestamp with time zone DEFAULT now() NOT NULL,
    gone_at timestamp with time zone,
    done bigint DEFAULT 0 NOT NULL,
    failed bigint DEFAULT 0 NOT NULL,
    lost bigint DEFAULT 0 NOT NULL
)
WITH (fillfactor='50');

ALTER TABLE ONLY jobs.worker FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.worker OWNER TO yanshou_owner;

CREATE VIEW jobs.standing WITH (security_invoker='true') AS
 SELECT job.job_id,
    job.district,
    job.kind,
    job.queue,
    job.priority,
    job.arguments,
    job.unique_key,
    job.gate,
        CASE
            WHEN (held.job_id IS NOT NULL) THEN 'running'::text
            WHEN (turn.job_id IS NOT NULL) THEN 'ready'::text
            WHEN (later.job_id IS NOT NULL) THEN 'scheduled'::text
            WHEN (gated.job_id IS NOT NULL) THEN 'gated'::text
            WHEN (blocked.job_id IS NOT NULL) THEN 'blocked'::text
            WHEN (dead.job_id IS NOT NULL) THEN 'dead'::text
            ELSE COALESCE(past.state, 'done'::text)
        END AS state,
    COALESCE(later.run_at, job.run_at, job.created_at) AS run_at,
    COALESCE((held.attempts)::integer, (turn.attempts)::integer, (later.attempts)::integer, (gated.attempts)::integer, (dead.attempts)::integer, (past.attempts)::integer, 0) AS attempts,
    job.attempts_max,
    worker.name AS worker,
    held.claimed_at,
    past.finished_at,
    COALESCE(dead.reason, past.reason, failed.error) AS last_error,
    job.created_at
   FROM (((((((((jobs.job
     LEFT JOIN jobs.lease held ON ((held.job_id = job.job_id)))
     LEFT JOIN jobs.ready turn ON ((turn.job_id = job.job_id)))
     LEFT JOIN jobs.scheduled later ON ((later.job_id = job.job_id)))
     LEFT JOIN jobs.gated gated ON ((gated.job_id = job.job_id)))
     LEFT JOIN jobs.blocked blocked ON ((blocked.job_id = job.job_id)))
     LEFT JOIN jobs.dead dead ON ((dead.job_id = job.job_id)))
     LEFT JOIN LATERAL ( SELECT own.state,
            own.attempts,
            own.finished_at,
            own.reason
           FROM jobs.outcome own
          WHERE (own.job_id = job.job_id)
          ORDER BY own.finished_at DESC
         LIMIT 1) past ON (true))
     LEFT JOIN LATERAL ( SELECT own.error
           FROM jobs.failure own
          WHERE (own.job_id = job.job_id)
          ORDER BY own.at DESC
         LIMIT 1) failed ON (true))
     LEFT JOIN jobs.worker worker ON ((worker.worker = held.worker)));

ALTER TABLE jobs.standing OWNER TO postgres;

CREATE TABLE jobs.tick (
    name text NOT NULL,
    tick_at timestamp with time zone NOT NULL,
    fired_at timestamp with time zone DEFAULT now() NOT NULL,
    jobs integer NOT NULL
);

ALTER TABLE ONLY jobs.tick FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.tick OWNER TO yanshou_owner;

CREATE TABLE jobs.webhook_place (
    district integer NOT NULL,
    webhook_id uuid NOT NULL,
    written_by xid8 NOT NULL,
    entry_id uuid NOT NULL
);

ALTER TABLE ONLY jobs.webhook_place FORCE ROW LEVEL SECURITY;

ALTER TABLE jobs.webhook_place OWNER TO yanshou_owner;

ALTER TABLE jobs.worker ALTER COLUMN worker ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME jobs.worker_worker_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE ledger.cover (
    number bigint NOT NULL,
    table_name text NOT NULL,
    columns text[] NOT NULL,
    since timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY ledger.cover FORCE ROW LEVEL SECURITY;

ALTER TABLE ledger.cover OWNER TO yanshou_owner;

ALTER TABLE ledger.cover ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ledger.cover_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE ledger.pending (
    district integer NOT NULL,
    entry_id uuid NOT NULL
);

ALTER TABLE ONLY ledger.pending FORCE ROW LEVEL SECURITY;

ALTER TABLE ledger.pending OWNER TO yanshou_owner;

CREATE TABLE ledger."row" (
    number bigint NOT NULL,
    district integer NOT NULL,
    entry_id uuid NOT NULL,
    table_name text NOT NULL,
    row_key text NOT NULL,
    version integer,
    project_id uuid,
    digest bytea NOT NULL,
    files text[] NOT NULL
);

ALTER TABLE ONLY ledger."row" FORCE ROW LEVEL SECURITY;

ALTER TABLE ledger."row" OWNER TO yanshou_owner;

ALTER TABLE ledger."row" ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ledger.row_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE ledger.subject_kind (
    kind text NOT NULL,
    table_name text,
    key_column text
);

ALTER TABLE ONLY ledger.subject_kind FORCE ROW LEVEL SECURITY;

ALTER TABLE ledger.subject_kind OWNER TO yanshou_owner;

CREATE TABLE ledger.told_of_no_row (
    district integer NOT NULL,
    entry_id uuid NOT NULL
);

ALTER TABLE ONLY ledger.told_of_no_row FORCE ROW LEVEL SECURITY;

ALTER TABLE ledger.told_of_no_row OWNER TO yanshou_owner;

CREATE TABLE policy.calendar_day (
    day date NOT NULL,
    working boolean NOT NULL
);

ALTER TABLE ONLY policy.calendar_day FORCE ROW LEVEL SECURITY;

ALTER TABLE policy.calendar_day OWNER TO yanshou_owner;

CREATE TABLE policy.edition (
    edition text NOT NULL,
    place text NOT NULL,
    packs jsonb NOT NULL,
    published_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY policy.edition FORCE ROW LEVEL SECURITY;

ALTER TABLE policy.edition OWNER TO yanshou_owner;

CREATE TABLE policy.number (
    edition text NOT NULL,
    key text NOT NULL,
    value bigint NOT NULL
);

ALTER TABLE ONLY policy.number FORCE ROW LEVEL SECURITY;

ALTER TABLE policy.number OWNER TO yanshou_owner;

CREATE TABLE policy.pack (
    pack_id text NOT NULL,
    version text NOT NULL,
    parent text,
    status text NOT NULL,
    files jsonb NOT NULL,
    published_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT pack_status_is_known CHECK ((status = ANY (ARRAY['binding'::text, 'draft'::text, 'interpretation'::text])))
);

ALTER TABLE ONLY policy.pack FORCE ROW LEVEL SECURITY;

ALTER TABLE policy.pack OWNER TO yanshou_owner;

CREATE TABLE policy.supplied_key (
    edition text NOT NULL,
    key text NOT NULL,
    from_edition text NOT NULL,
    supplied_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY policy.supplied_key FORCE ROW LEVEL SECURITY;

ALTER TABLE policy.supplied_key OWNER TO yanshou_owner;

CREATE VIEW pub.acceptance_rounds AS
 SELECT r.project_id,
    r.number,
    r.event_on,
    r.place,
    r.state,
    r.ended_on,
    encode(c.dossier_sha256, 'hex'::text) AS dossier
   FROM ((app.acceptance_round r
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id))
     LEFT JOIN app.acceptance_certificate c USING (district, acceptance_round_id));

ALTER TABLE pub.acceptance_rounds OWNER TO yanshou_guard;

CREATE VIEW pub.ballot AS
 SELECT ballot.project_id,
    ballot.ballot_id,
    ballot.title,
    ballot.organiser_kind,
    ballot.opened_on,
    ballot.closes_on,
    ballot.state,
    ballot.households,
    ballot.persons,
    ballot.area_hundredths,
    asked.ordinal,
    asked.purpose,
    asked.title AS question,
    asked.class,
    counted.ordinal AS count_number,
    counted.reason AS recount_reason,
    counted.counted_on,
    result.area_part,
    result.area_yes,
    result.persons_part,
    result.persons_yes,
    result.households_part,
    result.households_yes,
    result.verdict,
    found.because
   FROM (((((app.ballot
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id))
     JOIN app.ballot_question asked USING (district, ballot_id))
     LEFT JOIN app.ballot_count counted USING (district, ballot_id))
     LEFT JOIN app.ballot_result result ON (((result.district = counted.district) AND (result.count_id = counted.count_id) AND (result.ordinal = asked.ordinal))))
     LEFT JOIN app.determination found ON (((found.district = result.district) AND (found.determination_id = result.determination_id))))
  WHERE (ballot.state <> 'called_off'::text);

ALTER TABLE pub.ballot OWNER TO yanshou_guard;

CREATE VIEW pub.bulletin AS
 SELECT routine.project_id,
    routine.held_on,
    routine.progress,
    routine.quality
   FROM (app.routine
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id))
  WHERE (routine.kind = 'bulletin'::text);

ALTER TABLE pub.bulletin OWNER TO yanshou_guard;

CREATE VIEW pub.change_orders AS
 SELECT change_order.project_id,
    count(*) FILTER (WHERE (change_order.state <> 'draft'::text)) AS filed,
    count(*) FILTER (WHERE (change_order.state = ANY (ARRAY['blocked'::text, 'rejected'::text]))) AS refused,
    count(*) FILTER (WHERE (change_order.state = ANY (ARRAY['approved'::text, 'implemented'::text, 'closed'::text]))) AS approved,
    (COALESCE(sum(change_order.cost_fen) FILTER (WHERE (change_order.state = ANY (ARRAY['approved'::text, 'implemented'::text, 'closed'::text]))), (0)::numeric))::bigint AS approved_fen,
    count(*) FILTER (WHERE (change_order.state = ANY (ARRAY['opinions'::text, 'owner_decision'::text, 'district_decision'::text]))) AS deciding,
    count(*) FILTER (WHERE (change_order.state = 'blocked'::text)) AS blocked,
    count(*) FILTER (WHERE (change_order.state = 'rejected'::text)) AS rejected,
    count(*) FILTER (WHERE (change_order.state = 'approved'::text)) AS agreed,
    count(*) FILTER (WHERE (change_order.state = ANY (ARRAY['implemented'::text, 'closed'::text]))) AS done,
    count(*) FILTER (WHERE (change_order.state = 'withdrawn'::text)) AS withdrawn,
    count(*) FILTER (WHERE (change_order.state = 'expired'::text)) AS expired
   FROM (app.change_order
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id))
  GROUP BY change_order.project_id;

ALTER TABLE pub.change_orders OWNER TO yanshou_guard;

CREATE VIEW pub.closing AS
 SELECT project.project_id,
    filing.kind AS filing,
    filing.number,
    filing.filed_on
   FROM (app.project
     JOIN app.filing USING (district, project_id));

ALTER TABLE pub.closing OWNER TO yanshou_guard;

CREATE VIEW pub.consultation AS
 SELECT DISTINCT ON (consultation_step.project_id, consultation_step.round, consultation_step.direction) consultation_step.project_id,
    consultation_step.round,
    consultation_step.direction,
    consultation_step.kind,
    consultation_step.happened_on,
    consultation_step.place,
    consultation_step.attendance
   FROM (app.consultation_step
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id))
  ORDER BY consultation_step.project_id, consultation_step.round, consultation_step.direction, consultation_step.attempt DESC;

ALTER TABLE pub.consultation OWNER TO yanshou_guard;

CREATE VIEW pub.disturbance AS
 SELECT disturbance.project_id,
    disturbance.disturbance_id,
    disturbance.kind,
    disturbance.reach,
    disturbance.starts_at,
    disturbance.ends_at,
    disturbance.announced_at,
    disturbance.emergency_reason
   FROM (app.disturbance
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id));

ALTER TABLE pub.disturbance OWNER TO yanshou_guard;

CREATE VIEW pub.event AS
 SELECT entry.project_id,
    entry.entry_id,
    entry.type,
    entry.at,
    encode(entry.leaf, 'hex'::text) AS leaf
   FROM (ledger.entry
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id))
  WHERE ((entry.type <> ALL (ARRAY['receipt.record'::text, 'receipt.reverse'::text, 'paper.record'::text])) AND (entry.type !~~ 'issue.%'::text) AND (entry.type !~~ 'register.%'::text) AND (entry.type !~~ 'slip.%'::text));

ALTER TABLE pub.event OWNER TO yanshou_guard;

CREATE VIEW pub.final_account AS
 SELECT final_account.project_id,
    final_account.approved_on,
    final_account.total_fen,
    final_account.resident_fen,
    final_account.subsidy_fen
   FROM (app.final_account
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id));

ALTER TABLE pub.final_account OWNER TO yanshou_guard;

CREATE VIEW pub.gate_exception AS
 SELECT gate_exception.project_id,
    gate_exception.requirement,
    gate_exception.reason,
    gate_exception.document_title,
    gate_exception.document_number,
    gate_exception.state,
    gate_exception.asked_on,
    gate_exception.decided_on,
    gate_exception.decision_number
   FROM (app.gate_exception
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id))
  WHERE (gate_exception.state <> 'asked'::text);

ALTER TABLE pub.gate_exception OWNER TO yanshou_guard;

CREATE VIEW pub.handover AS
 SELECT handover.project_id,
    handover.kind,
    receiver.name AS receiver,
    handover.state,
    handover.handed_over_on,
    ( SELECT signed.means
           FROM app.handover_signature signed
          WHERE ((signed.district = handover.district) AND (signed.handover_id = handover.handover_id) AND (signed.round = handover.round) AND (signed.party = 'utility'::text))) AS signed_by
   FROM ((app.handover
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id))
     LEFT JOIN auth.organisation receiver ON ((receiver.organisation_id = handover.receiver_id)));

ALTER TABLE pub.handover OWNER TO yanshou_guard;

CREATE VIEW pub.imported_evidence AS
 SELECT imported_evidence.project_id,
    imported_evidence.requirement,
    imported_evidence.title,
    imported_evidence.number,
    imported_evidence.dated
   FROM (app.imported_evidence
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id));

ALTER TABLE pub.imported_evidence OWNER TO yanshou_guard;

CREATE VIEW pub.issue AS
 SELECT issue.project_id,
    issue.issue_id,
    issue.kind,
        CASE
            WHEN (issue.state = 'new'::text) THEN ''::text
            ELSE issue.place
        END AS place,
    issue.severity,
    issue.bureau,
    issue.state,
    issue.filed_on,
    issue.closed_on,
    issue.reopened_count,
    (issue.state <> ALL (ARRAY['verified'::text, 'closed'::text, 'closed_unconfirmed'::text, 'duplicate'::text])) AS open,
    ( SELECT min(clock.due_on) AS min
           FROM app.clock
          WHERE ((clock.district = issue.district) AND (clock.subject_kind = 'issue'::text) AND (clock.subject_id = issue.issue_id) AND (clock.state = ANY (ARRAY['running'::text, 'late'::text])) AND (clock.met_on IS NULL))) AS due_on
   FROM (app.issue
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id))
  WHERE (issue.state <> 'rejected'::text);

ALTER TABLE pub.issue OWNER TO yanshou_guard;

CREATE VIEW pub.management_form AS
 SELECT management_form.project_id,
    management_form.form,
    management_form.manager,
    management_form.decided_on
   FROM (app.management_form
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id));

ALTER TABLE pub.management_form OWNER TO yanshou_guard;

CREATE VIEW pub.posting AS
 SELECT posting.project_id,
    posting.place,
    posting.attachments,
    posting.posted_on,
    posting.taken_down_on,
    posting.taken_down_for,
    encode(posting.photo_sha256, 'hex'::text) AS photo,
    app.workday_after(posting.posted_on, period.workdays) AS last_day,
    period.workdays,
    ( SELECT count(*) AS count
           FROM app.objection
          WHERE ((objection.district = posting.district) AND (objection.project_id = posting.project_id))) AS objections,
    ( SELECT count(*) AS count
           FROM app.objection
          WHERE ((objection.district = posting.district) AND (objection.project_id = posting.project_id) AND (objection.state = 'open'::text))) AS open_objections
   FROM ((app.posting
     JOIN app.project USING (district, project_id))
     LEFT JOIN LATERAL ( SELECT max(number.value) AS workdays
           FROM policy.number
          WHERE ((number.edition = project.edition) AND (number.key = ANY (ARRAY['publicity.min_workdays'::text, 'publicity.recommended_workdays'::text])))) period ON (true));

ALTER TABLE pub.posting OWNER TO yanshou_guard;

CREATE VIEW pub.progress AS
 SELECT line.project_id,
    line.code,
    line.title,
    line.unit,
    (line.quantity_milli + added.milli) AS planned_milli,
    done.milli AS done_milli,
    (
        CASE
            WHEN ((line.quantity_milli + added.milli) <= 0) THEN (1000)::numeric
            ELSE floor((((done.milli)::numeric * (1000)::numeric) / ((line.quantity_milli + added.milli))::numeric))
        END)::bigint AS permille
   FROM (((app.bill_line line
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id))
     CROSS JOIN LATERAL ( SELECT (COALESCE(sum(addition.quantity_milli), (0)::numeric))::bigint AS milli
           FROM app.bill_addition addition
          WHERE ((addition.district = line.district) AND (addition.bill_line_id = line.bill_line_id))) added)
     CROSS JOIN LATERAL ( SELECT (COALESCE(sum(quantity.quantity_milli), (0)::numeric))::bigint AS milli
           FROM (app.log_quantity quantity
             JOIN app.daily_log log USING (district, daily_log_id, revision))
          WHERE ((quantity.district = line.district) AND (quantity.bill_line_id = line.bill_line_id) AND (log.kind = 'construction'::text) AND (log.state = 'approved'::text))) done)
  WHERE (line.charge IS NULL);

ALTER TABLE pub.progress OWNER TO yanshou_guard;

CREATE VIEW pub.project AS
 SELECT project.project_id,
    project.name,
    community.name AS community,
    community.households,
    community.area_hundredths,
    project.state,
    project.project_code,
    project.works_began_on,
    organisation.name AS construction_unit,
    plan.total_fen,
    plan.resident_fen,
    plan.subsidy_fen,
    plan.required_fen,
    COALESCE(fund.paid_fen, (0)::bigint) AS paid_fen
   FROM ((((app.project
     JOIN app.community USING (district, community_id))
     JOIN auth.organisation ON ((organisation.organisation_id = project.construction_unit_id)))
     LEFT JOIN app.funding_plan plan USING (district, project_id))
     LEFT JOIN app.resident_fund fund USING (district, project_id));

ALTER TABLE pub.project OWNER TO yanshou_guard;

CREATE VIEW pub.project_place AS
 SELECT project.project_id,
    project.name,
    project.place
   FROM app.project;

ALTER TABLE pub.project_place OWNER TO yanshou_guard;

CREATE VIEW pub.reportable_project AS
 SELECT project.project_id,
    project.name,
    community.name AS community,
    project.place,
    project.edition
   FROM (app.project
     JOIN app.community USING (district, community_id))
  WHERE (project.state <> 'S23'::text);

ALTER TABLE pub.reportable_project OWNER TO yanshou_guard;

CREATE VIEW pub.unnamed_body AS
 SELECT held.district,
    district.name,
    held.role,
    (count(DISTINCT held.organisation_id))::integer AS units
   FROM (auth.appointment held
     JOIN auth.district USING (district))
  WHERE ((held.role = ANY (ARRAY['renovation_office'::text, 'leading_group'::text])) AND (held.valid_from <= CURRENT_DATE) AND (COALESCE(held.valid_to, CURRENT_DATE) >= CURRENT_DATE) AND (NOT (EXISTS ( SELECT
           FROM app.district_body named
          WHERE ((named.district = held.district) AND (named.body = held.role))))))
  GROUP BY held.district, district.name, held.role
 HAVING (count(DISTINCT held.organisation_id) > 1);

ALTER TABLE pub.unnamed_body OWNER TO yanshou_guard;

CREATE VIEW pub.warranty AS
 SELECT warranty.project_id,
    warranty.kind,
    warranty.accepted_on,
    warranty.nominal_end_on,
    COALESCE(warranty.effective_end_on, ( SELECT min(calendar_day.day) AS min
           FROM policy.calendar_day
          WHERE (calendar_day.working AND (calendar_day.day >= warranty.nominal_end_on) AND (EXISTS ( SELECT
                   FROM policy.calendar_day held
                  WHERE (held.day = warranty.nominal_end_on)))))) AS effective_end_on
   FROM (app.warranty
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id));

ALTER TABLE pub.warranty OWNER TO yanshou_guard;

CREATE VIEW pub.warranty_claim AS
 SELECT warranty_claim.project_id,
    warranty_claim.kind,
    warranty_claim.state,
    count(*) AS claims
   FROM (app.warranty_claim
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id))
  GROUP BY warranty_claim.project_id, warranty_claim.kind, warranty_claim.state;

ALTER TABLE pub.warranty_claim OWNER TO yanshou_guard;

CREATE VIEW pub.works_item AS
 SELECT works_item.project_id,
    works_item.code,
    works_item.title,
    works_item.class,
    works_item.unit,
    works_item.quantity_milli,
    works_item.amount_fen,
    works_item.excluded
   FROM (app.works_item
     JOIN ( SELECT project.district,
            project.project_id
           FROM app.project) its USING (district, project_id));

ALTER TABLE pub.works_item OWNER TO yanshou_guard;

ALTER TABLE ONLY jobs.job ATTACH PARTITION jobs.job_ring_0 FOR VALUES IN ('0');

ALTER TABLE ONLY jobs.job ATTACH PARTITION jobs.job_ring_1 FOR VALUES IN ('1');

ALTER TABLE ONLY jobs.job ATTACH PARTITION jobs.job_ring_2 FOR VALUES IN ('2');

ALTER TABLE ONLY jobs.job ATTACH PARTITION jobs.job_ring_3 FOR VALUES IN ('3');

ALTER TABLE ONLY jobs.job ATTACH PARTITION jobs.job_ring_4 FOR VALUES IN ('4');

ALTER TABLE ONLY jobs.job ATTACH PARTITION jobs.job_ring_5 FOR VALUES IN ('5');

ALTER TABLE ONLY jobs.job ATTACH PARTITION jobs.job_ring_6 FOR VALUES IN ('6');

ALTER TABLE ONLY jobs.job ATTACH PARTITION jobs.job_ring_7 FOR VALUES IN ('7');

ALTER TABLE ONLY jobs.job ATTACH PARTITION jobs.job_ring_8 FOR VALUES IN ('8');

ALTER TABLE ONLY jobs.outcome ATTACH PARTITION jobs.outcome_ring_0 FOR VALUES IN ('0');

ALTER TABLE ONLY jobs.outcome ATTACH PARTITION jobs.outcome_ring_1 FOR VALUES IN ('1');

ALTER TABLE ONLY jobs.outcome ATTACH PARTITION jobs.outcome_ring_2 FOR VALUES IN ('2');

ALTER TABLE ONLY jobs.outcome ATTACH PARTITION jobs.outcome_ring_3 FOR VALUES IN ('3');

ALTER TABLE ONLY jobs.outcome ATTACH PARTITION jobs.outcome_ring_4 FOR VALUES IN ('4');

ALTER TABLE ONLY jobs.outcome ATTACH PARTITION jobs.outcome_ring_5 FOR VALUES IN ('5');

ALTER TABLE ONLY jobs.outcome ATTACH PARTITION jobs.outcome_ring_6 FOR VALUES IN ('6');

ALTER TABLE ONLY jobs.outcome ATTACH PARTITION jobs.outcome_ring_7 FOR VALUES IN ('7');

ALTER TABLE ONLY jobs.outcome ATTACH PARTITION jobs.outcome_ring_8 FOR VALUES IN ('8');

ALTER TABLE ONLY app.acceptance_answer
    ADD CONSTRAINT acceptance_answer_pkey PRIMARY KEY (district, acceptance_answer_id);

ALTER TABLE ONLY app.acceptance_certificate
    ADD CONSTRAINT acceptance_certificate_is_one UNIQUE (district, project_id);

ALTER TABLE ONLY app.acceptance_certificate
    ADD CONSTRAINT acceptance_certificate_pkey PRIMARY KEY (district, acceptance_certificate_id);

ALTER TABLE ONLY app.acceptance_dossier
    ADD CONSTRAINT acceptance_dossier_holds_something_new UNIQUE (district, acceptance_round_id, sha256);

ALTER TABLE ONLY app.acceptance_dossier
    ADD CONSTRAINT acceptance_dossier_number_is_one UNIQUE (district, acceptance_round_id, number);

ALTER TABLE ONLY app.acceptance_dossier
    ADD CONSTRAINT acceptance_dossier_pkey PRIMARY KEY (district, acceptance_dossier_id);

ALTER TABLE ONLY app.acceptance_opinion
    ADD CONSTRAINT acceptance_opinion_is_one_per_dossier UNIQUE (district, acceptance_seat_id, person_id, dossier_sha256);

ALTER TABLE ONLY app.acceptance_opinion
    ADD CONSTRAINT acceptance_opinion_pkey PRIMARY KEY (district, acceptance_opinion_id);

ALTER TABLE ONLY app.acceptance_sitting
    ADD CONSTRAINT acceptance_person_sits_once UNIQUE (district, acceptance_round_id, person_id);

ALTER TABLE ONLY app.acceptance_round
    ADD CONSTRAINT acceptance_round_number_is_one UNIQUE (district, project_id, number);

ALTER TABLE ONLY app.acceptance_round
    ADD CONSTRAINT acceptance_round_pkey PRIMARY KEY (district, acceptance_round_id);

ALTER TABLE ONLY app.acceptance_sitting
    ADD CONSTRAINT acceptance_seat_is_filled_once PRIMARY KEY (district, acceptance_seat_id, number);

ALTER TABLE ONLY app.acceptance_seat
    ADD CONSTRAINT acceptance_seat_is_one_of_its_kind UNIQUE (district, acceptance_round_id, seat);

ALTER TABLE ONLY app.acceptance_seat
    ADD CONSTRAINT acceptance_seat_pkey PRIMARY KEY (district, acceptance_seat_id);

ALTER TABLE ONLY app.anonymous_report
    ADD CONSTRAINT anonymous_report_pkey PRIMARY KEY (district, issue_id);

ALTER TABLE ONLY app.archive_package
    ADD CONSTRAINT archive_package_number_is_one UNIQUE (district, project_id, number);

ALTER TABLE ONLY app.archive_package
    ADD CONSTRAINT archive_package_pkey PRIMARY KEY (district, archive_package_id);

ALTER TABLE ONLY app.archive_receipt
    ADD CONSTRAINT archive_receipt_is_one_of_its_package PRIMARY KEY (district, archive_package_id);

ALTER TABLE ONLY app.staff_attendance
    ADD CONSTRAINT attendance_is_taken_once_a_day PRIMARY KEY (district, site_staff_id, day);

ALTER TABLE ONLY app.tender_award
    ADD CONSTRAINT award_is_of_its_package UNIQUE (district, project_id, package_id, award_id);

ALTER TABLE ONLY app.award_withdrawal
    ADD CONSTRAINT award_is_withdrawn_once PRIMARY KEY (district, award_id);

ALTER TABLE ONLY app.ballot_count
    ADD CONSTRAINT ballot_count_is_numbered UNIQUE (district, ballot_id, ordinal);

ALTER TABLE ONLY app.ballot_count
    ADD CONSTRAINT ballot_count_pkey PRIMARY KEY (district, count_id);

ALTER TABLE ONLY app.ballot
    ADD CONSTRAINT ballot_pkey PRIMARY KEY (district, ballot_id);

ALTER TABLE ONLY app.ballot_question
    ADD CONSTRAINT ballot_question_pkey PRIMARY KEY (district, ballot_id, ordinal);

ALTER TABLE ONLY app.ballot_result
    ADD CONSTRAINT ballot_result_pkey PRIMARY KEY (district, count_id, ordinal);

ALTER TABLE ONLY app.ballot_slip
    ADD CONSTRAINT ballot_slip_pkey PRIMARY KEY (district, slip_id);

ALTER TABLE ONLY app.bill_addition
    ADD CONSTRAINT bill_addition_is_one_per_change UNIQUE (district, change_order_id, bill_line_id);

ALTER TABLE ONLY app.bill_addition
    ADD CONSTRAINT bill_addition_pkey PRIMARY KEY (district, bill_addition_id);

ALTER TABLE ONLY app.bill_line
    ADD CONSTRAINT bill_line_code_is_one UNIQUE (district, contract_id, code);

ALTER TABLE ONLY app.bill_line
    ADD CONSTRAINT bill_line_is_of_its_project UNIQUE (district, project_id, bill_line_id);

ALTER TABLE ONLY app.bill_line
    ADD CONSTRAINT bill_line_pkey PRIMARY KEY (district, bill_line_id);

ALTER TABLE ONLY app.block
    ADD CONSTRAINT block_pkey PRIMARY KEY (district, block_id);

ALTER TABLE ONLY app.change_order_decision
    ADD CONSTRAINT change_order_deciders_are_two_persons UNIQUE (district, change_order_id, person_id);

ALTER TABLE ONLY app.change_order_decision
    ADD CONSTRAINT change_order_is_decided_once_per_level PRIMARY KEY (district, change_order_id, level);

ALTER TABLE ONLY app.change_order_line
    ADD CONSTRAINT change_order_names_a_line_once PRIMARY KEY (district, change_order_id, bill_line_id);

ALTER TABLE ONLY app.change_order
    ADD CONSTRAINT change_order_number_is_one UNIQUE (district, project_id, number);

ALTER TABLE ONLY app.change_order_opinion
    ADD CONSTRAINT change_order_opinion_is_one_per_role PRIMARY KEY (district, change_order_id, role);

ALTER TABLE ONLY app.change_order
    ADD CONSTRAINT change_order_pkey PRIMARY KEY (district, change_order_id);

ALTER TABLE ONLY app.change_order_step
    ADD CONSTRAINT change_order_step_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY app.clock
    ADD CONSTRAINT clock_pkey PRIMARY KEY (district, clock_id);

ALTER TABLE ONLY app.community_body
    ADD CONSTRAINT community_body_pkey PRIMARY KEY (district, community_body_id);

ALTER TABLE ONLY app.community
    ADD CONSTRAINT community_pkey PRIMARY KEY (district, community_id);

ALTER TABLE ONLY app.completion_report
    ADD CONSTRAINT completion_is_reported_once PRIMARY KEY (district, contract_id);

ALTER TABLE ONLY app.compliant_kind
    ADD CONSTRAINT compliant_kind_is_stated_once PRIMARY KEY (district, project_id, kind);

ALTER TABLE ONLY app.consultation_step
    ADD CONSTRAINT consultation_step_is_one UNIQUE (district, project_id, round, direction, attempt);

ALTER TABLE ONLY app.consultation_step
    ADD CONSTRAINT consultation_step_pkey PRIMARY KEY (district, step_id);

ALTER TABLE ONLY app.contract_bond
    ADD CONSTRAINT contract_bond_pkey PRIMARY KEY (district, contract_bond_id);

ALTER TABLE ONLY app.contract
    ADD CONSTRAINT contract_is_of_its_project UNIQUE (district, project_id, contract_id);

ALTER TABLE ONLY app.contract_termination
    ADD CONSTRAINT contract_is_terminated_once PRIMARY KEY (district, contract_id);

ALTER TABLE ONLY app.contract
    ADD CONSTRAINT contract_number_is_one UNIQUE (district, project_id, number);

ALTER TABLE ONLY app.contract
    ADD CONSTRAINT contract_pkey PRIMARY KEY (district, contract_id);

ALTER TABLE ONLY app.covering_notice
    ADD CONSTRAINT covering_notice_is_one_a_round PRIMARY KEY (district, inspection_lot_id, round);

ALTER TABLE ONLY app.custody
    ADD CONSTRAINT custody_is_taken_once PRIMARY KEY (district, project_id, kind);

ALTER TABLE ONLY app.daily_log
    ADD CONSTRAINT daily_log_is_one_a_day UNIQUE (district, project_id, section, organisation_id, logged_on, kind);

ALTER TABLE ONLY app.daily_log
    ADD CONSTRAINT daily_log_pkey PRIMARY KEY (district, daily_log_id);

ALTER TABLE ONLY app.daily_log_step
    ADD CONSTRAINT daily_log_step_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY app.defect_liability
    ADD CONSTRAINT defect_liability_is_one_of_its_contract PRIMARY KEY (district, contract_id);

ALTER TABLE ONLY app.acceptance_delegation
    ADD CONSTRAINT delegation_is_one_of_its_sitting PRIMARY KEY (district, acceptance_seat_id, number);

ALTER TABLE ONLY app.delivery_mode
    ADD CONSTRAINT delivery_mode_is_chosen_once PRIMARY KEY (district, project_id);

ALTER TABLE ONLY app.determination
    ADD CONSTRAINT determination_pkey PRIMARY KEY (district, determination_id);

ALTER TABLE ONLY app.digging_line
    ADD CONSTRAINT digging_line_is_named_once PRIMARY KEY (district, bill_line_id);

ALTER TABLE ONLY app.district_body
    ADD CONSTRAINT district_body_pkey PRIMARY KEY (district, body, valid_from);

ALTER TABLE ONLY app.disturbance
    ADD CONSTRAINT disturbance_pkey PRIMARY KEY (district, disturbance_id);

ALTER TABLE ONLY app.engagement
    ADD CONSTRAINT engagement_pkey PRIMARY KEY (district, engagement_id);

ALTER TABLE ONLY app.excavation
    ADD CONSTRAINT excavation_pkey PRIMARY KEY (district, excavation_id);

ALTER TABLE app.file
    ADD CONSTRAINT file_has_bytes CHECK ((length(content) > 0)) NOT VALID;

ALTER TABLE ONLY app.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (district, sha256);

ALTER TABLE ONLY app.filing_document
    ADD CONSTRAINT filing_document_is_one_of_its_filing PRIMARY KEY (district, filing_id, document);

ALTER TABLE ONLY app.filing
    ADD CONSTRAINT filing_is_one_of_its_kind UNIQUE (district, project_id, kind);

ALTER TABLE ONLY app.filing
    ADD CONSTRAINT filing_pkey PRIMARY KEY (district, filing_id);

ALTER TABLE ONLY app.final_account
    ADD CONSTRAINT final_account_is_one PRIMARY KEY (district, project_id);

ALTER TABLE ONLY app.funding_plan
    ADD CONSTRAINT funding_plan_pkey PRIMARY KEY (district, project_id);

ALTER TABLE ONLY app.gate_exception
    ADD CONSTRAINT gate_exception_pkey PRIMARY KEY (district, gate_exception_id);

ALTER TABLE ONLY app.handover_asset
    ADD CONSTRAINT handover_asset_pkey PRIMARY KEY (district, asset_id);

ALTER TABLE ONLY app.handover_asset
    ADD CONSTRAINT handover_asset_tag_is_one UNIQUE (district, project_id, tag);

ALTER TABLE ONLY app.handover_document
    ADD CONSTRAINT handover_document_is_one_of_its_round PRIMARY KEY (district, handover_id, round, document);

ALTER TABLE ONLY app.handover_exemption_voice
    ADD CONSTRAINT handover_exemption_is_confirmed_once_by_a_party PRIMARY KEY (district, exemption_id, party);

ALTER TABLE app.handover
    ADD CONSTRAINT handover_exemption_names_its_ground CHECK (((proposed_by IS NULL) OR ((exemption_id IS NOT NULL) AND (exemption_ground IS NOT NULL) AND (exemption_paper_id IS NOT NULL)))) NOT VALID;

ALTER TABLE ONLY app.handover
    ADD CONSTRAINT handover_is_one_of_its_kind UNIQUE (district, project_id, kind);

ALTER TABLE ONLY app.handover_signature
    ADD CONSTRAINT handover_is_signed_once_by_a_party PRIMARY KEY (district, handover_id, round, party);

ALTER TABLE ONLY app.handover
    ADD CONSTRAINT handover_pkey PRIMARY KEY (district, handover_id);

ALTER TABLE ONLY app.handover_step
    ADD CONSTRAINT handover_step_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY app.household_share
    ADD CONSTRAINT household_share_pkey PRIMARY KEY (district, project_id, household);

ALTER TABLE ONLY app.imported_evidence
    ADD CONSTRAINT imported_evidence_is_named_once PRIMARY KEY (district, project_id, requirement);

ALTER TABLE ONLY app.inspection_lot
    ADD CONSTRAINT inspection_lot_code_is_one UNIQUE (district, project_id, code);

ALTER TABLE ONLY app.inspection_lot_predecessor
    ADD CONSTRAINT inspection_lot_names_a_predecessor_once PRIMARY KEY (district, inspection_lot_id, predecessor_id);

ALTER TABLE ONLY app.inspection_lot
    ADD CONSTRAINT inspection_lot_pkey PRIMARY KEY (district, inspection_lot_id);

ALTER TABLE ONLY app.inspection_lot_step
    ADD CONSTRAINT inspection_lot_step_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY app.issue_contact
    ADD CONSTRAINT issue_contact_pkey PRIMARY KEY (district, issue_id);

ALTER TABLE ONLY app.issue_escalation
    ADD CONSTRAINT issue_is_escalated_once_for_a_ground PRIMARY KEY (district, issue_id, ground);

ALTER TABLE ONLY app.issue_photo
    ADD CONSTRAINT issue_photo_pkey PRIMARY KEY (district, issue_id, sha256, op_id);

ALTER TABLE ONLY app.issue
    ADD CONSTRAINT issue_pkey PRIMARY KEY (district, issue_id);

ALTER TABLE ONLY app.issue_regrading
    ADD CONSTRAINT issue_regrading_pkey PRIMARY KEY (district, issue_regrading_id);

ALTER TABLE ONLY app.issue_step
    ADD CONSTRAINT issue_step_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY app.log_photo
    ADD CONSTRAINT log_photo_pkey PRIMARY KEY (district, daily_log_id, revision, sha256);

ALTER TABLE ONLY app.log_quantity
    ADD CONSTRAINT log_quantity_pkey PRIMARY KEY (district, daily_log_id, revision, bill_line_id);

ALTER TABLE ONLY app.management_form
    ADD CONSTRAINT management_form_is_one PRIMARY KEY (district, project_id);

ALTER TABLE app.works_item
    ADD CONSTRAINT mandatory_item_has_an_amount CHECK (((class <> 'mandatory'::text) OR (amount_fen > 0))) NOT VALID;

ALTER TABLE ONLY app.no_dig_notice
    ADD CONSTRAINT no_dig_notice_is_one_of_its_number UNIQUE (district, project_id, number);

ALTER TABLE ONLY app.no_dig_notice
    ADD CONSTRAINT no_dig_notice_pkey PRIMARY KEY (district, no_dig_notice_id);

ALTER TABLE ONLY app.objection
    ADD CONSTRAINT objection_pkey PRIMARY KEY (district, objection_id);

ALTER TABLE ONLY app.owners_body
    ADD CONSTRAINT owners_body_pkey PRIMARY KEY (district, owners_body_id);

ALTER TABLE ONLY app.package
    ADD CONSTRAINT package_code_is_one UNIQUE (district, project_id, code);

ALTER TABLE ONLY app.tender_exemption
    ADD CONSTRAINT package_has_one_exemption UNIQUE (district, package_id);

ALTER TABLE ONLY app.package_separation
    ADD CONSTRAINT package_has_one_separation UNIQUE (district, package_id);

ALTER TABLE ONLY app.package
    ADD CONSTRAINT package_is_of_its_project UNIQUE (district, project_id, package_id);

ALTER TABLE ONLY app.package
    ADD CONSTRAINT package_pkey PRIMARY KEY (district, package_id);

ALTER TABLE ONLY app.package_separation
    ADD CONSTRAINT package_separation_pkey PRIMARY KEY (district, separation_id);

ALTER TABLE ONLY app.paper_delivery
    ADD CONSTRAINT paper_delivery_is_one_of_its_handover UNIQUE (district, handover_id);

ALTER TABLE ONLY app.paper_delivery
    ADD CONSTRAINT paper_delivery_pkey PRIMARY KEY (district, paper_delivery_id);

ALTER TABLE app.paper
    ADD CONSTRAINT paper_has_a_title CHECK ((length(btrim(title, ' 	
　'::text)) > 0)) NOT VALID;

ALTER TABLE ONLY app.paper
    ADD CONSTRAINT paper_pkey PRIMARY KEY (district, paper_id);

ALTER TABLE app.paper
    ADD CONSTRAINT paper_total_is_of_a_budget_approval CHECK (((approved_fen IS NULL) OR ((approved_fen > 0) AND (kind = 'budget_approval'::text)))) NOT VALID;

ALTER TABLE ONLY app.part
    ADD CONSTRAINT part_pkey PRIMARY KEY (district, project_id, reader);

ALTER TABLE ONLY app.participant_opinion
    ADD CONSTRAINT participant_opinion_pkey PRIMARY KEY (district, participant_opinion_id);

ALTER TABLE ONLY app.payment_claim_line
    ADD CONSTRAINT payment_claim_line_pkey PRIMARY KEY (district, payment_claim_id, bill_line_id);

ALTER TABLE ONLY app.payment_claim
    ADD CONSTRAINT payment_claim_number_is_one UNIQUE (district, contract_id, number);

ALTER TABLE ONLY app.payment_claim
    ADD CONSTRAINT payment_claim_pkey PRIMARY KEY (district, payment_claim_id);

ALTER TABLE ONLY app.payment_claim_step
    ADD CONSTRAINT payment_claim_step_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY app.payment
    ADD CONSTRAINT payment_pkey PRIMARY KEY (district, payment_id);

ALTER TABLE ONLY app.payment_term
    ADD CONSTRAINT payment_term_is_one_of_its_contract PRIMARY KEY (district, contract_id);

ALTER TABLE ONLY app.payment
    ADD CONSTRAINT payment_voucher_is_one UNIQUE (district, project_id, voucher);

ALTER TABLE ONLY app.plan_approval
    ADD CONSTRAINT plan_approval_pkey PRIMARY KEY (district, project_id, ordinal);

ALTER TABLE ONLY app.plan_approval
    ADD CONSTRAINT plan_approval_step_is_one UNIQUE (district, project_id, step);

ALTER TABLE ONLY app.plan_submission
    ADD CONSTRAINT plan_is_submitted_once PRIMARY KEY (district, project_id, plan_year);

ALTER TABLE ONLY app.posting
    ADD CONSTRAINT posting_pkey PRIMARY KEY (district, posting_id);

ALTER TABLE ONLY app.procedure_decision
    ADD CONSTRAINT procedure_is_decided_once PRIMARY KEY (district, project_id, procedure);

ALTER TABLE app.project_budget
    ADD CONSTRAINT project_budget_is_within_total CHECK ((approved_budget_fen <= total_investment_fen)) NOT VALID;

ALTER TABLE ONLY app.project_budget
    ADD CONSTRAINT project_has_one_budget PRIMARY KEY (district, project_id);

ALTER TABLE ONLY app.project_closing
    ADD CONSTRAINT project_is_closed_once PRIMARY KEY (district, project_id);

ALTER TABLE ONLY app.project
    ADD CONSTRAINT project_pkey PRIMARY KEY (district, project_id);

ALTER TABLE ONLY app.project_step
    ADD CONSTRAINT project_step_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY app.rebuilding
    ADD CONSTRAINT rebuilding_is_decided_once PRIMARY KEY (district, project_id);

ALTER TABLE ONLY app.receipt
    ADD CONSTRAINT receipt_is_reversed_once UNIQUE (district, reverses);

ALTER TABLE ONLY app.receipt
    ADD CONSTRAINT receipt_pkey PRIMARY KEY (district, receipt_id);

ALTER TABLE ONLY app.receipt
    ADD CONSTRAINT receipt_voucher_is_one UNIQUE (district, project_id, voucher);

ALTER TABLE ONLY app.scheme_reduction_decision
    ADD CONSTRAINT reduction_is_decided_once PRIMARY KEY (district, reduction_id);

ALTER TABLE ONLY app.scheme_reduction
    ADD CONSTRAINT reduction_is_of_its_project UNIQUE (district, project_id, reduction_id);

ALTER TABLE ONLY app.register_file
    ADD CONSTRAINT register_file_pkey PRIMARY KEY (district, import_id);

ALTER TABLE ONLY app.register_import
    ADD CONSTRAINT register_import_pkey PRIMARY KEY (district, import_id);

ALTER TABLE ONLY app.register_owner_detail
    ADD CONSTRAINT register_owner_detail_pkey PRIMARY KEY (district, owner_id);

ALTER TABLE ONLY app.register_owner
    ADD CONSTRAINT register_owner_pkey PRIMARY KEY (district, owner_id);

ALTER TABLE ONLY app.register_unit
    ADD CONSTRAINT register_unit_pkey PRIMARY KEY (district, unit_id);

ALTER TABLE ONLY app.request
    ADD CONSTRAINT request_pkey PRIMARY KEY (district, principal, key_hash);

ALTER TABLE ONLY app.resident_fund
    ADD CONSTRAINT resident_fund_pkey PRIMARY KEY (district, project_id);

ALTER TABLE ONLY app.retention_holding
    ADD CONSTRAINT retention_holding_is_one_of_its_claim PRIMARY KEY (district, payment_claim_id);

ALTER TABLE ONLY app.retention
    ADD CONSTRAINT retention_is_one_of_its_contract PRIMARY KEY (district, contract_id);

ALTER TABLE ONLY app.retention_release
    ADD CONSTRAINT retention_release_pkey PRIMARY KEY (district, retention_release_id);

ALTER TABLE ONLY app.retention_release
    ADD CONSTRAINT retention_release_voucher_is_one UNIQUE (district, project_id, voucher);

ALTER TABLE ONLY app.routine
    ADD CONSTRAINT routine_pkey PRIMARY KEY (district, routine_id);

ALTER TABLE ONLY app.scheme_reduction
    ADD CONSTRAINT scheme_reduction_pkey PRIMARY KEY (district, reduction_id);

ALTER TABLE ONLY app.site_staff
    ADD CONSTRAINT site_staff_pkey PRIMARY KEY (district, site_staff_id);

ALTER TABLE ONLY app.slip_correction
    ADD CONSTRAINT slip_correction_pkey PRIMARY KEY (district, count_id, slip_id);

ALTER TABLE ONLY app.slip_recheck
    ADD CONSTRAINT slip_is_rechecked_once UNIQUE (district, slip_id);

ALTER TABLE ONLY app.slip_recheck
    ADD CONSTRAINT slip_recheck_pkey PRIMARY KEY (district, recheck_id);

ALTER TABLE ONLY app.special_works
    ADD CONSTRAINT special_works_pkey PRIMARY KEY (district, special_works_id);

ALTER TABLE ONLY app.subsidy_payment
    ADD CONSTRAINT subsidy_payment_pkey PRIMARY KEY (district, subsidy_payment_id);

ALTER TABLE ONLY app.subsidy_payment
    ADD CONSTRAINT subsidy_payment_voucher_is_one UNIQUE (district, project_id, voucher);

ALTER TABLE ONLY app.supervision_visit
    ADD CONSTRAINT supervision_visit_pkey PRIMARY KEY (district, supervision_visit_id);

ALTER TABLE ONLY app.survey_record
    ADD CONSTRAINT survey_record_pkey PRIMARY KEY (district, survey_record_id);

ALTER TABLE ONLY app.tender_award
    ADD CONSTRAINT tender_award_pkey PRIMARY KEY (district, award_id);

ALTER TABLE ONLY app.tender_exemption
    ADD CONSTRAINT tender_exemption_pkey PRIMARY KEY (district, exemption_id);

ALTER TABLE ONLY app.termination_proposal
    ADD CONSTRAINT termination_proposal_is_of_its_contract UNIQUE (district, project_id, contract_id, proposal_id);

ALTER TABLE ONLY app.termination_proposal
    ADD CONSTRAINT termination_proposal_pkey PRIMARY KEY (district, proposal_id);

ALTER TABLE ONLY app.true_up
    ADD CONSTRAINT true_up_is_one_of_its_household PRIMARY KEY (district, project_id, household);

ALTER TABLE ONLY app.true_up
    ADD CONSTRAINT true_up_voucher_is_one UNIQUE (district, project_id, voucher);

ALTER TABLE ONLY app.unit_confirmation
    ADD CONSTRAINT unit_is_confirmed_once PRIMARY KEY (district, organisation_id);

ALTER TABLE ONLY app.volunteer
    ADD CONSTRAINT volunteer_is_on_the_roster_once UNIQUE (district, project_id, person_id);

ALTER TABLE ONLY app.volunteer
    ADD CONSTRAINT volunteer_pkey PRIMARY KEY (district, volunteer_id);

ALTER TABLE ONLY app.warranty_claim
    ADD CONSTRAINT warranty_claim_pkey PRIMARY KEY (district, warranty_claim_id);

ALTER TABLE ONLY app.warranty_claim_step
    ADD CONSTRAINT warranty_claim_step_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY app.warranty
    ADD CONSTRAINT warranty_is_one_of_its_kind UNIQUE (district, project_id, kind);

ALTER TABLE ONLY app.warranty
    ADD CONSTRAINT warranty_pkey PRIMARY KEY (district, warranty_id);

ALTER TABLE ONLY app.webhook
    ADD CONSTRAINT webhook_pkey PRIMARY KEY (district, webhook_id);

ALTER TABLE ONLY app.webhook_replay
    ADD CONSTRAINT webhook_replay_pkey PRIMARY KEY (district, replay_id);

ALTER TABLE ONLY app.works_item
    ADD CONSTRAINT works_item_code_is_one UNIQUE (district, project_id, code);

ALTER TABLE ONLY app.works_item
    ADD CONSTRAINT works_item_pkey PRIMARY KEY (district, works_item_id);

ALTER TABLE ONLY app.yearly_allotment
    ADD CONSTRAINT yearly_allotment_pkey PRIMARY KEY (district, yearly_allotment_id);

ALTER TABLE ONLY app.yearly_duty
    ADD CONSTRAINT yearly_duty_is_done_once UNIQUE (district, duty, year);

ALTER TABLE ONLY app.yearly_duty
    ADD CONSTRAINT yearly_duty_pkey PRIMARY KEY (district, yearly_duty_id);

ALTER TABLE ONLY auth.appointment
    ADD CONSTRAINT appointment_pkey PRIMARY KEY (district, appointment_id);

ALTER TABLE ONLY auth.control_link
    ADD CONSTRAINT control_link_pkey PRIMARY KEY (organisation_id, controlled_id, valid_from);

ALTER TABLE ONLY auth.demo_clock
    ADD CONSTRAINT demo_clock_pkey PRIMARY KEY (one);

ALTER TABLE ONLY auth.district
    ADD CONSTRAINT district_pkey PRIMARY KEY (district);

ALTER TABLE ONLY auth.division_code
    ADD CONSTRAINT division_code_pkey PRIMARY KEY (code, valid_from);

ALTER TABLE ONLY auth.known_network
    ADD CONSTRAINT known_network_pkey PRIMARY KEY (person_id, network);

ALTER TABLE ONLY auth.organisation
    ADD CONSTRAINT organisation_credit_code_is_one UNIQUE (credit_code);

ALTER TABLE auth.organisation
    ADD CONSTRAINT organisation_credit_code_names_its_registrar CHECK ((credit_code ~ '^[1-9A-HJ-NP-RTUWXY].[1-9][0-9]{5}'::text)) NOT VALID;

ALTER TABLE ONLY auth.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (organisation_id);

ALTER TABLE ONLY auth.person
    ADD CONSTRAINT person_login_is_one UNIQUE (login);

ALTER TABLE ONLY auth.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY auth.role_reach
    ADD CONSTRAINT role_reach_pkey PRIMARY KEY (role);

ALTER TABLE ONLY auth.secret
    ADD CONSTRAINT secret_pkey PRIMARY KEY (one);

ALTER TABLE ONLY auth.sign_in_attempt
    ADD CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (attempt_id);

ALTER TABLE ONLY auth.signing_key
    ADD CONSTRAINT signing_key_is_one UNIQUE (public_key);

ALTER TABLE ONLY auth.signing_key
    ADD CONSTRAINT signing_key_pkey PRIMARY KEY (key_id);

ALTER TABLE ONLY auth.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY jobs.blocked
    ADD CONSTRAINT blocked_pkey PRIMARY KEY (job_id);

ALTER TABLE ONLY jobs.cancellation
    ADD CONSTRAINT cancellation_pkey PRIMARY KEY (job_id);

ALTER TABLE ONLY jobs.dead
    ADD CONSTRAINT dead_pkey PRIMARY KEY (job_id);

ALTER TABLE ONLY jobs.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (delivery_id);

ALTER TABLE ONLY jobs.dependency
    ADD CONSTRAINT dependency_pkey PRIMARY KEY (parent_id, child_id);

ALTER TABLE ONLY jobs.gate
    ADD CONSTRAINT gate_pkey PRIMARY KEY (gate);

ALTER TABLE ONLY jobs.slot
    ADD CONSTRAINT gate_slot_is_one PRIMARY KEY (gate, slot);

ALTER TABLE ONLY jobs.gated
    ADD CONSTRAINT gated_pkey PRIMARY KEY (gate, priority, seq);

ALTER TABLE ONLY jobs.slot
    ADD CONSTRAINT job_has_one_slot UNIQUE (job_id);

ALTER TABLE ONLY jobs.held_key
    ADD CONSTRAINT job_is_one_of_its_key PRIMARY KEY (kind, unique_key);

ALTER TABLE ONLY jobs.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (ring, job_id);

ALTER TABLE ONLY jobs.job_ring_0
    ADD CONSTRAINT job_ring_0_pkey PRIMARY KEY (ring, job_id);

ALTER TABLE ONLY jobs.job_ring_1
    ADD CONSTRAINT job_ring_1_pkey PRIMARY KEY (ring, job_id);

ALTER TABLE ONLY jobs.job_ring_2
    ADD CONSTRAINT job_ring_2_pkey PRIMARY KEY (ring, job_id);

ALTER TABLE ONLY jobs.job_ring_3
    ADD CONSTRAINT job_ring_3_pkey PRIMARY KEY (ring, job_id);

ALTER TABLE ONLY jobs.job_ring_4
    ADD CONSTRAINT job_ring_4_pkey PRIMARY KEY (ring, job_id);

ALTER TABLE ONLY jobs.job_ring_5
    ADD CONSTRAINT job_ring_5_pkey PRIMARY KEY (ring, job_id);

ALTER TABLE ONLY jobs.job_ring_6
    ADD CONSTRAINT job_ring_6_pkey PRIMARY KEY (ring, job_id);

ALTER TABLE ONLY jobs.job_ring_7
    ADD CONSTRAINT job_ring_7_pkey PRIMARY KEY (ring, job_id);

ALTER TABLE ONLY jobs.job_ring_8
    ADD CONSTRAINT job_ring_8_pkey PRIMARY KEY (ring, job_id);

ALTER TABLE ONLY jobs.lease
    ADD CONSTRAINT lease_pkey PRIMARY KEY (job_id);

ALTER TABLE ONLY jobs.paused
    ADD CONSTRAINT paused_pkey PRIMARY KEY (queue);

ALTER TABLE ONLY jobs.ready
    ADD CONSTRAINT ready_pkey PRIMARY KEY (queue, kind, priority, seq);

ALTER TABLE ONLY jobs.schedule
    ADD CONSTRAINT schedule_pkey PRIMARY KEY (name);

ALTER TABLE ONLY jobs.scheduled
    ADD CONSTRAINT scheduled_pkey PRIMARY KEY (job_id);

ALTER TABLE ONLY jobs.tick
    ADD CONSTRAINT tick_pkey PRIMARY KEY (name, tick_at);

ALTER TABLE ONLY jobs.webhook_place
    ADD CONSTRAINT webhook_place_pkey PRIMARY KEY (district, webhook_id);

ALTER TABLE ONLY jobs.worker
    ADD CONSTRAINT worker_pkey PRIMARY KEY (worker);

ALTER TABLE ONLY ledger.cover
    ADD CONSTRAINT cover_pkey PRIMARY KEY (table_name, number);

ALTER TABLE ONLY ledger.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (district, entry_id);

ALTER TABLE ONLY ledger.entry
    ADD CONSTRAINT entry_subject_version_is_one UNIQUE (district, subject_kind, subject_id, subject_version);

ALTER TABLE ledger.entry
    ADD CONSTRAINT entry_type_has_its_form CHECK ((type ~ '^[a-z_]+(\.[a-z_]+)*$'::text)) NOT VALID;

ALTER TABLE ONLY ledger.pending
    ADD CONSTRAINT pending_pkey PRIMARY KEY (district, entry_id);

ALTER TABLE ONLY ledger."row"
    ADD CONSTRAINT row_pkey PRIMARY KEY (district, entry_id, table_name, row_key);

ALTER TABLE ONLY ledger.subject_kind
    ADD CONSTRAINT subject_kind_pkey PRIMARY KEY (kind);

ALTER TABLE ONLY ledger.told_of_no_row
    ADD CONSTRAINT told_of_no_row_pkey PRIMARY KEY (district, entry_id);

ALTER TABLE ONLY policy.calendar_day
    ADD CONSTRAINT calendar_day_pkey PRIMARY KEY (day);

ALTER TABLE ONLY policy.edition
    ADD CONSTRAINT edition_pkey PRIMARY KEY (edition);

ALTER TABLE ONLY policy.number
    ADD CONSTRAINT number_pkey PRIMARY KEY (edition, key, value);

ALTER TABLE ONLY policy.pack
    ADD CONSTRAINT pack_pkey PRIMARY KEY (pack_id, version);

ALTER TABLE ONLY policy.parameter
    ADD CONSTRAINT parameter_pkey PRIMARY KEY (edition, key, value, valid_from);

ALTER TABLE ONLY policy.supplied_key
    ADD CONSTRAINT supplied_key_pkey PRIMARY KEY (edition, key);

CREATE INDEX acceptance_answer_district_project_id_item_created_at_idx ON app.acceptance_answer USING btree (district, project_id, item, created_at DESC);

CREATE INDEX acceptance_opinion_district_acceptance_round_id_idx ON app.acceptance_opinion USING btree (district, acceptance_round_id);

CREATE UNIQUE INDEX acceptance_round_is_one_at_a_time ON app.acceptance_round USING btree (district, project_id) WHERE (state = ANY (ARRAY['called'::text, 'disputed'::text, 'certified'::text]));

CREATE UNIQUE INDEX acceptance_seat_is_one_of_its_unit ON app.acceptance_seat USING btree (district, acceptance_round_id, role, organisation_id);

CREATE INDEX acceptance_sitting_organisation_id_idx ON app.acceptance_sitting USING btree (organisation_id);

CREATE INDEX anonymous_report_district_project_id_source_hash_reported_a_idx ON app.anonymous_report USING btree (district, project_id, source_hash, reported_at);

CREATE INDEX bill_addition_district_bill_line_id_idx ON app.bill_addition USING btree (district, bill_line_id);

CREATE INDEX bill_line_district_works_item_id_idx ON app.bill_line USING btree (district, works_item_id);

CREATE INDEX block_district_project_id_action_class_idx ON app.block USING btree (district, project_id, action_class) WHERE (lifted_at IS NULL);

CREATE UNIQUE INDEX block_stands_once ON app.block USING btree (district, source_kind, source_id, action_class, COALESCE(subject_id, source_id)) WHERE (lifted_at IS NULL);

CREATE INDEX change_order_district_project_id_state_idx ON app.change_order USING btree (district, project_id, state);

CREATE INDEX change_order_line_district_bill_line_id_idx ON app.change_order_line USING btree (district, bill_line_id);

CREATE INDEX clock_district_due_on_idx ON app.clock USING btree (district, due_on) WHERE (state = 'running'::text);

CREATE INDEX clock_district_idx ON app.clock USING btree (district) WHERE (state = 'uncomputed'::text);

CREATE INDEX clock_district_project_id_idx ON app.clock USING btree (district, project_id);

CREATE UNIQUE INDEX community_body_is_one_of_its_role ON app.community_body USING btree (district, project_id, role) WHERE (valid_to IS NULL);

CREATE INDEX community_body_organisation_id_idx ON app.community_body USING btree (organisation_id);

CREATE INDEX community_by_name ON app.community USING btree (district, regexp_replace(name, '\s'::text, ''::text, 'g'::text));

CREATE UNIQUE INDEX community_has_one_open_project ON app.project USING btree (district, community_id) WHERE (state <> 'S23'::text);

CREATE INDEX completion_report_district_project_id_idx ON app.completion_report USING btree (district, project_id);

CREATE INDEX contract_bond_district_contract_id_idx ON app.contract_bond USING btree (district, contract_id);

CREATE INDEX contract_contractor_id_idx ON app.contract USING btree (contractor_id);

CREATE INDEX contract_district_package_id_idx ON app.contract USING btree (district, package_id);

CREATE INDEX contract_termination_organisation_id_idx ON app.contract_termination USING btree (organisation_id);

CREATE INDEX daily_log_district_contract_id_idx ON app.daily_log USING btree (district, contract_id, logged_on);

CREATE INDEX daily_log_district_project_id_logged_on_idx ON app.daily_log USING btree (district, project_id, logged_on);

CREATE INDEX determination_district_subject_kind_subject_id_created_at_idx ON app.determination USING btree (district, subject_kind, subject_id, created_at);

CREATE INDEX district_body_organisation_id_idx ON app.district_body USING btree (organisation_id);

CREATE INDEX disturbance_district_project_id_idx ON app.disturbance USING btree (district, project_id);

CREATE UNIQUE INDEX engagement_is_one_of_its_role ON app.engagement USING btree (district, project_id, organisation_id, role) WHERE (valid_to IS NULL);

CREATE INDEX engagement_organisation_id_idx ON app.engagement USING btree (organisation_id);

CREATE INDEX excavation_district_project_id_idx ON app.excavation USING btree (district, project_id);

CREATE UNIQUE INDEX gate_exception_stands_once ON app.gate_exception USING btree (district, project_id, requirement) WHERE (state = ANY (ARRAY['asked'::text, 'approved'::text]));

CREATE INDEX handover_asset_district_handover_id_idx ON app.handover_asset USING btree (district, handover_id);

CREATE INDEX handover_exemption_voice_district_handover_id_idx ON app.handover_exemption_voice USING btree (district, handover_id);

CREATE INDEX handover_receiver_id_idx ON app.handover USING btree (receiver_id);

CREATE INDEX handover_signature_organisation_id_idx ON app.handover_signature USING btree (organisation_id);

CREATE INDEX inspection_lot_district_contract_id_idx ON app.inspection_lot USING btree (district, contract_id);

CREATE INDEX issue_district_assignee_organisation_id_idx ON app.issue USING btree (district, assignee_organisation_id) WHERE (state = ANY (ARRAY['assigned'::text, 'in_progress'::text, 'reopened'::text]));

CREATE INDEX issue_district_project_id_state_idx ON app.issue USING btree (district, project_id, state);

CREATE INDEX issue_photo_district_sha256_idx ON app.issue_photo USING btree (district, sha256);

CREATE UNIQUE INDEX issue_regrading_is_one_at_a_time ON app.issue_regrading USING btree (district, issue_id) WHERE (state = 'proposed'::text);

CREATE INDEX log_photo_district_sha256_idx ON app.log_photo USING btree (district, sha256);

CREATE INDEX log_quantity_district_bill_line_id_idx ON app.log_quantity USING btree (district, bill_line_id);

CREATE INDEX objection_district_project_id_idx ON app.objection USING btree (district, project_id) WHERE (state = 'open'::text);

CREATE INDEX owners_body_district_project_id_idx ON app.owners_body USING btree (district, project_id);

CREATE INDEX paper_delivery_district_project_id_idx ON app.paper_delivery USING btree (district, project_id);

CREATE INDEX paper_district_project_id_idx ON app.paper USING btree (district, project_id);

CREATE INDEX paper_district_sha256_idx ON app.paper USING btree (district, sha256) WHERE (sha256 IS NOT NULL);

CREATE INDEX paper_district_subject_kind_subject_id_kind_idx ON app.paper USING btree (district, subject_kind, subject_id, kind);

CREATE INDEX part_district_reader_idx ON app.part USING btree (district, reader);

CREATE INDEX participant_opinion_district_project_id_forum_participant_g_idx ON app.participant_opinion USING btree (district, project_id, forum, participant, given_at);

CREATE INDEX payment_claim_line_district_bill_line_id_idx ON app.payment_claim_line USING btree (district, bill_line_id);

CREATE INDEX payment_district_payment_claim_id_idx ON app.payment USING btree (district, payment_claim_id);

CREATE UNIQUE INDEX posting_stands_once ON app.posting USING btree (district, project_id) WHERE (taken_down_on IS NULL);

CREATE INDEX project_construction_unit_id_idx ON app.project USING btree (construction_unit_id);

CREATE INDEX project_district_community_id_idx ON app.project USING btree (district, community_id);

CREATE INDEX project_district_state_idx ON app.project USING btree (district, state);

CREATE UNIQUE INDEX project_has_one_developer_in_its_register ON app.register_owner USING btree (district, project_id) WHERE developer;

CREATE UNIQUE INDEX project_has_one_open_ballot ON app.ballot USING btree (district, project_id) WHERE (state = 'open'::text);

CREATE UNIQUE INDEX project_has_one_standing_register ON app.register_import USING btree (district, project_id) WHERE (state = 'standing'::text);

CREATE INDEX project_project_id_idx ON app.project USING btree (project_id);

CREATE INDEX receipt_district_project_id_idx ON app.receipt USING btree (district, project_id);

CREATE INDEX receipt_district_unit_id_idx ON app.receipt USING btree (district, unit_id);

CREATE UNIQUE INDEX register_has_moved_on_since_the_check ON app.register_import USING btree (district, project_id, COALESCE(based_on, project_id)) WHERE (state <> 'checked'::text);

CREATE UNIQUE INDEX register_room_is_one ON app.register_unit USING btree (district, project_id, building, entrance, room) WHERE (until_import IS NULL);

CREATE INDEX request_created_at_idx ON app.request USING btree (created_at);

CREATE INDEX retention_holding_district_contract_id_idx ON app.retention_holding USING btree (district, contract_id);

CREATE INDEX retention_release_district_contract_id_idx ON app.retention_release USING btree (district, contract_id);

CREATE INDEX routine_district_project_id_kind_held_on_idx ON app.routine USING btree (district, project_id, kind, held_on);

CREATE INDEX scheme_reduction_district_project_id_idx ON app.scheme_reduction USING btree (district, project_id);

CREATE INDEX scheme_reduction_district_works_item_id_idx ON app.scheme_reduction USING btree (district, works_item_id);

CREATE INDEX site_staff_district_certificate_idx ON app.site_staff USING btree (district, certificate) WHERE (certificate IS NOT NULL);

CREATE INDEX site_staff_district_project_id_idx ON app.site_staff USING btree (district, project_id);

CREATE INDEX special_works_district_project_id_idx ON app.special_works USING btree (district, project_id);

CREATE INDEX subsidy_payment_district_project_id_idx ON app.subsidy_payment USING btree (district, project_id);

CREATE INDEX supervision_visit_district_project_id_visited_on_idx ON app.supervision_visit USING btree (district, project_id, visited_on);

CREATE INDEX survey_record_district_project_id_kind_idx ON app.survey_record USING btree (district, project_id, kind);

CREATE INDEX tender_award_district_package_id_idx ON app.tender_award USING btree (district, package_id);

CREATE INDEX tender_award_winner_id_idx ON app.tender_award USING btree (winner_id);

CREATE INDEX termination_proposal_district_contract_id_idx ON app.termination_proposal USING btree (district, contract_id);

CREATE INDEX termination_proposal_organisation_id_idx ON app.termination_proposal USING btree (organisation_id);

CREATE INDEX unit_confirmation_organisation_id_idx ON app.unit_confirmation USING btree (organisation_id);

CREATE UNIQUE INDEX unit_votes_once ON app.ballot_slip USING btree (district, ballot_id, unit_id) WHERE (withdrawn_on IS NULL);

CREATE INDEX volunteer_person_id_idx ON app.volunteer USING btree (person_id);

CREATE INDEX volunteer_person_id_idx1 ON app.volunteer USING btree (person_id);

CREATE INDEX warranty_claim_district_project_id_idx ON app.warranty_claim USING btree (district, project_id);

CREATE INDEX appointment_person_id_idx ON auth.appointment USING btree (person_id);

CREATE INDEX sign_in_attempt_at_idx ON auth.sign_in_attempt USING btree (at);

CREATE INDEX sign_in_attempt_login_at_idx ON auth.sign_in_attempt USING btree (login, at);

CREATE INDEX signing_key_person_id_idx ON auth.signing_key USING btree (person_id);

CREATE INDEX dead_by_moment ON jobs.dead USING btree (at);

CREATE INDEX delivery_by_moment ON jobs.delivery USING brin (made_at);

CREATE INDEX delivery_of_webhook ON jobs.delivery USING btree (district, webhook_id, made_at, delivery_id);

CREATE INDEX dependency_of_child ON jobs.dependency USING btree (child_id);

CREATE INDEX failure_by_moment ON jobs.failure USING brin (at);

CREATE INDEX failure_of_job ON jobs.failure USING btree (job_id);

CREATE INDEX held_key_of_job ON jobs.held_key USING btree (job_id);

CREATE INDEX outcome_of_job ON ONLY jobs.outcome USING btree (job_id);

CREATE INDEX outcome_ring_0_job_id_idx ON jobs.outcome_ring_0 USING btree (job_id);

CREATE INDEX outcome_ring_1_job_id_idx ON jobs.outcome_ring_1 USING btree (job_id);

CREATE INDEX outcome_ring_2_job_id_idx ON jobs.outcome_ring_2 USING btree (job_id);

CREATE INDEX outcome_ring_3_job_id_idx ON jobs.outcome_ring_3 USING btree (job_id);

CREATE INDEX outcome_ring_4_job_id_idx ON jobs.outcome_ring_4 USING btree (job_id);

CREATE INDEX outcome_ring_5_job_id_idx ON jobs.outcome_ring_5 USING btree (job_id);

CREATE INDEX outcome_ring_6_job_id_idx ON jobs.outcome_ring_6 USING btree (job_id);

CREATE INDEX outcome_ring_7_job_id_idx ON jobs.outcome_ring_7 USING btree (job_id);

CREATE INDEX outcome_ring_8_job_id_idx ON jobs.outcome_ring_8 USING btree (job_id);

CREATE INDEX ready_alone ON jobs.ready USING btree (queue, kind) WHERE alone;

CREATE INDEX ready_of_job ON jobs.ready USING btree (job_id) WHERE marked;

CREATE INDEX schedule_by_moment ON jobs.schedule USING btree (next_at);

CREATE INDEX scheduled_by_moment ON jobs.scheduled USING btree (run_at);

CREATE INDEX entry_district_project_id_recorded_at_idx ON ledger.entry USING btree (district, project_id, recorded_at);

CREATE INDEX entry_district_written_by_idx ON ledger.entry USING btree (district, written_by);

CREATE INDEX row_by_key ON ledger."row" USING btree (table_name, row_key, number);

ALTER INDEX jobs.job_pkey ATTACH PARTITION jobs.job_ring_0_pkey;

ALTER INDEX jobs.job_pkey ATTACH PARTITION jobs.job_ring_1_pkey;

ALTER INDEX jobs.job_pkey ATTACH PARTITION jobs.job_ring_2_pkey;

ALTER INDEX jobs.job_pkey ATTACH PARTITION jobs.job_ring_3_pkey;

ALTER INDEX jobs.job_pkey ATTACH PARTITION jobs.job_ring_4_pkey;

ALTER INDEX jobs.job_pkey ATTACH PARTITION jobs.job_ring_5_pkey;

ALTER INDEX jobs.job_pkey ATTACH PARTITION jobs.job_ring_6_pkey;

ALTER INDEX jobs.job_pkey ATTACH PARTITION jobs.job_ring_7_pkey;

ALTER INDEX jobs.job_pkey ATTACH PARTITION jobs.job_ring_8_pkey;

ALTER INDEX jobs.outcome_of_job ATTACH PARTITION jobs.outcome_ring_0_job_id_idx;

ALTER INDEX jobs.outcome_of_job ATTACH PARTITION jobs.outcome_ring_1_job_id_idx;

ALTER INDEX jobs.outcome_of_job ATTACH PARTITION jobs.outcome_ring_2_job_id_idx;

ALTER INDEX jobs.outcome_of_job ATTACH PARTITION jobs.outcome_ring_3_job_id_idx;

ALTER INDEX jobs.outcome_of_job ATTACH PARTITION jobs.outcome_ring_4_job_id_idx;

ALTER INDEX jobs.outcome_of_job ATTACH PARTITION jobs.outcome_ring_5_job_id_idx;

ALTER INDEX jobs.outcome_of_job ATTACH PARTITION jobs.outcome_ring_6_job_id_idx;

ALTER INDEX jobs.outcome_of_job ATTACH PARTITION jobs.outcome_ring_7_job_id_idx;

ALTER INDEX jobs.outcome_of_job ATTACH PARTITION jobs.outcome_ring_8_job_id_idx;

CREATE TRIGGER _050_last_word_has_its_moment BEFORE INSERT ON app.determination FOR EACH ROW EXECUTE FUNCTION app.tg__last_word_has_its_moment();

CREATE TRIGGER _050_last_word_has_its_moment BEFORE INSERT ON app.participant_opinion FOR EACH ROW EXECUTE FUNCTION app.tg__last_word_has_its_moment();

CREATE TRIGGER _050_last_word_has_its_moment BEFORE INSERT ON app.yearly_allotment FOR EACH ROW EXECUTE FUNCTION app.tg__last_word_has_its_moment();

CREATE TRIGGER _050_parts_are_kept AFTER UPDATE OF ended_on ON app.acceptance_round FOR EACH ROW EXECUTE FUNCTION app.tg__parts_are_kept();

ALTER TABLE app.acceptance_round ENABLE ALWAYS TRIGGER _050_parts_are_kept;

CREATE TRIGGER _050_parts_are_kept AFTER INSERT ON app.acceptance_sitting FOR EACH ROW EXECUTE FUNCTION app.tg__parts_are_kept();

ALTER TABLE app.acceptance_sitting ENABLE ALWAYS TRIGGER _050_parts_are_kept;

CREATE TRIGGER _050_parts_are_kept AFTER INSERT OR UPDATE ON app.community_body FOR EACH ROW EXECUTE FUNCTION app.tg__parts_are_kept();

ALTER TABLE app.community_body ENABLE ALWAYS TRIGGER _050_parts_are_kept;

CREATE TRIGGER _050_parts_are_kept AFTER INSERT OR UPDATE OF contractor_id ON app.contract FOR EACH ROW EXECUTE FUNCTION app.tg__parts_are_kept();

ALTER TABLE app.contract ENABLE ALWAYS TRIGGER _050_parts_are_kept;

CREATE TRIGGER _050_parts_are_kept AFTER INSERT ON app.contract_termination FOR EACH ROW EXECUTE FUNCTION app.tg__parts_are_kept();

ALTER TABLE app.contract_termination ENABLE ALWAYS TRIGGER _050_parts_are_kept;

CREATE TRIGGER _050_parts_are_kept AFTER INSERT OR DELETE OR UPDATE ON app.engagement FOR EACH ROW EXECUTE FUNCTION app.tg__parts_are_kept();

ALTER TABLE app.engagement ENABLE ALWAYS TRIGGER _050_parts_are_kept;

CREATE TRIGGER _050_parts_are_kept AFTER INSERT OR UPDATE OF receiver_id ON app.handover FOR EACH ROW EXECUTE FUNCTION app.tg__parts_are_kept();

ALTER TABLE app.handover ENABLE ALWAYS TRIGGER _050_parts_are_kept;

CREATE TRIGGER _050_parts_are_kept AFTER INSERT ON app.handover_signature FOR EACH ROW EXECUTE FUNCTION app.tg__parts_are_kept();

ALTER TABLE app.handover_signature ENABLE ALWAYS TRIGGER _050_parts_are_kept;

CREATE TRIGGER _050_parts_are_kept AFTER INSERT OR UPDATE OF construction_unit_id, community_id ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__parts_are_kept();

ALTER TABLE app.project ENABLE ALWAYS TRIGGER _050_parts_are_kept;

CREATE TRIGGER _050_parts_are_kept AFTER INSERT OR UPDATE ON app.volunteer FOR EACH ROW EXECUTE FUNCTION app.tg__parts_are_kept();

ALTER TABLE app.volunteer ENABLE ALWAYS TRIGGER _050_parts_are_kept;

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.acceptance_answer FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.acceptance_certificate FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.acceptance_delegation FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.acceptance_dossier FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.acceptance_opinion FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.acceptance_round FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.acceptance_seat FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.acceptance_sitting FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.anonymous_report FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.archive_package FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.archive_receipt FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.award_withdrawal FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.ballot FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.ballot_count FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.ballot_question FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.ballot_result FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.ballot_slip FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.bill_addition FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.bill_line FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.change_order FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.change_order_decision FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.change_order_line FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.change_order_opinion FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.clock FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.community FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.community_body FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.completion_report FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.compliant_kind FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.consultation_step FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.contract FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.contract_bond FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.contract_termination FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.covering_notice FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.custody FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.daily_log FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.defect_liability FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.delivery_mode FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.determination FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.digging_line FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.district_body FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.disturbance FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.engagement FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.excavation FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.filing FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.filing_document FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.final_account FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.funding_plan FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.gate_exception FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.handover FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.handover_asset FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.handover_document FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.handover_exemption_voice FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.handover_signature FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.imported_evidence FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.inspection_lot FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.inspection_lot_predecessor FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.issue FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.issue_contact FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.issue_escalation FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.issue_photo FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.issue_regrading FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.log_photo FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.log_quantity FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.management_form FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.no_dig_notice FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.objection FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.owners_body FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.package FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.package_separation FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.paper FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.paper_delivery FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.participant_opinion FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.payment FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.payment_claim FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.payment_claim_line FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.payment_term FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.plan_approval FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.plan_submission FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.posting FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.procedure_decision FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.project_budget FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.project_closing FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.rebuilding FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.receipt FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.register_file FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.register_import FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.register_owner FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.register_owner_detail FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.register_unit FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.retention FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.retention_holding FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.retention_release FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.routine FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.scheme_reduction FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.scheme_reduction_decision FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.site_staff FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.slip_correction FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.slip_recheck FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.special_works FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.staff_attendance FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.subsidy_payment FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.supervision_visit FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.survey_record FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.tender_award FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.tender_exemption FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.termination_proposal FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.true_up FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.unit_confirmation FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.volunteer FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.warranty FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.warranty_claim FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.webhook FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.webhook_replay FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.works_item FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.yearly_allotment FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_change_has_its_own_event BEFORE UPDATE ON app.yearly_duty FOR EACH ROW EXECUTE FUNCTION app.tg__change_has_its_own_event();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.acceptance_answer FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.acceptance_certificate FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.acceptance_delegation FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.acceptance_dossier FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.acceptance_opinion FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.acceptance_seat FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.acceptance_sitting FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.anonymous_report FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.archive_package FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.archive_receipt FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.award_withdrawal FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.ballot_count FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.ballot_question FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.ballot_result FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.bill_addition FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.bill_line FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.change_order_decision FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.change_order_line FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.change_order_opinion FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.completion_report FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.compliant_kind FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.consultation_step FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.contract FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.contract_termination FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.covering_notice FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.custody FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.defect_liability FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.determination FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.digging_line FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.file FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.filing FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.filing_document FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.final_account FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.funding_plan FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.handover_asset FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.handover_exemption_voice FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.handover_signature FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.imported_evidence FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.inspection_lot_predecessor FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE UPDATE ON app.issue_contact FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.issue_escalation FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.issue_photo FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.log_photo FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.log_quantity FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.management_form FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.owners_body FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.package_separation FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.paper FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.paper_delivery FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.participant_opinion FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.payment FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.payment_claim_line FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.payment_term FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.plan_approval FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.plan_submission FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.procedure_decision FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.project_closing FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.receipt FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.register_file FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.register_owner FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.register_owner_detail FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.retention FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.retention_holding FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.retention_release FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.scheme_reduction FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.scheme_reduction_decision FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.slip_correction FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.slip_recheck FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.subsidy_payment FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.survey_record FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.tender_award FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.tender_exemption FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.termination_proposal FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.true_up FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.unit_confirmation FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.warranty FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.webhook_replay FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.works_item FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON app.yearly_allotment FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_project_step_is_allowed BEFORE INSERT OR UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__project_step_is_allowed();

CREATE TRIGGER _100_register_goes_from_check_to_standing BEFORE INSERT OR UPDATE ON app.register_import FOR EACH ROW EXECUTE FUNCTION app.tg__register_goes_from_check_to_standing();

CREATE TRIGGER _110_receipt_takes_its_door BEFORE INSERT ON app.receipt FOR EACH ROW EXECUTE FUNCTION app.tg__receipt_takes_its_door();

CREATE TRIGGER _110_true_up_finds_its_shares BEFORE INSERT ON app.true_up FOR EACH ROW EXECUTE FUNCTION app.tg__true_up_finds_its_shares();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.acceptance_round FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.ballot FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.ballot_slip FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.change_order FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.clock FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.community FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.community_body FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.contract_bond FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.daily_log FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.delivery_mode FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.engagement FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.excavation FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.gate_exception FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.handover FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.handover_document FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.inspection_lot FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.issue FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.issue_regrading FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.no_dig_notice FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.objection FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.package FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.payment_claim FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.posting FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.project_budget FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.register_import FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.register_unit FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.site_staff FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.special_works FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.volunteer FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.warranty_claim FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON app.webhook FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _190_closed_project_takes_no_reports BEFORE INSERT ON app.issue FOR EACH ROW EXECUTE FUNCTION app.tg__closed_project_takes_no_reports();

CREATE TRIGGER _190_rebuilding_is_voted_as_rebuilding BEFORE INSERT ON app.ballot_question FOR EACH ROW EXECUTE FUNCTION app.tg__rebuilding_is_voted_as_rebuilding();

CREATE TRIGGER _200_acceptance_notice BEFORE INSERT ON app.acceptance_round FOR EACH ROW EXECUTE FUNCTION app.tg__acceptance_notice_is_early_enough();

CREATE TRIGGER _200_anonymous_reports_are_limited BEFORE INSERT ON app.anonymous_report FOR EACH ROW EXECUTE FUNCTION app.tg__anonymous_reports_are_limited();

CREATE TRIGGER _200_attendance_is_of_a_day_of_duty BEFORE INSERT ON app.staff_attendance FOR EACH ROW EXECUTE FUNCTION app.tg__attendance_is_of_a_day_of_duty();

CREATE TRIGGER _200_ballot_goes_from_open_to_its_end BEFORE UPDATE ON app.ballot FOR EACH ROW EXECUTE FUNCTION app.tg__ballot_goes_from_open_to_its_end();

CREATE TRIGGER _200_ballot_opens_over_the_register BEFORE INSERT ON app.ballot FOR EACH ROW EXECUTE FUNCTION app.tg__ballot_opens_over_the_register();

CREATE TRIGGER _200_budget_covers_its_contracts BEFORE UPDATE ON app.project_budget FOR EACH ROW EXECUTE FUNCTION app.tg__budget_covers_its_contracts();

CREATE TRIGGER _200_change_order_begins BEFORE INSERT ON app.change_order FOR EACH ROW EXECUTE FUNCTION app.tg__change_order_begins();

CREATE TRIGGER _200_change_order_step BEFORE UPDATE ON app.change_order FOR EACH ROW EXECUTE FUNCTION app.tg__change_order_step();

CREATE TRIGGER _200_community_body_is_named_by_the_street BEFORE INSERT OR UPDATE ON app.community_body FOR EACH ROW EXECUTE FUNCTION app.tg__community_body_is_named_by_the_street();

CREATE TRIGGER _200_consultation_goes_in_order BEFORE INSERT ON app.consultation_step FOR EACH ROW EXECUTE FUNCTION app.tg__consultation_goes_in_order();

CREATE TRIGGER _200_contract_follows_its_determination BEFORE INSERT ON app.contract FOR EACH ROW EXECUTE FUNCTION app.tg__contract_follows_its_determination();

CREATE TRIGGER _200_correction_comes_with_its_recount BEFORE INSERT ON app.slip_correction FOR EACH ROW EXECUTE FUNCTION app.tg__correction_comes_with_its_recount();

CREATE TRIGGER _200_count_is_of_a_finished_ballot BEFORE INSERT ON app.ballot_count FOR EACH ROW EXECUTE FUNCTION app.tg__count_is_of_a_finished_ballot();

CREATE TRIGGER _200_covering_notice_is_of_its_lot BEFORE INSERT ON app.covering_notice FOR EACH ROW EXECUTE FUNCTION app.tg__covering_notice_is_of_its_lot();

CREATE TRIGGER _200_daily_log_follows_its_steps BEFORE INSERT OR UPDATE ON app.daily_log FOR EACH ROW EXECUTE FUNCTION app.tg__daily_log_follows_its_steps();

CREATE TRIGGER _200_delivery_mode_is_settled BEFORE INSERT OR UPDATE ON app.delivery_mode FOR EACH ROW EXECUTE FUNCTION app.tg__delivery_mode_is_settled_by_contracts();

CREATE TRIGGER _200_disturbance_is_announced_in_time BEFORE INSERT ON app.disturbance FOR EACH ROW EXECUTE FUNCTION app.tg__disturbance_is_announced_in_time();

CREATE TRIGGER _200_engagement_only_ends BEFORE UPDATE ON app.engagement FOR EACH ROW EXECUTE FUNCTION app.tg__engagement_only_ends();

CREATE TRIGGER _200_handover_document_line BEFORE INSERT OR UPDATE ON app.handover_document FOR EACH ROW EXECUTE FUNCTION app.tg__handover_document_line();

CREATE TRIGGER _200_handover_is_of_its_project BEFORE INSERT OR UPDATE ON app.handover FOR EACH ROW EXECUTE FUNCTION app.tg__handover_is_of_its_project();

CREATE TRIGGER _200_inspection_lot_follows_its_steps BEFORE INSERT OR UPDATE ON app.inspection_lot FOR EACH ROW EXECUTE FUNCTION app.tg__inspection_lot_follows_its_steps();

CREATE TRIGGER _200_inspection_lot_predecessor_is_before_it BEFORE INSERT ON app.inspection_lot_predecessor FOR EACH ROW EXECUTE FUNCTION app.tg__inspection_lot_predecessor_is_before_it();

CREATE TRIGGER _200_issue_follows_its_steps BEFORE INSERT OR UPDATE ON app.issue FOR EACH ROW EXECUTE FUNCTION app.tg__issue_follows_its_steps();

CREATE TRIGGER _200_issue_regrading_follows_its_steps BEFORE INSERT OR UPDATE ON app.issue_regrading FOR EACH ROW EXECUTE FUNCTION app.tg__issue_regrading_follows_its_steps();

CREATE TRIGGER _200_launch_gate BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__launch_gate();

CREATE TRIGGER _200_package_meets_project BEFORE INSERT OR UPDATE ON app.package FOR EACH ROW EXECUTE FUNCTION app.tg__package_meets_project();

CREATE TRIGGER _200_payment_claim_follows_its_steps BEFORE INSERT OR UPDATE ON app.payment_claim FOR EACH ROW EXECUTE FUNCTION app.tg__payment_claim_follows_its_steps();

CREATE TRIGGER _200_project_is_taken_in_by_its_unit BEFORE INSERT ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__project_is_taken_in_by_its_unit();

CREATE TRIGGER _200_question_is_put_lawfully BEFORE INSERT ON app.ballot_question FOR EACH ROW EXECUTE FUNCTION app.tg__question_is_put_lawfully();

CREATE TRIGGER _200_rebuilding_comes_before_its_ballots BEFORE INSERT ON app.rebuilding FOR EACH ROW EXECUTE FUNCTION app.tg__rebuilding_comes_before_its_ballots();

CREATE TRIGGER _200_register_changes_by_a_confirmed_import BEFORE INSERT OR UPDATE ON app.register_unit FOR EACH ROW EXECUTE FUNCTION app.tg__register_changes_by_a_confirmed_import();

CREATE TRIGGER _200_register_file_comes_with_its_import AFTER INSERT ON app.register_file FOR EACH ROW EXECUTE FUNCTION app.tg__register_file_comes_with_its_import();

CREATE TRIGGER _200_register_owner_comes_with_its_name AFTER INSERT ON app.register_owner_detail FOR EACH ROW EXECUTE FUNCTION app.tg__register_owner_comes_with_its_name();

CREATE TRIGGER _200_routine_is_of_a_kind BEFORE INSERT ON app.routine FOR EACH ROW EXECUTE FUNCTION app.tg__routine_is_of_a_kind();

CREATE TRIGGER _200_site_staff_is_fit BEFORE INSERT ON app.site_staff FOR EACH ROW EXECUTE FUNCTION app.tg__site_staff_is_fit();

CREATE TRIGGER _200_site_staff_only_ends BEFORE UPDATE ON app.site_staff FOR EACH ROW EXECUTE FUNCTION app.tg__site_staff_only_ends();

CREATE TRIGGER _200_slip_is_of_its_ballot BEFORE INSERT OR UPDATE ON app.ballot_slip FOR EACH ROW EXECUTE FUNCTION app.tg__slip_is_of_its_ballot();

CREATE TRIGGER _200_slip_is_rechecked_by_another BEFORE INSERT ON app.slip_recheck FOR EACH ROW EXECUTE FUNCTION app.tg__slip_is_rechecked_by_another();

CREATE TRIGGER _200_special_works_are_settled_once BEFORE INSERT OR UPDATE ON app.special_works FOR EACH ROW EXECUTE FUNCTION app.tg__special_works_are_settled_once();

CREATE TRIGGER _200_visit_is_of_a_kind BEFORE INSERT ON app.supervision_visit FOR EACH ROW EXECUTE FUNCTION app.tg__visit_is_of_a_kind();

CREATE TRIGGER _200_webhook_is_ones_own BEFORE INSERT OR UPDATE ON app.webhook FOR EACH ROW EXECUTE FUNCTION app.tg__webhook_is_ones_own();

CREATE TRIGGER _200_yearly_duty_is_of_the_district BEFORE INSERT ON app.yearly_duty FOR EACH ROW EXECUTE FUNCTION app.tg__yearly_duty_is_of_the_district();

CREATE TRIGGER _205_handover_receiver_runs_its_kind BEFORE INSERT OR UPDATE ON app.handover FOR EACH ROW EXECUTE FUNCTION app.tg__handover_receiver_runs_its_kind();

CREATE TRIGGER _210_acceptance_round_ends BEFORE UPDATE ON app.acceptance_round FOR EACH ROW EXECUTE FUNCTION app.tg__acceptance_round_ends();

CREATE TRIGGER _210_change_order_expires BEFORE UPDATE ON app.change_order FOR EACH ROW EXECUTE FUNCTION app.tg__change_order_expires_after_its_window();

CREATE TRIGGER _210_inspection_lot_waits BEFORE UPDATE ON app.inspection_lot FOR EACH ROW EXECUTE FUNCTION app.tg__inspection_lot_waits();

CREATE TRIGGER _210_listing_waits_for_the_chain BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__listing_waits_for_the_chain();

CREATE TRIGGER _210_package_names_its_own_determination BEFORE INSERT OR UPDATE ON app.package FOR EACH ROW EXECUTE FUNCTION app.tg__package_names_its_own_determination();

CREATE TRIGGER _215_listing_waits_for_investment_decision BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__listing_waits_for_investment_decision();

CREATE TRIGGER _215_project_adopts_its_edition BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__project_adopts_its_edition();

CREATE TRIGGER _220_acceptance_dispute BEFORE UPDATE ON app.acceptance_round FOR EACH ROW EXECUTE FUNCTION app.tg__acceptance_dispute();

CREATE TRIGGER _220_approval_waits_for_papers BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__approval_waits_for_papers();

CREATE TRIGGER _220_audit_opinion_is_the_tracking_auditors BEFORE INSERT ON app.paper FOR EACH ROW EXECUTE FUNCTION app.tg__audit_opinion_is_the_tracking_auditors();

CREATE TRIGGER _220_handover_step BEFORE UPDATE ON app.handover FOR EACH ROW EXECUTE FUNCTION app.tg__handover_step();

CREATE TRIGGER _220_issue_is_not_eased_by_its_builder BEFORE UPDATE ON app.issue FOR EACH ROW EXECUTE FUNCTION app.tg__issue_is_not_eased_by_its_builder();

CREATE TRIGGER _220_issue_regrading_is_agreed_to BEFORE UPDATE ON app.issue_regrading FOR EACH ROW EXECUTE FUNCTION app.tg__issue_regrading_is_agreed_to();

CREATE TRIGGER _220_project_is_accepted_by_its_certificate BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__project_is_accepted_by_its_certificate();

CREATE TRIGGER _220_works_start_gate BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__works_start_gate();

CREATE TRIGGER _230_account_is_opened_in_its_time BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__account_is_opened_in_its_time();

CREATE TRIGGER _230_completion_gate BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__completion_gate();

CREATE TRIGGER _230_handover_exemption BEFORE UPDATE ON app.handover FOR EACH ROW EXECUTE FUNCTION app.tg__handover_exemption();

CREATE TRIGGER _230_link_confirms_by_its_sealed_sheet BEFORE UPDATE ON app.handover FOR EACH ROW EXECUTE FUNCTION app.tg__link_confirms_by_its_sealed_sheet();

CREATE TRIGGER _240_imported_scheme_has_its_approval BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__imported_scheme_has_its_approval();

CREATE TRIGGER _240_project_code_stays BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__project_code_stays();

CREATE TRIGGER _245_later_housing_has_its_approval BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__later_housing_has_its_approval();

CREATE TRIGGER _250_works_outside_have_their_approval BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__works_outside_have_their_approval();

CREATE TRIGGER _260_launch_waits_for_the_agreed_register BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__launch_waits_for_the_agreed_register();

CREATE TRIGGER _290_project_waits_for_handovers BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__project_waits_for_handovers();

CREATE TRIGGER _295_project_close_waits BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__project_close_waits();

CREATE TRIGGER _298_close_waits_for_open_issues BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__close_waits_for_open_issues();

CREATE TRIGGER _300_clock_is_computed_by_its_calendar BEFORE UPDATE ON app.clock FOR EACH ROW EXECUTE FUNCTION app.tg__clock_is_computed_by_its_calendar();

CREATE TRIGGER _300_contract_bond_stands_beside_no_retention BEFORE INSERT OR UPDATE ON app.contract_bond FOR EACH ROW EXECUTE FUNCTION app.tg__contract_bond_stands_beside_no_retention();

CREATE TRIGGER _300_contract_fits_the_delivery_mode BEFORE INSERT ON app.contract FOR EACH ROW EXECUTE FUNCTION app.tg__contract_fits_the_delivery_mode();

CREATE TRIGGER _300_excavation_waits_for_the_no_dig_period BEFORE INSERT OR UPDATE ON app.excavation FOR EACH ROW EXECUTE FUNCTION app.tg__excavation_waits_for_the_no_dig_period();

CREATE TRIGGER _300_gate_of_the_place BEFORE UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__gate_of_the_place();

CREATE TRIGGER _300_no_dig_notice_is_announced BEFORE INSERT OR UPDATE ON app.no_dig_notice FOR EACH ROW EXECUTE FUNCTION app.tg__no_dig_notice_is_announced();

CREATE TRIGGER _300_warranty_claim_follows_its_steps BEFORE INSERT OR UPDATE ON app.warranty_claim FOR EACH ROW EXECUTE FUNCTION app.tg__warranty_claim_follows_its_steps();

CREATE TRIGGER _400_receipt_is_counted_up AFTER INSERT ON app.receipt FOR EACH ROW EXECUTE FUNCTION app.tg__receipt_is_counted_up();

CREATE TRIGGER _490_certificate_waits_for_the_stations_receipt AFTER INSERT ON app.acceptance_certificate FOR EACH ROW EXECUTE FUNCTION app.tg__certificate_waits_for_the_stations_receipt();

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.acceptance_round FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('ended_because');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.award_withdrawal FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.change_order FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.change_order_decision FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.daily_log FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('decision_reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.delivery_mode FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('change_reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.disturbance FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('emergency_reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.gate_exception FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.handover FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('not_applicable_reason', 'refused_reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.issue FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('bounce_reason', 'rejection_reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.issue_regrading FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.package FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('withdrawal_reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.package_separation FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.payment_claim FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('rejection_reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.scheme_reduction FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.scheme_reduction_decision FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.tender_exemption FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.termination_proposal FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('reason');

CREATE TRIGGER _490_reason_says_something AFTER INSERT OR UPDATE ON app.warranty_claim FOR EACH ROW EXECUTE FUNCTION app.tg__reason_says_something('returned_reason');

CREATE TRIGGER _500_acceptance_answer AFTER INSERT ON app.acceptance_answer FOR EACH ROW EXECUTE FUNCTION app.tg__acceptance_answer_is_of_the_checklist();

CREATE TRIGGER _500_acceptance_dossier AFTER INSERT ON app.acceptance_dossier FOR EACH ROW EXECUTE FUNCTION app.tg__acceptance_dossier();

CREATE TRIGGER _500_acceptance_opinion AFTER INSERT ON app.acceptance_opinion FOR EACH ROW EXECUTE FUNCTION app.tg__acceptance_opinion();

CREATE TRIGGER _500_acceptance_round_is_called AFTER INSERT ON app.acceptance_round FOR EACH ROW EXECUTE FUNCTION app.tg__acceptance_round_is_called();

CREATE TRIGGER _500_acceptance_sitting AFTER INSERT ON app.acceptance_sitting FOR EACH ROW EXECUTE FUNCTION app.tg__acceptance_sitting();

CREATE TRIGGER _500_archive_package_follows_the_certificate AFTER INSERT ON app.archive_package FOR EACH ROW EXECUTE FUNCTION app.tg__archive_package_follows_the_certificate();

CREATE TRIGGER _500_archive_receipt_names_its_package AFTER INSERT ON app.archive_receipt FOR EACH ROW EXECUTE FUNCTION app.tg__archive_receipt_names_its_package();

CREATE TRIGGER _500_award_duty_is_met_by_its_paper AFTER UPDATE ON app.clock FOR EACH ROW WHEN (((new.subject_kind = 'tender_award'::text) AND (new.met_on IS DISTINCT FROM old.met_on))) EXECUTE FUNCTION app.tg__award_duty_is_met_by_its_paper();

CREATE TRIGGER _500_award_follows_its_tender AFTER INSERT ON app.tender_award FOR EACH ROW EXECUTE FUNCTION app.tg__award_follows_its_tender();

CREATE TRIGGER _500_award_is_withdrawn AFTER INSERT ON app.award_withdrawal FOR EACH ROW EXECUTE FUNCTION app.tg__award_is_withdrawn();

CREATE TRIGGER _500_bill_addition_comes_from_an_approved_change AFTER INSERT ON app.bill_addition FOR EACH ROW EXECUTE FUNCTION app.tg__bill_addition_comes_from_an_approved_change();

CREATE TRIGGER _500_bill_addition_meets_logs AFTER INSERT ON app.bill_addition FOR EACH ROW EXECUTE FUNCTION app.tg__bill_addition_meets_logs();

CREATE TRIGGER _500_bill_line_is_of_its_contract AFTER INSERT ON app.bill_line FOR EACH ROW EXECUTE FUNCTION app.tg__bill_line_is_of_its_contract();

CREATE TRIGGER _500_block_meets_acceptance AFTER INSERT ON app.block FOR EACH ROW EXECUTE FUNCTION app.tg__block_meets_acceptance();

CREATE TRIGGER _500_budget_change_reaches_the_packages AFTER INSERT OR UPDATE ON app.project_budget FOR EACH ROW EXECUTE FUNCTION app.tg__budget_change_reaches_the_packages();

CREATE TRIGGER _500_change_order_decision AFTER INSERT ON app.change_order_decision FOR EACH ROW EXECUTE FUNCTION app.tg__change_order_decision();

CREATE TRIGGER _500_change_order_line_is_of_the_bill AFTER INSERT ON app.change_order_line FOR EACH ROW EXECUTE FUNCTION app.tg__change_order_line_is_of_the_bill();

CREATE TRIGGER _500_change_order_opinion AFTER INSERT ON app.change_order_opinion FOR EACH ROW EXECUTE FUNCTION app.tg__change_order_opinion();

CREATE TRIGGER _500_change_order_takes_effect AFTER UPDATE ON app.change_order FOR EACH ROW EXECUTE FUNCTION app.tg__change_order_takes_effect();

CREATE TRIGGER _500_community_body_is_of_its_kind AFTER INSERT ON app.community_body FOR EACH ROW EXECUTE FUNCTION app.tg__community_body_is_of_its_kind();

CREATE TRIGGER _500_community_is_completed AFTER INSERT ON app.community FOR EACH ROW EXECUTE FUNCTION app.tg__community_is_completed();

CREATE TRIGGER _500_community_is_renovated_once_at_a_time AFTER INSERT ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__community_is_renovated_once_at_a_time();

CREATE TRIGGER _500_completion_report AFTER INSERT ON app.completion_report FOR EACH ROW EXECUTE FUNCTION app.tg__completion_report();

CREATE TRIGGER _500_conflicts_are_found_anew AFTER INSERT OR UPDATE ON app.delivery_mode FOR EACH ROW EXECUTE FUNCTION app.tg__conflicts_are_found_anew();

CREATE TRIGGER _500_conflicts_are_found_anew AFTER UPDATE ON app.engagement FOR EACH ROW EXECUTE FUNCTION app.tg__conflicts_are_found_anew();

CREATE TRIGGER _500_contract_ends_by_two_words AFTER INSERT ON app.contract_termination FOR EACH ROW EXECUTE FUNCTION app.tg__contract_ends_by_two_words();

CREATE TRIGGER _500_contract_engages_its_unit AFTER INSERT ON app.contract FOR EACH ROW EXECUTE FUNCTION app.tg__contract_engages_its_unit();

CREATE TRIGGER _500_custody_is_taken_by_its_keeper AFTER INSERT ON app.custody FOR EACH ROW EXECUTE FUNCTION app.tg__custody_is_taken_by_its_keeper();

CREATE TRIGGER _500_daily_log_counts_again AFTER UPDATE ON app.daily_log FOR EACH ROW EXECUTE FUNCTION app.tg__daily_log_counts_again();

CREATE TRIGGER _500_defect_liability_begins_with_acceptance AFTER INSERT ON app.defect_liability FOR EACH ROW EXECUTE FUNCTION app.tg__defect_liability_begins_with_acceptance();

CREATE TRIGGER _500_delegation_is_of_its_sitting AFTER INSERT ON app.acceptance_delegation FOR EACH ROW EXECUTE FUNCTION app.tg__delegation_is_of_its_sitting();

CREATE TRIGGER _500_determination_agrees_with_its_figures AFTER INSERT ON app.determination FOR EACH ROW EXECUTE FUNCTION app.tg__determination_agrees_with_its_figures();

CREATE TRIGGER _500_digging_line_is_of_its_project AFTER INSERT ON app.digging_line FOR EACH ROW EXECUTE FUNCTION app.tg__digging_line_is_of_its_project();

CREATE TRIGGER _500_division_stands_on_its_day AFTER INSERT OR UPDATE OF project_code ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__division_stands_on_its_day();

CREATE TRIGGER _500_engagement_has_no_conflict AFTER INSERT ON app.engagement FOR EACH ROW EXECUTE FUNCTION app.tg__engagement_has_no_conflict();

CREATE TRIGGER _500_estimate_cut_is_explained AFTER INSERT OR UPDATE ON app.package FOR EACH ROW EXECUTE FUNCTION app.tg__estimate_cut_is_explained();

CREATE TRIGGER _500_evidence_is_imported_with_its_project AFTER INSERT ON app.imported_evidence FOR EACH ROW EXECUTE FUNCTION app.tg__evidence_is_imported_with_its_project();

CREATE TRIGGER _500_exemption_is_approved AFTER INSERT ON app.tender_exemption FOR EACH ROW EXECUTE FUNCTION app.tg__exemption_is_approved();

CREATE TRIGGER _500_filing_document_is_its_own_paper AFTER INSERT ON app.filing_document FOR EACH ROW EXECUTE FUNCTION app.tg__filing_document_is_its_own_paper();

CREATE TRIGGER _500_filing_is_of_the_policy AFTER INSERT ON app.filing FOR EACH ROW EXECUTE FUNCTION app.tg__filing_is_of_the_policy();

CREATE TRIGGER _500_final_account_is_fixed_by_finance AFTER INSERT ON app.final_account FOR EACH ROW EXECUTE FUNCTION app.tg__final_account_is_fixed_by_finance();

CREATE TRIGGER _500_front_fact_meets_project AFTER INSERT ON app.compliant_kind FOR EACH ROW EXECUTE FUNCTION app.tg__front_fact_meets_project();

CREATE TRIGGER _500_front_fact_meets_project AFTER INSERT ON app.owners_body FOR EACH ROW EXECUTE FUNCTION app.tg__front_fact_meets_project();

CREATE TRIGGER _500_front_fact_meets_project AFTER INSERT ON app.participant_opinion FOR EACH ROW EXECUTE FUNCTION app.tg__front_fact_meets_project();

CREATE TRIGGER _500_front_fact_meets_project AFTER INSERT ON app.plan_submission FOR EACH ROW EXECUTE FUNCTION app.tg__front_fact_meets_project();

CREATE TRIGGER _500_front_fact_meets_project AFTER INSERT ON app.survey_record FOR EACH ROW EXECUTE FUNCTION app.tg__front_fact_meets_project();

CREATE TRIGGER _500_gate_exception_goes_its_way AFTER INSERT OR UPDATE ON app.gate_exception FOR EACH ROW EXECUTE FUNCTION app.tg__gate_exception_goes_its_way();

CREATE TRIGGER _500_handover_asset_is_listed_in_time AFTER INSERT ON app.handover_asset FOR EACH ROW EXECUTE FUNCTION app.tg__handover_asset_is_listed_in_time();

CREATE TRIGGER _500_handover_exemption_voice_is_its_partys_own AFTER INSERT ON app.handover_exemption_voice FOR EACH ROW EXECUTE FUNCTION app.tg__handover_exemption_voice_is_its_partys_own();

CREATE TRIGGER _500_handover_signature_is_its_partys_own AFTER INSERT ON app.handover_signature FOR EACH ROW EXECUTE FUNCTION app.tg__handover_signature_is_its_partys_own();

CREATE TRIGGER _500_issue_escalation_has_its_ground AFTER INSERT ON app.issue_escalation FOR EACH ROW EXECUTE FUNCTION app.tg__issue_escalation_has_its_ground();

CREATE TRIGGER _500_issue_part_comes_with_it AFTER INSERT ON app.issue_contact FOR EACH ROW EXECUTE FUNCTION app.tg__issue_part_comes_with_it();

CREATE TRIGGER _500_issue_part_comes_with_it AFTER INSERT ON app.issue_photo FOR EACH ROW EXECUTE FUNCTION app.tg__issue_part_comes_with_it();

CREATE TRIGGER _500_issue_regrading_takes_effect AFTER INSERT OR UPDATE ON app.issue_regrading FOR EACH ROW EXECUTE FUNCTION app.tg__issue_regrading_takes_effect();

CREATE TRIGGER _500_log_photo_comes_with_its_log AFTER INSERT ON app.log_photo FOR EACH ROW EXECUTE FUNCTION app.tg__log_photo_comes_with_its_log();

CREATE TRIGGER _500_log_quantity_stays_within_bill AFTER INSERT ON app.log_quantity FOR EACH ROW EXECUTE FUNCTION app.tg__log_quantity_stays_within_bill();

CREATE TRIGGER _500_management_form_is_of_the_policy AFTER INSERT ON app.management_form FOR EACH ROW EXECUTE FUNCTION app.tg__management_form_is_of_the_policy();

CREATE TRIGGER _500_money_statement_covers_what_was_paid AFTER INSERT ON app.determination FOR EACH ROW EXECUTE FUNCTION app.tg__money_statement_covers_what_was_paid();

CREATE TRIGGER _500_objection_meets_project AFTER INSERT OR UPDATE ON app.objection FOR EACH ROW EXECUTE FUNCTION app.tg__objection_meets_project();

CREATE TRIGGER _500_paper_delivery_follows_the_handover AFTER INSERT ON app.paper_delivery FOR EACH ROW EXECUTE FUNCTION app.tg__paper_delivery_follows_the_handover();

CREATE TRIGGER _500_paper_is_recorded_by_its_body AFTER INSERT ON app.paper FOR EACH ROW EXECUTE FUNCTION app.tg__paper_is_recorded_by_its_body();

CREATE TRIGGER _500_payment_stays_within_its_claim AFTER INSERT ON app.payment FOR EACH ROW EXECUTE FUNCTION app.tg__payment_stays_within_its_claim();

CREATE TRIGGER _500_payment_stays_within_log_and_contract AFTER INSERT ON app.payment_claim_line FOR EACH ROW EXECUTE FUNCTION app.tg__payment_stays_within_log_and_contract();

CREATE TRIGGER _500_payment_term_is_not_too_long AFTER INSERT ON app.payment_term FOR EACH ROW EXECUTE FUNCTION app.tg__payment_term_is_not_too_long();

CREATE TRIGGER _500_plan_approval_follows_its_chain AFTER INSERT ON app.plan_approval FOR EACH ROW EXECUTE FUNCTION app.tg__plan_approval_follows_its_chain();

CREATE TRIGGER _500_posting_meets_project AFTER INSERT OR UPDATE ON app.posting FOR EACH ROW EXECUTE FUNCTION app.tg__posting_meets_project();

CREATE TRIGGER _500_procedure_decision_meets_project AFTER INSERT ON app.procedure_decision FOR EACH ROW EXECUTE FUNCTION app.tg__procedure_decision_meets_project();

CREATE TRIGGER _500_receipt_meets_project AFTER INSERT ON app.receipt FOR EACH ROW EXECUTE FUNCTION app.tg__receipt_meets_project();

CREATE TRIGGER _500_reduction_is_asked AFTER INSERT ON app.scheme_reduction FOR EACH ROW EXECUTE FUNCTION app.tg__reduction_is_asked();

CREATE TRIGGER _500_reduction_is_decided AFTER INSERT ON app.scheme_reduction_decision FOR EACH ROW EXECUTE FUNCTION app.tg__reduction_is_decided();

CREATE TRIGGER _500_retention_holding_is_the_agreed_share AFTER INSERT ON app.retention_holding FOR EACH ROW EXECUTE FUNCTION app.tg__retention_holding_is_the_agreed_share();

CREATE TRIGGER _500_retention_release_has_its_day AFTER INSERT ON app.retention_release FOR EACH ROW EXECUTE FUNCTION app.tg__retention_release_has_its_day();

CREATE TRIGGER _500_retention_stays_within_the_share AFTER INSERT ON app.retention FOR EACH ROW EXECUTE FUNCTION app.tg__retention_stays_within_the_share();

CREATE TRIGGER _500_scheme_is_recorded_before_its_vote AFTER INSERT ON app.funding_plan FOR EACH ROW EXECUTE FUNCTION app.tg__scheme_is_recorded_before_its_vote();

CREATE TRIGGER _500_scheme_is_recorded_before_its_vote AFTER INSERT ON app.works_item FOR EACH ROW EXECUTE FUNCTION app.tg__scheme_is_recorded_before_its_vote();

CREATE TRIGGER _500_scope_finding_meets_project AFTER INSERT ON app.determination FOR EACH ROW EXECUTE FUNCTION app.tg__scope_finding_meets_project();

CREATE TRIGGER _500_separation_is_decided AFTER INSERT ON app.package_separation FOR EACH ROW EXECUTE FUNCTION app.tg__separation_is_decided();

CREATE TRIGGER _500_severe_issue_holds_acceptance AFTER INSERT OR UPDATE ON app.issue FOR EACH ROW EXECUTE FUNCTION app.tg__severe_issue_holds_acceptance();

CREATE TRIGGER _500_sign_in_begins_anew AFTER INSERT OR UPDATE ON app.district_body FOR EACH STATEMENT EXECUTE FUNCTION auth.tg__sign_in_begins_anew();

CREATE TRIGGER _500_subsidy_payment_stays_within_the_statement AFTER INSERT ON app.subsidy_payment FOR EACH ROW EXECUTE FUNCTION app.tg__subsidy_payment_stays_within_the_statement();

CREATE TRIGGER _500_termination_is_proposed AFTER INSERT ON app.termination_proposal FOR EACH ROW EXECUTE FUNCTION app.tg__termination_is_proposed();

CREATE TRIGGER _500_true_up_counts_what_was_paid AFTER INSERT ON app.true_up FOR EACH ROW EXECUTE FUNCTION app.tg__true_up_counts_what_was_paid();

CREATE TRIGGER _500_volunteer_has_no_engagement AFTER INSERT OR UPDATE ON app.volunteer FOR EACH ROW EXECUTE FUNCTION app.tg__volunteer_has_no_engagement();

CREATE TRIGGER _500_warranty_is_of_its_project AFTER INSERT ON app.warranty FOR EACH ROW EXECUTE FUNCTION app.tg__warranty_is_of_its_project();

CREATE TRIGGER _505_paper_is_a_document AFTER INSERT ON app.paper FOR EACH ROW EXECUTE FUNCTION app.tg__paper_is_a_document();

CREATE TRIGGER _510_acceptance_round_has_its_notice AFTER INSERT ON app.acceptance_round FOR EACH ROW EXECUTE FUNCTION app.tg__acceptance_round_has_its_notice();

CREATE TRIGGER _510_bill_meets_permit AFTER INSERT ON app.bill_line FOR EACH ROW EXECUTE FUNCTION app.tg__bill_meets_permit();

CREATE TRIGGER _510_budget_follows_the_funding_plan AFTER INSERT OR UPDATE ON app.project_budget FOR EACH ROW EXECUTE FUNCTION app.tg__budget_follows_the_funding_plan();

CREATE TRIGGER _510_contract_is_what_was_awarded AFTER INSERT ON app.contract FOR EACH ROW EXECUTE FUNCTION app.tg__contract_is_what_was_awarded();

CREATE TRIGGER _510_issue_goes_up AFTER UPDATE ON app.issue FOR EACH ROW EXECUTE FUNCTION app.tg__issue_goes_up();

CREATE TRIGGER _510_opinion_is_within_its_letter AFTER INSERT ON app.acceptance_opinion FOR EACH ROW EXECUTE FUNCTION app.tg__opinion_is_within_its_letter();

CREATE TRIGGER _510_packages_stay_within_budget AFTER INSERT OR UPDATE ON app.package FOR EACH ROW EXECUTE FUNCTION app.tg__packages_stay_within_budget();

CREATE TRIGGER _510_paper_kind_has_its_bytes AFTER INSERT ON app.paper FOR EACH ROW EXECUTE FUNCTION app.tg__paper_kind_has_its_bytes();

CREATE TRIGGER _510_plan_meets_the_budget AFTER INSERT ON app.funding_plan FOR EACH ROW EXECUTE FUNCTION app.tg__plan_meets_the_budget();

CREATE TRIGGER _510_receipt_is_of_a_household AFTER INSERT ON app.receipt FOR EACH ROW EXECUTE FUNCTION app.tg__receipt_is_of_a_household();

CREATE TRIGGER _510_receipt_meets_true_up AFTER INSERT ON app.receipt FOR EACH ROW EXECUTE FUNCTION app.tg__receipt_meets_true_up();

CREATE TRIGGER _510_register_unit_area_is_plausible AFTER INSERT ON app.register_unit FOR EACH ROW EXECUTE FUNCTION app.tg__register_unit_area_is_plausible();

CREATE TRIGGER _510_true_up_is_the_households_share AFTER INSERT ON app.true_up FOR EACH ROW EXECUTE FUNCTION app.tg__true_up_is_the_households_share();

CREATE TRIGGER _510_warranty_ends_with_its_season AFTER INSERT ON app.warranty FOR EACH ROW EXECUTE FUNCTION app.tg__warranty_ends_with_its_season();

CREATE TRIGGER _520_acceptance_paper_follows_the_works AFTER INSERT ON app.paper FOR EACH ROW EXECUTE FUNCTION app.tg__acceptance_paper_follows_the_works();

CREATE TRIGGER _520_digging_waits_for_the_no_dig_period AFTER INSERT ON app.log_quantity FOR EACH ROW EXECUTE FUNCTION app.tg__digging_waits_for_the_no_dig_period();

CREATE TRIGGER _520_front_fact_is_brought_by_its_body AFTER UPDATE ON app.project FOR EACH ROW WHEN (((old.account_number IS DISTINCT FROM new.account_number) OR (old.account_opened_on IS DISTINCT FROM new.account_opened_on))) EXECUTE FUNCTION app.tg__front_fact_is_brought_by_its_body('construction_unit');

CREATE TRIGGER _520_handover_links_are_few AFTER INSERT ON app.handover_signature FOR EACH ROW EXECUTE FUNCTION app.tg__handover_links_are_few();

CREATE TRIGGER _520_scheme_is_decided_in_its_time AFTER INSERT ON app.funding_plan FOR EACH ROW EXECUTE FUNCTION app.tg__scheme_is_decided_in_its_time();

CREATE TRIGGER _520_works_kind_is_of_its_class AFTER INSERT ON app.works_item FOR EACH ROW EXECUTE FUNCTION app.tg__works_kind_is_of_its_class();

CREATE TRIGGER _521_front_fact_is_brought_by_its_body AFTER UPDATE ON app.project FOR EACH ROW WHEN ((old.project_code IS DISTINCT FROM new.project_code)) EXECUTE FUNCTION app.tg__front_fact_is_brought_by_its_body('construction_unit', 'renovation_office');

CREATE TRIGGER _522_front_fact_is_brought_by_its_body AFTER UPDATE ON app.project FOR EACH ROW WHEN (((old.works_began_on IS DISTINCT FROM new.works_began_on) OR ((old.state <> new.state) AND (new.state = 'S14'::text)))) EXECUTE FUNCTION app.tg__front_fact_is_brought_by_its_body('construction_unit', 'agent_construction');

CREATE TRIGGER _523_front_fact_is_brought_by_its_body AFTER UPDATE ON app.project FOR EACH ROW WHEN (((old.state <> new.state) AND (new.state = 'S15'::text))) EXECUTE FUNCTION app.tg__front_fact_is_brought_by_its_body('contractor', 'epc_contractor');

CREATE TRIGGER _524_front_fact_is_brought_by_its_body AFTER UPDATE ON app.project FOR EACH ROW WHEN (((old.state <> new.state) AND (new.state <> ALL (ARRAY['S14'::text, 'S15'::text])))) EXECUTE FUNCTION app.tg__front_fact_is_brought_by_its_body('construction_unit', 'renovation_office', 'leading_group');

CREATE TRIGGER _525_paper_serves_one_kind AFTER INSERT ON app.paper FOR EACH ROW EXECUTE FUNCTION app.tg__paper_serves_one_kind();

CREATE TRIGGER _525_project_is_moved_by_its_body AFTER UPDATE ON app.project FOR EACH ROW EXECUTE FUNCTION app.tg__project_is_moved_by_its_body();

CREATE TRIGGER _530_budget_approval_has_one_total AFTER INSERT ON app.paper FOR EACH ROW EXECUTE FUNCTION app.tg__budget_approval_has_one_total();

CREATE TRIGGER _530_handover_paper_is_of_its_party AFTER INSERT ON app.paper FOR EACH ROW EXECUTE FUNCTION app.tg__handover_paper_is_of_its_party();

CREATE TRIGGER _530_launch_paper_is_of_its_scheme AFTER INSERT ON app.paper FOR EACH ROW EXECUTE FUNCTION app.tg__launch_paper_is_of_its_scheme();

CREATE TRIGGER _530_notice_receipt_answers_its_notice AFTER INSERT ON app.paper FOR EACH ROW WHEN (((new.kind = 'acceptance_notice_receipt'::text) AND (new.subject_kind = 'project'::text))) EXECUTE FUNCTION app.tg__notice_receipt_answers_its_notice();

CREATE CONSTRAINT TRIGGER _600_acceptance_certificate AFTER INSERT ON app.acceptance_certificate DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__acceptance_certificate();

CREATE CONSTRAINT TRIGGER _600_acceptance_round_has_its_seats AFTER INSERT ON app.acceptance_round DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__acceptance_round_has_its_seats();

CREATE CONSTRAINT TRIGGER _600_anonymous_report_is_counted AFTER INSERT ON app.issue DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__anonymous_report_is_counted();

CREATE CONSTRAINT TRIGGER _600_certified_claim_holds_its_retention AFTER UPDATE ON app.payment_claim DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.state = 'certified'::text)) EXECUTE FUNCTION app.tg__certified_claim_holds_its_retention();

CREATE CONSTRAINT TRIGGER _600_filing_has_its_documents AFTER INSERT ON app.filing DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__filing_has_its_documents();

CREATE TRIGGER _600_household_shares_are_fixed AFTER INSERT ON app.final_account FOR EACH ROW EXECUTE FUNCTION app.tg__household_shares_are_fixed();

CREATE CONSTRAINT TRIGGER _600_payment_claim_is_the_sum_of_its_lines AFTER INSERT ON app.payment_claim DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__payment_claim_is_the_sum_of_its_lines();

CREATE CONSTRAINT TRIGGER _600_project_closing_closes AFTER INSERT ON app.project_closing DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__project_closing_closes();

CREATE CONSTRAINT TRIGGER _600_warranty_claim_starts_its_clock AFTER INSERT ON app.warranty_claim DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__warranty_claim_starts_its_clock();

CREATE CONSTRAINT TRIGGER _610_certified_claim_starts_its_clock AFTER UPDATE ON app.payment_claim DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.state = 'certified'::text)) EXECUTE FUNCTION app.tg__certified_claim_starts_its_clock();

CREATE CONSTRAINT TRIGGER _800_import_names_its_evidence AFTER INSERT ON app.project DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__import_names_its_evidence();

CREATE TRIGGER _800_replay_is_of_a_standing_webhook AFTER INSERT ON app.webhook_replay FOR EACH ROW EXECUTE FUNCTION app.tg__replay_is_of_a_standing_webhook();

CREATE TRIGGER _800_webhook_begins AFTER INSERT ON app.webhook FOR EACH ROW EXECUTE FUNCTION app.tg__webhook_begins();

CREATE CONSTRAINT TRIGGER _800_works_contract_has_its_bill AFTER INSERT ON app.contract DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__works_contract_has_its_bill();

CREATE CONSTRAINT TRIGGER _810_direct_contract_stays_within_the_scheme AFTER INSERT ON app.contract DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__direct_contract_stays_within_the_scheme();

CREATE CONSTRAINT TRIGGER _820_bill_covers_its_items AFTER INSERT ON app.contract DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__bill_covers_its_items();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.acceptance_answer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.acceptance_certificate DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.acceptance_delegation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.acceptance_dossier DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.acceptance_opinion DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.acceptance_round DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.acceptance_seat DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.acceptance_sitting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.anonymous_report DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.archive_package DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.archive_receipt DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.award_withdrawal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.ballot DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.ballot_count DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.ballot_question DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.ballot_result DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.ballot_slip DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.bill_addition DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.bill_line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.change_order DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.change_order_decision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.change_order_line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.change_order_opinion DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.clock DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.community DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.community_body DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.completion_report DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.compliant_kind DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.consultation_step DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.contract DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.contract_bond DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.contract_termination DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.covering_notice DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.custody DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.daily_log DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.defect_liability DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.delivery_mode DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.determination DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.digging_line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.district_body DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.disturbance DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.engagement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.excavation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.filing DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.filing_document DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.final_account DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.funding_plan DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.gate_exception DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.handover DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.handover_asset DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.handover_document DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.handover_exemption_voice DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.handover_signature DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.imported_evidence DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.inspection_lot DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.inspection_lot_predecessor DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.issue DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.issue_contact DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.issue_escalation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.issue_photo DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.issue_regrading DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.log_photo DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.log_quantity DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.management_form DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.no_dig_notice DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.objection DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.owners_body DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.package DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.package_separation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.paper DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.paper_delivery DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.participant_opinion DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.payment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.payment_claim DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.payment_claim_line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.payment_term DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.plan_approval DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.plan_submission DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.posting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.procedure_decision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.project DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.project_budget DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.project_closing DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.rebuilding DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.receipt DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.register_file DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.register_import DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.register_owner DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.register_owner_detail DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.register_unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.retention DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.retention_holding DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.retention_release DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.routine DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.scheme_reduction DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.scheme_reduction_decision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.site_staff DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.slip_correction DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.slip_recheck DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.special_works DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.staff_attendance DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.subsidy_payment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.supervision_visit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.survey_record DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.tender_award DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.tender_exemption DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.termination_proposal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.true_up DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.unit_confirmation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.volunteer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.warranty DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.warranty_claim DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.webhook DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.webhook_replay DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.works_item DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.yearly_allotment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT OR UPDATE ON app.yearly_duty DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _910_ballot_asks_its_questions AFTER INSERT ON app.ballot DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__ballot_asks_its_questions();

CREATE CONSTRAINT TRIGGER _910_count_answers_every_question AFTER INSERT ON app.ballot_count DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__count_answers_every_question();

CREATE CONSTRAINT TRIGGER _910_funding_plan_is_of_its_items AFTER INSERT ON app.funding_plan DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__funding_plan_is_of_its_items();

CREATE CONSTRAINT TRIGGER _910_register_totals_are_of_its_units AFTER INSERT OR UPDATE ON app.register_import DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__register_totals_are_of_its_units();

CREATE CONSTRAINT TRIGGER _910_result_is_its_tally AFTER INSERT ON app.ballot_result DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__result_is_its_tally();

CREATE CONSTRAINT TRIGGER _920_imported_scheme_is_within_the_scope AFTER INSERT ON app.funding_plan DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.tg__imported_scheme_is_within_the_scope();

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.acceptance_answer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_answer', '{acceptance_answer_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.acceptance_certificate REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_certificate', '{acceptance_certificate_id}', '{}', '{dossier_sha256,sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.acceptance_delegation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_delegation', '{acceptance_seat_id,number}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.acceptance_dossier REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_dossier', '{acceptance_dossier_id}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.acceptance_opinion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_opinion', '{acceptance_opinion_id}', '{}', '{dossier_sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.acceptance_round REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_round', '{acceptance_round_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.acceptance_seat REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_seat', '{acceptance_seat_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.acceptance_sitting REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_sitting', '{acceptance_seat_id,number}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.anonymous_report REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.anonymous_report', '{issue_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.archive_package REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.archive_package', '{archive_package_id}', '{}', '{manifest_sha256,sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.archive_receipt REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.archive_receipt', '{archive_package_id}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.award_withdrawal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.award_withdrawal', '{award_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.ballot REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.ballot', '{ballot_id}', '{}', '{plan_sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.ballot_count REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.ballot_count', '{count_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.ballot_question REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.ballot_question', '{ballot_id,ordinal}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.ballot_result REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.ballot_result', '{count_id,ordinal}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.ballot_slip REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.ballot_slip', '{slip_id}', '{}', '{proxy_sha256,scan_sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.bill_addition REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.bill_addition', '{bill_addition_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.bill_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.bill_line', '{bill_line_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.change_order REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.change_order', '{change_order_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.change_order_decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.change_order_decision', '{change_order_id,level}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.change_order_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.change_order_line', '{change_order_id,bill_line_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.change_order_opinion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.change_order_opinion', '{change_order_id,role}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.clock REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.clock', '{clock_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.community REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.community', '{community_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.community_body REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.community_body', '{community_body_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.completion_report REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.completion_report', '{contract_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.compliant_kind REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.compliant_kind', '{project_id,kind}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.consultation_step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.consultation_step', '{step_id}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.contract REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.contract', '{contract_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.contract_bond REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.contract_bond', '{contract_bond_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.contract_termination REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.contract_termination', '{contract_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.covering_notice REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.covering_notice', '{inspection_lot_id,round}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.custody REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.custody', '{project_id,kind}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.daily_log REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.daily_log', '{daily_log_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.defect_liability REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.defect_liability', '{contract_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.delivery_mode REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.delivery_mode', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.determination REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.determination', '{determination_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.digging_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.digging_line', '{bill_line_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.district_body REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.district_body', '{body,valid_from}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.disturbance REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.disturbance', '{disturbance_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.engagement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.engagement', '{engagement_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.excavation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.excavation', '{excavation_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.filing REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.filing', '{filing_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.filing_document REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.filing_document', '{filing_id,document}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.final_account REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.final_account', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.funding_plan REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.funding_plan', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.gate_exception REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.gate_exception', '{gate_exception_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.handover REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.handover', '{handover_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.handover_asset REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.handover_asset', '{asset_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.handover_document REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.handover_document', '{handover_id,round,document}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.handover_exemption_voice REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.handover_exemption_voice', '{exemption_id,party}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.handover_signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.handover_signature', '{handover_id,round,party}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.imported_evidence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.imported_evidence', '{project_id,requirement}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.inspection_lot REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.inspection_lot', '{inspection_lot_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.inspection_lot_predecessor REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.inspection_lot_predecessor', '{inspection_lot_id,predecessor_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.issue REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.issue', '{issue_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.issue_contact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.issue_contact', '{issue_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.issue_escalation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.issue_escalation', '{issue_id,ground}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.issue_photo REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.issue_photo', '{issue_id,sha256,op_id}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.issue_regrading REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.issue_regrading', '{issue_regrading_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.log_photo REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.log_photo', '{daily_log_id,revision,sha256}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.log_quantity REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.log_quantity', '{daily_log_id,revision,bill_line_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.management_form REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.management_form', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.no_dig_notice REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.no_dig_notice', '{no_dig_notice_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.objection REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.objection', '{objection_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.owners_body REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.owners_body', '{owners_body_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.package REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.package', '{package_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.package_separation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.package_separation', '{separation_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.paper REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.paper', '{paper_id}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.paper_delivery REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.paper_delivery', '{paper_delivery_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.participant_opinion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.participant_opinion', '{participant_opinion_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.payment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.payment', '{payment_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.payment_claim REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.payment_claim', '{payment_claim_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.payment_claim_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.payment_claim_line', '{payment_claim_id,bill_line_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.payment_term REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.payment_term', '{contract_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.plan_approval REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.plan_approval', '{project_id,ordinal}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.plan_submission REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.plan_submission', '{project_id,plan_year}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.posting REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.posting', '{posting_id}', '{}', '{photo_sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.procedure_decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.procedure_decision', '{project_id,procedure}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.project REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.project', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.project_budget REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.project_budget', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.project_closing REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.project_closing', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.rebuilding REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.rebuilding', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.receipt REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.receipt', '{receipt_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.register_file REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.register_file', '{import_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.register_import REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.register_import', '{import_id}', '{}', '{file_sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.register_owner REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.register_owner', '{owner_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.register_owner_detail REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.register_owner_detail', '{owner_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.register_unit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.register_unit', '{unit_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.retention REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.retention', '{contract_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.retention_holding REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.retention_holding', '{payment_claim_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.retention_release REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.retention_release', '{retention_release_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.routine REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.routine', '{routine_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.scheme_reduction REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.scheme_reduction', '{reduction_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.scheme_reduction_decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.scheme_reduction_decision', '{reduction_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.site_staff REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.site_staff', '{site_staff_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.slip_correction REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.slip_correction', '{count_id,slip_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.slip_recheck REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.slip_recheck', '{recheck_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.special_works REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.special_works', '{special_works_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.staff_attendance REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.staff_attendance', '{site_staff_id,day}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.subsidy_payment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.subsidy_payment', '{subsidy_payment_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.supervision_visit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.supervision_visit', '{supervision_visit_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.survey_record REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.survey_record', '{survey_record_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.tender_award REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.tender_award', '{award_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.tender_exemption REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.tender_exemption', '{exemption_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.termination_proposal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.termination_proposal', '{proposal_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.true_up REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.true_up', '{project_id,household}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.unit_confirmation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.unit_confirmation', '{organisation_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.volunteer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.volunteer', '{volunteer_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.warranty REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.warranty', '{warranty_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.warranty_claim REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.warranty_claim', '{warranty_claim_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.webhook REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.webhook', '{webhook_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.webhook_replay REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.webhook_replay', '{replay_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.works_item REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.works_item', '{works_item_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.yearly_allotment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.yearly_allotment', '{yearly_allotment_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON app.yearly_duty REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.yearly_duty', '{yearly_duty_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.acceptance_answer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_answer', '{acceptance_answer_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.acceptance_certificate REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_certificate', '{acceptance_certificate_id}', '{}', '{dossier_sha256,sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.acceptance_delegation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_delegation', '{acceptance_seat_id,number}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.acceptance_dossier REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_dossier', '{acceptance_dossier_id}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.acceptance_opinion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_opinion', '{acceptance_opinion_id}', '{}', '{dossier_sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.acceptance_round REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_round', '{acceptance_round_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.acceptance_seat REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_seat', '{acceptance_seat_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.acceptance_sitting REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.acceptance_sitting', '{acceptance_seat_id,number}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.anonymous_report REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.anonymous_report', '{issue_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.archive_package REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.archive_package', '{archive_package_id}', '{}', '{manifest_sha256,sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.archive_receipt REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.archive_receipt', '{archive_package_id}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.award_withdrawal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.award_withdrawal', '{award_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.ballot REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.ballot', '{ballot_id}', '{}', '{plan_sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.ballot_count REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.ballot_count', '{count_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.ballot_question REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.ballot_question', '{ballot_id,ordinal}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.ballot_result REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.ballot_result', '{count_id,ordinal}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.ballot_slip REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.ballot_slip', '{slip_id}', '{}', '{proxy_sha256,scan_sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.bill_addition REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.bill_addition', '{bill_addition_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.bill_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.bill_line', '{bill_line_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.change_order REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.change_order', '{change_order_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.change_order_decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.change_order_decision', '{change_order_id,level}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.change_order_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.change_order_line', '{change_order_id,bill_line_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.change_order_opinion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.change_order_opinion', '{change_order_id,role}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.clock REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.clock', '{clock_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.community REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.community', '{community_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.community_body REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.community_body', '{community_body_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.completion_report REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.completion_report', '{contract_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.compliant_kind REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.compliant_kind', '{project_id,kind}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.consultation_step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.consultation_step', '{step_id}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.contract REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.contract', '{contract_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.contract_bond REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.contract_bond', '{contract_bond_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.contract_termination REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.contract_termination', '{contract_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.covering_notice REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.covering_notice', '{inspection_lot_id,round}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.custody REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.custody', '{project_id,kind}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.daily_log REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.daily_log', '{daily_log_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.defect_liability REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.defect_liability', '{contract_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.delivery_mode REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.delivery_mode', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.determination REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.determination', '{determination_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.digging_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.digging_line', '{bill_line_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.district_body REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.district_body', '{body,valid_from}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.disturbance REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.disturbance', '{disturbance_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.engagement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.engagement', '{engagement_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.excavation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.excavation', '{excavation_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.filing REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.filing', '{filing_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.filing_document REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.filing_document', '{filing_id,document}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.final_account REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.final_account', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.funding_plan REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.funding_plan', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.gate_exception REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.gate_exception', '{gate_exception_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.handover REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.handover', '{handover_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.handover_asset REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.handover_asset', '{asset_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.handover_document REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.handover_document', '{handover_id,round,document}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.handover_exemption_voice REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.handover_exemption_voice', '{exemption_id,party}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.handover_signature REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.handover_signature', '{handover_id,round,party}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.imported_evidence REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.imported_evidence', '{project_id,requirement}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.inspection_lot REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.inspection_lot', '{inspection_lot_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.inspection_lot_predecessor REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.inspection_lot_predecessor', '{inspection_lot_id,predecessor_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.issue REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.issue', '{issue_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.issue_contact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.issue_contact', '{issue_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.issue_escalation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.issue_escalation', '{issue_id,ground}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.issue_photo REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.issue_photo', '{issue_id,sha256,op_id}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.issue_regrading REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.issue_regrading', '{issue_regrading_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.log_photo REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.log_photo', '{daily_log_id,revision,sha256}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.log_quantity REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.log_quantity', '{daily_log_id,revision,bill_line_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.management_form REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.management_form', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.no_dig_notice REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.no_dig_notice', '{no_dig_notice_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.objection REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.objection', '{objection_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.owners_body REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.owners_body', '{owners_body_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.package REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.package', '{package_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.package_separation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.package_separation', '{separation_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.paper REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.paper', '{paper_id}', '{}', '{sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.paper_delivery REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.paper_delivery', '{paper_delivery_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.participant_opinion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.participant_opinion', '{participant_opinion_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.payment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.payment', '{payment_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.payment_claim REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.payment_claim', '{payment_claim_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.payment_claim_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.payment_claim_line', '{payment_claim_id,bill_line_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.payment_term REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.payment_term', '{contract_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.plan_approval REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.plan_approval', '{project_id,ordinal}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.plan_submission REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.plan_submission', '{project_id,plan_year}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.posting REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.posting', '{posting_id}', '{}', '{photo_sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.procedure_decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.procedure_decision', '{project_id,procedure}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.project REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.project', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.project_budget REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.project_budget', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.project_closing REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.project_closing', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.rebuilding REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.rebuilding', '{project_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.receipt REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.receipt', '{receipt_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.register_file REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.register_file', '{import_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.register_import REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.register_import', '{import_id}', '{}', '{file_sha256}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.register_owner REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.register_owner', '{owner_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.register_owner_detail REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.register_owner_detail', '{owner_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.register_unit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.register_unit', '{unit_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.retention REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.retention', '{contract_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.retention_holding REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.retention_holding', '{payment_claim_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.retention_release REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.retention_release', '{retention_release_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.routine REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.routine', '{routine_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.scheme_reduction REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.scheme_reduction', '{reduction_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.scheme_reduction_decision REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.scheme_reduction_decision', '{reduction_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.site_staff REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.site_staff', '{site_staff_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.slip_correction REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.slip_correction', '{count_id,slip_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.slip_recheck REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.slip_recheck', '{recheck_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.special_works REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.special_works', '{special_works_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.staff_attendance REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.staff_attendance', '{site_staff_id,day}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.subsidy_payment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.subsidy_payment', '{subsidy_payment_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.supervision_visit REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.supervision_visit', '{supervision_visit_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.survey_record REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.survey_record', '{survey_record_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.tender_award REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.tender_award', '{award_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.tender_exemption REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.tender_exemption', '{exemption_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.termination_proposal REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.termination_proposal', '{proposal_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.true_up REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.true_up', '{project_id,household}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.unit_confirmation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.unit_confirmation', '{organisation_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.volunteer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.volunteer', '{volunteer_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.warranty REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.warranty', '{warranty_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.warranty_claim REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.warranty_claim', '{warranty_claim_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.webhook REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.webhook', '{webhook_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.webhook_replay REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.webhook_replay', '{replay_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.works_item REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.works_item', '{works_item_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.yearly_allotment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.yearly_allotment', '{yearly_allotment_id}', '{}', '{}', 'district');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON app.yearly_duty REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('app.yearly_duty', '{yearly_duty_id}', '{}', '{}', 'district');

CREATE TRIGGER _100_demo_clock_is_of_a_demonstration BEFORE INSERT ON auth.demo_clock FOR EACH ROW EXECUTE FUNCTION auth.tg__demo_clock_is_of_a_demonstration();

CREATE TRIGGER _100_signing_key_only_ends BEFORE DELETE OR UPDATE ON auth.signing_key FOR EACH ROW EXECUTE FUNCTION auth.tg__signing_key_only_ends();

CREATE TRIGGER _200_control_link_waits_for_engagements BEFORE INSERT ON auth.control_link FOR EACH ROW EXECUTE FUNCTION auth.tg__control_link_waits_for_engagements();

CREATE TRIGGER _200_organisation_facilities_are_recorded_by_the_office BEFORE INSERT ON auth.organisation FOR EACH ROW EXECUTE FUNCTION auth.tg__organisation_facilities_are_recorded_by_the_office();

CREATE TRIGGER _500_appointment_keeps_volunteers_free AFTER INSERT OR UPDATE ON auth.appointment FOR EACH ROW EXECUTE FUNCTION app.tg__appointment_keeps_volunteers_free();

CREATE TRIGGER _500_control_link_reaches_engagements AFTER INSERT ON auth.control_link FOR EACH ROW EXECUTE FUNCTION auth.tg__control_link_reaches_engagements();

CREATE TRIGGER _800_sign_in_begins_anew AFTER DELETE OR UPDATE ON auth.appointment FOR EACH STATEMENT EXECUTE FUNCTION auth.tg__sign_in_begins_anew();

CREATE TRIGGER _800_sign_in_begins_anew AFTER INSERT OR DELETE OR UPDATE ON auth.demo_clock FOR EACH STATEMENT EXECUTE FUNCTION auth.tg__sign_in_begins_anew();

CREATE TRIGGER _800_sign_in_begins_anew AFTER UPDATE ON auth.organisation FOR EACH STATEMENT EXECUTE FUNCTION auth.tg__sign_in_begins_anew();

CREATE TRIGGER _800_sign_in_begins_anew AFTER UPDATE ON auth.person FOR EACH STATEMENT EXECUTE FUNCTION auth.tg__sign_in_begins_anew();

CREATE TRIGGER _800_sign_in_begins_anew AFTER INSERT OR DELETE OR UPDATE ON auth.role_reach FOR EACH STATEMENT EXECUTE FUNCTION auth.tg__sign_in_begins_anew();

CREATE TRIGGER _800_sign_in_begins_anew AFTER DELETE OR UPDATE ON auth.token FOR EACH STATEMENT EXECUTE FUNCTION auth.tg__sign_in_begins_anew();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT ON auth.appointment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION auth.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT ON auth.control_link DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION auth.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT ON auth.organisation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION auth.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT ON auth.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION auth.tg__no_event_no_commit();

CREATE CONSTRAINT TRIGGER _900_no_event_no_commit AFTER INSERT ON auth.signing_key DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION auth.tg__no_event_no_commit();

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON auth.appointment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('auth.appointment', '{appointment_id}', '{}', '{}', 'recorded_in');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON auth.control_link REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('auth.control_link', '{organisation_id,controlled_id,valid_from}', '{}', '{}', 'recorded_in');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON auth.organisation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('auth.organisation', '{organisation_id}', '{}', '{}', 'recorded_in');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON auth.person REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('auth.person', '{person_id}', '{password_form,password_verifier,one_time_secret,one_time_step}', '{}', 'recorded_in');

CREATE TRIGGER _950_row_is_bound_on_insert AFTER INSERT ON auth.signing_key REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('auth.signing_key', '{key_id}', '{}', '{}', 'recorded_in');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON auth.appointment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('auth.appointment', '{appointment_id}', '{}', '{}', 'recorded_in');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON auth.control_link REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('auth.control_link', '{organisation_id,controlled_id,valid_from}', '{}', '{}', 'recorded_in');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON auth.organisation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('auth.organisation', '{organisation_id}', '{}', '{}', 'recorded_in');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON auth.person REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('auth.person', '{person_id}', '{password_form,password_verifier,one_time_secret,one_time_step}', '{}', 'recorded_in');

CREATE TRIGGER _950_row_is_bound_on_update AFTER UPDATE ON auth.signing_key REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__row_is_bound('auth.signing_key', '{key_id}', '{}', '{}', 'recorded_in');

CREATE TRIGGER _100_job_takes_its_key BEFORE INSERT ON jobs.job FOR EACH ROW WHEN (((new.unique_key IS NOT NULL) AND (new.created_at = now()))) EXECUTE FUNCTION jobs.tg__job_takes_its_key();

CREATE TRIGGER _200_jobs_are_routed AFTER INSERT ON jobs.job REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION jobs.tg__jobs_are_routed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON ledger.entry FOR EACH ROW EXECUTE FUNCTION ledger.tg__entry_closes_once();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON ledger."row" FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_truncated BEFORE TRUNCATE ON ledger.entry FOR EACH STATEMENT EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_truncated BEFORE TRUNCATE ON ledger."row" FOR EACH STATEMENT EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _110_version_steps_by_one BEFORE UPDATE ON ledger."row" FOR EACH ROW EXECUTE FUNCTION app.tg__version_steps_by_one();

CREATE TRIGGER _200_event_is_of_ones_own_project BEFORE INSERT ON ledger.entry FOR EACH ROW EXECUTE FUNCTION ledger.tg__event_is_of_ones_own_project();

CREATE CONSTRAINT TRIGGER _950_entry_is_closed_at_commit AFTER INSERT ON ledger.entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.open_at IS NOT NULL)) EXECUTE FUNCTION ledger.tg__entry_is_closed_at_commit();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON policy.edition FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON policy.number FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON policy.pack FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_fact_is_never_changed BEFORE DELETE OR UPDATE ON policy.parameter FOR EACH ROW EXECUTE FUNCTION app.tg__fact_is_never_changed();

CREATE TRIGGER _100_requirement_has_its_function BEFORE INSERT ON policy.parameter FOR EACH ROW EXECUTE FUNCTION app.tg__requirement_has_its_function();

CREATE TRIGGER _950_publication_has_its_events AFTER INSERT ON policy.pack REFERENCING NEW TABLE AS published FOR EACH STATEMENT EXECUTE FUNCTION ledger.tg__publication_has_its_events();

ALTER TABLE ONLY app.acceptance_answer
    ADD CONSTRAINT acceptance_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_answer
    ADD CONSTRAINT acceptance_answer_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.acceptance_answer
    ADD CONSTRAINT acceptance_answer_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_certificate
    ADD CONSTRAINT acceptance_certificate_district_acceptance_round_id_dossie_fkey FOREIGN KEY (district, acceptance_round_id, dossier_sha256) REFERENCES app.acceptance_dossier(district, acceptance_round_id, sha256) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_certificate
    ADD CONSTRAINT acceptance_certificate_district_acceptance_round_id_fkey FOREIGN KEY (district, acceptance_round_id) REFERENCES app.acceptance_round(district, acceptance_round_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_certificate
    ADD CONSTRAINT acceptance_certificate_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.acceptance_certificate
    ADD CONSTRAINT acceptance_certificate_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_delegation
    ADD CONSTRAINT acceptance_delegation_district_acceptance_round_id_fkey FOREIGN KEY (district, acceptance_round_id) REFERENCES app.acceptance_round(district, acceptance_round_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_delegation
    ADD CONSTRAINT acceptance_delegation_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.acceptance_delegation
    ADD CONSTRAINT acceptance_delegation_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_delegation
    ADD CONSTRAINT acceptance_delegation_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_dossier
    ADD CONSTRAINT acceptance_dossier_district_acceptance_round_id_fkey FOREIGN KEY (district, acceptance_round_id) REFERENCES app.acceptance_round(district, acceptance_round_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_dossier
    ADD CONSTRAINT acceptance_dossier_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.acceptance_dossier
    ADD CONSTRAINT acceptance_dossier_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_opinion
    ADD CONSTRAINT acceptance_opinion_district_acceptance_seat_id_fkey FOREIGN KEY (district, acceptance_seat_id) REFERENCES app.acceptance_seat(district, acceptance_seat_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_opinion
    ADD CONSTRAINT acceptance_opinion_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.acceptance_opinion
    ADD CONSTRAINT acceptance_opinion_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_opinion
    ADD CONSTRAINT acceptance_opinion_is_over_a_frozen_dossier FOREIGN KEY (district, acceptance_round_id, dossier_sha256) REFERENCES app.acceptance_dossier(district, acceptance_round_id, sha256) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_opinion
    ADD CONSTRAINT acceptance_opinion_key_id_fkey FOREIGN KEY (key_id) REFERENCES auth.signing_key(key_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_opinion
    ADD CONSTRAINT acceptance_opinion_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_round
    ADD CONSTRAINT acceptance_round_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.acceptance_round
    ADD CONSTRAINT acceptance_round_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_round
    ADD CONSTRAINT acceptance_round_edition_notice_key_notice_workdays_fkey FOREIGN KEY (edition, notice_key, notice_workdays) REFERENCES policy.number(edition, key, value) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_seat
    ADD CONSTRAINT acceptance_seat_district_acceptance_round_id_fkey FOREIGN KEY (district, acceptance_round_id) REFERENCES app.acceptance_round(district, acceptance_round_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_seat
    ADD CONSTRAINT acceptance_seat_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.acceptance_seat
    ADD CONSTRAINT acceptance_seat_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_seat
    ADD CONSTRAINT acceptance_seat_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_sitting
    ADD CONSTRAINT acceptance_sitting_district_acceptance_round_id_fkey FOREIGN KEY (district, acceptance_round_id) REFERENCES app.acceptance_round(district, acceptance_round_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_sitting
    ADD CONSTRAINT acceptance_sitting_district_acceptance_seat_id_fkey FOREIGN KEY (district, acceptance_seat_id) REFERENCES app.acceptance_seat(district, acceptance_seat_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_sitting
    ADD CONSTRAINT acceptance_sitting_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.acceptance_sitting
    ADD CONSTRAINT acceptance_sitting_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_sitting
    ADD CONSTRAINT acceptance_sitting_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_sitting
    ADD CONSTRAINT acceptance_sitting_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.anonymous_report
    ADD CONSTRAINT anonymous_report_district_issue_id_fkey FOREIGN KEY (district, issue_id) REFERENCES app.issue(district, issue_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.anonymous_report
    ADD CONSTRAINT anonymous_report_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.anonymous_report
    ADD CONSTRAINT anonymous_report_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.archive_package
    ADD CONSTRAINT archive_package_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.archive_package
    ADD CONSTRAINT archive_package_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.archive_receipt
    ADD CONSTRAINT archive_receipt_district_archive_package_id_fkey FOREIGN KEY (district, archive_package_id) REFERENCES app.archive_package(district, archive_package_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.archive_receipt
    ADD CONSTRAINT archive_receipt_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.archive_receipt
    ADD CONSTRAINT archive_receipt_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.award_withdrawal
    ADD CONSTRAINT award_withdrawal_district_award_id_fkey FOREIGN KEY (district, award_id) REFERENCES app.tender_award(district, award_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.award_withdrawal
    ADD CONSTRAINT award_withdrawal_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.award_withdrawal
    ADD CONSTRAINT award_withdrawal_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot_count
    ADD CONSTRAINT ballot_count_district_ballot_id_fkey FOREIGN KEY (district, ballot_id) REFERENCES app.ballot(district, ballot_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot_count
    ADD CONSTRAINT ballot_count_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.ballot_count
    ADD CONSTRAINT ballot_count_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot
    ADD CONSTRAINT ballot_district_follows_fkey FOREIGN KEY (district, follows) REFERENCES app.ballot(district, ballot_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot
    ADD CONSTRAINT ballot_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.ballot
    ADD CONSTRAINT ballot_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot
    ADD CONSTRAINT ballot_district_register_import_id_fkey FOREIGN KEY (district, register_import_id) REFERENCES app.register_import(district, import_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot
    ADD CONSTRAINT ballot_edition_fkey FOREIGN KEY (edition) REFERENCES policy.edition(edition) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot_question
    ADD CONSTRAINT ballot_question_district_ballot_id_fkey FOREIGN KEY (district, ballot_id) REFERENCES app.ballot(district, ballot_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot_question
    ADD CONSTRAINT ballot_question_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.ballot_question
    ADD CONSTRAINT ballot_question_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot_result
    ADD CONSTRAINT ballot_result_district_ballot_id_ordinal_fkey FOREIGN KEY (district, ballot_id, ordinal) REFERENCES app.ballot_question(district, ballot_id, ordinal) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot_result
    ADD CONSTRAINT ballot_result_district_count_id_fkey FOREIGN KEY (district, count_id) REFERENCES app.ballot_count(district, count_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot_result
    ADD CONSTRAINT ballot_result_district_determination_id_fkey FOREIGN KEY (district, determination_id) REFERENCES app.determination(district, determination_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot_result
    ADD CONSTRAINT ballot_result_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.ballot_result
    ADD CONSTRAINT ballot_result_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot_slip
    ADD CONSTRAINT ballot_slip_district_ballot_id_fkey FOREIGN KEY (district, ballot_id) REFERENCES app.ballot(district, ballot_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot_slip
    ADD CONSTRAINT ballot_slip_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.ballot_slip
    ADD CONSTRAINT ballot_slip_district_owner_id_fkey FOREIGN KEY (district, owner_id) REFERENCES app.register_owner(district, owner_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot_slip
    ADD CONSTRAINT ballot_slip_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.ballot_slip
    ADD CONSTRAINT ballot_slip_district_unit_id_fkey FOREIGN KEY (district, unit_id) REFERENCES app.register_unit(district, unit_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.bill_addition
    ADD CONSTRAINT bill_addition_change_order_exists FOREIGN KEY (district, change_order_id) REFERENCES app.change_order(district, change_order_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.bill_addition
    ADD CONSTRAINT bill_addition_district_bill_line_id_fkey FOREIGN KEY (district, bill_line_id) REFERENCES app.bill_line(district, bill_line_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.bill_addition
    ADD CONSTRAINT bill_addition_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.bill_addition
    ADD CONSTRAINT bill_addition_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.bill_line
    ADD CONSTRAINT bill_line_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.bill_line
    ADD CONSTRAINT bill_line_district_project_id_contract_id_fkey FOREIGN KEY (district, project_id, contract_id) REFERENCES app.contract(district, project_id, contract_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.bill_line
    ADD CONSTRAINT bill_line_district_works_item_id_fkey FOREIGN KEY (district, works_item_id) REFERENCES app.works_item(district, works_item_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order
    ADD CONSTRAINT change_order_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order
    ADD CONSTRAINT change_order_applicant_organisation_id_fkey FOREIGN KEY (applicant_organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order
    ADD CONSTRAINT change_order_beneficiary_id_fkey FOREIGN KEY (beneficiary_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order_decision
    ADD CONSTRAINT change_order_decision_district_change_order_id_fkey FOREIGN KEY (district, change_order_id) REFERENCES app.change_order(district, change_order_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order_decision
    ADD CONSTRAINT change_order_decision_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.change_order_decision
    ADD CONSTRAINT change_order_decision_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order_decision
    ADD CONSTRAINT change_order_decision_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order_decision
    ADD CONSTRAINT change_order_decision_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order
    ADD CONSTRAINT change_order_district_contract_id_fkey FOREIGN KEY (district, contract_id) REFERENCES app.contract(district, contract_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order
    ADD CONSTRAINT change_order_district_determination_id_fkey FOREIGN KEY (district, determination_id) REFERENCES app.determination(district, determination_id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.change_order
    ADD CONSTRAINT change_order_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.change_order
    ADD CONSTRAINT change_order_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order_line
    ADD CONSTRAINT change_order_line_district_bill_line_id_fkey FOREIGN KEY (district, bill_line_id) REFERENCES app.bill_line(district, bill_line_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order_line
    ADD CONSTRAINT change_order_line_district_change_order_id_fkey FOREIGN KEY (district, change_order_id) REFERENCES app.change_order(district, change_order_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order_line
    ADD CONSTRAINT change_order_line_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.change_order_line
    ADD CONSTRAINT change_order_line_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order_opinion
    ADD CONSTRAINT change_order_opinion_district_change_order_id_fkey FOREIGN KEY (district, change_order_id) REFERENCES app.change_order(district, change_order_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order_opinion
    ADD CONSTRAINT change_order_opinion_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.change_order_opinion
    ADD CONSTRAINT change_order_opinion_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order_opinion
    ADD CONSTRAINT change_order_opinion_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.change_order_opinion
    ADD CONSTRAINT change_order_opinion_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.clock
    ADD CONSTRAINT clock_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.community_body
    ADD CONSTRAINT community_body_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.community_body
    ADD CONSTRAINT community_body_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.community_body
    ADD CONSTRAINT community_body_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.community
    ADD CONSTRAINT community_district_fkey FOREIGN KEY (district) REFERENCES auth.district(district) ON DELETE RESTRICT;

ALTER TABLE ONLY app.community
    ADD CONSTRAINT community_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.completion_report
    ADD CONSTRAINT completion_report_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.completion_report
    ADD CONSTRAINT completion_report_district_project_id_contract_id_fkey FOREIGN KEY (district, project_id, contract_id) REFERENCES app.contract(district, project_id, contract_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.completion_report
    ADD CONSTRAINT completion_report_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.completion_report
    ADD CONSTRAINT completion_report_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.completion_report
    ADD CONSTRAINT completion_report_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.compliant_kind
    ADD CONSTRAINT compliant_kind_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.compliant_kind
    ADD CONSTRAINT compliant_kind_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.consultation_step
    ADD CONSTRAINT consultation_step_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.consultation_step
    ADD CONSTRAINT consultation_step_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.contract_bond
    ADD CONSTRAINT contract_bond_district_contract_id_fkey FOREIGN KEY (district, contract_id) REFERENCES app.contract(district, contract_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.contract_bond
    ADD CONSTRAINT contract_bond_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.contract_bond
    ADD CONSTRAINT contract_bond_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.contract
    ADD CONSTRAINT contract_contractor_id_fkey FOREIGN KEY (contractor_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.contract
    ADD CONSTRAINT contract_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.contract
    ADD CONSTRAINT contract_district_project_id_package_id_award_id_fkey FOREIGN KEY (district, project_id, package_id, award_id) REFERENCES app.tender_award(district, project_id, package_id, award_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.contract
    ADD CONSTRAINT contract_district_project_id_package_id_fkey FOREIGN KEY (district, project_id, package_id) REFERENCES app.package(district, project_id, package_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.contract_termination
    ADD CONSTRAINT contract_termination_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.contract_termination
    ADD CONSTRAINT contract_termination_district_paper_id_fkey FOREIGN KEY (district, paper_id) REFERENCES app.paper(district, paper_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.contract_termination
    ADD CONSTRAINT contract_termination_district_project_id_contract_id_fkey FOREIGN KEY (district, project_id, contract_id) REFERENCES app.contract(district, project_id, contract_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.contract_termination
    ADD CONSTRAINT contract_termination_district_project_id_contract_id_propo_fkey FOREIGN KEY (district, project_id, contract_id, proposal_id) REFERENCES app.termination_proposal(district, project_id, contract_id, proposal_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.contract_termination
    ADD CONSTRAINT contract_termination_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.covering_notice
    ADD CONSTRAINT covering_notice_district_inspection_lot_id_fkey FOREIGN KEY (district, inspection_lot_id) REFERENCES app.inspection_lot(district, inspection_lot_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.covering_notice
    ADD CONSTRAINT covering_notice_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.covering_notice
    ADD CONSTRAINT covering_notice_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.covering_notice
    ADD CONSTRAINT covering_notice_edition_hours_key_notice_hours_fkey FOREIGN KEY (edition, hours_key, notice_hours) REFERENCES policy.number(edition, key, value) ON DELETE RESTRICT;

ALTER TABLE ONLY app.covering_notice
    ADD CONSTRAINT covering_notice_given_by_fkey FOREIGN KEY (given_by) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.covering_notice
    ADD CONSTRAINT covering_notice_owner_organisation_id_fkey FOREIGN KEY (owner_organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.custody
    ADD CONSTRAINT custody_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.custody
    ADD CONSTRAINT custody_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.custody
    ADD CONSTRAINT custody_is_of_a_warranty FOREIGN KEY (district, project_id, kind) REFERENCES app.warranty(district, project_id, kind) ON DELETE RESTRICT;

ALTER TABLE ONLY app.daily_log
    ADD CONSTRAINT daily_log_district_contract_id_fkey FOREIGN KEY (district, contract_id) REFERENCES app.contract(district, contract_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.daily_log
    ADD CONSTRAINT daily_log_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.daily_log
    ADD CONSTRAINT daily_log_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.daily_log
    ADD CONSTRAINT daily_log_edition_lock_key_lock_days_fkey FOREIGN KEY (edition, lock_key, lock_days) REFERENCES policy.number(edition, key, value) ON DELETE RESTRICT;

ALTER TABLE ONLY app.daily_log
    ADD CONSTRAINT daily_log_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.defect_liability
    ADD CONSTRAINT defect_liability_district_contract_id_fkey FOREIGN KEY (district, contract_id) REFERENCES app.retention(district, contract_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.defect_liability
    ADD CONSTRAINT defect_liability_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.defect_liability
    ADD CONSTRAINT defect_liability_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.acceptance_delegation
    ADD CONSTRAINT delegation_is_of_a_sitting FOREIGN KEY (district, acceptance_seat_id, number) REFERENCES app.acceptance_sitting(district, acceptance_seat_id, number) ON DELETE RESTRICT;

ALTER TABLE ONLY app.delivery_mode
    ADD CONSTRAINT delivery_mode_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.delivery_mode
    ADD CONSTRAINT delivery_mode_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.determination
    ADD CONSTRAINT determination_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.determination
    ADD CONSTRAINT determination_edition_fkey FOREIGN KEY (edition) REFERENCES policy.edition(edition) ON DELETE RESTRICT;

ALTER TABLE ONLY app.digging_line
    ADD CONSTRAINT digging_line_district_bill_line_id_fkey FOREIGN KEY (district, bill_line_id) REFERENCES app.bill_line(district, bill_line_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.digging_line
    ADD CONSTRAINT digging_line_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.digging_line
    ADD CONSTRAINT digging_line_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.district_body
    ADD CONSTRAINT district_body_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.district_body
    ADD CONSTRAINT district_body_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.disturbance
    ADD CONSTRAINT disturbance_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.disturbance
    ADD CONSTRAINT disturbance_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.engagement
    ADD CONSTRAINT engagement_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.engagement
    ADD CONSTRAINT engagement_district_project_id_contract_id_fkey FOREIGN KEY (district, project_id, contract_id) REFERENCES app.contract(district, project_id, contract_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.engagement
    ADD CONSTRAINT engagement_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.engagement
    ADD CONSTRAINT engagement_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.excavation
    ADD CONSTRAINT excavation_acknowledged_by_fkey FOREIGN KEY (acknowledged_by) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.excavation
    ADD CONSTRAINT excavation_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.excavation
    ADD CONSTRAINT excavation_district_determination_id_fkey FOREIGN KEY (district, determination_id) REFERENCES app.determination(district, determination_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.excavation
    ADD CONSTRAINT excavation_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.excavation
    ADD CONSTRAINT excavation_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.filing
    ADD CONSTRAINT filing_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.filing
    ADD CONSTRAINT filing_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.filing_document
    ADD CONSTRAINT filing_document_district_filing_id_fkey FOREIGN KEY (district, filing_id) REFERENCES app.filing(district, filing_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.filing_document
    ADD CONSTRAINT filing_document_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.filing_document
    ADD CONSTRAINT filing_document_district_paper_id_fkey FOREIGN KEY (district, paper_id) REFERENCES app.paper(district, paper_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.filing_document
    ADD CONSTRAINT filing_document_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.final_account
    ADD CONSTRAINT final_account_district_determination_id_fkey FOREIGN KEY (district, determination_id) REFERENCES app.determination(district, determination_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.final_account
    ADD CONSTRAINT final_account_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.final_account
    ADD CONSTRAINT final_account_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.funding_plan
    ADD CONSTRAINT funding_plan_district_determination_id_fkey FOREIGN KEY (district, determination_id) REFERENCES app.determination(district, determination_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.funding_plan
    ADD CONSTRAINT funding_plan_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.funding_plan
    ADD CONSTRAINT funding_plan_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.gate_exception
    ADD CONSTRAINT gate_exception_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.gate_exception
    ADD CONSTRAINT gate_exception_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover_asset
    ADD CONSTRAINT handover_asset_district_handover_id_fkey FOREIGN KEY (district, handover_id) REFERENCES app.handover(district, handover_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover_asset
    ADD CONSTRAINT handover_asset_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.handover_asset
    ADD CONSTRAINT handover_asset_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover
    ADD CONSTRAINT handover_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover
    ADD CONSTRAINT handover_district_exemption_paper_id_fkey FOREIGN KEY (district, exemption_paper_id) REFERENCES app.paper(district, paper_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover
    ADD CONSTRAINT handover_district_fkey FOREIGN KEY (district) REFERENCES auth.district(district) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover
    ADD CONSTRAINT handover_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.handover
    ADD CONSTRAINT handover_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover_document
    ADD CONSTRAINT handover_document_district_handover_id_fkey FOREIGN KEY (district, handover_id) REFERENCES app.handover(district, handover_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover_document
    ADD CONSTRAINT handover_document_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.handover_document
    ADD CONSTRAINT handover_document_district_paper_id_fkey FOREIGN KEY (district, paper_id) REFERENCES app.paper(district, paper_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover_document
    ADD CONSTRAINT handover_document_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover_document
    ADD CONSTRAINT handover_document_receipted_by_fkey FOREIGN KEY (receipted_by) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover_exemption_voice
    ADD CONSTRAINT handover_exemption_voice_district_handover_id_fkey FOREIGN KEY (district, handover_id) REFERENCES app.handover(district, handover_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover_exemption_voice
    ADD CONSTRAINT handover_exemption_voice_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.handover_exemption_voice
    ADD CONSTRAINT handover_exemption_voice_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover_exemption_voice
    ADD CONSTRAINT handover_exemption_voice_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover_exemption_voice
    ADD CONSTRAINT handover_exemption_voice_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover
    ADD CONSTRAINT handover_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover
    ADD CONSTRAINT handover_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover_signature
    ADD CONSTRAINT handover_signature_district_handover_id_fkey FOREIGN KEY (district, handover_id) REFERENCES app.handover(district, handover_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover_signature
    ADD CONSTRAINT handover_signature_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.handover_signature
    ADD CONSTRAINT handover_signature_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover_signature
    ADD CONSTRAINT handover_signature_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.handover_signature
    ADD CONSTRAINT handover_signature_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.household_share
    ADD CONSTRAINT household_share_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.imported_evidence
    ADD CONSTRAINT imported_evidence_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.imported_evidence
    ADD CONSTRAINT imported_evidence_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.inspection_lot
    ADD CONSTRAINT inspection_lot_district_contract_id_fkey FOREIGN KEY (district, contract_id) REFERENCES app.contract(district, contract_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.inspection_lot
    ADD CONSTRAINT inspection_lot_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.inspection_lot
    ADD CONSTRAINT inspection_lot_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.inspection_lot
    ADD CONSTRAINT inspection_lot_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.inspection_lot_predecessor
    ADD CONSTRAINT inspection_lot_predecessor_district_inspection_lot_id_fkey FOREIGN KEY (district, inspection_lot_id) REFERENCES app.inspection_lot(district, inspection_lot_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.inspection_lot_predecessor
    ADD CONSTRAINT inspection_lot_predecessor_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.inspection_lot_predecessor
    ADD CONSTRAINT inspection_lot_predecessor_district_predecessor_id_fkey FOREIGN KEY (district, predecessor_id) REFERENCES app.inspection_lot(district, inspection_lot_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.inspection_lot_predecessor
    ADD CONSTRAINT inspection_lot_predecessor_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.issue
    ADD CONSTRAINT issue_assignee_organisation_id_fkey FOREIGN KEY (assignee_organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.issue
    ADD CONSTRAINT issue_bounced_to_id_fkey FOREIGN KEY (bounced_to_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.issue_contact
    ADD CONSTRAINT issue_contact_district_issue_id_fkey FOREIGN KEY (district, issue_id) REFERENCES app.issue(district, issue_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.issue_contact
    ADD CONSTRAINT issue_contact_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.issue_contact
    ADD CONSTRAINT issue_contact_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.issue
    ADD CONSTRAINT issue_district_duplicate_of_fkey FOREIGN KEY (district, duplicate_of) REFERENCES app.issue(district, issue_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.issue
    ADD CONSTRAINT issue_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.issue
    ADD CONSTRAINT issue_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.issue
    ADD CONSTRAINT issue_edition_fkey FOREIGN KEY (edition) REFERENCES policy.edition(edition) ON DELETE RESTRICT;

ALTER TABLE ONLY app.issue_escalation
    ADD CONSTRAINT issue_escalation_district_issue_id_fkey FOREIGN KEY (district, issue_id) REFERENCES app.issue(district, issue_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.issue_escalation
    ADD CONSTRAINT issue_escalation_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.issue_escalation
    ADD CONSTRAINT issue_escalation_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.issue_photo
    ADD CONSTRAINT issue_photo_district_issue_id_fkey FOREIGN KEY (district, issue_id) REFERENCES app.issue(district, issue_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.issue_photo
    ADD CONSTRAINT issue_photo_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.issue_photo
    ADD CONSTRAINT issue_photo_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.issue_photo
    ADD CONSTRAINT issue_photo_district_sha256_fkey FOREIGN KEY (district, sha256) REFERENCES app.file(district, sha256) ON DELETE RESTRICT;

ALTER TABLE ONLY app.issue_regrading
    ADD CONSTRAINT issue_regrading_district_issue_id_fkey FOREIGN KEY (district, issue_id) REFERENCES app.issue(district, issue_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.issue_regrading
    ADD CONSTRAINT issue_regrading_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.issue_regrading
    ADD CONSTRAINT issue_regrading_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.log_photo
    ADD CONSTRAINT log_photo_district_daily_log_id_fkey FOREIGN KEY (district, daily_log_id) REFERENCES app.daily_log(district, daily_log_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.log_photo
    ADD CONSTRAINT log_photo_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.log_photo
    ADD CONSTRAINT log_photo_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.log_photo
    ADD CONSTRAINT log_photo_district_sha256_fkey FOREIGN KEY (district, sha256) REFERENCES app.file(district, sha256) ON DELETE RESTRICT;

ALTER TABLE ONLY app.log_quantity
    ADD CONSTRAINT log_quantity_district_bill_line_id_fkey FOREIGN KEY (district, bill_line_id) REFERENCES app.bill_line(district, bill_line_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.log_quantity
    ADD CONSTRAINT log_quantity_district_daily_log_id_fkey FOREIGN KEY (district, daily_log_id) REFERENCES app.daily_log(district, daily_log_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.log_quantity
    ADD CONSTRAINT log_quantity_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.log_quantity
    ADD CONSTRAINT log_quantity_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.management_form
    ADD CONSTRAINT management_form_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.management_form
    ADD CONSTRAINT management_form_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.no_dig_notice
    ADD CONSTRAINT no_dig_notice_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.no_dig_notice
    ADD CONSTRAINT no_dig_notice_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.objection
    ADD CONSTRAINT objection_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.objection
    ADD CONSTRAINT objection_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.owners_body
    ADD CONSTRAINT owners_body_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.owners_body
    ADD CONSTRAINT owners_body_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.package
    ADD CONSTRAINT package_district_determination_id_fkey FOREIGN KEY (district, determination_id) REFERENCES app.determination(district, determination_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.package
    ADD CONSTRAINT package_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.package
    ADD CONSTRAINT package_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.package_separation
    ADD CONSTRAINT package_separation_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.package_separation
    ADD CONSTRAINT package_separation_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.package_separation
    ADD CONSTRAINT package_separation_district_paper_id_fkey FOREIGN KEY (district, paper_id) REFERENCES app.paper(district, paper_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.package_separation
    ADD CONSTRAINT package_separation_district_project_id_package_id_fkey FOREIGN KEY (district, project_id, package_id) REFERENCES app.package(district, project_id, package_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.paper_delivery
    ADD CONSTRAINT paper_delivery_district_handover_id_fkey FOREIGN KEY (district, handover_id) REFERENCES app.handover(district, handover_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.paper_delivery
    ADD CONSTRAINT paper_delivery_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.paper_delivery
    ADD CONSTRAINT paper_delivery_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.paper
    ADD CONSTRAINT paper_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.part
    ADD CONSTRAINT part_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.participant_opinion
    ADD CONSTRAINT participant_opinion_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.participant_opinion
    ADD CONSTRAINT participant_opinion_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.payment_claim
    ADD CONSTRAINT payment_claim_district_contract_id_fkey FOREIGN KEY (district, contract_id) REFERENCES app.contract(district, contract_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.payment_claim
    ADD CONSTRAINT payment_claim_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.payment_claim
    ADD CONSTRAINT payment_claim_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.payment_claim_line
    ADD CONSTRAINT payment_claim_line_district_bill_line_id_fkey FOREIGN KEY (district, bill_line_id) REFERENCES app.bill_line(district, bill_line_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.payment_claim_line
    ADD CONSTRAINT payment_claim_line_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.payment_claim_line
    ADD CONSTRAINT payment_claim_line_district_payment_claim_id_fkey FOREIGN KEY (district, payment_claim_id) REFERENCES app.payment_claim(district, payment_claim_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.payment_claim_line
    ADD CONSTRAINT payment_claim_line_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.payment_claim
    ADD CONSTRAINT payment_claim_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.payment
    ADD CONSTRAINT payment_district_determination_id_fkey FOREIGN KEY (district, determination_id) REFERENCES app.determination(district, determination_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.payment
    ADD CONSTRAINT payment_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.payment
    ADD CONSTRAINT payment_district_payment_claim_id_fkey FOREIGN KEY (district, payment_claim_id) REFERENCES app.payment_claim(district, payment_claim_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.payment
    ADD CONSTRAINT payment_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.payment_term
    ADD CONSTRAINT payment_term_district_contract_id_fkey FOREIGN KEY (district, contract_id) REFERENCES app.contract(district, contract_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.payment_term
    ADD CONSTRAINT payment_term_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.payment_term
    ADD CONSTRAINT payment_term_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.plan_approval
    ADD CONSTRAINT plan_approval_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.plan_approval
    ADD CONSTRAINT plan_approval_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.plan_submission
    ADD CONSTRAINT plan_submission_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.plan_submission
    ADD CONSTRAINT plan_submission_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.posting
    ADD CONSTRAINT posting_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.posting
    ADD CONSTRAINT posting_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.procedure_decision
    ADD CONSTRAINT procedure_decision_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.procedure_decision
    ADD CONSTRAINT procedure_decision_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.project_budget
    ADD CONSTRAINT project_budget_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.project_budget
    ADD CONSTRAINT project_budget_district_paper_id_fkey FOREIGN KEY (district, paper_id) REFERENCES app.paper(district, paper_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.project_budget
    ADD CONSTRAINT project_budget_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.project_closing
    ADD CONSTRAINT project_closing_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.project_closing
    ADD CONSTRAINT project_closing_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.project
    ADD CONSTRAINT project_construction_unit_id_fkey FOREIGN KEY (construction_unit_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.project
    ADD CONSTRAINT project_district_community_id_fkey FOREIGN KEY (district, community_id) REFERENCES app.community(district, community_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.project
    ADD CONSTRAINT project_district_fkey FOREIGN KEY (district) REFERENCES auth.district(district) ON DELETE RESTRICT;

ALTER TABLE ONLY app.project
    ADD CONSTRAINT project_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.project
    ADD CONSTRAINT project_edition_fkey FOREIGN KEY (edition) REFERENCES policy.edition(edition) ON DELETE RESTRICT;

ALTER TABLE ONLY app.rebuilding
    ADD CONSTRAINT rebuilding_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.rebuilding
    ADD CONSTRAINT rebuilding_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.receipt
    ADD CONSTRAINT receipt_district_ahead_paper_id_fkey FOREIGN KEY (district, ahead_paper_id) REFERENCES app.paper(district, paper_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.receipt
    ADD CONSTRAINT receipt_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.receipt
    ADD CONSTRAINT receipt_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.receipt
    ADD CONSTRAINT receipt_district_reverses_fkey FOREIGN KEY (district, reverses) REFERENCES app.receipt(district, receipt_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.receipt
    ADD CONSTRAINT receipt_household_is_of_the_register FOREIGN KEY (district, unit_id) REFERENCES app.register_unit(district, unit_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.register_file
    ADD CONSTRAINT register_file_district_import_id_fkey FOREIGN KEY (district, import_id) REFERENCES app.register_import(district, import_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.register_file
    ADD CONSTRAINT register_file_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.register_file
    ADD CONSTRAINT register_file_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.register_import
    ADD CONSTRAINT register_import_district_based_on_fkey FOREIGN KEY (district, based_on) REFERENCES app.register_import(district, import_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.register_import
    ADD CONSTRAINT register_import_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.register_import
    ADD CONSTRAINT register_import_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.register_owner_detail
    ADD CONSTRAINT register_owner_detail_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.register_owner_detail
    ADD CONSTRAINT register_owner_detail_district_owner_id_fkey FOREIGN KEY (district, owner_id) REFERENCES app.register_owner(district, owner_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.register_owner_detail
    ADD CONSTRAINT register_owner_detail_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.register_owner
    ADD CONSTRAINT register_owner_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.register_owner
    ADD CONSTRAINT register_owner_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.register_unit
    ADD CONSTRAINT register_unit_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.register_unit
    ADD CONSTRAINT register_unit_district_owner_id_fkey FOREIGN KEY (district, owner_id) REFERENCES app.register_owner(district, owner_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.register_unit
    ADD CONSTRAINT register_unit_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.register_unit
    ADD CONSTRAINT register_unit_district_since_import_fkey FOREIGN KEY (district, since_import) REFERENCES app.register_import(district, import_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.register_unit
    ADD CONSTRAINT register_unit_district_until_import_fkey FOREIGN KEY (district, until_import) REFERENCES app.register_import(district, import_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.resident_fund
    ADD CONSTRAINT resident_fund_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.retention
    ADD CONSTRAINT retention_district_contract_id_fkey FOREIGN KEY (district, contract_id) REFERENCES app.contract(district, contract_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.retention
    ADD CONSTRAINT retention_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.retention
    ADD CONSTRAINT retention_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.retention
    ADD CONSTRAINT retention_edition_months_key_most_months_fkey FOREIGN KEY (edition, months_key, most_months) REFERENCES policy.number(edition, key, value) ON DELETE RESTRICT;

ALTER TABLE ONLY app.retention_holding
    ADD CONSTRAINT retention_holding_district_contract_id_fkey FOREIGN KEY (district, contract_id) REFERENCES app.retention(district, contract_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.retention_holding
    ADD CONSTRAINT retention_holding_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.retention_holding
    ADD CONSTRAINT retention_holding_district_payment_claim_id_fkey FOREIGN KEY (district, payment_claim_id) REFERENCES app.payment_claim(district, payment_claim_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.retention_holding
    ADD CONSTRAINT retention_holding_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.retention_release
    ADD CONSTRAINT retention_release_district_contract_id_fkey FOREIGN KEY (district, contract_id) REFERENCES app.retention(district, contract_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.retention_release
    ADD CONSTRAINT retention_release_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.retention_release
    ADD CONSTRAINT retention_release_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.routine
    ADD CONSTRAINT routine_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.routine
    ADD CONSTRAINT routine_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.scheme_reduction_decision
    ADD CONSTRAINT scheme_reduction_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.scheme_reduction_decision
    ADD CONSTRAINT scheme_reduction_decision_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.scheme_reduction_decision
    ADD CONSTRAINT scheme_reduction_decision_district_project_id_reduction_id_fkey FOREIGN KEY (district, project_id, reduction_id) REFERENCES app.scheme_reduction(district, project_id, reduction_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.scheme_reduction
    ADD CONSTRAINT scheme_reduction_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.scheme_reduction
    ADD CONSTRAINT scheme_reduction_district_paper_id_fkey FOREIGN KEY (district, paper_id) REFERENCES app.paper(district, paper_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.scheme_reduction
    ADD CONSTRAINT scheme_reduction_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.scheme_reduction
    ADD CONSTRAINT scheme_reduction_district_works_item_id_fkey FOREIGN KEY (district, works_item_id) REFERENCES app.works_item(district, works_item_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.site_staff
    ADD CONSTRAINT site_staff_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.site_staff
    ADD CONSTRAINT site_staff_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.site_staff
    ADD CONSTRAINT site_staff_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.slip_correction
    ADD CONSTRAINT slip_correction_district_count_id_fkey FOREIGN KEY (district, count_id) REFERENCES app.ballot_count(district, count_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.slip_correction
    ADD CONSTRAINT slip_correction_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.slip_correction
    ADD CONSTRAINT slip_correction_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.slip_correction
    ADD CONSTRAINT slip_correction_district_slip_id_fkey FOREIGN KEY (district, slip_id) REFERENCES app.ballot_slip(district, slip_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.slip_recheck
    ADD CONSTRAINT slip_recheck_district_ballot_id_fkey FOREIGN KEY (district, ballot_id) REFERENCES app.ballot(district, ballot_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.slip_recheck
    ADD CONSTRAINT slip_recheck_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.slip_recheck
    ADD CONSTRAINT slip_recheck_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.slip_recheck
    ADD CONSTRAINT slip_recheck_district_slip_id_fkey FOREIGN KEY (district, slip_id) REFERENCES app.ballot_slip(district, slip_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.special_works
    ADD CONSTRAINT special_works_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.special_works
    ADD CONSTRAINT special_works_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.staff_attendance
    ADD CONSTRAINT staff_attendance_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.staff_attendance
    ADD CONSTRAINT staff_attendance_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.staff_attendance
    ADD CONSTRAINT staff_attendance_district_site_staff_id_fkey FOREIGN KEY (district, site_staff_id) REFERENCES app.site_staff(district, site_staff_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.subsidy_payment
    ADD CONSTRAINT subsidy_payment_district_determination_id_fkey FOREIGN KEY (district, determination_id) REFERENCES app.determination(district, determination_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.subsidy_payment
    ADD CONSTRAINT subsidy_payment_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.subsidy_payment
    ADD CONSTRAINT subsidy_payment_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.supervision_visit
    ADD CONSTRAINT supervision_visit_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.supervision_visit
    ADD CONSTRAINT supervision_visit_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.survey_record
    ADD CONSTRAINT survey_record_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.survey_record
    ADD CONSTRAINT survey_record_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.tender_award
    ADD CONSTRAINT tender_award_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.tender_award
    ADD CONSTRAINT tender_award_district_paper_id_fkey FOREIGN KEY (district, paper_id) REFERENCES app.paper(district, paper_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.tender_award
    ADD CONSTRAINT tender_award_district_project_id_package_id_fkey FOREIGN KEY (district, project_id, package_id) REFERENCES app.package(district, project_id, package_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.tender_award
    ADD CONSTRAINT tender_award_winner_id_fkey FOREIGN KEY (winner_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.tender_exemption
    ADD CONSTRAINT tender_exemption_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.tender_exemption
    ADD CONSTRAINT tender_exemption_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.tender_exemption
    ADD CONSTRAINT tender_exemption_district_project_id_package_id_fkey FOREIGN KEY (district, project_id, package_id) REFERENCES app.package(district, project_id, package_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.termination_proposal
    ADD CONSTRAINT termination_proposal_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.termination_proposal
    ADD CONSTRAINT termination_proposal_district_paper_id_fkey FOREIGN KEY (district, paper_id) REFERENCES app.paper(district, paper_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.termination_proposal
    ADD CONSTRAINT termination_proposal_district_project_id_contract_id_fkey FOREIGN KEY (district, project_id, contract_id) REFERENCES app.contract(district, project_id, contract_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.termination_proposal
    ADD CONSTRAINT termination_proposal_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.true_up
    ADD CONSTRAINT true_up_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.true_up
    ADD CONSTRAINT true_up_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.unit_confirmation
    ADD CONSTRAINT unit_confirmation_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.unit_confirmation
    ADD CONSTRAINT unit_confirmation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.volunteer
    ADD CONSTRAINT volunteer_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.volunteer
    ADD CONSTRAINT volunteer_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.volunteer
    ADD CONSTRAINT volunteer_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.warranty_claim
    ADD CONSTRAINT warranty_claim_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.warranty_claim
    ADD CONSTRAINT warranty_claim_district_issue_id_fkey FOREIGN KEY (district, issue_id) REFERENCES app.issue(district, issue_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.warranty_claim
    ADD CONSTRAINT warranty_claim_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.warranty_claim
    ADD CONSTRAINT warranty_claim_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.warranty_claim
    ADD CONSTRAINT warranty_claim_filed_organisation_id_fkey FOREIGN KEY (filed_organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.warranty_claim
    ADD CONSTRAINT warranty_claim_is_of_a_warranty FOREIGN KEY (district, project_id, kind) REFERENCES app.warranty(district, project_id, kind) ON DELETE RESTRICT;

ALTER TABLE ONLY app.warranty_claim
    ADD CONSTRAINT warranty_claim_verified_by_fkey FOREIGN KEY (verified_by) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.warranty
    ADD CONSTRAINT warranty_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.warranty
    ADD CONSTRAINT warranty_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.warranty
    ADD CONSTRAINT warranty_minimum_is_the_laws FOREIGN KEY (edition, minimum_key, minimum_years) REFERENCES policy.number(edition, key, value) ON DELETE RESTRICT;

ALTER TABLE ONLY app.webhook
    ADD CONSTRAINT webhook_district_fkey FOREIGN KEY (district) REFERENCES auth.district(district) ON DELETE RESTRICT;

ALTER TABLE ONLY app.webhook
    ADD CONSTRAINT webhook_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.webhook
    ADD CONSTRAINT webhook_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.webhook_replay
    ADD CONSTRAINT webhook_replay_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.webhook_replay
    ADD CONSTRAINT webhook_replay_district_webhook_id_fkey FOREIGN KEY (district, webhook_id) REFERENCES app.webhook(district, webhook_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.webhook
    ADD CONSTRAINT webhook_role_fkey FOREIGN KEY (role) REFERENCES auth.role_reach(role) ON DELETE RESTRICT;

ALTER TABLE ONLY app.works_item
    ADD CONSTRAINT works_item_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.works_item
    ADD CONSTRAINT works_item_district_project_id_fkey FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY app.yearly_allotment
    ADD CONSTRAINT yearly_allotment_district_fkey FOREIGN KEY (district) REFERENCES auth.district(district) ON DELETE RESTRICT;

ALTER TABLE ONLY app.yearly_allotment
    ADD CONSTRAINT yearly_allotment_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY app.yearly_duty
    ADD CONSTRAINT yearly_duty_district_fkey FOREIGN KEY (district) REFERENCES auth.district(district) ON DELETE RESTRICT;

ALTER TABLE ONLY app.yearly_duty
    ADD CONSTRAINT yearly_duty_district_op_id_fkey FOREIGN KEY (district, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY auth.appointment
    ADD CONSTRAINT appointment_district_fkey FOREIGN KEY (district) REFERENCES auth.district(district) ON DELETE RESTRICT;

ALTER TABLE ONLY auth.appointment
    ADD CONSTRAINT appointment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY auth.appointment
    ADD CONSTRAINT appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY auth.appointment
    ADD CONSTRAINT appointment_project_exists FOREIGN KEY (district, project_id) REFERENCES app.project(district, project_id) ON DELETE RESTRICT;

ALTER TABLE ONLY auth.appointment
    ADD CONSTRAINT appointment_recorded_in_op_id_fkey FOREIGN KEY (recorded_in, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY auth.appointment
    ADD CONSTRAINT appointment_role_is_known FOREIGN KEY (role) REFERENCES auth.role_reach(role) ON DELETE RESTRICT;

ALTER TABLE ONLY auth.control_link
    ADD CONSTRAINT control_link_controlled_id_fkey FOREIGN KEY (controlled_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY auth.control_link
    ADD CONSTRAINT control_link_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES auth.organisation(organisation_id) ON DELETE RESTRICT;

ALTER TABLE ONLY auth.control_link
    ADD CONSTRAINT control_link_recorded_in_op_id_fkey FOREIGN KEY (recorded_in, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY auth.division_code
    ADD CONSTRAINT division_code_district_fkey FOREIGN KEY (district) REFERENCES auth.district(district) ON DELETE RESTRICT;

ALTER TABLE ONLY auth.known_network
    ADD CONSTRAINT known_network_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.person(person_id) ON DELETE CASCADE;

ALTER TABLE ONLY auth.organisation
    ADD CONSTRAINT organisation_recorded_in_op_id_fkey FOREIGN KEY (recorded_in, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY auth.person
    ADD CONSTRAINT person_recorded_in_op_id_fkey FOREIGN KEY (recorded_in, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY auth.signing_key
    ADD CONSTRAINT signing_key_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.person(person_id) ON DELETE RESTRICT;

ALTER TABLE ONLY auth.signing_key
    ADD CONSTRAINT signing_key_recorded_in_op_id_fkey FOREIGN KEY (recorded_in, op_id) REFERENCES ledger.entry(district, entry_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY auth.token
    ADD CONSTRAINT token_district_appointment_id_fkey FOREIGN KEY (district, appointment_id) REFERENCES auth.appointment(district, appointment_id) ON DELETE RESTRICT;

ALTER TABLE ONLY jobs.delivery
    ADD CONSTRAINT delivery_district_webhook_id_fkey FOREIGN KEY (district, webhook_id) REFERENCES app.webhook(district, webhook_id) ON DELETE RESTRICT;

ALTER TABLE ONLY jobs.gated
    ADD CONSTRAINT gated_gate_fkey FOREIGN KEY (gate) REFERENCES jobs.gate(gate) ON DELETE RESTRICT;

ALTER TABLE ONLY jobs.slot
    ADD CONSTRAINT slot_gate_fkey FOREIGN KEY (gate) REFERENCES jobs.gate(gate) ON DELETE RESTRICT;

ALTER TABLE ONLY jobs.tick
    ADD CONSTRAINT tick_name_fkey FOREIGN KEY (name) REFERENCES jobs.schedule(name) ON DELETE CASCADE;

ALTER TABLE ONLY jobs.webhook_place
    ADD CONSTRAINT webhook_place_district_webhook_id_fkey FOREIGN KEY (district, webhook_id) REFERENCES app.webhook(district, webhook_id) ON DELETE RESTRICT;

ALTER TABLE ONLY ledger.entry
    ADD CONSTRAINT entry_district_fkey FOREIGN KEY (district) REFERENCES auth.district(district) ON DELETE RESTRICT;

ALTER TABLE ONLY ledger.pending
    ADD CONSTRAINT pending_district_entry_id_fkey FOREIGN KEY (district, entry_id) REFERENCES ledger.entry(district, entry_id) ON DELETE RESTRICT;

ALTER TABLE ONLY ledger.told_of_no_row
    ADD CONSTRAINT told_of_no_row_district_entry_id_fkey FOREIGN KEY (district, entry_id) REFERENCES ledger.entry(district, entry_id) ON DELETE RESTRICT;

ALTER TABLE ONLY policy.number
    ADD CONSTRAINT number_edition_fkey FOREIGN KEY (edition) REFERENCES policy.edition(edition) ON DELETE RESTRICT;

ALTER TABLE ONLY policy.parameter
    ADD CONSTRAINT parameter_edition_fkey FOREIGN KEY (edition) REFERENCES policy.edition(edition) ON DELETE RESTRICT;

ALTER TABLE ONLY policy.supplied_key
    ADD CONSTRAINT supplied_key_edition_fkey FOREIGN KEY (edition) REFERENCES policy.edition(edition) ON DELETE RESTRICT;

ALTER TABLE ONLY policy.supplied_key
    ADD CONSTRAINT supplied_key_from_edition_fkey FOREIGN KEY (from_edition) REFERENCES policy.edition(edition) ON DELETE RESTRICT;

ALTER TABLE app.acceptance_answer ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.acceptance_certificate ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.acceptance_delegation ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.acceptance_dossier ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.acceptance_opinion ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.acceptance_round ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.acceptance_seat ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.acceptance_sitting ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.anonymous_report ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.archive_package ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.archive_receipt ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.award_withdrawal ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.ballot ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.ballot_count ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.ballot_question ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.ballot_result ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.ballot_slip ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.bill_addition ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.bill_line ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.block ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.change_order ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.change_order_decision ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.change_order_line ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.change_order_opinion ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.change_order_step ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.clock ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.community ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.community_body ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.completion_report ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.compliant_kind ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.consultation_step ENABLE ROW LEVEL SECURITY;

CREATE POLICY contact_is_for_triage ON app.issue_contact AS RESTRICTIVE FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING ((( SELECT auth.role() AS role) = ANY (ARRAY['community'::text, 'construction_unit'::text, 'renovation_office'::text])));

ALTER TABLE app.contract ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.contract_bond ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.contract_termination ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.covering_notice ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.custody ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.daily_log ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.daily_log_step ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.defect_liability ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.delivery_mode ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.determination ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.digging_line ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.district_body ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.disturbance ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.engagement ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.excavation ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.file ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.filing ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.filing_document ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.final_account ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.funding_plan ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.gate_exception ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.handover ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.handover_asset ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.handover_document ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.handover_exemption_voice ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.handover_signature ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.handover_step ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.household_share ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.imported_evidence ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.inspection_lot ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.inspection_lot_predecessor ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.inspection_lot_step ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.issue ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.issue_contact ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.issue_escalation ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.issue_photo ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.issue_regrading ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.issue_step ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.log_photo ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.log_quantity ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.management_form ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.no_dig_notice ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.objection ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_answer ON app.request AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((principal = ( SELECT auth.person() AS person))) WITH CHECK ((principal = ( SELECT auth.person() AS person)));

CREATE POLICY own_community ON app.community AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((( SELECT auth.sees_district() AS sees_district) OR (EXISTS ( SELECT
   FROM app.project own
  WHERE ((own.district = community.district) AND (own.community_id = community.community_id)))))) WITH CHECK ((( SELECT auth.sees_district() AS sees_district) OR (( SELECT auth.role() AS role) = 'construction_unit'::text) OR (EXISTS ( SELECT
   FROM app.project own
  WHERE ((own.district = community.district) AND (own.community_id = community.community_id))))));

CREATE POLICY own_file ON app.file AS RESTRICTIVE FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (((EXISTS ( SELECT
   FROM app.issue_photo shown
  WHERE ((shown.district = file.district) AND (shown.sha256 = file.sha256)))) OR (EXISTS ( SELECT
   FROM app.log_photo shown
  WHERE ((shown.district = file.district) AND (shown.sha256 = file.sha256)))) OR (EXISTS ( SELECT
   FROM app.paper shown
  WHERE ((shown.district = file.district) AND (shown.sha256 = file.sha256))))));

CREATE POLICY own_project ON app.acceptance_answer AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_answer.district) AND (own.project_id = acceptance_answer.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_answer.district) AND (own.project_id = acceptance_answer.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.acceptance_certificate AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_certificate.district) AND (own.project_id = acceptance_certificate.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_certificate.district) AND (own.project_id = acceptance_certificate.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.acceptance_delegation AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_delegation.district) AND (own.project_id = acceptance_delegation.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_delegation.district) AND (own.project_id = acceptance_delegation.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.acceptance_dossier AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_dossier.district) AND (own.project_id = acceptance_dossier.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_dossier.district) AND (own.project_id = acceptance_dossier.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.acceptance_opinion AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_opinion.district) AND (own.project_id = acceptance_opinion.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_opinion.district) AND (own.project_id = acceptance_opinion.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.acceptance_round AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_round.district) AND (own.project_id = acceptance_round.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_round.district) AND (own.project_id = acceptance_round.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.acceptance_seat AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_seat.district) AND (own.project_id = acceptance_seat.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_seat.district) AND (own.project_id = acceptance_seat.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.acceptance_sitting AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_sitting.district) AND (own.project_id = acceptance_sitting.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = acceptance_sitting.district) AND (own.project_id = acceptance_sitting.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.anonymous_report AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = anonymous_report.district) AND (own.project_id = anonymous_report.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = anonymous_report.district) AND (own.project_id = anonymous_report.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.archive_package AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = archive_package.district) AND (own.project_id = archive_package.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = archive_package.district) AND (own.project_id = archive_package.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.archive_receipt AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = archive_receipt.district) AND (own.project_id = archive_receipt.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = archive_receipt.district) AND (own.project_id = archive_receipt.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.award_withdrawal AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = award_withdrawal.district) AND (own.project_id = award_withdrawal.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = award_withdrawal.district) AND (own.project_id = award_withdrawal.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.ballot AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = ballot.district) AND (own.project_id = ballot.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = ballot.district) AND (own.project_id = ballot.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.ballot_count AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = ballot_count.district) AND (own.project_id = ballot_count.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = ballot_count.district) AND (own.project_id = ballot_count.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.ballot_question AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = ballot_question.district) AND (own.project_id = ballot_question.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = ballot_question.district) AND (own.project_id = ballot_question.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.ballot_result AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = ballot_result.district) AND (own.project_id = ballot_result.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = ballot_result.district) AND (own.project_id = ballot_result.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.ballot_slip AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = ballot_slip.district) AND (own.project_id = ballot_slip.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = ballot_slip.district) AND (own.project_id = ballot_slip.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.bill_addition AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = bill_addition.district) AND (own.project_id = bill_addition.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = bill_addition.district) AND (own.project_id = bill_addition.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.bill_line AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = bill_line.district) AND (own.project_id = bill_line.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = bill_line.district) AND (own.project_id = bill_line.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.block AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = block.district) AND (own.project_id = block.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = block.district) AND (own.project_id = block.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.change_order AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = change_order.district) AND (own.project_id = change_order.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = change_order.district) AND (own.project_id = change_order.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.change_order_decision AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = change_order_decision.district) AND (own.project_id = change_order_decision.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = change_order_decision.district) AND (own.project_id = change_order_decision.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.change_order_line AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = change_order_line.district) AND (own.project_id = change_order_line.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = change_order_line.district) AND (own.project_id = change_order_line.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.change_order_opinion AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = change_order_opinion.district) AND (own.project_id = change_order_opinion.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = change_order_opinion.district) AND (own.project_id = change_order_opinion.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.clock AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = clock.district) AND (own.project_id = clock.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = clock.district) AND (own.project_id = clock.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.community_body AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = community_body.district) AND (own.project_id = community_body.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = community_body.district) AND (own.project_id = community_body.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.completion_report AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = completion_report.district) AND (own.project_id = completion_report.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = completion_report.district) AND (own.project_id = completion_report.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.compliant_kind AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = compliant_kind.district) AND (own.project_id = compliant_kind.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = compliant_kind.district) AND (own.project_id = compliant_kind.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.consultation_step AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = consultation_step.district) AND (own.project_id = consultation_step.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = consultation_step.district) AND (own.project_id = consultation_step.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.contract AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = contract.district) AND (own.project_id = contract.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = contract.district) AND (own.project_id = contract.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.contract_bond AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = contract_bond.district) AND (own.project_id = contract_bond.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = contract_bond.district) AND (own.project_id = contract_bond.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.contract_termination AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = contract_termination.district) AND (own.project_id = contract_termination.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = contract_termination.district) AND (own.project_id = contract_termination.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.covering_notice AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = covering_notice.district) AND (own.project_id = covering_notice.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = covering_notice.district) AND (own.project_id = covering_notice.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.custody AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = custody.district) AND (own.project_id = custody.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = custody.district) AND (own.project_id = custody.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.daily_log AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = daily_log.district) AND (own.project_id = daily_log.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = daily_log.district) AND (own.project_id = daily_log.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.defect_liability AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = defect_liability.district) AND (own.project_id = defect_liability.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = defect_liability.district) AND (own.project_id = defect_liability.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.delivery_mode AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = delivery_mode.district) AND (own.project_id = delivery_mode.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = delivery_mode.district) AND (own.project_id = delivery_mode.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.determination AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = determination.district) AND (own.project_id = determination.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = determination.district) AND (own.project_id = determination.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.digging_line AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = digging_line.district) AND (own.project_id = digging_line.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = digging_line.district) AND (own.project_id = digging_line.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.disturbance AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = disturbance.district) AND (own.project_id = disturbance.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = disturbance.district) AND (own.project_id = disturbance.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.engagement AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = engagement.district) AND (own.project_id = engagement.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = engagement.district) AND (own.project_id = engagement.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.excavation AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = excavation.district) AND (own.project_id = excavation.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = excavation.district) AND (own.project_id = excavation.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.filing AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = filing.district) AND (own.project_id = filing.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = filing.district) AND (own.project_id = filing.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.filing_document AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = filing_document.district) AND (own.project_id = filing_document.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = filing_document.district) AND (own.project_id = filing_document.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.final_account AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = final_account.district) AND (own.project_id = final_account.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = final_account.district) AND (own.project_id = final_account.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.funding_plan AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = funding_plan.district) AND (own.project_id = funding_plan.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = funding_plan.district) AND (own.project_id = funding_plan.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.gate_exception AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = gate_exception.district) AND (own.project_id = gate_exception.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = gate_exception.district) AND (own.project_id = gate_exception.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.handover AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = handover.district) AND (own.project_id = handover.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = handover.district) AND (own.project_id = handover.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.handover_asset AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = handover_asset.district) AND (own.project_id = handover_asset.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = handover_asset.district) AND (own.project_id = handover_asset.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.handover_document AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = handover_document.district) AND (own.project_id = handover_document.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = handover_document.district) AND (own.project_id = handover_document.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.handover_exemption_voice AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = handover_exemption_voice.district) AND (own.project_id = handover_exemption_voice.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = handover_exemption_voice.district) AND (own.project_id = handover_exemption_voice.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.handover_signature AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = handover_signature.district) AND (own.project_id = handover_signature.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = handover_signature.district) AND (own.project_id = handover_signature.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.household_share AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = household_share.district) AND (own.project_id = household_share.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = household_share.district) AND (own.project_id = household_share.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.imported_evidence AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = imported_evidence.district) AND (own.project_id = imported_evidence.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = imported_evidence.district) AND (own.project_id = imported_evidence.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.inspection_lot AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = inspection_lot.district) AND (own.project_id = inspection_lot.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = inspection_lot.district) AND (own.project_id = inspection_lot.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.inspection_lot_predecessor AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = inspection_lot_predecessor.district) AND (own.project_id = inspection_lot_predecessor.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = inspection_lot_predecessor.district) AND (own.project_id = inspection_lot_predecessor.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.issue AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = issue.district) AND (own.project_id = issue.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = issue.district) AND (own.project_id = issue.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.issue_contact AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = issue_contact.district) AND (own.project_id = issue_contact.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = issue_contact.district) AND (own.project_id = issue_contact.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.issue_escalation AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = issue_escalation.district) AND (own.project_id = issue_escalation.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = issue_escalation.district) AND (own.project_id = issue_escalation.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.issue_photo AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = issue_photo.district) AND (own.project_id = issue_photo.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = issue_photo.district) AND (own.project_id = issue_photo.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.issue_regrading AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = issue_regrading.district) AND (own.project_id = issue_regrading.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = issue_regrading.district) AND (own.project_id = issue_regrading.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.log_photo AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = log_photo.district) AND (own.project_id = log_photo.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = log_photo.district) AND (own.project_id = log_photo.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.log_quantity AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = log_quantity.district) AND (own.project_id = log_quantity.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = log_quantity.district) AND (own.project_id = log_quantity.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.management_form AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = management_form.district) AND (own.project_id = management_form.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = management_form.district) AND (own.project_id = management_form.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.no_dig_notice AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = no_dig_notice.district) AND (own.project_id = no_dig_notice.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = no_dig_notice.district) AND (own.project_id = no_dig_notice.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.objection AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = objection.district) AND (own.project_id = objection.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = objection.district) AND (own.project_id = objection.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.owners_body AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = owners_body.district) AND (own.project_id = owners_body.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = owners_body.district) AND (own.project_id = owners_body.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.package AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = package.district) AND (own.project_id = package.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = package.district) AND (own.project_id = package.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.package_separation AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = package_separation.district) AND (own.project_id = package_separation.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = package_separation.district) AND (own.project_id = package_separation.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.paper AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = paper.district) AND (own.project_id = paper.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = paper.district) AND (own.project_id = paper.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.paper_delivery AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = paper_delivery.district) AND (own.project_id = paper_delivery.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = paper_delivery.district) AND (own.project_id = paper_delivery.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.part FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING ((reader = ANY (( SELECT auth.readers() AS readers)::uuid[])));

CREATE POLICY own_project ON app.participant_opinion AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = participant_opinion.district) AND (own.project_id = participant_opinion.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = participant_opinion.district) AND (own.project_id = participant_opinion.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.payment AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = payment.district) AND (own.project_id = payment.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = payment.district) AND (own.project_id = payment.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.payment_claim AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = payment_claim.district) AND (own.project_id = payment_claim.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = payment_claim.district) AND (own.project_id = payment_claim.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.payment_claim_line AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = payment_claim_line.district) AND (own.project_id = payment_claim_line.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = payment_claim_line.district) AND (own.project_id = payment_claim_line.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.payment_term AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = payment_term.district) AND (own.project_id = payment_term.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = payment_term.district) AND (own.project_id = payment_term.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.plan_approval AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = plan_approval.district) AND (own.project_id = plan_approval.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = plan_approval.district) AND (own.project_id = plan_approval.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.plan_submission AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = plan_submission.district) AND (own.project_id = plan_submission.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = plan_submission.district) AND (own.project_id = plan_submission.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.posting AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = posting.district) AND (own.project_id = posting.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = posting.district) AND (own.project_id = posting.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.procedure_decision AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = procedure_decision.district) AND (own.project_id = procedure_decision.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = procedure_decision.district) AND (own.project_id = procedure_decision.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.project AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = project.district) AND (own.project_id = project.project_id))))) WITH CHECK (((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = project.district) AND (own.project_id = project.project_id) AND (own.until >= ( SELECT auth.today() AS today))))) OR ( SELECT auth.sees_district() AS sees_district) OR ((construction_unit_id = ( SELECT auth.organisation() AS organisation)) AND (( SELECT auth.role() AS role) = 'construction_unit'::text))));

CREATE POLICY own_project ON app.project_budget AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = project_budget.district) AND (own.project_id = project_budget.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = project_budget.district) AND (own.project_id = project_budget.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.project_closing AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = project_closing.district) AND (own.project_id = project_closing.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = project_closing.district) AND (own.project_id = project_closing.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.rebuilding AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = rebuilding.district) AND (own.project_id = rebuilding.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = rebuilding.district) AND (own.project_id = rebuilding.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.receipt AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = receipt.district) AND (own.project_id = receipt.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = receipt.district) AND (own.project_id = receipt.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.register_file AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = register_file.district) AND (own.project_id = register_file.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = register_file.district) AND (own.project_id = register_file.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.register_import AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = register_import.district) AND (own.project_id = register_import.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = register_import.district) AND (own.project_id = register_import.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.register_owner AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = register_owner.district) AND (own.project_id = register_owner.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = register_owner.district) AND (own.project_id = register_owner.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.register_owner_detail AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = register_owner_detail.district) AND (own.project_id = register_owner_detail.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = register_owner_detail.district) AND (own.project_id = register_owner_detail.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.register_unit AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = register_unit.district) AND (own.project_id = register_unit.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = register_unit.district) AND (own.project_id = register_unit.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.resident_fund AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = resident_fund.district) AND (own.project_id = resident_fund.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = resident_fund.district) AND (own.project_id = resident_fund.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.retention AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = retention.district) AND (own.project_id = retention.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = retention.district) AND (own.project_id = retention.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.retention_holding AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = retention_holding.district) AND (own.project_id = retention_holding.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = retention_holding.district) AND (own.project_id = retention_holding.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.retention_release AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = retention_release.district) AND (own.project_id = retention_release.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = retention_release.district) AND (own.project_id = retention_release.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.routine AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = routine.district) AND (own.project_id = routine.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = routine.district) AND (own.project_id = routine.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.scheme_reduction AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = scheme_reduction.district) AND (own.project_id = scheme_reduction.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = scheme_reduction.district) AND (own.project_id = scheme_reduction.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.scheme_reduction_decision AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = scheme_reduction_decision.district) AND (own.project_id = scheme_reduction_decision.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = scheme_reduction_decision.district) AND (own.project_id = scheme_reduction_decision.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.site_staff AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = site_staff.district) AND (own.project_id = site_staff.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = site_staff.district) AND (own.project_id = site_staff.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.slip_correction AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = slip_correction.district) AND (own.project_id = slip_correction.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = slip_correction.district) AND (own.project_id = slip_correction.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.slip_recheck AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = slip_recheck.district) AND (own.project_id = slip_recheck.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = slip_recheck.district) AND (own.project_id = slip_recheck.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.special_works AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = special_works.district) AND (own.project_id = special_works.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = special_works.district) AND (own.project_id = special_works.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.staff_attendance AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = staff_attendance.district) AND (own.project_id = staff_attendance.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = staff_attendance.district) AND (own.project_id = staff_attendance.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.subsidy_payment AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = subsidy_payment.district) AND (own.project_id = subsidy_payment.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = subsidy_payment.district) AND (own.project_id = subsidy_payment.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.supervision_visit AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = supervision_visit.district) AND (own.project_id = supervision_visit.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = supervision_visit.district) AND (own.project_id = supervision_visit.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.survey_record AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = survey_record.district) AND (own.project_id = survey_record.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = survey_record.district) AND (own.project_id = survey_record.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.tender_award AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = tender_award.district) AND (own.project_id = tender_award.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = tender_award.district) AND (own.project_id = tender_award.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.tender_exemption AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = tender_exemption.district) AND (own.project_id = tender_exemption.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = tender_exemption.district) AND (own.project_id = tender_exemption.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.termination_proposal AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = termination_proposal.district) AND (own.project_id = termination_proposal.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = termination_proposal.district) AND (own.project_id = termination_proposal.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.true_up AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = true_up.district) AND (own.project_id = true_up.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = true_up.district) AND (own.project_id = true_up.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.volunteer AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = volunteer.district) AND (own.project_id = volunteer.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = volunteer.district) AND (own.project_id = volunteer.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.warranty AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = warranty.district) AND (own.project_id = warranty.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = warranty.district) AND (own.project_id = warranty.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.warranty_claim AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = warranty_claim.district) AND (own.project_id = warranty_claim.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = warranty_claim.district) AND (own.project_id = warranty_claim.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_project ON app.works_item AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = works_item.district) AND (own.project_id = works_item.project_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = works_item.district) AND (own.project_id = works_item.project_id) AND (own.until >= ( SELECT auth.today() AS today))))));

CREATE POLICY own_webhook ON app.webhook AS RESTRICTIVE TO yanshou_service, yanshou_reader USING (((organisation_id = ( SELECT auth.organisation() AS organisation)) AND (role = ( SELECT auth.role() AS role)))) WITH CHECK (true);

CREATE POLICY own_webhook ON app.webhook_replay AS RESTRICTIVE FOR SELECT TO yanshou_service, yanshou_reader USING ((EXISTS ( SELECT
   FROM app.webhook own
  WHERE ((own.district = webhook_replay.district) AND (own.webhook_id = webhook_replay.webhook_id)))));

CREATE POLICY owner_and_guard ON app.acceptance_answer TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.acceptance_certificate TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.acceptance_delegation TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.acceptance_dossier TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.acceptance_opinion TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.acceptance_round TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.acceptance_seat TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.acceptance_sitting TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.anonymous_report TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.archive_package TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.archive_receipt TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.award_withdrawal TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.ballot TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.ballot_count TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.ballot_question TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.ballot_result TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.ballot_slip TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.bill_addition TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.bill_line TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.block TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.change_order TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.change_order_decision TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.change_order_line TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.change_order_opinion TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.change_order_step TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.clock TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.community TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.community_body TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.completion_report TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.compliant_kind TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.consultation_step TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.contract TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.contract_bond TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.contract_termination TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.covering_notice TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.custody TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.daily_log TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.daily_log_step TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.defect_liability TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.delivery_mode TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.determination TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.digging_line TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.district_body TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.disturbance TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.engagement TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.excavation TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.file TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.filing TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.filing_document TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.final_account TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.funding_plan TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.gate_exception TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.handover TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.handover_asset TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.handover_document TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.handover_exemption_voice TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.handover_signature TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.handover_step TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.household_share TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.imported_evidence TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.inspection_lot TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.inspection_lot_predecessor TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.inspection_lot_step TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.issue TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.issue_contact TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.issue_escalation TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.issue_photo TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.issue_regrading TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.issue_step TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.log_photo TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.log_quantity TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.management_form TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.no_dig_notice TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.objection TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.owners_body TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.package TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.package_separation TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.paper TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.paper_delivery TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.part TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.participant_opinion TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.payment TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.payment_claim TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.payment_claim_line TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.payment_claim_step TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.payment_term TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.plan_approval TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.plan_submission TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.posting TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.procedure_decision TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.project TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.project_budget TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.project_closing TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.project_step TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.rebuilding TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.receipt TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.register_file TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.register_import TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.register_owner TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.register_owner_detail TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.register_unit TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.request TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.resident_fund TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.retention TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.retention_holding TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.retention_release TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.routine TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.scheme_reduction TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.scheme_reduction_decision TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.site_staff TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.slip_correction TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.slip_recheck TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.special_works TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.staff_attendance TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.subsidy_payment TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.supervision_visit TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.survey_record TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.tender_award TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.tender_exemption TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.termination_proposal TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.true_up TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.unit_confirmation TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.volunteer TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.warranty TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.warranty_claim TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.warranty_claim_step TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.webhook TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.webhook_replay TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.works_item TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.yearly_allotment TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON app.yearly_duty TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

ALTER TABLE app.owners_body ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.package ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.package_separation ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.paper ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.paper_delivery ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.part ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.participant_opinion ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.payment ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.payment_claim ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.payment_claim_line ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.payment_claim_step ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.payment_term ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.plan_approval ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.plan_submission ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.posting ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.procedure_decision ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.project ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.project_budget ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.project_closing ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.project_step ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.rebuilding ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.receipt ENABLE ROW LEVEL SECURITY;

CREATE POLICY reference ON app.change_order_step FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON app.daily_log_step FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON app.handover_step FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON app.inspection_lot_step FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON app.issue_step FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON app.payment_claim_step FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON app.project_step FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON app.warranty_claim_step FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

ALTER TABLE app.register_file ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.register_import ENABLE ROW LEVEL SECURITY;

CREATE POLICY register_is_for_its_keepers ON app.ballot_slip AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((( SELECT auth.role() AS role) = ANY (ARRAY['community'::text, 'construction_unit'::text, 'owners_body'::text, 'renovation_office'::text])));

CREATE POLICY register_is_for_its_keepers ON app.household_share AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((( SELECT auth.role() AS role) = ANY (ARRAY['community'::text, 'construction_unit'::text, 'owners_body'::text, 'renovation_office'::text])));

CREATE POLICY register_is_for_its_keepers ON app.receipt AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((( SELECT auth.role() AS role) = ANY (ARRAY['community'::text, 'construction_unit'::text, 'owners_body'::text, 'renovation_office'::text])));

CREATE POLICY register_is_for_its_keepers ON app.register_file AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((( SELECT auth.role() AS role) = ANY (ARRAY['community'::text, 'construction_unit'::text, 'owners_body'::text, 'renovation_office'::text])));

CREATE POLICY register_is_for_its_keepers ON app.register_owner AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((( SELECT auth.role() AS role) = ANY (ARRAY['community'::text, 'construction_unit'::text, 'owners_body'::text, 'renovation_office'::text])));

CREATE POLICY register_is_for_its_keepers ON app.register_owner_detail AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((( SELECT auth.role() AS role) = ANY (ARRAY['community'::text, 'construction_unit'::text, 'owners_body'::text, 'renovation_office'::text])));

CREATE POLICY register_is_for_its_keepers ON app.register_unit AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((( SELECT auth.role() AS role) = ANY (ARRAY['community'::text, 'construction_unit'::text, 'owners_body'::text, 'renovation_office'::text])));

CREATE POLICY register_is_for_its_keepers ON app.slip_correction AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((( SELECT auth.role() AS role) = ANY (ARRAY['community'::text, 'construction_unit'::text, 'owners_body'::text, 'renovation_office'::text])));

CREATE POLICY register_is_for_its_keepers ON app.slip_recheck AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((( SELECT auth.role() AS role) = ANY (ARRAY['community'::text, 'construction_unit'::text, 'owners_body'::text, 'renovation_office'::text])));

CREATE POLICY register_is_for_its_keepers ON app.true_up AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((( SELECT auth.role() AS role) = ANY (ARRAY['community'::text, 'construction_unit'::text, 'owners_body'::text, 'renovation_office'::text])));

ALTER TABLE app.register_owner ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.register_owner_detail ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.register_unit ENABLE ROW LEVEL SECURITY;

CREATE POLICY reporter_sees_his_own ON app.clock AS RESTRICTIVE TO yanshou_service, yanshou_reader USING (((( SELECT auth.token_kind() AS token_kind) <> 'reporter'::text) OR ((subject_kind = 'issue'::text) AND (subject_id = ( SELECT auth.scope() AS scope))))) WITH CHECK (true);

CREATE POLICY reporter_sees_his_own ON app.file AS RESTRICTIVE TO yanshou_service, yanshou_reader USING (((( SELECT auth.token_kind() AS token_kind) <> 'reporter'::text) OR (EXISTS ( SELECT
   FROM app.issue_photo photo
  WHERE ((photo.district = file.district) AND (photo.sha256 = file.sha256)))))) WITH CHECK (true);

CREATE POLICY reporter_sees_his_own ON app.issue AS RESTRICTIVE TO yanshou_service, yanshou_reader USING (((( SELECT auth.token_kind() AS token_kind) <> 'reporter'::text) OR (issue_id = ( SELECT auth.scope() AS scope)))) WITH CHECK (true);

CREATE POLICY reporter_sees_his_own ON app.issue_photo AS RESTRICTIVE TO yanshou_service, yanshou_reader USING (((( SELECT auth.token_kind() AS token_kind) <> 'reporter'::text) OR (issue_id = ( SELECT auth.scope() AS scope)))) WITH CHECK (true);

CREATE POLICY reporter_sees_his_own ON app.request AS RESTRICTIVE TO yanshou_service, yanshou_reader USING (((( SELECT auth.token_kind() AS token_kind) <> 'reporter'::text) OR (principal = ( SELECT auth.person() AS person)))) WITH CHECK (true);

ALTER TABLE app.request ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.resident_fund ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.retention ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.retention_holding ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.retention_release ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.routine ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.scheme_reduction ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.scheme_reduction_decision ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.site_staff ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.slip_correction ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.slip_recheck ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.special_works ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.staff_attendance ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.subsidy_payment ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.supervision_visit ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.survey_record ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON app.acceptance_answer TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.acceptance_certificate TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.acceptance_delegation TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.acceptance_dossier TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.acceptance_opinion TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.acceptance_round TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.acceptance_seat TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.acceptance_sitting TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.anonymous_report TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.district() AS district)));

CREATE POLICY tenant ON app.archive_package TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.archive_receipt TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.award_withdrawal TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.ballot TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.ballot_count TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.ballot_question TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.ballot_result TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.ballot_slip TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.bill_addition TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.bill_line TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.block TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.change_order TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.change_order_decision TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.change_order_line TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.change_order_opinion TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.clock TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.district() AS district))) WITH CHECK ((district = ( SELECT auth.district() AS district)));

CREATE POLICY tenant ON app.community TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.community_body TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.completion_report TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.compliant_kind TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.consultation_step TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.contract TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.contract_bond TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.contract_termination TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.covering_notice TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.custody TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.daily_log TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.defect_liability TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.delivery_mode TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.determination TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.digging_line TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.district_body TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.disturbance TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.engagement TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.excavation TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.file TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.district() AS district))) WITH CHECK ((district = ( SELECT auth.district() AS district)));

CREATE POLICY tenant ON app.filing TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.filing_document TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.final_account TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.funding_plan TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.gate_exception TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.handover TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.handover_asset TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.handover_document TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.handover_exemption_voice TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.handover_signature TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.household_share TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.imported_evidence TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.inspection_lot TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.inspection_lot_predecessor TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.issue TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.district() AS district))) WITH CHECK ((district = ( SELECT auth.district() AS district)));

CREATE POLICY tenant ON app.issue_contact TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.district() AS district)));

CREATE POLICY tenant ON app.issue_escalation TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.issue_photo TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.district() AS district))) WITH CHECK ((district = ( SELECT auth.district() AS district)));

CREATE POLICY tenant ON app.issue_regrading TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.log_photo TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.log_quantity TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.management_form TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.no_dig_notice TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.objection TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.owners_body TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.package TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.package_separation TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.paper TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.paper_delivery TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.participant_opinion TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.payment TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.payment_claim TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.payment_claim_line TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.payment_term TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.plan_approval TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.plan_submission TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.posting TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.procedure_decision TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.project TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.district() AS district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.project_budget TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.project_closing TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.rebuilding TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.receipt TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.register_file TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.register_import TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.register_owner TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.register_owner_detail TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.register_unit TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.request TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.district() AS district))) WITH CHECK ((district = ( SELECT auth.district() AS district)));

CREATE POLICY tenant ON app.resident_fund TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.retention TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.retention_holding TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.retention_release TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.routine TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.scheme_reduction TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.scheme_reduction_decision TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.site_staff TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.slip_correction TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.slip_recheck TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.special_works TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.staff_attendance TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.subsidy_payment TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.supervision_visit TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.survey_record TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.tender_award TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.tender_exemption TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.termination_proposal TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.true_up TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.unit_confirmation TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.volunteer TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.warranty TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.warranty_claim TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.webhook TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.webhook_replay TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.works_item TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.yearly_allotment TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON app.yearly_duty TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

ALTER TABLE app.tender_award ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.tender_exemption ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.termination_proposal ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.true_up ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.unit_confirmation ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.volunteer ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.warranty ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.warranty_claim ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.warranty_claim_step ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.webhook ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.webhook_replay ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.works_item ENABLE ROW LEVEL SECURITY;

CREATE POLICY writer_may_insert ON app.acceptance_answer AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.acceptance_certificate AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.acceptance_delegation AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.acceptance_dossier AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.acceptance_opinion AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit,contractor,designer,epc_contractor,owners_body,supervisor,surveyor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_insert ON app.acceptance_round AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.acceptance_seat AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.acceptance_sitting AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.archive_package AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.archive_receipt AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.award_withdrawal AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,tender_agency}'::text[])));

CREATE POLICY writer_may_insert ON app.ballot AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_insert ON app.ballot_count AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_insert ON app.ballot_question AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_insert ON app.ballot_result AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_insert ON app.ballot_slip AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_insert ON app.bill_line AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.change_order AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,contractor,designer,epc_contractor,supervisor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_insert ON app.change_order_decision AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.change_order_line AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,contractor,designer,epc_contractor,supervisor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_insert ON app.change_order_opinion AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{cost_consultant,designer,supervisor,tracking_auditor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_insert ON app.clock AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK (((subject_kind = 'issue'::text) OR (( SELECT auth.role() AS role) = ANY (
CASE subject_kind
    WHEN 'acceptance_round'::text THEN '{construction_unit}'::text[]
    WHEN 'contract'::text THEN '{agent_construction,construction_unit}'::text[]
    WHEN 'handover'::text THEN '{construction_unit,renovation_office}'::text[]
    WHEN 'payment_claim'::text THEN '{agent_construction,construction_unit,supervisor,whole_process_consultant}'::text[]
    WHEN 'project'::text THEN '{construction_unit,renovation_office,utility}'::text[]
    WHEN 'tender_award'::text THEN '{construction_unit,tender_agency}'::text[]
    WHEN 'warranty_claim'::text THEN '{community,construction_unit,owners_body,resident,utility,volunteer_supervisor}'::text[]
    ELSE '{}'::text[]
END))));

CREATE POLICY writer_may_insert ON app.community AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.community_body AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.completion_report AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{contractor,epc_contractor}'::text[])));

CREATE POLICY writer_may_insert ON app.compliant_kind AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.consultation_step AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_insert ON app.contract AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.contract_bond AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.contract_termination AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit,contractor,cost_consultant,designer,epc_contractor,project_management,renovation_office,supervisor,supplier,surveyor,tender_agency,tracking_auditor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_insert ON app.covering_notice AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{contractor,epc_contractor}'::text[])));

CREATE POLICY writer_may_insert ON app.custody AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.daily_log AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{contractor,epc_contractor,supervisor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_insert ON app.defect_liability AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.delivery_mode AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.determination AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY (
CASE subject_kind
    WHEN 'ballot'::text THEN '{community,construction_unit,owners_body}'::text[]
    WHEN 'change_order'::text THEN '{agent_construction,contractor,designer,epc_contractor,supervisor,whole_process_consultant}'::text[]
    WHEN 'excavation'::text THEN '{community,construction_unit,contractor,epc_contractor,owners_body,utility}'::text[]
    WHEN 'final_account'::text THEN '{construction_unit,finance_bureau,renovation_office}'::text[]
    WHEN 'money_statement'::text THEN '{construction_unit,finance_bureau,renovation_office}'::text[]
    WHEN 'package'::text THEN '{construction_unit,renovation_office}'::text[]
    WHEN 'payment_claim'::text THEN '{agent_construction,construction_unit}'::text[]
    WHEN 'project'::text THEN '{construction_unit,renovation_office}'::text[]
    ELSE '{}'::text[]
END)));

CREATE POLICY writer_may_insert ON app.digging_line AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.disturbance AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit,contractor,epc_contractor,project_management,supervisor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_insert ON app.engagement AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.excavation AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,contractor,epc_contractor,owners_body,utility}'::text[])));

CREATE POLICY writer_may_insert ON app.filing AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.filing_document AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.final_account AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,finance_bureau,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.funding_plan AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.gate_exception AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.handover AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.handover_asset AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.handover_document AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.handover_exemption_voice AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,owners_body,renovation_office,utility}'::text[])));

CREATE POLICY writer_may_insert ON app.handover_signature AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office,utility}'::text[])));

CREATE POLICY writer_may_insert ON app.imported_evidence AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.inspection_lot AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{contractor,epc_contractor}'::text[])));

CREATE POLICY writer_may_insert ON app.inspection_lot_predecessor AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{contractor,epc_contractor}'::text[])));

CREATE POLICY writer_may_insert ON app.issue_escalation AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{system}'::text[])));

CREATE POLICY writer_may_insert ON app.issue_regrading AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.log_photo AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{contractor,epc_contractor,supervisor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_insert ON app.log_quantity AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{contractor,epc_contractor,supervisor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_insert ON app.management_form AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.no_dig_notice AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.objection AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_insert ON app.owners_body AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_insert ON app.package AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.package_separation AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.paper AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,community,construction_unit,contractor,cost_consultant,designer,epc_contractor,owners_body,project_management,quality_station,renovation_office,supervisor,supplier,surveyor,tender_agency,tracking_auditor,utility,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_insert ON app.paper_delivery AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.participant_opinion AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.payment AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.payment_claim AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{contractor,epc_contractor}'::text[])));

CREATE POLICY writer_may_insert ON app.payment_claim_line AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{contractor,epc_contractor}'::text[])));

CREATE POLICY writer_may_insert ON app.payment_term AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.plan_approval AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,leading_group,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.plan_submission AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.posting AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_insert ON app.procedure_decision AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.project AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.project_budget AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.project_closing AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.rebuilding AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.receipt AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,owners_body,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.register_file AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.register_import AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.register_owner AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.register_owner_detail AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.register_unit AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.retention AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.retention_holding AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit,supervisor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_insert ON app.retention_release AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.routine AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.scheme_reduction AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.scheme_reduction_decision AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.site_staff AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit,contractor,epc_contractor,project_management,supervisor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_insert ON app.slip_correction AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_insert ON app.slip_recheck AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_insert ON app.special_works AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.staff_attendance AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office,supervisor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_insert ON app.subsidy_payment AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,finance_bureau,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.supervision_visit AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,leading_group,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.survey_record AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.tender_award AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,tender_agency}'::text[])));

CREATE POLICY writer_may_insert ON app.tender_exemption AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.termination_proposal AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit,contractor,cost_consultant,designer,epc_contractor,project_management,supervisor,supplier,surveyor,tender_agency,tracking_auditor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_insert ON app.true_up AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.unit_confirmation AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.volunteer AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community}'::text[])));

CREATE POLICY writer_may_insert ON app.warranty AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.warranty_claim AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body,resident,utility,volunteer_supervisor}'::text[])));

CREATE POLICY writer_may_insert ON app.webhook AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.webhook_replay AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.works_item AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_insert ON app.yearly_allotment AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{finance_bureau,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON app.yearly_duty AS RESTRICTIVE FOR INSERT TO yanshou_service, yanshou_jobs WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{leading_group,renovation_office}'::text[])));

CREATE POLICY writer_may_update ON app.acceptance_round AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_update ON app.ballot AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_update ON app.ballot_slip AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_update ON app.change_order AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit,contractor,cost_consultant,designer,epc_contractor,renovation_office,supervisor,system,tracking_auditor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_update ON app.clock AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY (
CASE subject_kind
    WHEN 'acceptance_round'::text THEN '{construction_unit,finance_bureau,renovation_office,system}'::text[]
    WHEN 'contract'::text THEN '{agent_construction,construction_unit,system}'::text[]
    WHEN 'handover'::text THEN '{construction_unit,renovation_office,utility,system}'::text[]
    WHEN 'issue'::text THEN '{agent_construction,community,construction_unit,contractor,designer,epc_contractor,owners_body,project_management,renovation_office,resident,supervisor,supplier,surveyor,utility,volunteer_supervisor,whole_process_consultant,system}'::text[]
    WHEN 'payment_claim'::text THEN '{agent_construction,construction_unit,system}'::text[]
    WHEN 'project'::text THEN '{construction_unit,finance_bureau,renovation_office,system}'::text[]
    WHEN 'tender_award'::text THEN '{agent_construction,community,construction_unit,contractor,designer,epc_contractor,owners_body,quality_station,renovation_office,supervisor,surveyor,tender_agency,tracking_auditor,system}'::text[]
    WHEN 'warranty_claim'::text THEN '{construction_unit,contractor,epc_contractor,system}'::text[]
    ELSE '{system}'::text[]
END)));

CREATE POLICY writer_may_update ON app.community_body AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_update ON app.contract_bond AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit}'::text[])));

CREATE POLICY writer_may_update ON app.daily_log AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit,contractor,epc_contractor,supervisor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_update ON app.delivery_mode AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit}'::text[])));

CREATE POLICY writer_may_update ON app.engagement AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_update ON app.excavation AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{renovation_office}'::text[])));

CREATE POLICY writer_may_update ON app.gate_exception AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{leading_group,renovation_office}'::text[])));

CREATE POLICY writer_may_update ON app.handover AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,owners_body,renovation_office,utility}'::text[])));

CREATE POLICY writer_may_update ON app.handover_document AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office,utility}'::text[])));

CREATE POLICY writer_may_update ON app.inspection_lot AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit,contractor,epc_contractor,supervisor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_update ON app.issue AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,community,construction_unit,contractor,designer,epc_contractor,owners_body,project_management,renovation_office,resident,supervisor,supplier,surveyor,system,utility,volunteer_supervisor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_update ON app.issue_regrading AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body,renovation_office,resident,volunteer_supervisor}'::text[])));

CREATE POLICY writer_may_update ON app.no_dig_notice AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{renovation_office}'::text[])));

CREATE POLICY writer_may_update ON app.objection AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_update ON app.package AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_update ON app.payment_claim AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit,supervisor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_update ON app.posting AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_update ON app.project AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit,contractor,epc_contractor,leading_group,renovation_office}'::text[])));

CREATE POLICY writer_may_update ON app.project_budget AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_update ON app.register_import AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,owners_body}'::text[])));

CREATE POLICY writer_may_update ON app.register_unit AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit}'::text[])));

CREATE POLICY writer_may_update ON app.site_staff AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{agent_construction,construction_unit,contractor,epc_contractor,project_management,supervisor,whole_process_consultant}'::text[])));

CREATE POLICY writer_may_update ON app.special_works AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_update ON app.volunteer AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community}'::text[])));

CREATE POLICY writer_may_update ON app.warranty_claim AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{community,construction_unit,contractor,epc_contractor,owners_body,utility}'::text[])));

CREATE POLICY writer_may_update ON app.webhook AS RESTRICTIVE FOR UPDATE TO yanshou_service, yanshou_jobs USING (true) WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

ALTER TABLE app.yearly_allotment ENABLE ROW LEVEL SECURITY;

ALTER TABLE app.yearly_duty ENABLE ROW LEVEL SECURITY;

ALTER TABLE auth.appointment ENABLE ROW LEVEL SECURITY;

ALTER TABLE auth.control_link ENABLE ROW LEVEL SECURITY;

ALTER TABLE auth.demo_clock ENABLE ROW LEVEL SECURITY;

ALTER TABLE auth.district ENABLE ROW LEVEL SECURITY;

ALTER TABLE auth.division_code ENABLE ROW LEVEL SECURITY;

CREATE POLICY keys_are_public ON auth.signing_key FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

ALTER TABLE auth.known_network ENABLE ROW LEVEL SECURITY;

ALTER TABLE auth.organisation ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_project ON auth.appointment AS RESTRICTIVE FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (((project_id IS NULL) OR ( SELECT auth.sees_district() AS sees_district) OR (EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = appointment.district) AND (own.project_id = appointment.project_id))))));

CREATE POLICY owner_and_guard ON auth.appointment TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON auth.control_link TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON auth.demo_clock TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON auth.district TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON auth.division_code TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON auth.known_network TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON auth.organisation TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON auth.person TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON auth.role_reach TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON auth.secret TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON auth.sign_in_attempt TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON auth.signing_key TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON auth.token TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY people ON auth.person FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (((person_id = ( SELECT auth.person() AS person)) OR (EXISTS ( SELECT
   FROM auth.appointment held
  WHERE ((held.person_id = person.person_id) AND (( SELECT auth.sees_district() AS sees_district) OR (held.organisation_id = ANY (( SELECT auth.units() AS units)::uuid[])) OR (held.role IN ( SELECT role_reach.role
           FROM auth.role_reach
          WHERE (role_reach.reach = 'district'::text)))))))));

ALTER TABLE auth.person ENABLE ROW LEVEL SECURITY;

CREATE POLICY reference ON auth.control_link FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON auth.district FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON auth.division_code FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON auth.organisation FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON auth.role_reach FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference_add ON auth.control_link FOR INSERT TO yanshou_service WITH CHECK ((recorded_in = ( SELECT auth.district() AS district)));

CREATE POLICY reference_add ON auth.organisation FOR INSERT TO yanshou_service WITH CHECK ((recorded_in = ( SELECT auth.district() AS district)));

CREATE POLICY reporter_sees_his_own ON auth.appointment AS RESTRICTIVE FOR SELECT TO yanshou_service, yanshou_reader USING (((( SELECT auth.token_kind() AS token_kind) <> 'reporter'::text) OR false));

CREATE POLICY reporter_sees_his_own ON auth.control_link AS RESTRICTIVE TO yanshou_service, yanshou_reader USING (((( SELECT auth.token_kind() AS token_kind) <> 'reporter'::text) OR false)) WITH CHECK ((( SELECT auth.token_kind() AS token_kind) <> 'reporter'::text));

CREATE POLICY reporter_sees_his_own ON auth.person AS RESTRICTIVE FOR SELECT TO yanshou_service, yanshou_reader USING (((( SELECT auth.token_kind() AS token_kind) <> 'reporter'::text) OR false));

CREATE POLICY reporter_sees_his_own ON auth.signing_key AS RESTRICTIVE FOR SELECT TO yanshou_service, yanshou_reader USING (((( SELECT auth.token_kind() AS token_kind) <> 'reporter'::text) OR false));

ALTER TABLE auth.role_reach ENABLE ROW LEVEL SECURITY;

ALTER TABLE auth.secret ENABLE ROW LEVEL SECURITY;

ALTER TABLE auth.sign_in_attempt ENABLE ROW LEVEL SECURITY;

ALTER TABLE auth.signing_key ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON auth.appointment FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.district() AS district)));

ALTER TABLE auth.token ENABLE ROW LEVEL SECURITY;

CREATE POLICY writer_may_insert ON auth.control_link AS RESTRICTIVE FOR INSERT TO yanshou_service WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

CREATE POLICY writer_may_insert ON auth.organisation AS RESTRICTIVE FOR INSERT TO yanshou_service WITH CHECK ((( SELECT auth.role() AS role) = ANY ('{construction_unit,renovation_office}'::text[])));

ALTER TABLE jobs.blocked ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.cancellation ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.dead ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.delivery ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.dependency ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.failure ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.gate ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.gated ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.held_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.job ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_0 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_1 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_2 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_3 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_4 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_5 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_6 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_7 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.job_ring_8 ENABLE ROW LEVEL SECURITY;

CREATE POLICY jobs_of_all ON jobs.job TO yanshou_jobs USING (true) WITH CHECK (true);

CREATE POLICY jobs_of_district ON jobs.job TO yanshou_service USING ((district = ( SELECT auth.district() AS district))) WITH CHECK ((district = ( SELECT auth.district() AS district)));

ALTER TABLE jobs.lease ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_0 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_1 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_2 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_3 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_4 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_5 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_6 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_7 ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.outcome_ring_8 ENABLE ROW LEVEL SECURITY;

CREATE POLICY owner_and_guard ON jobs.blocked TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.cancellation TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.dead TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.delivery TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.dependency TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.failure TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.gate TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.gated TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.held_key TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.job TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.job_ring_0 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.job_ring_1 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.job_ring_2 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.job_ring_3 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.job_ring_4 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.job_ring_5 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.job_ring_6 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.job_ring_7 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.job_ring_8 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.lease TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.outcome TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.outcome_ring_0 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.outcome_ring_1 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.outcome_ring_2 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.outcome_ring_3 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.outcome_ring_4 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.outcome_ring_5 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.outcome_ring_6 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.outcome_ring_7 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.outcome_ring_8 TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.paused TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.ready TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.schedule TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.scheduled TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.slot TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.tick TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.webhook_place TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON jobs.worker TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

ALTER TABLE jobs.paused ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.ready ENABLE ROW LEVEL SECURITY;

CREATE POLICY reporter_sees_his_own ON jobs.job AS RESTRICTIVE TO yanshou_service USING (((( SELECT auth.token_kind() AS token_kind) <> 'reporter'::text) OR false)) WITH CHECK ((( SELECT auth.token_kind() AS token_kind) <> 'reporter'::text));

CREATE POLICY runner_looks ON jobs.blocked FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.cancellation FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.dead FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.delivery FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.dependency FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.failure FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.gate FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.gated FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.held_key FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.lease FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.outcome FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.paused FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.ready FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.schedule FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.scheduled FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.slot FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.tick FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.webhook_place FOR SELECT TO yanshou_jobs USING (true);

CREATE POLICY runner_looks ON jobs.worker FOR SELECT TO yanshou_jobs USING (true);

ALTER TABLE jobs.schedule ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.scheduled ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.slot ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.tick ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.webhook_place ENABLE ROW LEVEL SECURITY;

ALTER TABLE jobs.worker ENABLE ROW LEVEL SECURITY;

ALTER TABLE ledger.cover ENABLE ROW LEVEL SECURITY;

ALTER TABLE ledger.entry ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_project ON ledger.entry AS RESTRICTIVE TO yanshou_service, yanshou_reader, yanshou_jobs USING ((( SELECT auth.sees_district() AS sees_district) OR (EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = entry.district) AND (own.project_id = entry.project_id)))) OR ((project_id IS NULL) AND ((( SELECT auth.project() AS project) IS NULL) OR (person_id = ( SELECT auth.person() AS person)))))) WITH CHECK ((( SELECT auth.sees_district() AS sees_district) OR (project_id IS NULL) OR (EXISTS ( SELECT
   FROM app.part own
  WHERE ((own.district = entry.district) AND (own.project_id = entry.project_id) AND (own.until >= ( SELECT auth.today() AS today))))) OR (( SELECT auth.role() AS role) = 'construction_unit'::text)));

CREATE POLICY owner_and_guard ON ledger.cover TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON ledger.entry TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON ledger.pending TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON ledger."row" TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON ledger.subject_kind TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON ledger.told_of_no_row TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

ALTER TABLE ledger.pending ENABLE ROW LEVEL SECURITY;

CREATE POLICY reporter_sees_his_own ON ledger.entry AS RESTRICTIVE TO yanshou_service, yanshou_reader USING (((( SELECT auth.token_kind() AS token_kind) <> 'reporter'::text) OR ((subject_kind = 'issue'::text) AND (subject_id = ( SELECT auth.scope() AS scope))))) WITH CHECK (true);

ALTER TABLE ledger."row" ENABLE ROW LEVEL SECURITY;

ALTER TABLE ledger.subject_kind ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON ledger.entry TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.district() AS district))) WITH CHECK ((district = ( SELECT auth.district() AS district)));

CREATE POLICY tenant ON ledger.pending TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON ledger."row" TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

CREATE POLICY tenant ON ledger.told_of_no_row TO yanshou_service, yanshou_reader, yanshou_jobs USING ((district = ( SELECT auth.member_district() AS member_district))) WITH CHECK ((district = ( SELECT auth.member_district() AS member_district)));

ALTER TABLE ledger.told_of_no_row ENABLE ROW LEVEL SECURITY;

ALTER TABLE policy.calendar_day ENABLE ROW LEVEL SECURITY;

ALTER TABLE policy.edition ENABLE ROW LEVEL SECURITY;

ALTER TABLE policy.number ENABLE ROW LEVEL SECURITY;

CREATE POLICY owner_and_guard ON policy.calendar_day TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON policy.edition TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON policy.number TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON policy.pack TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON policy.parameter TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

CREATE POLICY owner_and_guard ON policy.supplied_key TO yanshou_owner, yanshou_guard, yanshou_migrator USING (true) WITH CHECK (true);

ALTER TABLE policy.pack ENABLE ROW LEVEL SECURITY;

ALTER TABLE policy.parameter ENABLE ROW LEVEL SECURITY;

CREATE POLICY reference ON policy.calendar_day FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON policy.edition FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON policy.number FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON policy.pack FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON policy.parameter FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

CREATE POLICY reference ON policy.supplied_key FOR SELECT TO yanshou_service, yanshou_reader, yanshou_jobs USING (true);

ALTER TABLE policy.supplied_key ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA app TO yanshou_owner;
GRANT USAGE ON SCHEMA app TO yanshou_guard;
GRANT USAGE ON SCHEMA app TO yanshou_service;
GRANT USAGE ON SCHEMA app TO yanshou_jobs;
GRANT USAGE ON SCHEMA app TO yanshou_reader;

GRANT USAGE ON SCHEMA auth TO yanshou_owner;
GRANT USAGE ON SCHEMA auth TO yanshou_guard;
GRANT USAGE ON SCHEMA auth TO yanshou_service;
GRANT USAGE ON SCHEMA auth TO yanshou_jobs;
GRANT USAGE ON SCHEMA auth TO yanshou_reader;

GRANT USAGE ON SCHEMA crypto TO yanshou_guard;

GRANT USAGE ON SCHEMA jobs TO yanshou_owner;
GRANT USAGE ON SCHEMA jobs TO yanshou_guard;
GRANT USAGE ON SCHEMA jobs TO yanshou_service;
GRANT USAGE ON SCHEMA jobs TO yanshou_jobs;

GRANT USAGE ON SCHEMA ledger TO yanshou_owner;
GRANT USAGE ON SCHEMA ledger TO yanshou_guard;
GRANT USAGE ON SCHEMA ledger TO yanshou_service;
GRANT USAGE ON SCHEMA ledger TO yanshou_jobs;
GRANT USAGE ON SCHEMA ledger TO yanshou_reader;
GRANT USAGE ON SCHEMA ledger TO yanshou_sealer;
GRANT USAGE ON SCHEMA ledger TO yanshou_auditor;

GRANT USAGE ON SCHEMA policy TO yanshou_owner;
GRANT USAGE ON SCHEMA policy TO yanshou_guard;
GRANT USAGE ON SCHEMA policy TO yanshou_service;
GRANT USAGE ON SCHEMA policy TO yanshou_jobs;
GRANT USAGE ON SCHEMA policy TO yanshou_reader;

GRANT USAGE ON SCHEMA pub TO yanshou_owner;
GRANT USAGE ON SCHEMA pub TO yanshou_guard;
GRANT USAGE ON SCHEMA pub TO yanshou_jobs;
GRANT USAGE ON SCHEMA pub TO yanshou_public;
GRANT USAGE ON SCHEMA pub TO yanshou_reader;
GRANT USAGE ON SCHEMA pub TO yanshou_service;

REVOKE USAGE ON SCHEMA public FROM PUBLIC;

REVOKE ALL ON FUNCTION app.acceptance_conflict(in_district integer, in_project uuid, in_person uuid, in_organisation uuid, in_role text, on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.acceptance_conflict(in_district integer, in_project uuid, in_person uuid, in_organisation uuid, in_role text, on_day date) TO yanshou_service;
GRANT ALL ON FUNCTION app.acceptance_conflict(in_district integer, in_project uuid, in_person uuid, in_organisation uuid, in_role text, on_day date) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.acceptance_differs(in_district integer, in_round uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.acceptance_item_has_its_unit(in_district integer, in_project uuid, in_item text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.acceptance_item_is_met(in_district integer, in_project uuid, in_item text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.acceptance_item_is_met_by(in_edition text, in_item text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.accepted_project(in_district integer, in_project uuid, OUT edition text, OUT accepted_on date) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.acts_as_its_body() FROM PUBLIC;
GRANT ALL ON FUNCTION app.acts_as_its_body() TO yanshou_service;
GRANT ALL ON FUNCTION app.acts_as_its_body() TO yanshou_reader;
GRANT ALL ON FUNCTION app.acts_as_its_body() TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.acts_for_receiver(receiver uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.acts_for_the_builder(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.approved_amounts(in_district integer, in_project uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.approved_amounts(in_district integer, in_project uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.approved_amounts(in_district integer, in_project uuid) TO yanshou_reader;
GRANT ALL ON FUNCTION app.approved_amounts(in_district integer, in_project uuid) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.are_papers_delivered(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.asks_for_notices(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.ballot_entries(in_ballot uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.ballot_entries(in_ballot uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.ballot_entries(in_ballot uuid) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.ballot_figures(in_ballot uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.ballot_figures(in_ballot uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.ballot_figures(in_ballot uuid) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.ballot_passed(in_district integer, in_project uuid, in_purpose text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.ballot_reading(in_district integer, in_ballot uuid, in_count integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.ballot_tally(in_district integer, in_ballot uuid, in_count integer, in_question integer) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.ballot_verdict(edition text, day date, purpose text, class text, area_total bigint, area_part bigint, area_yes bigint, persons_total bigint, persons_part bigint, persons_yes bigint, households_total bigint, households_part bigint, households_yes bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.bill_line_room(in_district integer, in_line uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.bond_stands(in_district integer, in_contract uuid, on_day date) FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.project_budget TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.project_budget TO yanshou_service;
GRANT SELECT ON TABLE app.project_budget TO yanshou_reader;
GRANT SELECT ON TABLE app.project_budget TO yanshou_jobs;

GRANT UPDATE(total_investment_fen) ON TABLE app.project_budget TO yanshou_service;

GRANT UPDATE(budget_funds_fen) ON TABLE app.project_budget TO yanshou_service;

GRANT UPDATE(soe_dominant) ON TABLE app.project_budget TO yanshou_service;

GRANT UPDATE(feasibility_fen) ON TABLE app.project_budget TO yanshou_service;

GRANT UPDATE(approved_budget_fen) ON TABLE app.project_budget TO yanshou_service;

GRANT UPDATE(adjustment_number) ON TABLE app.project_budget TO yanshou_service;

GRANT UPDATE(adjustment_ground) ON TABLE app.project_budget TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.project_budget TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.project_budget TO yanshou_service;

GRANT UPDATE(paper_id) ON TABLE app.project_budget TO yanshou_service;

REVOKE ALL ON FUNCTION app.budget_meets_its_plan(in_budget app.project_budget, in_named_before uuid, in_total_before bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.change_order_meets_its_budget(in_district integer, in_project uuid, in_order uuid, in_larger boolean, in_day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.change_order_overrun_fen(in_district integer, in_project uuid, in_order uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.community_under_way(in_district integer, in_name text, in_address text, in_besides uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.community_under_way(in_district integer, in_name text, in_address text, in_besides uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.community_under_way(in_district integer, in_name text, in_address text, in_besides uuid) TO yanshou_reader;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.contract TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.contract TO yanshou_service;
GRANT SELECT ON TABLE app.contract TO yanshou_reader;
GRANT SELECT ON TABLE app.contract TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.contract_is_finished(in_district integer, in_contract uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.contract_is_finished(in_district integer, in_contract uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.contract_is_finished(in_district integer, in_contract uuid) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.contract_of_owner(in_district integer, in_project uuid, in_contract uuid, OUT signed_on date, OUT edition text, OUT category text, OUT amount_fen bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.counted_day(in_start date, in_workdays integer, in_nominal date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.counted_day(in_start date, in_workdays integer, in_nominal date) TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.package TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.package TO yanshou_service;
GRANT SELECT ON TABLE app.package TO yanshou_reader;
GRANT SELECT ON TABLE app.package TO yanshou_jobs;

GRANT UPDATE(estimate_fen) ON TABLE app.package TO yanshou_service;

GRANT UPDATE(works_part_fen) ON TABLE app.package TO yanshou_service;

GRANT UPDATE(goods_part_fen) ON TABLE app.package TO yanshou_service;

GRANT UPDATE(services_part_fen) ON TABLE app.package TO yanshou_service;

GRANT UPDATE(listed_part_fen) ON TABLE app.package TO yanshou_service;

GRANT UPDATE(widened) ON TABLE app.package TO yanshou_service;

GRANT UPDATE(planned_method) ON TABLE app.package TO yanshou_service;

GRANT UPDATE(estimate_explanation) ON TABLE app.package TO yanshou_service;

GRANT UPDATE(determination_id) ON TABLE app.package TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.package TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.package TO yanshou_service;

GRANT UPDATE(withdrawn_on) ON TABLE app.package TO yanshou_service;

GRANT UPDATE(withdrawal_reason) ON TABLE app.package TO yanshou_service;

REVOKE ALL ON FUNCTION app.danger_word(in_edition text, in_words text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.danger_word(in_edition text, in_words text) TO yanshou_service;
GRANT ALL ON FUNCTION app.danger_word(in_edition text, in_words text) TO yanshou_reader;
GRANT ALL ON FUNCTION app.danger_word(in_edition text, in_words text) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.day_of_change() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.division_is_of(in_edition text, in_code text, in_place text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.division_stood(in_edition text, in_code text, in_from date, in_to date) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.dues_of_households(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.edition_asks_the_scope(in_edition text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.edition_of(in_district integer, in_project uuid) FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.engagement TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.engagement TO yanshou_service;
GRANT SELECT ON TABLE app.engagement TO yanshou_reader;
GRANT SELECT ON TABLE app.engagement TO yanshou_jobs;

GRANT UPDATE(valid_to) ON TABLE app.engagement TO yanshou_service;

GRANT UPDATE(end_reason) ON TABLE app.engagement TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.engagement TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.engagement TO yanshou_service;

REVOKE ALL ON FUNCTION app.engagement_days_are_near(in_engagement app.engagement) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.estimate_gate_is_ahead(in_district integer, in_project uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.estimate_gate_is_ahead(in_district integer, in_project uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.estimate_gate_is_ahead(in_district integer, in_project uuid) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.exception_stands(in_district integer, in_project uuid, in_requirement text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.exemption_parties(in_district integer, in_handover uuid, in_receiver uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.filings_wanting(in_district integer, in_project uuid, in_edition text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.fix_household_shares(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.forum_agrees(in_district integer, in_project uuid, in_forum text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.free_ended_engagements(in_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.free_ended_engagements(in_day date) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.funding_figures(in_district integer, in_project uuid, in_other bigint, in_contingency bigint, in_day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.funding_queue_of(in_year integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.funding_queue_of(in_year integer) TO yanshou_service;
GRANT ALL ON FUNCTION app.funding_queue_of(in_year integer) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.gate_refuses(in_requirement text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.handover_documents_wanting(in_district integer, in_handover uuid, in_round integer, in_kind text, in_edition text, with_receipts boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.handover_signatures_wanting(in_district integer, in_handover uuid, in_round integer, in_edition text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.has_owners_decision(in_district integer, in_project uuid, in_handover uuid, in_edition text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.has_papers(in_district integer, in_project uuid, in_key text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.hold_money_of_split_lots(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.hold_project(in_project uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.hold_project(in_project uuid) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.hold_what_conflicts(in_district integer, in_project uuid, in_day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__consultation(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__estimate(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__funding_plan(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__investment_decision(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__launch_papers(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__mandatory_kinds(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__objections_closed(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__owners_body(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__papers(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__permit(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__plan_ballot(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__plan_chain(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__plan_parts(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__plan_review(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__plan_submission(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__procedures(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__procedures_decided(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__project_code(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__publicity(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__publicity_period(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__resident_funds(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__scope(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__special_account(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__survey(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__three_rounds(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.holds__willingness_ballot(in_district integer, in_project uuid, in_gate text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.household_balances(in_project uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.household_balances(in_project uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.household_balances(in_project uuid) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.household_due(in_district integer, in_unit uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.household_due(in_district integer, in_unit uuid) TO yanshou_service;

REVOKE ALL ON FUNCTION app.household_dues(in_district integer, in_project uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.household_dues(in_district integer, in_project uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.household_dues(in_district integer, in_project uuid) TO yanshou_reader;
GRANT ALL ON FUNCTION app.household_dues(in_district integer, in_project uuid) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.household_paid(in_district integer, in_unit uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.household_paid(in_district integer, in_unit uuid) TO yanshou_service;

REVOKE ALL ON FUNCTION app.is_active_volunteer(in_district integer, in_project uuid, in_person uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.is_its_body(in_district integer, in_role text, in_organisation uuid, in_day date) FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.paper TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.paper TO yanshou_service;
GRANT SELECT ON TABLE app.paper TO yanshou_reader;
GRANT SELECT ON TABLE app.paper TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.is_of_its_scheme(in_paper app.paper) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_of_its_scheme(in_paper app.paper) TO yanshou_service;
GRANT ALL ON FUNCTION app.is_of_its_scheme(in_paper app.paper) TO yanshou_reader;
GRANT ALL ON FUNCTION app.is_of_its_scheme(in_paper app.paper) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.is_supervised(in_district integer, in_project uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_supervised(in_district integer, in_project uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.is_supervised(in_district integer, in_project uuid) TO yanshou_reader;
GRANT ALL ON FUNCTION app.is_supervised(in_district integer, in_project uuid) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.is_taken_in(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.is_trued_up(in_district integer, in_project uuid) FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.works_item TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.works_item TO yanshou_service;
GRANT SELECT ON TABLE app.works_item TO yanshou_reader;
GRANT SELECT ON TABLE app.works_item TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.judges_works() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.keep_parts(in_district integer, in_project uuid) FROM PUBLIC;

GRANT ALL ON FUNCTION app.kind_of_bytes(in_content bytea) TO yanshou_service;

REVOKE ALL ON FUNCTION app.last_log_of_contract(in_district integer, in_contract uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.last_log_of_contract(in_district integer, in_contract uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.last_log_of_contract(in_district integer, in_contract uuid) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.left_by_ended_contracts(in_district integer, in_project uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.left_by_ended_contracts(in_district integer, in_project uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.left_by_ended_contracts(in_district integer, in_project uuid) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.lift_block(in_district integer, in_source_kind text, in_source uuid) FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.bill_line TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.bill_line TO yanshou_service;
GRANT SELECT ON TABLE app.bill_line TO yanshou_reader;
GRANT SELECT ON TABLE app.bill_line TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.lock_community_of(in_district integer, in_project uuid, OUT edition text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.lots_are_open(in_district integer, in_project uuid, in_contract uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.mandatory_seats(in_district integer, in_project uuid, in_edition text, in_mode text, on_day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.no_dig_periods(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.no_dig_periods_shown(in_project uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.no_dig_periods_shown(in_project uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.no_dig_periods_shown(in_project uuid) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.notice_is_received(in_district integer, in_project uuid, in_number text, in_notice_on date, in_event_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.notice_is_received(in_district integer, in_project uuid, in_number text, in_notice_on date, in_event_on date) TO yanshou_service;
GRANT ALL ON FUNCTION app.notice_is_received(in_district integer, in_project uuid, in_number text, in_notice_on date, in_event_on date) TO yanshou_reader;
GRANT ALL ON FUNCTION app.notice_is_received(in_district integer, in_project uuid, in_number text, in_notice_on date, in_event_on date) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.notice_is_spent(in_district integer, in_project uuid, in_number text, in_round uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.notice_papers(in_district integer, in_project uuid, in_kind text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.notice_workdays_given(notice date, event date) FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.acceptance_round TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.acceptance_round TO yanshou_service;
GRANT SELECT ON TABLE app.acceptance_round TO yanshou_reader;
GRANT SELECT ON TABLE app.acceptance_round TO yanshou_jobs;

GRANT UPDATE(state) ON TABLE app.acceptance_round TO yanshou_service;

GRANT UPDATE(ended_on) ON TABLE app.acceptance_round TO yanshou_service;

GRANT UPDATE(ended_because) ON TABLE app.acceptance_round TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.acceptance_round TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.acceptance_round TO yanshou_service;

GRANT UPDATE(disputed_on) ON TABLE app.acceptance_round TO yanshou_service;

GRANT UPDATE(dispute) ON TABLE app.acceptance_round TO yanshou_service;

GRANT UPDATE(settlement) ON TABLE app.acceptance_round TO yanshou_service;

REVOKE ALL ON FUNCTION app.open_acceptance_round(in_district integer, in_project uuid, in_round uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.open_project(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.overdue_claims(in_district integer, in_project uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.overdue_claims(in_district integer, in_project uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.overdue_claims(in_district integer, in_project uuid) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.own_deliveries(in_webhook uuid, in_after uuid, in_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.own_deliveries(in_webhook uuid, in_after uuid, in_limit integer) TO yanshou_service;
GRANT ALL ON FUNCTION app.own_deliveries(in_webhook uuid, in_after uuid, in_limit integer) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.own_webhooks() FROM PUBLIC;
GRANT ALL ON FUNCTION app.own_webhooks() TO yanshou_service;
GRANT ALL ON FUNCTION app.own_webhooks() TO yanshou_reader;

REVOKE ALL ON FUNCTION app.packages_come_to(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.paper_stands(in_district integer, in_sha256 bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION app.paper_stands(in_district integer, in_sha256 bytea) TO yanshou_service;
GRANT ALL ON FUNCTION app.paper_stands(in_district integer, in_sha256 bytea) TO yanshou_reader;
GRANT ALL ON FUNCTION app.paper_stands(in_district integer, in_sha256 bytea) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.parts_said(in_district integer, in_project uuid) FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.receipt TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.receipt TO yanshou_service;
GRANT SELECT ON TABLE app.receipt TO yanshou_reader;
GRANT SELECT ON TABLE app.receipt TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.paying_ahead_rests_on_its_paper(in_receipt app.receipt) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.payment_nominal_day(in_district integer, in_claim uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.person_is_of(in_person uuid, in_organisation uuid, target uuid, on_day date, in_linked boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.person_is_of(in_person uuid, in_organisation uuid, target uuid, on_day date, in_linked boolean) TO yanshou_service;
GRANT ALL ON FUNCTION app.person_is_of(in_person uuid, in_organisation uuid, target uuid, on_day date, in_linked boolean) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.policy_number(in_edition text, in_key text, in_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.policy_number(in_edition text, in_key text, in_day date) TO yanshou_service;
GRANT ALL ON FUNCTION app.policy_number(in_edition text, in_key text, in_day date) TO yanshou_reader;
GRANT ALL ON FUNCTION app.policy_number(in_edition text, in_key text, in_day date) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.policy_on(in_edition text, in_key text, in_day date) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.policy_ratio(in_edition text, in_key text, in_day date, OUT numerator bigint, OUT denominator bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.policy_says(in_edition text, in_key text, in_value text, in_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.policy_says(in_edition text, in_key text, in_value text, in_day date) TO yanshou_service;
GRANT ALL ON FUNCTION app.policy_says(in_edition text, in_key text, in_value text, in_day date) TO yanshou_reader;
GRANT ALL ON FUNCTION app.policy_says(in_edition text, in_key text, in_value text, in_day date) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.policy_text(in_edition text, in_key text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.policy_words(in_edition text, in_key text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.policy_words(in_edition text, in_key text) TO yanshou_service;
GRANT ALL ON FUNCTION app.policy_words(in_edition text, in_key text) TO yanshou_reader;
GRANT ALL ON FUNCTION app.policy_words(in_edition text, in_key text) TO yanshou_jobs;

GRANT ALL ON FUNCTION app.policy_words(in_district integer, in_project uuid, in_key text) TO yanshou_service;
GRANT ALL ON FUNCTION app.policy_words(in_district integer, in_project uuid, in_key text) TO yanshou_reader;
GRANT ALL ON FUNCTION app.policy_words(in_district integer, in_project uuid, in_key text) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.put_block(in_district integer, in_project uuid, in_class text, in_code text, in_source_kind text, in_source uuid, in_subject_kind text, in_subject uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.ratio_is_met(in_count bigint, in_base bigint, in_share text, in_inclusive boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.records_papers_of(in_district integer, in_edition text, in_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.records_papers_of(in_district integer, in_edition text, in_kind text) TO yanshou_service;
GRANT ALL ON FUNCTION app.records_papers_of(in_district integer, in_edition text, in_kind text) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.refuse_beyond_bill(in_district integer, in_line uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_change_under_an_open_ballot(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_charges_ahead(in_district integer, in_contract uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_contract_end(in_district integer, in_contract uuid, in_ended_on date) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_early_tender(in_package app.package, in_documents_on date) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_engaged_volunteer(in_district integer, in_project uuid, in_person uuid) FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.handover TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.handover TO yanshou_service;
GRANT SELECT ON TABLE app.handover TO yanshou_reader;
GRANT SELECT ON TABLE app.handover TO yanshou_jobs;

GRANT UPDATE(receiver_id) ON TABLE app.handover TO yanshou_service;

GRANT UPDATE(state) ON TABLE app.handover TO yanshou_service;

GRANT UPDATE(round) ON TABLE app.handover TO yanshou_service;

GRANT UPDATE(refused_reason) ON TABLE app.handover TO yanshou_service;

GRANT UPDATE(not_applicable_reason) ON TABLE app.handover TO yanshou_service;

GRANT UPDATE(proposed_by) ON TABLE app.handover TO yanshou_service;

GRANT UPDATE(confirmed_by) ON TABLE app.handover TO yanshou_service;

GRANT UPDATE(handed_over_on) ON TABLE app.handover TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.handover TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.handover TO yanshou_service;

GRANT UPDATE(exemption_id) ON TABLE app.handover TO yanshou_service;

GRANT UPDATE(exemption_ground) ON TABLE app.handover TO yanshou_service;

GRANT UPDATE(exemption_paper_id) ON TABLE app.handover TO yanshou_service;

REVOKE ALL ON FUNCTION app.refuse_false_exemption(becomes app.handover, was app.handover, in_edition text, in_construction_unit uuid) FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.issue TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.issue TO yanshou_service;
GRANT SELECT ON TABLE app.issue TO yanshou_reader;
GRANT SELECT ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(state) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(state) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(severity) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(severity) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(bureau) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(bureau) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(triaged_by) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(triaged_by) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(rejection_reason) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(rejection_reason) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(duplicate_of) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(duplicate_of) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(assignee_organisation_id) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(assignee_organisation_id) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(claimed_by) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(claimed_by) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(fix_note) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(fix_note) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(verified_as) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(verified_as) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(verified_by) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(verified_by) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(verified_organisation_id) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(verified_organisation_id) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(shown_key_hash) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(shown_key_hash) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(reopened_count) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(reopened_count) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(reopening_reason) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(reopening_reason) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(closed_on) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(closed_on) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(op_id) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(op_id) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(version) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(version) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(bounced_count) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(bounced_count) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(bounce_reason) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(bounce_reason) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(bounced_to_id) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(bounced_to_id) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(fix_claimed_on) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(fix_claimed_on) ON TABLE app.issue TO yanshou_jobs;

GRANT UPDATE(reopened_on) ON TABLE app.issue TO yanshou_service;
GRANT UPDATE(reopened_on) ON TABLE app.issue TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.refuse_false_witness(was app.issue, becomes app.issue) FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.tender_award TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.tender_award TO yanshou_service;
GRANT SELECT ON TABLE app.tender_award TO yanshou_reader;
GRANT SELECT ON TABLE app.tender_award TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.refuse_flawed_tender(in_package app.package, in_award app.tender_award, in_edition text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_foreign_link(in_handover uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_hurried_bids(in_package app.package, in_award app.tender_award, in_edition text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_off_the_ladder(was app.issue, becomes app.issue) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_outside_works(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_reduction(in_district integer, in_reduction uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_signing_for_another(in_person uuid, in_organisation uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_unfinished_works(in_district integer, in_project uuid, in_contract uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_unfit_bidders(in_package app.package, in_award app.tender_award, in_edition text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_unfit_committee(in_award app.tender_award, in_edition text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_when_blocked(in_district integer, in_project uuid, in_class text, in_subject uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_works_without_permit(in_district integer, in_project uuid, in_edition text, in_began date) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.refuse_wrong_candidate(in_award app.tender_award, in_edition text, in_mandatory boolean) FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.register_import TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.register_import TO yanshou_service;
GRANT SELECT ON TABLE app.register_import TO yanshou_reader;
GRANT SELECT ON TABLE app.register_import TO yanshou_jobs;

GRANT UPDATE(state) ON TABLE app.register_import TO yanshou_service;

GRANT UPDATE(confirmed_by) ON TABLE app.register_import TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.register_import TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.register_import TO yanshou_service;

GRANT UPDATE(agreed_by) ON TABLE app.register_import TO yanshou_service;

GRANT UPDATE(agreed_on) ON TABLE app.register_import TO yanshou_service;

REVOKE ALL ON FUNCTION app.register_agreement_is_theirs(in_import app.register_import, in_before uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.register_is_agreed_to(in_district integer, in_project uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.register_is_agreed_to(in_district integer, in_project uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.register_is_agreed_to(in_district integer, in_project uuid) TO yanshou_reader;
GRANT ALL ON FUNCTION app.register_is_agreed_to(in_district integer, in_project uuid) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.requirement_holds(in_district integer, in_project uuid, in_gate text, in_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.requirement_holds(in_district integer, in_project uuid, in_gate text, in_name text) TO yanshou_service;
GRANT ALL ON FUNCTION app.requirement_holds(in_district integer, in_project uuid, in_gate text, in_name text) TO yanshou_reader;
GRANT ALL ON FUNCTION app.requirement_holds(in_district integer, in_project uuid, in_gate text, in_name text) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.requirement_is_ahead(in_district integer, in_project uuid, in_requirement text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.requirements_before(in_edition text, in_state text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.rest_of_scheme_is_filed(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.retention_held(in_district integer, in_contract uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.role_of_entry(in_district integer, in_entry uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.role_of_entry(in_district integer, in_entry uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.role_of_entry(in_district integer, in_entry uuid) TO yanshou_reader;
GRANT ALL ON FUNCTION app.role_of_entry(in_district integer, in_entry uuid) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.says_something(in_edition text, in_words text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.scheme_amounts(in_district integer, in_project uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.scheme_amounts(in_district integer, in_project uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.scheme_amounts(in_district integer, in_project uuid) TO yanshou_reader;
GRANT ALL ON FUNCTION app.scheme_amounts(in_district integer, in_project uuid) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.scope_verdict(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.severity_blocks_acceptance(in_edition text, in_severity text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.severity_blocks_acceptance(in_edition text, in_severity text) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.shares_of_the_accounts(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.side_of_contract(in_district integer, in_contract uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.side_of_contract(in_district integer, in_contract uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.side_of_contract(in_district integer, in_contract uuid) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.source_hash(in_project uuid, in_peer text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.source_hash(in_project uuid, in_peer text) TO yanshou_service;

REVOKE ALL ON FUNCTION app.standing_blocks(in_district integer, in_project uuid, in_classes text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.statement_moment(in_statement bytea) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.steps_ahead(in_district integer, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.stored_notices(in_district integer, in_project uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.stored_notices(in_district integer, in_project uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.stored_notices(in_district integer, in_project uuid) TO yanshou_reader;
GRANT ALL ON FUNCTION app.stored_notices(in_district integer, in_project uuid) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.subsidy_due(in_district integer, in_project uuid, in_payer text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.subsidy_paid(in_district integer, in_project uuid, in_payer text) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__acceptance_answer_is_of_the_checklist() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__acceptance_certificate() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__acceptance_dispute() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__acceptance_dossier() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__acceptance_notice_is_early_enough() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__acceptance_opinion() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__acceptance_paper_follows_the_works() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__acceptance_round_ends() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__acceptance_round_has_its_notice() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__acceptance_round_has_its_seats() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__acceptance_round_is_called() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__acceptance_sitting() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__account_is_opened_in_its_time() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__anonymous_report_is_counted() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__anonymous_reports_are_limited() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__appointment_keeps_volunteers_free() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__approval_waits_for_papers() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__archive_package_follows_the_certificate() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__archive_receipt_names_its_package() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__attendance_is_of_a_day_of_duty() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__audit_opinion_is_the_tracking_auditors() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__award_duty_is_met_by_its_paper() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__award_follows_its_tender() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__award_is_withdrawn() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__ballot_asks_its_questions() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__ballot_goes_from_open_to_its_end() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__ballot_opens_over_the_register() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__bill_addition_comes_from_an_approved_change() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__bill_addition_meets_logs() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__bill_covers_its_items() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__bill_line_is_of_its_contract() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__bill_meets_permit() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__block_meets_acceptance() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__budget_approval_has_one_total() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__budget_change_reaches_the_packages() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__budget_covers_its_contracts() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__budget_follows_the_funding_plan() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__certificate_waits_for_the_stations_receipt() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__certified_claim_holds_its_retention() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__certified_claim_starts_its_clock() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__change_has_its_own_event() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__change_order_begins() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__change_order_decision() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__change_order_expires_after_its_window() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__change_order_line_is_of_the_bill() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__change_order_opinion() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__change_order_step() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__change_order_takes_effect() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__clock_is_computed_by_its_calendar() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__close_waits_for_open_issues() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__closed_project_takes_no_reports() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__community_body_is_named_by_the_street() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__community_body_is_of_its_kind() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__community_is_completed() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__community_is_renovated_once_at_a_time() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__completion_gate() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__completion_report() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__conflicts_are_found_anew() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__consultation_goes_in_order() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__contract_bond_stands_beside_no_retention() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__contract_ends_by_two_words() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__contract_engages_its_unit() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__contract_fits_the_delivery_mode() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__contract_follows_its_determination() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__contract_is_what_was_awarded() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__correction_comes_with_its_recount() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__count_answers_every_question() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__count_is_of_a_finished_ballot() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__covering_notice_is_of_its_lot() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__custody_is_taken_by_its_keeper() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__daily_log_counts_again() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__daily_log_follows_its_steps() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__defect_liability_begins_with_acceptance() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__delegation_is_of_its_sitting() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__delivery_mode_is_settled_by_contracts() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__determination_agrees_with_its_figures() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__digging_line_is_of_its_project() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__digging_waits_for_the_no_dig_period() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__direct_contract_stays_within_the_scheme() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__disturbance_is_announced_in_time() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__division_stands_on_its_day() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__engagement_has_no_conflict() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__engagement_only_ends() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__estimate_cut_is_explained() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__evidence_is_imported_with_its_project() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__excavation_waits_for_the_no_dig_period() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__exemption_is_approved() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__fact_is_never_changed() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__filing_document_is_its_own_paper() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__filing_has_its_documents() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__filing_is_of_the_policy() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__final_account_is_fixed_by_finance() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__front_fact_is_brought_by_its_body() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__front_fact_meets_project() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__funding_plan_is_of_its_items() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__gate_exception_goes_its_way() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__gate_of_the_place() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__handover_asset_is_listed_in_time() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__handover_document_line() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__handover_exemption() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__handover_exemption_voice_is_its_partys_own() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__handover_is_of_its_project() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__handover_links_are_few() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__handover_paper_is_of_its_party() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__handover_receiver_runs_its_kind() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__handover_signature_is_its_partys_own() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__handover_step() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__household_shares_are_fixed() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__import_names_its_evidence() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__imported_scheme_has_its_approval() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__imported_scheme_is_within_the_scope() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__inspection_lot_follows_its_steps() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__inspection_lot_predecessor_is_before_it() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__inspection_lot_waits() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__issue_escalation_has_its_ground() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__issue_follows_its_steps() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__issue_goes_up() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__issue_is_not_eased_by_its_builder() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__issue_part_comes_with_it() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__issue_regrading_follows_its_steps() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__issue_regrading_is_agreed_to() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__issue_regrading_takes_effect() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__last_word_has_its_moment() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__later_housing_has_its_approval() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__launch_gate() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__launch_paper_is_of_its_scheme() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__launch_waits_for_the_agreed_register() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__link_confirms_by_its_sealed_sheet() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__listing_waits_for_investment_decision() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__listing_waits_for_the_chain() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__log_photo_comes_with_its_log() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__log_quantity_stays_within_bill() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__management_form_is_of_the_policy() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__money_statement_covers_what_was_paid() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__no_dig_notice_is_announced() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__no_event_no_commit() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__notice_receipt_answers_its_notice() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__objection_meets_project() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__opinion_is_within_its_letter() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__package_meets_project() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__package_names_its_own_determination() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__packages_stay_within_budget() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__paper_delivery_follows_the_handover() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__paper_is_a_document() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__paper_is_recorded_by_its_body() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__paper_kind_has_its_bytes() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__paper_serves_one_kind() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__parts_are_kept() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__payment_claim_follows_its_steps() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__payment_claim_is_the_sum_of_its_lines() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__payment_stays_within_its_claim() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__payment_stays_within_log_and_contract() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__payment_term_is_not_too_long() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__plan_approval_follows_its_chain() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__plan_meets_the_budget() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__posting_meets_project() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__procedure_decision_meets_project() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__project_adopts_its_edition() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__project_close_waits() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__project_closing_closes() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__project_code_stays() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__project_is_accepted_by_its_certificate() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__project_is_moved_by_its_body() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__project_is_taken_in_by_its_unit() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__project_step_is_allowed() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__project_waits_for_handovers() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__question_is_put_lawfully() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__reason_says_something() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__rebuilding_comes_before_its_ballots() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__rebuilding_is_voted_as_rebuilding() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__receipt_is_counted_up() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__receipt_is_of_a_household() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__receipt_meets_project() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__receipt_meets_true_up() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__receipt_takes_its_door() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__reduction_is_asked() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__reduction_is_decided() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__register_changes_by_a_confirmed_import() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__register_file_comes_with_its_import() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__register_goes_from_check_to_standing() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__register_owner_comes_with_its_name() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__register_totals_are_of_its_units() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__register_unit_area_is_plausible() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__replay_is_of_a_standing_webhook() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__requirement_has_its_function() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__result_is_its_tally() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__retention_holding_is_the_agreed_share() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__retention_release_has_its_day() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__retention_stays_within_the_share() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__routine_is_of_a_kind() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__scheme_is_decided_in_its_time() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__scheme_is_recorded_before_its_vote() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__scope_finding_meets_project() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__separation_is_decided() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__severe_issue_holds_acceptance() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__site_staff_is_fit() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__site_staff_only_ends() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__slip_is_of_its_ballot() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__slip_is_rechecked_by_another() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__special_works_are_settled_once() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__subsidy_payment_stays_within_the_statement() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__termination_is_proposed() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__true_up_counts_what_was_paid() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__true_up_finds_its_shares() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__true_up_is_the_households_share() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__version_steps_by_one() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__visit_is_of_a_kind() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__volunteer_has_no_engagement() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__warranty_claim_follows_its_steps() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__warranty_claim_starts_its_clock() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__warranty_ends_with_its_season() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__warranty_is_of_its_project() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__webhook_begins() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__webhook_is_ones_own() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__works_contract_has_its_bill() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__works_kind_is_of_its_class() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__works_outside_have_their_approval() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__works_start_gate() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.tg__yearly_duty_is_of_the_district() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.triages_issues() FROM PUBLIC;

REVOKE ALL ON FUNCTION app.unfinished_items(in_district integer, in_project uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.unfinished_items(in_district integer, in_project uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.unfinished_items(in_district integer, in_project uuid) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.unfinished_lines(in_district integer, in_project uuid, in_contract uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.unit_fits_package(in_package app.package, in_unit uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.unit_fits_package(in_package app.package, in_unit uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.unit_fits_package(in_package app.package, in_unit uuid) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.unit_waits_for_confirmation(in_district integer, in_unit uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.unit_waits_for_confirmation(in_district integer, in_unit uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.unit_waits_for_confirmation(in_district integer, in_unit uuid) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.units_of_entry(in_district integer, in_entry uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.units_of_entry(in_district integer, in_entry uuid) TO yanshou_service;
GRANT ALL ON FUNCTION app.units_of_entry(in_district integer, in_entry uuid) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.warranties_running(in_district integer, in_project uuid, on_day date) FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.webhook TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.webhook TO yanshou_service;
GRANT SELECT ON TABLE app.webhook TO yanshou_reader;
GRANT SELECT ON TABLE app.webhook TO yanshou_jobs;

GRANT UPDATE(secret_number) ON TABLE app.webhook TO yanshou_service;

GRANT UPDATE(ended) ON TABLE app.webhook TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.webhook TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.webhook TO yanshou_service;

REVOKE ALL ON FUNCTION app.webhook_may_hear(own app.webhook, in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION app.workday_after(in_day date, in_count bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION app.workday_after(in_day date, in_count bigint) TO yanshou_public;
GRANT ALL ON FUNCTION app.workday_after(in_day date, in_count bigint) TO yanshou_service;
GRANT ALL ON FUNCTION app.workday_after(in_day date, in_count bigint) TO yanshou_reader;

REVOKE ALL ON FUNCTION app.working_day_from(in_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.working_day_from(in_day date) TO yanshou_service;
GRANT ALL ON FUNCTION app.working_day_from(in_day date) TO yanshou_reader;
GRANT ALL ON FUNCTION app.working_day_from(in_day date) TO yanshou_jobs;

REVOKE ALL ON FUNCTION app.works_of_facility(in_district integer, in_project uuid, in_edition text, in_kind text) FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.appointments_of(in_person uuid, today date) FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.attempt_sign_in(in_login text, in_network text, in_key bytea, in_code text, in_appointment uuid, in_token bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.attempt_sign_in(in_login text, in_network text, in_key bytea, in_code text, in_appointment uuid, in_token bytea) TO yanshou_service;

REVOKE ALL ON FUNCTION auth.begin_demo_clock(in_start timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.begin_demo_clock(in_start timestamp with time zone) TO yanshou_owner;

REVOKE ALL ON FUNCTION auth.business_day() FROM PUBLIC;
GRANT ALL ON FUNCTION auth.business_day() TO yanshou_service;
GRANT ALL ON FUNCTION auth.business_day() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.business_day() TO yanshou_jobs;

REVOKE ALL ON FUNCTION auth.business_now() FROM PUBLIC;
GRANT ALL ON FUNCTION auth.business_now() TO yanshou_service;
GRANT ALL ON FUNCTION auth.business_now() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.business_now() TO yanshou_jobs;

REVOKE ALL ON FUNCTION auth.close_session(in_token bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.close_session(in_token bytea) TO yanshou_service;

REVOKE ALL ON FUNCTION auth.context() FROM PUBLIC;
GRANT ALL ON FUNCTION auth.context() TO yanshou_service;
GRANT ALL ON FUNCTION auth.context() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.context() TO yanshou_jobs;

GRANT ALL ON FUNCTION auth.district() TO yanshou_service;
GRANT ALL ON FUNCTION auth.district() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.district() TO yanshou_jobs;
GRANT ALL ON FUNCTION auth.district() TO yanshou_guard;

REVOKE ALL ON FUNCTION auth.end_own_sign_ins(in_shown bytea, in_which uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.end_own_sign_ins(in_shown bytea, in_which uuid) TO yanshou_service;

REVOKE ALL ON FUNCTION auth.enter(presented bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.enter(presented bytea) TO yanshou_service;
GRANT ALL ON FUNCTION auth.enter(presented bytea) TO yanshou_reader;

REVOKE ALL ON FUNCTION auth.enter_job(job uuid, lease bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.enter_job(job uuid, lease bigint) TO yanshou_jobs;

REVOKE ALL ON FUNCTION auth.enter_reporter(in_project uuid, in_issue uuid, in_shown bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.enter_reporter(in_project uuid, in_issue uuid, in_shown bytea) TO yanshou_service;
GRANT ALL ON FUNCTION auth.enter_reporter(in_project uuid, in_issue uuid, in_shown bytea) TO yanshou_reader;

REVOKE ALL ON FUNCTION auth.enter_to_read(presented bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.enter_to_read(presented bytea) TO yanshou_service;
GRANT ALL ON FUNCTION auth.enter_to_read(presented bytea) TO yanshou_reader;

REVOKE ALL ON FUNCTION auth.enter_to_report(presented bytea, in_project uuid, in_issue uuid, in_shown bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.enter_to_report(presented bytea, in_project uuid, in_issue uuid, in_shown bytea) TO yanshou_service;
GRANT ALL ON FUNCTION auth.enter_to_report(presented bytea, in_project uuid, in_issue uuid, in_shown bytea) TO yanshou_reader;

REVOKE ALL ON FUNCTION auth.has_one_time_secret() FROM PUBLIC;
GRANT ALL ON FUNCTION auth.has_one_time_secret() TO yanshou_service;
GRANT ALL ON FUNCTION auth.has_one_time_secret() TO yanshou_reader;

GRANT ALL ON FUNCTION auth.has_second_factor() TO yanshou_service;
GRANT ALL ON FUNCTION auth.has_second_factor() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.has_second_factor() TO yanshou_jobs;
GRANT ALL ON FUNCTION auth.has_second_factor() TO yanshou_guard;

REVOKE ALL ON FUNCTION auth.holder_of(presented bytea, today date) FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.is_demonstration() FROM PUBLIC;
GRANT ALL ON FUNCTION auth.is_demonstration() TO yanshou_service;
GRANT ALL ON FUNCTION auth.is_demonstration() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.is_demonstration() TO yanshou_jobs;

REVOKE ALL ON FUNCTION auth.issue_link(in_hash bytea, in_handover uuid, in_person uuid, in_name text, in_appointment uuid, in_days integer, in_op uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.issue_link(in_hash bytea, in_handover uuid, in_person uuid, in_name text, in_appointment uuid, in_days integer, in_op uuid) TO yanshou_service;

REVOKE ALL ON FUNCTION auth.judge_sign_in(in_attempt uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.judge_sign_in(in_attempt uuid) TO yanshou_service;

GRANT ALL ON FUNCTION auth.member_district() TO yanshou_service;
GRANT ALL ON FUNCTION auth.member_district() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.member_district() TO yanshou_jobs;
GRANT ALL ON FUNCTION auth.member_district() TO yanshou_guard;

REVOKE ALL ON FUNCTION auth.one_time_code(in_secret bytea, in_step bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.one_time_step(in_secret bytea, in_code text, in_at timestamp with time zone, in_used bigint) FROM PUBLIC;

GRANT ALL ON FUNCTION auth.organisation() TO yanshou_service;
GRANT ALL ON FUNCTION auth.organisation() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.organisation() TO yanshou_jobs;
GRANT ALL ON FUNCTION auth.organisation() TO yanshou_guard;

REVOKE ALL ON FUNCTION auth.own_appointments() FROM PUBLIC;
GRANT ALL ON FUNCTION auth.own_appointments() TO yanshou_service;
GRANT ALL ON FUNCTION auth.own_appointments() TO yanshou_reader;

REVOKE ALL ON FUNCTION auth.own_sign_ins(in_shown bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.own_sign_ins(in_shown bytea) TO yanshou_service;
GRANT ALL ON FUNCTION auth.own_sign_ins(in_shown bytea) TO yanshou_reader;

GRANT ALL ON FUNCTION auth.person() TO yanshou_service;
GRANT ALL ON FUNCTION auth.person() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.person() TO yanshou_jobs;
GRANT ALL ON FUNCTION auth.person() TO yanshou_guard;

GRANT ALL ON FUNCTION auth.project() TO yanshou_service;
GRANT ALL ON FUNCTION auth.project() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.project() TO yanshou_jobs;
GRANT ALL ON FUNCTION auth.project() TO yanshou_guard;

GRANT ALL ON FUNCTION auth.readers() TO yanshou_service;
GRANT ALL ON FUNCTION auth.readers() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.readers() TO yanshou_jobs;
GRANT ALL ON FUNCTION auth.readers() TO yanshou_guard;

REVOKE ALL ON FUNCTION auth.register_signing_key(in_key uuid, in_public_key text, in_from timestamp with time zone, in_op uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.register_signing_key(in_key uuid, in_public_key text, in_from timestamp with time zone, in_op uuid) TO yanshou_service;

REVOKE ALL ON FUNCTION auth.require_key_event(in_key uuid, in_op uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.require_link_issuer(in_project uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.require_second_factor() FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.require_today(in_at timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.revoke_links(in_handover uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.revoke_links(in_handover uuid) TO yanshou_service;

REVOKE ALL ON FUNCTION auth.revoke_signing_key(in_key uuid, in_at timestamp with time zone, in_op uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.revoke_signing_key(in_key uuid, in_at timestamp with time zone, in_op uuid) TO yanshou_service;

GRANT ALL ON FUNCTION auth.role() TO yanshou_service;
GRANT ALL ON FUNCTION auth.role() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.role() TO yanshou_jobs;
GRANT ALL ON FUNCTION auth.role() TO yanshou_guard;

GRANT ALL ON FUNCTION auth.scope() TO yanshou_service;
GRANT ALL ON FUNCTION auth.scope() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.scope() TO yanshou_jobs;
GRANT ALL ON FUNCTION auth.scope() TO yanshou_guard;

REVOKE ALL ON FUNCTION auth.sees(in_project uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.sees(in_project uuid) TO yanshou_service;
GRANT ALL ON FUNCTION auth.sees(in_project uuid) TO yanshou_reader;
GRANT ALL ON FUNCTION auth.sees(in_project uuid) TO yanshou_jobs;

GRANT ALL ON FUNCTION auth.sees_district() TO yanshou_service;
GRANT ALL ON FUNCTION auth.sees_district() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.sees_district() TO yanshou_jobs;
GRANT ALL ON FUNCTION auth.sees_district() TO yanshou_guard;

REVOKE ALL ON FUNCTION auth.set_demo_clock(in_now timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.set_demo_clock(in_now timestamp with time zone) TO yanshou_owner;

REVOKE ALL ON FUNCTION auth.sign_context(payload text) FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.sign_in_form(in_login text, in_network text) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.sign_in_form(in_login text, in_network text) TO yanshou_service;

REVOKE ALL ON FUNCTION auth.sign_in_wait(in_login text, in_network text) FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.takes_part(in_project uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION auth.takes_part(in_project uuid) TO yanshou_service;
GRANT ALL ON FUNCTION auth.takes_part(in_project uuid) TO yanshou_reader;
GRANT ALL ON FUNCTION auth.takes_part(in_project uuid) TO yanshou_jobs;

REVOKE ALL ON FUNCTION auth.tg__control_link_reaches_engagements() FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.tg__control_link_waits_for_engagements() FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.tg__demo_clock_is_of_a_demonstration() FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.tg__no_event_no_commit() FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.tg__organisation_facilities_are_recorded_by_the_office() FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.tg__sign_in_begins_anew() FROM PUBLIC;

REVOKE ALL ON FUNCTION auth.tg__signing_key_only_ends() FROM PUBLIC;

GRANT ALL ON FUNCTION auth.today() TO yanshou_service;
GRANT ALL ON FUNCTION auth.today() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.today() TO yanshou_jobs;
GRANT ALL ON FUNCTION auth.today() TO yanshou_guard;

GRANT ALL ON FUNCTION auth.token_kind() TO yanshou_service;
GRANT ALL ON FUNCTION auth.token_kind() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.token_kind() TO yanshou_jobs;
GRANT ALL ON FUNCTION auth.token_kind() TO yanshou_guard;

REVOKE ALL ON FUNCTION auth.units() FROM PUBLIC;
GRANT ALL ON FUNCTION auth.units() TO yanshou_service;
GRANT ALL ON FUNCTION auth.units() TO yanshou_reader;
GRANT ALL ON FUNCTION auth.units() TO yanshou_jobs;

GRANT ALL ON FUNCTION auth.units_of_one_group(in_units uuid[]) TO yanshou_service;
GRANT ALL ON FUNCTION auth.units_of_one_group(in_units uuid[]) TO yanshou_reader;

REVOKE ALL ON FUNCTION auth.write_context(district integer, person uuid, organisation uuid, appointment uuid, acting text, project uuid, scope uuid, today date, token_kind text, second_factor boolean, until timestamp with time zone, counted bigint) FROM PUBLIC;

REVOKE ALL ON FUNCTION jobs.admit() FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.admit() TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.beat(in_worker integer, in_done bigint, in_failed bigint, in_lost bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.beat(in_worker integer, in_done bigint, in_failed bigint, in_lost bigint) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.begin_worker(in_name text, in_before integer) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.begin_worker(in_name text, in_before integer) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.bury(in_job uuid, in_ring smallint, in_attempts smallint, in_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.bury(in_job uuid, in_ring smallint, in_attempts smallint, in_reason text) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.cancel(in_job uuid, in_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.cancel(in_job uuid, in_reason text) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.cancellations(in_worker integer) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.cancellations(in_worker integer) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.claim(in_queue text, in_kinds text[], in_priorities smallint[], in_seqs bigint[], in_limit integer, in_worker integer, in_idle boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.claim(in_queue text, in_kinds text[], in_priorities smallint[], in_seqs bigint[], in_limit integer, in_worker integer, in_idle boolean) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.complete(in_job uuid, in_lease bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.complete(in_job uuid, in_lease bigint) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.declare_schedule(in_name text, in_kind text, in_queue text, in_arguments jsonb, in_every interval, in_at time without time zone, in_weekdays smallint[], in_month_days smallint[], in_workdays boolean, in_zone text, in_missed text, in_district integer, in_once_a_day boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.declare_schedule(in_name text, in_kind text, in_queue text, in_arguments jsonb, in_every interval, in_at time without time zone, in_weekdays smallint[], in_month_days smallint[], in_workdays boolean, in_zone text, in_missed text, in_district integer, in_once_a_day boolean) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.delivery_to_bring(in_delivery uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.delivery_to_bring(in_delivery uuid) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.end_worker(in_worker integer, in_done bigint, in_failed bigint, in_lost bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.end_worker(in_worker integer, in_done bigint, in_failed bigint, in_lost bigint) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.fail(in_job uuid, in_lease bigint, in_error text, in_pause interval) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.fail(in_job uuid, in_lease bigint, in_error text, in_pause interval) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.finish(in_jobs uuid[], in_tokens bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.finish(in_jobs uuid[], in_tokens bigint[]) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.fire(in_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.fire(in_limit integer) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.forward(in_jobs uuid[], in_rings smallint[], in_attempts smallint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.forward(in_jobs uuid[], in_rings smallint[], in_attempts smallint[]) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.give_up(in_job uuid, in_lease bigint, in_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.give_up(in_job uuid, in_lease bigint, in_reason text) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.hand_out(in_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.hand_out(in_limit integer) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.heartbeat(in_worker integer, in_done bigint, in_failed bigint, in_lost bigint, in_queues text[], in_kinds text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.heartbeat(in_worker integer, in_done bigint, in_failed bigint, in_lost bigint, in_queues text[], in_kinds text[]) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.hold_schedule(in_name text, in_holds boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.hold_schedule(in_name text, in_holds boolean) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.hold_worker(in_worker integer) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.hold_worker(in_worker integer) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.let_go(in_ended uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.let_go(in_ended uuid[]) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.next_due() FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.next_due() TO yanshou_jobs;

GRANT SELECT ON TABLE jobs.schedule TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.schedule TO yanshou_guard;

REVOKE ALL ON FUNCTION jobs.next_tick(own jobs.schedule, after timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.next_tick(own jobs.schedule, after timestamp with time zone) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.pause(in_queue text, in_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.pause(in_queue text, in_reason text) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.promote(in_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.promote(in_limit integer) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.queues() FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.queues() TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.reclaim(in_worker integer, in_known uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.reclaim(in_worker integer, in_known uuid[]) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.redrive(in_kind text, in_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.redrive(in_kind text, in_limit integer) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.release(in_jobs uuid[], in_tokens bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.release(in_jobs uuid[], in_tokens bigint[]) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.rescue() FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.rescue() TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.resume(in_queue text) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.resume(in_queue text) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.retry(in_job uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.retry(in_job uuid) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.run_schedule(in_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.run_schedule(in_name text) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.set_gate(in_gate text, in_slots integer, in_count integer, in_per interval) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.set_gate(in_gate text, in_slots integer, in_count integer, in_per interval) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.snooze(in_job uuid, in_lease bigint, in_pause interval) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.snooze(in_job uuid, in_lease bigint, in_pause interval) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.strike_out(in_job uuid, in_attempts smallint, in_worker integer, in_claimed timestamp with time zone, in_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.strike_out(in_job uuid, in_attempts smallint, in_worker integer, in_claimed timestamp with time zone, in_reason text) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.take(in_queue text, in_kind text, in_priority smallint, in_after bigint, in_limit integer, in_worker integer) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.take(in_queue text, in_kind text, in_priority smallint, in_after bigint, in_limit integer, in_worker integer) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.take_alone(in_queue text, in_kinds text[], in_worker integer) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.take_alone(in_queue text, in_kinds text[], in_worker integer) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.tell_delivery(in_delivery uuid, in_status integer, in_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.tell_delivery(in_delivery uuid, in_status integer, in_reason text) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.tg__job_takes_its_key() FROM PUBLIC;

REVOKE ALL ON FUNCTION jobs.tg__jobs_are_routed() FROM PUBLIC;

REVOKE ALL ON FUNCTION jobs.tidy() FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.tidy() TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.turn_ring() FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.turn_ring() TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.unblock(in_ended uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.unblock(in_ended uuid[]) TO yanshou_jobs;

REVOKE ALL ON FUNCTION jobs.withdraw(in_job uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION jobs.withdraw(in_job uuid) TO yanshou_jobs;

REVOKE ALL ON FUNCTION ledger.append(in_district integer, in_person uuid, in_organisation uuid, in_role text, in_entry uuid, in_type text, in_kind text, in_subject uuid, in_project uuid, in_at timestamp with time zone, in_operation bytea, in_body jsonb, in_sign_off jsonb, in_rule jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION ledger.begin_rows() FROM PUBLIC;

REVOKE ALL ON FUNCTION ledger.close(in_district integer, in_entry uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ledger.files_text(in_district integer, in_entry uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ledger.record(in_entry uuid, in_type text, in_kind text, in_subject uuid, in_project uuid, in_at timestamp with time zone, in_operation bytea, in_body jsonb, in_sign_off jsonb, in_rule jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.record(in_entry uuid, in_type text, in_kind text, in_subject uuid, in_project uuid, in_at timestamp with time zone, in_operation bytea, in_body jsonb, in_sign_off jsonb, in_rule jsonb) TO yanshou_service;
GRANT ALL ON FUNCTION ledger.record(in_entry uuid, in_type text, in_kind text, in_subject uuid, in_project uuid, in_at timestamp with time zone, in_operation bytea, in_body jsonb, in_sign_off jsonb, in_rule jsonb) TO yanshou_jobs;

REVOKE ALL ON FUNCTION ledger.record_operator(in_district integer, in_entry uuid, in_type text, in_kind text, in_subject uuid, in_body jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION ledger.rows_text(in_district integer, in_entry uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION ledger.tg__entry_closes_once() FROM PUBLIC;

REVOKE ALL ON FUNCTION ledger.tg__entry_is_closed_at_commit() FROM PUBLIC;

REVOKE ALL ON FUNCTION ledger.tg__event_is_of_ones_own_project() FROM PUBLIC;

REVOKE ALL ON FUNCTION ledger.tg__publication_has_its_events() FROM PUBLIC;

REVOKE ALL ON FUNCTION ledger.tg__row_is_bound() FROM PUBLIC;

REVOKE ALL ON FUNCTION ledger.written_since(in_snapshot text, in_project uuid, OUT changed boolean, OUT snapshot text) FROM PUBLIC;
GRANT ALL ON FUNCTION ledger.written_since(in_snapshot text, in_project uuid, OUT changed boolean, OUT snapshot text) TO yanshou_service;
GRANT ALL ON FUNCTION ledger.written_since(in_snapshot text, in_project uuid, OUT changed boolean, OUT snapshot text) TO yanshou_reader;
GRANT ALL ON FUNCTION ledger.written_since(in_snapshot text, in_project uuid, OUT changed boolean, OUT snapshot text) TO yanshou_jobs;

REVOKE ALL ON FUNCTION pub.job_schedules() FROM PUBLIC;
GRANT ALL ON FUNCTION pub.job_schedules() TO yanshou_reader;

REVOKE ALL ON FUNCTION pub.job_workers() FROM PUBLIC;
GRANT ALL ON FUNCTION pub.job_workers() TO yanshou_public;
GRANT ALL ON FUNCTION pub.job_workers() TO yanshou_reader;

REVOKE ALL ON FUNCTION pub.jobs_by_state() FROM PUBLIC;
GRANT ALL ON FUNCTION pub.jobs_by_state() TO yanshou_public;
GRANT ALL ON FUNCTION pub.jobs_by_state() TO yanshou_reader;

REVOKE ALL ON FUNCTION pub.jobs_ended() FROM PUBLIC;
GRANT ALL ON FUNCTION pub.jobs_ended() TO yanshou_public;

REVOKE ALL ON FUNCTION pub.overdue_clocks() FROM PUBLIC;
GRANT ALL ON FUNCTION pub.overdue_clocks() TO yanshou_public;

REVOKE ALL ON FUNCTION pub.own_dead_jobs() FROM PUBLIC;
GRANT ALL ON FUNCTION pub.own_dead_jobs() TO yanshou_reader;

REVOKE ALL ON FUNCTION pub.pending_entries() FROM PUBLIC;
GRANT ALL ON FUNCTION pub.pending_entries() TO yanshou_public;

REVOKE ALL ON FUNCTION pub.queue_standings() FROM PUBLIC;
GRANT ALL ON FUNCTION pub.queue_standings() TO yanshou_reader;
GRANT ALL ON FUNCTION pub.queue_standings() TO yanshou_jobs;

REVOKE ALL ON FUNCTION pub.queue_waits() FROM PUBLIC;
GRANT ALL ON FUNCTION pub.queue_waits() TO yanshou_public;

REVOKE ALL ON FUNCTION pub.schema_stamp() FROM PUBLIC;
GRANT ALL ON FUNCTION pub.schema_stamp() TO yanshou_public;
GRANT ALL ON FUNCTION pub.schema_stamp() TO yanshou_reader;
GRANT ALL ON FUNCTION pub.schema_stamp() TO yanshou_service;
GRANT ALL ON FUNCTION pub.schema_stamp() TO yanshou_jobs;

REVOKE ALL ON FUNCTION pub.uncomputed_clocks() FROM PUBLIC;
GRANT ALL ON FUNCTION pub.uncomputed_clocks() TO yanshou_public;

REVOKE ALL ON FUNCTION pub.written_since(in_snapshot text, in_project uuid, OUT changed boolean, OUT snapshot text) FROM PUBLIC;
GRANT ALL ON FUNCTION pub.written_since(in_snapshot text, in_project uuid, OUT changed boolean, OUT snapshot text) TO yanshou_public;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.acceptance_answer TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.acceptance_answer TO yanshou_service;
GRANT SELECT ON TABLE app.acceptance_answer TO yanshou_reader;
GRANT SELECT ON TABLE app.acceptance_answer TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.acceptance_certificate TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.acceptance_certificate TO yanshou_service;
GRANT SELECT ON TABLE app.acceptance_certificate TO yanshou_reader;
GRANT SELECT ON TABLE app.acceptance_certificate TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.acceptance_delegation TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.acceptance_delegation TO yanshou_service;
GRANT SELECT ON TABLE app.acceptance_delegation TO yanshou_reader;
GRANT SELECT ON TABLE app.acceptance_delegation TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.acceptance_dossier TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.acceptance_dossier TO yanshou_service;
GRANT SELECT ON TABLE app.acceptance_dossier TO yanshou_reader;
GRANT SELECT ON TABLE app.acceptance_dossier TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.acceptance_opinion TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.acceptance_opinion TO yanshou_service;
GRANT SELECT ON TABLE app.acceptance_opinion TO yanshou_reader;
GRANT SELECT ON TABLE app.acceptance_opinion TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.acceptance_seat TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.acceptance_seat TO yanshou_service;
GRANT SELECT ON TABLE app.acceptance_seat TO yanshou_reader;
GRANT SELECT ON TABLE app.acceptance_seat TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.acceptance_sitting TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.acceptance_sitting TO yanshou_service;
GRANT SELECT ON TABLE app.acceptance_sitting TO yanshou_reader;
GRANT SELECT ON TABLE app.acceptance_sitting TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.organisation TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE auth.organisation TO yanshou_service;
GRANT SELECT ON TABLE auth.organisation TO yanshou_reader;
GRANT SELECT ON TABLE auth.organisation TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.person TO yanshou_guard;

GRANT SELECT(person_id) ON TABLE auth.person TO yanshou_service;
GRANT SELECT(person_id) ON TABLE auth.person TO yanshou_reader;
GRANT SELECT(person_id) ON TABLE auth.person TO yanshou_jobs;

GRANT SELECT(name) ON TABLE auth.person TO yanshou_service;
GRANT SELECT(name) ON TABLE auth.person TO yanshou_reader;
GRANT SELECT(name) ON TABLE auth.person TO yanshou_jobs;

GRANT SELECT ON TABLE app.acceptance_seat_card TO yanshou_service;
GRANT SELECT ON TABLE app.acceptance_seat_card TO yanshou_reader;
GRANT SELECT ON TABLE app.acceptance_seat_card TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.anonymous_report TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.anonymous_report TO yanshou_service;
GRANT SELECT ON TABLE app.anonymous_report TO yanshou_reader;
GRANT SELECT ON TABLE app.anonymous_report TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.archive_package TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.archive_package TO yanshou_service;
GRANT SELECT ON TABLE app.archive_package TO yanshou_reader;
GRANT SELECT ON TABLE app.archive_package TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.archive_receipt TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.archive_receipt TO yanshou_service;
GRANT SELECT ON TABLE app.archive_receipt TO yanshou_reader;
GRANT SELECT ON TABLE app.archive_receipt TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.award_withdrawal TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.award_withdrawal TO yanshou_service;
GRANT SELECT ON TABLE app.award_withdrawal TO yanshou_reader;
GRANT SELECT ON TABLE app.award_withdrawal TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.ballot TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.ballot TO yanshou_service;
GRANT SELECT ON TABLE app.ballot TO yanshou_reader;
GRANT SELECT ON TABLE app.ballot TO yanshou_jobs;

GRANT UPDATE(state) ON TABLE app.ballot TO yanshou_service;

GRANT UPDATE(called_off_reason) ON TABLE app.ballot TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.ballot TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.ballot TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.ballot_count TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.ballot_count TO yanshou_service;
GRANT SELECT ON TABLE app.ballot_count TO yanshou_reader;
GRANT SELECT ON TABLE app.ballot_count TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.ballot_question TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.ballot_question TO yanshou_service;
GRANT SELECT ON TABLE app.ballot_question TO yanshou_reader;
GRANT SELECT ON TABLE app.ballot_question TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.ballot_result TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.ballot_result TO yanshou_service;
GRANT SELECT ON TABLE app.ballot_result TO yanshou_reader;
GRANT SELECT ON TABLE app.ballot_result TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.ballot_slip TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.ballot_slip TO yanshou_service;
GRANT SELECT ON TABLE app.ballot_slip TO yanshou_reader;
GRANT SELECT ON TABLE app.ballot_slip TO yanshou_jobs;

GRANT UPDATE(withdrawn_on) ON TABLE app.ballot_slip TO yanshou_service;

GRANT UPDATE(withdrawal_kind) ON TABLE app.ballot_slip TO yanshou_service;

GRANT UPDATE(withdrawal_reason) ON TABLE app.ballot_slip TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.ballot_slip TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.ballot_slip TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.bill_addition TO yanshou_guard;
GRANT SELECT ON TABLE app.bill_addition TO yanshou_service;
GRANT SELECT ON TABLE app.bill_addition TO yanshou_reader;
GRANT SELECT ON TABLE app.bill_addition TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.block TO yanshou_guard;
GRANT SELECT ON TABLE app.block TO yanshou_service;
GRANT SELECT ON TABLE app.block TO yanshou_reader;
GRANT SELECT ON TABLE app.block TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.change_order TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.change_order TO yanshou_service;
GRANT SELECT ON TABLE app.change_order TO yanshou_reader;
GRANT SELECT ON TABLE app.change_order TO yanshou_jobs;

GRANT UPDATE(ground) ON TABLE app.change_order TO yanshou_service;

GRANT UPDATE(funding_source) ON TABLE app.change_order TO yanshou_service;

GRANT UPDATE(larger) ON TABLE app.change_order TO yanshou_service;

GRANT UPDATE(state) ON TABLE app.change_order TO yanshou_service;
GRANT UPDATE(state) ON TABLE app.change_order TO yanshou_jobs;

GRANT UPDATE(determination_id) ON TABLE app.change_order TO yanshou_service;

GRANT UPDATE(submitted_on) ON TABLE app.change_order TO yanshou_service;

GRANT UPDATE(settled_on) ON TABLE app.change_order TO yanshou_service;
GRANT UPDATE(settled_on) ON TABLE app.change_order TO yanshou_jobs;

GRANT UPDATE(op_id) ON TABLE app.change_order TO yanshou_service;
GRANT UPDATE(op_id) ON TABLE app.change_order TO yanshou_jobs;

GRANT UPDATE(version) ON TABLE app.change_order TO yanshou_service;
GRANT UPDATE(version) ON TABLE app.change_order TO yanshou_jobs;

GRANT SELECT ON TABLE app.change_order_card TO yanshou_service;
GRANT SELECT ON TABLE app.change_order_card TO yanshou_reader;
GRANT SELECT ON TABLE app.change_order_card TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.change_order_decision TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.change_order_decision TO yanshou_service;
GRANT SELECT ON TABLE app.change_order_decision TO yanshou_reader;
GRANT SELECT ON TABLE app.change_order_decision TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.change_order_line TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.change_order_line TO yanshou_service;
GRANT SELECT ON TABLE app.change_order_line TO yanshou_reader;
GRANT SELECT ON TABLE app.change_order_line TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.change_order_opinion TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.change_order_opinion TO yanshou_service;
GRANT SELECT ON TABLE app.change_order_opinion TO yanshou_reader;
GRANT SELECT ON TABLE app.change_order_opinion TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.change_order_step TO yanshou_guard;
GRANT SELECT ON TABLE app.change_order_step TO yanshou_service;
GRANT SELECT ON TABLE app.change_order_step TO yanshou_reader;
GRANT SELECT ON TABLE app.change_order_step TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.clock TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.clock TO yanshou_service;
GRANT SELECT ON TABLE app.clock TO yanshou_reader;
GRANT SELECT ON TABLE app.clock TO yanshou_jobs;

GRANT UPDATE(due_on) ON TABLE app.clock TO yanshou_jobs;

GRANT UPDATE(state) ON TABLE app.clock TO yanshou_service;
GRANT UPDATE(state) ON TABLE app.clock TO yanshou_jobs;

GRANT UPDATE(met_on) ON TABLE app.clock TO yanshou_service;
GRANT UPDATE(met_on) ON TABLE app.clock TO yanshou_jobs;

GRANT UPDATE(op_id) ON TABLE app.clock TO yanshou_service;
GRANT UPDATE(op_id) ON TABLE app.clock TO yanshou_jobs;

GRANT UPDATE(version) ON TABLE app.clock TO yanshou_service;
GRANT UPDATE(version) ON TABLE app.clock TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.community TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.community TO yanshou_service;
GRANT SELECT ON TABLE app.community TO yanshou_reader;
GRANT SELECT ON TABLE app.community TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.community_body TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.community_body TO yanshou_service;
GRANT SELECT ON TABLE app.community_body TO yanshou_reader;
GRANT SELECT ON TABLE app.community_body TO yanshou_jobs;

GRANT UPDATE(valid_to) ON TABLE app.community_body TO yanshou_service;

GRANT UPDATE(end_reason) ON TABLE app.community_body TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.community_body TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.community_body TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.completion_report TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.completion_report TO yanshou_service;
GRANT SELECT ON TABLE app.completion_report TO yanshou_reader;
GRANT SELECT ON TABLE app.completion_report TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.compliant_kind TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.compliant_kind TO yanshou_service;
GRANT SELECT ON TABLE app.compliant_kind TO yanshou_reader;
GRANT SELECT ON TABLE app.compliant_kind TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.consultation_step TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.consultation_step TO yanshou_service;
GRANT SELECT ON TABLE app.consultation_step TO yanshou_reader;
GRANT SELECT ON TABLE app.consultation_step TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.contract_bond TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.contract_bond TO yanshou_service;
GRANT SELECT ON TABLE app.contract_bond TO yanshou_reader;
GRANT SELECT ON TABLE app.contract_bond TO yanshou_jobs;

GRANT UPDATE(returned_on) ON TABLE app.contract_bond TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.contract_bond TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.contract_bond TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.contract_termination TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.contract_termination TO yanshou_service;
GRANT SELECT ON TABLE app.contract_termination TO yanshou_reader;
GRANT SELECT ON TABLE app.contract_termination TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.termination_proposal TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.termination_proposal TO yanshou_service;
GRANT SELECT ON TABLE app.termination_proposal TO yanshou_reader;
GRANT SELECT ON TABLE app.termination_proposal TO yanshou_jobs;

GRANT SELECT ON TABLE app.termination_card TO yanshou_service;
GRANT SELECT ON TABLE app.termination_card TO yanshou_reader;
GRANT SELECT ON TABLE app.termination_card TO yanshou_jobs;

GRANT SELECT ON TABLE app.contract_card TO yanshou_service;
GRANT SELECT ON TABLE app.contract_card TO yanshou_reader;
GRANT SELECT ON TABLE app.contract_card TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.daily_log TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.daily_log TO yanshou_service;
GRANT SELECT ON TABLE app.daily_log TO yanshou_reader;
GRANT SELECT ON TABLE app.daily_log TO yanshou_jobs;

GRANT UPDATE(state) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(revision) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(headcount) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(weather) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(delay_hours) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(delay_cause) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(no_work_reason) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(note) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(written_by) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(written_on) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(late) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(decided_by) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(decided_organisation_id) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(decided_on) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(decision_reason) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.daily_log TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.daily_log TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.log_quantity TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.log_quantity TO yanshou_service;
GRANT SELECT ON TABLE app.log_quantity TO yanshou_reader;
GRANT SELECT ON TABLE app.log_quantity TO yanshou_jobs;

GRANT SELECT ON TABLE app.progress TO yanshou_service;
GRANT SELECT ON TABLE app.progress TO yanshou_reader;
GRANT SELECT ON TABLE app.progress TO yanshou_jobs;

GRANT SELECT ON TABLE app.contract_progress TO yanshou_service;
GRANT SELECT ON TABLE app.contract_progress TO yanshou_reader;
GRANT SELECT ON TABLE app.contract_progress TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.covering_notice TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.covering_notice TO yanshou_service;
GRANT SELECT ON TABLE app.covering_notice TO yanshou_reader;
GRANT SELECT ON TABLE app.covering_notice TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.custody TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.custody TO yanshou_service;
GRANT SELECT ON TABLE app.custody TO yanshou_reader;
GRANT SELECT ON TABLE app.custody TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.daily_log_step TO yanshou_guard;
GRANT SELECT ON TABLE app.daily_log_step TO yanshou_service;
GRANT SELECT ON TABLE app.daily_log_step TO yanshou_reader;
GRANT SELECT ON TABLE app.daily_log_step TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.defect_liability TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.defect_liability TO yanshou_service;
GRANT SELECT ON TABLE app.defect_liability TO yanshou_reader;
GRANT SELECT ON TABLE app.defect_liability TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.delivery_mode TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.delivery_mode TO yanshou_service;
GRANT SELECT ON TABLE app.delivery_mode TO yanshou_reader;
GRANT SELECT ON TABLE app.delivery_mode TO yanshou_jobs;

GRANT UPDATE(mode) ON TABLE app.delivery_mode TO yanshou_service;

GRANT UPDATE(chosen_on) ON TABLE app.delivery_mode TO yanshou_service;

GRANT UPDATE(change_reason) ON TABLE app.delivery_mode TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.delivery_mode TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.delivery_mode TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.determination TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.determination TO yanshou_service;
GRANT SELECT ON TABLE app.determination TO yanshou_reader;
GRANT SELECT ON TABLE app.determination TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.digging_line TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.digging_line TO yanshou_service;
GRANT SELECT ON TABLE app.digging_line TO yanshou_reader;
GRANT SELECT ON TABLE app.digging_line TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.district_body TO yanshou_guard;
GRANT SELECT ON TABLE app.district_body TO yanshou_service;
GRANT SELECT ON TABLE app.district_body TO yanshou_reader;
GRANT SELECT ON TABLE app.district_body TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.disturbance TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.disturbance TO yanshou_service;
GRANT SELECT ON TABLE app.disturbance TO yanshou_reader;
GRANT SELECT ON TABLE app.disturbance TO yanshou_jobs;

GRANT SELECT ON TABLE app.engagement_card TO yanshou_service;
GRANT SELECT ON TABLE app.engagement_card TO yanshou_reader;
GRANT SELECT ON TABLE app.engagement_card TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.excavation TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.excavation TO yanshou_service;
GRANT SELECT ON TABLE app.excavation TO yanshou_reader;
GRANT SELECT ON TABLE app.excavation TO yanshou_jobs;

GRANT UPDATE(acknowledged_on) ON TABLE app.excavation TO yanshou_service;

GRANT UPDATE(acknowledged_by) ON TABLE app.excavation TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.excavation TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.excavation TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.file TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.file TO yanshou_service;
GRANT SELECT ON TABLE app.file TO yanshou_reader;
GRANT SELECT ON TABLE app.file TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.filing TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.filing TO yanshou_service;
GRANT SELECT ON TABLE app.filing TO yanshou_reader;
GRANT SELECT ON TABLE app.filing TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.filing_document TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.filing_document TO yanshou_service;
GRANT SELECT ON TABLE app.filing_document TO yanshou_reader;
GRANT SELECT ON TABLE app.filing_document TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.final_account TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.final_account TO yanshou_service;
GRANT SELECT ON TABLE app.final_account TO yanshou_reader;
GRANT SELECT ON TABLE app.final_account TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.funding_plan TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.funding_plan TO yanshou_service;
GRANT SELECT ON TABLE app.funding_plan TO yanshou_reader;
GRANT SELECT ON TABLE app.funding_plan TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.project TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.project TO yanshou_service;
GRANT SELECT ON TABLE app.project TO yanshou_reader;
GRANT SELECT ON TABLE app.project TO yanshou_jobs;

GRANT UPDATE(project_code) ON TABLE app.project TO yanshou_service;

GRANT UPDATE(edition) ON TABLE app.project TO yanshou_service;

GRANT UPDATE(state) ON TABLE app.project TO yanshou_service;

GRANT UPDATE(account_number) ON TABLE app.project TO yanshou_service;

GRANT UPDATE(account_opened_on) ON TABLE app.project TO yanshou_service;

GRANT UPDATE(works_began_on) ON TABLE app.project TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.project TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.project TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE ledger.entry TO yanshou_guard;
GRANT SELECT ON TABLE ledger.entry TO yanshou_service;
GRANT SELECT ON TABLE ledger.entry TO yanshou_reader;
GRANT SELECT ON TABLE ledger.entry TO yanshou_jobs;
GRANT SELECT ON TABLE ledger.entry TO yanshou_auditor;
GRANT SELECT ON TABLE ledger.entry TO yanshou_sealer;

GRANT SELECT ON TABLE app.funding_queue TO yanshou_guard;
GRANT SELECT ON TABLE app.funding_queue TO yanshou_service;
GRANT SELECT ON TABLE app.funding_queue TO yanshou_reader;
GRANT SELECT ON TABLE app.funding_queue TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.gate_exception TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.gate_exception TO yanshou_service;
GRANT SELECT ON TABLE app.gate_exception TO yanshou_reader;
GRANT SELECT ON TABLE app.gate_exception TO yanshou_jobs;

GRANT UPDATE(state) ON TABLE app.gate_exception TO yanshou_service;

GRANT UPDATE(decided_by) ON TABLE app.gate_exception TO yanshou_service;

GRANT UPDATE(decided_on) ON TABLE app.gate_exception TO yanshou_service;

GRANT UPDATE(decision_number) ON TABLE app.gate_exception TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.gate_exception TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.gate_exception TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.handover_asset TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.handover_asset TO yanshou_service;
GRANT SELECT ON TABLE app.handover_asset TO yanshou_reader;
GRANT SELECT ON TABLE app.handover_asset TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.handover_document TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.handover_document TO yanshou_service;
GRANT SELECT ON TABLE app.handover_document TO yanshou_reader;
GRANT SELECT ON TABLE app.handover_document TO yanshou_jobs;

GRANT UPDATE(paper_id) ON TABLE app.handover_document TO yanshou_service;

GRANT UPDATE(verdict) ON TABLE app.handover_document TO yanshou_service;

GRANT UPDATE(note) ON TABLE app.handover_document TO yanshou_service;

GRANT UPDATE(receipted_by) ON TABLE app.handover_document TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.handover_document TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.handover_document TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.handover_exemption_voice TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.handover_exemption_voice TO yanshou_service;
GRANT SELECT ON TABLE app.handover_exemption_voice TO yanshou_reader;
GRANT SELECT ON TABLE app.handover_exemption_voice TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.handover_signature TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.handover_signature TO yanshou_service;
GRANT SELECT ON TABLE app.handover_signature TO yanshou_reader;
GRANT SELECT ON TABLE app.handover_signature TO yanshou_jobs;

GRANT SELECT ON TABLE app.handover_card TO yanshou_service;
GRANT SELECT ON TABLE app.handover_card TO yanshou_reader;
GRANT SELECT ON TABLE app.handover_card TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.handover_step TO yanshou_guard;
GRANT SELECT ON TABLE app.handover_step TO yanshou_service;
GRANT SELECT ON TABLE app.handover_step TO yanshou_reader;
GRANT SELECT ON TABLE app.handover_step TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.household_share TO yanshou_guard;
GRANT SELECT ON TABLE app.household_share TO yanshou_service;
GRANT SELECT ON TABLE app.household_share TO yanshou_reader;
GRANT SELECT ON TABLE app.household_share TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.imported_evidence TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.imported_evidence TO yanshou_service;
GRANT SELECT ON TABLE app.imported_evidence TO yanshou_reader;
GRANT SELECT ON TABLE app.imported_evidence TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.inspection_lot TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.inspection_lot TO yanshou_service;
GRANT SELECT ON TABLE app.inspection_lot TO yanshou_reader;
GRANT SELECT ON TABLE app.inspection_lot TO yanshou_jobs;

GRANT UPDATE(state) ON TABLE app.inspection_lot TO yanshou_service;

GRANT UPDATE(round) ON TABLE app.inspection_lot TO yanshou_service;

GRANT UPDATE(notified_on) ON TABLE app.inspection_lot TO yanshou_service;

GRANT UPDATE(acceptor_id) ON TABLE app.inspection_lot TO yanshou_service;

GRANT UPDATE(acceptor_organisation_id) ON TABLE app.inspection_lot TO yanshou_service;

GRANT UPDATE(inspected_on) ON TABLE app.inspection_lot TO yanshou_service;

GRANT UPDATE(finding) ON TABLE app.inspection_lot TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.inspection_lot TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.inspection_lot TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.issue_escalation TO yanshou_guard;
GRANT SELECT ON TABLE app.issue_escalation TO yanshou_service;
GRANT SELECT ON TABLE app.issue_escalation TO yanshou_reader;
GRANT SELECT,INSERT ON TABLE app.issue_escalation TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.issue_regrading TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.issue_regrading TO yanshou_service;
GRANT SELECT ON TABLE app.issue_regrading TO yanshou_reader;
GRANT SELECT ON TABLE app.issue_regrading TO yanshou_jobs;

GRANT UPDATE(state) ON TABLE app.issue_regrading TO yanshou_service;

GRANT UPDATE(decided_by) ON TABLE app.issue_regrading TO yanshou_service;

GRANT UPDATE(decided_on) ON TABLE app.issue_regrading TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.issue_regrading TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.issue_regrading TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.payment_claim TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.payment_claim TO yanshou_service;
GRANT SELECT ON TABLE app.payment_claim TO yanshou_reader;
GRANT SELECT ON TABLE app.payment_claim TO yanshou_jobs;

GRANT UPDATE(state) ON TABLE app.payment_claim TO yanshou_service;

GRANT UPDATE(supervised_by) ON TABLE app.payment_claim TO yanshou_service;

GRANT UPDATE(supervised_organisation_id) ON TABLE app.payment_claim TO yanshou_service;

GRANT UPDATE(certified_by) ON TABLE app.payment_claim TO yanshou_service;

GRANT UPDATE(certified_organisation_id) ON TABLE app.payment_claim TO yanshou_service;

GRANT UPDATE(certified_on) ON TABLE app.payment_claim TO yanshou_service;

GRANT UPDATE(rejection_reason) ON TABLE app.payment_claim TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.payment_claim TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.payment_claim TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.plan_submission TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.plan_submission TO yanshou_service;
GRANT SELECT ON TABLE app.plan_submission TO yanshou_reader;
GRANT SELECT ON TABLE app.plan_submission TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE policy.parameter TO yanshou_guard;
GRANT SELECT ON TABLE policy.parameter TO yanshou_service;
GRANT SELECT ON TABLE policy.parameter TO yanshou_reader;
GRANT SELECT ON TABLE policy.parameter TO yanshou_jobs;

GRANT SELECT ON TABLE app.plan_submission_due TO yanshou_service;
GRANT SELECT ON TABLE app.plan_submission_due TO yanshou_reader;
GRANT SELECT ON TABLE app.plan_submission_due TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.routine TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.routine TO yanshou_service;
GRANT SELECT ON TABLE app.routine TO yanshou_reader;
GRANT SELECT ON TABLE app.routine TO yanshou_jobs;

GRANT SELECT ON TABLE app.routine_due TO yanshou_service;
GRANT SELECT ON TABLE app.routine_due TO yanshou_reader;
GRANT SELECT ON TABLE app.routine_due TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.site_staff TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.site_staff TO yanshou_service;
GRANT SELECT ON TABLE app.site_staff TO yanshou_reader;
GRANT SELECT ON TABLE app.site_staff TO yanshou_jobs;

GRANT UPDATE(until_on) ON TABLE app.site_staff TO yanshou_service;

GRANT UPDATE(end_reason) ON TABLE app.site_staff TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.site_staff TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.site_staff TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.staff_attendance TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.staff_attendance TO yanshou_service;
GRANT SELECT ON TABLE app.staff_attendance TO yanshou_reader;
GRANT SELECT ON TABLE app.staff_attendance TO yanshou_jobs;

GRANT SELECT ON TABLE app.staff_absence TO yanshou_service;
GRANT SELECT ON TABLE app.staff_absence TO yanshou_reader;
GRANT SELECT ON TABLE app.staff_absence TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.supervision_visit TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.supervision_visit TO yanshou_service;
GRANT SELECT ON TABLE app.supervision_visit TO yanshou_reader;
GRANT SELECT ON TABLE app.supervision_visit TO yanshou_jobs;

GRANT SELECT ON TABLE app.vacant_post TO yanshou_service;
GRANT SELECT ON TABLE app.vacant_post TO yanshou_reader;
GRANT SELECT ON TABLE app.vacant_post TO yanshou_jobs;

GRANT SELECT ON TABLE app.visit_due TO yanshou_service;
GRANT SELECT ON TABLE app.visit_due TO yanshou_reader;
GRANT SELECT ON TABLE app.visit_due TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.warranty_claim TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.warranty_claim TO yanshou_service;
GRANT SELECT ON TABLE app.warranty_claim TO yanshou_reader;
GRANT SELECT ON TABLE app.warranty_claim TO yanshou_jobs;

GRANT UPDATE(state) ON TABLE app.warranty_claim TO yanshou_service;

GRANT UPDATE(on_site_on) ON TABLE app.warranty_claim TO yanshou_service;

GRANT UPDATE(fixed_on) ON TABLE app.warranty_claim TO yanshou_service;

GRANT UPDATE(fix) ON TABLE app.warranty_claim TO yanshou_service;

GRANT UPDATE(fixed_by_owner) ON TABLE app.warranty_claim TO yanshou_service;

GRANT UPDATE(cost_fen) ON TABLE app.warranty_claim TO yanshou_service;

GRANT UPDATE(returned_reason) ON TABLE app.warranty_claim TO yanshou_service;

GRANT UPDATE(verified_on) ON TABLE app.warranty_claim TO yanshou_service;

GRANT UPDATE(verified_by) ON TABLE app.warranty_claim TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.warranty_claim TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.warranty_claim TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.yearly_duty TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.yearly_duty TO yanshou_service;
GRANT SELECT ON TABLE app.yearly_duty TO yanshou_reader;
GRANT SELECT ON TABLE app.yearly_duty TO yanshou_jobs;

GRANT SELECT ON TABLE app.yearly_duty_due TO yanshou_service;
GRANT SELECT ON TABLE app.yearly_duty_due TO yanshou_reader;
GRANT SELECT ON TABLE app.yearly_duty_due TO yanshou_jobs;

GRANT SELECT ON TABLE app.inbox_item TO yanshou_service;
GRANT SELECT ON TABLE app.inbox_item TO yanshou_reader;
GRANT SELECT ON TABLE app.inbox_item TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.inspection_lot_predecessor TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.inspection_lot_predecessor TO yanshou_service;
GRANT SELECT ON TABLE app.inspection_lot_predecessor TO yanshou_reader;
GRANT SELECT ON TABLE app.inspection_lot_predecessor TO yanshou_jobs;

GRANT SELECT ON TABLE app.inspection_lot_card TO yanshou_service;
GRANT SELECT ON TABLE app.inspection_lot_card TO yanshou_reader;
GRANT SELECT ON TABLE app.inspection_lot_card TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.inspection_lot_step TO yanshou_guard;
GRANT SELECT ON TABLE app.inspection_lot_step TO yanshou_service;
GRANT SELECT ON TABLE app.inspection_lot_step TO yanshou_reader;
GRANT SELECT ON TABLE app.inspection_lot_step TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.issue_contact TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.issue_contact TO yanshou_service;
GRANT SELECT ON TABLE app.issue_contact TO yanshou_reader;
GRANT SELECT ON TABLE app.issue_contact TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.issue_photo TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.issue_photo TO yanshou_service;
GRANT SELECT ON TABLE app.issue_photo TO yanshou_reader;
GRANT SELECT ON TABLE app.issue_photo TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.issue_step TO yanshou_guard;
GRANT SELECT ON TABLE app.issue_step TO yanshou_service;
GRANT SELECT ON TABLE app.issue_step TO yanshou_reader;
GRANT SELECT ON TABLE app.issue_step TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.log_photo TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.log_photo TO yanshou_service;
GRANT SELECT ON TABLE app.log_photo TO yanshou_reader;
GRANT SELECT ON TABLE app.log_photo TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.management_form TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.management_form TO yanshou_service;
GRANT SELECT ON TABLE app.management_form TO yanshou_reader;
GRANT SELECT ON TABLE app.management_form TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.no_dig_notice TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.no_dig_notice TO yanshou_service;
GRANT SELECT ON TABLE app.no_dig_notice TO yanshou_reader;
GRANT SELECT ON TABLE app.no_dig_notice TO yanshou_jobs;

GRANT UPDATE(lifted_on) ON TABLE app.no_dig_notice TO yanshou_service;

GRANT UPDATE(lifting_document) ON TABLE app.no_dig_notice TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.no_dig_notice TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.no_dig_notice TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.objection TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.objection TO yanshou_service;
GRANT SELECT ON TABLE app.objection TO yanshou_reader;
GRANT SELECT ON TABLE app.objection TO yanshou_jobs;

GRANT UPDATE(state) ON TABLE app.objection TO yanshou_service;

GRANT UPDATE(outcome) ON TABLE app.objection TO yanshou_service;

GRANT UPDATE(closed_on) ON TABLE app.objection TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.objection TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.objection TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.owners_body TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.owners_body TO yanshou_service;
GRANT SELECT ON TABLE app.owners_body TO yanshou_reader;
GRANT SELECT ON TABLE app.owners_body TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.package_separation TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.package_separation TO yanshou_service;
GRANT SELECT ON TABLE app.package_separation TO yanshou_reader;
GRANT SELECT ON TABLE app.package_separation TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.tender_exemption TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.tender_exemption TO yanshou_service;
GRANT SELECT ON TABLE app.tender_exemption TO yanshou_reader;
GRANT SELECT ON TABLE app.tender_exemption TO yanshou_jobs;

GRANT SELECT ON TABLE app.package_card TO yanshou_service;
GRANT SELECT ON TABLE app.package_card TO yanshou_reader;
GRANT SELECT ON TABLE app.package_card TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.paper_delivery TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.paper_delivery TO yanshou_service;
GRANT SELECT ON TABLE app.paper_delivery TO yanshou_reader;
GRANT SELECT ON TABLE app.paper_delivery TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.part TO yanshou_guard;
GRANT SELECT ON TABLE app.part TO yanshou_service;
GRANT SELECT ON TABLE app.part TO yanshou_reader;
GRANT SELECT ON TABLE app.part TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.participant_opinion TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.participant_opinion TO yanshou_service;
GRANT SELECT ON TABLE app.participant_opinion TO yanshou_reader;
GRANT SELECT ON TABLE app.participant_opinion TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.payment TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.payment TO yanshou_service;
GRANT SELECT ON TABLE app.payment TO yanshou_reader;
GRANT SELECT ON TABLE app.payment TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.retention_holding TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.retention_holding TO yanshou_service;
GRANT SELECT ON TABLE app.retention_holding TO yanshou_reader;
GRANT SELECT ON TABLE app.retention_holding TO yanshou_jobs;

GRANT SELECT ON TABLE app.payment_card TO yanshou_service;
GRANT SELECT ON TABLE app.payment_card TO yanshou_reader;
GRANT SELECT ON TABLE app.payment_card TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.payment_claim_line TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.payment_claim_line TO yanshou_service;
GRANT SELECT ON TABLE app.payment_claim_line TO yanshou_reader;
GRANT SELECT ON TABLE app.payment_claim_line TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.payment_claim_step TO yanshou_guard;
GRANT SELECT ON TABLE app.payment_claim_step TO yanshou_service;
GRANT SELECT ON TABLE app.payment_claim_step TO yanshou_reader;
GRANT SELECT ON TABLE app.payment_claim_step TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.payment_term TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.payment_term TO yanshou_service;
GRANT SELECT ON TABLE app.payment_term TO yanshou_reader;
GRANT SELECT ON TABLE app.payment_term TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.plan_approval TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.plan_approval TO yanshou_service;
GRANT SELECT ON TABLE app.plan_approval TO yanshou_reader;
GRANT SELECT ON TABLE app.plan_approval TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.posting TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.posting TO yanshou_service;
GRANT SELECT ON TABLE app.posting TO yanshou_reader;
GRANT SELECT ON TABLE app.posting TO yanshou_jobs;

GRANT UPDATE(taken_down_on) ON TABLE app.posting TO yanshou_service;

GRANT UPDATE(taken_down_for) ON TABLE app.posting TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.posting TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.posting TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.procedure_decision TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.procedure_decision TO yanshou_service;
GRANT SELECT ON TABLE app.procedure_decision TO yanshou_reader;
GRANT SELECT ON TABLE app.procedure_decision TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.resident_fund TO yanshou_guard;
GRANT SELECT ON TABLE app.resident_fund TO yanshou_service;
GRANT SELECT ON TABLE app.resident_fund TO yanshou_reader;
GRANT SELECT ON TABLE app.resident_fund TO yanshou_jobs;

GRANT SELECT ON TABLE app.project_card TO yanshou_service;
GRANT SELECT ON TABLE app.project_card TO yanshou_reader;
GRANT SELECT ON TABLE app.project_card TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.project_closing TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.project_closing TO yanshou_service;
GRANT SELECT ON TABLE app.project_closing TO yanshou_reader;
GRANT SELECT ON TABLE app.project_closing TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.project_step TO yanshou_guard;
GRANT SELECT ON TABLE app.project_step TO yanshou_service;
GRANT SELECT ON TABLE app.project_step TO yanshou_reader;
GRANT SELECT ON TABLE app.project_step TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.rebuilding TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.rebuilding TO yanshou_service;
GRANT SELECT ON TABLE app.rebuilding TO yanshou_reader;
GRANT SELECT ON TABLE app.rebuilding TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.register_file TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.register_file TO yanshou_service;
GRANT SELECT ON TABLE app.register_file TO yanshou_reader;
GRANT SELECT ON TABLE app.register_file TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.register_owner TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.register_owner TO yanshou_service;
GRANT SELECT ON TABLE app.register_owner TO yanshou_reader;
GRANT SELECT ON TABLE app.register_owner TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.register_owner_detail TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.register_owner_detail TO yanshou_service;
GRANT SELECT ON TABLE app.register_owner_detail TO yanshou_reader;
GRANT SELECT ON TABLE app.register_owner_detail TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.register_unit TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.register_unit TO yanshou_service;
GRANT SELECT ON TABLE app.register_unit TO yanshou_reader;
GRANT SELECT ON TABLE app.register_unit TO yanshou_jobs;

GRANT UPDATE(until_import) ON TABLE app.register_unit TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.register_unit TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.register_unit TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.request TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.request TO yanshou_service;
GRANT SELECT ON TABLE app.request TO yanshou_reader;
GRANT SELECT ON TABLE app.request TO yanshou_jobs;

GRANT UPDATE(status) ON TABLE app.request TO yanshou_service;

GRANT UPDATE(answer) ON TABLE app.request TO yanshou_service;

GRANT UPDATE(etag) ON TABLE app.request TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.retention TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.retention TO yanshou_service;
GRANT SELECT ON TABLE app.retention TO yanshou_reader;
GRANT SELECT ON TABLE app.retention TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.retention_release TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.retention_release TO yanshou_service;
GRANT SELECT ON TABLE app.retention_release TO yanshou_reader;
GRANT SELECT ON TABLE app.retention_release TO yanshou_jobs;

GRANT SELECT ON TABLE app.retention_card TO yanshou_service;
GRANT SELECT ON TABLE app.retention_card TO yanshou_reader;
GRANT SELECT ON TABLE app.retention_card TO yanshou_jobs;

GRANT SELECT ON TABLE app.scheme_item_card TO yanshou_service;
GRANT SELECT ON TABLE app.scheme_item_card TO yanshou_reader;
GRANT SELECT ON TABLE app.scheme_item_card TO yanshou_jobs;

GRANT SELECT ON TABLE app.scheme_progress TO yanshou_service;
GRANT SELECT ON TABLE app.scheme_progress TO yanshou_reader;
GRANT SELECT ON TABLE app.scheme_progress TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.scheme_reduction TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.scheme_reduction TO yanshou_service;
GRANT SELECT ON TABLE app.scheme_reduction TO yanshou_reader;
GRANT SELECT ON TABLE app.scheme_reduction TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.scheme_reduction_decision TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.scheme_reduction_decision TO yanshou_service;
GRANT SELECT ON TABLE app.scheme_reduction_decision TO yanshou_reader;
GRANT SELECT ON TABLE app.scheme_reduction_decision TO yanshou_jobs;

GRANT SELECT ON TABLE app.scheme_reduction_card TO yanshou_service;
GRANT SELECT ON TABLE app.scheme_reduction_card TO yanshou_reader;
GRANT SELECT ON TABLE app.scheme_reduction_card TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.slip_correction TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.slip_correction TO yanshou_service;
GRANT SELECT ON TABLE app.slip_correction TO yanshou_reader;
GRANT SELECT ON TABLE app.slip_correction TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.slip_recheck TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.slip_recheck TO yanshou_service;
GRANT SELECT ON TABLE app.slip_recheck TO yanshou_reader;
GRANT SELECT ON TABLE app.slip_recheck TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.special_works TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.special_works TO yanshou_service;
GRANT SELECT ON TABLE app.special_works TO yanshou_reader;
GRANT SELECT ON TABLE app.special_works TO yanshou_jobs;

GRANT UPDATE(keeper) ON TABLE app.special_works TO yanshou_service;

GRANT UPDATE(maintenance) ON TABLE app.special_works TO yanshou_service;

GRANT UPDATE(settled_on) ON TABLE app.special_works TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.special_works TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.special_works TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.subsidy_payment TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.subsidy_payment TO yanshou_service;
GRANT SELECT ON TABLE app.subsidy_payment TO yanshou_reader;
GRANT SELECT ON TABLE app.subsidy_payment TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.survey_record TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.survey_record TO yanshou_service;
GRANT SELECT ON TABLE app.survey_record TO yanshou_reader;
GRANT SELECT ON TABLE app.survey_record TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.true_up TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.true_up TO yanshou_service;
GRANT SELECT ON TABLE app.true_up TO yanshou_reader;
GRANT SELECT ON TABLE app.true_up TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.unit_confirmation TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.unit_confirmation TO yanshou_service;
GRANT SELECT ON TABLE app.unit_confirmation TO yanshou_reader;
GRANT SELECT ON TABLE app.unit_confirmation TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.volunteer TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.volunteer TO yanshou_service;
GRANT SELECT ON TABLE app.volunteer TO yanshou_reader;
GRANT SELECT ON TABLE app.volunteer TO yanshou_jobs;

GRANT UPDATE(ended_on) ON TABLE app.volunteer TO yanshou_service;

GRANT UPDATE(op_id) ON TABLE app.volunteer TO yanshou_service;

GRANT UPDATE(version) ON TABLE app.volunteer TO yanshou_service;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.warranty TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.warranty TO yanshou_service;
GRANT SELECT ON TABLE app.warranty TO yanshou_reader;
GRANT SELECT ON TABLE app.warranty TO yanshou_jobs;

GRANT SELECT ON TABLE app.warranty_card TO yanshou_service;
GRANT SELECT ON TABLE app.warranty_card TO yanshou_reader;
GRANT SELECT ON TABLE app.warranty_card TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.warranty_claim_step TO yanshou_guard;
GRANT SELECT ON TABLE app.warranty_claim_step TO yanshou_service;
GRANT SELECT ON TABLE app.warranty_claim_step TO yanshou_reader;
GRANT SELECT ON TABLE app.warranty_claim_step TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.webhook_replay TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.webhook_replay TO yanshou_service;
GRANT SELECT ON TABLE app.webhook_replay TO yanshou_reader;
GRANT SELECT ON TABLE app.webhook_replay TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.yearly_allotment TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE app.yearly_allotment TO yanshou_service;
GRANT SELECT ON TABLE app.yearly_allotment TO yanshou_reader;
GRANT SELECT ON TABLE app.yearly_allotment TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.appointment TO yanshou_guard;
GRANT SELECT ON TABLE auth.appointment TO yanshou_service;
GRANT SELECT ON TABLE auth.appointment TO yanshou_reader;
GRANT SELECT ON TABLE auth.appointment TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.control_link TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE auth.control_link TO yanshou_service;
GRANT SELECT ON TABLE auth.control_link TO yanshou_reader;
GRANT SELECT ON TABLE auth.control_link TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.demo_clock TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.district TO yanshou_guard;
GRANT SELECT ON TABLE auth.district TO yanshou_service;
GRANT SELECT ON TABLE auth.district TO yanshou_reader;
GRANT SELECT ON TABLE auth.district TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.division_code TO yanshou_guard;
GRANT SELECT ON TABLE auth.division_code TO yanshou_service;
GRANT SELECT ON TABLE auth.division_code TO yanshou_reader;
GRANT SELECT ON TABLE auth.division_code TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.known_network TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.role_reach TO yanshou_guard;
GRANT SELECT ON TABLE auth.role_reach TO yanshou_service;
GRANT SELECT ON TABLE auth.role_reach TO yanshou_reader;
GRANT SELECT ON TABLE auth.role_reach TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.secret TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.sign_in_attempt TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.signing_key TO yanshou_guard;
GRANT SELECT ON TABLE auth.signing_key TO yanshou_service;
GRANT SELECT ON TABLE auth.signing_key TO yanshou_reader;
GRANT SELECT ON TABLE auth.signing_key TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE auth.token TO yanshou_guard;

GRANT SELECT ON TABLE jobs.blocked TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.blocked TO yanshou_guard;

GRANT SELECT ON TABLE jobs.cancellation TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.cancellation TO yanshou_guard;

GRANT SELECT ON TABLE jobs.dead TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.dead TO yanshou_guard;

GRANT SELECT ON TABLE jobs.delivery TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.delivery TO yanshou_guard;

GRANT SELECT ON TABLE jobs.dependency TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.dependency TO yanshou_guard;

GRANT SELECT ON TABLE jobs.failure TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.failure TO yanshou_guard;

GRANT SELECT ON TABLE jobs.gate TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.gate TO yanshou_guard;

GRANT USAGE ON SEQUENCE jobs.turn TO yanshou_guard;

GRANT SELECT ON TABLE jobs.gated TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.gated TO yanshou_guard;

GRANT SELECT ON TABLE jobs.held_key TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.held_key TO yanshou_guard;

GRANT SELECT,INSERT ON TABLE jobs.job TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.job TO yanshou_guard;
GRANT SELECT,INSERT ON TABLE jobs.job TO yanshou_service;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.job_ring_0 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.job_ring_1 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.job_ring_2 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.job_ring_3 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.job_ring_4 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.job_ring_5 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.job_ring_6 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.job_ring_7 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.job_ring_8 TO yanshou_guard;

GRANT SELECT ON TABLE jobs.lease TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.lease TO yanshou_guard;

GRANT USAGE ON SEQUENCE jobs.lease_token TO yanshou_guard;

GRANT SELECT ON TABLE jobs.outcome TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.outcome TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.outcome_ring_0 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.outcome_ring_1 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.outcome_ring_2 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.outcome_ring_3 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.outcome_ring_4 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.outcome_ring_5 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.outcome_ring_6 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.outcome_ring_7 TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,TRUNCATE,UPDATE ON TABLE jobs.outcome_ring_8 TO yanshou_guard;

GRANT SELECT ON TABLE jobs.paused TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.paused TO yanshou_guard;

GRANT SELECT ON TABLE jobs.ready TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.ready TO yanshou_guard;

GRANT SELECT ON TABLE jobs.scheduled TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.scheduled TO yanshou_guard;

GRANT SELECT ON TABLE jobs.slot TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.slot TO yanshou_guard;

GRANT SELECT ON TABLE jobs.worker TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.worker TO yanshou_guard;

GRANT SELECT ON TABLE jobs.standing TO yanshou_jobs;

GRANT SELECT ON TABLE jobs.tick TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.tick TO yanshou_guard;

GRANT SELECT ON TABLE jobs.webhook_place TO yanshou_jobs;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE jobs.webhook_place TO yanshou_guard;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE ledger.cover TO yanshou_guard;
GRANT SELECT ON TABLE ledger.cover TO yanshou_auditor;
GRANT SELECT ON TABLE ledger.cover TO yanshou_sealer;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE ledger.pending TO yanshou_guard;
GRANT SELECT ON TABLE ledger.pending TO yanshou_service;
GRANT SELECT ON TABLE ledger.pending TO yanshou_reader;
GRANT SELECT ON TABLE ledger.pending TO yanshou_jobs;
GRANT SELECT ON TABLE ledger.pending TO yanshou_auditor;
GRANT SELECT ON TABLE ledger.pending TO yanshou_sealer;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE ledger."row" TO yanshou_guard;
GRANT SELECT ON TABLE ledger."row" TO yanshou_auditor;
GRANT SELECT ON TABLE ledger."row" TO yanshou_sealer;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE ledger.subject_kind TO yanshou_guard;
GRANT SELECT ON TABLE ledger.subject_kind TO yanshou_auditor;
GRANT SELECT ON TABLE ledger.subject_kind TO yanshou_sealer;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE ledger.told_of_no_row TO yanshou_guard;
GRANT SELECT ON TABLE ledger.told_of_no_row TO yanshou_service;
GRANT SELECT ON TABLE ledger.told_of_no_row TO yanshou_reader;
GRANT SELECT ON TABLE ledger.told_of_no_row TO yanshou_jobs;
GRANT SELECT ON TABLE ledger.told_of_no_row TO yanshou_auditor;
GRANT SELECT ON TABLE ledger.told_of_no_row TO yanshou_sealer;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE policy.calendar_day TO yanshou_guard;
GRANT SELECT ON TABLE policy.calendar_day TO yanshou_service;
GRANT SELECT ON TABLE policy.calendar_day TO yanshou_reader;
GRANT SELECT ON TABLE policy.calendar_day TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE policy.edition TO yanshou_guard;
GRANT SELECT ON TABLE policy.edition TO yanshou_service;
GRANT SELECT ON TABLE policy.edition TO yanshou_reader;
GRANT SELECT ON TABLE policy.edition TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE policy.number TO yanshou_guard;
GRANT SELECT ON TABLE policy.number TO yanshou_service;
GRANT SELECT ON TABLE policy.number TO yanshou_reader;
GRANT SELECT ON TABLE policy.number TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE policy.pack TO yanshou_guard;
GRANT SELECT ON TABLE policy.pack TO yanshou_service;
GRANT SELECT ON TABLE policy.pack TO yanshou_reader;
GRANT SELECT ON TABLE policy.pack TO yanshou_jobs;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE policy.supplied_key TO yanshou_guard;
GRANT SELECT ON TABLE policy.supplied_key TO yanshou_service;
GRANT SELECT ON TABLE policy.supplied_key TO yanshou_reader;
GRANT SELECT ON TABLE policy.supplied_key TO yanshou_jobs;

GRANT SELECT ON TABLE pub.acceptance_rounds TO yanshou_public;
GRANT SELECT ON TABLE pub.acceptance_rounds TO yanshou_reader;
GRANT SELECT ON TABLE pub.acceptance_rounds TO yanshou_service;

GRANT SELECT ON TABLE pub.ballot TO yanshou_public;
GRANT SELECT ON TABLE pub.ballot TO yanshou_reader;
GRANT SELECT ON TABLE pub.ballot TO yanshou_service;

GRANT SELECT ON TABLE pub.bulletin TO yanshou_public;
GRANT SELECT ON TABLE pub.bulletin TO yanshou_reader;
GRANT SELECT ON TABLE pub.bulletin TO yanshou_service;

GRANT SELECT ON TABLE pub.change_orders TO yanshou_public;
GRANT SELECT ON TABLE pub.change_orders TO yanshou_reader;
GRANT SELECT ON TABLE pub.change_orders TO yanshou_service;

GRANT SELECT ON TABLE pub.closing TO yanshou_public;
GRANT SELECT ON TABLE pub.closing TO yanshou_reader;
GRANT SELECT ON TABLE pub.closing TO yanshou_service;

GRANT SELECT ON TABLE pub.consultation TO yanshou_public;
GRANT SELECT ON TABLE pub.consultation TO yanshou_reader;
GRANT SELECT ON TABLE pub.consultation TO yanshou_service;

GRANT SELECT ON TABLE pub.disturbance TO yanshou_public;
GRANT SELECT ON TABLE pub.disturbance TO yanshou_reader;
GRANT SELECT ON TABLE pub.disturbance TO yanshou_service;

GRANT SELECT ON TABLE pub.event TO yanshou_public;
GRANT SELECT ON TABLE pub.event TO yanshou_reader;
GRANT SELECT ON TABLE pub.event TO yanshou_service;

GRANT SELECT ON TABLE pub.final_account TO yanshou_public;
GRANT SELECT ON TABLE pub.final_account TO yanshou_reader;
GRANT SELECT ON TABLE pub.final_account TO yanshou_service;

GRANT SELECT ON TABLE pub.gate_exception TO yanshou_public;
GRANT SELECT ON TABLE pub.gate_exception TO yanshou_reader;
GRANT SELECT ON TABLE pub.gate_exception TO yanshou_service;

GRANT SELECT ON TABLE pub.handover TO yanshou_public;
GRANT SELECT ON TABLE pub.handover TO yanshou_reader;
GRANT SELECT ON TABLE pub.handover TO yanshou_service;

GRANT SELECT ON TABLE pub.imported_evidence TO yanshou_public;
GRANT SELECT ON TABLE pub.imported_evidence TO yanshou_reader;
GRANT SELECT ON TABLE pub.imported_evidence TO yanshou_service;

GRANT SELECT ON TABLE pub.issue TO yanshou_public;
GRANT SELECT ON TABLE pub.issue TO yanshou_reader;
GRANT SELECT ON TABLE pub.issue TO yanshou_service;

GRANT SELECT ON TABLE pub.management_form TO yanshou_public;
GRANT SELECT ON TABLE pub.management_form TO yanshou_reader;
GRANT SELECT ON TABLE pub.management_form TO yanshou_service;

GRANT SELECT ON TABLE pub.posting TO yanshou_public;
GRANT SELECT ON TABLE pub.posting TO yanshou_reader;
GRANT SELECT ON TABLE pub.posting TO yanshou_service;

GRANT SELECT ON TABLE pub.progress TO yanshou_public;
GRANT SELECT ON TABLE pub.progress TO yanshou_reader;
GRANT SELECT ON TABLE pub.progress TO yanshou_service;

GRANT SELECT ON TABLE pub.project TO yanshou_public;
GRANT SELECT ON TABLE pub.project TO yanshou_reader;
GRANT SELECT ON TABLE pub.project TO yanshou_service;

GRANT SELECT ON TABLE pub.project_place TO yanshou_public;
GRANT SELECT ON TABLE pub.project_place TO yanshou_reader;
GRANT SELECT ON TABLE pub.project_place TO yanshou_service;

GRANT SELECT ON TABLE pub.reportable_project TO yanshou_public;
GRANT SELECT ON TABLE pub.reportable_project TO yanshou_reader;
GRANT SELECT ON TABLE pub.reportable_project TO yanshou_service;

GRANT SELECT ON TABLE pub.unnamed_body TO yanshou_public;
GRANT SELECT ON TABLE pub.unnamed_body TO yanshou_reader;
GRANT SELECT ON TABLE pub.unnamed_body TO yanshou_service;

GRANT SELECT ON TABLE pub.warranty TO yanshou_public;
GRANT SELECT ON TABLE pub.warranty TO yanshou_reader;
GRANT SELECT ON TABLE pub.warranty TO yanshou_service;

GRANT SELECT ON TABLE pub.warranty_claim TO yanshou_public;
GRANT SELECT ON TABLE pub.warranty_claim TO yanshou_reader;
GRANT SELECT ON TABLE pub.warranty_claim TO yanshou_service;

GRANT SELECT ON TABLE pub.works_item TO yanshou_public;
GRANT SELECT ON TABLE pub.works_item TO yanshou_reader;
GRANT SELECT ON TABLE pub.works_item TO yanshou_service;
