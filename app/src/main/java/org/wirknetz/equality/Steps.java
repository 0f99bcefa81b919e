package org.wirknetz.equality;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;

/// What networks noted that they do for equal standing before each of it had a list of its own (C4.1 to C4.4).
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
        /// not. No longer noted: see [Instruments].
        INSTRUMENT,
        /// An organisation that stands for the topic; the day is since when it takes part, none where it
        /// does not yet. No longer noted: see [RelevantPartners].
        PARTNER
    }

    public void remove(UUID step) {
        int rows = db.sql("delete from equality.step where id = ?").param(step).update();
        if (rows == 0) throw new NotFound();
    }
}
