package org.wirknetz.guards;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.wirknetz.Wirknetz;

/// The walls of the house (ARCHITECTURE.md). Seen failing with an arrow from platform up to access.
class ModulesTests {

    @Test
    void rooms_know_only_those_they_declare() {
        // The library beside the house shares the package name, not the walls.
        ApplicationModules.of(Wirknetz.class, resideInAPackage("org.wirknetz.analysis.."))
                .verify();
    }
}
