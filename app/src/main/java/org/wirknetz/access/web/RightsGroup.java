package org.wirknetz.access.web;

import java.util.List;
import org.wirknetz.access.Sentence;

/// @param module the beginning of the keys, whose words are `access.module.<module>`
public record RightsGroup(String module, List<Sentence> sentences) {
    public RightsGroup {
        sentences = List.copyOf(sentences);
    }
}
