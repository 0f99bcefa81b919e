package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// What is done to make partners aware (German: *Sensibilisierung*, C4.3), planned or held, and who took part.
@Component
@Transactional
public class Sensitisations {

    /// For so long somebody who took part counts as reached.
    public static final int MONTHS = 24;

    private static final int LONGEST_TITLE = 200;
    private static final int MOST = 1000;

    private final JdbcClient db;

    Sensitisations(JdbcClient db) {
        this.db = db;
    }

    public enum Kind {
        TRAINING,
        /// A point on the agenda of a meeting.
        AGENDA_ITEM,
        /// An information mail.
        MAIL
    }

    /// @param heldOn when it takes or took place
    /// @param version which somebody saw who changes it or who took part
    public record Entry(Kind kind, String title, LocalDate heldOn, int version) {}

    public UUID plan(Kind kind, @Nullable String title, LocalDate heldOn) {
        int known = db.sql("select count(*) from equality.sensitisation")
                .query(Integer.class)
                .single();
        if (known >= MOST) throw new Refused("equality.sensitisation.too-many", MOST);
        var id = UUID.randomUUID();
        db.sql("""
                        insert into equality.sensitisation (network, id, kind, title, held_on)
                        values (platform.network(), :id, :kind, :title, :on)
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("title", Texts.needed(title, LONGEST_TITLE))
                .param("on", heldOn)
                .update();
        return id;
    }

    /// @throws NotFound also where it is not for the visitor in scope
    @Transactional(readOnly = true)
    public Entry require(UUID id) {
        return db.sql("select kind, title, held_on, version from equality.sensitisation where id = ?")
                .param(id)
                .query(Entry.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// @param version which somebody saw
    /// @throws Refused when somebody else has changed it since
    public void change(UUID id, int version, Kind kind, @Nullable String title, LocalDate heldOn) {
        int rows = db.sql("""
                        update equality.sensitisation set kind = :kind, title = :title, held_on = :on, version = version + 1
                         where id = :id and version = :version
                        """)
                .param("id", id)
                .param("version", version)
                .param("kind", kind.name())
                .param("title", Texts.needed(title, LONGEST_TITLE))
                .param("on", heldOn)
                .update();
        if (rows == 0) refuse(id);
    }

    private void refuse(UUID id) {
        require(id);
        throw new Refused("platform.changed-meanwhile");
    }

    public void remove(UUID id) {
        gone("sensitisation", id);
    }

    /// These took part, and no others.
    ///
    /// @param version of the entry that somebody saw with its list
    /// @throws Refused where it has not been yet, or somebody else has changed it or its list since
    public void tookPart(UUID id, int version, Collection<UUID> organisations, LocalDate today) {
        var held = require(id).heldOn();
        int seen = db.sql(
                        "update equality.sensitisation set version = version + 1 where id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .update();
        if (seen == 0) refuse(id);
        var wanted = organisations.stream().distinct().toList();
        var named = wanted.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        db.sql("""
                        delete from equality.participation
                         where sensitisation = :id and organisation <> all (cast(:wanted as uuid[]))
                        """).param("id", id).param("wanted", named).update();
        if (wanted.isEmpty()) return;
        if (held.isAfter(today)) throw new Refused("equality.participation.not-yet");
        int known = db.sql("""
                        select count(*) from directory.organisation_card
                         where network = platform.network() and id = any (cast(:wanted as uuid[]))
                        """).param("wanted", named).query(Integer.class).single();
        if (known < wanted.size()) throw new Refused("equality.no-choice");
        db.sql("""
                        insert into equality.participation (network, sensitisation, organisation)
                        select platform.network(), :id, organisation from unnest(cast(:wanted as uuid[])) organisation
                        on conflict on constraint took_part_once do nothing
                        """).param("id", id).param("wanted", named).update();
    }

    /// @throws Refused where it has not been yet, or nobody knows the organisation
    public UUID add(UUID id, UUID organisation, LocalDate today) {
        if (require(id).heldOn().isAfter(today)) throw new Refused("equality.participation.not-yet");
        boolean known = db.sql("""
                        select exists (select from directory.organisation_card where network = platform.network() and id = ?)
                        """).param(organisation).query(Boolean.class).single();
        if (!known) throw new Refused("equality.no-choice");
        return db.sql("""
                        insert into equality.participation (network, sensitisation, organisation)
                        values (platform.network(), :id, :organisation) returning id
                        """)
                .param("id", id)
                .param("organisation", organisation)
                .query(UUID.class)
                .single();
    }

    public void withdraw(UUID participation) {
        gone("participation", participation);
    }

    private void gone(String table, UUID id) {
        int rows = db.sql("delete from equality." + table + " where id = ?")
                .param(id)
                .update();
        if (rows == 0) throw new NotFound();
    }
}
