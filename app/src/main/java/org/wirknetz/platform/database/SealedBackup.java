package org.wirknetz.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.jspecify.annotations.Nullable;

/// Opens a sealed backup into a file that only its owner may read, and deletes that file at the end.
public final class SealedBackup implements AutoCloseable {

    private final Path plain;
    private final boolean temporary;

    private SealedBackup(Path plain, boolean temporary) {
        this.plain = plain;
        this.temporary = temporary;
    }

    /// @param folder where the opened file may lie meanwhile; not needed for one that is not sealed
    /// @param passphrase file whose first line is the passphrase of the backup, or of the secret key
    /// @param secretKey file with a secret key as `gpg --export-secret-keys` writes it
    /// @throws DatabaseRefused where the key is missing or wrong, or the file damaged
    public static SealedBackup open(Path file, Path folder, @Nullable Path passphrase, @Nullable Path secretKey)
            throws IOException {
        if (!Files.isRegularFile(file) || !isSealed(file)) {
            return new SealedBackup(file, false);
        }
        if (passphrase == null && secretKey == null) {
            throw new DatabaseRefused("database.restore-sealed", file);
        }
        var words = passphrase == null ? new char[0] : OpenPgpSeal.passphraseIn(passphrase);
        var opened = new SealedBackup(Files.createTempFile(PrivateFiles.folder(folder), "restore.opened-", ""), true);
        var done = false;
        try (var stream = Files.newInputStream(file)) {
            unseal(stream, opened.plain, words, secretKey);
            done = true;
        } catch (PGPException wrong) {
            throw new DatabaseRefused("database.restore-key", file);
        } catch (FileSystemException missing) {
            throw missing;
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof DatabaseRefused refused) throw refused;
            throw new DatabaseRefused("database.backup-damaged", file, String.valueOf(broken.getMessage()));
        } finally {
            if (!done) opened.close();
        }
        return opened;
    }

    /// OpenPGP begins with a packet, whose first bit is set; a ZIP with a P.
    private static boolean isSealed(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            var first = stream.read();
            return (first & 0x80) != 0 && first >= 0;
        }
    }

    public Path file() {
        return plain;
    }

    private static void unseal(InputStream stream, Path plain, char[] passphrase, @Nullable Path secretKey)
            throws IOException, PGPException {
        var packets = new PGPObjectFactory(stream, new BcKeyFingerprintCalculator());
        Object first = packets.nextObject();
        while (first != null && !(first instanceof PGPEncryptedDataList)) first = packets.nextObject();
        if (!(first instanceof PGPEncryptedDataList list)) throw new PGPException("No sealed content");
        for (Iterator<PGPEncryptedData> all = list.getEncryptedDataObjects(); all.hasNext(); ) {
            var sealed = all.next();
            var content = content(sealed, passphrase, secretKey);
            if (content == null) continue;
            // Without the check somebody could have exchanged parts of it.
            if (!sealed.isIntegrityProtected()) throw new IOException("no integrity check");
            copy(content, plain);
            if (!sealed.verify()) throw new IOException("integrity check");
            return;
        }
        throw new PGPException("No key fits");
    }

    private static @Nullable InputStream content(PGPEncryptedData sealed, char[] passphrase, @Nullable Path secretKey)
            throws IOException, PGPException {
        var hashing = new BcPGPDigestCalculatorProvider();
        if (sealed instanceof PGPPBEEncryptedData withPassphrase) {
            return secretKey != null
                    ? null
                    : withPassphrase.getDataStream(new BcPBEDataDecryptorFactory(passphrase, hashing));
        }
        if (sealed instanceof PGPPublicKeyEncryptedData withKey && secretKey != null) {
            try (var keys = Files.newInputStream(secretKey)) {
                var ours =
                        secretKeys(keys).getSecretKey(withKey.getKeyIdentifier().getKeyId());
                if (ours == null) return null;
                var opened = ours.extractPrivateKey(new BcPBESecretKeyDecryptorBuilder(hashing).build(passphrase));
                return withKey.getDataStream(new BcPublicKeyDataDecryptorFactory(opened));
            }
        }
        return null;
    }

    private static PGPSecretKeyRingCollection secretKeys(InputStream keys) throws PGPException {
        try {
            return new PGPSecretKeyRingCollection(PGPUtil.getDecoderStream(keys), new BcKeyFingerprintCalculator());
        } catch (IOException noKeys) {
            throw new PGPException("No secret key in it", noKeys);
        }
    }

    private static void copy(InputStream content, Path plain) throws IOException, PGPException {
        var packets = new PGPObjectFactory(content, new BcKeyFingerprintCalculator());
        var packet = packets.nextObject();
        if (packet instanceof PGPCompressedData compressed) {
            packet = new PGPObjectFactory(compressed.getDataStream(), new BcKeyFingerprintCalculator()).nextObject();
        }
        if (!(packet instanceof PGPLiteralData literal)) throw new PGPException("No content");
        try (var out = Files.newOutputStream(plain)) {
            literal.getInputStream().transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        if (temporary) Files.deleteIfExists(plain);
    }
}
