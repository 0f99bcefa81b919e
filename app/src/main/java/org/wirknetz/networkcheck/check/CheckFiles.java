package org.wirknetz.networkcheck.check;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// A check as files: name to bytes, complete before the first of them is stored.
public final class CheckFiles {
    private final CheckResult result;

    public CheckFiles(CheckResult result) {
        this.result = result;
    }

    public Map<String, byte[]> in(Collection<CheckFormat> formats) {
        var files = new LinkedHashMap<String, byte[]>();
        for (var format : formats) {
            switch (format) {
                case JSON -> files.put("check.json", utf8(JsonReport.of(result)));
            }
        }
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
