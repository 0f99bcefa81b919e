package org.wirknetz.access;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a new network begins with (German: *Vorlage*): its actor groups and whom it needs. Data, with source
/// and date.
///
/// @param version counted up whenever groups or target change; a founded network keeps what it was founded with
/// @param date when the source was last looked at
public record NetworkTemplate(
        String key,
        int version,
        LocalDate date,
        Text name,
        Text purpose,
        String source,
        List<ActorGroup> groups,
        Target target) {

    /// The same words in both languages.
    public record Text(String de, String en) {
        public String in(Locale locale) {
            return "en".equals(locale.getLanguage()) ? en : de;
        }
    }

    /// A kind of partner (German: *Akteursgruppe*).
    public record ActorGroup(String key, String de, String en) {}

    /// The target constellation (German: *Soll-Liste*).
    public record Target(String de, String en, List<TargetRole> roles) {
        public Target {
            roles = List.copyOf(roles);
        }
    }

    /// @param weight how much the role counts, greater than 0
    /// @param minimum how many active members are needed, at least 1
    public record TargetRole(String group, int weight, int minimum) {}

    public NetworkTemplate {
        groups = List.copyOf(groups);
        var known = groups.stream().map(ActorGroup::key).collect(Collectors.toSet());
        if (known.size() != groups.size()) throw new IllegalArgumentException(key + " names a group twice");
        Set<String> wanted = new HashSet<>();
        for (var role : target.roles()) {
            if (!known.contains(role.group())) throw new IllegalArgumentException(key + " lacks " + role.group());
            if (!wanted.add(role.group())) throw new IllegalArgumentException(key + " wants twice " + role.group());
            if (role.weight() <= 0 || role.minimum() < 1) throw new IllegalArgumentException(key + ": " + role);
        }
    }
}
