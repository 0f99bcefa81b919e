package org.wirknetz.networkcheck.check;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// A [Sketch] as an image for the PDF. Letters are drawn as outlines of our own font, so that a server without any
/// fonts
/// (and without fontconfig) draws the same picture.
final class PngDrawing {
    private static final int SCALE = 2;

    private PngDrawing() {}

    static byte[] of(Sketch sketch) throws IOException {
        var image = new BufferedImage(Sketch.WIDTH * SCALE, Sketch.HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.scale(SCALE, SCALE);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, Sketch.WIDTH, Sketch.HEIGHT);
        lines(sketch, canvas);
        nodes(sketch, canvas);
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(Resources.bytes(PdfReport.REGULAR)))) {
            for (var node : sketch.nodes()) {
                var label = node.label();
                if (label != null) text(canvas, font, label);
            }
        }
        canvas.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static void lines(Sketch sketch, Graphics2D canvas) {
        boolean some = sketch.lines().stream().anyMatch(Sketch.Line::both);
        var whole = new BasicStroke(1.4f);
        var dashed = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0);
        canvas.setColor(Color.decode("#8a9198"));
        for (var line : sketch.lines()) {
            canvas.setStroke(some && !line.both() ? dashed : whole);
            canvas.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
        }
    }

    private static void nodes(Sketch sketch, Graphics2D canvas) {
        canvas.setStroke(new BasicStroke(1.5f));
        for (var node : sketch.nodes()) {
            var shape = Shapes.shape(node.shape(), node.x(), node.y(), node.size());
            canvas.setColor(Color.decode(Shapes.colour(node.shape())));
            canvas.fill(shape);
            canvas.setColor(Color.WHITE);
            canvas.draw(shape);
        }
    }

    private static void text(Graphics2D canvas, TrueTypeFont font, Sketch.Label label) throws IOException {
        double unit = Sketch.LABEL / (double) font.getUnitsPerEm();
        var glyphs = font.getUnicodeCmapLookup();
        var outline = new GeneralPath();
        double x = label.x();
        for (int sign : label.text().codePoints().toArray()) {
            int glyph = glyphs.getGlyphId(sign);
            var drawn = font.getGlyph().getGlyph(glyph);
            var place = new AffineTransform(unit, 0, 0, -unit, x, label.y());
            if (drawn != null) outline.append(drawn.getPath().getPathIterator(place), false);
            x += font.getAdvanceWidth(glyph) * unit;
        }
        canvas.setColor(Color.WHITE);
        canvas.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(outline);
        canvas.setColor(Color.decode("#1d2327"));
        canvas.fill(outline);
    }
}
