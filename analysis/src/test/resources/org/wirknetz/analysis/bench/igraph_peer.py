# Measures with python-igraph the files that the benchmark has written: igraph_peer.py FOLDER SIZE
# Prints, tab separated: measure, median wall ms, median CPU ms, runs, a value to compare.
# From 50,000 nodes on what takes n searches is measured from 64 sources and scaled, which is exact: it is linear in them
import statistics, sys, time, random
import igraph

folder, size = sys.argv[1], int(sys.argv[2])
random.seed(1)
few = size >= 20000
SOURCES = 64


def read(kind, directed):
    graph = igraph.Graph.Read_Edgelist(f"{folder}/g{size}.{kind}", directed=directed)
    if graph.vcount() < size:
        graph.add_vertices(size - graph.vcount())
    return graph


def total(values):
    return sum(value for value in values if value == value)


def five(value):
    text = f"{value:.5g}"
    if "e" in text:
        mantissa, exponent = text.split("e")
        digits = mantissa.split(".")[1] if "." in mantissa else ""
        return f"{mantissa if '.' in mantissa else mantissa + '.'}{'0' * (4 - len(digits))}e{exponent}"
    whole, _, digits = text.partition(".")
    missing = 5 - len((whole.lstrip("-0") + digits).lstrip("0")) if whole != "0" else 5 - len(digits.lstrip("0"))
    return text if missing <= 0 else (text if "." in text else text + ".") + "0" * missing


both, directed = read("edges", False), read("arcs", True)
ends = both.get_edgelist()
lengths = [60 // ((a * 7 + b * 7) % 5 + 1) for a, b in ends]
rounds = 3 if size < 10000 else 10 if size < 100000 else 2
sources = list(range(SOURCES))
measures = {
    "load": (lambda: read("arcs", True), lambda r: str(r.ecount())),
    "harmonic": (
        (lambda: both.harmonic_centrality(vertices=sources)) if few else (lambda: both.harmonic_centrality()),
        lambda r: five(total(r)),
    ),
    "betweenness": (lambda: both.betweenness(), lambda r: five(total(r))),
    "weighted betweenness": (lambda: both.betweenness(weights=lengths), lambda r: five(total(r))),
    "constraint": (lambda: both.constraint(), lambda r: five(total(r))),
    "clustering": (lambda: both.transitivity_local_undirected(mode="zero"), lambda r: five(total(r))),
    "triads": (lambda: directed.triad_census(), lambda r: str(int(r[15]))),
    "cores": (lambda: both.coreness(), lambda r: str(max(r))),
    "pagerank": (lambda: directed.pagerank(), lambda r: five(total(r))),
    "eigenvector": (lambda: both.eigenvector_centrality(), lambda r: five(total(r))),
    "cutpoints": (lambda: both.articulation_points(), lambda r: str(len(r))),
    "components": (lambda: both.connected_components(), lambda r: str(len(r))),
    "leiden": (
        lambda: both.community_leiden(objective_function="modularity", n_iterations=rounds),
        lambda r: f"Q={r.modularity:.3f}",
    ),
}
for name, (work, check) in measures.items():
    if few and name in ("weighted betweenness", "betweenness"):
        continue  # the bindings know no sources for betweenness, and all of them would take a quarter of an hour
    scale = size / SOURCES if few and name == "harmonic" else 1
    wall, cpu, begin = [], [], time.perf_counter()
    while len(wall) < 5 and (not wall or time.perf_counter() - begin + wall[-1] < 15):
        start, used = time.perf_counter(), time.process_time()
        result = work()
        cpu.append((time.process_time() - used) * 1e3)
        wall.append(time.perf_counter() - start)
    value = check(result) if scale == 1 else "scaled"
    print(
        f"{name}\t{statistics.median(wall) * 1e3 * scale}\t{statistics.median(cpu) * scale}\t{len(wall)}\t{value}",
        flush=True,
    )
