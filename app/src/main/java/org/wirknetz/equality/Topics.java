package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.directory.MandateId;
import org.wirknetz.directory.MandateKind;
import org.wirknetz.directory.Mandates;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Topics somebody is to answer for (German: *Themenverantwortung*, C4.4), and who does: with a term, and with somebody
/// who stands in.
@Component
@Transactional
public class Topics {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST = 100;

    private final JdbcClient db;
    private final Mandates mandates;

    Topics(JdbcClient db, Mandates mandates) {
        this.db = db;
        this.mandates = mandates;
    }

    /// @param version which somebody saw who renames it
    public record Topic(String title, int version) {}

    /// Who answers for a topic.
    ///
    /// @param deputy stands in; null while nobody does
    /// @param from first day of the term
    /// @param to the first day on which it is over; null while it is open
    public record Answering(
            UUID person,
            UUID organisation,
            @Nullable UUID deputy,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /// @param since from when somebody is to answer for it
    /// @throws Refused when the title is missing, too long or taken, or there are too many
    public UUID add(@Nullable String title, LocalDate since) {
        int topics = db.sql("select count(*) from equality.topic where network = platform.network()")
                .query(Integer.class)
                .single();
        if (topics >= MOST) throw new Refused("equality.topic.too-many", MOST);
        var id = UUID.randomUUID();
        var named = Texts.needed(title, LONGEST_TITLE);
        once(
                named,
                () -> db.sql("""
                        insert into equality.topic (network, id, title, since)
                        values (platform.network(), :id, :title, :since)
                        """)
                        .param("id", id)
                        .param("title", named)
                        .param("since", since)
                        .update());
        return id;
    }

    /// The mandates of those who answer for it are called like it, unless somebody has worded one otherwise.
    ///
    /// @param version which somebody saw
    /// @throws Refused as [#add], and when somebody else has renamed it since
    public void rename(UUID topic, int version, @Nullable String title) {
        var before = title(topic);
        var named = Texts.needed(title, LONGEST_TITLE);
        int rows = once(
                named,
                () -> db.sql("""
                                update equality.topic set title = :title, version = version + 1
                                 where id = :id and version = :version
                                """)
                        .param("id", topic)
                        .param("version", version)
                        .param("title", named)
                        .update());
        if (rows == 0) throw new Refused("platform.changed-meanwhile");
        db.sql("select mandate from equality.responsibility where topic = ?")
                .param(topic)
                .query(UUID.class)
                .list()
                .forEach(it -> mandates.reword(new MandateId(it), before, named));
    }

    private static int once(String title, IntSupplier write) {
        try {
            return write.getAsInt();
        } catch (DuplicateKeyException taken) {
            throw new Refused("equality.topic.taken", title);
        }
    }

    /// The mandates stay with the people: they had them.
    public void remove(UUID topic) {
        int rows =
                db.sql("delete from equality.topic where id = ?").param(topic).update();
        if (rows == 0) throw new NotFound();
    }

    @Transactional(readOnly = true)
    public String title(UUID topic) {
        return require(topic).title();
    }

    @Transactional(readOnly = true)
    public Topic require(UUID topic) {
        return db.sql("select title, version from equality.topic where id = ?")
                .param(topic)
                .query(Topic.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// Several may answer for one topic.
    ///
    /// @throws Refused when the term has no length, or somebody would be their own deputy
    public UUID entrust(UUID topic, Answering who) {
        var mandate = mandates.open(
                new PersonId(who.person()),
                new OrganisationId(who.organisation()),
                MandateKind.RESPONSIBLE,
                title(topic),
                null,
                who.from(),
                who.to());
        if (who.deputy() != null) mandates.appointDeputy(mandate, new PersonId(who.deputy()));
        var id = UUID.randomUUID();
        db.sql("""
                        insert into equality.responsibility (network, id, topic, mandate)
                        values (platform.network(), :id, :topic, :mandate)
                        """)
                .param("id", id)
                .param("topic", topic)
                .param("mandate", mandate.value())
                .update();
        return id;
    }

    /// What can be changed of a responsibility, as somebody saw it.
    ///
    /// @param deputy null while nobody stands in
    /// @param to the first day on which it is over; null while it is open
    public record Seen(@Nullable UUID deputy, @Nullable LocalDate to) {}

    /// @param deputy null: nobody stands in any more
    /// @throws Refused when somebody else has named another deputy since
    public void standIn(UUID responsibility, @Nullable UUID seen, @Nullable UUID deputy) {
        if (!Objects.equals(asItIs(responsibility).deputy(), seen)) throw new Refused("platform.changed-meanwhile");
        if (deputy == null) mandates.dismissDeputy(mandate(responsibility));
        else mandates.appointDeputy(mandate(responsibility), new PersonId(deputy));
    }

    /// @param on the first day on which it is over
    /// @throws Refused when somebody else has ended it otherwise since
    public void end(UUID responsibility, @Nullable LocalDate seen, LocalDate on) {
        if (!Objects.equals(asItIs(responsibility).to(), seen)) throw new Refused("platform.changed-meanwhile");
        mandates.correctEnd(mandate(responsibility), on);
    }

    /// There is no end any more: the term is open again.
    ///
    /// @throws Refused when somebody else has ended it otherwise since
    public void reopen(UUID responsibility, @Nullable LocalDate seen) {
        if (!Objects.equals(asItIs(responsibility).to(), seen)) throw new Refused("platform.changed-meanwhile");
        mandates.reopen(mandate(responsibility));
    }

    /// Of two who change it at once the second waits here and sees what the first made of it.
    public Seen asItIs(UUID responsibility) {
        var held = db.sql("select id from equality.responsibility where id = ? for update")
                .param(responsibility)
                .query(UUID.class)
                .optional();
        if (held.isEmpty()) throw new NotFound();
        return db.sql("""
                        select m.deputy, m.valid_to as "to" from equality.responsibility r
                          join directory.mandate_card m on m.network = r.network and m.id = r.mandate
                         where r.id = ?
                        """).param(responsibility).query(Seen.class).optional().orElseThrow(NotFound::new);
    }

    /// Takes out what was never true.
    public void withdraw(UUID responsibility) {
        mandates.withdraw(mandate(responsibility));
    }

    /// @throws NotFound also where it is not for the visitor in scope
    @Transactional(readOnly = true)
    public UUID topicOf(UUID responsibility) {
        return db.sql("select topic from equality.responsibility where id = ?")
                .param(responsibility)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private MandateId mandate(UUID responsibility) {
        return db.sql("select mandate from equality.responsibility where id = ?")
                .param(responsibility)
                .query(UUID.class)
                .optional()
                .map(MandateId::new)
                .orElseThrow(NotFound::new);
    }
}
