-- Why: an award says how long its tender documents were on sale, and those of a prequalification where there was one: fewer days
--   than the law asks could not be told.
-- Locks: app.tender_award, exclusively and for a moment (columns without a default; rows of before meet the checks without them).
--   Rows rewritten: none.
-- Back: drop the columns.

alter table app.tender_award
    -- 招标文件停止发售日期
    add column documents_until date,
    -- 资格预审文件发售起止, 申请文件提交截止
    add column prequalification_on date,
    add column prequalification_until date,
    add column prequalification_due date,
    add constraint sale_ends_before_the_opening check (
        documents_until >= documents_on and documents_until <= opened_on),
    add constraint prequalification_is_told_whole check (
        num_nulls(prequalification_on, prequalification_until, prequalification_due) in (0, 3)
        and (prequalification_on is null
            or (prequalification_on <= prequalification_until and prequalification_until <= prequalification_due
                and prequalification_due <= documents_on)));
