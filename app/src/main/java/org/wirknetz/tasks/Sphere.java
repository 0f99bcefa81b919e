package org.wirknetz.tasks;

/// What a decision is for: something that happens (German: *Praxis*), or how one thinks of it (*Theorie*).
public enum Sphere {
    PRACTICE,
    THEORY
}
