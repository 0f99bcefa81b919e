package org.wirknetz.platform.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What somebody asks of a list: the parameters of its address, checked. What is no answer counts as the usual one, and
/// the usual one is left out of the address.
///
/// @param path of the list, without a query
/// @param answers by name of the parameter, in the order in which an address names them
/// @param usual what is meant where nothing is said; an empty answer where a name is missing
/// @param page counted from 1
public record Asked(String path, Map<String, String> answers, Map<String, String> usual, int page) {

    private static final int LONGEST = 100;

    /// @param given the parameters of the request, as they came
    public static Reading reading(String path, Map<String, String> given) {
        return new Reading(path, given);
    }

    /// Takes the answers one by one; anything not asked for is passed over.
    public static final class Reading {

        private final String path;
        private final Map<String, String> given;
        private final Map<String, String> answers = new LinkedHashMap<>();
        private final Map<String, String> usual = new HashMap<>();

        private Reading(String path, Map<String, String> given) {
            this.path = path;
            this.given = given;
        }

        /// Words to be found; what is longer than anybody types is cut.
        public Reading words(String name) {
            var typed = given.getOrDefault(name, "").strip();
            answers.put(name, typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
            return this;
        }

        /// One of the words known, else nothing.
        public Reading oneOf(String name, String... known) {
            return usually(name, "", Set.of(known));
        }

        public Reading usually(String name, String otherwise, Set<String> known) {
            var typed = given.getOrDefault(name, otherwise);
            answers.put(name, known.contains(typed) ? typed : otherwise);
            usual.put(name, otherwise);
            return this;
        }

        /// The identity of something, else nothing.
        public Reading id(String name) {
            var typed = given.getOrDefault(name, "");
            answers.put(name, parsed(typed) == null ? "" : typed);
            return this;
        }

        /// By which column: its key, with a minus in front when downwards.
        public Reading sort(String otherwise, Set<String> columns) {
            var typed = given.getOrDefault("sort", otherwise);
            answers.put("sort", columns.contains(typed.replaceFirst("^-", "")) ? typed : otherwise);
            usual.put("sort", otherwise);
            return this;
        }

        /// The day that is shown, where it was asked for and is one that can be shown.
        public Reading day(LocalDate shown) {
            answers.put("asOf", shown.toString().equals(given.get("asOf")) ? shown.toString() : "");
            return this;
        }

        public Asked asked() {
            var page = given.getOrDefault("page", "");
            return new Asked(path, answers, usual, page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1);
        }
    }

    public Asked {
        answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        usual = Map.copyOf(usual);
    }

    /// The answer under a name; empty where nothing was said.
    public String is(String name) {
        return answers.getOrDefault(name, "");
    }

    public @Nullable UUID id(String name) {
        return parsed(is(name));
    }

    /// For `order by`. Only what stands in the map ever reaches the statement.
    ///
    /// @param columns SQL by key of the column
    public String order(Map<String, String> columns) {
        var sort = is("sort");
        var column = columns.get(sort.replaceFirst("^-", ""));
        if (column == null) throw new IllegalStateException("No column to sort by: " + sort);
        return column + (sort.startsWith("-") ? " desc nulls last" : " asc nulls last");
    }

    /// The address of the same question with one answer changed, on its first page; an empty value leaves it out.
    public String with(String name, String value) {
        var address = UriComponentsBuilder.fromPath(path);
        spoken().forEach((key, is) -> {
            if (!key.equals(name)) address.queryParam(key, is);
        });
        if (!value.isEmpty()) address.queryParam(name, value);
        return address.build().encode().toUriString();
    }

    /// The address of this very question.
    public String address() {
        return with("page", page > 1 ? String.valueOf(page) : "");
    }

    /// The question without its path and page, as another address of the same list takes it.
    public String query() {
        var address = with("page", "");
        int at = address.indexOf('?');
        return at < 0 ? "" : address.substring(at + 1);
    }

    /// What a search field beside the filters must send along.
    public Map<String, String> kept() {
        var kept = spoken();
        kept.remove("q");
        return kept;
    }

    /// The address of exactly this list as a file.
    ///
    /// @param format `csv` or `xlsx`
    public String export(String format) {
        var query = query();
        return path + "/export?format=" + format + (query.isEmpty() ? "" : "&" + query);
    }

    /// Whether anything narrows the list; its order and its day do not.
    public boolean narrows() {
        return spoken().keySet().stream().anyMatch(it -> !it.equals("sort") && !it.equals("asOf"));
    }

    public Sorting sorting() {
        return new Sorting(is("sort"), address());
    }

    public Paging paging(int size, long total) {
        return new Paging(page, size, total, address());
    }

    /// A chip that chooses one answer.
    ///
    /// @param label what it says where nothing is chosen
    /// @param choices what each answer says, in their order
    public Filter filter(String name, String label, Map<String, String> choices) {
        var usually = usual.getOrDefault(name, "");
        var chosen = is(name);
        return new Filter(
                "",
                choices.getOrDefault(chosen, label),
                !chosen.equals(usually) || !usually.isEmpty(),
                choices.entrySet().stream()
                        .map(it -> new Filter.Option(
                                it.getValue(),
                                with(name, it.getKey().equals(usually) ? "" : it.getKey()),
                                it.getKey().equals(chosen)))
                        .toList(),
                chosen.equals(usually) ? null : with(name, ""));
    }

    /// What differs from the usual.
    private Map<String, String> spoken() {
        var spoken = new LinkedHashMap<>(answers);
        spoken.entrySet()
                .removeIf(it -> it.getValue().isEmpty() || it.getValue().equals(usual.get(it.getKey())));
        return spoken;
    }

    private static @Nullable UUID parsed(String typed) {
        if (!typed.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) return null;
        return UUID.fromString(typed);
    }
}
