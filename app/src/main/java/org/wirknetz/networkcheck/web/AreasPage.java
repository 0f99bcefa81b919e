package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.Member;

/// The geographic map and the same as a table.
public record AreasPage(LocalDate asOf, String sentence, Landscape landscape, List<ActorGroup> groups, List<Row> rows) {

    public record Row(String area, List<Member> members) {}

    public String file(String name) {
        return MapFiles.address(name);
    }
}
