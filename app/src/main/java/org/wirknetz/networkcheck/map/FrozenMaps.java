package org.wirknetz.networkcheck.map;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.directory.Discretion;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;
import tools.jackson.databind.json.JsonMapper;

/// Maps that were copied on a day and stay as they are (German: *festgehaltene Karten*). The office
/// freezes one, looks at it and approves it; from then on everybody with a seat sees it, funders among
/// them. One under pseudonyms can have an address for everybody, of which only the hash is kept.
@Component
@Transactional
public class FrozenMaps {

    static final int MOST = 200;
    private static final int LONGEST_TITLE = 120;
    private static final int BYTES = 32;

    private final JdbcClient db;
    private final Clock clock;
    private final JsonMapper json;
    private final Discretion discretion;
    private final SecureRandom random = new SecureRandom();

    FrozenMaps(JdbcClient db, Clock clock, JsonMapper json, Discretion discretion) {
        this.db = db;
        this.clock = clock;
        this.json = json;
        this.discretion = discretion;
    }

    /// @param approvedOn null while only the office sees it
    /// @param open whether there is an address for everybody
    public record Card(
            UUID id,
            String title,
            LocalDate asOf,
            LocalDate frozenOn,
            boolean pseudonyms,
            @Nullable LocalDate approvedOn,
            boolean open) {}

    public record Frozen(Card card, FrozenNetwork network) {}

    public record ForAnybody(String title, LocalDate asOf, FrozenNetwork network) {}

    private record Told(String title, LocalDate asOf, String content) {}

    private static final String CARD =
            "id, title, as_of, frozen_on, pseudonyms, approved_on, secret is not null as open";

    /// As far as the reader may see them, the newest first.
    @Transactional(readOnly = true)
    public List<Card> all() {
        return db.sql(
                        "select " + CARD
                                + " from networkcheck.frozen_map where network = platform.network() order by frozen_on desc, title, id")
                .query(Card.class)
                .list();
    }

    /// @throws NotFound where there is none, or it is a draft and the reader is not the office
    @Transactional(readOnly = true)
    public Frozen of(UUID map) {
        var card = db.sql("select " + CARD
                        + " from networkcheck.frozen_map where network = platform.network() and id = ?")
                .param(map)
                .query(Card.class)
                .optional()
                .orElseThrow(NotFound::new);
        var content = db.sql(
                        "select content::text from networkcheck.frozen_map where network = platform.network() and id = ?")
                .param(map)
                .query(String.class)
                .single();
        return new Frozen(card, json.readValue(content, FrozenNetwork.class));
    }

    /// @throws Refused when the title is missing, too long, or names somebody above a map under pseudonyms,
    ///     there are too many, or too few organisations to hide among
    public UUID freeze(String title, LocalDate asOf, FrozenNetwork network) {
        var named = title.strip();
        if (named.isEmpty()) throw new Refused("networkcheck.frozen.title-missing");
        if (named.length() > LONGEST_TITLE) throw new Refused("networkcheck.frozen.title-long", LONGEST_TITLE);
        if (network.hidden() && network.nodes().size() < Freezing.FEWEST_HIDDEN)
            throw new Refused(
                    "networkcheck.frozen.too-few",
                    Freezing.FEWEST_HIDDEN,
                    network.nodes().size());
        // The title stands above the letters, for everybody to read.
        if (network.hidden()) discretion.require(named, "networkcheck.frozen.names-somebody");
        if (all().size() >= MOST) throw new Refused("networkcheck.frozen.too-many", MOST);
        return db.sql("""
                        insert into networkcheck.frozen_map (network, title, as_of, frozen_on, pseudonyms, content)
                        values (platform.network(), :title, :asOf, :today, :hidden, cast(:content as jsonb))
                        returning id
                        """)
                .param("title", named)
                .param("asOf", asOf)
                .param("today", LocalDate.now(clock))
                .param("hidden", network.hidden())
                .param("content", json.writeValueAsString(network))
                .query(UUID.class)
                .single();
    }

    public void approve(UUID map) {
        int rows = db.sql("""
                        update networkcheck.frozen_map set approved_on = :today, approved_by = :account, version = version + 1
                         where network = platform.network() and id = :id and approved_on is null
                        """)
                .param("today", LocalDate.now(clock))
                .param("account", Scope.current().requireAccount().value())
                .param("id", map)
                .update();
        if (rows == 0) throw new Refused("networkcheck.frozen.approved-before");
    }

    /// Nobody but the office sees it from now on; the address for everybody leads nowhere.
    public void withdraw(UUID map) {
        changed(db.sql("""
                        update networkcheck.frozen_map set approved_on = null, approved_by = null, secret = null, version = version + 1
                         where network = platform.network() and id = ?
                        """).param(map).update());
    }

    public void remove(UUID map) {
        changed(db.sql("delete from networkcheck.frozen_map where network = platform.network() and id = ?")
                .param(map)
                .update());
    }

    /// A new address for everybody; the one before leads nowhere.
    ///
    /// @return its secret part, shown once
    /// @throws Refused where names are not hidden, or nobody has approved it
    public String open(UUID map) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        int rows = db.sql("""
                        update networkcheck.frozen_map set secret = :secret, version = version + 1
                         where network = platform.network() and id = :id and pseudonyms and approved_on is not null
                        """).param("secret", hash(secret)).param("id", map).update();
        if (rows == 0) throw new Refused("networkcheck.frozen.not-for-everybody");
        return secret;
    }

    public void shut(UUID map) {
        changed(db.sql("""
                        update networkcheck.frozen_map set secret = null, version = version + 1
                         where network = platform.network() and id = ?
                        """).param(map).update());
    }

    @Transactional(readOnly = true)
    public Optional<ForAnybody> forAnybody(String secret) {
        return db.sql("select title, as_of, content from networkcheck.map_for_anybody(?)")
                .param(hash(secret))
                .query(Told.class)
                .optional()
                .map(it -> new ForAnybody(it.title(), it.asOf(), json.readValue(it.content(), FrozenNetwork.class)));
    }

    private static void changed(int rows) {
        if (rows == 0) throw new NotFound();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
