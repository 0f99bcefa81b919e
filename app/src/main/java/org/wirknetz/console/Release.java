package org.wirknetz.console;

import picocli.CommandLine;

/// The name of this release, from the jar's manifest.
final class Release implements CommandLine.IVersionProvider {

    static String name() {
        var version = Release.class.getPackage().getImplementationVersion();
        return "wirknetz " + (version == null ? "0.1.0-SNAPSHOT" : version);
    }

    @Override
    public String[] getVersion() {
        return new String[] {name()};
    }
}
