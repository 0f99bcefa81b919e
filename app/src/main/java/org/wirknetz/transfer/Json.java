package org.wirknetz.transfer;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// JSON of this module: one mapper, unknown fields of an older release are passed over.
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    static String of(Map<String, String> texts) {
        return MAPPER.writeValueAsString(texts);
    }

    /// The fields of an object as texts, whatever they are.
    static Map<String, String> texts(String json) {
        if (json.equals("{}")) return Map.of();
        var texts = new HashMap<String, String>();
        MAPPER.readTree(json)
                .properties()
                .forEach(it -> texts.put(it.getKey(), it.getValue().asString("")));
        return texts;
    }
}
