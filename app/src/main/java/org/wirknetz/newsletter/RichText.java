package org.wirknetz.newsletter;

import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// What people write, with the few marks of Markdown: as HTML that can do nothing, and as plain text.
///
/// Markup that was typed is left out, pictures too: a picture fetched from elsewhere would tell its server
/// who reads. What remains passes a list of allowed elements once more, whatever the renderer made of it.
public record RichText(String written) {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>")
            .build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();

    private static final PolicyFactory HARMLESS = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "strong",
                    "em",
                    "blockquote",
                    "hr",
                    "code",
                    "pre",
                    "a")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .requireRelNofollowOnLinks()
            .toFactory();

    /// Headings begin below those of the page it stands on.
    public String html() {
        return HARMLESS.sanitize(HTML.render(parsed()));
    }

    public String text() {
        return TEXT.render(parsed()).strip();
    }

    private Node parsed() {
        var document = PARSER.parse(written);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.min(6, heading.getLevel() + 2));
                visitChildren(heading);
            }

            @Override
            public void visit(HtmlBlock block) {
                block.unlink();
            }

            @Override
            public void visit(HtmlInline inline) {
                inline.unlink();
            }

            @Override
            public void visit(Image image) {
                for (var child : List.copyOf(children(image))) image.insertBefore(child);
                image.unlink();
            }
        });
        return document;
    }

    private static List<Node> children(Node parent) {
        var found = new java.util.ArrayList<Node>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) found.add(child);
        return found;
    }
}
