package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Networks of nobody, of one, and without ties: what is undefined is absent, never 0 and never NaN.
class DegenerateTest {
    private final Graph nobody = Graph.builder().build();
    private final Graph alone = Graph.builder().node("Jobcenter").build();
    private final Graph strangers = Graph.builder()
            .nodes("Jobcenter", "Caritasverband", "Volkshochschule")
            .build();

    @Test
    void nothing_can_be_said_about_nobody() {
        assertThat(Density.of(nobody)).isEmpty();
        assertThat(ShortestPaths.of(nobody).meanLength()).isEmpty();
        assertThat(ShortestPaths.of(nobody).efficiency()).isEmpty();
        assertThat(ShortestPaths.of(nobody).diameter()).isEmpty();
        assertThat(Triangles.of(nobody).meanClustering()).isEmpty();
        assertThat(Components.of(nobody).fragmentation()).isEmpty();
        assertThat(Components.of(nobody).count()).isZero();
        assertThat(Communities.of(nobody, 1).modularity()).isEmpty();
        assertThat(PageRank.of(nobody).byKey()).isEmpty();
        assertThat(CutPoints.of(nobody)).isEqualTo(new CutPoints(List.of(), List.of()));
        assertThat(TriadCensus.of(nobody).toArray()).containsOnly(0);
        assertThat(Eigenvector.of(nobody).byKey()).isEmpty();
    }

    @Test
    void one_alone_has_neither_density_nor_ways() {
        assertThat(Density.of(alone)).isEmpty();
        assertThat(Density.ofArcs(alone)).isEmpty();
        assertThat(Degrees.of(alone).centralisation()).isEmpty();
        assertThat(ShortestPaths.of(alone).harmonic().of("Jobcenter")).isEmpty();
        assertThat(ShortestPaths.of(alone).shareWithin(2)).isEmpty();
        assertThat(Components.of(alone).fragmentation()).isEmpty();
        assertThat(PageRank.of(alone).of("Jobcenter")).hasValue(1);
        assertThat(Dependency.on(alone, "Jobcenter").loss()).isEmpty();
    }

    @Test
    void strangers_have_no_ties_to_measure() {
        assertThat(Density.of(strangers)).hasValue(0);
        assertThat(ShortestPaths.of(strangers).meanLength()).isEmpty();
        assertThat(ShortestPaths.of(strangers).diameter()).isEmpty();
        assertThat(ShortestPaths.of(strangers).efficiency()).hasValue(0);
        assertThat(Components.of(strangers).fragmentation()).hasValue(1);
        assertThat(Components.of(strangers).isolates()).isEqualTo(3);
        assertThat(Reciprocity.of(strangers).ofArcs()).isEmpty();
        assertThat(Reciprocity.of(strangers).corrected()).isEmpty();
        assertThat(Triangles.of(strangers).transitivity()).isEmpty();
        assertThat(Communities.of(strangers, 1).count()).isEqualTo(3);
        assertThat(Dependency.on(strangers, "Jobcenter").loss()).isEmpty();
        assertThat(TieStability.between(strangers, strangers).jaccard()).isEmpty();
        assertThat(TriadCensus.of(strangers).count("003")).isEqualTo(1);
        assertThat(Assortativity.ofDegrees(strangers)).isEmpty();
    }
}
