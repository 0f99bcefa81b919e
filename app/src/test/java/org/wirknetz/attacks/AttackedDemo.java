package org.wirknetz.attacks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.wirknetz.Cast;
import org.wirknetz.TestRoom;
import org.wirknetz.Wirknetz;

/// A program and a database of its own, since what is done to the demo in there would spoil it for others.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Wirknetz.class,
        properties = {"wirknetz.clock=2026-11-23", "wirknetz.base-url=http://attacked.example"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestRoom.class)
@Import(Cast.class)
@interface AttackedDemo {}
