package org.wirknetz.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Search over everything that has an entry in `platform.search_entry`, for the eyes of one visitor.
///
/// First what fits as typed: every word, anywhere in a word, abbreviations by their long form, German
/// inflection. Where
/// that
/// finds little, also what is spelled nearly so. Work is capped before it is sorted, so that one letter costs no more
/// than a
/// name.
@Component
public class Search {

    private static final int CANDIDATES = 300;

    private final JdbcClient db;
    private final Clock clock;
    private final Abbreviations abbreviations;

    Search(JdbcClient db, Clock clock, Abbreviations abbreviations) {
        this.db = db;
        this.clock = clock;
        this.abbreviations = abbreviations;
    }

    /// @param kind `organisation`, `person`, `structure` or what another room calls its things
    public record Found(UUID id, String kind, String title, String hint) {}

    /// @param most how many at most; best first
    public List<Found> find(String typed, Sight sight, int most) {
        var text = typed.strip();
        if (text.isEmpty() || text.length() > 200) return List.of();
        var found = exactly(text, sight, most);
        return found.isEmpty() && text.length() >= 3 ? nearly(text, sight, most) : found;
    }

    private List<Found> exactly(String text, Sight sight, int most) {
        var words = SearchWords.of(text, abbreviations);
        return db.sql("""
                        with hit as materialized (
                            select e.id, e.kind, e.title, e.hint, e.folded from platform.search_entry e
                             where e.network = platform.network() and %s and %s and %s
                             limit :candidates
                        )
                        select hit.id, hit.kind, hit.title, hit.hint from hit
                         order by starts_with(hit.folded, platform.fold(:text)) desc,
                                  position(' ' || platform.fold(:text) in hit.folded) > 0 desc,
                                  length(hit.title), hit.title, hit.id
                         limit :most
                        """.formatted(words.condition(), AUDIENCE, PRESENT))
                .params(words.parameters())
                .param("text", text)
                .param("audience", sight.audience())
                .param("today", LocalDate.now(clock))
                .param("candidates", CANDIDATES)
                .param("most", most)
                .query(Found.class)
                .list();
    }

    /// Typos: three letters in a row that fit, as pg_trgm counts them.
    private List<Found> nearly(String text, Sight sight, int most) {
        return db.sql("""
                        with hit as materialized (
                            select e.id, e.kind, e.title, e.hint,
                                   public.word_similarity(platform.fold(:text), e.folded) as nearness
                              from platform.search_entry e
                             where e.network = platform.network() and platform.fold(:text) operator(public.<%%) e.folded and %s and %s
                             limit :candidates
                        )
                        select id, kind, title, hint from hit
                         order by nearness desc, length(title), title, id
                         limit :most
                        """.formatted(AUDIENCE, PRESENT))
                .param("text", text)
                .param("audience", sight.audience())
                .param("today", LocalDate.now(clock))
                .param("candidates", CANDIDATES)
                .param("most", most)
                .query(Found.class)
                .list();
    }

    /// People are found from inside only, and entries for the office by the office.
    private static final String AUDIENCE =
            "(:audience = 4 or e.audience = 'network') and (:audience >= 2 or e.kind <> 'person')";

    /// Former people are found by the office alone.
    private static final String PRESENT = """
            (:audience = 4 or e.kind <> 'person'
             or exists (select from directory.position x where x.network = e.network and x.person = e.id
                           and (x.valid_from is null or x.valid_from <= :today) and (x.valid_to is null or x.valid_to > :today))
             or exists (select from directory.mandate x where x.network = e.network and x.person = e.id
                           and (x.valid_from is null or x.valid_from <= :today) and (x.valid_to is null or x.valid_to > :today)))
            """;
}
