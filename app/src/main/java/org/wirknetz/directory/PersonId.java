package org.wirknetz.directory;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// A person one deals with (German: *Person*), with or without an account.
public record PersonId(UUID value) implements Id {

    public static PersonId fresh() {
        return new PersonId(UUID.randomUUID());
    }
}
