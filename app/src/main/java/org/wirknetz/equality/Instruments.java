package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// What people without a vocational qualification are profiled, assessed, taught and prepared with (German:
/// *Instrument*, C4.2).
@Component
@Transactional
public class Instruments {

    private static final int LONGEST = 200;
    private static final int MOST = 300;

    private final JdbcClient db;
    private final TargetGroups groups;

    Instruments(JdbcClient db, TargetGroups groups) {
        this.db = db;
        this.groups = groups;
    }

    public enum Kind {
        PROFILING,
        /// Finding out what somebody can do (German: *Kompetenzfeststellung*).
        ASSESSMENT,
        MODULE,
        /// Preparing for an examination.
        EXAM,
        OTHER
    }

    /// @param organisation that owns it, and writes down itself what it adapts; null: nobody but the office
    /// @param person who sees to it
    /// @param reviewOn when it is looked at again
    public record Entry(
            Kind kind,
            @Nullable String title,
            @Nullable UUID organisation,
            @Nullable UUID person,
            @Nullable LocalDate reviewOn) {}

    public record Kept(
            UUID id,
            Kind kind,
            String title,
            @Nullable UUID organisation,
            @Nullable UUID person,
            @Nullable LocalDate reviewOn,
            int version) {}

    public UUID add(Entry entry) {
        int known = db.sql("select count(*) from equality.instrument")
                .query(Integer.class)
                .single();
        if (known >= MOST) throw new Refused("equality.instrument.too-many", MOST);
        requireKnown(entry);
        groups.beginWhereNone();
        return db.sql("""
                        insert into equality.instrument (network, kind, title, organisation, person, review_on)
                        values (platform.network(), :kind, :title, cast(:organisation as uuid), cast(:person as uuid), cast(:review as date))
                        returning id
                        """)
                .param("kind", entry.kind().name())
                .param("title", Texts.needed(entry.title(), LONGEST))
                .param("organisation", entry.organisation())
                .param("person", entry.person())
                .param("review", entry.reviewOn())
                .query(UUID.class)
                .single();
    }

    /// @throws NotFound also where it is not for the visitor in scope
    @Transactional(readOnly = true)
    public Kept require(UUID instrument) {
        return db.sql(
                        "select id, kind, title, organisation, person, review_on, version from equality.instrument where id = ?")
                .param(instrument)
                .query(Kept.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// @param version the one that was shown
    /// @throws OptimisticLockingFailureException where somebody else has changed it since
    public void change(UUID instrument, int version, Entry entry) {
        require(instrument);
        requireKnown(entry);
        int rows = db.sql("""
                        update equality.instrument
                           set kind = :kind, title = :title, organisation = cast(:organisation as uuid),
                               person = cast(:person as uuid), review_on = cast(:review as date), version = version + 1
                         where id = :id and version = :version
                        """)
                .param("id", instrument)
                .param("version", version)
                .param("kind", entry.kind().name())
                .param("title", Texts.needed(entry.title(), LONGEST))
                .param("organisation", entry.organisation())
                .param("person", entry.person())
                .param("review", entry.reviewOn())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("instrument " + instrument);
    }

    /// With all that was adapted and tried of it.
    public void remove(UUID instrument) {
        int rows = db.sql("delete from equality.instrument where id = ?")
                .param(instrument)
                .update();
        if (rows == 0) throw new NotFound();
    }

    private void requireKnown(Entry entry) {
        boolean known = db.sql("""
                        select (cast(:organisation as uuid) is null or exists (select from directory.organisation_card
                                        where network = platform.network() and id = :organisation))
                           and (cast(:person as uuid) is null or exists (select from directory.person_card
                                        where network = platform.network() and id = :person))
                        """)
                .param("organisation", entry.organisation())
                .param("person", entry.person())
                .query(Boolean.class)
                .single();
        if (!known) throw new Refused("equality.no-choice");
    }
}
