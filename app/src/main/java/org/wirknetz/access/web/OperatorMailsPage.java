package org.wirknetz.access.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.wirknetz.platform.ClockSource;
import org.wirknetz.platform.mail.MailQueue;
import org.wirknetz.platform.web.Frame;

/// @param sends whether this server can send mail
public record OperatorMailsPage(
        MailQueue.State state,
        List<MailQueue.Host> hosts,
        List<MailQueue.Failure> failures,
        List<MailQueue.Left> left,
        boolean sends) {

    public OperatorMailsPage {
        hosts = List.copyOf(hosts);
        failures = List.copyOf(failures);
        left = List.copyOf(left);
    }

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    public String when(Frame frame, Instant at) {
        var there = LocalDateTime.ofInstant(at, ClockSource.ZONE);
        return frame.date(there.toLocalDate()) + ", " + HOUR.format(there);
    }
}
