package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.analysis.Range;

/// The share in a resource divided by the share in the bodies, asked by the same definition: 1 means as
/// much as there are of them. From published numbers alone (`domain.md` 6.3, participation in resources).
///
/// @param members the share in the bodies, in percent
/// @param reportingOn when the bodies were counted
/// @param range where those in the bodies are a sample: between which ratios it lies with 95 % confidence
public record ResourceRatio(double ratio, double members, LocalDate reportingOn, Optional<Range> range) {

    /// The bodies as they were published last up to the reporting date, for all lines of the resource: read once,
    /// however
    /// many lines it has. Empty where they never were.
    public static Optional<Release> bodiesBeside(JdbcClient db, Release.Head resource) {
        return resource.subject() == Subject.RESOURCES
                ? Release.lastUpTo(db, Subject.BODIES, resource.definition(), resource.reportingOn())
                : Optional.empty();
    }

    /// Empty where either is protected, or nobody it is about sits in a body.
    ///
    /// @param bodies as found beside the resource
    public static Optional<ResourceRatio> of(Release bodies, Figure share, Definition definition) {
        return bodies.sums()
                .flatMap(it -> Figure.of(bodies, it, definition))
                .filter(it -> it.part() > 0)
                .map(it -> new ResourceRatio(
                        share.percent() / it.percent(),
                        it.percent(),
                        bodies.head().reportingOn(),
                        range(share, it)));
    }

    private static Optional<Range> range(Figure share, Figure members) {
        return members.interval()
                .filter(it -> it.low() > 0)
                .map(it -> new Range(share.percent() / 100 / it.high(), share.percent() / 100 / it.low()));
    }
}
