package org.wirknetz.equality.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.equality.Reviews;

/// A version of an instrument for a target group, and how its trial went.
///
/// @param organisationName of the one that adapted it
/// @param result `WORKS`, `LIMITED` or `FAILS`; null where it was not tried
public record AdaptedVersion(
        UUID id,
        UUID instrument,
        UUID targetGroup,
        String edition,
        String note,
        @Nullable UUID organisation,
        @Nullable String organisationName,
        LocalDate adaptedOn,
        @Nullable LocalDate triedOn,
        @Nullable String result,
        @Nullable Integer participants,
        @Nullable String trialNote,
        int version) {

    /// A smaller number of people of such a group is known to those alone who keep it.
    public static final int FEWEST = 5;

    private static final String COLUMNS = """
            a.id, a.instrument, a.target_group, a.edition, a.note, a.organisation, o.name as organisation_name, a.adapted_on,
            a.tried_on, a.result, a.participants, a.trial_note, a.version
              from equality.adaptation a left join directory.organisation_card o on o.network = a.network and o.id = a.organisation
            """;

    /// Of each instrument and group the one that counts.
    static List<AdaptedVersion> latest(JdbcClient db) {
        return db.sql("select distinct on (a.instrument, a.target_group) " + COLUMNS
                        + " order by a.instrument, a.target_group, a.adapted_on desc, a.edition desc, a.id limit 20000")
                .query(AdaptedVersion.class)
                .list();
    }

    /// Of one instrument all, the newest first.
    static List<AdaptedVersion> of(JdbcClient db, UUID instrument) {
        return db.sql("select " + COLUMNS
                        + " where a.instrument = ? order by a.adapted_on desc, a.edition desc, a.id limit 2000")
                .param(instrument)
                .query(AdaptedVersion.class)
                .list();
    }

    public boolean isTooOld(LocalDate day) {
        return triedOn != null && triedOn.isBefore(day.minusMonths(Reviews.MONTHS));
    }

    /// Whether the number of people may be said.
    public boolean tells(boolean keeps) {
        return participants != null && (keeps || participants >= FEWEST);
    }

    public boolean hides(boolean keeps) {
        return participants != null && !tells(keeps);
    }
}
