package org.wirknetz.analysis.bench;

import java.util.ArrayList;
import java.util.Locale;

/// A picture of how many times as long a peer takes for each measure: bars on a scale in which ten times is one step.
final class Bars {
    private static final int LEFT = 190, TOP = 34, ROW = 24, STEP = 130, STEPS = 3;

    private Bars() {}

    static String of(Beside network, String peer) {
        var names = new ArrayList<String>();
        for (var name : network.ours.keySet()) if (network.wallRatio(peer, name).isPresent()) names.add(name);
        int height = TOP + ROW * names.size() + 10;
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13" role="img">
                <title>%,d organisations: how many times as long %s takes</title>
                <rect width="100%%" height="100%%" fill="#fff"/>
                """.formatted(LEFT + STEP * STEPS + 60, height, network.size, peer));
        for (int step = 0; step <= STEPS; step++) {
            int x = LEFT + STEP * step;
            svg.append(
                    "<path d=\"M%d %dV%d\" stroke=\"#ccd\"/><text x=\"%d\" y=\"20\" text-anchor=\"middle\">%s</text>\n"
                            .formatted(
                                    x, TOP - 6, height - 8, x, step == 0 ? "as long" : (int) Math.pow(10, step) + "×"));
        }
        for (int k = 0; k < names.size(); k++) {
            double ratio = network.wallRatio(peer, names.get(k)).orElseThrow();
            double width = STEP * Math.clamp(Math.log10(ratio), -0.2, STEPS);
            int y = TOP + ROW * k;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                            + "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>"
                            + "<text x=\"%.1f\" y=\"%d\">%s</text>\n",
                    LEFT - 8,
                    y + 15,
                    names.get(k),
                    Math.min(LEFT, LEFT + width),
                    y + 3,
                    Math.abs(width),
                    ROW - 8,
                    ratio < 1 ? "#b4532a" : "#2b5d7d",
                    LEFT + Math.max(0, width) + 5,
                    y + 15,
                    Figures.times(ratio)));
        }
        return svg.append("</svg>\n").toString();
    }
}
