package org.wirknetz.guards;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.wirknetz.Wirknetz;

/// The walls of the house (ARCHITECTURE.md). Seen failing with an arrow from platform up to access.
class ModulesTests {

    @Test
    void rooms_know_only_those_they_declare() {
        ApplicationModules.of(Wirknetz.class).verify();
    }
}
