package org.wirknetz.networkcheck.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wirknetz.platform.tables.Findings;

/// A check as files: name to bytes, complete before the first of them is stored.
public final class CheckFiles {
    private final CheckResult result;
    private final CheckInput input;
    private final Findings findings;

    /// @param findings what was remarked while the tables were read; the report repeats it
    public CheckFiles(CheckResult result, CheckInput input, Findings findings) {
        this.result = result;
        this.input = input;
        this.findings = findings;
    }

    public Map<String, byte[]> in(Collection<CheckFormat> formats) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (var format : formats) {
            switch (format) {
                case JSON -> files.put("check.json", utf8(JsonReport.of(result, new CheckWords(input.locale()))));
                case HTML -> files.put("check.html", utf8(HtmlReport.of(report(false))));
                case PDF -> files.put("check.pdf", PdfReport.of(report(true)));
                case GRAPHML -> files.put("check.graphml", utf8(GraphmlFile.of(graph())));
                case GEXF -> files.put("check.gexf", utf8(GexfFile.of(graph())));
                case CSV -> files.putAll(CsvReport.of(result));
            }
        }
        return files;
    }

    private Report report(boolean print) {
        return Report.of(result, input, findings, print);
    }

    private GraphDocument graph() {
        return GraphDocument.of(result, input, report(false).sketch());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
