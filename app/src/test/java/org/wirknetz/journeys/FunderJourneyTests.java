package org.wirknetz.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.wirknetz.demo.DemoNetworks;

/// Stefan Thalheim pays for the network: he reads how it stands and meets no person.
@Journey
class FunderJourneyTests {

    private static final String STEFAN = "stefan.thalheim@ministerium-arbeit.example";

    @LocalServerPort
    int port;

    @Test
    void a_funder_reads_the_check_and_meets_no_person() {
        var people = DemoNetworks.drawn().network("lindenfurt").people();
        assertThat(people).hasSizeGreaterThan(40);
        try (var stefan = Guest.at(port).speaking("de").signedIn(STEFAN, Guest.PASSWORD)) {
            stefan.opens("/w/lindenfurt/check");
            var seen = stefan.page().content().replace("Stefan Thalheim", "").replace(STEFAN, "");
            assertThat(seen).doesNotContain("@koordinierungsstelle.example");
            for (var person : people) {
                assertThat(seen).doesNotContain(person.givenName() + " " + person.familyName());
            }
            assertThat(stefan.page().navigate("/w/lindenfurt/people").status()).isEqualTo(403);
            stefan.forgives("403");
        }
    }
}
