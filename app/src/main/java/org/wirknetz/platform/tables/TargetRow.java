package org.wirknetz.platform.tables;

import java.math.BigDecimal;

/// How many members of an actor group the network wants (in an area, when one is named) and how much that weighs.
public record TargetRow(Place at, String group, int minimum, BigDecimal weight, String area) {}
