-- Why: what hung at a posting, and the photo of it, are papers that the project holds; a kind by name and any digest showed nothing.
-- Locks: app.posting, for a column without a value. Rows rewritten: none; a posting from before keeps no digests.
-- Back: drop the column.

alter table app.posting
    -- One for each of the attachments, in their order.
    add column attachment_sha256 bytea[],
    add constraint posting_attachments_have_their_digests check (
        cardinality(attachment_sha256) = cardinality(attachments) and array_position(attachment_sha256, null) is null);
