-- How many hours a task is reckoned to take; empty where nobody has said.
alter table tasks.task add column hours numeric(6,1) check (hours > 0 and hours <= 10000);
create or replace view tasks.task_card with (security_invoker = true) as
select network, id, title, owner_organisation, owner_person, due_on, done_on, dropped_on, group_id, meeting_id, decision_id,
       initiator_organisation, hours
  from tasks.task;
