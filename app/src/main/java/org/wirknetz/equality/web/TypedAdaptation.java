package org.wirknetz.equality.web;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.equality.Adaptations;
import org.wirknetz.platform.Refused;

/// What the form of an adaptation sends, read.
final class TypedAdaptation {

    private static final String NOT_TRIED = "";

    private TypedAdaptation() {}

    static Adaptations.Entry of(Map<String, String> typed) {
        return new Adaptations.Entry(
                typed.get("edition"),
                typed.get("note"),
                organisation(typed),
                Typed.neededDay(typed.getOrDefault("on", "")),
                trial(typed));
    }

    private static @Nullable UUID organisation(Map<String, String> typed) {
        return Typed.id(typed.getOrDefault("organisation", ""));
    }

    /// How it went is what says that it was tried at all.
    private static Adaptations.@Nullable Trial trial(Map<String, String> typed) {
        var result = typed.getOrDefault("result", NOT_TRIED);
        if (result.equals(NOT_TRIED)) return null;
        return new Adaptations.Trial(
                Typed.neededDay(typed.getOrDefault("tried", "")),
                Arrays.stream(Adaptations.Result.values())
                        .filter(it -> it.name().equals(result))
                        .findFirst()
                        .orElseThrow(() -> new Refused("equality.adaptation.no-result")),
                number(typed.getOrDefault("participants", "")),
                typed.get("trial-note"));
    }

    private static @Nullable Integer number(String typed) {
        if (typed.isBlank()) return null;
        if (!typed.strip().matches("[0-9]{1,7}")) throw new Refused("equality.adaptation.no-number", 1_000_000);
        return Integer.valueOf(typed.strip());
    }
}
