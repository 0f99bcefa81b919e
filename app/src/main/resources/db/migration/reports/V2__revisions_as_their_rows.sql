-- The memory behind undo and history tells nobody more than the rows: words and drafts are the office's, and what of a report
-- is released stands in the report.
create policy reports_as_their_rows on platform.revision as restrictive for select to wirknetz_app using (
    not starts_with(relation, 'reports.') or (select access.is_office()));
