package org.wirknetz.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoSameBytesTests {
    /// Changes whenever a data file or a draw does: then look at what changed, and put the new value here.
    private static final String GOLDEN = "4b64cb89dd82f6ba5bf9950dcb696d76423441a79021f607baa29fbb8f75a17b";

    @Test
    void the_same_seed_gives_the_same_networks() throws NoSuchAlgorithmException {
        var first = DemoNetworks.drawn();
        assertThat(DemoNetworks.drawn()).isEqualTo(first);
        assertThat(digest(first)).isEqualTo(GOLDEN);
    }

    @Test
    void another_seed_gives_another_network() throws NoSuchAlgorithmException {
        assertThat(digest(DemoNetworks.drawn(1))).isNotEqualTo(GOLDEN);
    }

    private static String digest(DemoNetworks demo) throws NoSuchAlgorithmException {
        var hash = MessageDigest.getInstance("SHA-256").digest(demo.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }

    @ParameterizedTest
    @CsvSource({"lindenfurt,GERMAN", "wiesgrund,ENGLISH"})
    void the_published_examples_are_what_is_drawn(String slug, TableLanguage language) throws IOException {
        var folder = Path.of("..", "docs", "examples", slug);
        var network = DemoNetworks.drawn().network(slug);
        if (Boolean.getBoolean("wirknetz.demo.publish")) DemoTables.write(network, language, folder);
        for (var table : DemoTables.tables(network, language).entrySet())
            assertThat(Files.readString(folder.resolve(table.getKey())))
                    .as(
                            "%s (mvn test -Dtest=DemoSameBytesTests -Dwirknetz.demo.publish=true writes it)",
                            table.getKey())
                    .isEqualTo(table.getValue());
    }

    @Test
    void the_published_contact_list_is_what_is_drawn() throws IOException {
        var file = Path.of("..", "docs", "examples", "kontaktliste-lindenfurt.csv");
        var drawn = ContactList.of(DemoNetworks.drawn().network("lindenfurt"));
        if (Boolean.getBoolean("wirknetz.demo.publish")) Files.write(file, drawn);
        assertThat(Files.readAllBytes(file)).isEqualTo(drawn);
    }
}
