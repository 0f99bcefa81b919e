package org.wirknetz.analysis;

/// The golden fixture: eight organisations of a coordinated network. A coordinates; B employment agency, C
/// Jobcenter, D chamber of industry, E Handwerkskammer, F and G training providers, H a migrants' organisation.
final class M8 {
    private M8() {}

    static Graph ties() {
        return Graph.builder()
                .nodes("A", "B", "C", "D", "E", "F", "G", "H")
                .tie("A", "B")
                .tie("A", "C")
                .tie("A", "D")
                .tie("A", "E")
                .tie("A", "F")
                .tie("B", "C")
                .tie("D", "E")
                .tie("F", "G")
                .tie("G", "H")
                .build();
    }

    /// Effort points given in the last 24 months.
    static Graph favours() {
        return Graph.builder()
                .nodes("A", "B", "C", "D", "E", "F", "G", "H")
                .tie("A", "B", 3)
                .tie("B", "A", 3)
                .tie("A", "C", 2)
                .tie("C", "A", 1)
                .tie("A", "D", 2)
                .tie("D", "A", 2)
                .tie("A", "F", 5)
                .tie("F", "A", 1)
                .tie("F", "G", 6)
                .tie("G", "H", 1)
                .tie("H", "G", 1)
                .tie("D", "E", 2)
                .tie("E", "D", 2)
                .tie("B", "C", 1)
                .tie("C", "B", 1)
                .tie("A", "E", 1)
                .build();
    }
}
