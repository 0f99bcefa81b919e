package org.wirknetz.analysis.layout;

/// A place on the map, x to the right and y downwards, in one unit.
public record Point(double x, double y) {}
