package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.wirknetz.networkcheck.TieKind;
import org.wirknetz.networkcheck.map.Layers;

/// What somebody asks of the map: the parameters of its address, checked. A kept view is nothing but
/// these, and the script in the browser writes the same ones.
///
/// @param since the day with which the map is compared; null for none
/// @param beside two pictures beside one another instead of one; only with a day to compare with
/// @param circles whether sub-networks and last bridges are shown
/// @param centre around whom the map is, or where a way begins; null for the whole network
/// @param steps how far around the centre, 1 or 2; 0 for the whole network
/// @param to where the way from the centre leads; null for none
record MapQuestion(
        String path,
        LocalDate asOf,
        LocalDate today,
        @Nullable LocalDate since,
        boolean beside,
        Layers layers,
        boolean circles,
        @Nullable UUID centre,
        int steps,
        @Nullable UUID to) {

    private static final int MOST_KINDS = 60;
    private static final int LONGEST_QUERY = 4000;

    /// @param known the keys of all kinds of tie; when all are chosen, none has to be named
    static MapQuestion of(
            String path,
            MultiValueMap<String, String> given,
            LocalDate asOf,
            LocalDate today,
            Collection<String> known) {
        var layers = layers(given, known);
        var since = day(given.getFirst("since"));
        if (since != null && !since.isBefore(asOf)) since = null;
        var centre = id(given.getFirst("centre"));
        var to = centre == null ? null : id(given.getFirst("to"));
        int steps = centre == null || to != null ? 0 : number(given.getFirst("steps"), 0, 2, 1);
        return new MapQuestion(
                path,
                asOf,
                today,
                since,
                since != null && "true".equals(given.getFirst("beside")),
                layers,
                "true".equals(given.getFirst("circles")),
                centre,
                steps,
                to != null && to.equals(centre) ? null : to);
    }

    /// From an address that was kept or sent along: what does not make sense in it is left out.
    static MapQuestion parsed(String path, String query, CheckDesk desk, Collection<String> known) {
        var given = UriComponentsBuilder.fromPath("/")
                .query(query.length() > LONGEST_QUERY ? "" : query)
                .build()
                .getQueryParams();
        return of(path, given, desk.asOf(given.getFirst("asOf")), desk.today(), known);
    }

    private static Layers layers(MultiValueMap<String, String> given, Collection<String> known) {
        var kinds = new TreeSet<String>();
        for (var kind : given.getOrDefault("kind", List.of())) {
            if (kinds.size() < MOST_KINDS && kind.length() <= 63 && TieKind.isKey(kind)) kinds.add(kind);
        }
        return new Layers(
                kinds.containsAll(known) ? Set.of() : kinds,
                oneOf(Layers.Said.values(), given.getFirst("said"), Layers.Said.ANY),
                oneOf(Layers.Form.values(), given.getFirst("form"), Layers.Form.ANY),
                oneOf(Layers.Confirmed.values(), given.getFirst("confirmed"), Layers.Confirmed.ANY),
                number(given.getFirst("strength"), 1, 5, 1),
                !"coordinator".equals(given.getFirst("without")));
    }

    /// What has to stand in the address; what is usual is left out.
    MultiValueMap<String, String> parameters() {
        var parameters = new LinkedMultiValueMap<String, String>();
        if (!asOf.equals(today)) parameters.add("asOf", asOf.toString());
        if (since != null) parameters.add("since", since.toString());
        if (beside) parameters.add("beside", "true");
        layers.kinds().stream().sorted().forEach(it -> parameters.add("kind", it));
        if (layers.said() != Layers.Said.ANY) parameters.add("said", word(layers.said()));
        if (layers.form() != Layers.Form.ANY) parameters.add("form", word(layers.form()));
        if (layers.confirmed() != Layers.Confirmed.ANY) parameters.add("confirmed", word(layers.confirmed()));
        if (layers.strength() > 1) parameters.add("strength", String.valueOf(layers.strength()));
        if (!layers.coordinator()) parameters.add("without", "coordinator");
        if (circles) parameters.add("circles", "true");
        if (centre != null) parameters.add("centre", centre.toString());
        if (steps > 1) parameters.add("steps", String.valueOf(steps));
        if (to != null) parameters.add("to", to.toString());
        return parameters;
    }

    String query() {
        var query = UriComponentsBuilder.newInstance()
                .queryParams(parameters())
                .build()
                .encode()
                .getQuery();
        return query == null ? "" : query;
    }

    /// The address of the same map with one answer changed; an empty value leaves it out.
    String with(String name, String value) {
        var changed = new LinkedMultiValueMap<>(parameters());
        changed.remove(name);
        if (!value.isEmpty()) changed.add(name, value);
        return UriComponentsBuilder.fromPath(path)
                .queryParams(changed)
                .build()
                .encode()
                .toUriString();
    }

    /// Everything of the question but what the named fields of a form ask anew.
    List<Map.Entry<String, String>> but(String... names) {
        var asked = Set.of(names);
        var kept = new ArrayList<Map.Entry<String, String>>();
        parameters().forEach((name, values) -> {
            if (!asked.contains(name)) values.forEach(value -> kept.add(Map.entry(name, value)));
        });
        return List.copyOf(kept);
    }

    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E oneOf(E[] all, @Nullable String typed, E otherwise) {
        for (var one : all) if (word(one).equals(typed)) return one;
        return otherwise;
    }

    private static int number(@Nullable String typed, int least, int most, int otherwise) {
        if (typed == null || !typed.matches("[0-9]")) return otherwise;
        return Math.clamp(Integer.parseInt(typed), least, most);
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return null;
        try {
            var day = LocalDate.parse(typed.strip());
            return day.getYear() < 1900 ? null : day;
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static @Nullable UUID id(@Nullable String typed) {
        if (typed == null || !typed.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) return null;
        return UUID.fromString(typed);
    }
}
