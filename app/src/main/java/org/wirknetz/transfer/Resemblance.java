package org.wirknetz.transfer;

import java.util.UUID;

/// An organisation of the file that may be one the network has already, or one further up in the file.
///
/// @param key of the organisation in the file
/// @param existing the organisation in the network; null where the twin stands in the same file
/// @param twin the other's key (in the file) or identity (in the network), as the decision names it
/// @param why the words key: same-mail, similar-name, abbreviation
public record Resemblance(
        String key,
        String name,
        @org.jspecify.annotations.Nullable UUID existing,
        String twin,
        String twinName,
        String why,
        int line) {}
