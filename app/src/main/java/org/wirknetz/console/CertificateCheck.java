package org.wirknetz.console;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.wirknetz.platform.database.Finding.Verdict;

/// Shakes hands with the address people type, as their browsers would, and looks how long the certificate lasts.
record CertificateCheck(SSLSocketFactory sockets, Clock clock) {

    private static final Duration SOON = Duration.ofDays(14);
    private static final int PATIENCE = 3_000;

    /// @param key of the sentence in `words/console_*`, values what it names
    record Found(Verdict verdict, String key, List<String> values) {}

    Found of(URI base) {
        var host = base.getHost();
        var port = base.getPort() < 0 ? 443 : base.getPort();
        try (var socket = (SSLSocket) sockets.createSocket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            var certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            var end = certificate.getNotAfter().toInstant();
            var day = LocalDate.ofInstant(end, ZoneOffset.UTC).toString();
            return end.isBefore(clock.instant().plus(SOON))
                    ? new Found(Verdict.WARN, "certificate-soon", List.of(host, day))
                    : new Found(Verdict.OK, "certificate-ok", List.of(host, day));
        } catch (SSLException refused) {
            return new Found(Verdict.FAIL, "certificate-bad", List.of(host, String.valueOf(refused.getMessage())));
        } catch (IOException away) {
            return new Found(Verdict.WARN, "certificate-away", List.of(host + ":" + port));
        }
    }
}
