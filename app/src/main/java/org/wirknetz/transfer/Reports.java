package org.wirknetz.transfer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the reports that checks and runs have left.
@Component
public class Reports {

    Reports() {}

    public @Nullable ImportReport read(@Nullable String json) {
        return json == null ? null : Json.MAPPER.readValue(json, ImportReport.class);
    }
}
