package org.wirknetz.directory.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.directory.Abbreviations;
import org.wirknetz.directory.SearchWords;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.web.Way;

/// Which people a list holds and in which order: their number and the identities of one page, from indexes alone.
///
/// Who holds a post today is read from the lines of the list (`directory.person_line`). The office also sees those
/// without one, and orders and narrows by fields of the lines that others may not see of everybody.
final class PersonHits {

    private static final String HERE = ".network = (select platform.network())";
    private static final List<String> NAME = List.of("platform.fold(p.family_name)", "platform.fold(p.given_name)");
    private static final List<String> NAME_OF_LINE = List.of("l.family_name", "l.given_name");

    private final JdbcClient db;
    private final ListQuestion question;
    private final Sight sight;
    private final String standing;
    private final Map<String, Object> parameters;
    private final List<String> conditions = new ArrayList<>();

    PersonHits(
            JdbcClient db,
            ListQuestion question,
            Sight sight,
            Map<String, Object> parameters,
            Abbreviations abbreviations) {
        this.db = db;
        this.question = question;
        this.sight = sight;
        this.standing = standing(question, sight);
        this.parameters = new HashMap<>(parameters);
        narrow(abbreviations);
    }

    int count() {
        return Way.count(db, parameters, byName().ranked());
    }

    List<UUID> cut(int total, int limit, int offset) {
        return way().page(db, parameters, question.descending(), total, limit, offset);
    }

    private Way way() {
        return switch (question.sort(PersonList.SORTS, "name")) {
            case "email" -> sight.seesFormer() ? field("email") : emailsSeen();
            // Nobody else sees it, so it orders nothing for them.
            case "informed_on" -> sight.seesFormer() ? field("informed_on") : byName();
            default -> byName();
        };
    }

    private Way byName() {
        return standing.isEmpty()
                ? new Way("p.id", people(), null, List.of(), NAME)
                : new Way("l.person", lines(), null, List.of(), NAME_OF_LINE);
    }

    private Way field(String column) {
        var all = standing.isEmpty() ? people() : lines();
        var rank = (standing.isEmpty() ? "p." : "l.") + column;
        return new Way(
                standing.isEmpty() ? "p.id" : "l.person",
                all + " and " + rank + " is not null",
                all + " and " + rank + " is null",
                List.of(rank),
                standing.isEmpty() ? NAME : NAME_OF_LINE);
    }

    private Way emailsSeen() {
        var all = lines().replaceFirst(" where ", " join " + seen() + " on s.id = l.person and s" + HERE + " where ");
        return new Way(
                "l.person",
                all + " and s.email is not null",
                all + " and s.email is null",
                List.of("s.email"),
                NAME_OF_LINE);
    }

    private String people() {
        return " from directory.person p where p" + HERE + " and p.forgotten_on is null" + conditions("p.id");
    }

    private String lines() {
        return " from directory.person_line l where l" + HERE
                + " and l.begins <= :today and l.ends > :today and l.present = " + standing.equals("present")
                + conditions("l.person");
    }

    private String conditions(String id) {
        return conditions.stream().map(it -> " and " + it.formatted(id)).collect(Collectors.joining());
    }

    private String seen() {
        return "directory.person_seen(" + sight.audience() + ", cast(:own as uuid[]), :today) s";
    }

    private void narrow(Abbreviations abbreviations) {
        if (!sight.seesPeople()) conditions.add("%s in (select s.id from " + seen() + " where s" + HERE + ")");
        if (question.has("q")) {
            conditions.add(
                    "%s in (select e.id from directory.found(cast(:words as jsonb), 4, null, 'person', null) e)");
            parameters.put(
                    "words", SearchWords.of(question.get("q"), abbreviations).json());
        }
        var gap = question.get("gap");
        if (gap.equals("uninformed") && sight.seesFormer()) without("informed_on");
        if (gap.equals("email") && sight.seesFormer()) without("email");
        else if (gap.equals("email")) {
            conditions.add("%s in (select s.id from " + seen() + " where s" + HERE + " and s.email is null)");
        }
    }

    private void without(String column) {
        conditions.add((standing.isEmpty() ? "p." : "l.") + column + " is null");
    }

    private static String standing(ListQuestion question, Sight sight) {
        if (!sight.seesPeople()) return "";
        if (!sight.seesFormer()) return "present";
        var asked = question.get("standing");
        return PersonList.STANDINGS.contains(asked) ? asked : "";
    }
}
