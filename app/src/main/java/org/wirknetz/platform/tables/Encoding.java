package org.wirknetz.platform.tables;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// The encoding of a text file: by its byte order mark, else by the zeros of UTF-16, else UTF-8 when the *whole* file
/// is valid
/// UTF-8 (an office list may have its first umlaut in line 4,000), else Windows-1252 as German Excel saves it.
record Encoding(Charset charset, int mark) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static Encoding of(Source source, Place at) throws IOException {
        var head = source.beginning(8_192);
        if (starts(head, 0xEF, 0xBB, 0xBF)) return new Encoding(StandardCharsets.UTF_8, 3);
        if (starts(head, 0xFF, 0xFE)) return new Encoding(StandardCharsets.UTF_16LE, 2);
        if (starts(head, 0xFE, 0xFF)) return new Encoding(StandardCharsets.UTF_16BE, 2);
        var zeros = zeros(head);
        if (zeros != null) return new Encoding(zeros, 0);
        if (hasZero(head)) throw new Unreadable(at, "tables.file.binary");
        return new Encoding(validUtf8(source) ? StandardCharsets.UTF_8 : WINDOWS, 0);
    }

    private static boolean starts(byte[] head, int... mark) {
        if (head.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) return false;
        }
        return true;
    }

    // Latin text in UTF-16 has a zero in nearly every second byte, always on the same side.
    private static @org.jspecify.annotations.Nullable Charset zeros(byte[] head) {
        int[] side = new int[2];
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) side[i % 2]++;
        }
        int half = head.length / 2;
        if (half >= 4 && side[1] > half * 7 / 10 && side[0] <= half / 20) return StandardCharsets.UTF_16LE;
        if (half >= 4 && side[0] > half * 7 / 10 && side[1] <= half / 20) return StandardCharsets.UTF_16BE;
        return null;
    }

    private static boolean hasZero(byte[] head) {
        for (byte one : head) {
            if (one == 0) return true;
        }
        return false;
    }

    private static boolean validUtf8(Source source) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(1 << 16);
        var characters = CharBuffer.allocate(1 << 16);
        try (var in = source.open()) {
            for (boolean last = false; !last; ) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                last = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                characters.clear();
                if (decoder.decode(bytes, characters, last).isError()) return false;
                bytes.compact();
            }
        }
        return true;
    }
}
