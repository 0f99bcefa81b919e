package org.wirknetz.networkcheck.check;

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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The report as an accessible PDF: PDF/UA-1 and PDF/A-3u, tagged, with bookmarks, its own fonts, nothing loaded from
/// anywhere.
final class PdfReport {
    static final String REGULAR = "/fonts/FiraSans_400Regular.ttf";
    private static final String SEMIBOLD = "/fonts/FiraSans_600SemiBold.ttf";

    private static final Pattern DATES = Pattern.compile("(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)[^<]*(</xmp:)");

    private PdfReport() {}

    static byte[] of(Report report) throws IOException {
        XRLog.setLoggingEnabled(false);
        var drawing = PngDrawing.of(report.sketch());
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useFont(() -> stream(REGULAR), "Fira Sans", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> stream(SEMIBOLD), "Fira Sans", 600, FontStyle.NORMAL, true);
        builder.useFont(() -> stream(SEMIBOLD), "Fira Sans", 700, FontStyle.NORMAL, true);
        // Names come from strangers' tables: only our own drawing is ever resolved.
        builder.useUriResolver((base, uri) -> uri.equals("drawing.png") ? "memory:drawing.png" : null);
        builder.useProtocolsStreamImplementation(it -> new Memory(drawing), "memory");
        builder.withHtmlContent(HtmlReport.of(report), "memory:/");
        builder.withProducer("Wirknetz");
        builder.toStream(pdf);
        try (var renderer = builder.buildPdfRenderer();
                var document = renderer.createPDFKeepOpen()) {
            date(document, report.input().asOf());
            document.save(pdf);
        }
        return pdf.toByteArray();
    }

    // The day of the check stands for the moment of writing, so that the same tables give the same bytes.
    private static void date(PDDocument document, LocalDate day) throws IOException {
        var moment = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        moment.setTimeInMillis(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        document.getDocumentInformation().setCreationDate(moment);
        document.getDocumentInformation().setModificationDate(moment);
        document.setDocumentId(day.toEpochDay());
        var metadata = document.getDocumentCatalog().getMetadata();
        var written = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        var dated = DATES.matcher(written).replaceAll("$1" + day + "T00:00:00Z$2");
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream stream(String path) {
        return new ByteArrayInputStream(Resources.bytes(path));
    }

    private record Memory(byte[] bytes) implements FSStream {
        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
