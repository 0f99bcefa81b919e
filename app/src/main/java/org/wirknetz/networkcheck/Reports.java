package org.wirknetz.networkcheck;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;
import org.wirknetz.networkcheck.check.CheckFiles;
import org.wirknetz.networkcheck.check.CheckFormat;
import org.wirknetz.networkcheck.check.CheckInput;
import org.wirknetz.networkcheck.check.NetworkCheck;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.tables.Findings;

/// The network check of the network in scope as files: the same computation and writers as on the command line.
@Component("networkcheckReports")
public class Reports {

    private final Chronicles chronicles;
    private final Works works;
    private final Contributed contributed;

    Reports(Chronicles chronicles, Works works, Contributed contributed) {
        this.chronicles = chronicles;
        this.works = works;
        this.contributed = contributed;
    }

    /// What a check can be had as, in the order in which it is offered: `json`, `html`, …
    public static List<String> formats() {
        return Arrays.stream(CheckFormat.values())
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /// @param name the network's, for the title
    /// @return file name to content; CSV has several
    /// @throws NotFound when there is no such format
    public Map<String, byte[]> of(String format, String name, LocalDate asOf, Locale locale) throws IOException {
        var wanted = CheckFormat.named(format).orElseThrow(NotFound::new);
        var chronicle = chronicles.current();
        var snapshot = chronicle.asOf(asOf);
        var voice = Voice.of(works.current(), snapshot.members(), asOf);
        var tables = CheckTables.of(chronicle, snapshot, contributed.until(asOf, snapshot), voice.byMember());
        var input = new CheckInput(name, asOf, tables, null, OptionalDouble.empty(), locale);
        return new CheckFiles(NetworkCheck.of(input).showing(contributed.shown(snapshot)), input, new Findings())
                .in(List.of(wanted));
    }
}
