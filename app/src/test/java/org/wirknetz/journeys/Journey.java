package org.wirknetz.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.wirknetz.Cast;
import org.wirknetz.TestRoom;
import org.wirknetz.Wirknetz;

/// A walk through the running program with the demo networks, on a door of its own. All journeys of a JVM share one
/// program and one Chromium; each person comes with a fresh browser window.
///
/// Today is 2026-11-23.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@SpringBootTest(
        classes = Wirknetz.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"wirknetz.clock=2026-11-23", "wirknetz.demo=true"})
@ContextConfiguration(initializers = TestRoom.class)
@Import({Cast.class, FreshNetworks.class})
@interface Journey {}
