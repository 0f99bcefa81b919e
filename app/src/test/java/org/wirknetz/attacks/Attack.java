package org.wirknetz.attacks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.wirknetz.Cast;
import org.wirknetz.TestRoom;
import org.wirknetz.Wirknetz;

/// The running program behind a real port, tried from outside. Today is 2026-11-23.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Wirknetz.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "wirknetz.clock=2026-11-23")
@ContextConfiguration(initializers = TestRoom.class)
@Import({Cast.class, Browsers.class})
@interface Attack {}
