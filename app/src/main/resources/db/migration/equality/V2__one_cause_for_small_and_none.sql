-- Why a number is hidden must not tell the number: only a 0 had this cause.
update equality.verdict v
   set cause = case when exists (select from equality.cell c
                                  where c.network = v.network and c.release = v.release and c.position = v.position
                                    and c.place = v.place and c.measure = 'EURO') then 'DOMINANCE' else 'MINIMUM' end
 where v.cause = 'NOBODY';
