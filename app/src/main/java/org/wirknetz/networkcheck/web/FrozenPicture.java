package org.wirknetz.networkcheck.web;

import java.util.List;
import org.wirknetz.platform.web.Shapes;

/// A frozen map as a picture that stands alone: on white paper, with title, legend and day, every colour
/// and size written into it, and nothing that the page does not show.
final class FrozenPicture {

    private static final int TOP = 80;
    private static final int EDGE = 24;
    private static final int COLUMNS = 3;
    private static final int ROW = 24;
    private static final int COLUMN = (MapDrawing.WIDTH - 2 * EDGE) / COLUMNS;
    private static final int LONGEST_TITLE = 60;

    /// The colours of the groups on light ground; the first is that of no group.
    private static final List<String> COLOURS =
            List.of("#545b62", "#104492", "#1d7c77", "#4ba26a", "#947100", "#983924", "#bd78ba", "#6e345b", "#8a5de4");

    private static final String STYLE = """
            text { font-family: 'Fira Sans', 'DejaVu Sans', Arial, sans-serif; fill: #1c2126; }
            .name { font-size: 12.5px; stroke: #ffffff; stroke-width: 3.5px; stroke-linejoin: round; paint-order: stroke; }
            .tie { stroke: #66727c; stroke-opacity: 0.6; } .is-claimed { stroke-dasharray: 6 4; }
            .is-observed { stroke-dasharray: 1 4; } .mark { stroke: #ffffff; stroke-width: 1.4; stroke-linejoin: round; }
            """;

    private FrozenPicture() {}

    static String of(FrozenPage page) {
        int rows = (page.groups().size() + COLUMNS - 1) / COLUMNS;
        int height = TOP + MapDrawing.HEIGHT + ROW * (rows + 1);
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
                .formatted(MapDrawing.WIDTH, height, escaped(page.sentence())));
        svg.append("<title>")
                .append(escaped(page.title()))
                .append("</title>\n<style>")
                .append(STYLE);
        for (int at = 0; at < COLOURS.size(); at++)
            svg.append(".group-%d { fill: %s; } ".formatted(at, COLOURS.get(at)));
        svg.append(
                "</style>\n<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n".formatted(MapDrawing.WIDTH, height));
        svg.append(text(EDGE, 36, 22, shortened(page.title()))).append(text(EDGE, 60, 14, page.sentence()));
        svg.append("<g transform=\"translate(0,%d)\">\n".formatted(TOP));
        draw(page.drawing(), svg);
        svg.append("</g>\n");
        for (int at = 0; at < page.groups().size(); at++) {
            var group = page.groups().get(at);
            int x = EDGE + at % COLUMNS * COLUMN;
            int y = TOP + MapDrawing.HEIGHT + ROW * (at / COLUMNS + 1) - 6;
            svg.append("<path class=\"mark group-%d\" d=\"%s\"/>"
                            .formatted(group.colour(), Shapes.outline(group.shape(), x + 8, y - 5, 7)))
                    .append(text(x + 22, y, 14, group.name()));
        }
        return svg.append("</svg>\n").toString();
    }

    private static void draw(MapDrawing drawing, StringBuilder svg) {
        for (var line : drawing.lines())
            svg.append("<line class=\"tie %s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke-width=\"%s\"/>\n"
                    .formatted(line.look(), line.x1(), line.y1(), line.x2(), line.y2(), line.width()));
        for (var mark : drawing.marks())
            svg.append("<path class=\"mark group-%d\" d=\"%s\"><title>%s</title></path>\n"
                    .formatted(mark.colour(), mark.outline(), escaped(mark.label())));
        for (var name : drawing.names())
            svg.append("<text class=\"name\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                    .formatted(name.x(), name.y(), name.anchor(), escaped(name.text())));
    }

    private static String text(int x, int y, int size, String words) {
        return "<text x=\"%d\" y=\"%d\" font-size=\"%d\">%s</text>\n".formatted(x, y, size, escaped(words));
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, LONGEST_TITLE - 1).strip() + "…";
    }

    /// Without what no XML may hold.
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
