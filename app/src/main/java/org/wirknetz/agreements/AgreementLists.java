package org.wirknetz.agreements;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Refused;

/// Agreements as lists bring them: made elsewhere, perhaps closed, fulfilled and ended there. Nobody signs them here,
/// so
/// no signature is invented; the text has its fingerprint all the same.
@Component
@Transactional
public class AgreementLists {

    private final JdbcClient db;
    private final Drafting drafting;
    private final Sealing sealing;
    private final Clock clock;

    AgreementLists(JdbcClient db, Drafting drafting, Sealing sealing, Clock clock) {
        this.db = db;
        this.drafting = drafting;
        this.sealing = sealing;
        this.clock = clock;
    }

    /// What became of it.
    ///
    /// @param concluded null for a draft
    /// @param ended the first day on which it no longer holds, where it ended before its term
    public record Course(
            @Nullable LocalDate concluded, @Nullable LocalDate ended, String reason) {

        void require(LocalDate today) {
            if (concluded != null && concluded.isAfter(today))
                throw new Refused("agreements.sign.day-ahead", SealedText.day(concluded));
            if (ended != null && concluded != null && ended.isBefore(concluded))
                throw new Refused("agreements.end.before-conclusion", SealedText.day(concluded));
            if (reason.length() > 1000) throw new Refused("agreements.too-long", 1000);
        }
    }

    /// @param done the day on which it was done
    public record Promise(Duty duty, @Nullable LocalDate done, String evidence) {}

    /// @throws Refused as when it is drafted on the page, when a duty is no party's, or when its days contradict
    public void take(AgreementId id, Terms terms, List<OrganisationId> parties, List<Promise> promises, Course course) {
        course.require(LocalDate.now(clock));
        drafting.add(id, terms, parties, null);
        for (var promise : promises) add(id, parties, promise);
        sealing.seal(id, terms, parties);
        db.sql("""
                        update agreements.agreement
                           set offered_on = :concluded, concluded_on = :concluded, ended_on = :ended, end_reason = :reason
                         where id = :id and (cast(:concluded as date) is not null or cast(:ended as date) is not null)
                        """)
                .param("concluded", sql(course.concluded()))
                .param("ended", sql(course.ended()))
                .param("reason", course.reason())
                .param("id", id.value())
                .update();
    }

    private void add(AgreementId id, List<OrganisationId> parties, Promise promise) {
        var duty = promise.duty();
        if (!parties.contains(duty.owner())) throw new Refused("agreements.obligation.no-party");
        var person = duty.person();
        db.sql("""
                        insert into agreements.obligation (network, agreement, party, person, title, due, done_on, evidence)
                        select platform.network(), :agreement, p.id, cast(:person as uuid), :title, cast(:due as date),
                               cast(:done as date), :evidence
                          from agreements.party p where p.agreement = :agreement and p.organisation = :owner
                        """)
                .param("agreement", id.value())
                .param("owner", duty.owner().value())
                .param("person", person == null ? null : person.value())
                .param("title", duty.title())
                .param("due", sql(duty.due()))
                .param("done", sql(promise.done()))
                .param("evidence", promise.done() == null ? "" : promise.evidence())
                .update();
    }

    private static @Nullable Date sql(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
