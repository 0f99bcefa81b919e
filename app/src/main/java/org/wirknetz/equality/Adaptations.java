package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Versions of instruments for target groups, and what came of trying them (C4.2). Of an instrument and a group the
/// last one by its day counts.
@Component
@Transactional
public class Adaptations {

    private static final int LONGEST_EDITION = 40;
    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_REASON = 300;
    private static final int MOST_PEOPLE = 1_000_000;

    private final JdbcClient db;
    private final Instruments instruments;

    Adaptations(JdbcClient db, Instruments instruments) {
        this.db = db;
        this.instruments = instruments;
    }

    public enum Result {
        WORKS,
        /// Works with limits.
        LIMITED,
        FAILS
    }

    /// @param participants how many people took part; null where nobody has said
    public record Trial(
            LocalDate on,
            Result result,
            @Nullable Integer participants,
            @Nullable String note) {}

    /// @param edition of the instrument, as those who made it call it, such as 2.1
    /// @param note what was changed for the group
    /// @param organisation that adapted it
    /// @param trial null where it was not tried
    public record Entry(
            @Nullable String edition,
            @Nullable String note,
            @Nullable UUID organisation,
            LocalDate on,
            @Nullable Trial trial) {}

    public record Kept(
            UUID id,
            UUID instrument,
            UUID targetGroup,
            String edition,
            String note,
            @Nullable UUID organisation,
            LocalDate adaptedOn,
            @Nullable LocalDate triedOn,
            @Nullable Result result,
            @Nullable Integer participants,
            @Nullable String trialNote,
            int version) {

        public @Nullable Trial trial() {
            return triedOn == null || result == null ? null : new Trial(triedOn, result, participants, trialNote);
        }
    }

    /// From now on the group needs the instrument, whatever was said before.
    ///
    /// @throws Refused where the group has this edition already, or a day is still to come
    public UUID note(UUID instrument, UUID group, Entry entry, LocalDate today) {
        instruments.require(instrument);
        requireGroup(group);
        require(entry, today);
        need(instrument, group);
        var trial = entry.trial();
        try {
            return db.sql("""
                            insert into equality.adaptation
                                   (network, instrument, target_group, edition, note, organisation, adapted_on, tried_on, result, participants, trial_note)
                            values (platform.network(), :instrument, :group, :edition, :note, cast(:organisation as uuid), :on,
                                    cast(:tried as date), :result, cast(:participants as int), :trial)
                            returning id
                            """)
                    .param("instrument", instrument)
                    .param("group", group)
                    .param("edition", Texts.needed(entry.edition(), LONGEST_EDITION))
                    .param("note", Texts.needed(entry.note(), LONGEST_NOTE))
                    .param("organisation", entry.organisation())
                    .param("on", entry.on())
                    .param("tried", trial == null ? null : trial.on())
                    .param("result", trial == null ? null : trial.result().name())
                    .param("participants", trial == null ? null : trial.participants())
                    .param("trial", trial == null ? null : Texts.clean(trial.note(), LONGEST_NOTE))
                    .query(UUID.class)
                    .single();
        } catch (DuplicateKeyException known) {
            throw new Refused("equality.adaptation.edition-known", String.valueOf(entry.edition()));
        }
    }

    /// @throws NotFound also where it is not for the visitor in scope
    @Transactional(readOnly = true)
    public Kept require(UUID adaptation) {
        return db.sql("""
                        select id, instrument, target_group, edition, note, organisation, adapted_on, tried_on, result,
                               participants, trial_note, version
                          from equality.adaptation where id = ?
                        """).param(adaptation).query(Kept.class).optional().orElseThrow(NotFound::new);
    }

    /// @param version the one that was shown
    /// @throws OptimisticLockingFailureException where somebody else has changed it since
    public void change(UUID adaptation, int version, Entry entry, LocalDate today) {
        require(adaptation);
        require(entry, today);
        var trial = entry.trial();
        int rows;
        try {
            rows = db.sql("""
                            update equality.adaptation
                               set edition = :edition, note = :note, organisation = cast(:organisation as uuid), adapted_on = :on,
                                   tried_on = cast(:tried as date), result = :result, participants = cast(:participants as int),
                                   trial_note = :trial, version = version + 1
                             where id = :id and version = :version
                            """)
                    .param("id", adaptation)
                    .param("version", version)
                    .param("edition", Texts.needed(entry.edition(), LONGEST_EDITION))
                    .param("note", Texts.needed(entry.note(), LONGEST_NOTE))
                    .param("organisation", entry.organisation())
                    .param("on", entry.on())
                    .param("tried", trial == null ? null : trial.on())
                    .param("result", trial == null ? null : trial.result().name())
                    .param("participants", trial == null ? null : trial.participants())
                    .param("trial", trial == null ? null : Texts.clean(trial.note(), LONGEST_NOTE))
                    .update();
        } catch (DuplicateKeyException known) {
            throw new Refused("equality.adaptation.edition-known", String.valueOf(entry.edition()));
        }
        if (rows == 0) throw new OptimisticLockingFailureException("adaptation " + adaptation);
    }

    public void remove(UUID adaptation) {
        int rows = db.sql("delete from equality.adaptation where id = ?")
                .param(adaptation)
                .update();
        if (rows == 0) throw new NotFound();
    }

    /// The group does not need the instrument. Said again, the last reason holds.
    ///
    /// @throws Refused where it is adapted for the group, or no reason is given
    public UUID exempt(UUID instrument, UUID group, @Nullable String reason) {
        instruments.require(instrument);
        requireGroup(group);
        boolean adapted = db.sql("""
                        select exists (select from equality.adaptation where instrument = :instrument and target_group = :group)
                        """)
                .param("instrument", instrument)
                .param("group", group)
                .query(Boolean.class)
                .single();
        if (adapted) throw new Refused("equality.exemption.adapted");
        return db.sql("""
                        insert into equality.exemption (network, instrument, target_group, reason)
                        values (platform.network(), :instrument, :group, :reason)
                        on conflict on constraint exempt_once do update set reason = excluded.reason
                        returning id
                        """)
                .param("instrument", instrument)
                .param("group", group)
                .param("reason", Texts.needed(reason, LONGEST_REASON))
                .query(UUID.class)
                .single();
    }

    /// The group needs the instrument after all.
    public void need(UUID instrument, UUID group) {
        db.sql("delete from equality.exemption where instrument = :instrument and target_group = :group")
                .param("instrument", instrument)
                .param("group", group)
                .update();
    }

    private void require(Entry entry, LocalDate today) {
        var trial = entry.trial();
        if (entry.on().isAfter(today) || trial != null && trial.on().isAfter(today))
            throw new Refused("equality.later-than-today");
        if (trial != null && trial.on().isBefore(entry.on())) throw new Refused("equality.adaptation.tried-before");
        var participants = trial == null ? null : trial.participants();
        if (participants != null && (participants < 0 || participants > MOST_PEOPLE))
            throw new Refused("equality.adaptation.no-number", MOST_PEOPLE);
        boolean known = entry.organisation() == null
                || db.sql("""
                                select exists (select from directory.organisation_card
                                                where network = platform.network() and id = ?)
                                """).param(entry.organisation()).query(Boolean.class).single();
        if (!known) throw new Refused("equality.no-choice");
    }

    private void requireGroup(UUID group) {
        boolean known = db.sql("select exists (select from equality.target_group where id = ?)")
                .param(group)
                .query(Boolean.class)
                .single();
        if (!known) throw new Refused("equality.no-choice");
    }
}
