// Thousands of organisations: one canvas, drawn in few strokes. While the map moves, the last picture is moved along; it is drawn anew at rest.
import { FADED, HIDDEN, NORMAL, STRONG, tieWidth } from './scene.js';
import { outline } from './shapes.js';
import { outlineOf, signAt } from './svg-painter.js';

/** What `paint` is told while a hand is on the slider. */
export const SLIDING = 'sliding';

const CHUNK = 400;
const REST = 90;

export class CanvasPainter {
  constructor(stage, scene, colourOf) {
    this.scene = scene;
    this.colourOf = colourOf;
    this.stage = stage;
    this.picture = document.createElement('canvas');
    this.picture.className = 'map-picture';
    this.picture.setAttribute('aria-hidden', 'true');
    this.kept = document.createElement('canvas');
    this.marks = new Map();
    stage.prepend(this.picture);
    this.pen = this.picture.getContext('2d');
  }

  paint(moving = false) {
    const { scene } = this;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    if (this.picture.width !== Math.round(scene.width * ratio) || this.picture.height !== Math.round(scene.height * ratio)) {
      this.picture.width = Math.round(scene.width * ratio);
      this.picture.height = Math.round(scene.height * ratio);
      this.keptView = null;
    }
    if (moving === SLIDING) {
      clearTimeout(this.rest);
      this.draw(ratio, true);
      return;
    }
    if (moving && this.keptView) {
      this.slide(ratio);
      clearTimeout(this.rest);
      this.rest = setTimeout(() => this.draw(ratio), REST);
      return;
    }
    clearTimeout(this.rest);
    this.draw(ratio);
  }

  /** After the page has turned light or dark. */
  repaint() {
    this.theme = undefined;
    this.marks.clear();
    this.paint();
  }

