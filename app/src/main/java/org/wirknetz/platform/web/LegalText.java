package org.wirknetz.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What the operator of this installation has to say by law: plain text in `legal/<name>_<language>.txt` of the data
/// folder, paragraphs parted by an empty line, a paragraph that begins with `# ` being a heading.
///
/// @param blocks empty where the operator has provided nothing
public record LegalText(List<Block> blocks) {

    private static final long LONGEST = 256 * 1024;

    /// @param heading whether it names the paragraphs after it
    public record Block(boolean heading, String text) {}

    /// @param name one of the pages there are, never what somebody typed
    static LegalText read(Path data, String name, String language) throws IOException {
        for (var wanted : List.of(language, "de", "en")) {
            var file = data.resolve("legal").resolve(name + "_" + wanted + ".txt");
            if (Files.isRegularFile(file) && Files.size(file) <= LONGEST) {
                return of(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return new LegalText(List.of());
    }

    static LegalText of(String written) {
        return new LegalText(Arrays.stream(written.split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(LegalText::block)
                .toList());
    }

    private static Stream<Block> block(String text) {
        if (!text.startsWith("# ")) return Stream.of(new Block(false, text));
        var lines = text.split("\\R", 2);
        var heading = new Block(true, lines[0].substring(2).strip());
        return lines.length == 1 ? Stream.of(heading) : Stream.of(heading, new Block(false, lines[1].strip()));
    }
}
