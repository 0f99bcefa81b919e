package org.wirknetz.platform.web;

/// A door in the navigation, already allowed for the person who sees it.
///
/// @param key of the words `room.<key>`
/// @param order the place in the list of `product.md`: Heute 10, Partner 20, Zusammenarbeit 30 … Verwaltung 110
/// @param count what waits behind the door; 0 shows nothing
public record Room(String key, int order, String href, int count, boolean current) {

    /// Two doors into one room: it leads where the first one does.
    Room and(Room other) {
        return new Room(key, order, href, count + other.count(), current || other.current());
    }
}
