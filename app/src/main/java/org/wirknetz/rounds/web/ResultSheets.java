package org.wirknetz.rounds.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Desk;

/// What a round came to, as a table: cards with their groups and dots, or ratings as means.
@Component
class ResultSheets {

    private final Desk desk;

    ResultSheets(Desk desk) {
        this.desk = desk;
    }

    void write(TableWriter table, RoundPage page) {
        if (page.card().rates()) ratings(table, page);
        else cards(table, page);
    }

    private void ratings(TableWriter table, RoundPage page) {
        head(table, "condition", "importance", "standing", "number");
        for (var it : page.ratedAll())
            table.row(Arrays.asList(
                    Cell.of(it.condition()), mean(it.importance()), mean(it.standing()), amount(it.number())));
    }

    private void cards(TableWriter table, RoundPage page) {
        head(table, "question", "cluster", "card", "by", "dots");
        var names = page.clusters().stream().collect(Collectors.toMap(RoundPage.Cluster::id, RoundPage.Cluster::name));
        for (var question : page.questions()) {
            for (var cluster : page.clusters(question)) {
                table.row(Arrays.asList(
                        Cell.of(question.wording()),
                        Cell.of(cluster.name()),
                        Cell.BLANK,
                        Cell.BLANK,
                        amount(cluster.dots())));
            }
            page.answers().stream()
                    .filter(it -> it.question().equals(question.id()))
                    .forEach(it -> table.row(Arrays.asList(
                            Cell.of(question.wording()),
                            Cell.of(name(names, it.cluster())),
                            Cell.of(it.body() == null ? "" : it.body()),
                            Cell.of(it.by()),
                            amount(it.dots()))));
        }
    }

    private static String name(Map<UUID, String> names, @org.jspecify.annotations.Nullable UUID cluster) {
        return cluster == null ? "" : names.getOrDefault(cluster, "");
    }

    private void head(TableWriter table, String... columns) {
        table.table(
                "round",
                Stream.of(columns).map(it -> desk.say("rounds.column." + it)).toList());
    }

    private static Cell amount(long number) {
        return new Cell.Amount(BigDecimal.valueOf(number));
    }

    private static Cell mean(double mean) {
        return new Cell.Amount(BigDecimal.valueOf(mean).setScale(2, RoundingMode.HALF_EVEN));
    }
}
