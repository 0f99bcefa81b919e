package org.wirknetz.networkcheck.alarms;

import java.util.UUID;

/// What those are called of whom an alarm speaks; empty where somebody is not known.
public interface Called {

    String organisation(UUID id);

    String person(UUID id);

    /// A role of the target constellation, by the key of its group.
    String role(String group);
}
