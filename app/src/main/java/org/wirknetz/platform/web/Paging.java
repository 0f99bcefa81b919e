package org.wirknetz.platform.web;

import java.util.stream.IntStream;
import org.springframework.web.util.UriComponentsBuilder;

/// Where one is in a long list.
///
/// @param page counted from 1
/// @param size rows per page
/// @param total rows in all
/// @param path the address of the list with its query; the pages are `page=2` and so on
public record Paging(int page, int size, long total, String path) {

    public long first() {
        return total == 0 ? 0 : (page - 1L) * size + 1;
    }

    public long last() {
        return Math.min((long) page * size, total);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext() {
        return page < pages();
    }

    /// The pages worth a link: the first, the last, and those around here. A 0 stands for a gap.
    public int[] shown() {
        var near = IntStream.rangeClosed(1, pages())
                .filter(it -> it == 1 || it == pages() || Math.abs(it - page) <= 1)
                .toArray();
        return IntStream.range(0, near.length)
                .flatMap(at ->
                        at > 0 && near[at] - near[at - 1] > 1 ? IntStream.of(0, near[at]) : IntStream.of(near[at]))
                .toArray();
    }

    public String href(int other) {
        return UriComponentsBuilder.fromUriString(path)
                .replaceQueryParam("page", other)
                .build()
                .toUriString();
    }
}
