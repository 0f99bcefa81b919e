package org.wirknetz.rounds.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Errands;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.rounds.RoundsPermissions;

/// What the page Heute says of rounds: those one has not answered by name, while they are open; to the office
/// those that are over and not yet sorted, and drafts. Of anonymous rounds it cannot know who answered.
@Component
class RoundErrands implements Errands {

    private static final int SOME_TIME = 14;

    private final JdbcClient db;
    private final RoundsPermissions may;
    private final Desk desk;

    RoundErrands(JdbcClient db, RoundsPermissions may, Desk desk) {
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    private record Waiting(
            UUID id, String title, String state, @Nullable LocalDate closesOn) {}

    @Override
    public List<Errand> of(Visitor visitor) {
        if (!may.answer(visitor)) return List.of();
        return db
                .sql("""
                        (select r.id, r.title, case when r.anonymous then 'anonymous' else 'answer' end as state, r.closes_on from rounds.round r
                          where rounds.is_open(r) and not :office
                            and not exists (select from rounds.took_part t where t.network = r.network and t.round = r.id)
                            and not exists (select from rounds.card c join rounds.question q on q.network = c.network and q.id = c.question
                                             where q.network = r.network and q.round = r.id and c.account = platform.account())
                          order by r.closes_on nulls last, r.id limit 2)
                        union all
                        (select r.id, r.title, 'sort', coalesce(r.closed_on, r.closes_on) from rounds.round r
                          where :office and r.opened_on is not null and not rounds.is_open(r) and r.kind <> 'CONDITIONS'
                            and coalesce(r.closed_on, r.closes_on) > cast(:today as date) - 60
                            and exists (select from rounds.card c join rounds.question q on q.network = c.network and q.id = c.question
                                         where q.network = r.network and q.round = r.id)
                            and not exists (select from rounds.cluster c join rounds.question q on q.network = c.network and q.id = c.question
                                             where q.network = r.network and q.round = r.id)
                          order by 4, r.id limit 2)
                        union all
                        (select r.id, r.title, 'draft', null from rounds.round r
                          where :office and r.opened_on is null order by r.created_at, r.id limit 2)
                        """)
                .param("office", visitor.isOffice())
                .param("today", desk.today())
                .query(Waiting.class)
                .list()
                .stream()
                .map(it -> errand(visitor, it))
                .toList();
    }

    private Errand errand(Visitor visitor, Waiting it) {
        var day = it.closesOn();
        var path = visitor.base() + "/rounds/" + it.id();
        var key = "rounds.today." + it.state();
        boolean dated =
                day != null && (it.state().equals("answer") || it.state().equals("anonymous"));
        int left = dated ? (int) ChronoUnit.DAYS.between(desk.today(), day) : SOME_TIME;
        return new Errand(
                left,
                desk.say(key, it.title(), day == null ? "" : desk.date(day)),
                desk.say(key + ".why"),
                desk.say(key + ".do"),
                it.state().equals("sort") ? path + "/board" : path);
    }
}
