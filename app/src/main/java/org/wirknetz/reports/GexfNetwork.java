package org.wirknetz.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.wirknetz.reports.NetworkThroughTime.Edge;
import org.wirknetz.reports.NetworkThroughTime.Node;
import org.wirknetz.reports.NetworkThroughTime.Span;

/// GEXF 1.3 (gexf.net), dynamic: what there was once has its beginning and end, what came back has spells.
public final class GexfNetwork {

    private static final GraphXml.Inside NOTHING = () -> {};

    private final GraphXml xml = new GraphXml();
    private final NetworkThroughTime network;

    private GexfNetwork(NetworkThroughTime network) {
        this.network = network;
    }

    public static byte[] of(NetworkThroughTime network) {
        var file = new GexfNetwork(network);
        return file.xml.whole(file::document);
    }

    private void document() throws XMLStreamException {
        xml.element("gexf", List.of("xmlns", "http://gexf.net/1.3", "version", "1.3"), () -> {
            xml.element("meta", List.of("lastmodifieddate", network.asOf()), () -> {
                xml.element("creator", List.of(), () -> xml.text("Wirknetz"));
                xml.element("description", List.of(), () -> xml.text(network.name()));
            });
            xml.line();
            xml.element(
                    "graph",
                    List.of(
                            "mode",
                            dated() ? "dynamic" : "static",
                            "defaultedgetype",
                            "directed",
                            "timeformat",
                            dated() ? "date" : "",
                            "timerepresentation",
                            dated() ? "interval" : ""),
                    this::graph);
        });
    }

    private boolean dated() {
        return network.edges().stream().anyMatch(it -> !it.spans().isEmpty())
                || network.nodes().stream().anyMatch(it -> !it.spans().isEmpty());
    }

    private void graph() throws XMLStreamException {
        attributes("node", List.of("group", "area", "coordinator"));
        attributes("edge", List.of("form", "source"));
        xml.element("nodes", List.of("count", network.nodes().size()), () -> {
            for (var node : network.nodes()) node(node);
        });
        xml.line();
        xml.element("edges", List.of("count", network.edges().size()), () -> {
            for (int n = 0; n < network.edges().size(); n++)
                edge(n, network.edges().get(n));
        });
    }

    private void attributes(String of, List<String> names) throws XMLStreamException {
        xml.line();
        xml.element("attributes", List.of("class", of), () -> {
            for (var name : names)
                xml.element("attribute", List.of("id", name, "title", name, "type", "string"), NOTHING);
        });
        xml.line();
    }

    private void node(Node node) throws XMLStreamException {
        xml.line();
        xml.element("node", timed(node.spans(), "id", node.id(), "label", node.label()), () -> {
            values("group", node.group(), "area", node.area(), "coordinator", node.coordinator() ? "yes" : "");
            spells(node.spans());
        });
    }

    private void edge(int number, Edge edge) throws XMLStreamException {
        xml.line();
        xml.element(
                "edge",
                timed(
                        edge.spans(),
                        "id",
                        number,
                        "source",
                        edge.from(),
                        "target",
                        edge.to(),
                        "type",
                        edge.mutual() ? "mutual" : "directed",
                        "kind",
                        edge.kind(),
                        "weight",
                        edge.strength()),
                () -> {
                    values("form", edge.form(), "source", edge.source());
                    spells(edge.spans());
                });
    }

    private void values(String... namesAndValues) throws XMLStreamException {
        boolean none = true;
        for (int n = 1; n < namesAndValues.length; n += 2) none &= namesAndValues[n].isEmpty();
        if (none) return;
        xml.element("attvalues", List.of(), () -> {
            for (int n = 0; n < namesAndValues.length; n += 2)
                if (!namesAndValues[n + 1].isEmpty())
                    xml.element("attvalue", List.of("for", namesAndValues[n], "value", namesAndValues[n + 1]), NOTHING);
        });
    }

    private static List<@Nullable Object> timed(List<Span> spans, @Nullable Object... attributes) {
        var all = new ArrayList<@Nullable Object>(java.util.Arrays.asList(attributes));
        if (spans.size() == 1) {
            all.add("start");
            all.add(day(spans.getFirst().from()));
            all.add("end");
            all.add(day(spans.getFirst().to()));
        }
        return all;
    }

    private void spells(List<Span> spans) throws XMLStreamException {
        if (spans.size() < 2) return;
        xml.element("spells", List.of(), () -> {
            for (var span : spans)
                xml.element("spell", java.util.Arrays.asList("start", span.from(), "end", span.to()), NOTHING);
        });
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
