// Up to some hundred organisations: real elements, so that style sheets, printing and assistive technology can see them.
import { s } from './dom.js';
import { HIDDEN, tieWidth } from './scene.js';
import { outline } from './shapes.js';

const LOOKS = ['is-hidden', 'is-faded', 'is-normal', 'is-strong'];

export class SvgPainter {
  constructor(stage, scene, colourOf) {
    this.scene = scene;
    this.ties = s('g', { class: 'map-ties' });
    this.nodes = s('g', { class: 'map-nodes' });
    this.names = s('g', { class: 'map-names' });
    this.over = s('g', { class: 'map-over' });
    this.picture = s('svg', { class: 'map-picture', 'aria-hidden': 'true', focusable: 'false' }, this.ties, this.over, this.nodes, this.names);
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
    const fine = scene.fineness;
    for (const pair of scene.graph.pairs) {
      const look = `map-tie ${LOOKS[pair.look]}${pair.sure ? '' : ' is-claimed'}${pair.observedOnly ? ' is-observed' : ''}${pair.togetherOnly ? ' is-together' : ''}`;
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
      const look = `map-node ${LOOKS[node.look]}${node === scene.focused ? ' is-focused' : ''}`;
      if (node.drawn !== look) {
        node.element.setAttribute('class', look);
        node.drawn = look;
      }
      node.element.setAttribute('transform', `translate(${node.sx.toFixed(2)},${node.sy.toFixed(2)})scale(${node.r.toFixed(2)})`);
    }
    this.names.replaceChildren(...scene.labels.map((label) => s('text', {
      x: label.x.toFixed(1), y: label.y.toFixed(1), 'text-anchor': label.anchor, class: label.strong ? 'map-name is-strong' : 'map-name',
    }, label.text)));
    this.over.replaceChildren(...overlay(scene));
  }
}

/** The line being drawn by hand, and the arrow heads of the chosen ties. */
function overlay(scene) {
  const { drawing } = scene;
  if (!drawing) return [];
  return [s('line', { class: 'map-drawing', x1: drawing.from.sx, y1: drawing.from.sy, x2: drawing.x, y2: drawing.y })];
}
