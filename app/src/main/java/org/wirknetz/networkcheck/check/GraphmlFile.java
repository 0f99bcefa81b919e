package org.wirknetz.networkcheck.check;

import org.wirknetz.platform.tables.TieRow;

/// GraphML (graphml.graphdrawing.org/xmlns) with a key for every attribute.
final class GraphmlFile {
    private final StringBuilder xml = new StringBuilder();

    private GraphmlFile() {}

    static String of(GraphDocument graph) {
        var file = new GraphmlFile();
        file.head();
        graph.nodes().forEach(file::node);
        for (int i = 0; i < graph.ties().size(); i++) file.tie(i, graph.ties().get(i));
        return file.xml.append("  </graph>\n</graphml>\n").toString();
    }

    private void head() {
        xml.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
                 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
                """);
        for (var text : new String[] {"name", "group", "area", "coordinator", "member_from", "member_to"}) {
            key("node", text, "string");
        }
        GraphDocument.NUMBERS.forEach(it -> key("node", it, "double"));
        key("edge", "mutual", "boolean");
        key("edge", "strength", "double");
        for (var text : new String[] {"kind", "form", "from_date", "to_date"}) key("edge", text, "string");
        xml.append("  <graph id=\"network\" edgedefault=\"directed\">\n");
    }

    private void key(String owner, String name, String type) {
        xml.append("  <key id=\"%s-%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n"
                .formatted(owner, name, owner, name, type));
    }

    private void node(GraphDocument.Node node) {
        var row = node.row();
        xml.append("    <node id=\"").append(SvgDrawing.escaped(row.key())).append("\">");
        data("node-name", row.name());
        data("node-group", String.join(" | ", row.groups()));
        data("node-area", row.area());
        data("node-coordinator", row.coordinator() ? "yes" : "no");
        data("node-member_from", row.member().from());
        data("node-member_to", row.member().to());
        node.numbers().forEach((name, value) -> data("node-" + name, value));
        xml.append("</node>\n");
    }

    // All edges are directed: programs such as networkx refuse a graph of both sorts. What holds both ways says so.
    private void tie(int number, TieRow tie) {
        xml.append("    <edge id=\"e")
                .append(number)
                .append("\" source=\"")
                .append(SvgDrawing.escaped(tie.from()))
                .append("\" target=\"")
                .append(SvgDrawing.escaped(tie.to()))
                .append("\">");
        data("edge-mutual", tie.mutual());
        data("edge-strength", tie.strength() == null ? null : tie.strength().toPlainString());
        data("edge-kind", tie.kind());
        data("edge-form", tie.form());
        data("edge-from_date", tie.period().from());
        data("edge-to_date", tie.period().to());
        xml.append("</edge>\n");
    }

    private void data(String key, @org.jspecify.annotations.Nullable Object value) {
        if (value == null || value.toString().isEmpty()) return;
        xml.append("<data key=\"")
                .append(key)
                .append("\">")
                .append(SvgDrawing.escaped(value.toString()))
                .append("</data>");
    }
}
