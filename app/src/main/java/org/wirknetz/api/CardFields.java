package org.wirknetz.api;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Json;
import org.wirknetz.directory.OrganisationField;
import org.wirknetz.directory.Visibility;

/// What calls for cards of organisations and of people have in common: fields as the cards know them.
final class CardFields {

    private static final List<String> OF_PEOPLE = List.of("name", "email", "phone", "mobile", "languages");

    private CardFields() {}

    /// The fields of which one may say who sees them, as on the form.
    static List<String> shown(String resource) {
        if (resource.equals("people")) return OF_PEOPLE;
        return Stream.concat(
                        Stream.of("name"),
                        Arrays.stream(OrganisationField.values()).map(OrganisationField::column))
                .toList();
    }

    /// The fields of a card with what was sent in their place.
    static <F extends Enum<F>> Map<F, String> joined(
            Class<F> kind, Map<F, String> known, Map<String, @Nullable Object> sent, Function<F, String> column) {
        var fields = new EnumMap<F, String>(kind);
        fields.putAll(known);
        for (var field : kind.getEnumConstants()) {
            var name = camel(column.apply(field));
            if (!sent.containsKey(name)) continue;
            if (sent.get(name) instanceof String text) fields.put(field, text);
            else fields.remove(field);
        }
        return fields;
    }

    static Map<String, Visibility> visibility(Map<String, Visibility> known, Map<String, @Nullable Object> sent) {
        var shown = new HashMap<>(known);
        if (sent.get("visibility") instanceof String json)
            Json.strings(json).forEach((field, word) -> shown.put(field, Visibility.of(word)));
        return shown;
    }

    /// Partners write these fields and no others.
    static void allow(Visitor visitor, Map<String, @Nullable Object> sent, Set<String> partners) {
        if (visitor.isOffice()) return;
        sent.keySet().stream()
                .filter(name -> !partners.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new Invalid(403, name, "api.office-only");
                });
    }

    private static String camel(String column) {
        int bar = column.indexOf('_');
        return bar < 0
                ? column
                : column.substring(0, bar) + Character.toUpperCase(column.charAt(bar + 1)) + column.substring(bar + 2);
    }
}
