package org.wirknetz.networkcheck.check;

import java.util.Set;

/// The measures of the contract with the bullet of the deck that asks for them and where their formula comes from
/// (`domain.md` 5.3). The order is the report's.
public enum MeasureId {
    COMPLETENESS("completeness", "C2.1", Style.RATIO, "Boos-Nünning 2006"),
    MIXTURE("mixture", "C2.2", Style.INDEX, "Blau 1977"),
    DENSITY("density", "C11.4", Style.RATIO, "Wasserman/Faust 1994"),
    FORMALITY("formality", "C11.4", Style.RATIO, "domain.md C11.4"),
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
    CLOSED_GROUPS("closed-groups", "C12.2", Style.RATIO, "Krackhardt/Stern 1988; exact relabelling"),
    FRAGMENTATION("fragmentation", "C12.2", Style.INDEX, "Borgatti 2006"),
    GINI("gini", "C11.1", Style.INDEX, "Gini 1912, corrected for small n"),
    DEGREE_GINI("degree-gini", "C11.1", Style.INDEX, "Gini 1912, corrected for small n"),
    EVENNESS("evenness", "C11.1", Style.INDEX, "Pielou 1966"),
    TURNOVER("turnover", "C12.3", Style.INDEX, "domain.md M5"),
    TIE_STABILITY("tie-stability", "C12.3", Style.RATIO, "Jaccard 1901; Snijders et al. 2010"),
    MEDIAN_TENURE("median-tenure", "C12.3", Style.DISTANCE, "Kaplan/Meier 1958"),
    PUBLIC_SHARE("public-share", "C12.4", Style.MONEY, "domain.md M6"),
    SHORT_PUBLIC_SHARE("short-public-share", "C12.4", Style.MONEY, "domain.md M6"),
    FUNDING_HHI("funding-hhi", "C12.4", Style.MONEY_INDEX, "Herfindahl 1950; Hirschman 1964"),
    OPERATIVE_REACH("operative-reach", "C12.5", Style.RATIO, "Lazega et al. 2008"),
    SINGLE_THREAD_TIES("single-thread-ties", "C13.1", Style.RATIO, "domain.md M8"),
    DEPUTIES("deputies", "C13.1", Style.RATIO, "domain.md M8"),
    KEY_PLAYERS("key-players", "C13.1", Style.COUNT, "Borgatti 2006"),
    INFORMATION_REACH("information-reach", "C13.2", Style.RATIO, "domain.md M12"),
    ATTENTION_SHIFT("attention-shift", "C13.3", Style.INDEX, "Duncan/Duncan 1955"),
    REFERRAL_SHIFT("referral-shift", "C13.3", Style.INDEX, "Duncan/Duncan 1955"),
    PROPOSALS_ACCEPTED("proposals-accepted", "C13.3", Style.RATIO, "domain.md M11"),
    FELT_NEUTRALITY("felt-neutrality", "C13.3", Style.DISTANCE, "domain.md M11"),
    INTERESTS_HANDLED("interests-handled", "C13.3", Style.RATIO, "domain.md M11"),
    OFFICE_SHARE("office-share", "C16.3", Style.RATIO, "domain.md M9"),
    ANCHORING("anchoring", "C16.6", Style.RATIO, "domain.md C16.6"),
    TRIADS("triads", "C10.1", Style.CENSUS, "Holland/Leinhardt 1970");

    private static final Set<MeasureId> OF_ROOMS = Set.of(
            FORMALITY,
            DEPUTIES,
            INFORMATION_REACH,
            ATTENTION_SHIFT,
            REFERRAL_SHIFT,
            PROPOSALS_ACCEPTED,
            FELT_NEUTRALITY,
            INTERESTS_HANDLED,
            OFFICE_SHARE,
            ANCHORING);

    private static final Set<MeasureId> DISCREET = Set.of(
            RECIPROCITY_ARCS,
            RECIPROCITY_DYADS,
            RECIPROCITY_WEIGHTED,
            RECIPROCITY_CORRECTED,
            GINI,
            EVENNESS,
            OPERATIVE_REACH,
            SINGLE_THREAD_TIES,
            DEPUTIES,
            ANCHORING);

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

    /// Not counted in organisations, and so shown of any number of them.
    boolean isMoney() {
        return style == Style.MONEY || style == Style.MONEY_INDEX;
    }

    /// Known to the rooms alone: no table that goes in tells it.
    boolean ofRooms() {
        return OF_ROOMS.contains(this);
    }

    /// Counts what is known of each partner to the office alone, as `whatif.Reading` says of the chapters' measures.
    boolean isDiscreet() {
        return DISCREET.contains(this);
    }

    /// Where measured on who is tied to whom, not shown unless enough of that is documented. Contacts of people and
    /// contributions are counted on their own.
    boolean structural() {
        return switch (this) {
            case COMPLETENESS,
                    MIXTURE,
                    FORMALITY,
                    DEPUTIES,
                    OFFICE_SHARE,
                    ANCHORING,
                    GINI,
                    EVENNESS,
                    TURNOVER,
                    MEDIAN_TENURE,
                    PUBLIC_SHARE,
                    SHORT_PUBLIC_SHARE,
                    FUNDING_HHI,
                    OPERATIVE_REACH,
                    SINGLE_THREAD_TIES,
                    INFORMATION_REACH,
                    ATTENTION_SHIFT,
                    REFERRAL_SHIFT,
                    PROPOSALS_ACCEPTED,
                    FELT_NEUTRALITY,
                    INTERESTS_HANDLED -> false;
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
                    CLOSED_GROUPS,
                    FRAGMENTATION,
                    TIE_STABILITY,
                    KEY_PLAYERS,
                    DEGREE_GINI,
                    TRIADS -> true;
        };
    }
}
