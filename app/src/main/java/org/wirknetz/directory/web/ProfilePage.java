package org.wirknetz.directory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.directory.ProfilePart;
import org.wirknetz.directory.ProfileVariant;

/// The network on one page (C2.4): what it is for, where, who is in it, which bodies it has, whom to write to.
///
/// @param open pages that are open to everybody, with the whole way to each
/// @param partnersShown whether partners are named and counted at all: in public only where their list is open
/// @param bodies what they are called and what they are for
public record ProfilePage(
        String network,
        ProfileVariant variant,
        @Nullable String purpose,
        @Nullable String region,
        boolean partnersShown,
        ProfileMembers members,
        ProfilePicture picture,
        List<ProfilePart.Body> bodies,
        List<PublicPartnersController.Partner> offices,
        List<Link> open) {

    public record Link(String words, String href) {}

    public boolean isPublic() {
        return variant == ProfileVariant.PUBLIC;
    }

    public boolean isEmpty() {
        return purpose == null && region == null && members.all() == 0 && bodies.isEmpty() && offices.isEmpty();
    }
}
