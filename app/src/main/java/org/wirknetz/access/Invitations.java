package org.wirknetz.access;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.mail.Mails;

/// Invitations into the network in scope, by a link that is good for 14 days and once. The invited need no
/// account yet.
@Component
@Transactional
public class Invitations {

    public static final int DAYS = 14;

    private final JdbcClient db;
    private final Mails mails;
    private final Words words;
    private final Doors doors;
    private final Networks networks;
    private final SecurityLog log;
    private final SecureRandom random = new SecureRandom();

    Invitations(JdbcClient db, Mails mails, Words words, Doors doors, Networks networks, SecurityLog log) {
        this.db = db;
        this.mails = mails;
        this.words = words;
        this.doors = doors;
        this.networks = networks;
        this.log = log;
    }

    /// Invites, and sends the link. Inviting the same address to the same seat again ends the earlier invitation.
    ///
    /// @param place what the invited reads about the seat: the organisation's name, or empty
    /// @return the address, to be handed over by other means where no mail can be sent
    public String invite(String email, Role role, @Nullable UUID organisation, String place, Locale locale) {
        var network = Scope.current().requireNetwork();
        var address = email.strip().toLowerCase(Locale.ROOT);
        db.sql("""
                        update access.invitation set revoked_at = now()
                         where network = :network and email = :email and role = :role
                           and organisation is not distinct from :organisation::uuid
                           and accepted_at is null and revoked_at is null
                        """)
                .param("network", network.value())
                .param("email", address)
                .param("role", role.name())
                .param("organisation", organisation)
                .update();
        var secret = Secret.random(random);
        db.sql("""
                        insert into access.invitation (network, email, role, organisation, place, invited_by, secret, expires_at)
                        values (:network, :email, :role, :organisation, :place, platform.account(), :secret,
                                now() + :days * interval '1 day')
                        """)
                .param("network", network.value())
                .param("email", address)
                .param("role", role.name())
                .param("organisation", organisation)
                .param("place", place)
                .param("secret", secret.hash())
                .param("days", DAYS)
                .update();
        var link = doors.address("/invitation/" + secret.text());
        mails.send(
                address,
                words.say(locale, "access.mail.invitation.subject", oneLine(networkName(network))),
                words.say(
                        locale,
                        "access.mail.invitation.text",
                        networkName(network),
                        words.say(locale, "access.role." + role) + (place.isEmpty() ? "" : ", " + place),
                        link,
                        DAYS));
        log.note("invitation.sent", "network", network.value(), "role", role);
        return link;
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }

    private String networkName(NetworkId network) {
        return db.sql("select name from access.network where id = ?")
                .param(network.value())
                .query(String.class)
                .single();
    }

    public record Waiting(
            UUID id,
            String email,
            String role,
            @Nullable UUID organisation,
            String place,
            Instant createdAt,
            Instant expiresAt) {
        public Role as() {
            return Role.valueOf(role);
        }
    }

    private static final String OPEN = """
            select id, email, role, organisation, place, created_at, expires_at from access.invitation
             where network = platform.network() and accepted_at is null and revoked_at is null and expires_at > now()
            """;

    public List<Waiting> open() {
        return db.sql(OPEN + " order by created_at desc, id")
                .query(Waiting.class)
                .list();
    }

    public Waiting require(UUID invitation) {
        return db.sql(OPEN + " and id = ?")
                .param(invitation)
                .query(Waiting.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    public void revoke(UUID invitation) {
        db.sql("update access.invitation set revoked_at = now() where network = platform.network() and id = ?"
                        + " and accepted_at is null and revoked_at is null")
                .param(invitation)
                .update();
    }

    /// What waits for a seat of this organisation.
    public List<Waiting> openFor(UUID organisation) {
        return open().stream()
                .filter(it -> organisation.equals(it.organisation()))
                .toList();
    }

    /// Ends what waits for a seat of this organisation: its card goes, and whoever came later would sit nowhere.
    public void endFor(UUID organisation) {
        openFor(organisation).forEach(it -> revoke(it.id()));
    }

    /// Ends what waits for an answer from this address.
    public void endTo(String email) {
        open().stream().filter(it -> it.email().equalsIgnoreCase(email.strip())).forEach(it -> revoke(it.id()));
    }

    /// Which network a secret belongs to, so that the rest can happen in its scope.
    public Optional<NetworkId> networkOf(String secret) {
        return db.sql("select network from access.invitation_network(?) as network where network is not null")
                .param(new Secret(secret).hash())
                .query(UUID.class)
                .optional()
                .map(NetworkId::new);
    }

    /// What the invited read before they accept. Empty when it is expired, revoked or already accepted.
    public record Letter(UUID id, String networkName, String slug, String email, String role, String place) {}

    public Optional<Letter> read(String secret) {
        return db.sql("""
                        select invitation.id, network.name as network_name, network.slug, invitation.email, invitation.role,
                               invitation.place
                          from access.invitation
                          join access.network on network.id = invitation.network
                         where invitation.network = platform.network() and invitation.secret = ?
                           and accepted_at is null and revoked_at is null and expires_at > now()
                        """).param(new Secret(secret).hash()).query(Letter.class).optional();
    }

    private record Accepted(UUID id, String role, @Nullable UUID organisation) {}

    /// Gives the account its seat. Of two at once one wins.
    ///
    /// @throws NotFound when the invitation cannot be used any more
    public void accept(String secret, AccountId account) {
        var accepted = db.sql("""
                        update access.invitation set accepted_at = now(), accepted_by = ?
                         where network = platform.network() and secret = ?
                           and accepted_at is null and revoked_at is null and expires_at > now()
                        returning id, role, organisation
                        """)
                .params(account.value(), new Secret(secret).hash())
                .query(Accepted.class)
                .optional()
                .orElseThrow(NotFound::new);
        networks.seat(account, Role.valueOf(accepted.role()), accepted.organisation());
        log.note("invitation.accepted", "invitation", accepted.id(), "account", account.value());
    }
}
