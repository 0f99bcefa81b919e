package org.wirknetz.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What another room puts on the network's profile. The directory knows no other room; whoever has something to say
/// there implements this.
public interface ProfilePart {

    /// A body that every reader inside may know of, funders too: what it is called and what it is for.
    record Body(String name, @Nullable String purpose) {}

    /// A page that is open to everybody right now.
    ///
    /// @param words the key of its name
    /// @param path behind `/n/{network}`
    record OpenPage(String words, String path) {}

    /// Bodies of the network, asked for by somebody with a seat.
    default List<Body> bodies() {
        return List.of();
    }

    /// Asked by anybody.
    default List<OpenPage> openPages() {
        return List.of();
    }
}
