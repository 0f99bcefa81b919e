-- How a closed ballot ended, for other rooms, under the policies of the rows.
create view meetings.ballot_card with (security_invoker = true) as
select network, id, meeting as meeting_id, agenda_item, accepted, closed_at from meetings.ballot where state = 'CLOSED';
grant select on meetings.ballot_card to wirknetz_app;
