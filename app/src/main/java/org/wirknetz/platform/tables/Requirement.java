package org.wirknetz.platform.tables;

import java.util.Collection;
import java.util.List;

/// Which columns make a table what it is, and which tell it from its likes.
final class Requirement {
    private Requirement() {}

    /// 1 when the columns without which the table means nothing are there, else 0.
    static int met(TableKind kind, Collection<String> fields) {
        boolean met = switch (kind) {
            case ORGANISATIONS -> any(fields, "name", "key");
            case PEOPLE -> any(fields, "family_name", "person", "email");
            case MANDATES -> all(fields, "person", "organisation");
            case TIES -> all(fields, "from", "to");
            case CONTRIBUTIONS -> all(fields, "giver", "receiver");
            case TARGETS -> fields.contains("group");
            case ACTIVITIES -> fields.contains("organisation");
            case FUNDING -> all(fields, "source", "amount");
            case AGREEMENTS -> all(fields, "title", "parties");
            case OBLIGATIONS -> all(fields, "agreement", "organisation", "title");
            case NEEDS, OFFERS -> all(fields, "organisation", "title");
            case PRODUCTS -> all(fields, "name", "owners");
            case GROUPS -> fields.contains("name");
            case GROUP_MEMBERS -> all(fields, "group", "organisation");
            case CONTACTS -> fields.contains("organisation") && any(fields, "person", "family_name", "given_name");
        };
        return met ? 1 : 0;
    }

    /// A bonus or malus where two kinds share their columns.
    static double typical(TableKind kind, Collection<String> fields) {
        return switch (kind) {
            case ORGANISATIONS -> fields.contains("name") ? 0.2 : -1;
            case PEOPLE -> any(fields, "given_name", "family_name") ? 0.3 : -2;
            case MANDATES -> fields.contains("level") ? 0.6 : -1.5;
            case TIES -> any(fields, "strength", "mutual", "form") ? 1.5 : 0.2;
            case CONTRIBUTIONS -> any(fields, "effort", "hours", "requested") ? 1.7 : -0.5;
            case TARGETS -> any(fields, "minimum", "weight") ? 1.5 : -3;
            case ACTIVITIES -> fields.contains("count") ? 1.5 : -3;
            case FUNDING, AGREEMENTS, OBLIGATIONS, NEEDS, OFFERS, PRODUCTS, GROUPS, GROUP_MEMBERS -> 2;
            // As many columns understood as an organisation's table, and people besides: then it is a list of contacts.
            case CONTACTS -> 0.5;
        };
    }

    private static boolean any(Collection<String> fields, String... wanted) {
        return List.of(wanted).stream().anyMatch(fields::contains);
    }

    private static boolean all(Collection<String> fields, String... wanted) {
        return fields.containsAll(List.of(wanted));
    }
}
