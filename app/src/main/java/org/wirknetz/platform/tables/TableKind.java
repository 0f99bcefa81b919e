package org.wirknetz.platform.tables;

import java.util.List;

/// The tables that a network check or an import understands, with their columns by English key (contract, section 3).
/// `CONTACTS` is the partner list as offices really have it: one row per contact, split into organisations,
/// people and
/// mandates.
public enum TableKind {
    ORGANISATIONS(
            "key name group area coordinator member_from member_to status website email phone street postcode city answered"),
    PEOPLE("key title given_name family_name person email phone"),
    MANDATES("person organisation function level from to"),
    TIES("from to kind strength mutual from_date to_date form"),
    CONTRIBUTIONS("giver receiver kind effort hours requested date"),
    TARGETS("group minimum weight area"),
    ACTIVITIES("organisation kind date count"),
    FUNDING("source amount public from to probability"),
    AGREEMENTS(
            "key title parties form binding levels from to notice_months visibility concluded ended reason purpose text"),
    OBLIGATIONS("agreement organisation person title due done evidence"),
    NEEDS("organisation title details topics amount unit area from to visibility"),
    OFFERS("organisation sort title details topics amount unit area from to visibility"),
    PRODUCTS("name kind stage since owners partners purpose rights outcome"),
    GROUPS(
            "name kind founded purpose mandate expected rules term_from term_to rhythm_days quorum visibility closed result"),
    GROUP_MEMBERS("group organisation person part votes since until"),
    CONTACTS(
            "organisation person salutation title given_name family_name function level from to email phone mobile key group"
                    + " area coordinator member_from member_to status website street postcode city");

    private final List<String> fields;

    TableKind(String fields) {
        this.fields = List.of(fields.split(" "));
    }

    public List<String> fields() {
        return fields;
    }

    /// Whether it tells of working together: agreements, needs, products, groups. A title and an organisation stand in
    /// many a
    /// list, so these are recognised by the name of file or sheet alone.
    public boolean ofRooms() {
        return switch (this) {
            case AGREEMENTS, OBLIGATIONS, NEEDS, OFFERS, PRODUCTS, GROUPS, GROUP_MEMBERS -> true;
            case ORGANISATIONS, PEOPLE, MANDATES, TIES, CONTRIBUTIONS, TARGETS, ACTIVITIES, FUNDING, CONTACTS -> false;
        };
    }

    /// The name of the file or sheet in contract and exports.
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
