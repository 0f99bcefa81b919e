package org.wirknetz.platform.web;

/// A page within a room that several pages share, already allowed for the person who sees it.
///
/// @param room key of the room, such as `cooperation`
/// @param order from left to right; Zusammenarbeit: Vereinbarungen 10, Geben und Nehmen 30, Bedarfe 40, Beziehungen 90.
///     From [#REST] on a page stands under one heading with others where a room has too many for one row.
/// @param words the whole key of its words, such as `agreements.title`
public record RoomPage(String room, int order, String words, String href, boolean current) {

    public static final int REST = 1000;

    public boolean isOfTheRest() {
        return order >= REST;
    }
}
