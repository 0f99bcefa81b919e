package org.wirknetz.directory;

/// A page that everybody may read once the office has opened it.
///
/// The profile says what the network is; the list of partners names who is public; the structures are the
/// bodies and alliances of the region; the contact page holds the card of the office and a form to it.
public enum PublicPart {
    PROFILE("public_profile", ""),
    PARTNERS("public_partners", "/partners"),
    STRUCTURES("public_structures", "/structures"),
    CONTACT("public_contact", "/contact");

    private final String column;
    private final String path;

    PublicPart(String column, String path) {
        this.column = column;
        this.path = path;
    }

    String column() {
        return column;
    }

    /// Where it lies behind `/n/{network}`.
    public String path() {
        return path;
    }
}