  slide(ratio) {
    const { pen, scene, keptView } = this;
    const scale = scene.view.k / keptView.k;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, this.picture.width, this.picture.height);
    pen.imageSmoothingQuality = 'low';
    pen.setTransform(scale, 0, 0, scale, (scene.view.x - keptView.x * scale) * ratio, (scene.view.y - keptView.y * scale) * ratio);
    pen.drawImage(this.kept, 0, 0);
    this.names(ratio);
  }

  /** @param fast while the slider moves: names are stamped, and no copy is kept for moving the map along */
  draw(ratio, fast = false) {
    const { pen, scene } = this;
    this.theme ??= readTheme(this.stage);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, scene.width, scene.height);
    this.hulls();
    const sorted = this.sorted();
    for (const look of [FADED, NORMAL, STRONG]) this.ties(look, sorted[look]);
    for (const look of [FADED, NORMAL, STRONG]) {
      for (const node of scene.graph.nodes) if (node.look === look && scene.onScreen(node)) this.node(node, ratio);
    }
    if (fast) {
      this.keptView = null;
      this.stampNames(ratio);
      return;
    }
    this.kept.width = this.picture.width;
    this.kept.height = this.picture.height;
    this.kept.getContext('2d').drawImage(this.picture, 0, 0);
    this.keptView = { ...scene.view };
    this.names(ratio);
  }

  /** Pairs that are drawn alike together, so that each sort is one path: one look at them all for every emphasis. */
  sorted() {
    const { scene } = this;
    const looks = { [FADED]: new Map(), [NORMAL]: new Map(), [STRONG]: new Map() };
    for (const pair of scene.graph.pairs) {
      const sorts = looks[pair.look];
      if (!sorts || outside(pair, scene)) continue;
      const marked = pair.came ? 'new' : pair.gone ? 'gone' : scene.bridges?.has(pair) ? 'bridge' : '';
      const sort = `${marked}|${pair.strength} ${pair.gone ? '2 5' : pair.sure ? '' : pair.observedOnly ? '1 4' : pair.togetherOnly ? '9 5' : '5 3'}`;
      const same = sorts.get(sort);
      if (same) same.push(pair);
      else sorts.set(sort, [pair]);
    }
    return looks;
  }

  ties(look, sorts) {
    const { pen, scene, theme } = this;
    pen.globalAlpha = look === FADED ? 0.1 : look === STRONG ? 0.95 : Math.min(0.75, 0.3 + 0.12 * scene.magnified);
    for (const [sort, pairs] of sorts) {
      const marked = sort.slice(0, sort.indexOf('|'));
      const dash = sort.slice(sort.indexOf(' ') + 1);
      pen.strokeStyle = marked === 'new' || look === STRONG ? theme.accent : marked ? theme.text : theme.tie;
      // Dashes of thousands of hair lines cost much and say nothing; they come back when zoomed in.
      pen.setLineDash(dash && (marked === 'gone' || scene.magnified > 2) ? dash.split(' ').map(Number) : []);
      pen.lineWidth = marked === 'bridge' ? 4 : Math.max(0.35, tieWidth(pairs[0], scene.fineness)) * (look === STRONG ? 1.5 : 1);
      for (let start = 0; start < pairs.length; start += CHUNK) {
        pen.beginPath();
        for (const pair of pairs.slice(start, start + CHUNK)) {
          pen.moveTo(pair.a.sx, pair.a.sy);
          pen.lineTo(pair.b.sx, pair.b.sy);
        }
        pen.stroke();
      }
    }
    pen.setLineDash([]);
    pen.globalAlpha = 1;
    if (look === STRONG) this.signs();
  }

  hulls() {
    const { pen, scene, theme } = this;
    for (const corners of scene.hulls()) {
      const path = new Path2D(outlineOf(corners));
      pen.globalAlpha = 0.05;
      pen.fillStyle = theme.text;
      pen.fill(path);
      pen.globalAlpha = 1;
      pen.strokeStyle = theme.muted;
      pen.lineWidth = 1;
      pen.stroke(path);
    }
  }

  signs() {
    const { pen, scene, theme } = this;
    pen.lineWidth = 2;
    for (const sign of scene.signs()) {
      pen.strokeStyle = sign.came ? theme.accent : theme.text;
      pen.stroke(new Path2D(signAt(sign)));
    }
  }

  node(node, ratio) {
    const { pen } = this;
    const mark = this.mark(node, ratio);
    pen.globalAlpha = node.look === FADED ? 0.25 : 1;
    pen.drawImage(mark, node.sx - mark.half, node.sy - mark.half, 2 * mark.half, 2 * mark.half);
    pen.globalAlpha = 1;
    if (node.look === STRONG || node === this.scene.focused) {
      pen.strokeStyle = node === this.scene.focused ? this.theme.focus : this.theme.accent;
      pen.lineWidth = 2;
      pen.beginPath();
      pen.arc(node.sx, node.sy, node.r + 3.5, 0, 7);
      pen.stroke();
    }
  }

  /** Marks are drawn once for each group and size and then stamped. */
  mark(node, ratio) {
    const group = this.colourOf(node.group);
    const size = Math.round(node.r * 4) / 4;
    const key = `${group.colour} ${group.shape} ${size} ${node.coordinator ? 1 : 0} ${ratio} ${this.theme.surface}`;
    let mark = this.marks.get(key);
    if (!mark) {
      mark = document.createElement('canvas');
      mark.half = Math.ceil(size * 1.9 + 2);
      mark.width = mark.height = 2 * mark.half * ratio;
      drawMark(mark.getContext('2d'), { x: mark.half * ratio, y: mark.half * ratio, r: size * ratio, group, theme: this.theme, ring: node.coordinator });
      if (this.marks.size > 600) this.marks.clear();
      this.marks.set(key, mark);
    }
    return mark;
  }

  /** The same names as in the frame before are drawn once and stamped. */
  stampNames(ratio) {
    this.sheet ??= document.createElement('canvas');
    if (this.stamped !== this.scene.labels || this.sheet.width !== this.picture.width) {
      this.stamped = this.scene.labels;
      this.sheet.width = this.picture.width;
      this.sheet.height = this.picture.height;
      this.names(ratio, this.sheet.getContext('2d'));
    }
    this.pen.setTransform(1, 0, 0, 1, 0, 0);
    this.pen.drawImage(this.sheet, 0, 0);
  }

  names(ratio, pen = this.pen) {
    const { scene, theme } = this;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.lineJoin = 'round';
    for (const label of scene.labels) {
      pen.font = `${label.strong ? 600 : 400} 12.5px ${theme.font}`;
      pen.textAlign = label.anchor === 'middle' ? 'center' : label.anchor;
      pen.strokeStyle = theme.surface;
      pen.lineWidth = 3.5;
      pen.strokeText(label.text, label.x, label.y);
      pen.fillStyle = theme.text;
      pen.fillText(label.text, label.x, label.y);
    }
    const { drawing } = scene;
    if (!drawing) return;
    pen.strokeStyle = theme.accent;
    pen.lineWidth = 2.5;
    pen.beginPath();
    pen.moveTo(drawing.from.sx, drawing.from.sy);
    pen.lineTo(drawing.x, drawing.y);
    pen.stroke();
  }
}

function drawMark(pen, { x, y, r, group, theme, ring }) {
  pen.translate(x, y);
  pen.scale(r, r);
  const path = new Path2D(outline(group.shape));
  if (ring) {
    pen.lineWidth = 0.28;
    pen.strokeStyle = theme.groups[group.colour];
    pen.save();
    pen.scale(1.55, 1.55);
    pen.stroke(path);
    pen.restore();
  }
  pen.fillStyle = theme.groups[group.colour];
  pen.fill(path);
  pen.lineWidth = Math.min(0.5, 1.2 / r);
  pen.strokeStyle = theme.surface;
  pen.stroke(path);
}

function outside({ a, b }, { width, height }) {
  return Math.max(a.sx, b.sx) < 0 || Math.max(a.sy, b.sy) < 0 || Math.min(a.sx, b.sx) > width || Math.min(a.sy, b.sy) > height;
}

/** The colours as they are now: light-dark() and var() are resolved by asking a real property. */
export function readTheme(element) {
  const probe = document.createElement('i');
  element.append(probe);
  const read = (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const theme = {
    groups: Array.from({ length: 9 }, (_, i) => read(`--map-group-${i}`)), tie: read('--map-tie'), accent: read('--map-accent'),
    surface: read('--map-surface'), text: read('--map-text'), muted: read('--map-muted'), focus: read('--map-focus'),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return theme;
}
