package org.wirknetz.transfer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.SpokenName;

/// The words offices use for the actor groups of the templates ("Unternehmen" for "Betrieb"), from
/// `tables/groups.properties`.
final class GroupWords {
    private static final String CHAMBER_IHK = "CHAMBER_IHK";
    private static final String CHAMBER_HWK = "CHAMBER_HWK";
    private static final List<String> CHAMBERS = List.of("kammer", "kammern");

    private final Map<String, String> keys = new HashMap<>();

    GroupWords() {
        read().forEach((key, words) -> {
            for (var word : words.toString().split(",")) keys.put(Folded.words(word), key.toString());
        });
    }

    /// The key of the group that the word means for this organisation; which chamber "Kammer" is, only its name tells.
    Optional<String> key(String word, String organisation) {
        var folded = Folded.words(word);
        return CHAMBERS.contains(folded) ? chamber(organisation) : Optional.ofNullable(keys.get(folded));
    }

    private static Optional<String> chamber(String organisation) {
        var said = SpokenName.of(organisation);
        if (said.contains("handwerkskammer")) return Optional.of(CHAMBER_HWK);
        return said.contains("handelskammer") ? Optional.of(CHAMBER_IHK) : Optional.empty();
    }

    private static Properties read() {
        var words = new Properties();
        try (var in = Objects.requireNonNull(GroupWords.class.getResourceAsStream("/tables/groups.properties"));
                var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
