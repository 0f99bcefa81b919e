package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.equality.Definition.Said;

/// What the equality check asks (C3.1), from `equality/checks.csv`: of each object the last template in the file.
@Component
public class CheckTemplates {

    private final Map<String, Template> templates = new LinkedHashMap<>();

    /// What is checked.
    public enum Checked {
        /// How the network is steered (German: *Gestaltung*).
        STEERING,
        /// Whom it is made of.
        PARTNERS,
        /// How it works together.
        WORKING;

        /// As it stands in an address.
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /// @return null where there is no such thing to check
        public static @Nullable Checked of(String key) {
            return Arrays.stream(values())
                    .filter(it -> it.key().equals(key))
                    .findFirst()
                    .orElse(null);
        }
    }

    /// @param id stays with the wording for ever
    /// @param source where it comes from; `date` of this wording
    /// @param questions by key, in order
    public record Template(
            String id, Checked checked, Said title, Said source, LocalDate date, Map<String, Question> questions) {}

    /// @param source the requirement it stands for, in the words of the source
    /// @param step what could be done where it is not so
    public record Question(String key, String source, Said wording, Said step) {}

    CheckTemplates() {
        var lines = DataLines.of("/equality/checks.csv");
        for (var id : lines.each("template")) {
            var own = lines.where("template", id);
            var steps = new LinkedHashMap<String, Said>();
            for (var line : own.parts("step")) steps.put(line.getField("key"), DataLines.said(line));
            var questions = new LinkedHashMap<String, Question>();
            for (var line : own.parts("question")) {
                var key = line.getField("key");
                questions.put(
                        key,
                        new Question(
                                key,
                                line.getField("source"),
                                DataLines.said(line),
                                Objects.requireNonNull(steps.get(key), key)));
            }
            templates.put(
                    id,
                    new Template(
                            id,
                            Checked.valueOf(own.part("object").getField("key")),
                            DataLines.said(own.part("title")),
                            DataLines.said(own.part("source")),
                            LocalDate.parse(own.part("date").getField("key")),
                            java.util.Collections.unmodifiableMap(questions)));
        }
    }

    public Template latest(Checked checked) {
        return templates.values().stream()
                .filter(it -> it.checked() == checked)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /// One for each object.
    public List<Template> latest() {
        return Arrays.stream(Checked.values()).map(this::latest).toList();
    }

    /// @return null where the file has no such question any more
    public @Nullable Question question(String template, String key) {
        var known = templates.get(template);
        return known == null ? null : known.questions().get(key);
    }

    /// @return null where the file has it no more
    public @Nullable Template template(String id) {
        return templates.get(id);
    }
}
