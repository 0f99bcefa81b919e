package org.wirknetz.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/openapi.json`: the description of the API (OpenAPI 3.1), made from the resources themselves,
/// so that it
/// cannot lag behind them.
@RestController
class OpenApiController {

    private final Resources resources;

    OpenApiController(Resources resources) {
        this.resources = resources;
    }

    @GetMapping(value = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String describe() {
        var paths = new LinkedHashMap<String, Object>();
        var schemas = new LinkedHashMap<String, Object>();
        schemas.put(
                "Problem",
                object(
                        Map.of(
                                "type",
                                type("string"),
                                "title",
                                type("string"),
                                "status",
                                type("integer"),
                                "detail",
                                type("string"),
                                "instance",
                                type("string"),
                                "field",
                                type("string")),
                        List.of()));
        for (var resource : resources.all()) {
            schemas.put(resource.name(), schema(resource));
            paths.put("/networks/{network}/" + resource.name(), offered(resource, collection(resource)));
            paths.put("/networks/{network}/" + resource.name() + "/{id}", offered(resource, single(resource)));
        }
        paths.put(
                "/networks/{network}/checks/{date}",
                Map.of(
                        "get",
                        Map.of(
                                "summary",
                                "The network check as of a day (docs/check.schema.json)",
                                "operationId",
                                "get-check",
                                "parameters",
                                List.of(network(), pathParameter("date", "date")),
                                "responses",
                                Map.of("200", Map.of("description", "check.json"), "default", problem()))));
        paths.put("/networks/{network}/equality", Map.of("get", figures("list-equality", List.of(network()))));
        paths.put(
                "/networks/{network}/equality/{release}",
                Map.of("get", figures("get-equality", List.of(network(), pathParameter("release", "uuid")))));
        paths.put("/networks/{network}/reports", Map.of("get", reports("list-reports", List.of(network()))));
        paths.put(
                "/networks/{network}/reports/{report}",
                Map.of("get", reports("get-report", List.of(network(), pathParameter("report", "uuid")))));
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title",
                        "Wirknetz",
                        "version",
                        "1",
                        "description",
                        "Lists are paged by cursor; records carry ETag; writes honour If-Match; creating calls honour"
                                + " Idempotency-Key; errors are problem details (RFC 9457) in the language of Accept-Language.",
                        "license",
                        Map.of("name", "EUPL-1.2", "identifier", "EUPL-1.2")));
        document.put("servers", List.of(Map.of("url", "/api/v1")));
        document.put("security", List.of(Map.of("token", List.of())));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of(
                        "securitySchemes",
                        Map.of("token", Map.of("type", "http", "scheme", "bearer")),
                        "schemas",
                        schemas));
        return Bodies.MAPPER.writeValueAsString(document);
    }

    private static Map<String, Object> figures(String operation, List<Map<String, Object>> parameters) {
        return Map.of(
                "summary",
                "Published figures on equality; protected numbers are null",
                "operationId",
                operation,
                "parameters",
                parameters,
                "responses",
                Map.of("200", Map.of("description", "Figures as they were published"), "default", problem()));
    }

    private static Map<String, Object> reports(String operation, List<Map<String, Object>> parameters) {
        return Map.of(
                "summary",
                "Released half-year reports; what would tell somebody apart is not in them",
                "operationId",
                operation,
                "parameters",
                parameters,
                "responses",
                Map.of("200", Map.of("description", "Reports as they were frozen"), "default", problem()));
    }

    /// What can only be read has no other verb.
    private static Map<String, Object> offered(Resource resource, Map<String, Object> verbs) {
        return resource.fields().stream().anyMatch(Field::writable)
                ? verbs
                : Map.of("get", Objects.requireNonNull(verbs.get("get")));
    }

    private static Map<String, Object> collection(Resource resource) {
        var filters = new ArrayList<Object>(List.of(network(), query("limit", "integer"), query("cursor", "string")));
        resource.fields().stream()
                .filter(it -> it.type().filters && it.shown())
                .forEach(it -> filters.add(query(it.name(), "string")));
        return Map.of(
                "get",
                        Map.of(
                                "operationId",
                                "list-" + resource.name(),
                                "summary",
                                "List " + resource.name(),
                                "parameters",
                                filters,
                                "responses",
                                Map.of(
                                        "200",
                                        content(
                                                "A page of records",
                                                object(
                                                        Map.of(
                                                                "items",
                                                                Map.of(
                                                                        "type",
                                                                        "array",
                                                                        "items",
                                                                        reference(resource.name())),
                                                                "next",
                                                                Map.of("type", List.of("string", "null"))),
                                                        List.of("items", "next"))),
                                        "default",
                                        problem())),
                "post",
                        Map.of(
                                "operationId", "create-" + resource.name(),
                                "summary", "Create one of " + resource.name(),
                                "parameters", List.of(network(), header("Idempotency-Key")),
                                "requestBody", body(resource),
                                "responses",
                                        Map.of(
                                                "201",
                                                content("Created", reference(resource.name())),
                                                "default",
                                                problem())));
    }

    private static Map<String, Object> single(Resource resource) {
        var id = pathParameter("id", "uuid");
        return Map.of(
                "get",
                        Map.of(
                                "operationId",
                                "get-" + resource.name(),
                                "summary",
                                "Read one of " + resource.name(),
                                "parameters",
                                List.of(network(), id, header("If-None-Match")),
                                "responses",
                                Map.of(
                                        "200",
                                        content("The record", reference(resource.name())),
                                        "304",
                                        Map.of("description", "Not changed"),
                                        "default",
                                        problem())),
                "patch",
                        Map.of(
                                "operationId", "change-" + resource.name(),
                                "summary", "Change one of " + resource.name() + " (merge patch)",
                                "parameters", List.of(network(), id, header("If-Match")),
                                "requestBody", body(resource),
                                "responses",
                                        Map.of(
                                                "200",
                                                content("The record", reference(resource.name())),
                                                "412",
                                                Map.of("description", "Changed meanwhile"),
                                                "default",
                                                problem())),
                "delete",
                        Map.of(
                                "operationId",
                                "remove-" + resource.name(),
                                "summary",
                                "Remove one of " + resource.name(),
                                "parameters",
                                List.of(network(), id, header("If-Match")),
                                "responses",
                                Map.of("204", Map.of("description", "Removed"), "default", problem())));
    }

    private static Map<String, Object> schema(Resource resource) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("id", Map.of("type", "string", "format", "uuid", "readOnly", true));
        for (var field : resource.fields()) properties.put(field.name(), property(field));
        return object(
                properties,
                resource.fields().stream()
                        .filter(Field::required)
                        .map(Field::name)
                        .toList());
    }

    private static Map<String, Object> property(Field field) {
        var property = new LinkedHashMap<String, Object>();
        var type = switch (field.type()) {
            case TEXT, UUID, DATE, TIME -> "string";
            case INTEGER -> "integer";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case TEXTS -> "object";
            case UUIDS -> "array";
        };
        property.put("type", field.required() ? type : List.of(type, "null"));
        switch (field.type()) {
            case UUID -> property.put("format", "uuid");
            case DATE -> property.put("format", "date");
            case TIME -> property.put("format", "date-time");
            case TEXTS ->
                property.put(
                        "additionalProperties",
                        field.joins() ? Map.of("type", "string", "enum", field.values()) : type("string"));
            case UUIDS -> property.put("items", Map.of("type", "string", "format", "uuid"));
            case TEXT -> property.put("maxLength", field.limit());
            case INTEGER, NUMBER, BOOLEAN -> {}
        }
        if (!field.values().isEmpty() && !field.joins()) {
            var values = new ArrayList<@org.jspecify.annotations.Nullable Object>(field.values());
            if (!field.required()) values.add(null);
            property.put("enum", values);
        }
        if (!field.writable()) property.put("readOnly", true);
        if (!field.shown()) property.put("writeOnly", true);
        return property;
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        return required.isEmpty()
                ? Map.of("type", "object", "properties", properties)
                : Map.of("type", "object", "properties", properties, "required", required);
    }

    private static Map<String, Object> type(String type) {
        return Map.of("type", type);
    }

    private static Map<String, Object> reference(String schema) {
        return Map.of("$ref", "#/components/schemas/" + schema);
    }

    private static Map<String, Object> body(Resource resource) {
        return Map.of(
                "required", true, "content", Map.of("application/json", Map.of("schema", reference(resource.name()))));
    }

    private static Map<String, Object> content(String description, Map<String, Object> schema) {
        return Map.of("description", description, "content", Map.of("application/json", Map.of("schema", schema)));
    }

    private static Map<String, Object> problem() {
        return Map.of(
                "description",
                "Problem",
                "content",
                Map.of("application/problem+json", Map.of("schema", reference("Problem"))));
    }

    private static Map<String, Object> network() {
        return Map.of("name", "network", "in", "path", "required", true, "schema", type("string"));
    }

    private static Map<String, Object> pathParameter(String name, String format) {
        return Map.of(
                "name", name, "in", "path", "required", true, "schema", Map.of("type", "string", "format", format));
    }

    private static Map<String, Object> query(String name, String type) {
        return Map.of("name", name, "in", "query", "schema", type(type));
    }

    private static Map<String, Object> header(String name) {
        return Map.of("name", name, "in", "header", "schema", type("string"));
    }
}
