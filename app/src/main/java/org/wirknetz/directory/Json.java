package org.wirknetz.directory;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// JSON as the database takes it; flat objects of strings, as `free` and `visibility` keep them.
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static String object(Map<String, String> values) {
        return MAPPER.writeValueAsString(new TreeMap<>(values));
    }

    public static Map<String, String> strings(String json) {
        return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    }
}
