-- Set on every connection beside network and account: anybody may be asking (a public page).
-- A job or the console works alone: in a network, without an account, and not publicly.
create function platform.works_alone() returns boolean language sql stable parallel safe
    as $$ select platform.account() is null and coalesce(current_setting('wirknetz.public', true), '') = '' $$;
