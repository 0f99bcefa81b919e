package org.wirknetz.access.web;

/// @param email as it was typed
/// @param to where to go afterwards
/// @param sent a link is on its way, if there is such an account
/// @param again somebody who is signed in shall show once more that it is them
/// @param provider name of the other house whose accounts are good here, too; empty when there is none
/// @param links whether this server can send links at all
public record SignInPage(
        String email,
        String to,
        boolean refused,
        boolean out,
        boolean sent,
        boolean links,
        String provider,
        boolean again) {}
