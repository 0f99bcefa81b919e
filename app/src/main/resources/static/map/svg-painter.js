// Up to some hundred organisations: real elements, so that style sheets, printing and assistive technology can see them.
import { s } from './dom.js';
import { HIDDEN, tieWidth } from './scene.js';
import { outline } from './shapes.js';

const LOOKS = ['is-hidden', 'is-faded', 'is-normal', 'is-strong'];

export class SvgPainter {
  constructor(stage, scene, colourOf) {
    this.scene = scene;
    this.hulls = s('g', { class: 'map-hulls' });
    this.ties = s('g', { class: 'map-ties' });
    this.signs = s('g', { class: 'map-signs' });
    this.nodes = s('g', { class: 'map-nodes' });
    this.names = s('g', { class: 'map-names' });
    this.over = s('g', { class: 'map-over' });
    this.picture = s('svg', { class: 'map-picture', 'aria-hidden': 'true', focusable: 'false' }, this.hulls, this.ties, this.signs, this.over, this.nodes, this.names);
    stage.prepend(this.picture);
    for (const pair of scene.graph.pairs) {
      pair.element = s('path', { d: `M${pair.a.x},${pair.a.y}L${pair.b.x},${pair.b.y}`, 'vector-effect': 'non-scaling-stroke' });
      this.ties.append(pair.element);
    }
    for (const node of scene.graph.nodes) {
      const group = colourOf(node.group);
      node.element = s('g', {},
        node.coordinator ? s('path', { class: 'map-ring', d: outline(group.shape), transform: 'scale(1.55)', 'vector-effect': 'non-scaling-stroke' }) : null,
        s('path', { class: `map-mark map-group-${group.colour}`, d: outline(group.shape), 'vector-effect': 'non-scaling-stroke' }));
      this.nodes.append(node.element);
    }
  }

  repaint() {
    this.paint();
  }

  paint() {
    const { scene } = this;
    const { k, x, y } = scene.view;
    this.picture.setAttribute('viewBox', `0 0 ${scene.width} ${scene.height}`);
    this.ties.setAttribute('transform', `translate(${x},${y})scale(${k})`);
    this.hulls.replaceChildren(...scene.hulls().map((corners) => s('path', { class: 'map-hull', d: outlineOf(corners) })));
    this.signs.replaceChildren(...scene.signs().map((sign) => s('path', { class: `map-sign ${sign.came ? 'is-new' : 'is-gone'}`, d: signAt(sign) })));
    const fine = scene.fineness;
    for (const pair of scene.graph.pairs) {
      const look = `map-tie ${LOOKS[pair.look]}${pair.sure ? '' : ' is-claimed'}${pair.observedOnly ? ' is-observed' : ''}${pair.togetherOnly ? ' is-together' : ''}${pair.came ? ' is-new' : ''}${pair.gone ? ' is-gone' : ''}${scene.bridges?.has(pair) ? ' is-bridge' : ''}`;
      if (pair.drawn !== look) {
        pair.element.setAttribute('class', look);
        pair.drawn = look;
      }
      if (pair.look === HIDDEN) continue;
      const width = tieWidth(pair, fine).toFixed(2);
      if (pair.width !== width) {
        pair.element.setAttribute('stroke-width', width);
        pair.width = width;
      }
    }
    for (const node of scene.graph.nodes) {
      const look = `map-node ${LOOKS[node.look]}${node.came ? ' is-new' : ''}${node.gone ? ' is-gone' : ''}${node === scene.focused ? ' is-focused' : ''}`;
      if (node.drawn !== look) {
        node.element.setAttribute('class', look);
        node.drawn = look;
      }
      const place = `translate(${node.sx.toFixed(2)},${node.sy.toFixed(2)})scale(${node.r.toFixed(2)})`;
      if (node.place === place) continue;
      node.element.setAttribute('transform', place);
      node.place = place;
    }
    this.over.replaceChildren(...overlay(scene));
    if (this.named === scene.labels) return;
    this.named = scene.labels;
    this.names.replaceChildren(...scene.labels.map((label) => s('text', {
      x: label.x.toFixed(1), y: label.y.toFixed(1), 'text-anchor': label.anchor, class: label.strong ? 'map-name is-strong' : 'map-name',
    }, label.text)));
  }
}

export const outlineOf = (corners) => `M${corners.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`;

export const signAt = ({ x, y, came }) => (came
  ? `M${(x - 4.5).toFixed(1)},${y.toFixed(1)}h9m-4.5,-4.5v9`
  : `M${(x - 3.5).toFixed(1)},${(y - 3.5).toFixed(1)}l7,7m0,-7l-7,7`);

/** The line being drawn by hand, and the arrow heads of the chosen ties. */
function overlay(scene) {
  const { drawing } = scene;
  if (!drawing) return [];
  return [s('line', { class: 'map-drawing', x1: drawing.from.sx, y1: drawing.from.sy, x2: drawing.x, y2: drawing.y })];
}
