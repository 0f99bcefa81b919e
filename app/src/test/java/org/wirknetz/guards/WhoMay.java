package org.wirknetz.guards;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.wirknetz.access.Role;

/// The sentences of `who-may-what.txt`: whom an address lets in. They are what the house has promised, not what the
/// program happens to answer.
enum WhoMay {
    ANYBODY("anybody"),
    SIGNED_IN("whoever is signed in"),
    OPERATOR("the operator"),
    EVERYBODY("everybody with a seat"),
    MAKER("whoever made it"),
    INSIDE("all but funders"),
    PARTNERS("office and partners"),
    ADMINS("office and partner admins"),
    FIRST("office and the people of the first"),
    SECOND("office and the people of the second"),
    BOTH("office and the people of both"),
    FIRST_ADMINS("office and the admins of the first"),
    BOTH_ADMINS("office and the admins of both"),
    OFFICE("the office"),
    NOBODY("nobody");

    private final String sentence;

    WhoMay(String sentence) {
        this.sentence = sentence;
    }

    /// @param role with a seat in the network
    /// @param side where the organisation stands for which somebody of a partner asks
    boolean lets(Role role, Side side) {
        boolean office = role == Role.OFFICE;
        boolean admin = role == Role.PARTNER_ADMIN;
        boolean partner = admin || role == Role.PARTNER_STAFF;
        boolean first = side == Side.FIRST;
        boolean concerned = side != Side.NEITHER;
        return switch (this) {
            case ANYBODY, SIGNED_IN, EVERYBODY -> true;
            case OPERATOR, NOBODY -> false;
            case MAKER -> first;
            case INSIDE -> role != Role.FUNDER;
            case PARTNERS -> office || partner;
            case ADMINS -> office || admin;
            case FIRST -> office || partner && first;
            case SECOND -> office || partner && side == Side.SECOND;
            case BOTH -> office || partner && concerned;
            case FIRST_ADMINS -> office || admin && first;
            case BOTH_ADMINS -> office || admin && concerned;
            case OFFICE -> office;
        };
    }

    /// Whether it depends on the row, so that all its sides have to be tried.
    boolean looksAtTheRow() {
        return switch (this) {
            case MAKER, FIRST, SECOND, BOTH, FIRST_ADMINS, BOTH_ADMINS -> true;
            case ANYBODY, SIGNED_IN, OPERATOR, EVERYBODY, INSIDE, PARTNERS, ADMINS, OFFICE, NOBODY -> false;
        };
    }

    /// Address to sentence, such as `GET /w/{network}/people` or `PATCH people`.
    static Map<String, WhoMay> table() {
        var table = new LinkedHashMap<String, WhoMay>();
        WhoMay[] current = new WhoMay[1];
        text().lines()
                .filter(it -> !it.isBlank() && !it.strip().startsWith("#"))
                .forEach(line -> {
                    if (!line.startsWith(" ")) {
                        current[0] = Arrays.stream(values())
                                .filter(it -> it.sentence.equals(line.strip()))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("No such sentence: " + line));
                        return;
                    }
                    if (table.put(line.strip(), Objects.requireNonNull(current[0])) != null)
                        throw new AssertionError("Said twice: " + line.strip());
                });
        return table;
    }

    private static String text() {
        try (var in = WhoMay.class.getResourceAsStream("/guards/who-may-what.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
