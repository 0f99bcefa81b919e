package org.wirknetz.transfer;

import java.util.Map;
import java.util.Set;

/// What a person decided about a list before it was taken over.
///
/// @param twins by key of an organisation in the file: the identity in the network, or the key in the file, it is the
/// same
///     as; nothing for one of its own
/// @param ones cells that seem to name several people and name one
/// @param groups by folded word that is no name of a group: the group's identity, [#NEW] or [#NONE]
public record ImportChoices(Map<String, String> twins, Map<String, String> groups, Set<String> ones) {

    /// A group of this name is made.
    public static final String NEW = "new";

    /// The word says nothing about groups.
    public static final String NONE = "none";

    public static final ImportChoices OPEN = new ImportChoices(Map.of(), Map.of(), Set.of());

    public ImportChoices {
        twins = twins == null ? Map.of() : Map.copyOf(twins);
        groups = groups == null ? Map.of() : Map.copyOf(groups);
        ones = ones == null ? Set.of() : Set.copyOf(ones);
    }
}
