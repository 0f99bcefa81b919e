package org.wirknetz.platform.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The room on the paper of the small drawing: what stands there already, and where one more label fits.
final class EgoRoom {
    private static final int LONGEST = 18;
    private static final double WIDTH = 320;
    private static final double HEIGHT = 240;
    /// Of a letter of 13 px, on average and a little more.
    private static final double LETTER = 6.6;
    private static final double LINE = 13;
    private static final double MARK = 9;

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean onPaper() {
            return left >= -12 && right <= WIDTH + 12 && top >= -8 && bottom <= HEIGHT;
        }
    }

    private final List<Box> taken = new ArrayList<>();

    EgoRoom(double middleX, double middleY, String middleLabel, List<double[]> marks) {
        taken.add(new Box(middleX - 13, middleY - 13, middleX + 13, middleY + 13));
        double half = cut(middleLabel).length() * LETTER / 2;
        taken.add(new Box(middleX - half, middleY + 21, middleX + half, middleY + 36));
        for (var mark : marks) taken.add(new Box(mark[0] - MARK, mark[1] - MARK, mark[0] + MARK, mark[1] + MARK));
    }

    /// Above in the upper half, below in the lower, so that few lines cross it; else on the other side or beside.
    @Nullable
    EgoLabel label(String name, double x, double y, boolean above) {
        var text = cut(name);
        double width = text.length() * LETTER;
        var anchor = x < 70 ? "start" : x > 250 ? "end" : "middle";
        double left = x < 70 ? x - 12 : x > 250 ? x + 12 : x;
        double up = y - 15;
        double down = y + 24;
        double[][] heights =
                above ? new double[][] {{left, up}, {left, down}} : new double[][] {{left, down}, {left, up}};
        for (var place : heights) {
            if (fits(box(place[0], place[1], width, anchor))) return label(text, place[0], place[1], anchor);
        }
        if (fits(box(x + 13, y + 4, width, "start"))) return label(text, x + 13, y + 4, "start");
        if (fits(box(x - 13, y + 4, width, "end"))) return label(text, x - 13, y + 4, "end");
        return null;
    }

    private static EgoLabel label(String text, double left, double top, String anchor) {
        return new EgoLabel(text, EgoPicture.number(left), EgoPicture.number(top), anchor);
    }

    private boolean fits(Box box) {
        if (!box.onPaper() || taken.stream().anyMatch(box::meets)) return false;
        taken.add(box);
        return true;
    }

    private static Box box(double x, double baseline, double width, String anchor) {
        double left = switch (anchor) {
            case "start" -> x;
            case "end" -> x - width;
            default -> x - width / 2;
        };
        return new Box(left, baseline - LINE + 3, left + width, baseline + 3);
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1).strip() + "…";
    }
}
