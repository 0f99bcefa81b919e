package org.wirknetz.directory;

import java.util.Set;
import java.util.UUID;

/// Who is at work in a room without a post in the directory, such as a guest in a working group. The rooms
/// implement it; whoever one of them names is not forgotten.
public interface StillNeeded {

    Set<UUID> people();
}
