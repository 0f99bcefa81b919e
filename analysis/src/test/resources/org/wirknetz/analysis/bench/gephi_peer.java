// Measures with the Gephi toolkit the files that the benchmark has written: gephi_peer.java FOLDER SIZE
// Prints, tab separated: measure, median wall ms, median CPU ms, runs, a value to compare (none: "-").
import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2;
import org.gephi.project.api.ProjectController;
import org.gephi.statistics.plugin.GraphDistance;
import org.openide.util.Lookup;

class GephiPeer {
    public static void main(String... arguments) throws Exception {
        var answers = System.out;
        System.setOut(System.err);
        int size = Integer.parseInt(arguments[1]);
        Lookup.getDefault().lookup(ProjectController.class).newProject();
        var model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        load(model, Path.of(arguments[0], "g" + size + ".edges"), size);
        measure(answers, "100 rounds of ForceAtlas2", () -> rounds(model));
        if (size <= 5_000) measure(answers, "betweenness", () -> betweenness(model));
        System.exit(0);
    }

    static void load(GraphModel model, Path file, int size) throws Exception {
        var graph = model.getUndirectedGraph();
        var nodes = new Node[size];
        var random = new Random(1);
        for (int i = 0; i < size; i++) {
            nodes[i] = model.factory().newNode("" + i);
            nodes[i].setX(random.nextFloat() * 1000);
            nodes[i].setY(random.nextFloat() * 1000);
            graph.addNode(nodes[i]);
        }
        for (var line : Files.readAllLines(file)) {
            int gap = line.indexOf(' ');
            var from = nodes[Integer.parseInt(line.substring(0, gap))];
            graph.addEdge(model.factory().newEdge(from, nodes[Integer.parseInt(line.substring(gap + 1))], false));
        }
    }

    static void rounds(GraphModel model) {
        var forces = new ForceAtlas2(null);
        forces.setGraphModel(model);
        forces.resetPropertiesValues();
        forces.setBarnesHutOptimize(true);
        forces.setThreadsCount(Runtime.getRuntime().availableProcessors());
        forces.initAlgo();
        for (int i = 0; i < 100; i++) forces.goAlgo();
        forces.endAlgo();
    }

    /// Gephi has closeness and path length in the same pass.
    static void betweenness(GraphModel model) {
        var distance = new GraphDistance();
        distance.setDirected(false);
        distance.setNormalized(false);
        distance.execute(model);
    }

    static void measure(PrintStream answers, String name, Runnable work) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var wall = new double[3];
        var cpu = new double[3];
        int runs = 0;
        for (long begun = System.nanoTime(); runs < 3 && System.nanoTime() - begun < 30e9; runs++) {
            long start = System.nanoTime(), used = system.getProcessCpuTime();
            work.run();
            wall[runs] = (System.nanoTime() - start) / 1e6;
            cpu[runs] = (system.getProcessCpuTime() - used) / 1e6;
        }
        Arrays.sort(wall, 0, runs);
        Arrays.sort(cpu, 0, runs);
        answers.println(name + "\t" + wall[runs / 2] + "\t" + cpu[runs / 2] + "\t" + runs + "\t-");
        answers.flush();
    }
}
