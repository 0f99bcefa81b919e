package org.wirknetz.platform.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// What a person is told on the next page, and the change they may take back there.
///
/// @param text already in the person's language
/// @param undo the identity of the change, or null where nothing can be taken back
/// @param again the change took another back, so that to take it back is to do that one again
public record Flash(String text, @Nullable String undo, boolean again) implements Serializable {

    public Flash(String text, @Nullable String undo) {
        this(text, undo, false);
    }
}
