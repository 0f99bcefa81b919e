package org.wirknetz.transfer;

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
}
