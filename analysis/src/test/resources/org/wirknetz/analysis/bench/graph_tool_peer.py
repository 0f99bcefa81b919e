# Measures with graph-tool (several threads) the files that the benchmark has written: graph_tool_peer.py FOLDER SIZE
import statistics, sys, time
import numpy
from graph_tool import Graph
from graph_tool import centrality, clustering, topology

folder, size = sys.argv[1], int(sys.argv[2])


def read(kind, directed):
    graph = Graph(directed=directed)
    graph.add_vertex(size)
    graph.add_edge_list(numpy.loadtxt(f"{folder}/g{size}.{kind}", dtype=numpy.int64, ndmin=2))
    return graph


both, directed = read("edges", False), read("arcs", True)
measures = {
    "harmonic": lambda: centrality.closeness(both, harmonic=True),
    "betweenness": lambda: centrality.betweenness(both, norm=False),
    "clustering": lambda: clustering.local_clustering(both),
    "cores": lambda: topology.kcore_decomposition(both),
    "pagerank": lambda: centrality.pagerank(directed, epsilon=1e-10),
    "eigenvector": lambda: centrality.eigenvector(both, epsilon=1e-10),
    "cutpoints": lambda: topology.label_biconnected_components(both),
    "components": lambda: topology.label_components(both),
}
for name, work in measures.items():
    if size > 5000 and name in ("betweenness", "harmonic"):
        continue
    wall, cpu, begin = [], [], time.perf_counter()
    while len(wall) < 5 and (not wall or time.perf_counter() - begin + wall[-1] < 12):
        start, used = time.perf_counter(), time.process_time()
        work()
        cpu.append((time.process_time() - used) * 1e3)
        wall.append(time.perf_counter() - start)
    print(f"{name}\t{statistics.median(wall) * 1e3}\t{statistics.median(cpu)}\t{len(wall)}\t-", flush=True)
