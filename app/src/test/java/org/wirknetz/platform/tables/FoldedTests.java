package org.wirknetz.platform.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Straße|STRASSE",
                "Schlüssel|schluessel",
                "Metallbau Yıldız|metallbau  yildiz",
                "Müller-Lüdenscheid|mueller luedenscheid",
                "IHK (Lindenfurt)|ihk lindenfurt",
                "Café|cafe",
                "neue Quelle|Neue  Quelle.",
                "\u00a0Träger\u00a01|traeger 1"
            })
    void spellings_of_one_word_fold_together(String one, String other) {
        assertThat(Folded.words(one)).isEqualTo(Folded.words(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"\" a  b \"|a b", "\"a\u00a0b\"|a b", "\"a\tb\u200b\"|a b", "\"a b\"|a b"})
    void cells_are_tidied(String written, String kept) {
        assertThat(Folded.tidy(written)).isEqualTo(kept);
    }
}
