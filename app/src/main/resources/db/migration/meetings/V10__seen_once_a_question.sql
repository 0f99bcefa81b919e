-- Which meetings somebody sees is found once a question, not once a row: a partner's page between two organisations had asked
-- it of every attendance of three years and took half a minute.
do $$
declare
    part text;
begin
    foreach part in array array['agenda_item', 'document', 'document_part', 'invitation', 'dispatch', 'attendance', 'proxy',
            'ballot', 'ballot_voter', 'seat'] loop
        execute format('alter policy with_its_meeting on meetings.%I using (
            meeting in (select m.id from meetings.meeting m where m.network = (select platform.network())))', part);
    end loop;
end $$;
