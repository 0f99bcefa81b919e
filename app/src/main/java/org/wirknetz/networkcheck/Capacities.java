package org.wirknetz.networkcheck;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// How many hours an organisation can give (German: *Kapazität*), said by itself or by the office.
@Component
@Transactional
public class Capacities {

    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

    private final JdbcClient db;
    private final Clock clock;

    Capacities(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// For how long the hours are meant.
    public enum Per {
        MONTH,
        HALF_YEAR;

        /// @throws Refused when it is neither
        public static Per of(String name) {
            return Arrays.stream(values())
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Refused("networkcheck.load.no-per"));
        }
    }

    public record Card(
            UUID id,
            UUID organisation,
            BigDecimal hours,
            Per per,
            @Nullable String note,
            LocalDate saidOn,
            int version) {}

    @Transactional(readOnly = true)
    public Optional<Card> of(UUID organisation) {
        return db.sql(
                        "select id, organisation, hours, per, note, said_on, version from networkcheck.capacity where organisation = ?")
                .param(organisation)
                .query(Card.class)
                .optional();
    }

    /// @throws NotFound also where it is not for the visitor in scope
    @Transactional(readOnly = true)
    public Card require(UUID id) {
        return db.sql(
                        "select id, organisation, hours, per, note, said_on, version from networkcheck.capacity where id = ?")
                .param(id)
                .query(Card.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// In place of what was said before.
    ///
    /// @throws Refused when these are no hours, or the note is too long
    /// @throws NotFound when there is no such organisation
    public UUID say(UUID organisation, BigDecimal hours, Per per, @Nullable String note) {
        var rounded = hours.setScale(1, RoundingMode.HALF_UP);
        if (rounded.signum() < 0 || rounded.compareTo(MOST) > 0) throw new Refused("networkcheck.load.no-hours");
        var said = note == null || note.isBlank() ? null : note.strip();
        if (said != null && said.length() > 500) throw new Refused("networkcheck.load.note-long", 500);
        try {
            return db.sql("""
                            insert into networkcheck.capacity (network, organisation, hours, per, note, said_on)
                            values (platform.network(), :organisation, :hours, :per, :note, :today)
                            on conflict (network, organisation) do update
                               set hours = excluded.hours, per = excluded.per, note = excluded.note, said_on = excluded.said_on,
                                   version = capacity.version + 1
                            returning id
                            """)
                    .param("organisation", organisation)
                    .param("hours", rounded)
                    .param("per", per.name())
                    .param("note", said)
                    .param("today", LocalDate.now(clock))
                    .query(UUID.class)
                    .single();
        } catch (DataIntegrityViolationException unknown) {
            throw new NotFound();
        }
    }

    /// Nothing is known any more of what they can give.
    public void forget(UUID organisation) {
        int rows = db.sql("delete from networkcheck.capacity where organisation = ?")
                .param(organisation)
                .update();
        if (rows == 0) throw new NotFound();
    }
}
