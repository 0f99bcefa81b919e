package org.wirknetz.exchange.matching;

import java.math.BigDecimal;
import java.util.List;

/// Why something is proposed: each becomes a sentence on the page.
public sealed interface Reason {

    /// Both speak of the same things of the network's vocabulary.
    record SameTerms(List<String> terms) implements Reason {}

    /// One is narrower, wider or a sister of the other.
    record NearTerms(String wanted, String there) implements Reason {}

    /// Words of the wish that the other text has too.
    record SameWords(List<String> words) implements Reason {}

    record SamePlace(String area) implements Reason {}

    record OtherPlace(String area) implements Reason {}

    record InTime() implements Reason {}

    record Enough(BigDecimal amount, String unit) implements Reason {}

    record PartOfIt(BigDecimal amount, String unit) implements Reason {}

    /// They have helped each other before, so often.
    record Known(int times) implements Reason {}

    /// Nothing is known between the two: a new tie could begin.
    record NewTie() implements Reason {}

    /// Who offers has received more from who needs than came back.
    record GivesBack() implements Reason {}
}
