package org.wirknetz.agreements;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.wirknetz.platform.Words;

/// The whole text that is signed, and its fingerprint (SHA-256 over UTF-8). In German, whoever reads it: a translation
/// would be another text.
public record SealedText(String text, String sha256) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.GERMAN);

    public static SealedText of(Words words, Terms terms, List<String> parties, List<String> obligations) {
        return of(words, terms, parties, obligations, List.of());
    }

    /// @param annexes names of the files that belong to it, with their fingerprints
    public static SealedText of(
            Words words, Terms terms, List<String> parties, List<String> obligations, List<String> annexes) {
        var text = new ArrayList<String>();
        text.add(terms.title());
        text.add(say(words, "between") + "\n" + lines(parties));
        var form = terms.form();
        if (form != null) text.add(say(words, "form") + " " + say(words, "form." + form));
        text.add(say(words, "binding") + " " + words.say(Locale.GERMAN, "agreements.binding." + terms.binding()));
        if (!terms.purpose().isEmpty()) text.add(say(words, "purpose") + "\n" + terms.purpose());
        text.add(term(words, terms));
        if (!terms.body().isEmpty()) text.add(terms.body());
        if (!obligations.isEmpty()) text.add(say(words, "obligations") + "\n" + lines(obligations));
        if (!annexes.isEmpty()) text.add(say(words, "annexes") + "\n" + lines(annexes));
        var whole = String.join("\n\n", text) + "\n";
        return new SealedText(whole, fingerprint(whole.getBytes(StandardCharsets.UTF_8)));
    }

    private static String term(Words words, Terms terms) {
        var from = terms.from();
        var to = terms.to();
        var sentence = from == null ? say(words, "from.signature") : say(words, "from", day(from));
        sentence += " " + (to == null ? say(words, "open-end") : say(words, "until", day(to.minusDays(1))));
        if (terms.noticeMonths() > 0) sentence += " " + say(words, "notice", terms.noticeMonths());
        return sentence;
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String lines(List<String> items) {
        return String.join("\n", items.stream().map(it -> "– " + it).toList());
    }

    private static String say(Words words, String key, Object... values) {
        return words.say(Locale.GERMAN, "agreements.text." + key, values);
    }

    public static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
