package org.wirknetz.transfer;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wirknetz.platform.tables.SpokenName;

/// How alike two names of organisations are: by shared trigrams, and by abbreviations people use in this field.
final class Likeness {

    static final double ALIKE = 0.62;

    private Likeness() {}

    /// The name as it is compared.
    static String spoken(String name) {
        return String.join(" ", SpokenName.of(name));
    }

    /// 0 to 1: shared trigrams of the spoken names (Jaccard), 1 where they are equal.
    static double of(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) return 0;
        var smaller = one.size() <= other.size() ? one : other;
        var larger = smaller == one ? other : one;
        long shared = smaller.stream().filter(larger::contains).count();
        return shared / (double) (one.size() + other.size() - shared);
    }

    static Set<String> trigrams(String spoken) {
        var grams = new HashSet<String>();
        for (var word : spoken.split(" ")) {
            var padded = "  " + word + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) grams.add(padded.substring(i, i + 3));
        }
        return grams;
    }

    /// Addresses at these hosts are shared by strangers and prove nothing.
    private static final List<String> FREE_MAIL = List.of(
            "gmx.",
            "web.de",
            "gmail.",
            "googlemail.",
            "t-online.",
            "outlook.",
            "hotmail.",
            "yahoo.",
            "freenet.",
            "posteo.",
            "mailbox.org",
            "icloud.");

    /// The part behind the @ where it tells the organisation; empty otherwise.
    static String tellingDomain(String mail) {
        var at = mail.lastIndexOf('@');
        if (at < 0) return "";
        var domain = mail.substring(at + 1).toLowerCase(Locale.ROOT);
        return FREE_MAIL.stream().anyMatch(domain::startsWith) ? "" : domain;
    }
}
