package org.wirknetz.demo;

import java.util.List;
import org.wirknetz.demo.Rows.Cells;

/// What a demo network says of itself. The larger one shows itself to everybody, the smaller one does not.
record ProfileRows(Rows rows, DirectoryIds ids, DemoNetwork network) {

    private static final String OPEN = "lindenfurt";

    void write() {
        rows.into(
                "directory.profile",
                List.of(network),
                it -> new Cells()
                        .with("id", ids.row("profile"))
                        .with("purpose", it.purpose())
                        .with("purpose_en", it.purposeEn())
                        .with("region", it.region())
                        .with("region_en", it.regionEn())
                        .with("version", 1));
        if (!network.slug().equals(OPEN)) return;
        rows.into(
                "directory.setting",
                List.of(network),
                it -> new Cells()
                        .with("id", ids.row("public pages"))
                        .with("public_profile", true)
                        .with("public_partners", true)
                        .with("public_structures", true)
                        .with("public_contact", true));
    }
}
