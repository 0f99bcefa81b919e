-- Since when an import rests, and when its files were emptied. The report and the numbers stay.
alter table transfer.import_run
    add column ended_at timestamptz,
    add column emptied_at timestamptz;
