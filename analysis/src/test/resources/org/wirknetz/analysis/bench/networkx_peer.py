# Measures with NetworkX the files that the benchmark has written: networkx_peer.py FOLDER SIZE
import statistics, sys, time
import networkx

folder, size = sys.argv[1], int(sys.argv[2])


def read(kind, graph):
    graph.add_nodes_from(range(size))
    with open(f"{folder}/g{size}.{kind}") as lines:
        graph.add_edges_from(tuple(map(int, line.split())) for line in lines)
    return graph


both, directed = read("edges", networkx.Graph()), read("arcs", networkx.DiGraph())
measures = {
    "load": lambda: read("arcs", networkx.DiGraph()),
    "harmonic": lambda: networkx.harmonic_centrality(both),
    "betweenness": lambda: networkx.betweenness_centrality(both, normalized=False),
    "constraint": lambda: networkx.constraint(both),
    "clustering": lambda: networkx.clustering(both),
    "triads": lambda: networkx.triadic_census(directed),
    "cores": lambda: networkx.core_number(both),
    "pagerank": lambda: networkx.pagerank(directed),
    "cutpoints": lambda: list(networkx.articulation_points(both)),
    "components": lambda: list(networkx.connected_components(both)),
}
for name, work in measures.items():
    wall, cpu, begin = [], [], time.perf_counter()
    while len(wall) < 3 and (not wall or time.perf_counter() - begin + wall[-1] < 6):
        start, used = time.perf_counter(), time.process_time()
        work()
        cpu.append((time.process_time() - used) * 1e3)
        wall.append(time.perf_counter() - start)
    print(f"{name}\t{statistics.median(wall) * 1e3}\t{statistics.median(cpu)}\t{len(wall)}\t-", flush=True)
