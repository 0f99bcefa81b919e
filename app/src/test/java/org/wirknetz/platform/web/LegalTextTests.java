package org.wirknetz.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegalTextTests {

    @TempDir
    private Path data;

    @Test
    void an_empty_line_parts_paragraphs_and_a_hash_makes_a_heading() {
        assertThat(LegalText.of("# Anbieter\nStadt Lindenfurt\nMarkt 1\n\n\nVertreten durch Karin Stolz.\n")
                        .blocks())
                .containsExactly(
                        new LegalText.Block(true, "Anbieter"),
                        new LegalText.Block(false, "Stadt Lindenfurt\nMarkt 1"),
                        new LegalText.Block(false, "Vertreten durch Karin Stolz."));
    }

    @Test
    void where_english_is_missing_the_german_text_stands_in() throws IOException {
        Files.createDirectory(data.resolve("legal"));
        Files.writeString(data.resolve("legal/imprint_de.txt"), "Stadt Lindenfurt");

        assertThat(LegalText.read(data, "imprint", "en").blocks()).hasSize(1);
        assertThat(LegalText.read(data, "privacy", "en").blocks()).isEmpty();
    }
}
