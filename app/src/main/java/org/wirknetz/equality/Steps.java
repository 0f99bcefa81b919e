package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;

/// What the network does for equal standing, so that there is more to say than shares (C4.1 to C4.4).
@Component
@Transactional
public class Steps {

    private final JdbcClient db;

    Steps(JdbcClient db) {
        this.db = db;
    }

    public enum Kind {
        /// Somebody answers for the topic; the day is since when. No longer noted: see [Topics].
        RESPONSIBLE,
        /// Partners were made aware; the day is when. No longer noted: see [Sensitisations].
        EVENT,
        /// An instrument, checked for whether it fits the target group: the day is when, none where it was
        /// not.
        INSTRUMENT,
        /// An organisation that stands for the topic; the day is since when it takes part, none where it
        /// does not yet. No longer noted: see [RelevantPartners].
        PARTNER;

        /// Those that have no list of their own.
        public static List<Kind> noted() {
            return List.of(INSTRUMENT);
        }
    }

    public UUID note(Kind kind, @Nullable String title, @Nullable LocalDate on) {
        var id = UUID.randomUUID();
        db.sql("""
                        insert into equality.step (network, id, kind, title, done_on)
                        values (platform.network(), :id, :kind, :title, :on)
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("title", Texts.needed(title, 200))
                .param("on", on)
                .update();
        return id;
    }

    public void remove(UUID step) {
        int rows = db.sql("delete from equality.step where id = ?").param(step).update();
        if (rows == 0) throw new NotFound();
    }
}
