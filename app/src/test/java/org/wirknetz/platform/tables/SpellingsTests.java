package org.wirknetz.platform.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pairs as they stand in lists of offices, each judged by a person.
class SpellingsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IHK Lindenfurt                           | Industrie- und Handelskammer Lindenfurt
            HWK Falenau                              | Handwerkskammer Falenau
            VHS Lindenfurt                           | Volkshochschule Lindenfurt e.V.
            Volkshochschule Kupferland               | Volkshochschulle Kupferland
            Verein Neustart e.V.                     | Neustart
            Frauen & Beruf e.V.                      | Frauen und Beruf
            Jobcenter Kupferland (zkT)               | Jobcenter Kupferland
            Lindenfurter Tafel                       | Tafel Lindenfurt e. V.
            Kreis-Volkshochschule Wiesgrund          | Kreisvolkshochschule Wiesgrund
            Neue Wege Weiterbildung GmbH             | Neue Wege
            ÜBZ Handwerk                             | Überbetriebliches Bildungszentrum Handwerk
            Metallbau Yıldız GmbH                    | Metallbau Yildiz
            Flüchtlingshilfe Kupferland              | Fluechtlingshilfe Kupferland
            Agentur für Arbeit Lindenfurt            | Arbeitsagentur Lindenfurt
            Stadt Lindenfurt – Amt für Arbeit        | Stadt Lindenfurt
            """)
    void spellings_of_one_name(String one, String other) {
        assertThat(Spellings.ofOne(one, other)).isTrue();
        assertThat(Spellings.ofOne(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hochschule Lindenfurt                    | Volkshochschule Lindenfurt
            Fachhochschule Lindenfurt                | Hochschule Lindenfurt
            Hochschule Falenau                       | Fachschule Falenau
            Berufsschule Wiesgrund                   | Berufsfachschule Wiesgrund
            Jobcenter Wiesgrund                      | Jobcenter Kupferland
            Berufsschule I (Technik)                 | Berufsschule II (Handel)
            Berufsschule Lindenfurt                  | Berufsschule 2 Lindenfurt
            Kreishandwerkerschaft Wiesgrund          | Handwerkskammer Wiesgrund
            Arbeitgeberverband Falenau               | Arbeitnehmerverband Falenau
            Caritasverband Kupferland                | Caritasverband Kupferau
            Stadtverwaltung Lindenfurt               | Kreisverwaltung Lindenfurt
            Jugendamt Lindenfurt                     | Jugendring Lindenfurt
            Gewerkschaftsbund Falenau                | Gastgeberbund Falenau
            Metallbau Yıldız GmbH                    | Metallwerk Hohl KG
            Grundschule Nord                         | Grundschule West
            """)
    void names_of_two(String one, String other) {
        assertThat(Spellings.ofOne(one, other)).isFalse();
        assertThat(Spellings.ofOne(other, one)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Jonas Weber          | Weber Jonas         | true
            Aylin Demir          | A. Demir            | true
            Ayşe Yılmaz          | Ayse Yilmaz         | true
            Katrin Schmidt       | Katrin Schmitt      | true
            Katrin Dornbusch     | Kai Dornbusch       | false
            Olga Gerlach         | Renate Gerlach      | false
            Emre Celik           | Mehmet Celik        | false
            """)
    void people_who_may_be_one(String one, String other, boolean mayBe) {
        assertThat(Spellings.ofOnePerson(one, other)).isEqualTo(mayBe);
        assertThat(Spellings.ofOnePerson(other, one)).isEqualTo(mayBe);
    }
}
