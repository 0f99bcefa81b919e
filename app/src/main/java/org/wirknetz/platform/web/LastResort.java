package org.wirknetz.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.Words;

/// What the server refuses before any filter of ours sees it (a crooked address, a header without end) is answered by
/// this house all the same: with a sentence, with all protecting headers, and without naming what runs here.
@Component
class LastResort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final PlainPage page;

    LastResort(PlainPage page) {
        this.page = page;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> {
            if (!(context.getParent() instanceof StandardHost host)) return;
            // Named too, so that the host does not add its own beside it.
            host.setErrorReportValveClass(Report.class.getName());
            host.getPipeline().addValve(new Report(page));
        });
    }

    static final class Report extends ErrorReportValve {

        private final PlainPage page;

        Report(PlainPage page) {
            this.page = page;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failed) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
            try {
                var status = ErrorsController.spoken(response.getStatus());
                var address = request.getRequestURI();
                var program = address != null && address.startsWith("/api/");
                page.write(response, status, Words.closest(request.getLocale()), program);
                response.finishResponse();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
