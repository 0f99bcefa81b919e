-- The number by which the register knows a decision, for minutes and lists of other rooms.
create or replace view tasks.decision_card with (security_invoker = true) as
select d.network, d.id, d.title, d.decided_on, d.group_id, d.meeting_id,
       case when d.dropped_on is not null then 'DROPPED'
            when d.done_on is not null or (progress.open = 0 and progress.done > 0) then 'DONE'
            when d.due_on is null and progress.open = 0 then 'STANDING'
            else 'OPEN' end as state,
       d.due_on,
       case when d.dropped_on is null
            then coalesce(d.done_on, case when progress.open = 0 then progress.last_done end) end as done_on,
       d.number, d.disclosure
  from tasks.decision d
 cross join lateral tasks.progress(d.id) progress;
