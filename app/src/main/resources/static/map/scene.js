// Where things stand on the screen and how strongly they are drawn. Painters only do what is decided here.
import { place } from './labels.js';

export const HIDDEN = 0;
export const FADED = 1;
export const NORMAL = 2;
export const STRONG = 3;

const NAME_SIZE = 12.5;
const NAME_HEIGHT = 15;

export class Scene {
  constructor(graph) {
    this.graph = graph;
    this.width = 800;
    this.height = 560;
    this.view = { k: 1, x: 0, y: 0 };
    this.labels = [];
    this.covered = 0;
    this.pen = document.createElement('canvas').getContext('2d');
    this.wide = new Map();
  }

  /** Chooses the section that shows the given organisations with room for their names. */
  fit(nodes, margin = 56) {
    const shown = nodes.length > 0 ? nodes : this.graph.nodes;
    if (shown.length === 0) return { k: (this.fitted ??= 1), x: this.width / 2, y: this.height / 2 };
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const node of shown) {
      left = Math.min(left, node.x);
      right = Math.max(right, node.x);
      top = Math.min(top, node.y);
      bottom = Math.max(bottom, node.y);
    }
    const width = this.width - this.covered;
    const side = Math.min(margin * 1.9, width * 0.14);
    const edge = Math.min(margin * 0.7, this.height * 0.1);
    const k = Math.min((width - 2 * side) / Math.max(right - left, 1e-6), (this.height - 2 * edge) / Math.max(bottom - top, 1e-6));
    this.fitted ??= k;
    const zoom = Number.isFinite(k) && k < 1e5 ? Math.min(k, this.fitted * 12) : this.fitted;
    return { k: zoom, x: width / 2 - (zoom * (left + right)) / 2, y: this.height / 2 - (zoom * (top + bottom)) / 2 };
  }

  zoomed(factor, atX = this.width / 2, atY = this.height / 2) {
    const { k, x, y } = this.view;
    const next = Math.max(this.fitted * 0.4, Math.min(this.fitted * 40, k * factor));
    return { k: next, x: atX - ((atX - x) * next) / k, y: atY - ((atY - y) * next) / k };
  }

  get magnified() {
    return Math.max(0.5, this.view.k / (this.fitted || 1));
  }

  /** Ties get finer as the network grows, so that five hundred partners are still a drawing and not a felt. */
  get fineness() {
    const pairs = this.graph.pairs.length;
    return Math.min(1.2, (pairs < 250 ? 1 : pairs < 1200 ? 0.75 : pairs < 6000 ? 0.5 : 0.3) * Math.sqrt(Math.min(this.magnified, 6)));
  }

  radius(node) {
    const count = this.graph.nodes.length;
    const base = count <= 60 ? 6 : count <= 200 ? 4.6 : count <= 900 ? 3.1 : 1.7;
    const grows = count <= 60 ? 1.15 : count <= 900 ? 0.75 : 0.35;
    const narrow = Math.max(0.62, Math.min(1, Math.sqrt(this.width / 820)));
    const size = (base + grows * Math.sqrt(node.degree)) * Math.min(2.6, this.magnified ** 0.45) * narrow;
    return node.coordinator ? size * 1.2 + 1 : size;
  }

  /** The emphasis of every organisation and tie, from what is chosen, pointed at, or lies on the way asked for. */
  emphasise({ selected, selectedPair, hovered, ego, path }) {
    const { nodes, pairs } = this.graph;
    const within = ego && selected ? this.graph.around(selected, ego) : null;
    const onPath = path ? new Set(path) : null;
    const centre = hovered ?? selected;
    const near = !onPath && centre ? new Set([centre, ...this.graph.neighbours(centre).map((it) => it.node)]) : null;
    for (const node of nodes) {
      if (node.gone && !within && !onPath) node.look = FADED;
      else if (!node.shown || (within && !within.has(node) && !onPath?.has(node))) node.look = HIDDEN;
      else if (onPath) node.look = onPath.has(node) ? STRONG : FADED;
      else if (selectedPair) node.look = node === selectedPair.a || node === selectedPair.b ? STRONG : FADED;
      else if (node === selected || node === hovered) node.look = STRONG;
      else if (within && !hovered) node.look = NORMAL;
      else node.look = near && !near.has(node) ? FADED : NORMAL;
    }
    const steps = onPath ? new Set(path.slice(1).map((node, i) => this.graph.pairBetween(path[i], node))) : null;
    for (const pair of pairs) {
      if (!(pair.shown || pair.gone) || pair.a.look === HIDDEN || pair.b.look === HIDDEN) pair.look = HIDDEN;
      else if (steps) pair.look = steps.has(pair) ? STRONG : FADED;
      else if (selectedPair) pair.look = pair === selectedPair ? STRONG : FADED;
      else if (centre) pair.look = pair.a === centre || pair.b === centre ? STRONG : within && !hovered ? NORMAL : FADED;
      else pair.look = NORMAL;
    }
  }

  /** Screen positions, and names where there is room. */
  arrange() {
    const { k, x, y } = this.view;
    for (const node of this.graph.nodes) {
      node.sx = node.x * k + x;
      node.sy = node.y * k + y;
      node.r = this.radius(node);
    }
  }

  name() {
    const seen = this.graph.nodes.filter((node) => node.look !== HIDDEN && this.onScreen(node));
    const named = seen.filter((node) => node.look !== FADED || node.gone).sort((one, other) =>
      (other.look === STRONG) - (one.look === STRONG) || !!other.coordinator - !!one.coordinator || other.degree - one.degree || one.index - other.index);
    const room = Math.max(8, Math.round((this.width * this.height) / 3600));
    const long = named.length <= 26 || this.magnified > 2.4;
    const few = this.graph.nodes.length > 200 ? 14 : 0;
    const wanted = named.slice(0, room).map((node, i) => {
      const text = shorten(long || node.look === STRONG ? node.name : node.short || node.name, node.look === STRONG ? 60 : 30);
      const strong = node.look === STRONG || node.coordinator;
      return { node, text, strong, must: strong || i < few, x: node.sx, y: node.sy, r: reach(node), width: this.measure(text, strong), height: NAME_HEIGHT };
    });
    const places = place(wanted, seen.map((node) => ({ x: node.sx, y: node.sy, r: reach(node) })), this.width - this.covered, this.height);
    this.labels = wanted.map((label, i) => places[i] && { ...places[i], node: label.node, text: label.text, strong: label.strong }).filter(Boolean);
  }

  /** Names of what has just vanished go; the rest stay where they are until the map rests. */
  keepNames() {
    if (this.labels.some((label) => label.node.look === HIDDEN)) this.labels = this.labels.filter((label) => label.node.look !== HIDDEN);
  }

  /** Outlines around the sub-networks of the day, as corners on the screen. */
  hulls() {
    return (this.circles?.groups ?? [])
      .map((group) => group.map((id) => this.graph.byId.get(id)).filter((node) => node && node.look !== HIDDEN))
      .filter((nodes) => nodes.length >= 3)
      .map((nodes) => hull(nodes.flatMap((node) => ring(node.sx, node.sy, node.r + 12))));
  }

  /** Where a plus or a cross says that a tie is new or gone. */
  signs() {
    return this.graph.pairs.filter((pair) => pair.look !== HIDDEN && (pair.came || pair.gone))
      .map(({ a, b, came }) => ({ x: (a.sx + b.sx) / 2, y: (a.sy + b.sy) / 2, came }));
  }

  onScreen(node) {
    return node.sx > -20 && node.sy > -20 && node.sx < this.width + 20 && node.sy < this.height + 20;
  }

  measure(text, strong) {
    const key = strong ? `!${text}` : text;
    let width = this.wide.get(key);
    if (width === undefined) {
      this.pen.font = `${strong ? 600 : 400} ${NAME_SIZE}px ${this.font ?? 'sans-serif'}`;
      width = this.pen.measureText(text).width;
      this.wide.set(key, width);
    }
    return width;
  }

  nodeAt(x, y, reach = 6) {
    let best = null;
    let nearest = Infinity;
    for (const node of this.graph.nodes) {
      if (node.look === HIDDEN) continue;
      const away = Math.hypot(node.sx - x, node.sy - y) - node.r;
      if (away < reach && away < nearest) [best, nearest] = [node, away];
    }
    return best;
  }

  pairAt(x, y, reach = 5) {
    let best = null;
    let nearest = reach;
    for (const pair of this.graph.pairs) {
      if (pair.look === HIDDEN) continue;
      const [ax, ay, dx, dy] = [pair.a.sx, pair.a.sy, pair.b.sx - pair.a.sx, pair.b.sy - pair.a.sy];
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      const away = Math.hypot(x - ax - along * dx, y - ay - along * dy);
      if (away < nearest) [best, nearest] = [pair, away];
    }
    return best;
  }
}

function ring(x, y, r) {
  return Array.from({ length: 12 }, (_, i) => [x + r * Math.cos((Math.PI * i) / 6), y + r * Math.sin((Math.PI * i) / 6)]);
}

/** Andrew's monotone chain (1979). */
export function hull(points) {
  const sorted = [...points].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const turn = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  const half = (way) => {
    const chain = [];
    for (const point of way) {
      while (chain.length >= 2 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** The coordination office has a ring around it. */
const reach = (node) => (node.coordinator ? node.r * 1.6 : node.r);

export function shorten(text, most) {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most - 1);
  return `${text.slice(0, cut > most / 2 ? cut : most - 1).trimEnd()}…`;
}

const WIDTHS = [0, 0.9, 1.2, 1.6, 2.1, 2.8];
export const tieWidth = (pair, fineness) => WIDTHS[Math.max(1, Math.min(5, Math.round(pair.strength ?? 1)))] * fineness;
