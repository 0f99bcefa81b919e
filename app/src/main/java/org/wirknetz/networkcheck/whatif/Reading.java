package org.wirknetz.networkcheck.whatif;

import java.util.Locale;

/// What a play is read by: the measures of the chapters that ties, organisations and people of one day decide, in the
/// chapters' order. What tells of months past (who came and went, how regularly groups meet, what was passed on and to
/// whom) cannot be played.
public enum Reading {
    ORGANISATIONS("", ""),
    PAIRS("", ""),
    COMPLETENESS("standards", "completeness"),
    INVOLVED("standards", "involved", true),
    MIXTURE("standards", "mixture"),
    VOICE("shaping", "equality-of-voice", true),
    WAYS("shaping", "ways"),
    WITHIN_TWO("shaping", "ways"),
    LONGEST("shaping", "ways"),
    EFFICIENCY("shaping", "ways"),
    FORMALITY("shaping", "formality"),
    RECIPROCITY("shaping", "reciprocity", true),
    PARTS("shaping", "cohesion"),
    UNTIED("shaping", "cohesion"),
    CIRCLES("shaping", "circles"),
    CUT_POINTS("shaping", "cut-points"),
    BRIDGES("shaping", "bridges"),
    REACH("shaping", "operative-reach", true),
    FUNCTIONS("shaping", "key-functions", true),
    THREADS("shaping", "single-thread-ties", true),
    SILENCE("shaping", "silence", true),
    OFFICE_TIES("sustaining", "decentralisation"),
    DEPENDENCY("sustaining", "decentralisation"),
    DEGREES("sustaining", "decentralisation"),
    DEGREES_WITHOUT("sustaining", "decentralisation"),
    BETWEENNESS("sustaining", "decentralisation"),
    BETWEENNESS_WITHOUT("sustaining", "decentralisation"),
    ANCHORING("sustaining", "anchoring", true);

    private final String chapter;
    private final String anchor;
    private final boolean discreet;

    Reading(String chapter, String anchor) {
        this(chapter, anchor, false);
    }

    Reading(String chapter, String anchor, boolean discreet) {
        this.chapter = chapter;
        this.anchor = anchor;
        this.discreet = discreet;
    }

    /// Counts what is known of each partner to the office alone (who was long away, who gave what to whom): to see it
    /// with a partner and without them would tell of that one.
    public boolean isDiscreet() {
        return discreet;
    }

    /// The path of the chapter that explains it; empty for plain sizes.
    public String chapter() {
        return chapter;
    }

    /// Where in the chapter it is explained.
    public String anchor() {
        return anchor;
    }

    /// The end of the key of its words.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
