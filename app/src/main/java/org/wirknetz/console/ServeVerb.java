package org.wirknetz.console;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `serve`: the production start.
@Command(name = "serve", resourceBundle = "words.console", mixinStandardHelpOptions = true)
class ServeVerb implements Callable<Integer> {

    @ParentCommand
    @Nullable
    Console console;

    @Mixin
    Installation installation = new Installation();

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "wirknetz.option.port")
    @Nullable
    Integer port;

    @Override
    public Integer call() {
        start(installation.settings());
        return Console.STAYS;
    }

    void start(Map<String, Object> settings) {
        installation.checkServing();
        if (port != null) settings.put("server.port", port);
        else installation.setting("port").ifPresent(it -> settings.put("server.port", it));
        new SpringApplication(Console.application(console)).run(Installation.arguments(settings));
        HeapAtRest.giveBack();
        HeapAtRest.watch();
    }
}
