package org.wirknetz.newsletter;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.Doors;
import org.wirknetz.access.Secret;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.mail.Mails;

/// Subscribing in two steps (double opt-in): somebody asks, the owner of the address agrees. Each step is
/// kept so that it can be proved later (BGH, 10 February 2011, I ZR 164/09: the concrete declaration must be
/// documented).
///
/// To be called in the scope of the network without a person: whoever asks may see nothing of what is known.
@Component
@Transactional
public class SignUps {

    /// How long the way to agree is open.
    static final Duration OPEN = Duration.ofDays(7);

    /// A second mail so soon would be pestering.
    private static final Duration BETWEEN_MAILS = Duration.ofHours(1);

    /// Nor is the same address asked again and again: so many mails within [#OPEN], whoever keeps typing it.
    private static final int MAILS_TO_ONE = 3;

    /// A hall full of people subscribes behind one connection; whoever writes to strangers in our name types
    /// faster.
    private static final int AN_HOUR_FROM_ONE_PLACE = 60;

    private static final int AN_HOUR = 600;

    private final JdbcClient db;
    private final Mails mails;
    private final Words words;
    private final Doors doors;
    private final Lists lists;
    private final Subscriptions subscriptions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignUps(
            JdbcClient db,
            Mails mails,
            Words words,
            Doors doors,
            Lists lists,
            Subscriptions subscriptions,
            Clock clock) {
        this.db = db;
        this.mails = mails;
        this.words = words;
        this.doors = doors;
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /// What somebody agrees to, word for word as the form shows it.
    @Transactional(readOnly = true)
    public String consent(Lists.Card list, String network, Locale locale) {
        return words.say(locale, "newsletter.consent", list.name(), network, list.about());
    }

    /// Whatever is known of the address, the caller sees no difference: the owner gets one mail, or none
    /// because they are on these lists already or were asked a moment ago.
    ///
    /// @param slug and name of the network
    /// @param from the subnet of whoever asks, no closer
    /// @throws Refused when the address is none, no open list was chosen, or too many ask right now
    public void ask(String slug, String name, Collection<UUID> chosen, String typed, Locale locale, String from) {
        var address = AddressHash.plain(typed);
        var open = lists.all().stream()
                .filter(it -> it.open() && chosen.contains(it.id()))
                .toList();
        if (open.isEmpty()) throw new Refused("newsletter.list-missing");
        var setting = lists.requireSetting();
        var hash = AddressHash.of(address).bytes();
        requireCalm(from);
        if (mailsTo(hash) >= MAILS_TO_ONE) return;
        var fresh = open.stream().filter(it -> isNew(it.id(), hash)).toList();
        if (fresh.isEmpty()) return;
        var secret = Secret.random(random);
        var agreed = fresh.stream().map(it -> consent(it, name, locale)).toList();
        var text = words.say(
                locale,
                "newsletter.confirm.mail",
                name,
                String.join("\n", agreed),
                doors.address("/n/" + slug + "/newsletter/confirmation/" + secret.text()),
                setting.imprint(),
                OPEN.toDays());
        for (int n = 0; n < fresh.size(); n++) {
            note(fresh.get(n).id(), address, hash, locale, agreed.get(n), from, text, secret);
        }
        mails.send(address, words.say(locale, "newsletter.confirm.subject", name), text);
    }

    /// Counts mails, of which one may be about several lists. The answer depends on nobody's address.
    private void requireCalm(String from) {
        var asked = db.sql("""
                        select count(distinct mail_hash) as all, count(distinct mail_hash) filter (where requested_from = :from) as here
                          from newsletter.subscription where mail_sent_at > now() - interval '1 hour' and mail_hash is not null
                        """).param("from", from).query(Asked.class).single();
        if (asked.all() >= AN_HOUR || asked.here() >= AN_HOUR_FROM_ONE_PLACE)
            throw new Refused("newsletter.too-many-ask");
    }

    private record Asked(long all, long here) {}

    private long mailsTo(byte[] hash) {
        return db.sql("""
                        select count(distinct mail_hash) from newsletter.subscription
                         where address_hash = ? and confirmed_at is null and mail_sent_at > now() - cast(? as interval)
                        """).params(hash, OPEN.toString()).query(Long.class).single();
    }

    /// An older asking that nobody answered makes room, unless its mail has only just gone out; that there
    /// was one stays known for some days, without the address.
    private boolean isNew(UUID list, byte[] hash) {
        var now = clock.instant();
        db.sql("""
                        update newsletter.subscription
                           set withdrawn_at = ?, withdrawn_by = 'REPLACED', address = null, token = null, token_until = null
                         where list = ? and address_hash = ? and confirmed_at is null and withdrawn_at is null
                           and mail_sent_at <= now() - cast(? as interval)
                        """)
                .params(Timestamp.from(now), list, hash, BETWEEN_MAILS.toString())
                .update();
        return !db.sql("""
                        select exists (select from newsletter.subscription
                                        where list = ? and address_hash = ? and withdrawn_at is null)
                        """).params(list, hash).query(Boolean.class).single();
    }

    private void note(
            UUID list,
            String address,
            byte[] hash,
            Locale locale,
            String agreed,
            String from,
            String mail,
            Secret secret) {
        var now = clock.instant();
        db.sql("""
                        insert into newsletter.subscription
                               (network, list, address, address_hash, locale, source, form, requested_at, requested_from,
                                mail_sent_at, mail_hash, token, token_until)
                        values (platform.network(), :list, :address, :hash, :locale, 'FORM', :form, :now, :from,
                                now(), :mail, :token, :until)
                        on conflict do nothing
                        """)
                .param("list", list)
                .param("address", address)
                .param("hash", hash)
                .param("locale", locale.getLanguage())
                .param("form", subscriptions.form(agreed))
                .param("now", Timestamp.from(now))
                .param("from", from)
                .param("mail", AddressHash.sha(mail))
                .param("token", secret.hash())
                .param("until", Timestamp.from(now.plus(OPEN)))
                .update();
    }

    /// Without using it up: mail scanners look at every address.
    ///
    /// @return the names of the lists it opens
    /// @throws NotFound when it is unknown, used or too old
    @Transactional(readOnly = true)
    public List<String> peek(String secret) {
        var found = db.sql("""
                        select l.name from newsletter.subscription s
                          join newsletter.list l on l.network = s.network and l.id = s.list
                         where s.token = ? and s.token_until > ? and s.withdrawn_at is null and s.confirmed_at is null
                         order by platform.fold(l.name)
                        """)
                .params(new Secret(secret).hash(), Timestamp.from(clock.instant()))
                .query(String.class)
                .list();
        if (found.isEmpty()) throw new NotFound();
        return found;
    }

    private record Agreed(UUID list, byte[] addressHash, String name) {}

    /// @return the names of the lists one is on now
    /// @throws NotFound when it is unknown, used or too old
    public List<String> agree(String secret) {
        var now = Timestamp.from(clock.instant());
        var agreed = db.sql("""
                        update newsletter.subscription s
                           set confirmed_at = :now
                          from newsletter.list l
                         where l.network = s.network and l.id = s.list
                           and s.token = :token and s.token_until > :now and s.withdrawn_at is null and s.confirmed_at is null
                        returning s.list, s.address_hash, l.name
                        """)
                .param("now", now)
                .param("token", new Secret(secret).hash())
                .query(Agreed.class)
                .list();
        if (agreed.isEmpty()) throw new NotFound();
        var names = new ArrayList<String>();
        for (var one : agreed) {
            subscriptions.allowAgain(one.list(), one.addressHash());
            names.add(one.name());
        }
        return names;
    }
}
