package org.wirknetz.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What one network is drawn from: its folder of data files, its frame of counts and the common stream of chance.
record Setting(String slug, Map<String, String> frame, Draw draw) {
    static Setting of(String slug, Draw draw) {
        return new Setting(slug, DataFile.pairs(slug + "/frame.csv", "name", "value"), draw);
    }

    List<Row> rows(String file) {
        return DataFile.rows(slug + "/" + file);
    }

    String frameText(String name) {
        var value = frame.get(name);
        if (value == null) throw new IllegalStateException(slug + "/frame.csv has no line " + name);
        return value;
    }

    int whole(String name) {
        return Integer.parseInt(frameText(name));
    }

    double number(String name) {
        return Double.parseDouble(frameText(name));
    }

    LocalDate start() {
        return LocalDate.parse(frameText("start"));
    }

    LocalDate until() {
        return LocalDate.parse(frameText("data_until"));
    }

    /// The values of a story line, or nothing where this network does not tell it.
    List<String> story(String story, String name) {
        return rows("stories.csv").stream()
                .filter(row ->
                        row.text("story").equals(story) && row.text("name").equals(name))
                .flatMap(row -> row.list("value").stream())
                .toList();
    }

    /// The same name gives the same id on every machine and at every start, so that loading twice adds nothing.
    UUID id(String kind, String key) {
        return id(slug, kind, key);
    }

    static UUID id(String slug, String kind, String key) {
        return UUID.nameUUIDFromBytes((slug + "/" + kind + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    String phone(int number) {
        if (number < 0 || number > 999) throw new IllegalArgumentException("outside the block for fiction: " + number);
        return "030 23125-%03d".formatted(number);
    }
}
