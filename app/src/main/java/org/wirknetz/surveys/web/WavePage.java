package org.wirknetz.surveys.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.surveys.Figure;
import org.wirknetz.surveys.Kind;
import org.wirknetz.surveys.WaveId;

/// A wave with what it asks, whom, and what it found.
///
/// @param questions the copy that the wave asks; empty for a draft
/// @param guests whom it asks; the office reads them until it is closed
/// @param figures empty until it is closed
/// @param earlier the wave closed before this one, for comparison
/// @param tellers how many organisations have named others; the office's
public record WavePage(
        WaveCard card,
        List<Asked> questions,
        List<Guest> guests,
        Progress progress,
        List<Figure> figures,
        Optional<WaveCard> earlier,
        Map<String, Figure> before,
        long tellers) {

    public record Asked(UUID id, String key, String kind, String wordingDe, String wordingEn) {
        public String in(java.util.Locale locale) {
            return locale.equals(java.util.Locale.GERMAN) ? wordingDe : wordingEn;
        }

        public boolean statement() {
            return kind.equals(Kind.STATEMENT.name());
        }
    }

    /// @param reachable whether there is an address to write to
    public record Guest(UUID id, String name, String organisations, boolean reachable) {}

    public record Progress(long answered, long spoke) {}

    static WavePage of(JdbcClient db, UUID id) {
        var card = WaveCard.of(db, id);
        var questions = db.sql(
                        "select id, key, kind, wording_de, wording_en from surveys.question where wave = ? order by position")
                .param(id)
                .query(Asked.class)
                .list();
        var progress = db.sql("select answered, spoke from surveys.progress(?)")
                .param(id)
                .query(Progress.class)
                .optional()
                .orElse(new Progress(0, 0));
        var figures = Figure.of(db, new WaveId(id));
        var earlier = card.closed()
                ? WaveCard.all(db).stream()
                        .filter(WaveCard::closed)
                        .dropWhile(it -> !it.id().equals(id))
                        .skip(1)
                        .findFirst()
                : Optional.<WaveCard>empty();
        var before = earlier.map(it -> Figure.of(db, new WaveId(it.id()))).orElse(List.of()).stream()
                .collect(Collectors.toMap(Figure::key, Function.identity()));
        long tellers = db.sql("select count(*) from surveys.teller where wave = ?")
                .param(id)
                .query(Long.class)
                .single();
        return new WavePage(card, questions, guests(db, id), progress, figures, earlier, before, tellers);
    }

    private static List<Guest> guests(JdbcClient db, UUID id) {
        return db.sql("""
                        select i.id, coalesce(p.name, '') as name,
                               coalesce((select string_agg(o.name, ', ' order by platform.fold(o.name)) from directory.organisation_card o
                                          where o.network = i.network and o.id = any (array(select surveys.stands_for(i.network, was) from unnest(i.organisations) was))), '') as organisations,
                               exists (select from directory.person_address_card a
                                        where a.network = i.network and a.person = surveys.stands_for(i.network, i.person)) as reachable
                          from surveys.invited i
                          left join directory.person_card p on p.network = i.network and p.id = surveys.stands_for(i.network, i.person)
                         where i.wave = ? order by platform.fold(p.name), i.id
                        """).param(id).query(Guest.class).list();
    }

    public List<Asked> statements() {
        return questions.stream().filter(Asked::statement).toList();
    }

    public boolean asksTies() {
        return questions.stream().anyMatch(it -> !it.statement());
    }

    public Optional<Figure> figure(Asked asked) {
        return figures.stream().filter(it -> it.question().equals(asked.id())).findFirst();
    }

    /// What the wave before found on the very same statement.
    public Optional<Figure> before(Asked asked) {
        return figure(asked)
                .flatMap(now -> Optional.ofNullable(before.get(asked.key())).filter(now::comparesWith));
    }
}
