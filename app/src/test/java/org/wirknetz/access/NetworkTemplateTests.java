package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NetworkTemplateTests {

    private final NetworkTemplates templates = new NetworkTemplates();

    @Test
    void the_extended_default_needs_fourteen_roles_weighing_thirty_four() {
        var target = templates.byKey("nachqualifizierung").orElseThrow().target();
        assertThat(target.roles()).hasSize(14);
        assertThat(target.roles().stream()
                        .mapToInt(NetworkTemplate.TargetRole::weight)
                        .sum())
                .isEqualTo(34);
    }

    @Test
    void the_list_of_2009_has_its_nine_partners_and_no_employer() {
        var template = templates.byKey("thueringen-2009").orElseThrow();
        assertThat(template.target().roles()).hasSize(9);
        assertThat(template.groups())
                .extracting(NetworkTemplate.ActorGroup::key)
                .doesNotContain("EMPLOYER");
    }

    @Test
    void a_network_of_another_field_need_not_speak_of_qualification() {
        var neutral = templates.byKey("neutral").orElseThrow();
        assertThat(neutral.groups())
                .extracting(NetworkTemplate.ActorGroup::key)
                .contains("COORDINATION", "TARGET_GROUP")
                .doesNotContain("JOBCENTER", "TRAINING_PROVIDER");
        assertThat(neutral.name().in(Locale.ENGLISH)).startsWith("Any field");
    }

    @Test
    void every_template_names_its_source_and_date_and_its_groups_in_both_languages() {
        assertThat(templates.all()).hasSize(3).allSatisfy(template -> {
            assertThat(template.source()).isNotBlank();
            assertThat(template.date()).isAfter(LocalDate.of(2000, 1, 1));
            assertThat(template.groups()).allSatisfy(group -> {
                assertThat(group.key()).matches("[A-Z][A-Z0-9_]{0,62}");
                assertThat(group.de()).hasSizeBetween(1, 120);
                assertThat(group.en()).hasSizeBetween(1, 120);
            });
        });
    }

    @Test
    void a_target_cannot_want_a_group_that_the_template_lacks() {
        var text = new NetworkTemplate.Text("a", "a");
        assertThatThrownBy(() -> new NetworkTemplate(
                        "broken",
                        1,
                        LocalDate.of(2026, 1, 1),
                        text,
                        text,
                        "none",
                        List.of(),
                        new NetworkTemplate.Target(
                                "a", "a", List.of(new NetworkTemplate.TargetRole("EMPLOYER", 1, 1)))))
                .hasMessageContaining("EMPLOYER");
    }
}
