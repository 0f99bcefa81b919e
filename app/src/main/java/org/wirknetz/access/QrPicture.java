package org.wirknetz.access;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as the path of an inline SVG: one unit a square, four units of quiet zone around.
///
/// @param size of the picture, in units
/// @param path for `<path d>`
public record QrPicture(int size, String path) {

    private static final int QUIET = 4;

    public static QrPicture of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(code.size + 2 * QUIET, path.toString());
    }
}
