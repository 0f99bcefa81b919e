package org.wirknetz.console;

import java.util.HashMap;
import picocli.CommandLine.Command;

/// `demo`: the platform with the demo networks, on this machine only, its clock fixed.
@Command(name = "demo", resourceBundle = "words.console", mixinStandardHelpOptions = true)
class DemoVerb extends ServeVerb {

    @Override
    public Integer call() {
        var settings = new HashMap<String, Object>();
        settings.put("wirknetz.clock", "2026-11-23");
        settings.put("wirknetz.demo", true);
        settings.put("wirknetz.data", "data/demo");
        settings.put("server.address", "127.0.0.1");
        start(settings);
        return Console.STAYS;
    }
}
