package org.wirknetz.demo;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.WrongSetting;

/// The verb `demo`: loads the networks before the program answers at all, then says where it is and who may come in,
/// then freezes their reports.
@Component
@ConditionalOnProperty("wirknetz.demo")
class DemoStart implements SmartLifecycle {
    private final DemoLoader loader;
    private final Words words;
    private final Environment environment;
    private volatile boolean running;
    private volatile List<String> loaded = List.of();

    DemoStart(DemoLoader loader, Words words, Environment environment) {
        this.loader = loader;
        this.words = words;
        this.environment = environment;
    }

    @Override
    public void start() {
        if (loader.amongPeople()) throw new WrongSetting("platform.setting.demo-among-people");
        if (loader.somethingMissing())
            System.out.println(words.say(Words.closest(Locale.getDefault()), "demo.loading"));
        loaded = loader.load();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before the web server: whoever is let in finds the networks there.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        System.out.print(greeting(Locale.getDefault(), environment.getProperty("local.server.port", "")));
        loader.report(loaded);
    }

    String greeting(Locale language, String port) {
        var locale = Words.closest(language);
        var text = new StringBuilder()
                .append(words.say(locale, "demo.ready", "http://127.0.0.1:" + port))
                .append("\n\n")
                .append(words.say(locale, "demo.sign-ins", DemoLoader.PASSWORD))
                .append("\n");
        for (var account : DemoNetworks.signIns())
            text.append("  %-56s %s%n".formatted(account.email(), seat(locale, account)));
        return text.append("\n")
                .append(words.say(locale, "demo.stop"))
                .append("\n")
                .toString();
    }

    // Whoever runs the server sits in no network.
    private String seat(Locale locale, DemoNetworks.Account account) {
        var role = words.say(locale, "demo.role." + account.role());
        return account.role().equals("OPERATOR") ? role : role + ", " + account.network();
    }
}
