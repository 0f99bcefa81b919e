package org.wirknetz.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.directory.Discretion;
import org.wirknetz.networkcheck.HalfYear;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The reports of the network in scope: drawn up, frozen, released. What is frozen never changes, whatever
/// happens to
/// the data it was made from; what is released is never taken back.
@Component
@Transactional
public class HalfYearReports {

    private static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

    private final JdbcClient db;
    private final Materials materials;
    private final Editor editor;
    private final Passages passages;
    private final Discretion discretion;
    private final Clock clock;
    private final JsonMapper json;

    HalfYearReports(
            JdbcClient db,
            Materials materials,
            Editor editor,
            Passages passages,
            Discretion discretion,
            Clock clock,
            JsonMapper json) {
        this.db = db;
        this.materials = materials;
        this.editor = editor;
        this.passages = passages;
        this.discretion = discretion;
        this.clock = clock;
        this.json = json;
    }

    /// @param halfYear as in an address: `2026-1`
    /// @param releasedOn null until those outside may read it
    public record Head(
            UUID id,
            String halfYear,
            LocalDate asOf,
            LocalDate frozenOn,
            @Nullable LocalDate releasedOn) {}

    /// A frozen report in one language.
    public record Report(Head head, Edition edition) {}

    /// The newest first; those that are not released only for who may see them.
    @Transactional(readOnly = true)
    public List<Head> all() {
        return db.sql(HEADS + " order by half_year desc").query(Head.class).list();
    }

    private static final String HEADS = """
            select id, half_year, as_of, frozen_on, released_on from reports.report where network = platform.network()
            """;

    /// @throws NotFound when there is none, or it is not released and the one who asks may not see it
    @Transactional(readOnly = true)
    public Report of(UUID id, Locale locale) {
        var head = head(id);
        var content = db.sql("select content from reports.report where network = platform.network() and id = ?")
                .param(id)
                .query(String.class)
                .single();
        var editions = json.readValue(content, new TypeReference<Map<String, Edition>>() {});
        var edition = editions.get(locale.getLanguage());
        if (edition == null) throw new NotFound();
        return new Report(head, edition);
    }

    private Head head(UUID id) {
        return db.sql(HEADS + " and id = ?")
                .param(id)
                .query(Head.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// The half-year in words, such as "1. Halbjahr 2026".
    public String title(String halfYear, Locale locale) {
        return editor.title(HalfYear.parse(halfYear, LocalDate.now(clock)), locale);
    }

    /// As it would be frozen now.
    ///
    /// @throws Refused `reports.not-begun`
    @Transactional(readOnly = true)
    public Edition draft(HalfYear period, String network, Locale locale) {
        return editor.edition(material(period), locale, network, passages.of(period));
    }

    private Material material(HalfYear period) {
        var today = LocalDate.now(clock);
        if (period.from().isAfter(today)) throw new Refused("reports.not-begun");
        var last = period.to().minusDays(1);
        return materials.of(period, last.isAfter(today) ? today : last);
    }

    /// Keeps the report as it is now, in every language.
    ///
    /// @param on the day it is kept on
    /// @throws Refused while the half-year lasts, when it is frozen already, or when the office's words name
    ///     somebody
    public UUID freeze(HalfYear period, String network, LocalDate on) {
        if (period.to().isAfter(on)) throw new Refused("reports.not-over");
        var words = passages.of(period);
        words.values().forEach(it -> discretion.require(it, "reports.names-somebody"));
        var material = material(period);
        var editions = new LinkedHashMap<String, Edition>();
        for (var language : LANGUAGES)
            editions.put(language.getLanguage(), editor.edition(material, language, network, words));
        var id = UUID.randomUUID();
        try {
            db.sql("""
                            insert into reports.report (network, id, half_year, as_of, frozen_on, content)
                            values (platform.network(), :id, :period, :day, :on, :content)
                            """)
                    .param("id", id)
                    .param("period", period.key())
                    .param("day", material.day())
                    .param("on", on)
                    .param("content", json.writeValueAsString(editions))
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new Refused("reports.frozen-already");
        }
        return id;
    }

    /// What nobody outside has read can be made anew.
    ///
    /// @throws Refused `reports.released-already`
    public void discard(UUID id) {
        head(id);
        changed(db.sql("""
                        delete from reports.report
                         where network = platform.network() and id = ? and released_on is null
                        """).param(id).update());
    }

    /// From now on everybody with a seat reads it, funders too.
    ///
    /// @throws Refused `reports.released-already`
    public void release(UUID id, LocalDate on) {
        head(id);
        changed(db.sql("""
                        update reports.report set released_on = ?
                         where network = platform.network() and id = ? and released_on is null
                        """).params(on, id).update());
    }

    /// Asked by the statement itself: of two who release or discard at once, one comes too late.
    private static void changed(int rows) {
        if (rows == 0) throw new Refused("reports.released-already");
    }
}
