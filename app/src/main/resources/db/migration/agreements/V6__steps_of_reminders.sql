-- Which steps there are is the program's to say; the row only has to name one.
alter table agreements.reminder drop constraint reminder_days_check;
alter table agreements.reminder add constraint reminder_days_check check (days between 1 and 366);

create or replace function agreements.signed_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and to_jsonb(new) - 'person' = to_jsonb(old) - 'person' then
        return new;
    end if;
    raise exception 'a signature is never changed' using errcode = 'check_violation';
end $$;
