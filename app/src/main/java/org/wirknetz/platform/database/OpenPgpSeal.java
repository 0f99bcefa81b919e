package org.wirknetz.platform.database;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.PGPKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/// Seals as OpenPGP (RFC 4880): AES-256 with an integrity check, so that `gpg --decrypt` opens the file as well.
public final class OpenPgpSeal implements Sealing {

    private static final int CHUNK = 1 << 16;
    /// 65 million octets are hashed for each guess at a passphrase: the most the format knows.
    private static final int HARDEST = 0xff;

    static final int SHORTEST_PASSPHRASE = 12;

    private final List<PGPKeyEncryptionMethodGenerator> methods;

    private OpenPgpSeal(List<PGPKeyEncryptionMethodGenerator> methods) {
        this.methods = methods;
    }

    /// @param file its first line is the passphrase
    public static OpenPgpSeal passphrase(Path file) throws IOException {
        var passphrase = passphraseIn(file);
        if (passphrase.length < SHORTEST_PASSPHRASE) {
            throw new DatabaseRefused("database.key-short", file, SHORTEST_PASSPHRASE);
        }
        try {
            var hashing = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256);
            return new OpenPgpSeal(List.of(new BcPBEKeyEncryptionMethodGenerator(passphrase, hashing, HARDEST)));
        } catch (PGPException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @param file one or several public keys, as `gpg --export --armor` writes them; each opens the backup
    public static OpenPgpSeal publicKeys(Path file) throws IOException {
        var methods = new ArrayList<PGPKeyEncryptionMethodGenerator>();
        try (var stream = PGPUtil.getDecoderStream(Files.newInputStream(file))) {
            for (var ring : new PGPPublicKeyRingCollection(stream, new BcKeyFingerprintCalculator())) {
                methods.add(new BcPublicKeyKeyEncryptionMethodGenerator(encrypting(ring, file)));
            }
        } catch (FileSystemException missing) {
            throw missing;
        } catch (PGPException | IOException | IllegalArgumentException unreadable) {
            throw new DatabaseRefused("database.key-unfit", file);
        }
        if (methods.isEmpty()) {
            throw new DatabaseRefused("database.key-unfit", file);
        }
        return new OpenPgpSeal(methods);
    }

    /// Subkeys come after the main key, which mostly signs only: the last that encrypts is taken.
    private static PGPPublicKey encrypting(PGPPublicKeyRing ring, Path file) {
        PGPPublicKey found = null;
        for (var key : ring) {
            if (key.isEncryptionKey() && !key.hasRevocation() && !expired(key)) {
                found = key;
            }
        }
        if (found == null) {
            throw new DatabaseRefused("database.key-unfit", file);
        }
        return found;
    }

    private static boolean expired(PGPPublicKey key) {
        var seconds = key.getValidSeconds();
        return seconds > 0 && key.getCreationTime().getTime() + seconds * 1000 < System.currentTimeMillis();
    }

    static char[] passphraseIn(Path file) throws IOException {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.findFirst().orElse("").strip().toCharArray();
        }
    }

    @Override
    public OutputStream over(OutputStream out) throws IOException {
        var builder = new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(true)
                .setSecureRandom(new SecureRandom());
        var generator = new PGPEncryptedDataGenerator(builder);
        methods.forEach(generator::addMethod);
        try {
            var sealed = generator.open(out, new byte[CHUNK]);
            var literal = new PGPLiteralDataGenerator()
                    .open(sealed, PGPLiteralData.BINARY, "wirknetz.zip", new Date(), new byte[CHUNK]);
            return new Closing(literal, sealed, out);
        } catch (PGPException failed) {
            throw new IOException(failed);
        }
    }

    /// The packets end from the inner to the outer one.
    private static final class Closing extends FilterOutputStream {
        private final OutputStream sealed;
        private final OutputStream under;

        private Closing(OutputStream literal, OutputStream sealed, OutputStream under) {
            super(literal);
            this.sealed = sealed;
            this.under = under;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            var literal = out;
            try (under;
                    sealed;
                    literal) {
                literal.flush();
            }
        }
    }
}
