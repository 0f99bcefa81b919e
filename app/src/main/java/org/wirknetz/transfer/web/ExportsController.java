package org.wirknetz.transfer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.wirknetz.access.Recently;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.NetworkSign;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.transfer.Archive;
import org.wirknetz.transfer.NetworkCalendar;
import org.wirknetz.transfer.NetworkExport;
import org.wirknetz.transfer.TransferPermissions;
import org.wirknetz.transfer.VisitingCards;

/// Everything out again, in open formats; and a whole network in.
@Controller
@RequestMapping("/w/{network}/exports")
class ExportsController {

    private final NetworkExport export;
    private final VisitingCards cards;
    private final NetworkCalendar calendar;
    private final Archive archive;
    private final TransferPermissions may;
    private final Words words;
    private final Redirects redirects;
    private final Clock clock;
    private final Recently recently;

    ExportsController(
            NetworkExport export,
            VisitingCards cards,
            NetworkCalendar calendar,
            Archive archive,
            TransferPermissions may,
            Words words,
            Redirects redirects,
            Clock clock,
            Recently recently) {
        this.recently = recently;
        this.export = export;
        this.cards = cards;
        this.calendar = calendar;
        this.archive = archive;
        this.may = may;
        this.words = words;
        this.redirects = redirects;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(Visitor visitor, HttpServletRequest request) {
        Forbidden.unless(may.exportNetwork(visitor));
        var locale = Words.closest(RequestContextUtils.getLocale(request));
        var title = words.say(locale, "transfer.exports.title");
        return new ModelAndView("transfer/exports", Map.of("base", visitor.base(), "title", title));
    }

    @GetMapping("/tables.xlsx")
    void xlsx(Visitor visitor, HttpServletResponse response) throws IOException {
        export.xlsx(download(
                visitor, response, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    }

    @GetMapping("/tables.zip")
    void csv(Visitor visitor, HttpServletResponse response) throws IOException {
        export.csv(download(visitor, response, "csv.zip", "application/zip"));
    }

    @GetMapping("/cards.vcf")
    void cards(Visitor visitor, HttpServletResponse response) throws IOException {
        cards.write(download(visitor, response, "vcf", "text/vcard;charset=utf-8"));
    }

    @GetMapping("/calendar.ics")
    void calendar(
            Visitor visitor,
            @RequestAttribute("org.wirknetz.platform.web.NetworkSign") NetworkSign sign,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var locale = Words.closest(RequestContextUtils.getLocale(request));
        calendar.write(download(visitor, response, "ics", "text/calendar;charset=utf-8"), sign.name(), locale);
    }

    @GetMapping("/network.zip")
    void archive(Visitor visitor, HttpServletResponse response) throws IOException {
        archive.write(download(visitor, response, "wirknetz.zip", "application/zip"));
    }

    @PostMapping("/network")
    String read(Visitor visitor, @RequestParam("file") MultipartFile file, HttpServletRequest request)
            throws IOException {
        Forbidden.unless(may.importLists(visitor));
        if (file.isEmpty()) throw new Refused("transfer.no-file");
        long rows = archive.read(file.getInputStream());
        return redirects.done(request, visitor.base(), "transfer.archive.read", rows);
    }

    private OutputStream download(Visitor visitor, HttpServletResponse response, String ending, String type)
            throws IOException {
        Forbidden.unless(may.exportNetwork(visitor));
        recently.require(visitor.base() + "/exports");
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(visitor.slug() + "-" + LocalDate.now(clock) + "." + ending)
                        .build()
                        .toString());
        return response.getOutputStream();
    }
}
