package org.wirknetz.console;

/// The name of this release, from the jar's manifest.
final class Release {

    private Release() {}

    static String name() {
        var version = Release.class.getPackage().getImplementationVersion();
        return "wirknetz " + (version == null ? "0.1.0-SNAPSHOT" : version);
    }
}
