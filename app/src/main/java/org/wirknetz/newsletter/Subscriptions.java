package org.wirknetz.newsletter;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.ClockSource;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.mail.Mailings;

/// Who is on which list, by which declaration, and leaving. Leaving is as easy as joining, and leaves no
/// address behind.
@Component
@Transactional
public class Subscriptions {

    /// Where somebody left.
    public enum Way {
        PAGE,
        ONE_CLICK,
        OFFICE,
        ACCOUNT
    }

    private final JdbcClient db;
    private final Mailings mailings;
    private final Clock clock;

    Subscriptions(JdbcClient db, Mailings mailings, Clock clock) {
        this.db = db;
        this.mailings = mailings;
        this.clock = clock;
    }

    /// How an address is recognised in this network.
    public byte[] hash(String address) {
        return AddressHash.of(address).bytes();
    }

    /// The version of a declaration with exactly these words.
    UUID form(String words) {
        var known = known(words);
        // Two new versions at once want the same number: the second comes again with the next one.
        for (int attempt = 0; known.isEmpty() && attempt < 10; attempt++) {
            db.sql("""
                            insert into newsletter.form (network, number, words)
                            select platform.network(), coalesce(max(number), 0) + 1, :words from newsletter.form
                             where network = platform.network()
                            on conflict do nothing
                            """).param("words", words).update();
            known = known(words);
        }
        return known.orElseThrow();
    }

    private Optional<UUID> known(String words) {
        return db.sql("select id from newsletter.form where network = platform.network() and words = ?")
                .param(words)
                .query(UUID.class)
                .optional();
    }

    /// Somebody signed in, whose address is known to be theirs, subscribes with one click.
    public void join(UUID list, String address, Locale locale, String agreed) {
        var hash = AddressHash.of(address).bytes();
        db.sql("""
                        delete from newsletter.subscription
                         where list = ? and address_hash = ? and confirmed_at is null and withdrawn_at is null
                        """).params(list, hash).update();
        db.sql("""
                        insert into newsletter.subscription
                               (network, list, address, address_hash, locale, source, form, requested_at, confirmed_at)
                        values (platform.network(), :list, :address, :hash, :locale, 'ACCOUNT', :form, :now, :now)
                        on conflict do nothing
                        """)
                .param("list", list)
                .param("address", address)
                .param("hash", hash)
                .param("locale", locale.getLanguage())
                .param("form", form(agreed))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        allowAgain(list, hash);
    }

    /// Declarations that were given outside this program: on paper, in the system used before. All or none.
    ///
    /// @param proof where they are kept and of when they are
    /// @return how many are new on the list
    /// @throws Refused naming the line, when an address is none or has left this list: only its owner comes
    /// back
    public int enterWithProof(UUID list, List<String> typed, Locale locale, String proof) {
        var left = new HashSet<>(db.sql("select encode(address_hash, 'hex') from newsletter.suppressed where list = ?")
                .param(list)
                .query(String.class)
                .list());
        var addresses = new LinkedHashMap<String, String>();
        for (int n = 0; n < typed.size(); n++) {
            var address = address(typed.get(n), n + 1);
            var hash = HexFormat.of().formatHex(AddressHash.of(address).bytes());
            if (left.contains(hash)) throw new Refused("newsletter.has-left", n + 1, address);
            addresses.putIfAbsent(hash, address);
        }
        var hashes = addresses.keySet().toArray(String[]::new);
        db.sql("""
                        delete from newsletter.subscription
                         where list = ? and confirmed_at is null and withdrawn_at is null
                           and address_hash in (select decode(h, 'hex') from unnest(?::text[]) h)
                        """).params(list, hashes).update();
        return db.sql("""
                        insert into newsletter.subscription
                               (network, list, address, address_hash, locale, source, proof, requested_at, confirmed_at)
                        select platform.network(), :list, given.address, decode(given.hash, 'hex'), :locale, 'PROOF', :proof,
                               :now, :now
                          from unnest(:addresses::text[], :hashes::text[]) given (address, hash)
                        on conflict do nothing
                        """)
                .param("list", list)
                .param("locale", locale.getLanguage())
                .param("proof", proof)
                .param("now", Timestamp.from(clock.instant()))
                .param("addresses", addresses.values().toArray(String[]::new))
                .param("hashes", hashes)
                .update();
    }

