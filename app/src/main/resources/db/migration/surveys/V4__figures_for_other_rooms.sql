-- What a closed wave found, for other rooms, under the policies of the rows. Below five raters there is no row.
create view surveys.figure_card with (security_invoker = true) as
select f.network, f.wave, q.key, f.raters, f.unknown, f.said_1 as ones, f.said_2 as twos, f.said_3 as threes, f.said_4 as fours,
       f.said_5 as fives
  from surveys.figure f
  join surveys.question q on q.network = f.network and q.id = f.question;
grant select on surveys.figure_card to wirknetz_app;
