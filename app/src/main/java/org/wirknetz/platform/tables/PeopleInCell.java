package org.wirknetz.platform.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// How many people one cell names: "Dr. Anna Berg, Max Stolz" are two, "Berg, Anna" is one.
///
/// @param how what decided it
/// @param names one for each person
record PeopleInCell(How how, List<String> names) {

    /// What decided it.
    enum How {
        /// Nothing says that there are several.
        ONE,
        /// A semicolon, a line end or a free-standing slash, which no name has.
        SEPARATED,
        /// Whole names, with given and family name each, between commas, slashes or "und".
        WHOLE_NAMES,
        /// An even number of single words between commas: family name and given name by turns.
        BY_TURNS,
        /// It could be several, and nothing says which.
        OPEN
    }

    private static final Pattern HARD = Pattern.compile("[;\\n\\r|]+| / ");
    private static final Pattern SOFT = Pattern.compile("\\s+(?:und|and|sowie|u\\.)\\s+|\\s*[&/]\\s*");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final int MOST = 20;

    static PeopleInCell of(String text) {
        if (!maySaySeveral(text)) return one(text);
        var parts = named(HARD.split(text));
        if (parts.size() > 1) {
            var names = new ArrayList<String>();
            for (var part : parts) names.addAll(soft(part).names());
            return new PeopleInCell(How.SEPARATED, names);
        }
        return parts.isEmpty() ? new PeopleInCell(How.ONE, List.of()) : soft(parts.getFirst());
    }

    // Nearly no cell does; four patterns on each of 100,000 cells cost a second.
    private static boolean maySaySeveral(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (";,|/&\n\r".indexOf(text.charAt(at)) >= 0) return true;
        }
        return SOFT.matcher(text).find();
    }

    /// The cell as the name of one person, however many it seems to name.
    static PeopleInCell one(String text) {
        return new PeopleInCell(How.ONE, named(new String[] {text}));
    }

    private static PeopleInCell soft(String text) {
        // A comma in a remark parts nobody: "Anna Berg (Leitung, bis 2024)".
        var bare = BRACKETS.matcher(text).results().anyMatch(it -> maySaySeveral(it.group()))
                ? Folded.tidy(BRACKETS.matcher(text).replaceAll(" "))
                : text;
        var parts = named(SOFT.split(bare));
        if (parts.size() == 1) return commas(text, bare);
        if (parts.size() > MOST) return open(text);
        var names = new ArrayList<String>();
        for (var part : parts) {
            var inside = commas(part, part);
            if (inside.how() == How.OPEN) return open(text);
            names.addAll(inside.names());
        }
        return names.stream().allMatch(PeopleInCell::isWhole) ? new PeopleInCell(How.WHOLE_NAMES, names) : open(text);
    }

    private static PeopleInCell commas(String text, String bare) {
        var parts = withTitles(named(COMMA.split(bare)));
        if (parts.size() == 1 || parts.size() > MOST) return new PeopleInCell(How.ONE, List.of(text));
        if (parts.stream().allMatch(PeopleInCell::isInOrder)) return new PeopleInCell(How.WHOLE_NAMES, parts);
        if (parts.size() == 2) return new PeopleInCell(How.ONE, List.of(text));
        boolean byTurns = parts.size() % 2 == 0 && parts.stream().noneMatch(PeopleInCell::isInOrder);
        if (!byTurns) return open(text);
        var names = new ArrayList<String>();
        for (int at = 0; at < parts.size(); at += 2) names.add(parts.get(at) + ", " + parts.get(at + 1));
        return new PeopleInCell(How.BY_TURNS, names);
    }

    private static PeopleInCell open(String text) {
        return new PeopleInCell(How.OPEN, List.of(text));
    }

    /// "Anna Berg, M.A." is one part: a title follows whom it belongs to.
    private static List<String> withTitles(List<String> parts) {
        var joined = new ArrayList<String>();
        for (var part : parts) {
            if (!joined.isEmpty() && PersonName.isTitle(part)) joined.add(joined.removeLast() + ", " + part);
            else joined.add(part);
        }
        return joined;
    }

    /// A name of its own, also turned round: "Berg, Anna".
    private static boolean isWhole(String name) {
        return isInOrder(name) || isReversed(name);
    }

    private static boolean isReversed(String name) {
        var parts = COMMA.split(name);
        return parts.length == 2 && !PersonName.isTitle(parts[1]) && !isInOrder(parts[0]);
    }

    /// Given and family name, or a salutation with a name: what can stand for a person alone.
    private static boolean isInOrder(String name) {
        return PersonName.isWhole(Folded.tidy(BRACKETS.matcher(name).replaceAll(" ")));
    }

    private static List<String> named(String[] parts) {
        var names = new ArrayList<String>();
        for (var part : parts) {
            if (!PersonName.nobody(part)) names.add(Folded.tidy(part));
        }
        return names;
    }
}
