package org.wirknetz.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.wirknetz.platform.DatabaseAddress;
import org.wirknetz.platform.WrongSetting;
import picocli.CommandLine.Option;

/// Which installation a verb speaks of: its folder, its settings, its database. Options win over the environment, the
/// environment over the file.
class Installation {

    @Option(names = "--data", descriptionKey = "wirknetz.option.data", paramLabel = "DIR")
    @Nullable
    Path data;

    @Option(names = "--config", descriptionKey = "wirknetz.option.config", paramLabel = "FILE")
    @Nullable
    Path config;

    @Option(names = "--lang", descriptionKey = "wirknetz.option.lang", paramLabel = "de|en")
    @Nullable
    String lang;

    /// The folder of the embedded database and of files.
    Path home() {
        return data != null ? data : Path.of(setting("data").orElse("data"));
    }

    /// The same for verbs that work on what is there: where nobody has named a folder and there is none but the demo's,
    /// it
    /// is the demo that is meant.
    Path present() {
        var named = data != null || setting("data").isPresent();
        var demo = Path.of(DemoVerb.FOLDER);
        return named || Files.exists(home()) || !Files.isDirectory(demo) ? home() : demo;
    }

    /// The JDBC address of an external database; empty for the embedded one.
    Optional<String> url() {
        return setting("db.url").filter(it -> !it.equals("embedded")).map(DatabaseAddress::jdbc);
    }

    String user() {
        return setting("db.user").orElseThrow(() -> new WrongSetting("platform.setting.db-user"));
    }

    String password() {
        return setting("db.password").orElse("");
    }

    /// @param name as in a properties file, without `wirknetz.`
    Optional<String> setting(String name) {
        var fromEnvironment = System.getenv("WIRKNETZ_"
                + name.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_'));
        if (fromEnvironment != null && !fromEnvironment.isBlank()) return Optional.of(fromEnvironment);
        return Optional.ofNullable(file().getProperty("wirknetz." + name)).filter(it -> !it.isBlank());
    }

    private Properties file() {
        var properties = new Properties();
        if (config == null) return properties;
        try (var reader = Files.newBufferedReader(config)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new WrongSetting("platform.setting.config", config);
        }
        return properties;
    }

    Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        if (data != null) settings.put("wirknetz.data", data.toAbsolutePath().toString());
        if (config != null) {
            file();
            // Whatever its name ends in, it is a file of properties.
            settings.put("spring.config.additional-location", config.toUri() + "[.properties]");
        }
        return settings;
    }

    /// The program without its web door, on the database of this installation, be it running or not. Close it.
    ConfigurableApplicationContext program(Class<?> application) {
        var settings = settings();
        settings.put("wirknetz.data", present().toAbsolutePath().toString());
        settings.put("server.port", -1);
        settings.put("wirknetz.db.join", true);
        var program = new SpringApplication(application);
        program.setRegisterShutdownHook(false);
        return program.run(arguments(settings));
    }

    /// What would otherwise be found wrong only deep inside a start, or not at all.
    void checkServing() {
        setting("port").ifPresent(it -> {
            if (!it.matches("\\d{1,5}") || Integer.parseInt(it) > 65_535) {
                throw new WrongSetting("platform.setting.port", it);
            }
        });
        setting("proxy").ifPresent(it -> {
            for (var address : it.split("[,\\s]+")) {
                if (!address.matches("[0-9.]+|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*")) {
                    throw new WrongSetting("platform.setting.proxy", address);
                }
            }
        });
    }

    static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new);
    }
}
