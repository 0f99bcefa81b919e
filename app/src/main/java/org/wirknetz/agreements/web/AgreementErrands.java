package org.wirknetz.agreements.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementsPermissions;
import org.wirknetz.directory.Errands;

/// What the page Heute says of agreements: duties that are due, ends to come, texts that wait for a signature.
@Component
class AgreementErrands implements Errands {

    private final JdbcClient db;
    private final AgreementsPermissions may;
    private final AgreementDoor door;
    private final AgreementsDesk desk;

    AgreementErrands(JdbcClient db, AgreementsPermissions may, AgreementDoor door, AgreementsDesk desk) {
        this.db = db;
        this.may = may;
        this.door = door;
        this.desk = desk;
    }

    private record Due(String kind, UUID agreement, String title, String who, LocalDate day) {}

    @Override
    public List<Errand> of(Visitor visitor) {
        if (!may.draft(visitor) && !may.signWithMandate(visitor)) return List.of();
        var errands = new ArrayList<Errand>();
        for (var due : due(visitor)) {
            int left = (int) ChronoUnit.DAYS.between(desk.today(), due.day());
            var key = "agreements.today." + due.kind() + (left < 0 && due.kind().equals("duty") ? ".late" : "");
            errands.add(new Errand(
                    left,
                    desk.say(key, due.title(), due.who(), desk.date(due.day()), Math.abs(left)),
                    desk.say("agreements.today." + due.kind() + ".why"),
                    desk.say("agreements.today." + due.kind() + ".do"),
                    visitor.base() + "/agreements/" + due.agreement() + anchor(due.kind())));
        }
        return List.copyOf(errands);
    }

    private static String anchor(String kind) {
        return switch (kind) {
            case "duty" -> "#obligations";
            case "sign" -> "#signatures";
            default -> "";
        };
    }

    /// The office sees all, duties of others not before they are near, so that ends to come are not crowded out;
    /// partners what their own organisation owes or has to sign.
    private List<Due> due(Visitor visitor) {
        var own = visitor.seats().stream()
                .map(Visitor.Seat::organisation)
                .filter(java.util.Objects::nonNull)
                .filter(visitor::worksFor)
                .map(UUID::toString)
                .toArray(String[]::new);
        return db.sql("""
                        (select 'duty' as kind, a.id as agreement, d.title, o.name as who, d.due as day
                           from agreements.obligation d
                           join agreements.agreement a on a.network = d.network and a.id = d.agreement
                           join agreements.party p on p.network = d.network and p.id = d.party
                           join directory.organisation_card o on o.network = p.network and o.id = p.organisation
                          where d.network = platform.network() and d.done_on is null and a.concluded_on is not null
                            and a.ended_on is null and d.due <= cast(:today as date) + (case when :office then 14 else 30 end)
                            and (:office or p.organisation = any (cast(:own as uuid[])))
                          order by d.due limit 3)
                        union all
                        (select 'end', a.id, a.title, '', a.valid_to - 1
                           from agreements.agreement a
                          where a.network = platform.network() and a.concluded_on is not null and a.ended_on is null
                            and a.valid_to - 1 between :today and cast(:today as date) + 90
                            and not exists (select from agreements.agreement n where n.network = a.network and n.renews = a.id)
                            and (:office or exists (select from agreements.party p where p.network = a.network and p.agreement = a.id
                                                       and p.organisation = any (cast(:own as uuid[]))))
                          order by a.valid_to limit 3)
                        union all
                        (select 'sign', a.id, a.title, o.name, a.offered_on + 14
                           from agreements.agreement a
                           join agreements.party p on p.network = a.network and p.agreement = a.id
                                and (p.organisation = any (cast(:own as uuid[])) or p.organisation in (
                                     select m.organisation from directory.mandate_card m
                                       join directory.person_address_card address on address.network = m.network
                                            and address.person = m.person and address.email = lower(:email)
                                      where m.network = platform.network() and m.kind = 'REPRESENTS'
                                        and (m.valid_from is null or m.valid_from <= :today)
                                        and (m.valid_to is null or m.valid_to > :today)))
                           join directory.organisation_card o on o.network = p.network and o.id = p.organisation
                          where a.network = platform.network() and a.offered_on is not null and a.concluded_on is null
                            and a.ended_on is null
                            and not exists (select from agreements.signature s
                                              join agreements.wording w on w.network = s.network and w.id = s.wording
                                             where s.network = p.network and s.party = p.id
                                               and w.number = (select max(l.number) from agreements.wording l
                                                                where l.network = a.network and l.agreement = a.id))
                          order by a.offered_on limit 3)
                        """)
                .param("today", desk.today())
                .param("office", visitor.isOffice())
                .param("own", own)
                .param("email", may.signWithMandate(visitor) ? door.email(visitor) : "")
                .query(Due.class)
                .list();
    }
}