    private static String address(String typed, int line) {
        try {
            return AddressHash.plain(typed);
        } catch (Refused none) {
            throw new Refused(
                    "newsletter.line-wrong", line, typed.length() > 60 ? typed.substring(0, 60) + " …" : typed);
        }
    }

    void allowAgain(UUID list, byte[] hash) {
        db.sql("delete from newsletter.suppressed where list = ? and address_hash = ?")
                .params(list, hash)
                .update();
    }

    @Transactional(readOnly = true)
    public boolean isOn(UUID list, UUID subscription) {
        return db.sql("select exists (select from newsletter.subscription where list = ? and id = ?)")
                .params(list, subscription)
                .query(Boolean.class)
                .single();
    }

    /// Said twice, it changes nothing.
    public void leave(UUID subscription, Way way) {
        boolean known = db.sql("select exists (select from newsletter.subscription where id = ?)")
                .param(subscription)
                .query(Boolean.class)
                .single();
        if (!known) throw new NotFound();
        int left = db.sql("""
                        update newsletter.subscription
                           set withdrawn_at = :now, withdrawn_by = :way, address = null, token = null, token_until = null
                         where id = :id and withdrawn_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("way", way.name())
                .param("id", subscription)
                .update();
        if (left == 0) return;
        db.sql("""
                        insert into newsletter.suppressed (network, list, address_hash, since)
                        select network, list, address_hash, withdrawn_at from newsletter.subscription where id = ?
                        on conflict do nothing
                        """).param(subscription).update();
        mailings.forget(db.sql("select id from newsletter.dispatch where subscription = ?")
                .param(subscription)
                .query(UUID.class)
                .list());
    }

    /// No circulars any more: they are facts from work, so there is nothing to agree to, but everybody may
    /// object.
    public void objectToCirculars(byte[] hash) {
        db.sql("""
                        insert into newsletter.suppressed (network, list, address_hash, since)
                        values (platform.network(), null, ?, ?) on conflict do nothing
                        """).params(hash, Timestamp.from(clock.instant())).update();
        mailings.forget(db.sql("select id from newsletter.dispatch where address_hash = ? and circular is not null")
                .param(hash)
                .query(UUID.class)
                .list());
    }

    public void wantCirculars(byte[] hash) {
        db.sql("delete from newsletter.suppressed where list is null and address_hash = ?")
                .param(hash)
                .update();
    }

    /// One subscription as its reader sees it: the list, and why.
    ///
    /// @param id null for a list one is not on
    public record Mine(
            UUID list,
            String name,
            String about,
            boolean open,
            @Nullable UUID id,
            @Nullable String source,
            @Nullable LocalDate since) {}

    /// All lists with what is known of this address; closed ones only where one is on them.
    @Transactional(readOnly = true)
    public List<Mine> of(byte[] hash) {
        return db.sql("""
                        select l.id as list, l.name, l.about, l.open, s.id, s.source,
                               (s.confirmed_at at time zone :zone)::date as since
                          from newsletter.list l
                          left join newsletter.subscription s
                            on s.network = l.network and s.list = l.id and s.address_hash = :hash
                           and s.withdrawn_at is null and s.confirmed_at is not null
                         where l.network = platform.network() and (l.open or s.id is not null)
                         order by platform.fold(l.name)
                        """)
                .param("hash", hash)
                .param("zone", ClockSource.ZONE.getId())
                .query(Mine.class)
                .list();
    }

    @Transactional(readOnly = true)
    public boolean wantsCirculars(byte[] hash) {
        return !db.sql("select exists (select from newsletter.suppressed where list is null and address_hash = ?)")
                .param(hash)
                .query(Boolean.class)
                .single();
    }

    /// L1: what nobody confirmed within 14 days. L5: the proof of who left, after the end of the third year.
    /// And the ways into "why do I get this?" of mails older than three years.
    ///
    /// @return how many rows are gone
    int tidy() {
        var now = Timestamp.from(clock.instant());
        return db.sql("""
                        delete from newsletter.subscription
                         where confirmed_at is null and (withdrawn_at is null or withdrawn_by = 'REPLACED')
                           and requested_at < :now::timestamptz - interval '14 days'
                        """).param("now", now).update()
                + db.sql("""
                        delete from newsletter.subscription
                         where make_timestamptz(extract(year from withdrawn_at)::int + 4, 1, 1, 0, 0, 0) <= :now
                        """).param("now", now).update()
                + db.sql("delete from newsletter.dispatch where sent_at < :now::timestamptz - interval '3 years'")
                        .param("now", now)
                        .update();
    }
}
