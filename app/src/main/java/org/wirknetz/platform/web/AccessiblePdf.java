package org.wirknetz.platform.web;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;

/// A page of ours as an accessible PDF: PDF/UA-1 and PDF/A-3u, tagged, with its own fonts, nothing loaded from
/// anywhere.
public final class AccessiblePdf {

    private static final String REGULAR = "/fonts/FiraSans_400Regular.ttf";
    private static final String SEMIBOLD = "/fonts/FiraSans_600SemiBold.ttf";

    private static final Pattern DATES = Pattern.compile("(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)[^<]*(</xmp:)");

    private AccessiblePdf() {}

    /// @param html well-formed, with a title, a language and a description
    public static byte[] of(String html) {
        var pdf = new ByteArrayOutputStream();
        var builder = builder(html);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return pdf.toByteArray();
    }

    /// @param day stands for the moment of writing, so that the same page gives the same bytes
    public static byte[] of(String html, LocalDate day) {
        var pdf = new ByteArrayOutputStream();
        var builder = builder(html);
        builder.toStream(pdf);
        try (var renderer = builder.buildPdfRenderer();
                var document = renderer.createPDFKeepOpen()) {
            date(document, day);
            document.save(pdf);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return pdf.toByteArray();
    }

    private static void date(PDDocument document, LocalDate day) throws IOException {
        var moment = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        moment.setTimeInMillis(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        document.getDocumentInformation().setCreationDate(moment);
        document.getDocumentInformation().setModificationDate(moment);
        document.setDocumentId(day.toEpochDay());
        var metadata = document.getDocumentCatalog().getMetadata();
        var dated = DATES.matcher(new String(metadata.toByteArray(), StandardCharsets.UTF_8))
                .replaceAll("$1" + day + "T00:00:00Z$2");
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }

    private static PdfRendererBuilder builder(String html) {
        XRLog.setLoggingEnabled(false);
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useFont(() -> font(REGULAR), "Fira Sans", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font(SEMIBOLD), "Fira Sans", 600, FontStyle.NORMAL, true);
        builder.useFont(() -> font(SEMIBOLD), "Fira Sans", 700, FontStyle.NORMAL, true);
        // Texts come from people: no address in them is ever followed.
        builder.useUriResolver((base, uri) -> null);
        builder.useProtocolsStreamImplementation(it -> new Nothing(), "memory");
        builder.withHtmlContent(html, "memory:/");
        builder.withProducer("Wirknetz");
        return builder;
    }

    private static InputStream font(String path) {
        return Objects.requireNonNull(AccessiblePdf.class.getResourceAsStream(path), path);
    }

    private record Nothing() implements FSStream {
        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(new byte[0]);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
