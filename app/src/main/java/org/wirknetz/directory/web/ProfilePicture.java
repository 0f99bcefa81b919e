package org.wirknetz.directory.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.wirknetz.platform.web.Shapes;

/// The coordination office in the middle, the actor groups around it, larger the more partners they have: 720 by 420,
/// without script. The same numbers stand in the table beside it.
///
/// @param middle what the office is called
/// @param spots the largest groups, clockwise in the order of the network's list
/// @param isCut whether there are more groups than the drawing has room for
public record ProfilePicture(List<String> middle, List<Spot> spots, boolean isCut) {

    static final int MOST = 12;
    private static final double X = 360;
    private static final double Y = 210;
    private static final double WIDE = 185;
    private static final double HIGH = 150;
    private static final int LETTERS = 25;

    /// @param lines the name in at most two lines
    /// @param anchor on which side of the mark the name stands
    public record Spot(
            int sign,
            int members,
            List<String> lines,
            String left,
            String top,
            String outline,
            String textLeft,
            String textTop,
            String anchor) {}

    static ProfilePicture of(String office, List<ProfileMembers.Group> groups) {
        var shown = groups.stream().filter(it -> it.name() != null).toList();
        boolean cut = shown.size() > MOST;
        if (cut) {
            var largest = shown.stream()
                    .sorted(Comparator.comparingInt(ProfileMembers.Group::members)
                            .reversed())
                    .limit(MOST)
                    .toList();
            shown = shown.stream().filter(largest::contains).toList();
        }
        var spots = new ArrayList<Spot>();
        for (int at = 0; at < shown.size(); at++) spots.add(spot(shown.get(at), at, shown.size()));
        return new ProfilePicture(lines(office, 24), List.copyOf(spots), cut);
    }

    private static Spot spot(ProfileMembers.Group group, int at, int all) {
        var angle = Math.toRadians(-90 + 360.0 * (at + 0.5) / all);
        double x = X + WIDE * Math.cos(angle);
        double y = Y + HIGH * Math.sin(angle);
        double radius = Math.min(30, 9 + 4 * Math.sqrt(group.members()));
        boolean below = Math.abs(Math.cos(angle)) < 0.05;
        boolean right = Math.cos(angle) > 0;
        var lines = lines(java.util.Objects.requireNonNull(group.name()), LETTERS);
        double textLeft = below ? x : right ? x + radius * 1.3 + 8 : x - radius * 1.3 - 8;
        double textTop = below ? y + radius * 1.3 + 20 : y + 5 - 9.0 * (lines.size() - 1);
        return new Spot(
                group.sign(),
                group.members(),
                lines,
                number(x),
                number(y),
                Shapes.outline(Shapes.shape(group.sign()), x, y, radius),
                number(textLeft),
                number(textTop),
                below ? "middle" : right ? "start" : "end");
    }

    /// At most two lines, broken between words; what is longer ends in dots, the table has it whole.
    static List<String> lines(String name, int letters) {
        if (name.length() <= letters) return List.of(name);
        int gap = name.lastIndexOf(' ', letters);
        var first = gap > 4 ? name.substring(0, gap) : name.substring(0, letters - 1) + "-";
        var rest = gap > 4 ? name.substring(gap + 1) : name.substring(letters - 1);
        return List.of(
                first,
                rest.length() <= letters ? rest : rest.substring(0, letters - 1).strip() + "…");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
