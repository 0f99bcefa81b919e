package org.wirknetz.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.wirknetz.reports.NetworkThroughTime.Edge;
import org.wirknetz.reports.NetworkThroughTime.Node;
import org.wirknetz.reports.NetworkThroughTime.Span;

/// GraphML (graphml.graphdrawing.org/xmlns) with a key for every attribute. The format knows no times: the
/// first day
/// and
/// the last of what there was once, and all of them in words.
public final class GraphmlNetwork {

    private static final GraphXml.Inside NOTHING = () -> {};

    private final GraphXml xml = new GraphXml();
    private final NetworkThroughTime network;

    private GraphmlNetwork(NetworkThroughTime network) {
        this.network = network;
    }

    public static byte[] of(NetworkThroughTime network) {
        var file = new GraphmlNetwork(network);
        return file.xml.whole(file::document);
    }

    private void document() throws XMLStreamException {
        xml.element("graphml", List.of("xmlns", "http://graphml.graphdrawing.org/xmlns"), () -> {
            xml.line();
            for (var key : List.of("name", "group", "area", "coordinator", "member_from", "member_to", "member_times"))
                key("node", key, "string");
            for (var key : List.of("kind", "form", "source", "from_date", "to_date", "times"))
                key("edge", key, "string");
            key("edge", "mutual", "boolean");
            key("edge", "strength", "double");
            xml.element("graph", List.of("id", "network", "edgedefault", "directed"), () -> {
                xml.line();
                for (var node : network.nodes()) node(node);
                for (int n = 0; n < network.edges().size(); n++)
                    edge(n, network.edges().get(n));
            });
        });
    }

    private void key(String of, String name, String type) throws XMLStreamException {
        xml.element("key", List.of("id", of + "-" + name, "for", of, "attr.name", name, "attr.type", type), NOTHING);
        xml.line();
    }

    private void node(Node node) throws XMLStreamException {
        xml.element("node", List.of("id", node.id()), () -> {
            data("node-name", node.label());
            data("node-group", node.group());
            data("node-area", node.area());
            data("node-coordinator", node.coordinator() ? "yes" : "");
            times("node-member_from", "node-member_to", "node-member_times", node.spans());
        });
        xml.line();
    }

    /// All edges are directed: programs such as networkx refuse a graph of both sorts. What holds both ways says
    /// so.
    private void edge(int number, Edge edge) throws XMLStreamException {
        xml.element("edge", List.of("id", "e" + number, "source", edge.from(), "target", edge.to()), () -> {
            data("edge-mutual", edge.mutual());
            data("edge-kind", edge.kind());
            data("edge-form", edge.form());
            data("edge-source", edge.source());
            data("edge-strength", edge.strength());
            times("edge-from_date", "edge-to_date", "edge-times", edge.spans());
        });
        xml.line();
    }

    private void times(String from, String to, String all, List<Span> spans) throws XMLStreamException {
        if (spans.isEmpty()) return;
        data(from, spans.getFirst().from());
        data(to, spans.getLast().to());
        if (spans.size() > 1)
            data(
                    all,
                    spans.stream()
                            .map(it -> day(it.from()) + "/" + day(it.to()))
                            .collect(Collectors.joining(" ")));
    }

    private void data(String key, @Nullable Object value) throws XMLStreamException {
        if (value == null || value.toString().isEmpty()) return;
        xml.element("data", List.of("key", key), () -> xml.text(value.toString()));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? ".." : day.toString();
    }
}
