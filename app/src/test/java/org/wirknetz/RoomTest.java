package org.wirknetz;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test of rooms through the web door, on a real PostgreSQL. All such tests share one server, one database and one
/// running program; each plays in fresh networks of its own (see [Cast]) and leaves its data behind.
///
/// Today is 2026-11-23.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Wirknetz.class,
        properties = {"wirknetz.clock=2026-11-23", "wirknetz.base-url=http://localhost"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestRoom.class)
@Import({Cast.class, StatementCount.class})
public @interface RoomTest {}
