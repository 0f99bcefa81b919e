package org.wirknetz.agreements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Texts to begin with (German: *Vorlagen*), each a file that names its version, its source and its date. They are
/// data:
/// a lawyer can correct one without reading code.
@Component
public class Templates {

    private static final List<String> FILES =
            List.of("letter-of-intent", "cooperation-agreement", "commitment", "joint-controllers");

    private final List<Template> all = FILES.stream().map(Templates::read).toList();

    /// @param binding the step of the ladder it is meant for
    public record Template(
            String key, String title, int binding, int version, String date, String source, String body) {}

    public List<Template> all() {
        return all;
    }

    public Optional<Template> named(String key) {
        return all.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    private static Template read(String key) {
        var lines = text("/agreements/templates/" + key + ".txt").lines().toList();
        Map<String, String> head = new TreeMap<>();
        for (var line : lines) {
            if (!line.startsWith("# ")) break;
            int colon = line.indexOf(": ");
            head.put(line.substring(2, colon), line.substring(colon + 2));
        }
        return new Template(
                key,
                value(head, "title"),
                Integer.parseInt(value(head, "binding")),
                Integer.parseInt(value(head, "version")),
                value(head, "date"),
                value(head, "source"),
                lines.stream()
                        .skip(head.size())
                        .collect(Collectors.joining("\n"))
                        .strip());
    }

    private static String value(Map<String, String> head, String name) {
        return Objects.requireNonNull(head.get(name), name);
    }

    private static String text(String path) {
        try (var in = Objects.requireNonNull(Templates.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
