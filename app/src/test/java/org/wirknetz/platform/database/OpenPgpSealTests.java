package org.wirknetz.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keys were made by gpg for these tests alone; `VerbsTests` seals with a passphrase.
class OpenPgpSealTests {

    private static final Path KEYS = Path.of("src/test/resources/keys");
    private static final Path SECRET = KEYS.resolve("test-only-secret.asc");

    @TempDir
    Path folder;

    @Test
    void what_is_sealed_to_a_public_key_opens_to_its_secret_key() throws Exception {
        var file = sealed();
        try (var opened = SealedBackup.open(file, folder, null, SECRET)) {
            assertThat(opened.file()).hasContent("PK and everything else");
            assertThat(Files.getPosixFilePermissions(opened.file())).hasSize(2);
        }
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void another_file_in_the_place_of_a_key_is_named_as_such() throws Exception {
        var noKey = Files.writeString(folder.resolve("no-key.asc"), "-----BEGIN NOTHING-----\nx\n");
        assertThatThrownBy(() -> OpenPgpSeal.publicKeys(noKey))
                .isInstanceOfSatisfying(
                        DatabaseRefused.class, it -> assertThat(it.key()).isEqualTo("database.key-unfit"));
        assertThatThrownBy(() -> OpenPgpSeal.publicKeys(folder.resolve("missing")))
                .isInstanceOf(NoSuchFileException.class);
        var file = sealed();
        assertThatThrownBy(() -> SealedBackup.open(file, folder, null, noKey))
                .isInstanceOfSatisfying(
                        DatabaseRefused.class, it -> assertThat(it.key()).isEqualTo("database.restore-key"));
    }

    private Path sealed() throws Exception {
        var file = folder.resolve("sealed.pgp");
        var seal = OpenPgpSeal.publicKeys(KEYS.resolve("test-only-public.asc"));
        try (var out = seal.over(Files.newOutputStream(file))) {
            out.write("PK and everything else".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(Files.readAllBytes(file)[0]).isNegative();
        return file;
    }
}
