package org.wirknetz.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.Definitions;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Figure;
import org.wirknetz.equality.Release;
import org.wirknetz.equality.ResourceRatio;
import org.wirknetz.equality.Subject;
import org.wirknetz.platform.Forbidden;

/// Figures on equality as they were published: a protected number is null here as it is a dot on the page.
@RestController
class EqualityFigures {

    private final JdbcClient db;
    private final Definitions definitions;
    private final EqualityPermissions may;

    EqualityFigures(JdbcClient db, Definitions definitions, EqualityPermissions may) {
        this.db = db;
        this.definitions = definitions;
        this.may = may;
    }

    @GetMapping("/api/v1/networks/{network}/equality")
    ResponseEntity<byte[]> list(Visitor visitor, HttpServletRequest request) {
        Forbidden.unless(may.see(visitor));
        return Answered.list(Release.all(db), Release.Head::id, EqualityFigures::head, request);
    }

    @GetMapping("/api/v1/networks/{network}/equality/{release}")
    ResponseEntity<byte[]> show(Visitor visitor, @PathVariable UUID release, HttpServletRequest request) {
        Forbidden.unless(may.see(visitor));
        var shown = Release.of(db, release);
        var document = head(shown.head());
        var definition = definitions.of(shown.head().definition());
        document.put("dissimilarity", orNull(Figure.dissimilarity(shown, definition)));
        document.put("diversity", orNull(Figure.diversity(shown, definition)));
        var bodies = ResourceRatio.bodiesBeside(db, shown.head());
        document.put(
                "lines",
                shown.lines().stream().map(it -> line(shown, it, bodies)).toList());
        return Answered.document(document, request);
    }

    private static @Nullable Double orNull(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static Map<String, @Nullable Object> head(Release.Head head) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("id", head.id());
        said.put("definition", head.definition());
        said.put("subject", head.subject());
        said.put("mode", head.mode());
        said.put("reportingOn", head.reportingOn().toString());
        said.put("publishedOn", head.publishedOn().toString());
        said.put("unknown", head.unknown());
        said.put("organisations", head.organisations());
        said.put("typedByOffice", head.typed());
        said.put("reference", head.reference());
        said.put("referenceSource", head.referenceSource());
        said.put("action", head.action());
        return said;
    }

    private Map<String, @Nullable Object> line(Release release, Release.Line line, Optional<Release> bodies) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("position", line.position());
        said.put("name", line.name());
        said.put("measure", line.measure());
        said.put("numbers", line.numbers());
        var from = line.repeatedFrom();
        said.put("repeatedFrom", from == null ? null : from.toString());
        said.put(
                "share",
                Figure.of(release, line, definitions.of(release.head().definition()))
                        .map(it -> share(release, it, bodies))
                        .orElse(null));
        return said;
    }

    private Map<String, @Nullable Object> share(Release release, Figure figure, Optional<Release> bodies) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("part", figure.part());
        said.put("whole", figure.whole());
        said.put("percent", figure.percent());
        said.put("gap", figure.gap().isPresent() ? figure.gap().getAsDouble() : null);
        said.put("index", figure.index().isPresent() ? figure.index().getAsDouble() : null);
        said.put(
                "interval",
                figure.interval()
                        .map(it -> List.of(it.low() * 100, it.high() * 100))
                        .orElse(null));
        said.put(
                "indexInterval",
                figure.indexInterval().map(it -> List.of(it.low(), it.high())).orElse(null));
        if (release.head().subject() == Subject.RESOURCES)
            said.put(
                    "ratioToBodies",
                    bodies.flatMap(it -> ResourceRatio.of(
                                    it, figure, definitions.of(release.head().definition())))
                            .map(ResourceRatio::ratio)
                            .orElse(null));
        return said;
    }
}
