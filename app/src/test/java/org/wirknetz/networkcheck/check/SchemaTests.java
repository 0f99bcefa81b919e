package org.wirknetz.networkcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirknetz.networkcheck.alarms.TableCheck;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `check.json` keeps to the schema we publish. Only the words of JSON Schema that ours uses are understood here; an
/// unknown
/// word fails, so that the schema cannot promise what nobody checks.
class SchemaTests {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_worked_example_keeps_to_the_schema() throws IOException {
        assertThat(violations(NetworkCheck.of(Checked.input(Checked.M8, Checked.DAY, null, Locale.GERMAN))))
                .isEmpty();
    }

    @Test
    void networks_with_nothing_in_them_keep_to_the_schema() throws IOException {
        var early = Checked.input(Checked.M8, LocalDate.of(2020, 1, 1), null, Locale.ENGLISH);
        assertThat(violations(NetworkCheck.of(early))).isEmpty();
        var alone = Files.writeString(folder.resolve("organisations.csv"), "key,name\nA,Jobcenter\n");
        assertThat(violations(Checked.of(alone))).isEmpty();
        Files.writeString(folder.resolve("ties.csv"), "from,to\n");
        assertThat(violations(Checked.of(folder))).isEmpty();
    }

    @Test
    void a_network_with_a_past_keeps_to_the_schema() throws IOException {
        var organisations = new StringBuilder("key,name\n");
        var ties = new StringBuilder("from,to,from_date,to_date\n");
        for (char it = 'A'; it <= 'L'; it++) {
            organisations.append(it).append(",Partner ").append(it).append('\n');
            if (it != 'A')
                ties.append("A,")
                        .append(it)
                        .append(",2025-01-0")
                        .append(1 + it % 9)
                        .append(",\n");
        }
        Files.writeString(folder.resolve("organisations.csv"), organisations);
        Files.writeString(folder.resolve("ties.csv"), ties);
        var result = TableCheck.of(Checked.input(folder, Checked.DAY, null, Locale.GERMAN));
        assertThat(result.courses()).isNotEmpty();
        assertThat(violations(result)).isEmpty();
    }

    @Test
    void one_alone_has_no_mean_over_the_others() throws IOException {
        Files.writeString(folder.resolve("organisations.csv"), "key,name\nA,Jobcenter\n");
        Files.writeString(folder.resolve("ties.csv"), "from,to\n");
        var alone = Checked.of(folder).organisations().getFirst();
        assertThat(alone.harmonic()).isNull();
        assertThat(alone.closeness()).isZero();
    }

    @Test
    void a_result_that_breaks_the_schema_is_seen() throws IOException {
        var tree = JSON.readTree(JsonReport.of(Checked.of(Checked.M8), new CheckWords(Locale.GERMAN))
                .replace("\"C2.1\"", "\"2.1\"")
                .replace("\"oneSidedTies\"", "\"other\""));
        assertThat(violations(tree)).hasSize(2);
    }

    private static List<String> violations(CheckResult result) throws IOException {
        return violations(JSON.readTree(JsonReport.of(result, new CheckWords(Locale.GERMAN))));
    }

    private static List<String> violations(JsonNode tree) throws IOException {
        var schema = JSON.readTree(Files.readString(Path.of("../docs/check.schema.json")));
        var violations = new ArrayList<String>();
        check(tree, schema, "$", violations);
        return violations;
    }

    private static void check(JsonNode value, JsonNode schema, String at, List<String> violations) {
        for (var word : schema.propertyNames()) {
            var rule = schema.get(word);
            boolean kept = switch (word) {
                case "$schema", "$id", "title", "description", "format" -> true;
                case "type" ->
                    rule.isString()
                            ? is(value, rule.asString())
                            : rule.valueStream().anyMatch(it -> is(value, it.asString()));
                case "const" -> value.equals(rule);
                case "enum" -> rule.valueStream().anyMatch(value::equals);
                case "pattern" -> !value.isString() || value.asString().matches(rule.asString());
                case "minimum" -> !value.isNumber() || value.asDouble() >= rule.asDouble();
                case "maximum" -> !value.isNumber() || value.asDouble() <= rule.asDouble();
                case "minItems" -> !value.isArray() || value.size() >= rule.asInt();
                case "maxItems" -> !value.isArray() || value.size() <= rule.asInt();
                case "required" -> !value.isObject() || rule.valueStream().allMatch(it -> value.has(it.asString()));
                case "oneOf" -> rule.valueStream().filter(it -> fits(value, it)).count() == 1;
                case "properties" -> {
                    rule.propertyNames().forEach(it -> {
                        if (value.has(it)) check(value.get(it), rule.get(it), at + "." + it, violations);
                    });
                    yield true;
                }
                case "items" -> {
                    for (int i = 0; value.isArray() && i < value.size(); i++)
                        check(value.get(i), rule, at + "[" + i + "]", violations);
                    yield true;
                }
                default -> throw new AssertionError("Nobody checks " + word);
            };
            if (!kept) violations.add(at + " breaks " + word + ": " + value);
        }
    }

    private static boolean fits(JsonNode value, JsonNode schema) {
        var violations = new ArrayList<String>();
        check(value, schema, "", violations);
        return violations.isEmpty();
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new AssertionError(type);
        };
    }
}
