-- Why: a budget follows the funding plan; where its total is another one, it names the paper that approves it, each once.
-- Locks: app.project_budget, exclusively and for a moment (a column without a default). Rows rewritten: none; the check is
--   not tried on rows of before.
-- Back: drop the column and the check.

-- 概算批复原件
alter table app.project_budget add column paper_id uuid;
alter table app.project_budget add foreign key (district, paper_id) references app.paper on delete restrict;
alter table app.project_budget add constraint project_budget_is_within_total
    check (approved_budget_fen <= total_investment_fen) not valid;
