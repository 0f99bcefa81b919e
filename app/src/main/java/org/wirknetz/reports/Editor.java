package org.wirknetz.reports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirknetz.equality.Definitions;
import org.wirknetz.networkcheck.HalfYear;
import org.wirknetz.platform.Words;
import org.wirknetz.reports.Edition.Chapter;
import org.wirknetz.reports.Edition.Figure;

/// Writes an edition from the material of a half-year and the office's own words.
@Component
class Editor {

    private final Words words;
    private final Definitions definitions;

    Editor(Words words, Definitions definitions) {
        this.words = words;
        this.definitions = definitions;
    }

    Edition edition(Material material, Locale locale, String network, Map<Place, String> passages) {
        var speech = new Speech(words, locale, material.day());
        var period = material.period();
        return new Edition(
                Edition.SCHEMA,
                locale.getLanguage(),
                network,
                period.key(),
                title(period, locale),
                period.from(),
                period.to().minusDays(1),
                material.day(),
                material.organisations(),
                passages.getOrDefault(Place.INTRODUCTION, ""),
                passages.getOrDefault(Place.BOARD, ""),
                List.of(
                        chapter(
                                Place.STANDARDS,
                                speech,
                                passages,
                                new Standards(material, speech, definitions).figures()),
                        chapter(Place.SHAPING, speech, passages, new Shaping(material, speech).figures()),
                        chapter(Place.SUSTAINING, speech, passages, new Sustaining(material, speech).figures()),
                        chapter(Place.WORK, speech, passages, new Achieved(material, speech).figures()),
                        chapter(Place.REASONS, speech, passages, new Reasons(material, speech).figures())),
                List.of(
                        speech.say("reports.note.protection", Count.LEAST, Count.FEWEST),
                        speech.say("reports.note.confidential"),
                        speech.say("reports.note.no-score")));
    }

    String title(HalfYear period, Locale locale) {
        return words.say(
                locale,
                "reports.half-year." + period.number(),
                String.valueOf(period.from().getYear()));
    }

    private static Chapter chapter(Place place, Speech speech, Map<Place, String> passages, List<Figure> figures) {
        return new Chapter(
                place.key(),
                speech.say("reports.chapter." + place.key()),
                speech.say("reports.chapter." + place.key() + (figures.isEmpty() ? ".nothing" : ".lead")),
                passages.getOrDefault(place, ""),
                figures);
    }
}
