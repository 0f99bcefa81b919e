package org.wirknetz.networkcheck.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.web.Way;

/// Which ties a list holds and in which order: their number and the identities of one page.
///
/// Each order has an index of its own. In the order of names the organisations are gone through, and the ties of each
/// are looked up.
final class TieHits {

    private static final String CONFIRMED = "(tie.from_confirmed_at is not null and tie.to_confirmed_at is not null)";
    private static final String NOW =
            "(tie.valid_from is null or tie.valid_from <= :day) and (tie.valid_to is null or tie.valid_to > :day)";
    private static final String CALLED = "(select named.id from directory.organisation_card named"
            + " where named.network = :network and (named.id = any (cast(:meant as uuid[]))"
            + " or platform.fold(named.name || ' ' || named.short) like '%' || replace(platform.fold(:q), '%', '') || '%'))";

    private final TiesQuestion question;
    private final List<UUID> meant;
    private final Map<String, Object> parameters = new HashMap<>();
    private final String conditions;

    /// @param meant organisations that the words of the question mean, beside those whose names hold them
    TieHits(TiesQuestion question, List<UUID> meant) {
        this.question = question;
        this.meant = meant;
        this.conditions = conditions();
    }

    int count(JdbcClient db) {
        return Way.count(db, parameters, " from networkcheck.tie" + conditions);
    }

    List<UUID> cut(JdbcClient db, int total, int limit, int offset) {
        return way().page(db, parameters, question.descending(), total, limit, offset);
    }

    private Way way() {
        var all = " from networkcheck.tie" + conditions;
        return switch (question.order()) {
            case "kind" -> new Way("tie.id", all, null, List.of("tie.kind"), List.of());
            case "confirmed" -> new Way("tie.id", all, null, List.of(CONFIRMED), List.of());
            case "strength" -> holed("tie.strength");
            case "since" -> holed("tie.valid_from");
            case "until" -> holed("tie.valid_to");
            case "to" -> named("to_organisation");
            default -> named("from_organisation");
        };
    }

    private Way holed(String column) {
        var all = " from networkcheck.tie" + conditions + " and " + column;
        return new Way("tie.id", all + " is not null", all + " is null", List.of(column), List.of());
    }

    /// Each in a query of its own (offset 0): the names come folded from their index, and the ties of one organisation
    /// from the narrow index of that side.
    private Way named(String side) {
        var direction = question.descending() ? " desc" : "";
        var all = " from (select c.id, platform.fold(c.name) as name from directory.organisation_card c"
                + " where c.network = :network order by platform.fold(c.name)" + direction + ", c.id" + direction
                + " offset 0) side cross join lateral (select tie.id from networkcheck.tie" + conditions + " and tie."
                + side
                + " = side.id order by tie.id" + direction + " offset 0) tie";
        return new Way("tie.id", all, null, List.of(), List.of("side.name"));
    }

    private String conditions() {
        var all = new StringBuilder(" where tie.network = :network");
        parameters.put("network", Scope.current().requireNetwork().value());
        if (!question.kind().isEmpty()) {
            all.append(" and tie.kind = :kind");
            parameters.put("kind", question.kind());
        }
        if (!question.confirmed().isEmpty()) {
            all.append(question.confirmed().equals("both") ? " and " : " and not ")
                    .append(CONFIRMED);
        }
        if (question.organisation() != null) {
            all.append(" and :organisation in (tie.from_organisation, tie.to_organisation)");
            parameters.put("organisation", question.organisation());
        }
        if (!question.standing().equals("all")) {
            all.append(question.standing().equals("now") ? " and (" : " and not (")
                    .append(NOW)
                    .append(")");
            parameters.put("day", question.asOf());
        }
        if (!question.q().isEmpty()) {
            all.append(" and (tie.from_organisation in ").append(CALLED);
            all.append(" or tie.to_organisation in ").append(CALLED).append(")");
            parameters.put("q", question.q());
            parameters.put("meant", meant.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")));
        }
        return all.toString();
    }
}
