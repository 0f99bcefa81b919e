package org.wirknetz.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgoPictureTests {
    private static final double LETTER = 6.4;

    private static List<double[]> boxes(EgoPicture picture) {
        var boxes = new ArrayList<double[]>();
        for (var spot : picture.spots()) {
            var label = spot.label();
            if (label == null) continue;
            double width = label.text().length() * LETTER;
            double x = Double.parseDouble(label.left());
            double y = Double.parseDouble(label.top());
            double left = switch (label.anchor()) {
                case "start" -> x;
                case "end" -> x - width;
                default -> x - width / 2;
            };
            boxes.add(new double[] {left, y - 10, left + width, y + 2});
        }
        return boxes;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 9, 10, 11, 12})
    void labels_never_meet(int neighbours) {
        var picture = new EgoPicture(
                new EgoPicture.One("Handwerkskammer", 1, null, true),
                IntStream.range(0, neighbours)
                        .mapToObj(it -> new EgoPicture.One("Volkshochschule " + it, it, null, true))
                        .toList(),
                List.of());
        var boxes = boxes(picture);
        assertThat(boxes.size()).as("most have one").isGreaterThanOrEqualTo((neighbours + 1) / 2);
        for (var one : boxes) {
            for (var other : boxes) {
                if (one == other) continue;
                assertThat(one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3])
                        .isFalse();
            }
        }
    }
}
