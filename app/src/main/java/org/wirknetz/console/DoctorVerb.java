package org.wirknetz.console;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.ClockSource;
import org.wirknetz.platform.WrongSetting;
import org.wirknetz.platform.database.DatabaseDoctor;
import org.wirknetz.platform.database.Finding.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `doctor`: looks at settings, database, mail, disk, clock and certificate; each line says what to do.
@Command(name = "doctor", resourceBundle = "words.console", mixinStandardHelpOptions = true)
class DoctorVerb implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    Installation installation = new Installation();

    private record Line(Verdict verdict, String sentence) {}

    @Override
    public Integer call() throws Exception {
        var line = java.util.Objects.requireNonNull(spec).commandLine();
        var words = line.getResourceBundle();
        var found = new ArrayList<Line>();
        found.addAll(settings(words));
        var doctor = new DatabaseDoctor(Clock.systemUTC());
        try {
            var url = installation.url();
            var database = url.isPresent()
                    ? doctor.external(url.get(), installation.user(), installation.password(), "wirknetz_app")
                    : doctor.embedded(installation.present());
            database.forEach(it -> found.add(new Line(it.verdict(), it.sentence(Locale.getDefault()))));
        } catch (WrongSetting wrong) {
            found.add(new Line(Verdict.FAIL, wrong.sentence(Locale.getDefault())));
        }
        for (var it : found) {
            line.getOut()
                    .println(
                            words.getString("console.doctor."
                                            + it.verdict().name().toLowerCase(Locale.ROOT)) + "  " + it.sentence());
        }
        line.getOut().flush();
        return found.stream().anyMatch(it -> it.verdict() == Verdict.FAIL) ? 2 : 0;
    }

    private List<Line> settings(ResourceBundle words) {
        var found = new ArrayList<Line>();
        var clock = installation.setting("clock");
        try {
            ClockSource.of(clock.orElse(null));
            found.add(
                    clock.isPresent()
                            ? new Line(Verdict.WARN, filled(words, "console.doctor.clock-fixed", clock.get()))
                            : new Line(Verdict.OK, words.getString("console.doctor.clock-runs")));
        } catch (WrongSetting wrong) {
            found.add(new Line(Verdict.FAIL, wrong.sentence(Locale.getDefault())));
        }
        var base = installation.setting("base-url");
        if (base.isEmpty()) {
            found.add(new Line(Verdict.WARN, words.getString("console.doctor.base-missing")));
        } else if (!base.get().startsWith("https://")) {
            found.add(new Line(Verdict.WARN, filled(words, "console.doctor.base-plain", base.get())));
        } else {
            found.add(new Line(Verdict.OK, filled(words, "console.doctor.base-ok", base.get())));
            found.add(certificate(words, base.get()));
        }
        found.add(mail(words));
        if (installation.setting("smtp.url").isPresent()) found.add(mailbox(words));
        signing(words).ifPresent(found::add);
        installation.setting("oidc.issuer").ifPresent(it -> found.add(provider(words, it)));
        return found;
    }

    private static Line certificate(ResourceBundle words, String base) {
        try {
            var check = new CertificateCheck((SSLSocketFactory) SSLSocketFactory.getDefault(), Clock.systemUTC());
            var found = check.of(new URI(base));
            return new Line(
                    found.verdict(),
                    filled(
                            words,
                            "console.doctor." + found.key(),
                            found.values().toArray()));
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return new Line(
                    Verdict.FAIL, new WrongSetting("platform.setting.base-url", base).sentence(Locale.getDefault()));
        }
    }

    private Line mail(ResourceBundle words) {
        var smtp = installation.setting("smtp.url");
        if (smtp.isEmpty()) return new Line(Verdict.WARN, words.getString("console.doctor.mail-missing"));
        try {
            var address = URI.create(smtp.get());
            if (address.getHost() == null
                    || !String.valueOf(address.getScheme()).matches("smtps?")) {
                return new Line(Verdict.FAIL, words.getString("console.doctor.mail-wrong"));
            }
            var port = address.getPort() > 0
                    ? address.getPort()
                    : address.getScheme().equals("smtps") ? 465 : 587;
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address.getHost(), port), 3_000);
            }
            return new Line(Verdict.OK, filled(words, "console.doctor.mail-ok", address.getHost() + ":" + port));
        } catch (java.io.IOException unreachable) {
            return new Line(Verdict.FAIL, words.getString("console.doctor.mail-unreachable"));
        } catch (IllegalArgumentException wrong) {
            return new Line(Verdict.FAIL, words.getString("console.doctor.mail-wrong"));
        }
    }

    private Line mailbox(ResourceBundle words) {
        var imap = installation.setting("imap.url");
        if (imap.isEmpty()) return new Line(Verdict.WARN, words.getString("console.doctor.imap-missing"));
        try {
            var address = URI.create(imap.get());
            if (address.getHost() == null
                    || address.getRawUserInfo() == null
                    || !String.valueOf(address.getScheme()).matches("imaps?")) {
                return new Line(Verdict.FAIL, words.getString("console.doctor.imap-wrong"));
            }
            int usual = address.getScheme().equals("imaps") ? 993 : 143;
            int port = address.getPort() > 0 ? address.getPort() : usual;
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address.getHost(), port), 3_000);
            }
            return new Line(Verdict.OK, filled(words, "console.doctor.imap-ok", address.getHost() + ":" + port));
        } catch (java.io.IOException unreachable) {
            return new Line(Verdict.FAIL, words.getString("console.doctor.imap-unreachable"));
        } catch (IllegalArgumentException wrong) {
            return new Line(Verdict.FAIL, words.getString("console.doctor.imap-wrong"));
        }
    }

    /// All three settings of a signature, or none.
    private Optional<Line> signing(ResourceBundle words) {
        var domain = installation.setting("dkim.domain");
        var selector = installation.setting("dkim.selector");
        var key = installation.setting("dkim.key");
        if (domain.isEmpty() && selector.isEmpty() && key.isEmpty()) return Optional.empty();
        boolean whole = domain.isPresent()
                && selector.isPresent()
                && key.map(it -> Files.isReadable(Path.of(it))).orElse(false);
        return Optional.of(
                whole
                        ? new Line(Verdict.OK, filled(words, "console.doctor.dkim-ok", domain.get()))
                        : new Line(Verdict.FAIL, words.getString("console.doctor.dkim-wrong")));
    }

    /// Asks for nothing but what the provider tells everybody.
    private static Line provider(ResourceBundle words, String issuer) {
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build()) {
            var address = URI.create(issuer.strip().replaceAll("/$", "") + "/.well-known/openid-configuration");
            var answer = client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == 200
                    ? new Line(Verdict.OK, filled(words, "console.doctor.oidc-ok", issuer))
                    : new Line(Verdict.WARN, filled(words, "console.doctor.oidc-unreachable", issuer));
        } catch (java.io.IOException unreachable) {
            return new Line(Verdict.WARN, filled(words, "console.doctor.oidc-unreachable", issuer));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Line(Verdict.WARN, filled(words, "console.doctor.oidc-unreachable", issuer));
        } catch (IllegalArgumentException wrong) {
            return new Line(
                    Verdict.FAIL,
                    new WrongSetting("platform.setting.oidc-issuer", issuer).sentence(Locale.getDefault()));
        }
    }

    private static String filled(ResourceBundle words, String key, Object... values) {
        return new java.text.MessageFormat(words.getString(key)).format(values);
    }
}
