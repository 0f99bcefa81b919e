package org.wirknetz.platform.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.wirknetz.platform.WrongSetting;

/// The key that mails are signed with (DKIM, RFC 6376), for those whose relay does not sign.
///
/// @param der the private RSA key, PKCS#8
record DkimKey(String domain, String selector, byte[] der) {

    /// @throws WrongSetting when only some of the three settings are there, or the key cannot be read
    static @Nullable DkimKey of(MailSettings.Dkim settings) {
        var domain = settings.domain();
        var selector = settings.selector();
        var file = settings.key();
        if (isEmpty(domain) && isEmpty(selector) && file == null) return null;
        if (domain == null || domain.isBlank() || selector == null || selector.isBlank() || file == null)
            throw new WrongSetting("platform.setting.dkim");
        try {
            var key = new DkimKey(domain.strip(), selector.strip(), der(Files.readAllBytes(file)));
            key.signer();
            return key;
        } catch (IOException | IllegalArgumentException | IllegalStateException unreadable) {
            throw new WrongSetting("platform.setting.dkim-key", file.toString());
        }
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static byte[] der(byte[] file) {
        var text = new String(file, StandardCharsets.US_ASCII);
        if (!text.contains("-----BEGIN")) return file;
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }

    /// A fresh one for each mail: it keeps a state of its own. Asks no name server: whether the public key is
    /// published is for the doctor to say, and a name server that is away must not stop the mail.
    DkimSigner signer() {
        try {
            var signer = new DkimSigner(domain, selector, new ByteArrayInputStream(der));
            signer.setCheckDomainKey(false);
            signer.setHeaderCanonicalization(Canonicalization.RELAXED);
            signer.setBodyCanonicalization(Canonicalization.RELAXED);
            signer.addHeaderToSign("List-Unsubscribe");
            signer.addHeaderToSign("List-Unsubscribe-Post");
            return signer;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
