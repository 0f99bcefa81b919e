package org.wirknetz.access;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.Words;

/// A server without an operator says on its console how to make one. There is no page for it: set-up belongs
/// to whoever
/// has the console, and cannot be claimed from outside.
@Component
class FirstRun {

    private final Accounts accounts;
    private final Words words;
    private final boolean demo;
    private final int port;

    FirstRun(
            Accounts accounts,
            Words words,
            @Value("${wirknetz.demo:false}") boolean demo,
            @Value("${server.port:8080}") int port) {
        this.accounts = accounts;
        this.words = words;
        this.demo = demo;
        this.port = port;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (demo || port < 0 || accounts.operatorExists()) return;
        System.out.println(words.say(Words.closest(Locale.getDefault()), "access.first-run"));
    }
}
