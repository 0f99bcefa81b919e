package org.wirknetz.exchange;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.mail.Mails;

/// Introductions (German: *Vermittlung*): a mail that brings two together, and what came of it.
@Component
@Transactional
public class Introductions {

    private final JdbcClient db;
    private final Mails mails;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Introductions(JdbcClient db, Mails mails, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.mails = mails;
        this.facts = facts;
        this.clock = clock;
    }

    private record Known(UUID asker, UUID helper, String state, String subject, String body, int version) {}

    /// Said twice, it is the same draft.
    public IntroductionId draft(UUID need, UUID offer, String subject, String body) {
        db.sql("""
                        insert into exchange.introduction (network, need, offer, asker, helper, subject, body)
                        select n.network, n.id, o.id, n.organisation, o.organisation, :subject, :body
                          from exchange.listing n
                          join exchange.listing o on o.network = n.network and o.id = :offer and o.sort <> 'NEED'
                         where n.network = :network and n.id = :need and n.sort = 'NEED' and n.organisation <> o.organisation
                        on conflict do nothing
                        """)
                .param("network", network())
                .param("need", need)
                .param("offer", offer)
                .param("subject", subject)
                .param("body", body)
                .update();
        return new IntroductionId(
                db.sql("select id from exchange.introduction where network = ? and need = ? and offer = ?")
                        .params(network(), need, offer)
                        .query(UUID.class)
                        .optional()
                        .orElseThrow(NotFound::new));
    }

    /// @param version the one that was shown
    /// @param recipients plain mail addresses; each gets the mail alone, so that nobody's address is handed on
    public void send(
            IntroductionId introduction, int version, String subject, String body, Collection<String> recipients) {
        var known = require(introduction);
        if (known.version() != version) throw new Refused("platform.changed-meanwhile");
        if (!known.state().equals("DRAFT")) throw new Refused("exchange.introduction.sent-already");
        if (recipients.isEmpty()) throw new Refused("exchange.introduction.nobody");
        db.sql("""
                        update exchange.introduction
                           set state = 'SENT', subject = ?, body = ?, sent_at = ?, version = version + 1
                         where network = ? and id = ?
                        """)
                .params(subject, body, Timestamp.from(clock.instant()), network(), introduction.value())
                .update();
        for (var recipient : recipients) mails.send(recipient, subject, body);
        tell(introduction, known, false);
    }

    /// What came of it, as evidence of a tie or none.
    public void settle(IntroductionId introduction, boolean helped) {
        var known = require(introduction);
        if (known.state().equals("DRAFT")) throw new Refused("exchange.introduction.not-sent");
        db.sql("""
                        update exchange.introduction set state = ?, outcome_on = ?, version = version + 1
                         where network = ? and id = ?
                        """)
                .params(helped ? "HELPED" : "NOTHING", LocalDate.now(clock), network(), introduction.value())
                .update();
        if (helped) tell(introduction, known, true);
    }

    private void tell(IntroductionId introduction, Known known, boolean helped) {
        facts.publishEvent(new IntroductionMade(
                Scope.current().requireNetwork(),
                introduction,
                known.asker(),
                known.helper(),
                helped,
                LocalDate.now(clock)));
    }

    private Known require(IntroductionId introduction) {
        return db.sql("""
                        select asker, helper, state, subject, body, version from exchange.introduction
                         where network = ? and id = ?
                        """)
                .params(network(), introduction.value())
                .query(Known.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static UUID network() {
        return Scope.current().requireNetwork().value();
    }
}
