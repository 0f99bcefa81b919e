package org.wirknetz.directory.web;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues.StructuredValueBuilder;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Address cards to take along: vCard 4.0 (RFC 6350), with our identity as UID so that taking them in again changes
/// nothing.
final class CardFile implements Closeable {

    private final VObjectWriter writer;

    CardFile(OutputStream out) {
        writer = new VObjectWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), SyntaxStyle.NEW);
    }

    /// @param kind `org` or `individual`
    void begin(String kind, String uid, String name) throws IOException {
        writer.writeBeginComponent("VCARD");
        writer.writeProperty("VERSION", "4.0");
        writer.writeProperty("KIND", kind);
        writer.writeProperty("UID", "urn:uuid:" + uid);
        text("FN", name);
    }

    void text(String property, @Nullable String value) throws IOException {
        if (value == null || value.isBlank()) return;
        writer.writeProperty(property, VObjectPropertyValues.escape(value).replace("\n", "\\n"));
    }

    /// An address of the web or of mail, which needs no escaping.
    void address(String property, @Nullable String value) throws IOException {
        if (value == null || value.isBlank()) return;
        writer.writeProperty(property, value);
    }

    /// A value of several parts, such as `N` or `ADR`.
    void parts(String property, @Nullable String... parts) throws IOException {
        var values = new StructuredValueBuilder();
        for (var part : parts) values.append(part == null ? "" : part);
        writer.writeProperty(new VObjectProperty(property, values.build()));
    }

    void list(String property, List<String> values) throws IOException {
        if (!values.isEmpty()) writer.writeProperty(property, VObjectPropertyValues.writeList(values));
    }

    void end() throws IOException {
        writer.writeEndComponent("VCARD");
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
