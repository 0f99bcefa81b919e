package org.wirknetz.directory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.NetworkProfile;
import org.wirknetz.directory.ProfilePart;
import org.wirknetz.directory.ProfileVariant;
import org.wirknetz.directory.PublicDirectory;
import org.wirknetz.directory.PublicPart;
import org.wirknetz.platform.web.NetworkSign;

/// Makes the profile of the network in scope for those who may read it.
@Component
class ProfilePages {

    private final JdbcClient db;
    private final Desk desk;
    private final NetworkProfile profile;
    private final PublicDirectory publicDirectory;
    private final PartnerCards cards;
    private final List<ProfilePart> parts;

    ProfilePages(
            JdbcClient db,
            Desk desk,
            NetworkProfile profile,
            PublicDirectory publicDirectory,
            PartnerCards cards,
            List<ProfilePart> parts) {
        this.db = db;
        this.desk = desk;
        this.profile = profile;
        this.publicDirectory = publicDirectory;
        this.cards = cards;
        this.parts = List.copyOf(parts);
    }

    ProfilePage of(NetworkSign network, ProfileVariant variant) {
        var text = profile.text();
        var open = publicDirectory.openParts();
        boolean forAll = variant == ProfileVariant.PUBLIC;
        boolean partners = !forAll || open.contains(PublicPart.PARTNERS);
        var members = partners
                ? ProfileMembers.of(
                        db, variant.sight(), desk.today(), desk.locale().getLanguage())
                : ProfileMembers.NOBODY;
        var offices = cards.offices(variant.sight());
        var middle = offices.isEmpty()
                ? desk.say("directory.profile.office")
                : offices.getFirst().name();
        return new ProfilePage(
                network.name(),
                variant,
                text.purpose(desk.locale()),
                text.region(desk.locale()),
                partners,
                members,
                ProfilePicture.of(middle, members.groups()),
                forAll
                        ? List.of()
                        : parts.stream().flatMap(it -> it.bodies().stream()).toList(),
                offices,
                openPages(network.slug(), open));
    }

    /// What else is open to everybody, in the order of the portal.
    private List<ProfilePage.Link> openPages(String slug, Set<PublicPart> open) {
        var all = new ArrayList<ProfilePart.OpenPage>();
        if (open.contains(PublicPart.PARTNERS)) all.add(openPage(PublicPart.PARTNERS));
        if (open.contains(PublicPart.STRUCTURES)) all.add(openPage(PublicPart.STRUCTURES));
        for (var part : parts) all.addAll(part.openPages());
        if (open.contains(PublicPart.CONTACT)) all.add(openPage(PublicPart.CONTACT));
        return all.stream()
                .map(it -> new ProfilePage.Link(desk.say(it.words()), "/n/" + slug + it.path()))
                .toList();
    }

    private static ProfilePart.OpenPage openPage(PublicPart part) {
        return new ProfilePart.OpenPage("directory.profile.open." + part, part.path());
    }
}
