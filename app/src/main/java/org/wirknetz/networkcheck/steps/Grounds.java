package org.wirknetz.networkcheck.steps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What two organisations could talk about: interests they share, and what one needs and the other has. By the topics
/// of
/// their entries, as far as the reader may see them.
public final class Grounds {

    /// @param topics in small letters, to the words in which they were written
    private record Entry(UUID id, String sort, String title, Map<String, String> topics) {}

    /// A need of one that an entry of the other meets.
    public record Help(UUID need, String needTitle, UUID asker, UUID offer, String offerTitle, UUID helper) {}

    /// @param interests of both, in words
    /// @param help first of what one could do for the other; null where nothing fits
    public record Ground(List<String> interests, @Nullable Help help) {
        public Ground {
            interests = List.copyOf(interests);
        }

        public boolean isEmpty() {
            return interests.isEmpty() && help == null;
        }
    }

    private final Map<UUID, List<Entry>> entries;

    private Grounds(Map<UUID, List<Entry>> entries) {
        this.entries = entries;
    }

    static Grounds on(JdbcClient db, LocalDate day, Collection<UUID> members) {
        var entries = new HashMap<UUID, List<Entry>>();
        db.sql("""
                        select id, organisation, sort, title, topics
                          from exchange.listing_card
                         where network = platform.network() and topics <> '' and (sort <> 'INTEREST' or stance = 'FOR')
                           and (valid_to is null or valid_to > :day)
                         order by id
                        """).param("day", day).query(row -> {
            var organisation = row.getObject("organisation", UUID.class);
            if (members.contains(organisation)) {
                entries.computeIfAbsent(organisation, it -> new ArrayList<>())
                        .add(new Entry(
                                row.getObject("id", UUID.class),
                                row.getString("sort"),
                                row.getString("title"),
                                topics(row.getString("topics"))));
            }
        });
        return new Grounds(entries);
    }

    private static Map<String, String> topics(String listed) {
        var topics = new HashMap<String, String>();
        for (var topic : listed.split(",")) {
            if (!topic.isBlank()) topics.putIfAbsent(topic.strip().toLowerCase(Locale.GERMAN), topic.strip());
        }
        return topics;
    }

    public Ground between(UUID one, UUID other) {
        var help = help(one, other);
        return new Ground(interests(one, other), help == null ? help(other, one) : help);
    }

    private List<Entry> of(UUID organisation) {
        return entries.getOrDefault(organisation, List.of());
    }

    private List<String> interests(UUID one, UUID other) {
        var there = new TreeSet<String>();
        for (var entry : of(other))
            if (entry.sort().equals("INTEREST")) there.addAll(entry.topics().keySet());
        var shared = new TreeSet<String>();
        for (var entry : of(one)) {
            if (!entry.sort().equals("INTEREST")) continue;
            entry.topics().forEach((key, words) -> {
                if (there.contains(key)) shared.add(words);
            });
        }
        return List.copyOf(shared);
    }

    private @Nullable Help help(UUID asker, UUID helper) {
        for (var need : of(asker)) {
            if (!need.sort().equals("NEED")) continue;
            for (var offer : of(helper)) {
                if (offer.sort().equals("NEED") || offer.sort().equals("INTEREST")) continue;
                if (need.topics().keySet().stream().anyMatch(offer.topics()::containsKey))
                    return new Help(need.id(), need.title(), asker, offer.id(), offer.title(), helper);
            }
        }
        return null;
    }
}
