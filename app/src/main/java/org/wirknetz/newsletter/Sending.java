package org.wirknetz.newsletter;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.Doors;
import org.wirknetz.access.Secret;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.mail.Mailing;
import org.wirknetz.platform.mail.Mailings;
import org.wirknetz.platform.mail.Mails;
import org.wirknetz.platform.mail.Parts;

/// Hands an issue or a circular to the postman: whom it reaches is read at this moment, and each mail says
/// why it came and holds a way of its own to end it. All in one transaction: it has gone out, or it has not.
@Component
@Transactional
public class Sending {

    private static final int A_TIME = 500;

    private final JdbcClient db;
    private final JdbcTemplate rows;
    private final Issues issues;
    private final Items items;
    private final Circulars circulars;
    private final Lists lists;
    private final Mailings mailings;
    private final Mails mails;
    private final Words words;
    private final Doors doors;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sending(
            JdbcClient db,
            JdbcTemplate rows,
            Issues issues,
            Items items,
            Circulars circulars,
            Lists lists,
            Mailings mailings,
            Mails mails,
            Words words,
            Doors doors,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.issues = issues;
        this.items = items;
        this.circulars = circulars;
        this.lists = lists;
        this.mailings = mailings;
        this.mails = mails;
        this.words = words;
        this.doors = doors;
        this.clock = clock;
    }

    /// The network as it signs.
    record Network(String slug, String name, String locale) {
        Locale language() {
            return Locale.of(locale);
        }
    }

