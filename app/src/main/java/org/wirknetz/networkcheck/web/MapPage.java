package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import org.wirknetz.networkcheck.ActorGroup;

/// The map page as it is before any script has run: a drawn picture, its legend, and one sentence.
///
/// @param names false for readers who see the structure but nobody's name
public record MapPage(
        LocalDate asOf,
        String sentence,
        MapDrawing drawing,
        List<ActorGroup> groups,
        boolean names,
        boolean empty,
        boolean mayEnter) {

    public String file(String name) {
        return MapFiles.address(name);
    }
}
