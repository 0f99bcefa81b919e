package org.wirknetz.networkcheck.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Coopetition;
import org.wirknetz.networkcheck.Coopetition.Field;
import org.wirknetz.networkcheck.Coopetitions;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.CsvTables;

/// Competing and working together: for the office alone, as a picture, as tables and as a file.
@Controller
class CoopetitionController {

    private final Coopetitions coopetitions;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;

    CoopetitionController(Coopetitions coopetitions, NetworkcheckPermissions may, CheckDesk desk) {
        this.coopetitions = coopetitions;
        this.may = may;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/ties/coopetition")
    ModelAndView show(Visitor visitor, @RequestParam(defaultValue = "") String asOf) {
        Forbidden.unless(may.seeCoopetition(visitor));
        var day = desk.asOf(asOf);
        var matrix = coopetitions.on(day, desk.locale());
        var counts = matrix.counts();
        var title = desk.say("networkcheck.coopetition.title");
        return desk.page(
                "coopetition",
                title,
                List.of(desk.ties(visitor), CheckDesk.here(title)),
                Map.of(
                        "matrix",
                        matrix,
                        "picture",
                        CoopetitionPicture.of(matrix),
                        "day",
                        day,
                        "sentence",
                        desk.say(
                                "networkcheck.coopetition.sentence",
                                counts.getOrDefault(Field.RIVALS_TOGETHER, 0L),
                                counts.getOrDefault(Field.RIVALS_APART, 0L))));
    }

    @GetMapping("/w/{network}/ties/coopetition/export")
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam(defaultValue = "") String asOf) {
        Forbidden.unless(may.seeCoopetition(visitor));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + visitor.slug() + "-coopetition.csv\"")
                .body(table(coopetitions.on(desk.asOf(asOf), desk.locale())));
    }

    private byte[] table(Coopetition matrix) {
        var bytes = new ByteArrayOutputStream();
        try (var tables = new CsvTables(name -> bytes)) {
            tables.table(
                    "coopetition",
                    List.of(
                            desk.say("networkcheck.coopetition.one"),
                            desk.say("networkcheck.coopetition.other"),
                            desk.say("networkcheck.coopetition.field"),
                            desk.say("networkcheck.coopetition.overlap"),
                            desk.say("networkcheck.coopetition.shared"),
                            desk.say("networkcheck.coopetition.kinds"),
                            desk.say("networkcheck.coopetition.safe")));
            for (var pair : matrix.pairs()) {
                tables.row(List.of(
                        Cell.of(pair.oneName()),
                        Cell.of(pair.otherName()),
                        Cell.of(desk.say("networkcheck.coopetition.field." + pair.field())),
                        new Cell.Amount(BigDecimal.valueOf(pair.overlap()).setScale(2, RoundingMode.HALF_UP)),
                        Cell.of(String.join(", ", pair.shared())),
                        Cell.of(String.join(
                                ", ",
                                pair.kinds().stream()
                                        .map(it -> desk.say("networkcheck.kind." + it))
                                        .toList())),
                        Cell.of(String.join(", ", pair.safe()))));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
