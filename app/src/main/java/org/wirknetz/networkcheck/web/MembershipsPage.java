package org.wirknetz.networkcheck.web;

import java.util.List;
import java.util.UUID;

/// Whose statement the office may open.
public record MembershipsPage(List<Named> members, int year) {

    public record Named(UUID id, String name) {}
}
