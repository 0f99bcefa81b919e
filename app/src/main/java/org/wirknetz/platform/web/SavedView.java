package org.wirknetz.platform.web;

/// A list somebody kept under a name of their own.
///
/// @param address the list as it was kept
public record SavedView(String id, String name, String address) {}
