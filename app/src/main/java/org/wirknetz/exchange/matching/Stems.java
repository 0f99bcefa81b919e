package org.wirknetz.exchange.matching;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// German words as they are looked up: without endings, without gender forms, without what says nothing.
final class Stems {

    private static final int KEPT = 200_000;
    /// Teilnehmer:innen, Prüfer*in, Berater/-innen are one word each.
    private static final Pattern GENDERED = Pattern.compile("(?<=\\p{L})[*:_/]-?in(?:nen)?(?!\\p{L})");

    private static final Pattern FEMALE = Pattern.compile("(.*(?:er|or|ist|ent|ant|eur|log|tär|ling))in(?:nen)?");
    /// They stand in every request and say nothing about what is wanted.
    private static final CharArraySet IDLE = new CharArraySet(
            List.of(
                    "wer",
                    "hat",
                    "haben",
                    "sucht",
                    "suchen",
                    "suche",
                    "gesucht",
                    "bietet",
                    "bieten",
                    "biete",
                    "braucht",
                    "brauchen",
                    "benötigt",
                    "benötigen",
                    "dringend",
                    "möglichst",
                    "gern",
                    "gerne",
                    "ab",
                    "bis",
                    "circa",
                    "ca",
                    "pro",
                    "sowie",
                    "zwei",
                    "drei",
                    "vier",
                    "fünf",
                    "mal",
                    "neu",
                    "neue",
                    "neuen",
                    "neuer",
                    "gut",
                    "gute",
                    "guter",
                    "unser",
                    "unsere",
                    "unserer",
                    "unseren",
                    "kann",
                    "können",
                    "könnte",
                    "spricht",
                    "sprechen",
                    "gibt",
                    "geben",
                    "steht",
                    "stehen",
                    "frei",
                    "freie",
                    "freien",
                    "stellt",
                    "stellen",
                    "hilfe",
                    "unterstützung",
                    "angebot",
                    "bedarf",
                    "verfügung",
                    "jemand",
                    "jemanden",
                    "wegen",
                    "dazu",
                    "beim",
                    "samt",
                    "ein",
                    "sechs",
                    "sieben",
                    "acht",
                    "neun",
                    "zehn",
                    "elf",
                    "zwölf",
                    "zwanzig",
                    "personen",
                    "leute",
                    "januar",
                    "februar",
                    "märz",
                    "april",
                    "mai",
                    "juni",
                    "juli",
                    "august",
                    "september",
                    "oktober",
                    "november",
                    "dezember",
                    "who",
                    "has",
                    "have",
                    "with",
                    "the",
                    "and",
                    "for",
                    "of",
                    "an",
                    "to",
                    "in",
                    "is",
                    "can",
                    "that",
                    "which",
                    "speaks",
                    "speak",
                    "speaking",
                    "need",
                    "needs",
                    "offers",
                    "looking",
                    "somebody",
                    "someone"),
            true);
    /// How many and when are fields of their own: as words they only make strangers look alike.
    private static final Pattern NUMBER = Pattern.compile("[0-9.,:]+");

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /// The words of a text in lower case, in their order, without those that say nothing.
    List<String> words(String text) {
        var plain = GENDERED.matcher(text).replaceAll("");
        var words = new ArrayList<String>();
        try (var tokens = new StandardTokenizer()) {
            tokens.setReader(new StringReader(plain));
            var lower = new LowerCaseFilter(tokens);
            var word = lower.addAttribute(CharTermAttribute.class);
            lower.reset();
            while (lower.incrementToken()) {
                if (GermanAnalyzer.getDefaultStopSet().contains(word) || IDLE.contains(word)) continue;
                if (NUMBER.matcher(word).matches()) continue;
                if (word.length() > 1 && word.length() <= 60) words.add(word.toString());
            }
            lower.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    String stem(String word) {
        if (known.size() > KEPT) known.clear();
        return known.computeIfAbsent(word, Stems::stemmed);
    }

    private static String stemmed(String word) {
        var female = FEMALE.matcher(word);
        var plain = female.matches()
                ? female.group(1)
                : word.endsWith("innen") && word.length() > 7 ? word.substring(0, word.length() - 5) : word;
        try (var whole = new KeywordTokenizer()) {
            whole.setReader(new StringReader(plain));
            TokenStream stemming = new GermanLightStemFilter(new GermanNormalizationFilter(whole));
            var stem = stemming.addAttribute(CharTermAttribute.class);
            stemming.reset();
            return stemming.incrementToken() ? stem.toString() : plain;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