    Network network() {
        return db.sql("select slug, name, locale from access.network_card where id = platform.network()")
                .query(Network.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Audience audience(Issues.Card issue) {
        return Audience.ofList(db, issue.list(), issue.segment(), LocalDate.now(clock));
    }

    /// Whoever objected to circulars is named among those it does not reach.
    @Transactional(readOnly = true)
    public Audience audience(Circulars.Card circular) {
        var today = LocalDate.now(clock);
        var group = circular.groupId();
        var audience =
                group == null ? Audience.ofMembers(db, circular.segment(), today) : Audience.ofGroup(db, group, today);
        var objected = new HashSet<String>();
        db.sql("select encode(address_hash, 'hex') from newsletter.suppressed where list is null")
                .query(String.class)
                .list()
                .forEach(objected::add);
        if (objected.isEmpty()) return audience;
        return new Audience(audience.readers().stream()
                .map(it -> it.address() != null
                                && objected.contains(java.util.HexFormat.of()
                                        .formatHex(AddressHash.of(it.address()).bytes()))
                        ? it.hinderedBy("OBJECTED")
                        : it)
                .toList());
    }

    /// As it goes out, with the marks filled in for a reader who is not there.
    @Transactional(readOnly = true)
    public String preview(UUID issue) {
        var sheet = sheet(issues.require(issue));
        return example(sheet.html(words), sheet.locale());
    }

    @Transactional(readOnly = true)
    public String previewOfCircular(UUID circular) {
        var sheet = sheet(circulars.require(circular));
        return example(sheet.html(words), sheet.locale());
    }

    private String example(String html, Locale locale) {
        return html.replace("{{why}}", words.say(locale, "newsletter.why.example"))
                .replace("{{leave}}", "#")
                .replace("{{leaveword}}", words.say(locale, "newsletter.leave"));
    }

    /// The same mail to oneself, so that one sees it where it will be read.
    public void test(UUID issue, String to) {
        var sheet = sheet(issues.require(issue));
        send(sheet, to);
    }

    public void testCircular(UUID circular, String to) {
        send(sheet(circulars.require(circular)), to);
    }

    private void send(Sheet sheet, String to) {
        var text = example(sheet.text(words), sheet.locale());
        if (text.length() > 20_000) text = text.substring(0, 20_000);
        mails.send(
                to,
                words.say(sheet.locale(), "newsletter.test.subject", sheet.title()),
                new Parts(text, example(sheet.html(words), sheet.locale()), null, null));
    }

    /// @return how many mails are on their way
    /// @throws Refused when it has gone out, reaches nobody, or says nothing
    public int issue(UUID issue) {
        var card = issues.lock(issue);
        var sheet = sheet(card);
        if (card.lead() == null && sheet.parts().isEmpty()) throw new Refused("newsletter.issue.empty");
        var readers = audience(card).reached();
        if (readers.isEmpty()) throw new Refused("newsletter.nobody");
        var mailing = begin(sheet, "newsletter");
        var post = new Post(network(), mailing);
        for (var reader : readers) {
            post.add(reader, why(reader, card.listName()), issue, null, null);
        }
        post.off();
        issues.sent(issue, mailing, readers.size());
        return readers.size();
    }

    /// @return how many mails are on their way
    public int circular(UUID circular) {
        var card = circulars.lock(circular);
        var sheet = sheet(card);
        var all = audience(card).readers();
        if (all.stream().noneMatch(Audience.Reader::isReached)) throw new Refused("newsletter.nobody");
        var mailing = begin(sheet, "circulars");
        var post = new Post(network(), mailing);
        var group = card.groupId() == null ? "" : groupName(card.groupId());
        var written = new HashSet<String>();
        for (var reader : all) {
            var organisation = reader.organisation();
            if (organisation == null) continue;
            var target = circulars.target(circular, organisation, reader.person());
            if (!reader.isReached() || !written.add(String.valueOf(reader.address()))) continue;
            post.add(reader, why(reader, group), null, circular, target);
        }
        post.off();
        circulars.sent(circular, mailing);
        return written.size();
    }

    private String groupName(UUID group) {
        return circulars.groups().stream()
                .filter(it -> it.id().equals(group))
                .map(Circulars.Group::name)
                .findFirst()
                .orElse("");
    }

    private String why(Audience.Reader reader, String of) {
        var locale = Locale.of(reader.locale());
        var since = reader.since();
        return words.say(
                locale,
                "newsletter.why." + reader.why(),
                of,
                since == null ? "" : since.format(DateTimeFormatter.ofPattern("dd.MM.yyyy")),
                String.valueOf(reader.organisationName()));
    }

    private UUID begin(Sheet sheet, String kind) {
        var setting = lists.requireSetting();
        return mailings.begin(new Mailing(
                sheet.network(),
                setting.replyTo(),
                kind + "." + network().slug() + "." + doors.host(),
                sheet.title(),
                sheet.text(words),
                sheet.html(words)));
    }

    Sheet sheet(Issues.Card issue) {
        var network = network();
        var parts = items.of(issue.id()).stream()
                .map(it -> new Sheet.Part(it.heading(), it.body(), it.link(), it.organisationName()))
                .toList();
        var online = switch (issue.archive()) {
            case "PUBLIC" -> doors.address("/n/" + network.slug() + "/newsletters/" + issue.id());
            case "MEMBERS" -> doors.address("/w/" + network.slug() + "/newsletters/" + issue.id());
            default -> null;
        };
        return new Sheet(
                network.language(),
                network.name(),
                issue.subject(),
                issue.lead(),
                parts,
                online,
                lists.requireSetting().imprint());
    }

    private Sheet sheet(Circulars.Card circular) {
        var network = network();
        return new Sheet(
                network.language(),
                network.name(),
                circular.subject(),
                circular.body(),
                List.of(),
                doors.address("/w/" + network.slug() + "/circulars/" + circular.id()),
                lists.requireSetting().imprint());
    }

    /// Mails being addressed, with the note of each: to whom (by hash), why, and the hash of its way in.
    private final class Post {

        private final Network network;
        private final UUID mailing;
        private final List<Mailings.Addressed> mails = new ArrayList<>();
        private final List<@Nullable Object[]> notes = new ArrayList<>();
        private final HashMap<String, String> leave = new HashMap<>();
        private final Timestamp now = Timestamp.from(clock.instant());

        Post(Network network, UUID mailing) {
            this.network = network;
            this.mailing = mailing;
        }

        void add(
                Audience.Reader reader,
                String why,
                @Nullable UUID issue,
                @Nullable UUID circular,
                @Nullable UUID target) {
            var address = java.util.Objects.requireNonNull(reader.address());
            var id = UUID.randomUUID();
            var secret = Secret.random(random);
            var way = doors.address("/n/" + network.slug() + "/mail/" + secret.text());
            mails.add(new Mailings.Addressed(
                    id,
                    address,
                    List.of("why", why, "leave", way, "leaveword", leaveWord(reader.locale())),
                    way + "/one-click"));
            notes.add(new @Nullable Object[] {
                id,
                issue,
                circular,
                reader.subscription(),
                target,
                AddressHash.of(address).bytes(),
                reader.locale(),
                secret.hash(),
                now
            });
        }

        private String leaveWord(String locale) {
            return leave.computeIfAbsent(locale, it -> words.say(Locale.of(it), "newsletter.leave"));
        }

        void off() {
            rows.batchUpdate("""
                    insert into newsletter.dispatch
                           (network, id, issue, circular, subscription, target, address_hash, locale, secret, sent_at)
                    values (platform.network(), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, notes, A_TIME, (statement, note) -> {
                for (int n = 0; n < note.length; n++) {
                    if (n >= 1 && n <= 4) statement.setObject(n + 1, note[n], java.sql.Types.OTHER);
                    else statement.setObject(n + 1, note[n]);
                }
            });
            mailings.address(mailing, mails);
        }
    }
}
