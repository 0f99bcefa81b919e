package org.wirknetz.networkcheck.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wirknetz.networkcheck.Member;
import tools.jackson.databind.json.JsonMapper;

class LandscapeTests {

    @Test
    void a_town_and_its_district_of_the_same_name_each_have_their_own_members() {
        var shape = JsonMapper.builder()
                .build()
                .readTree("{\"type\":\"Polygon\",\"coordinates\":[[[10,50],[11,50],[11,51],[10,50]]]}");
        var district = new Landscape.Area(UUID.randomUUID(), "Lindenfurt", "DISTRICT", shape);
        var town = new Landscape.Area(UUID.randomUUID(), "Lindenfurt", "MUNICIPALITY", shape);
        var drawn = Landscape.of(
                List.of(district, town),
                Map.of(
                        district.id(), List.of(member("Jobcenter")),
                        town.id(), List.of(member("Caritasverband"), member("Volkshochschule"))),
                Map.of(),
                "/w/lindenfurt");
        assertThat(drawn.labels()).extracting(Landscape.Label::count).containsExactly(1, 2);
        assertThat(drawn.marks())
                .extracting(Landscape.Mark::label)
                .containsExactly("Jobcenter", "Caritasverband", "Volkshochschule");
    }

    private static Member member(String name) {
        return new Member(UUID.randomUUID(), name, name, name, "", List.of(), "Lindenfurt", false, List.of());
    }
}
