package org.wirknetz.surveys;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.Doors;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.mail.Mails;

/// Writes to those who are asked: each gets a mail alone, in their language, with a link of their own.
@Component
@Transactional
class SurveyPost {

    private final JdbcClient db;
    private final Links links;
    private final Mails mails;
    private final Words words;
    private final Doors doors;

    SurveyPost(JdbcClient db, Links links, Mails mails, Words words, Doors doors) {
        this.db = db;
        this.links = links;
        this.mails = mails;
        this.words = words;
        this.doors = doors;
    }

    private record Network(String slug, String name, String locale) {}

    private record Guest(UUID id, String name, String email, String locale) {}

    private record Wave(String title, LocalDate closesOn, boolean asksTies) {}

    /// @return how many mails were handed to the outbox
    int invite(WaveId wave) {
        int sent = 0;
        for (var guest : guests(wave)) {
            send(wave, guest, links.of(wave, guest.id()), "invited");
            sent++;
        }
        return sent;
    }

    /// Those whose link has not answered yet. Asked of the database by marks that only the key of this
    /// installation can make; nothing of it is kept.
    int remind(WaveId wave) {
        int sent = 0;
        for (var guest : guests(wave)) {
            var unused = links.all(wave, guest.id()).stream()
                    .filter(link -> unused(wave, link))
                    .findFirst();
            if (unused.isEmpty()) continue;
            send(wave, guest, unused.get(), "reminded");
            sent++;
        }
        return sent;
    }

    private boolean unused(WaveId wave, Link link) {
        return !db.sql("select surveys.unused(:wave, cast(:marks as bytea[]))")
                .param("wave", wave.value())
                .param("marks", new byte[][] {link.ticket()})
                .query()
                .listOfRows()
                .isEmpty();
    }

    private List<Guest> guests(WaveId wave) {
        return db.sql("""
                        select i.id, p.name, a.email,
                               coalesce(surveys.language_of(a.email), n.locale, 'de') as locale
                          from surveys.invited i
                          join directory.person_card p on p.network = i.network and p.id = i.person
                          join directory.person_address_card a on a.network = i.network and a.person = i.person
                          join access.network_card n on n.id = i.network
                         where i.wave = ? order by i.id
                        """).param(wave.value()).query(Guest.class).list();
    }

    private void send(WaveId id, Guest guest, Link link, String kind) {
        if (!Mails.takes(guest.email())) return;
        var network = network();
        var wave = wave(id);
        var locale = Words.closest(Locale.of(guest.locale()));
        var pattern = locale.equals(Locale.GERMAN) ? "dd.MM.yyyy" : "d MMM yyyy";
        var day = wave.closesOn().format(DateTimeFormatter.ofPattern(pattern, locale));
        mails.send(
                guest.email(),
                words.say(locale, "surveys.mail." + kind + ".subject", oneLine(wave.title()), network.name()),
                words.say(
                        locale,
                        "surveys.mail." + kind,
                        guest.name(),
                        network.name(),
                        oneLine(wave.title()),
                        day,
                        doors.address("/n/" + network.slug() + "/surveys/" + link.text()),
                        wave.asksTies() ? 1 : 0));
    }

    private Network network() {
        return db.sql("select slug, name, locale from access.network_card where id = ?")
                .param(Scope.current().requireNetwork().value())
                .query(Network.class)
                .single();
    }

    private Wave wave(WaveId id) {
        return db.sql("""
                        select w.title, w.closes_on,
                               exists (select from surveys.question q where q.network = w.network and q.wave = w.id and q.kind = 'TIE') as asks_ties
                          from surveys.wave w where w.id = ?
                        """).param(id.value()).query(Wave.class).single();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
