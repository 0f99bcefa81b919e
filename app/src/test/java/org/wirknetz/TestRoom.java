package org.wirknetz;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.wirknetz.platform.database.TestDatabase;

/// Gives the program a fresh database on the shared test server.
public class TestRoom implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static int number;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var server = TestDatabase.server();
        // Tests fill whole networks by a statement: on a busy machine that takes longer than any page may.
        var address = TestDatabase.createDatabase("room_" + next(), null);
        var url = address + (address.contains("?") ? "&" : "?") + "socketTimeout=600";
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-room",
                        Map.of(
                                "wirknetz.data",
                                "target/rooms/" + ProcessHandle.current().pid() + "-" + number,
                                "wirknetz.db.url",
                                url,
                                "wirknetz.db.user",
                                server.ownerUser(),
                                "wirknetz.db.password",
                                server.ownerPassword())));
    }

    private static synchronized int next() {
        return ++number;
    }
}
