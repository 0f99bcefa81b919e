package org.wirknetz.platform.web;

/// One step of the way to this page: the words shown and where they lead.
public record Crumb(String text, String href) {}
