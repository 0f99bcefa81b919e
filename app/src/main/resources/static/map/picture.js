// The map as a file: always on white paper, with title, legend, date and where it comes from.
import { s } from './dom.js';
import { readTheme } from './canvas-painter.js';
import { FADED, HIDDEN, STRONG, shorten, tieWidth } from './scene.js';
import { outline } from './shapes.js';
import { outlineOf, signAt } from './svg-painter.js';

const [WIDTH, HEIGHT, TOP, LEFT] = [1600, 1130, 92, 40];

/** An SVG element that stands alone: every colour and size is written into it. */
export function picture(map) {
  const { scene, graph, data, say } = map;
  const kept = { width: scene.width, height: scene.height, view: scene.view, fitted: scene.fitted };
  const paper = document.createElement('div');
  paper.className = 'network-map on-paper';
  document.body.append(paper);
  const theme = readTheme(paper);
  paper.remove();
  const legendGroups = data.groups.filter((group) => graph.nodes.some((node) => node.look !== HIDDEN && node.group === group.key));
  const legendRows = Math.ceil(legendGroups.length / 4);
  const floor = HEIGHT - 74 - legendRows * 26;
  Object.assign(scene, { width: WIDTH - 2 * LEFT, height: floor - TOP, fitted: undefined });
  scene.view = scene.fit(graph.nodes.filter((node) => node.look !== HIDDEN));
  scene.fitted = scene.view.k;
  scene.arrange();
  scene.name();
  const svg = s('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, 'font-family': 'Fira Sans, DejaVu Sans, Arial, sans-serif' },
    s('title', {}, data.network.name),
    s('rect', { width: WIDTH, height: HEIGHT, fill: '#ffffff' }),
    s('text', { x: LEFT, y: 48, 'font-size': 31, 'font-weight': 600, fill: theme.text }, data.network.name),
    s('text', { x: LEFT, y: 76, 'font-size': 16, fill: theme.muted }, map.subtitle()),
    s('g', { transform: `translate(${LEFT},${TOP})` }, ...hulls(scene, theme), ...ties(scene, theme), ...signs(scene, theme), ...nodes(map, theme), ...names(scene, theme)),
    ...legend(map, legendGroups, theme, floor + 30),
    s('text', { x: LEFT, y: HEIGHT - 22, 'font-size': 13, fill: theme.muted }, data.network.caption ?? say('caption')));
  Object.assign(scene, kept);
  map.refresh();
  return svg;
}

const ties = (scene, theme) => scene.graph.pairs.filter((pair) => pair.look !== HIDDEN).map((pair) => s('line', {
  x1: fix(pair.a.sx), y1: fix(pair.a.sy), x2: fix(pair.b.sx), y2: fix(pair.b.sy),
  stroke: pair.look === STRONG || pair.came ? theme.accent : pair.gone || scene.bridges?.has(pair) ? theme.text : theme.tie,
  'stroke-width': scene.bridges?.has(pair) ? 4 : fix(tieWidth(pair, scene.fineness * 1.15)),
  'stroke-opacity': pair.look === FADED ? 0.15 : 0.65, 'stroke-dasharray': pair.gone ? '2 5' : pair.sure ? null : pair.observedOnly ? '1 4' : pair.togetherOnly ? '10 6' : '6 4',
}));

const hulls = (scene, theme) => scene.hulls().map((corners) => s('path', { d: outlineOf(corners), fill: theme.text, 'fill-opacity': 0.05, stroke: theme.muted }));

const signs = (scene, theme) => scene.signs().map((sign) => s('path', { d: signAt(sign), fill: 'none', stroke: sign.came ? theme.accent : theme.text, 'stroke-width': 2 }));

const nodes = (map, theme) => map.graph.nodes.filter((node) => node.look !== HIDDEN).map((node) => {
  const group = map.groupOf(node.group);
  return s('g', { transform: `translate(${fix(node.sx)},${fix(node.sy)})scale(${fix(node.r)})`, opacity: node.look === FADED ? 0.3 : null },
    s('title', {}, node.name),
    node.coordinator ? s('path', { d: outline(group.shape), transform: 'scale(1.55)', fill: 'none', stroke: theme.groups[group.colour], 'stroke-width': 0.18 }) : null,
    s('path', { d: outline(group.shape), fill: theme.groups[group.colour], stroke: '#ffffff', 'stroke-width': fix(1.4 / node.r) }));
});

const names = (scene, theme) => scene.labels.map((label) => s('text', {
  x: fix(label.x), y: fix(label.y), 'text-anchor': label.anchor, 'font-size': 12.5, 'font-weight': label.strong ? 600 : 400, fill: theme.text,
  stroke: '#ffffff', 'stroke-width': 3.5, 'stroke-linejoin': 'round', 'paint-order': 'stroke',
}, label.text));

function legend(map, groups, theme, y) {
  const column = (WIDTH - 2 * LEFT) / 4;
  return groups.flatMap((group, i) => {
    const [x, row] = [LEFT + (i % 4) * column, y + Math.floor(i / 4) * 26];
    return [
      s('path', { d: outline(group.shape), transform: `translate(${x + 8},${row - 5})scale(7)`, fill: theme.groups[group.colour] }),
      s('text', { x: x + 24, y: row, 'font-size': 14, fill: theme.text }, shorten(group.name, 42)),
    ];
  });
}

const fix = (value) => Math.round(value * 100) / 100;

export async function save(map, format) {
  const text = new XMLSerializer().serializeToString(picture(map));
  const name = `${map.fileName()}.${format}`;
  if (format === 'svg') return offer(new Blob([text], { type: 'image/svg+xml' }), name);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * 2;
  canvas.height = HEIGHT * 2;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
  return offer(blob, name);
}

function offer(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
