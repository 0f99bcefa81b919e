-- So that an undo can bring back in any order what a cascade took along (platform V17). Only an undo makes them wait. The last module,
-- since the tables of all others are there by now; a later table with a cascade does the same in its own migration.
do $$
declare reference record;
begin
    for reference in
        select c.conrelid::regclass as place, c.conname
          from pg_constraint c
          join pg_namespace n on n.oid = c.connamespace
         where c.contype = 'f' and c.confdeltype in ('c', 'n') and not c.condeferrable
           and n.nspname not in ('platform', 'access', 'api', 'privacy', 'public', 'pg_catalog', 'information_schema')
    loop
        execute format('alter table %s alter constraint %I deferrable initially immediate', reference.place, reference.conname);
    end loop;
end $$;
