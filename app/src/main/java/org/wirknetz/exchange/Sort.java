package org.wirknetz.exchange;

/// What a listing is.
public enum Sort {
    /// German: *Bedarf*
    NEED("needs"),
    /// German: *Angebot*
    OFFER("offers"),
    /// Something one has, such as rooms (German: *Ressource*)
    RESOURCE("offers"),
    /// Something one can, such as a language (German: *Kompetenz*)
    COMPETENCE("offers"),
    /// Something one stands for or against (German: *Interesse*)
    INTEREST("interests");

    private final String shelf;

    Sort(String shelf) {
        this.shelf = shelf;
    }

    /// The page it stands on, which is its part of the address too.
    public String shelf() {
        return shelf;
    }
}
