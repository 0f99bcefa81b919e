package org.wirknetz.networkcheck.check;

/// The measures of the contract with the bullet of the deck that asks for them and where their formula comes from
/// (`domain.md` 5.3). The order is the report's.
public enum MeasureId {
    COMPLETENESS("completeness", "C2.1", Style.RATIO, "Boos-Nünning 2006"),
    DENSITY("density", "C11.4", Style.RATIO, "Wasserman/Faust 1994"),
    RECIPROCITY_ARCS("reciprocity-arcs", "C10.1", Style.RATIO, "Holland/Leinhardt 1970"),
    RECIPROCITY_DYADS("reciprocity-dyads", "C10.1", Style.RATIO, "Holland/Leinhardt 1970"),
    RECIPROCITY_WEIGHTED("reciprocity-weighted", "C10.1", Style.INDEX, "Squartini et al. 2013"),
    RECIPROCITY_CORRECTED("reciprocity-corrected", "C10.1", Style.INDEX, "Garlaschelli/Loffredo 2004"),
    DEGREE_CENTRALISATION("degree-centralisation", "C16.3", Style.INDEX, "Freeman 1978/79"),
    BETWEENNESS_CENTRALISATION("betweenness-centralisation", "C16.3", Style.INDEX, "Freeman 1977"),
    DEGREE_CENTRALISATION_WITHOUT_COORDINATOR(
            "degree-centralisation-without-coordinator", "C16.3", Style.INDEX, "Freeman 1978/79"),
    COORDINATOR_DEPENDENCY("coordinator-dependency", "C16.3", Style.LOSS, "Latora/Marchiori 2001"),
    PATH_LENGTH("path-length", "C11.2", Style.DISTANCE, "Wasserman/Faust 1994"),
    DIAMETER("diameter", "C11.2", Style.COUNT, "Wasserman/Faust 1994"),
    PAIRS_WITHIN_TWO("pairs-within-two", "C11.2", Style.RATIO, "Wasserman/Faust 1994"),
    EFFICIENCY("efficiency", "C11.2", Style.INDEX, "Latora/Marchiori 2001"),
    TRANSITIVITY("transitivity", "C12.2", Style.INDEX, "Newman/Strogatz/Watts 2001"),
    MODULARITY("modularity", "C12.2", Style.COMMUNITY, "Newman/Girvan 2004; Traag/Waltman/van Eck 2019"),
    EI_INDEX("ei-index", "C12.2", Style.COMMUNITY, "Krackhardt/Stern 1988"),
    FRAGMENTATION("fragmentation", "C12.2", Style.INDEX, "Borgatti 2006"),
    GINI("gini", "C11.1", Style.INDEX, "Gini 1912, corrected for small n"),
    EVENNESS("evenness", "C11.1", Style.INDEX, "Pielou 1966"),
    TURNOVER("turnover", "C12.3", Style.INDEX, "domain.md M5"),
    TIE_STABILITY("tie-stability", "C12.3", Style.RATIO, "Jaccard 1901; Snijders et al. 2010"),
    PUBLIC_SHARE("public-share", "C12.4", Style.MONEY, "domain.md M6"),
    SHORT_PUBLIC_SHARE("short-public-share", "C12.4", Style.MONEY, "domain.md M6"),
    FUNDING_HHI("funding-hhi", "C12.4", Style.MONEY_INDEX, "Herfindahl 1950; Hirschman 1964"),
    OPERATIVE_REACH("operative-reach", "C12.5", Style.RATIO, "Lazega et al. 2008"),
    SINGLE_THREAD_TIES("single-thread-ties", "C13.1", Style.RATIO, "domain.md M8"),
    TRIADS("triads", "C10.1", Style.CENSUS, "Holland/Leinhardt 1970");

    /// Changes whenever a formula or a recording rule changes: snapshots of different versions are not compared.
    public static final String METHOD_VERSION = "1";

    /// How a value is shown; see [Display].
    enum Style {
        RATIO,
        INDEX,
        LOSS,
        DISTANCE,
        COUNT,
        COMMUNITY,
        MONEY,
        MONEY_INDEX,
        CENSUS
    }

    private final String id;
    private final String deck;
    private final Style style;
    private final String source;

    MeasureId(String id, String deck, Style style, String source) {
        this.id = id;
        this.deck = deck;
        this.style = style;
        this.source = source;
    }

    public String id() {
        return id;
    }

    public String deck() {
        return deck;
    }

    public String source() {
        return source;
    }

    Style style() {
        return style;
    }

    /// Where measured on who is tied to whom, not shown unless enough of that is documented. Contacts of people and
    /// contributions are counted on their own.
    boolean structural() {
        return switch (this) {
            case COMPLETENESS,
                    GINI,
                    EVENNESS,
                    TURNOVER,
                    PUBLIC_SHARE,
                    SHORT_PUBLIC_SHARE,
                    FUNDING_HHI,
                    OPERATIVE_REACH,
                    SINGLE_THREAD_TIES -> false;
            case DENSITY,
                    RECIPROCITY_ARCS,
                    RECIPROCITY_DYADS,
                    RECIPROCITY_WEIGHTED,
                    RECIPROCITY_CORRECTED,
                    DEGREE_CENTRALISATION,
                    BETWEENNESS_CENTRALISATION,
                    DEGREE_CENTRALISATION_WITHOUT_COORDINATOR,
                    COORDINATOR_DEPENDENCY,
                    PATH_LENGTH,
                    DIAMETER,
                    PAIRS_WITHIN_TWO,
                    EFFICIENCY,
                    TRANSITIVITY,
                    MODULARITY,
                    EI_INDEX,
                    FRAGMENTATION,
                    TIE_STABILITY,
                    TRIADS -> true;
        };
    }
}
