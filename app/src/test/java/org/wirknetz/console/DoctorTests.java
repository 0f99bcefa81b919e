package org.wirknetz.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirknetz.platform.database.Finding.Verdict;

/// Each line of the doctor about settings, with what it speaks of broken; `DatabaseDoctorTests` does the same for the
/// database.
class DoctorTests {

    @TempDir
    Path folder;

    @Test
    void what_is_missing_is_named_and_what_to_do() throws IOException {
        assertThat(lines("base-url="))
                .anyMatch(it -> it.startsWith("achten") && it.contains("WIRKNETZ_BASE_URL fehlt"))
                .anyMatch(it -> it.startsWith("achten") && it.contains("WIRKNETZ_SMTP_URL fehlt"))
                .anyMatch(it -> it.startsWith("handeln") && it.contains("Den Datenordner"))
                .anyMatch(it -> it.startsWith("gut") && it.contains("Die Uhr läuft"));
    }

    @Test
    void what_is_wrong_is_named_and_ends_with_two() throws IOException {
        wrong("clock=gestern", "handeln", "WIRKNETZ_CLOCK muss ein Datum");
        wrong("clock=2026-11-23", "achten", "Die Uhr ist auf 2026-11-23 gestellt");
        wrong("base-url=http://netz.example", "achten", "https-Adresse");
        wrong("base-url=https://netz example", "handeln", "WIRKNETZ_BASE_URL muss die Adresse sein");
        wrong("base-url=https://localhost:1", "achten", "Unter localhost:1 antwortet");
        wrong("smtp.url=mail.example", "handeln", "keine Adresse wie smtp://");
        wrong("smtp.url=smtp://127.0.0.1:1", "handeln", "antwortet nicht");
        wrong("db.url=mysql://x/y", "handeln", "WIRKNETZ_DB_URL muss mit postgresql://");
        wrong("db.url=postgresql://127.0.0.1:1/y", "handeln", "fehlt WIRKNETZ_DB_USER");
        wrong("db.url=postgresql://127.0.0.1:1/y\nwirknetz.db.user=x", "handeln", "Die Datenbank antwortet nicht");
    }

    @Test
    void a_mail_server_that_answers_is_good() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(lines("smtp.url=smtp://127.0.0.1:" + server.getLocalPort()))
                    .anyMatch(it -> it.startsWith("gut") && it.contains("antwortet"));
        }
    }

    @Test
    void a_certificate_is_trusted_soon_over_or_a_warning_for_browsers() throws Exception {
        var store = folder.resolve("certificate.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "web",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "geheim")
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        var context = context(store);
        try (var server = context.getServerSocketFactory().createServerSocket(0)) {
            Thread.ofVirtual().start(() -> {
                while (!server.isClosed()) {
                    try (var visitor = server.accept()) {
                        visitor.getInputStream().read();
                    } catch (IOException left) {
                        // the doctor leaves after the handshake
                    }
                }
            });
            var base = URI.create("https://localhost:" + server.getLocalPort());
            var trusting = context.getSocketFactory();
            assertThat(new CertificateCheck(trusting, Clock.systemUTC())
                            .of(base)
                            .verdict())
                    .isEqualTo(Verdict.OK);
            var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(20));
            assertThat(new CertificateCheck(trusting, later).of(base).key()).isEqualTo("certificate-soon");
            var strange = new CertificateCheck((SSLSocketFactory) SSLSocketFactory.getDefault(), Clock.systemUTC());
            assertThat(strange.of(base).key()).isEqualTo("certificate-bad");
            var otherName = URI.create("https://127.0.0.1:" + server.getLocalPort());
            assertThat(new CertificateCheck(trusting, Clock.systemUTC())
                            .of(otherName)
                            .verdict())
                    .isEqualTo(Verdict.FAIL);
        }
    }

    private static SSLContext context(Path store) throws Exception {
        var keys = KeyStore.getInstance(store.toFile(), "geheim".toCharArray());
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "geheim".toCharArray());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("web", keys.getCertificate("web"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private void wrong(String setting, String verdict, String sentence) throws IOException {
        assertThat(lines(setting)).as(setting).anyMatch(it -> it.startsWith(verdict) && it.contains(sentence));
        assertThat(doctor(setting).code()).isEqualTo(2); // there is no data folder either
    }

    private java.util.List<String> lines(String setting) throws IOException {
        return doctor(setting).out().lines().toList();
    }

    private Typed doctor(String setting) throws IOException {
        var config = Files.writeString(folder.resolve("wirknetz.conf"), "wirknetz." + setting + "\n");
        return Typed.german(
                "doctor",
                "--config",
                config.toString(),
                "--data",
                folder.resolve("home").toString());
    }
}
