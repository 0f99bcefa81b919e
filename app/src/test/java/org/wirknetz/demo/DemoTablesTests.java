package org.wirknetz.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirknetz.platform.tables.FindingSentences;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.NetworkTablesReader;
import org.wirknetz.platform.tables.OrganisationRow;
import org.wirknetz.platform.tables.TieRow;

class DemoTablesTests {
    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"lindenfurt,ENGLISH", "lindenfurt,GERMAN", "wiesgrund,ENGLISH", "wiesgrund,GERMAN"})
    void the_tables_are_read_in_both_languages_without_a_remark(String slug, TableLanguage language)
            throws IOException {
        var network = DemoNetworks.drawn().network(slug);
        DemoTables.write(network, language, folder);

        var findings = new Findings();
        var tables = NetworkTablesReader.readFiles(List.of(folder), findings);

        var sentences = new FindingSentences(Locale.GERMAN);
        assertThat(findings.all().stream().map(sentences::line)).isEmpty();
        var members = network.memberships().stream()
                .filter(it -> it.status() == DemoNetwork.Status.ACTIVE)
                .map(DemoNetwork.Membership::organisation)
                .toList();
        assertThat(tables.organisations().stream().map(OrganisationRow::key)).hasSameElementsAs(members);
        assertThat(tables.organisations())
                .filteredOn(OrganisationRow::coordinator)
                .singleElement()
                .matches(it -> it.key().equals(network.coordinator()));
        var ties = network.ties().stream()
                .filter(it -> members.contains(it.from()) && members.contains(it.to()))
                .toList();
        assertThat(tables.ties()).hasSameSizeAs(ties);
        assertThat(tables.ties().stream().filter(TieRow::mutual))
                .hasSameSizeAs(ties.stream().filter(DemoNetwork.Tie::mutual).toList());
        assertThat(tables.ties().getFirst().period().from())
                .isEqualTo(ties.getFirst().term().from());
        assertThat(tables.contributions()).isNotEmpty();
        assertThat(tables.activities()).hasSameSizeAs(network.activities());
        assertThat(tables.funding()).hasSameSizeAs(network.funding());
        assertThat(tables.targets()).isNotEmpty();
        assertThat(tables.people()).isNotEmpty();
        assertThat(tables.mandates())
                .hasSizeGreaterThanOrEqualTo(tables.people().size());
    }

    @Test
    void the_contact_list_of_the_office_is_understood_and_holds_three_organisations_twice() throws IOException {
        var network = DemoNetworks.drawn().network("lindenfurt");
        var file = Files.write(folder.resolve("kontaktliste.csv"), ContactList.of(network));

        var findings = new Findings();
        var tables = NetworkTablesReader.readFiles(List.of(file), findings);

        var sentences = new FindingSentences(Locale.GERMAN);
        assertThat(findings.all().stream().map(sentences::line))
                .hasSize(3)
                .allMatch(line -> line.contains("könnten dieselbe Organisation sein"));
        assertThat(tables.organisations()).hasSize(42 + 3);
        assertThat(tables.people()).hasSize(120);
        assertThat(tables.mandates()).hasSize(128);
    }
}
