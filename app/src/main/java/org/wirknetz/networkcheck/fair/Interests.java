package org.wirknetz.networkcheck.fair;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Interests of its own that the organisation behind the coordination office has laid open (M11 e; German:
/// *Interessenregister*): courses it offers itself, money it receives, seats its people hold. All inside read it.
@Component
@Transactional
public class Interests {

    static final int MOST_ABOUT = 500;
    static final int MOST_HANDLING = 1000;
    private static final int MOST_LINES = 200;
    private static final String COLUMNS =
            "select id, version, about, handling, valid_from as \"from\", valid_to as \"to\" from networkcheck.interest"
                    + " where network = platform.network()";

    private final JdbcClient db;

    Interests(JdbcClient db) {
        this.db = db;
    }

    /// @param version which somebody saw who changes it
    /// @param about what it is
    /// @param handling how partiality is kept out; empty while nobody has said
    /// @param from first day; null where it has always been so
    /// @param to the day on which it is over; null while it lasts
    public record Interest(
            UUID id,
            int version,
            String about,
            String handling,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public boolean holdsOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }

        public boolean isHandled() {
            return !handling.isEmpty();
        }
    }

    /// The newest first; those over at the end.
    @Transactional(readOnly = true)
    public List<Interest> all() {
        return db.sql(COLUMNS + " order by valid_to desc nulls first, valid_from desc nulls last, id")
                .query(Interest.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Interest require(UUID id) {
        return db.sql(COLUMNS + " and id = ?")
                .param(id)
                .query(Interest.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// @throws Refused when nothing or too much is said, the days are turned, or there are too many
    public UUID add(String about, String handling, @Nullable LocalDate from, @Nullable LocalDate to) {
        int lines = db.sql("select count(*) from networkcheck.interest where network = platform.network()")
                .query(Integer.class)
                .single();
        if (lines >= MOST_LINES) throw new Refused("networkcheck.interests.too-many", MOST_LINES);
        var id = UUID.randomUUID();
        db.sql("""
                        insert into networkcheck.interest (network, id, about, handling, valid_from, valid_to)
                        values (platform.network(), :id, :about, :handling, cast(:from as date), cast(:to as date))
                        """)
                .param("id", id)
                .param("about", about(about))
                .param("handling", handling(handling))
                .param("from", from)
                .param("to", inOrder(from, to))
                .update();
        return id;
    }

    /// @throws Refused as [#add], and when somebody else has changed it since that version
    public void change(Interest one) {
        int rows = db.sql("""
                        update networkcheck.interest
                           set about = :about, handling = :handling, valid_from = cast(:from as date),
                               valid_to = cast(:to as date), version = version + 1
                         where network = platform.network() and id = :id and version = :version
                        """)
                .param("id", one.id())
                .param("version", one.version())
                .param("about", about(one.about()))
                .param("handling", handling(one.handling()))
                .param("from", one.from())
                .param("to", inOrder(one.from(), one.to()))
                .update();
        if (rows > 0) return;
        require(one.id());
        throw new Refused("platform.changed-meanwhile");
    }

    public void remove(UUID id) {
        int rows = db.sql("delete from networkcheck.interest where network = platform.network() and id = ?")
                .param(id)
                .update();
        if (rows == 0) throw new NotFound();
    }

    private static String about(String typed) {
        var about = typed.strip();
        if (about.isEmpty()) throw new Refused("networkcheck.interests.no-about");
        if (about.length() > MOST_ABOUT) throw new Refused("networkcheck.interests.too-long", MOST_ABOUT);
        return about;
    }

    private static String handling(String typed) {
        var handling = typed.strip();
        if (handling.length() > MOST_HANDLING) throw new Refused("networkcheck.interests.too-long", MOST_HANDLING);
        return handling;
    }

    private static @Nullable LocalDate inOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && !from.isBefore(to)) throw new Refused("networkcheck.funding.dates-turned");
        return to;
    }
}
