package org.wirknetz.platform.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// GraphML (graphml.graphdrawing.org) and GEXF (gexf.net, 1.1 to 1.3) as two tables, `organisations` and `ties`.
/// A tie without direction counts for both sides.
final class GraphFile {
    private final Place at;
    private final Limits limits;
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Elements nodes = new Elements(List.of("key", "name"));
    private final Elements ties = new Elements(List.of("from", "to", "mutual"));
    private boolean undirected;

    private GraphFile(Place at, Limits limits) {
        this.at = at;
        this.limits = limits;
    }

    static List<Table> read(Source source, Place at, Limits limits) throws IOException {
        var graph = new GraphFile(at, limits);
        try (var in = source.open()) {
            graph.parse(SafeXml.reader(in));
        } catch (XMLStreamException e) {
            throw new Unreadable(
                    at.line(Math.max(
                            1, e.getLocation() == null ? 1 : e.getLocation().getLineNumber())),
                    "tables.xml.broken");
        }
        return List.of(graph.nodes.table(at, "organisations"), graph.ties.table(at, "ties"));
    }

    private void parse(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> element = null;
        boolean node = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) throw new Unreadable(at, "tables.xml.refused");
            if (event == XMLStreamConstants.END_ELEMENT && element != null && ends(xml, node)) {
                (node ? nodes : ties).add(element, xml.getLocation().getLineNumber());
                if (nodes.size() + ties.size() > limits.rows()) {
                    throw new Unreadable(at, "tables.rows.too-many", limits.rows());
                }
                element = null;
            }
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            switch (xml.getLocalName()) {
                case "key" -> titles.put(attribute(xml, "id"), attribute(xml, "attr.name"));
                case "attribute" -> titles.put(owner(xml) + attribute(xml, "id"), attribute(xml, "title"));
                case "graph" ->
                    undirected = attribute(xml, "edgedefault").equals("undirected")
                            || attribute(xml, "defaultedgetype").equals("undirected");
                case "attributes" -> owner = attribute(xml, "class");
                case "node" -> {
                    node = true;
                    element = node(xml);
                }
                case "edge" -> {
                    node = false;
                    element = tie(xml);
                }
                case "data" -> {
                    if (element != null) data(xml, element, node);
                }
                case "attvalue" -> {
                    if (element != null) {
                        var id = attribute(xml, "for").isEmpty() ? attribute(xml, "id") : attribute(xml, "for");
                        put(element, titles.get((node ? "node" : "edge") + id), attribute(xml, "value"));
                    }
                }
                default -> {}
            }
        }
    }

    /// Drawing programs such as yEd keep whole shapes in here: of those only the label of a node is of use.
    private void data(XMLStreamReader xml, Map<String, String> element, boolean node) throws XMLStreamException {
        var title = titles.get(attribute(xml, "key"));
        var text = new StringBuilder();
        var label = new StringBuilder();
        int depth = 0;
        int labelled = 0;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT || depth > 0; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (label.isEmpty() && xml.getLocalName().equals("NodeLabel")) labelled = depth;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth == labelled) labelled = 0;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth == 0) text.append(xml.getText());
                    else if (depth == labelled) label.append(xml.getText());
                }
                default -> {}
            }
        }
        put(element, title, text.toString());
        if (node && !element.containsKey("name"))
            put(element, "name", label.toString().strip());
    }

    private String owner = "node";

    private String owner(XMLStreamReader xml) {
        return xml.getLocalName().equals("attribute") ? owner : "";
    }

    private static boolean ends(XMLStreamReader xml, boolean node) {
        return xml.getLocalName().equals(node ? "node" : "edge");
    }

    private static Map<String, String> node(XMLStreamReader xml) {
        var element = new LinkedHashMap<String, String>();
        put(element, "key", attribute(xml, "id"));
        put(element, "name", attribute(xml, "label"));
        put(element, "member_from", attribute(xml, "start"));
        put(element, "member_to", attribute(xml, "end"));
        return element;
    }

    private Map<String, String> tie(XMLStreamReader xml) {
        var element = new LinkedHashMap<String, String>();
        put(element, "from", attribute(xml, "source"));
        put(element, "to", attribute(xml, "target"));
        var direction = attribute(xml, "directed") + attribute(xml, "type");
        // Where a file leaves it to its default, an arc one way does not say that there is none the other way.
        put(
                element,
                "mutual",
                switch (direction) {
                    case "directed", "true" -> "no";
                    case "undirected", "mutual", "false" -> "yes";
                    default -> undirected ? "yes" : "";
                });
        put(element, "kind", attribute(xml, "kind"));
        put(element, "strength", attribute(xml, "weight"));
        put(element, "from_date", attribute(xml, "start"));
        put(element, "to_date", attribute(xml, "end"));
        return element;
    }

    private static void put(
            Map<String, String> element, @org.jspecify.annotations.Nullable String title, String value) {
        if (title == null || title.isBlank() || value.isBlank()) return;
        var heading = title.equals("label") ? "name" : title.equals("weight") ? "strength" : title;
        element.put(heading, value);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /// Elements with whatever attributes each of them has, told as rows below one line of headings.
    private static final class Elements {
        private final LinkedHashSet<String> headings;
        private final List<Map<String, String>> elements = new ArrayList<>();
        private final List<Integer> lines = new ArrayList<>();

        Elements(List<String> first) {
            headings = new LinkedHashSet<>(first);
        }

        void add(Map<String, String> element, int line) {
            elements.add(element);
            lines.add(line);
            headings.addAll(element.keySet());
        }

        int size() {
            return elements.size();
        }

        GraphTable table(Place at, String title) {
            var place = new Place(at.file(), title, 1, null);
            var rows = new ArrayList<Row>();
            rows.add(new Row(place, headings.stream().map(Cell::of).toList()));
            for (int i = 0; i < elements.size(); i++) {
                var element = elements.get(i);
                rows.add(new Row(
                        place.line(lines.get(i)),
                        headings.stream()
                                .map(it -> Cell.of(element.getOrDefault(it, "")))
                                .toList()));
            }
            return new GraphTable(at.file(), title, rows);
        }
    }
}
