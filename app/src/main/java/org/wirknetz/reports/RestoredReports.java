package org.wirknetz.reports;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.networkcheck.HalfYear;
import org.wirknetz.platform.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reports that came with an archive. A file can be changed on its way, and what is no report of ours would break
/// pages
/// and papers later, when nobody knows any more where it came from.
@Component
public class RestoredReports {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final List<String> CHAPTERS = List.of("standards", "shaping", "sustaining", "work", "reasons");

    private final JdbcClient db;

    RestoredReports(JdbcClient db) {
        this.db = db;
    }

    private record Row(UUID id, String halfYear, LocalDate asOf, LocalDate frozenOn) {}

    private record Words(String halfYear, String part, String words) {}

    /// Looks through all of the network in scope.
    ///
    /// @throws Refused `reports.archive-unfit` with the half-year, and where it is not as this program writes it
    @Transactional(readOnly = true)
    public void require() {
        db.sql("select half_year, part, words from reports.passage where network = platform.network() order by id")
                .query(Words.class)
                .list()
                .forEach(it -> new Looking(it.halfYear())
                        .text(it.words(), Place.valueOf(it.part()).most(), it.part()));
        db.sql(
                        "select id, half_year, as_of, frozen_on from reports.report where network = platform.network() order by id")
                .query(Row.class)
                .list()
                .forEach(this::require);
    }

    private void require(Row row) {
        var looking = new Looking(row.halfYear());
        var period = HalfYear.parse(row.halfYear(), row.asOf());
        looking.need(period.key().equals(row.halfYear()), "half_year");
        looking.need(row.asOf().equals(period.to().minusDays(1)), "as_of");
        looking.need(!row.frozenOn().isBefore(period.to()) && row.frozenOn().getYear() < 2200, "frozen_on");
        var content = db.sql("select content from reports.report where network = platform.network() and id = ?")
                .param(row.id())
                .query(String.class)
                .single();
        var editions = looking.editions(content);
        editions.forEach((language, edition) -> looking.edition(language, edition, row, period));
    }

    /// @param halfYear whose words or report it is
    private record Looking(String halfYear) {

        void need(boolean fits, String place) {
            if (!fits) throw new Refused("reports.archive-unfit", halfYear, place);
        }

        void text(@Nullable String said, int most, String place) {
            need(said != null && said.length() <= most, place);
        }

        void text(@Nullable String said, String place) {
            text(said, Integer.MAX_VALUE, place);
        }

        Map<String, Edition> editions(String content) {
            try {
                var read = STRICT.readValue(content, new TypeReference<Map<String, @Nullable Edition>>() {});
                need(read != null && read.keySet().equals(Set.of("de", "en")) && !read.containsValue(null), "content");
                return new TreeMap<>(read);
            } catch (JacksonException unlike) {
                throw new Refused("reports.archive-unfit", halfYear, "content");
            }
        }

        void edition(String language, Edition edition, Row row, HalfYear period) {
            need(Edition.SCHEMA.equals(edition.schema()), language + ".schema");
            need(language.equals(edition.language()), language + ".language");
            need(period.key().equals(edition.period()), language + ".period");
            need(period.from().equals(edition.from()), language + ".from");
            need(period.to().minusDays(1).equals(edition.to()), language + ".to");
            need(row.asOf().equals(edition.asOf()), language + ".asOf");
            need(edition.organisations() >= 0, language + ".organisations");
            text(edition.network(), language + ".network");
            text(edition.title(), language + ".title");
            text(edition.introduction(), Place.MOST, language + ".introduction");
            text(edition.board(), Place.BOARD.most(), language + ".board");
            need(
                    edition.chapters().stream()
                            .map(Edition.Chapter::key)
                            .toList()
                            .equals(CHAPTERS),
                    language + ".chapters");
            var ids = new HashSet<String>();
            for (var chapter : edition.chapters()) {
                var place = language + "." + chapter.key();
                text(chapter.title(), place + ".title");
                text(chapter.lead(), place + ".lead");
                text(chapter.comment(), Place.MOST, place + ".comment");
                for (var figure : chapter.figures()) figure(figure, place, ids);
            }
        }

        private void figure(Edition.Figure figure, String chapter, Set<String> ids) {
            need(
                    figure.id() != null && figure.id().matches("[a-z][A-Za-z0-9_-]{0,59}") && ids.add(figure.id()),
                    chapter);
            var place = chapter + "." + figure.id();
            text(figure.title(), place + ".title");
            text(figure.sentence(), place + ".sentence");
            text(figure.basis(), place + ".basis");
            text(figure.missing(), place + ".missing");
            text(figure.definition(), place + ".definition");
            text(figure.source(), place + ".source");
            need(
                    figure.asOf() != null
                            && figure.asOf().getYear() >= 1900
                            && figure.asOf().getYear() < 2200,
                    place + ".asOf");
        }
    }
}
