package org.wirknetz.api;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.directory.Json;
import org.wirknetz.directory.OrganisationField;
import org.wirknetz.directory.PersonField;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON bodies field by field: nothing unknown is passed over in silence, nothing is taken that was not
/// declared.
final class Bodies {

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(200_000)
                            .build())
                    .build())
            .build();

    private static final int MOST = 1 << 20;

    private Bodies() {}

    static JsonNode read(InputStream in) throws IOException {
        var bytes = in.readNBytes(MOST + 1);
        if (bytes.length > MOST) throw new Invalid(413, "", "api.too-big");
        try {
            var body = MAPPER.readTree(bytes);
            if (body == null || !body.isObject()) throw new Invalid(400, "", "api.not-an-object");
            return body;
        } catch (JacksonException broken) {
            throw new Invalid(400, "", "api.not-json");
        }
    }

    /// @param whole whether required fields must be there (a new record) or only what changes is sent
    static Map<Field, @Nullable Object> values(Resource resource, JsonNode body, boolean whole) {
        var values = new LinkedHashMap<Field, @Nullable Object>();
        for (var name : body.propertyNames()) {
            if (name.equals("id")) throw new Invalid(422, name, "api.read-only");
            var field = resource.field(name).orElseThrow(() -> new Invalid(422, name, "api.unknown-field"));
            if (!field.writable()) throw new Invalid(422, name, "api.read-only");
            var value = value(field, body.get(name));
            keepsTheRules(resource, field, value);
            values.put(field, value);
        }
        for (var field : resource.fields()) {
            if (!field.required()) continue;
            boolean missing = values.containsKey(field) ? values.get(field) == null : whole;
            if (missing) throw new Invalid(422, field.name(), "api.missing");
        }
        return values;
    }

    /// The rules of the cards themselves: what a page refuses to save, a call does not store either.
    private static void keepsTheRules(Resource resource, Field field, @Nullable Object value) {
        if (!(value instanceof String text)) return;
        if (field.joins()) {
            var fields = CardFields.shown(resource.name());
            if (!fields.containsAll(Json.strings(text).keySet()))
                throw new Invalid(422, field.name(), "api.not-one-of", String.join(", ", fields));
            return;
        }
        var problem = switch (resource.name()) {
            case "organisations" -> OrganisationField.byColumn(field.column()).flatMap(it -> it.problem(text));
            case "people" ->
                Arrays.stream(PersonField.values())
                        .filter(it -> it.column().equals(field.column()))
                        .findFirst()
                        .flatMap(it -> it.problem(text));
            default -> Optional.<String>empty();
        };
        problem.ifPresent(key -> {
            throw new Invalid(422, field.name(), key, field.limit());
        });
    }

    private static @Nullable Object value(Field field, JsonNode node) {
        if (node.isNull()) {
            if (field.joins()) throw new Invalid(422, field.name(), "api.not-texts");
            return null;
        }
        try {
            return switch (field.type()) {
                case TEXT -> text(field, node);
                case UUID -> UUID.fromString(string(field, node)).toString();
                case DATE -> LocalDate.parse(string(field, node));
                case TIME -> OffsetDateTime.parse(string(field, node));
                case BOOLEAN -> {
                    if (!node.isBoolean()) throw new Invalid(422, field.name(), "api.not-boolean");
                    yield node.booleanValue();
                }
                case INTEGER -> {
                    if (!node.isIntegralNumber() || !node.canConvertToInt())
                        throw new Invalid(422, field.name(), "api.not-integer");
                    yield node.intValue();
                }
                case NUMBER -> {
                    if (!node.isNumber()) throw new Invalid(422, field.name(), "api.not-number");
                    BigDecimal number = node.decimalValue();
                    if (number.precision() > 20 || Math.abs(number.scale()) > 20)
                        throw new Invalid(422, field.name(), "api.not-number");
                    yield number;
                }
                case TEXTS -> texts(field, node);
                case UUIDS -> ids(field, node);
            };
        } catch (DateTimeParseException notADate) {
            throw new Invalid(422, field.name(), "api.not-date");
        } catch (IllegalArgumentException notAnIdentity) {
            throw new Invalid(422, field.name(), "api.not-id");
        }
    }

    private static String string(Field field, JsonNode node) {
        if (!node.isString()) throw new Invalid(422, field.name(), "api.not-text");
        return node.stringValue();
    }

    private static @Nullable String text(Field field, JsonNode node) {
        var text = string(field, node);
        if (text.length() > field.limit()) throw new Invalid(422, field.name(), "api.too-long", field.limit());
        if (text.indexOf('\0') >= 0) throw new Invalid(422, field.name(), "api.not-text");
        if (!field.values().isEmpty() && !field.values().contains(text)) {
            throw new Invalid(422, field.name(), "api.not-one-of", String.join(", ", field.values()));
        }
        return text.isBlank() && !field.required() ? null : text;
    }

    private static String texts(Field field, JsonNode node) {
        if (!node.isObject()) throw new Invalid(422, field.name(), "api.not-texts");
        for (var name : node.propertyNames()) {
            if (!node.get(name).isString()) throw new Invalid(422, field.name(), "api.not-texts");
            if (field.joins() && !field.values().contains(node.get(name).stringValue()))
                throw new Invalid(422, field.name(), "api.not-one-of", String.join(", ", field.values()));
        }
        return node.toString();
    }

    private static String ids(Field field, JsonNode node) {
        if (!node.isArray()) throw new Invalid(422, field.name(), "api.not-ids");
        for (var item : node) {
            if (!item.isString()) throw new Invalid(422, field.name(), "api.not-ids");
            UUID.fromString(item.stringValue());
        }
        return node.toString();
    }
}
