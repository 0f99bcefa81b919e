package org.wirknetz.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wirknetz.platform.Migrations;

/// SQL may join its own tables, those of the platform, and other modules' `_card` views; nothing else.
/// Seen failing with `directory.person` in a query of `networkcheck`, and with `directory.organisation` behind a comma.
class SqlBoundaryTests {

    private static final Pattern TABLE = Pattern.compile("(?:\\b(?:from|join|into|update|table|using)|,)\\s+("
            + String.join("|", Migrations.MODULES) + ")\\.([a-z_]+)\\b(?!\\s*\\()");

    /// The command line and the mover of whole networks carry what all rooms hold; the demo fills them.
    private static final Set<String> COMPOSING = Set.of("transfer", "demo", "console", "api");

    @Test
    void sql_keeps_to_its_own_tables_and_to_cards() throws IOException {
        var strangers = new ArrayList<String>();
        for (var source : sources()) {
            var module = module(source);
            if (COMPOSING.contains(module)) continue;
            var matcher = TABLE.matcher(Files.readString(source));
            while (matcher.find()) {
                var schema = matcher.group(1);
                var table = matcher.group(2);
                if (schema.equals(module) || schema.equals("platform") || table.endsWith("_card")) continue;
                strangers.add(source.getFileName() + ": " + schema + "." + table);
            }
        }
        assertThat(strangers).isEmpty();
    }

    private static String module(Path source) {
        return source.subpath(5, 6).toString();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/org/wirknetz"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.getNameCount() > 6)
                    .toList();
        }
    }
}
