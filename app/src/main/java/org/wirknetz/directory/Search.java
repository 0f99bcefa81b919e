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

    /// The functions that find read the index as its owner; whether the entry is there for who asks, their own role
    /// says. One by one: a plain join reads every entry of the network to check three hundred.
    static final String FOR_THESE_EYES = """
            cross join lateral (
                select from platform.search_entry seen
                 where seen.network = platform.network() and seen.id = e.id
                offset 0) as visible
            """;

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

    /// Organisations as the search box of a list means them: as typed, else what is spelled nearly so; not in order.
    public List<UUID> organisations(String typed, Sight sight) {
        var text = typed.strip();
        if (text.isEmpty() || text.length() > 200) return List.of();
        return db.sql(
                        "select e.id from directory.found(cast(:words as jsonb), :audience, :today, 'organisation', :most) e")
                .param("words", SearchWords.of(text, abbreviations).json())
                .param("audience", sight.audience())
                .param("today", LocalDate.now(clock))
                .param("most", CANDIDATES)
                .query(UUID.class)
                .list();
    }

    private List<Found> exactly(String text, Sight sight, int most) {
        return db.sql("""
                        select e.id, e.kind, e.title, e.hint
                          from directory.found(cast(:words as jsonb), :audience, :today, null, :candidates) e
                        """ + FOR_THESE_EYES + """
                         order by starts_with(e.folded, platform.fold(:text)) desc,
                                  position(' ' || platform.fold(:text) in e.folded) > 0 desc,
                                  length(e.title), e.title, e.id
                         limit :most
                        """)
                .param("words", SearchWords.of(text, abbreviations).json())
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
                        select e.id, e.kind, e.title, e.hint
                          from directory.found_nearly(:text, :audience, :today, :candidates) e
                        """ + FOR_THESE_EYES + """
                         order by public.word_similarity(platform.fold(:text), e.folded) desc, length(e.title), e.title, e.id
                         limit :most
                        """)
                .param("text", text)
                .param("audience", sight.audience())
                .param("today", LocalDate.now(clock))
                .param("candidates", CANDIDATES)
                .param("most", most)
                .query(Found.class)
                .list();
    }
}
