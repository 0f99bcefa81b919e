package org.wirknetz.surveys;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        return send(wave, "invited");
    }

    /// Everybody, whether they have answered or not: what was sent stays in the outbox for months, and a list of those
    /// reminded would be a list of those who had not answered.
    ///
    /// @return how many mails were handed to the outbox
    int remind(WaveId wave) {
        return send(wave, "reminded");
    }

    private int send(WaveId id, String kind) {
        var guests = guests(id);
        var opening = opening(id, guests);
        var network = network();
        var wave = wave(id);
        int sent = 0;
        for (var guest : guests) {
            var link = links.all(id, guest.id()).stream()
                    .filter(it -> opening.contains(hex(it)))
                    .findFirst();
            if (link.isEmpty()) continue;
            send(network, wave, guest, link.get(), kind);
            sent++;
        }
        return sent;
    }

    /// Those of the links that open the wave. After a change of the installation's key that may be the former one's.
    private Set<String> opening(WaveId id, List<Guest> guests) {
        var doors = guests.stream()
                .flatMap(it -> links.all(id, it.id()).stream())
                .map(Link::door)
                .toArray(byte[][]::new);
        return Set.copyOf(db.sql("""
                        select encode(held.mark, 'hex') from unnest(cast(:doors as bytea[])) as held(mark)
                         where exists (select from surveys.for_door(held.mark, held.mark, held.mark))
                        """).param("doors", doors).query(String.class).list());
    }

    private static String hex(Link link) {
        return HexFormat.of().formatHex(link.door());
    }

    /// Those whose address is still the one that was asked: whoever changes it later does not get the link.
    private List<Guest> guests(WaveId wave) {
        return db.sql("""
                        select i.id, p.name, a.email,
                               coalesce(surveys.language_of(a.email), n.locale, 'de') as locale
                          from surveys.invited i
                          join directory.person_card p on p.network = i.network and p.id = surveys.stands_for(i.network, i.person)
                          join directory.person_address_card a on a.network = i.network and a.person = p.id
                          join access.network_card n on n.id = i.network
                         where i.wave = ? and i.address = sha256(convert_to(a.email, 'UTF8')) order by i.id
                        """).param(wave.value()).query(Guest.class).list();
    }

    private void send(Network network, Wave wave, Guest guest, Link link, String kind) {
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
