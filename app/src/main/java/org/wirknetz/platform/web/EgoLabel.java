package org.wirknetz.platform.web;

/// Where a label of the small drawing stands: its text, the point it hangs on and the side it begins from.
public record EgoLabel(String text, String left, String top, String anchor) {}
