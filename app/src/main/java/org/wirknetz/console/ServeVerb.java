package org.wirknetz.console;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `serve`: the production start.
@Command(name = "serve", resourceBundle = "words.console", mixinStandardHelpOptions = true)
class ServeVerb implements Callable<Integer> {

    @ParentCommand
    @Nullable
    Console console;

    @Option(names = "--port")
    @Nullable
    Integer port;

    @Option(names = "--data")
    @Nullable
    Path data;

    @Option(names = "--config")
    @Nullable
    Path config;

    @Option(names = "--lang")
    @Nullable
    String lang;

    @Override
    public Integer call() {
        start(new HashMap<>());
        return Console.STAYS;
    }

    void start(Map<String, Object> settings) {
        if (port != null) settings.put("server.port", port);
        if (data != null) settings.put("wirknetz.data", data.toAbsolutePath().toString());
        if (config != null)
            settings.put("spring.config.additional-location", config.toUri().toString());
        var parent = console;
        if (parent == null) throw new IllegalStateException("serve runs as a verb only");
        var application = new SpringApplication(parent.application());
        var arguments = settings.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new);
        application.run(arguments);
    }
}
