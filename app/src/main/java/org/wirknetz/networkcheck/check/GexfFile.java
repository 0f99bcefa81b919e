package org.wirknetz.networkcheck.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.Period;
import org.wirknetz.platform.tables.TieRow;

/// GEXF 1.3 (gexf.net) with beginning and end of every node and edge, and the places of the drawing.
final class GexfFile {
    private static final String[] TEXTS = {"group", "area", "coordinator"};

    private final StringBuilder xml = new StringBuilder();

    private GexfFile() {}

    static String of(GraphDocument graph) {
        var file = new GexfFile();
        file.head(graph);
        file.xml.append("    <nodes>\n");
        graph.nodes().forEach(file::node);
        file.xml.append("    </nodes>\n    <edges>\n");
        for (int i = 0; i < graph.ties().size(); i++) file.tie(i, graph.ties().get(i));
        return file.xml.append("    </edges>\n  </graph>\n</gexf>\n").toString();
    }

    private void head(GraphDocument graph) {
        xml.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
                 xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
                  <meta lastmodifieddate="%s">
                    <creator>Wirknetz</creator>
                    <description>%s</description>
                  </meta>
                  <graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">
                    <attributes class="node" mode="static">
                """.formatted(graph.asOf(), SvgDrawing.escaped(graph.name())));
        for (var text : TEXTS) attribute(text, "string");
        GraphDocument.NUMBERS.forEach(it -> attribute(it, "double"));
        xml.append("    </attributes>\n    <attributes class=\"edge\" mode=\"static\">\n");
        attribute("form", "string");
        xml.append("    </attributes>\n");
    }

    private void attribute(String name, String type) {
        xml.append("      <attribute id=\"%s\" title=\"%s\" type=\"%s\"/>\n".formatted(name, name, type));
    }

    private void node(GraphDocument.Node node) {
        var row = node.row();
        xml.append("      <node id=\"")
                .append(SvgDrawing.escaped(row.key()))
                .append("\" label=\"")
                .append(SvgDrawing.escaped(row.name()))
                .append('"');
        period(row.member());
        xml.append("><attvalues>");
        value("group", String.join(" | ", row.groups()));
        value("area", row.area());
        value("coordinator", row.coordinator() ? "yes" : "no");
        node.numbers().forEach(this::value);
        xml.append("</attvalues>")
                .append(String.format(
                        Locale.ROOT,
                        "<viz:position x=\"%.1f\" y=\"%.1f\" z=\"0\"/></node>\n",
                        node.at().x(),
                        -node.at().y()));
    }

    private void tie(int number, TieRow tie) {
        xml.append("      <edge id=\"")
                .append(number)
                .append("\" source=\"")
                .append(SvgDrawing.escaped(tie.from()))
                .append("\" target=\"")
                .append(SvgDrawing.escaped(tie.to()))
                .append("\" type=\"")
                .append(tie.mutual() ? "mutual" : "directed")
                .append('"');
        if (!tie.kind().isEmpty())
            xml.append(" kind=\"").append(SvgDrawing.escaped(tie.kind())).append('"');
        if (tie.strength() != null)
            xml.append(" weight=\"").append(tie.strength().toPlainString()).append('"');
        period(tie.period());
        if (tie.form().isEmpty()) {
            xml.append("/>\n");
        } else {
            xml.append("><attvalues>");
            value("form", tie.form());
            xml.append("</attvalues></edge>\n");
        }
    }

    private void period(Period period) {
        if (period.from() != null) xml.append(" start=\"").append(period.from()).append('"');
        if (period.to() != null) xml.append(" end=\"").append(period.to()).append('"');
    }

    private void value(String name, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) return;
        xml.append("<attvalue for=\"")
                .append(name)
                .append("\" value=\"")
                .append(SvgDrawing.escaped(value.toString()))
                .append("\"/>");
    }
}
