-- The day it is for the program, which may be fixed (demo, tests): rights that end on a day end on that one.
create function platform.today() returns date language sql stable parallel safe
    as $$ select coalesce(nullif(current_setting('wirknetz.today', true), '')::date, current_date) $$;
