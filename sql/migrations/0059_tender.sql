-- Why: an award says how its tender went: who bid and how the bids were ranked, who evaluated them, when the candidates were
--   posted, who objected, and the bid bond. It was a winner and a price alone, so that fewer than three bidders could not be
--   told from three.
-- Locks: app.tender_award, exclusively and for a moment (columns without a default; the new checks are met by rows without
--   them). Rows rewritten: none; awards of before tell nothing, and are withdrawn and recorded anew before their contract.
-- Back: drop the columns.

alter table app.tender_award
    -- 投标人: [{"name": "…", "organisation": "…", "rank": 1, "passed_over": "…"}]
    add column bidders jsonb,
    -- 评标委员会: [{"name": "…", "employer": "…", "is_expert": true}]
    add column committee jsonb,
    -- 异议: [{"by": "…", "stage": "tender_documents", "received_on": "…", "answered_on": "…"}]
    add column objections jsonb,
    -- 评标报告, 中标候选人公示起止
    add column reported_on date,
    add column candidates_on date,
    add column candidates_until date,
    -- 投标保证金, where the tender documents ask for one
    add column bid_bond_fen bigint constraint bid_bond_is_a_sum check (bid_bond_fen > 0),
    add constraint tender_lists_are_lists check (
        jsonb_typeof(bidders) = 'array' and jsonb_typeof(committee) = 'array' and jsonb_typeof(objections) = 'array'),
    add constraint tender_days_follow_each_other check (
        opened_on <= coalesce(reported_on, opened_on)
        and coalesce(reported_on, opened_on) <= coalesce(candidates_on, notice_on)
        and coalesce(candidates_on, opened_on) <= coalesce(candidates_until, notice_on)
        and coalesce(candidates_until, candidates_on, reported_on, opened_on) <= notice_on);
