package org.wirknetz.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wirknetz.platform.Refused;

/// Looks over a file of cards before its parser does, which keeps a whole card in memory and writes a warning
/// for every
/// line it does not know: 31 MB of one-letter lines in one card took more than the heap there is.
final class CardLimits {

    private static final int MOST_CARDS = 20_000;
    /// A picture of usual size still goes through.
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final int MOST_PROPERTIES = 1_000;
    private static final String BEGIN = "BEGIN:VCARD";

    private int cards;
    private int characters;
    private int properties;

    private CardLimits() {}

    /// @return how the file is written: UTF-8, or else what address books under Windows write
    /// @throws Refused when there are too many cards, or one is too large to be a card
    static Charset check(Path file) throws IOException {
        try (var text = reader(file)) {
            new CardLimits().read(text);
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            try (var text = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                new CardLimits().read(text);
            }
            return Charset.forName("windows-1252");
        }
    }

    private static Reader reader(Path file) throws IOException {
        return new InputStreamReader(
                new BufferedInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8.newDecoder());
    }

    private void read(Reader text) throws IOException {
        var start = new StringBuilder();
        var some = new char[8192];
        for (int read = text.read(some); read >= 0; read = text.read(some)) {
            for (int at = 0; at < read; at++) {
                if (some[at] == '\n' || some[at] == '\r') {
                    end(start);
                } else if (start.length() <= BEGIN.length()) {
                    start.append(some[at]);
                }
                if (++characters > MOST_CHARACTERS) throw new Refused("transfer.cards.too-big");
            }
        }
        end(start);
    }

    private void end(StringBuilder start) {
        var line = start.toString();
        start.setLength(0);
        if (line.strip().equalsIgnoreCase(BEGIN)) {
            characters = 0;
            properties = 0;
            if (++cards > MOST_CARDS) throw new Refused("transfer.cards.too-many", MOST_CARDS);
        }
        boolean folded = line.isEmpty() || line.charAt(0) == ' ' || line.charAt(0) == '\t';
        if (!folded && ++properties > MOST_PROPERTIES) throw new Refused("transfer.cards.too-big");
    }
}
