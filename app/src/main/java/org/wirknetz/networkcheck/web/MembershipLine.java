package org.wirknetz.networkcheck.web;

/// One sum of the statement, with where it comes from.
///
/// @param id of the part of the page where the rows behind it are
public record MembershipLine(String id, String what, String value, String source, int rows) {}
