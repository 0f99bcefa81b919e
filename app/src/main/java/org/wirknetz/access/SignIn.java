package org.wirknetz.access;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.mail.Mails;

/// The ways in: password, link by mail, code as second factor. Each answers alike, and takes as long, whether the
/// account
/// exists or not.
@Component
public class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final JdbcClient db;
    private final PasswordEncoder passwords;
    private final Patience patience;
    private final Links links;
    private final SecondFactor secondFactor;
    private final Mails mails;
    private final Words words;
    private final Doors doors;
    private final SecurityLog log;
    private final boolean demo;
    private final String nobodysPassword;

    SignIn(
            JdbcClient db,
            PasswordEncoder passwords,
            Patience patience,
            Links links,
            SecondFactor secondFactor,
            Mails mails,
            Words words,
            Doors doors,
            SecurityLog log,
            @Value("${wirknetz.demo:false}") boolean demo) {
        this.db = db;
        this.passwords = passwords;
        this.patience = patience;
        this.links = links;
        this.secondFactor = secondFactor;
        this.mails = mails;
        this.words = words;
        this.doors = doors;
        this.log = log;
        this.demo = demo;
        this.nobodysPassword = Argon2id.ofNobody(new SecureRandom());
    }

    public sealed interface Outcome permits In, CodeWanted, No {}

    public record In(AccountId account) implements Outcome {}

    /// The first factor was right, and this account has a second one.
    public record CodeWanted(AccountId account) implements Outcome {}

    public record No() implements Outcome {}

    private record Known(UUID id, @Nullable String password) {}

    /// @throws TooManyAttempts
    public Outcome byPassword(String email, String password, Client client) {
        patience.askAndWait("password", email, client);
        var known = db.sql("select id, password from access.account where lower(email) = lower(?) and not disabled")
                .param(email.strip())
                .query(Known.class)
                .optional();
        var hash = known.map(Known::password).orElse(nobodysPassword);
        var right = password.length() <= PasswordRules.LONGEST && passwords.matches(password, hash);
        if (!right || known.isEmpty() || known.get().password() == null) {
            log.note("sign-in.refused", "way", "password", "from", client.subnet());
            return new No();
        }
        patience.forget("password", email, client);
        var account = new AccountId(known.get().id());
        if (passwords.upgradeEncoding(hash)) hashAnew(account, password);
        return afterFirstFactor(account, "password", client);
    }

    /// Costs may rise over the years; whoever signs in gets today's.
    private void hashAnew(AccountId account, String password) {
        db.sql("update access.account set password = ? where id = ?")
                .params(passwords.encode(password), account.value())
                .update();
    }

    /// Sends a link if there is such an account, out of sight of the one who asks: the answer is the same, as fast.
    ///
    /// Whether a link that is asked for reaches anybody: a demo without mail writes it into the log.
    public boolean sendsLinks() {
        return demo || mails.canSend();
    }

    /// @throws TooManyAttempts
    public void sendLink(String email, Client client) {
        patience.askAndWait("link", email, client);
        log.note("link.asked", "from", client.subnet());
        Thread.ofVirtual().name("sign-in-link").start(() -> sendLinkIfKnown(email));
    }

    private record Addressee(UUID id, String email, String name, String locale) {}

    private void sendLinkIfKnown(String email) {
        db.sql("select id, email, name, locale from access.account where lower(email) = lower(?) and not disabled")
                .param(email.strip())
                .query(Addressee.class)
                .optional()
                .ifPresent(this::sendLinkTo);
    }

    private void sendLinkTo(Addressee whom) {
        var locale = Locale.of(whom.locale());
        var address = doors.address("/sign-in/link/" + links.issue(Links.Kind.SIGN_IN, new AccountId(whom.id())));
        mails.send(
                whom.email(),
                words.say(locale, "access.mail.link.subject"),
                words.say(locale, "access.mail.link.text", whom.name(), address));
        // Nobody reads a demo's mail, and its accounts guard nothing.
        if (demo && !mails.canSend()) LOG.info("Sign-in link of the demo: {}", address);
    }

    /// @throws TooManyAttempts
    public Outcome byLink(String secret, Client client) {
        patience.askAndWait("link-use", client.subnet(), client);
        var account = links.redeem(Links.Kind.SIGN_IN, secret);
        if (account.isEmpty()) {
            log.note("sign-in.refused", "way", "link", "from", client.subnet());
            return new No();
        }
        patience.forget("link-use", client.subnet(), client);
        return afterFirstFactor(account.get(), "link", client);
    }

    /// After a password, a link or an invitation; a passkey asks for its owner's finger or PIN and needs no code.
    public Outcome afterFirstFactor(AccountId account, String way, Client client) {
        if (secondFactor.isOn(account)) {
            log.note("sign-in.half", "way", way, "account", account.value(), "from", client.subnet());
            return new CodeWanted(account);
        }
        log.note("sign-in.done", "way", way, "account", account.value(), "from", client.subnet());
        return new In(account);
    }

    /// @throws TooManyAttempts
    public Optional<In> byCode(AccountId half, String code, Client client) {
        patience.askAndWait("code", half.value().toString(), client);
        if (!secondFactor.accepts(half, code)) {
            log.note("sign-in.refused", "way", "code", "account", half.value(), "from", client.subnet());
            return Optional.empty();
        }
        patience.forget("code", half.value().toString(), client);
        log.note("sign-in.done", "way", "code", "account", half.value(), "from", client.subnet());
        return Optional.of(new In(half));
    }
}
