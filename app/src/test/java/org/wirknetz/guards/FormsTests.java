package org.wirknetz.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every form that changes something carries its hidden fields: the token against forgery and the mark that lets it
/// take effect once. Every page is looked at for the same in the browser (`EveryPageTests`).
///
/// Seen failing with a form of the partners of a product that had lost them.
class FormsTests {

    private static final Pattern FORM =
            Pattern.compile("<form\\b(?=[^>]*method=\"post\")(.*?)</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    @Test
    void every_form_that_is_posted_carries_both_hidden_fields() throws IOException {
        var without = new ArrayList<String>();
        int forms = 0;
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".jte")).toList()) {
                var found = FORM.matcher(Files.readString(file).replaceAll("(?s)<%--.*?--%>", ""))
                        .results()
                        .toList();
                for (var form : found) {
                    forms++;
                    if (!form.group().contains("@template.org.wirknetz.platform.web.csrf(frame)")) {
                        without.add(file.getFileName() + ": "
                                + form.group().lines().findFirst().orElse(""));
                    }
                }
            }
        }
        assertThat(forms).isGreaterThan(50);
        assertThat(without).isEmpty();
    }
}
