package org.wirknetz;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Entered;
import org.wirknetz.access.Networks;
import org.wirknetz.access.Role;
import org.wirknetz.access.SignedInAccount;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// The people everybody knows. Each call gives a fresh network, so that tests do not disturb one another.
@Component
public class Cast {

    private final Networks networks;
    private final Accounts accounts;
    private final JdbcClient db;

    Cast(Networks networks, Accounts accounts, JdbcClient db) {
        this.networks = networks;
        this.accounts = accounts;
        this.db = db;
    }

    /// A fresh network, coordinated by Aylin Demir.
    public Stage network() {
        var slug = "n" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        var network = networks.found(
                new NetworkId(UUID.randomUUID()), slug, "Fachkräftenetz " + slug, "nachqualifizierung", false);
        var stage = new Stage(network, slug);
        stage.aylin = stage.sits("Aylin Demir", Role.OFFICE, null);
        return stage;
    }

    /// Somebody who can sign in and has no seat anywhere.
    public AccountId stranger(String name) {
        var address = UUID.randomUUID().toString().substring(0, 8) + "@test.example";
        return accounts.open(address, name, null, Locale.GERMAN, false);
    }

    /// Has signed in just now, without a passkey.
    public static RequestPostProcessor signedIn(AccountId account) {
        return signedIn(account, System.currentTimeMillis(), false);
    }

    public static RequestPostProcessor signedIn(AccountId account, long at, boolean byPasskey) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedInAccount(account.value()), null, List.of(new Entered(at, byPasskey))));
    }

    /// One network and who sits in it.
    public final class Stage {
        private final NetworkId network;
        private final String slug;
        private @Nullable AccountId aylin;

        private Stage(NetworkId network, String slug) {
            this.network = network;
            this.slug = slug;
        }

        public NetworkId network() {
            return network;
        }

        public String slug() {
            return slug;
        }

        /// The path of the workspace followed by the given rest, such as `/organisations`.
        public String path(String rest) {
            return "/w/" + slug + rest;
        }

        /// Aylin Demir, the office.
        public RequestPostProcessor office() {
            return signedIn(java.util.Objects.requireNonNull(aylin));
        }

        public AccountId officeAccount() {
            return java.util.Objects.requireNonNull(aylin);
        }

        /// Opens an account with a seat in this network.
        public AccountId sits(String name, Role role, @Nullable UUID organisation) {
            var account = stranger(name);
            inside(() -> networks.seat(account, role, organisation));
            return account;
        }

        /// Works in this network without a person, as a job would.
        public void inside(Runnable work) {
            Scope.of(network).run(work);
        }

        public <R> R ask(java.util.function.Function<JdbcClient, R> question) {
            return Scope.of(network).call(() -> question.apply(db));
        }

        /// Asks as somebody who is signed in.
        public <R> R as(AccountId account, java.util.function.Function<JdbcClient, R> question) {
            return Scope.of(network, account).call(() -> question.apply(db));
        }

        /// An organisation, quickly, past its module's verbs: for tests of other rooms.
        public UUID organisation(String name) {
            var id = UUID.randomUUID();
            Scope.of(network)
                    .run(() -> db.sql("insert into directory.organisation (network, id, key, name) values (?, ?, ?, ?)")
                            .params(network.value(), id, id.toString(), name)
                            .update());
            return id;
        }
    }
}
