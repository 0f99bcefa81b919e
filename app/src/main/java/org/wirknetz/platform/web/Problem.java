package org.wirknetz.platform.web;

/// One thing a form still lacks: the name of the field and the sentence shown at it and on top.
public record Problem(String field, String sentence) {}
