package org.wirknetz.console;

import picocli.CommandLine.Command;

/// `demo`: the platform with the demo networks, on this machine only, its clock fixed.
@Command(name = "demo", resourceBundle = "words.console", mixinStandardHelpOptions = true)
class DemoVerb extends ServeVerb {

    /// Not the folder of real data, so that neither is ever taken for the other.
    static final String FOLDER = "data-demo";

    @Override
    public Integer call() {
        var settings = installation.settings();
        settings.put("wirknetz.clock", "2026-11-23");
        settings.put("wirknetz.demo", true);
        settings.put("server.address", "127.0.0.1");
        if (installation.setting("data").isEmpty()) settings.putIfAbsent("wirknetz.data", FOLDER);
        start(settings);
        return Console.STAYS;
    }
}
