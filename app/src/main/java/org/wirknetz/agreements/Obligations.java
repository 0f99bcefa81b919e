package org.wirknetz.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Duties within agreements: agreed while the text is open, done once it is concluded.
@Component
@Transactional
public class Obligations {

    private final JdbcClient db;
    private final AgreementStore store;
    private final Resealing resealing;
    private final Documents documents;
    private final Clock clock;

    Obligations(JdbcClient db, AgreementStore store, Resealing resealing, Documents documents, Clock clock) {
        this.db = db;
        this.store = store;
        this.resealing = resealing;
        this.documents = documents;
        this.clock = clock;
    }

    /// @throws Refused when its owner is no party, or the agreement is no longer open
    public ObligationId add(AgreementId agreement, Duty duty) {
        var known = open(agreement, duty);
        var id = new ObligationId(UUID.randomUUID());
        var given = columns(known, duty);
        given.put("id", id.value());
        write("""
                insert into agreements.obligation (network, id, agreement, party, person, title, due)
                select platform.network(), :id, :agreement, p.id, cast(:person as uuid), :title, cast(:due as date)
                  from agreements.party p where p.agreement = :agreement and p.organisation = :owner
                """, given);
        resealing.of(known);
        return id;
    }

    /// @param version the one that was shown
    public void change(ObligationId id, int version, Duty duty) {
        var obligation = require(id);
        if (obligation.version() != version) throw new Refused("platform.changed-meanwhile");
        var known = open(new AgreementId(obligation.agreement()), duty);
        var given = columns(known, duty);
        given.put("id", id.value());
        write("""
                update agreements.obligation
                   set party = (select p.id from agreements.party p where p.agreement = :agreement and p.organisation = :owner),
                       person = cast(:person as uuid), title = :title, due = cast(:due as date), version = version + 1
                 where id = :id
                """, given);
        resealing.of(known);
    }

    public void remove(ObligationId id) {
        var obligation = require(id);
        var known = store.lock(new AgreementId(obligation.agreement()));
        known.requireOpen(today());
        db.sql("delete from agreements.obligation where id = ?")
                .param(id.value())
                .update();
        resealing.of(known);
    }

    /// @param day on which it was done
    /// @throws Refused before the agreement is concluded, when it is done already, or when the day is to come
    public void fulfil(ObligationId id, LocalDate day, Evidence evidence) {
        var obligation = require(id);
        var agreement = store.lock(new AgreementId(obligation.agreement()));
        if (agreement.concludedOn() == null) throw new Refused("agreements.obligation.not-yet");
        if (require(id).doneOn() != null) throw new Refused("agreements.obligation.done-already");
        if (day.isAfter(today())) throw new Refused("agreements.sign.day-ahead", SealedText.day(day));
        var file = evidence.document();
        var document = file == null ? null : documents.keep(agreement.id(), "EVIDENCE", file);
        db.sql("""
                        update agreements.obligation
                           set done_on = :day, evidence = :text, link = nullif(:link, ''), document = cast(:document as uuid),
                               done_by = cast(:account as uuid), version = version + 1
                         where id = :id
                        """)
                .param("day", day)
                .param("text", evidence.text())
                .param("link", evidence.link())
                .param("document", document)
                .param("account", AgreementStore.account())
                .param("id", id.value())
                .update();
    }

    /// An obligation as the rules need it.
    public record Known(
            UUID id,
            UUID agreement,
            UUID organisation,
            @Nullable UUID person,
            String title,
            @Nullable LocalDate due,
            @Nullable LocalDate doneOn,
            int version) {}

    /// @throws NotFound where there is none that this scope may read
    @Transactional(readOnly = true)
    public Known require(ObligationId id) {
        return db.sql("""
                        select d.id, d.agreement, p.organisation, d.person, d.title, d.due, d.done_on, d.version
                          from agreements.obligation d
                          join agreements.party p on p.network = d.network and p.id = d.party
                         where d.id = ?
                        """).param(id.value()).query(Known.class).optional().orElseThrow(NotFound::new);
    }

    private Agreement open(AgreementId agreement, Duty duty) {
        var known = store.lock(agreement);
        known.requireOpen(today());
        if (!known.names(duty.owner())) throw new Refused("agreements.obligation.no-party");
        return known;
    }

    private void write(String sql, Map<String, @Nullable Object> given) {
        try {
            db.sql(sql).params(given).update();
        } catch (DataIntegrityViolationException unknownPerson) {
            throw new NotFound();
        }
    }

    private static Map<String, @Nullable Object> columns(Agreement known, Duty duty) {
        var person = duty.person();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("agreement", known.id().value());
        columns.put("owner", duty.owner().value());
        columns.put("person", person == null ? null : person.value());
        columns.put("title", duty.title());
        columns.put("due", duty.due());
        return columns;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
