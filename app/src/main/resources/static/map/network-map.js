// The network map: makes <figure data-network-map="/…/map.json"> with a drawn picture in it alive.
// Data: network {name, asOf, caption}, nodes, ties, groups {key, name, colour 1–8, shape}, kinds, forms, time {slices},
// links {newTie with {from} and {to}}, downloads, words. Nothing is fetched from anywhere else.
import { CanvasPainter, SLIDING } from './canvas-painter.js';
import { toolbar } from './controls.js';
import { h, speaker } from './dom.js';
import { Graph } from './graph.js';
import { keyboard, pointers } from './hands.js';
import { legend, timeline } from './legend.js';
import { link, panel } from './panel.js';
import { save } from './picture.js';
import { HIDDEN, Scene } from './scene.js';
import { SvgPainter } from './svg-painter.js';
import { tables } from './table.js';
import { fromAddress, namedIn, toAddress } from './view.js';

const MOST_ELEMENTS = 250;
const REST = 160;
let number = 0;

export class NetworkMap {
  constructor(figure, data) {
    this.number = ++number;
    this.figure = figure;
    this.data = data;
    this.say = speaker(data.words ?? {});
    this.language = document.documentElement.lang || 'de';
    this.groups = new Map(data.groups.map((group) => [group.key, group]));
    this.graph = new Graph(data);
    this.scene = new Scene(this.graph);
    this.circles = new Map();
    this.quiet = matchMedia('(prefers-reduced-motion: reduce)');
    this.state = {
      at: data.network.asOf ?? null, kinds: null, strength: 1, confirmed: 'any', hiddenGroups: new Set(), coordinator: true,
      selected: null, selectedPair: null, hovered: null, ego: 0, path: null, pathFrom: null, drawing: false, together: false,
      since: null, said: 'any', form: 'any', circles: false, ...fromAddress(location.search),
    };
    if (this.state.since && this.state.at && this.state.since >= this.state.at) this.state.since = null;
    this.build();
  }

  build() {
    const { say, figure } = this;
    this.live = h('p', { class: 'map-live', 'aria-live': 'polite' });
    const help = h('p', { class: 'map-live', id: `map-help-${this.number}` }, say('keys'));
    this.tip = h('div', { class: 'map-tip', hidden: true, 'aria-hidden': 'true' });
    this.side = h('aside', { class: 'map-panel', hidden: true, 'aria-label': say('details') });
    this.stage = h('div', { class: 'map-stage', tabindex: 0, role: 'application', 'aria-roledescription': say('map'), 'aria-label': `${say('map')}: ${this.data.network.name}`, 'aria-describedby': help.id });
    this.room = h('div', { class: 'map-room' }, this.stage, this.tip, this.side);
    this.tableRoom = h('div', { class: 'map-tables', hidden: true });
    const big = this.graph.nodes.length > MOST_ELEMENTS;
    figure.classList.add('is-live');
    const caption = figure.querySelector('figcaption');
    figure.replaceChildren(toolbar(this), this.room, this.tableRoom,
      h('div', { class: 'map-foot' }, legend(this), timeline(this)), help, this.live, ...(caption ? [caption] : []));
    this.scene.font = getComputedStyle(figure).fontFamily;
    this.painter = new (big ? CanvasPainter : SvgPainter)(this.stage, this.scene, (key) => this.groupOf(key));
    pointers(this, this.stage);
    keyboard(this, this.stage);
    this.graph.apply(this.state);
    this.measure();
    this.scene.view = this.scene.fit(this.graph.nodes.filter((node) => node.shown));
    this.scene.fitted = this.scene.view.k;
    this.refresh();
    new ResizeObserver(() => this.resized()).observe(this.stage);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.painter.repaint());
    new MutationObserver(() => this.painter.repaint()).observe(document.documentElement, { attributeFilter: ['data-theme'] });
    document.fonts?.ready.then(() => { this.scene.wide.clear(); this.refresh(); });
    document.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey || event.target === this.stage) return;
      if (!event.target.closest('input, select, textarea, dialog')) this.showTable(this.tableRoom.hidden);
    });
    this.recall();
  }

  measure() {
    const box = this.stage.getBoundingClientRect();
    this.scene.width = Math.max(200, box.width);
    this.scene.height = Math.max(200, box.height);
  }

  resized() {
    const { width, height } = this.scene;
    this.measure();
    if (this.tableRoom.hidden === false || (Math.abs(width - this.scene.width) < 1 && Math.abs(height - this.scene.height) < 1)) return;
    this.showAll(false);
  }

  /** Draws what the state says; moving is true while a hand is on the map. */
  refresh(moving = false) {
    this.scene.emphasise(this.state);
    this.scene.arrange();
    this.scene.name();
    this.painter.paint(moving);
    this.paintedDay = this.state.at;
    this.count();
  }

  change(part) {
    Object.assign(this.state, part);
    this.graph.apply(this.state);
    this.settle();
  }

  /** Everything that follows from a changed state: what is chosen, the panel, the tables, the address. */
  settle() {
    if (this.state.selected && !this.state.selected.shown) Object.assign(this.state, { selected: null, ego: 0 });
    if (this.state.selectedPair && !this.state.selectedPair.shown && !this.state.selectedPair.gone) this.state.selectedPair = null;
    if (this.state.path) this.state.path = this.graph.path(this.state.path[0], this.state.path.at(-1));
    this.markCircles();
    this.refresh();
    this.legendOfChanges();
    this.showPanel();
    if (!this.tableRoom.hidden) this.fillTables();
    this.remember();
    this.findCircles().then((came) => came && this.settle());
  }

  /** Another day while a hand is on the slider: one picture a frame, names, panel and tables when it rests. */
  moveTo(day) {
    this.state.at = day;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.figure.classList.remove('is-sliding');
      this.settle();
      if (this.state.since) this.tell(this.say('changed', this.graph.pairs.filter((pair) => pair.came).length, this.graph.pairs.filter((pair) => pair.gone).length));
    }, REST);
    if (this.sliding) return;
    this.sliding = requestAnimationFrame(() => {
      this.sliding = null;
      if (this.state.at === this.paintedDay) return;
      this.paintedDay = this.state.at;
      this.figure.classList.add('is-sliding');
      this.graph.apply(this.state);
      this.markCircles();
      this.scene.emphasise(this.state);
      this.scene.arrange();
      this.scene.keepNames();
      this.painter.paint(SLIDING);
    });
  }

  /** Sub-networks, asked for the first time somebody wants them: for the day, with the office or without as the map is. */
  async showCircles(on) {
    this.state.circles = on;
    await this.findCircles();
    this.settle();
    if (on) this.tell(this.say('circlesFound', this.scene.circles?.groups.length ?? 0, this.scene.bridges?.size ?? 0));
  }

  circlesKey(day = this.state.at) {
    return `${this.state.coordinator} ${day}`;
  }

  /** Of a small network the answer holds every day of the slider, of a large one the day asked for. True if any came. */
  async findCircles() {
    const key = this.circlesKey();
    if (!this.state.circles || this.circles.has(key)) return false;
    // asked for once, whatever comes back
    this.circles.set(key, null);
    const { coordinator, at } = this.state;
    const asked = new URL(this.data.links.circles, location.href);
    if (at) asked.searchParams.set('day', at);
    if (!coordinator) asked.searchParams.set('without', 'coordinator');
    const answer = await fetch(asked, { headers: { Accept: 'application/json' }, credentials: 'same-origin' }).catch(() => null);
    if (!answer?.ok) return false;
    for (const [day, found] of Object.entries(await answer.json())) this.circles.set(`${coordinator} ${day}`, found);
    return true;
  }

  markCircles() {
    const found = this.state.circles ? this.circles.get(this.circlesKey()) ?? null : null;
    this.scene.circles = found;
    this.scene.bridges = new Set((found?.bridges ?? []).map(([one, other]) => this.graph.pairOf(one, other)).filter((pair) => pair?.shown));
  }

  choose(node) {
    if (this.state.pathFrom && node && node !== this.state.pathFrom) return this.showPath(this.state.pathFrom, node);
    Object.assign(this.state, { selected: node, selectedPair: null, path: null, ego: node === this.state.selected ? this.state.ego : 0, hovered: null });
    if (node) this.scene.focused = node;
    this.refresh();
    this.showPanel();
    this.remember();
    if (node) this.tell(this.describe(node));
  }

  choosePair(pair) {
    Object.assign(this.state, { selected: null, selectedPair: pair, path: null, pathFrom: null, ego: 0, hovered: null });
    this.refresh();
    this.showPanel();
  }

  askPath(node) {
    this.state.pathFrom = this.state.pathFrom || !node ? null : node;
    if (node) this.state.selected = node;
    this.refresh();
    this.showPanel();
    if (this.state.pathFrom) this.tell(this.say('pathHint', node.name));
  }

  showPath(start, goal) {
    const path = this.graph.path(start, goal);
    Object.assign(this.state, { path, pathFrom: null, selected: path ? null : goal, selectedPair: null, ego: 0 });
    this.refresh();
    this.showPanel();
    this.remember();
    this.tell(path ? this.say('pathSentence', path.length - 1, path.slice(1, -1).map((node) => node.name).join(', ')) : this.say('pathNone', start.name, goal.name));
  }

  showAround(steps) {
    const node = this.state.selected ?? this.scene.focused;
    if (!node) return;
    Object.assign(this.state, { selected: node, selectedPair: null, path: null, ego: steps });
    this.scene.emphasise(this.state);
    this.look(this.scene.fit(this.graph.nodes.filter((it) => it.look !== HIDDEN)));
    this.showPanel();
    this.remember();
  }

  goTo(node) {
    this.showTable(false);
    this.choose(node);
    const near = [node, ...this.graph.neighbours(node).map((it) => it.node)];
    const view = this.scene.fit(near);
    this.look(view.k > this.scene.fitted ? view : this.scene.fit(this.graph.nodes.filter((it) => it.shown)));
    this.stage.focus({ preventScroll: false });
  }

  /** Closes one thing after the other; false when nothing was open. */
  leave() {
    const { state } = this;
    const open = state.path || state.selected || state.selectedPair || state.pathFrom || state.ego;
    const wasEgo = state.ego;
    Object.assign(state, { path: null, selected: null, selectedPair: null, pathFrom: null, ego: 0 });
    this.refresh();
    this.showPanel();
    if (wasEgo) this.showAll();
    if (open) this.stage.focus();
    this.remember();
    return Boolean(open);
  }

  enter() {
    const node = this.scene.focused;
    if (!node) return;
    if (node === this.state.selected && node.href) location.assign(node.href);
    else this.choose(node);
  }

  click({ x, y }, reach, second) {
    this.stage.focus({ preventScroll: true });
    const node = this.scene.nodeAt(x, y, reach);
    if (node && second && this.state.selected && node !== this.state.selected) return this.showPath(this.state.selected, node);
    if (node) return this.choose(node);
    const pair = this.scene.pairAt(x, y, reach);
    if (pair) return this.choosePair(pair);
    if (!this.state.ego) this.leave();
  }

  point(node, here) {
    this.tip.hidden = !node;
    if (node) {
      this.tip.textContent = this.describe(node);
      this.tip.style.left = `${Math.min(here.x + 14, this.scene.width - 220)}px`;
      this.tip.style.top = `${here.y + 16}px`;
    }
    if (node === this.state.hovered) return;
    this.state.hovered = node;
    this.stage.classList.toggle('is-over', Boolean(node));
    if (!this.state.selected && !this.state.selectedPair && !this.state.path) this.refresh();
  }

  announce(node) {
    this.scene.focused = node;
    if (!node) return;
    const edge = 30;
    if (node.sx < edge || node.sy < edge || node.sx > this.scene.width - edge || node.sy > this.scene.height - edge) {
      this.look({ ...this.scene.view, x: this.scene.width / 2 - node.x * this.scene.view.k, y: this.scene.height / 2 - node.y * this.scene.view.k });
    } else this.refresh();
    this.tell(this.describe(node));
  }

  unfocus() {
    if (!this.state.selected) this.scene.focused = null;
    this.refresh();
  }

  firstNode() {
    return this.state.selected ?? [...this.graph.nodes].filter((node) => node.look !== HIDDEN)
      .sort((one, other) => !!other.coordinator - !!one.coordinator || other.degree - one.degree)[0] ?? null;
  }

  describe(node) {
    return `${node.name} · ${this.groupOf(node.group).name} · ${this.say('ties', node.degree)}`;
  }

  startDrawing(on) {
    this.state.drawing = on;
    this.stage.classList.toggle('is-drawing', on);
    if (on) this.tell(this.say('drawHint'));
    this.drawSwitch?.setAttribute('aria-pressed', String(on));
  }

  drawTo(from, here, over) {
    this.scene.drawing = { from, x: over?.sx ?? here.x, y: over?.sy ?? here.y };
    this.refresh();
  }

  drawn(from, to) {
    this.scene.drawing = null;
    this.refresh();
    if (to) location.assign(link(this.data.links.newTie, { from: from.id, to: to.id }));
  }

  newTieFrom(node) {
    if (node && this.data.links?.newTie) location.assign(link(this.data.links.newTie, { from: node.id, to: '' }));
  }

  zoom(factor) {
    this.look(this.scene.zoomed(factor));
  }

  showAll(glide = true) {
    const shown = this.graph.nodes.filter((node) => node.shown && node.look !== HIDDEN);
    const view = this.scene.fit(shown);
    if (!this.state.ego) this.scene.fitted = view.k;
    if (glide) this.look(view);
    else {
      this.scene.view = view;
      this.refresh();
    }
  }

  /** Moves to a section of the map, at once while a hand moves it, else in 150 ms. */
  look(view, byHand = false) {
    cancelAnimationFrame(this.frame);
    if (byHand) {
      this.scene.view = view;
      this.frame = requestAnimationFrame(() => this.refresh(true));
      return;
    }
    const from = this.scene.view;
    const begun = performance.now();
    const step = (now) => {
      const part = this.quiet.matches ? 1 : Math.min(1, Math.max(0, (now - begun) / 150));
      const eased = 1 - (1 - part) ** 3;
      this.scene.view = { k: from.k + (view.k - from.k) * eased, x: from.x + (view.x - from.x) * eased, y: from.y + (view.y - from.y) * eased };
      this.refresh(part < 1);
      if (part < 1) this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  showPanel() {
    const content = panel(this);
    this.side.hidden = !content;
    this.side.replaceChildren(...(content ? [content] : []));
    this.uncover();
  }

  /** The panel lies over the right edge of a wide map: what was chosen moves out from under it. */
  uncover() {
    const over = !this.side.hidden && getComputedStyle(this.side).position === 'absolute' ? this.side.offsetWidth + 16 : 0;
    if (over === this.scene.covered && over === 0) return;
    this.scene.covered = over;
    const { scene } = this;
    const { selected, selectedPair, path } = this.state;
    const wanted = path ?? (selectedPair ? [selectedPair.a, selectedPair.b] : selected ? [selected, ...this.graph.neighbours(selected).map((it) => it.node)] : []);
    const free = scene.width - over;
    if (over > 0 && wanted.some((node) => node.look !== HIDDEN && node.sx > free - 24)) {
      const k = Math.min(scene.view.k, scene.fit(wanted).k);
      const { x, y } = this.middle(wanted);
      this.look({ k, x: free / 2 - k * x, y: scene.height / 2 - k * y });
    } else this.refresh();
  }

  middle(nodes) {
    const xs = nodes.map((node) => node.x);
    const ys = nodes.map((node) => node.y);
    return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
  }

  showTable(on) {
    if (this.tableRoom.hidden === !on) return;
    this.tableSwitch.setAttribute('aria-pressed', String(on));
    this.tableRoom.hidden = !on;
    this.room.hidden = on;
    if (on) {
      this.fillTables();
      this.tableRoom.tabIndex = -1;
      this.tableRoom.focus();
    } else this.stage.focus();
  }

  fillTables() {
    this.tableRoom.replaceChildren(...tables(this));
  }

  /** Keeps the view in the address, and in the form that keeps views; not for readers who see no names. */
  remember() {
    if (!this.data.links?.beside) return;
    const text = toAddress(this.state, this.data.network.today ?? this.data.network.asOf);
    history.replaceState(history.state, '', location.pathname + (text ? `?${text}` : ''));
    // What the server said in words below belongs to the address that was asked.
    if (this.asked !== undefined) {
      for (const part of document.querySelectorAll('[data-map-asked]')) part.hidden = location.search !== this.asked;
    }
    for (const field of document.querySelectorAll('form[action$="/check/map/views"] input[name=query]')) field.value = text;
    for (const link of document.querySelectorAll('[data-map-freeze]')) link.href = `${link.pathname}?query=${encodeURIComponent(text)}`;
    if (!this.besideLink) return;
    this.besideLink.hidden = !this.state.since;
    this.besideLink.href = `${this.data.links.beside}?${text}${text ? '&' : ''}beside=true`;
  }

  recall() {
    const { centre, to, steps } = namedIn(location, this.graph.nodes);
    if (this.state.circles) this.showCircles(true);
    else this.legendOfChanges();
    if (centre?.shown && to?.shown) this.showPath(centre, to);
    else if (centre?.shown) {
      this.choose(centre);
      if (steps) this.showAround(steps);
    }
    this.remember();
    this.asked = location.search;
  }

  download(format) {
    save(this, format).then(() => this.tell(this.say('downloaded')));
  }

  subtitle() {
    const shown = this.graph.nodes.filter((node) => node.look !== HIDDEN);
    const ties = this.graph.pairs.filter((pair) => pair.look !== HIDDEN);
    const changes = this.state.since ? `${this.say('since.label')} ${this.day(this.state.since)}` : null;
    return [this.state.at ? this.say('asOf', this.day(this.state.at)) : null, changes, this.say('organisations', shown.length), this.say('ties', ties.length),
      this.state.coordinator ? null : this.say('withoutCoordinator')].filter(Boolean).join(' · ');
  }

  fileName() {
    return `${this.data.network.slug ?? 'network'}-${this.state.at ?? ''}`.replace(/[^\w-]+/g, '-');
  }

  groupOf(key) {
    return this.groups.get(key) ?? { key, name: this.say('noGroup'), colour: 0, shape: 'circle' };
  }

  kindOf(key) {
    return this.data.kinds?.find((kind) => kind.key === key)?.name ?? key;
  }

  formOf(key) {
    return this.data.forms?.find((form) => form.key === key)?.name ?? key;
  }

  day(date) {
    return new Intl.DateTimeFormat(this.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  }

  tell(sentence) {
    this.live.textContent = sentence;
  }
}

/** The drawn picture stays where the data does not come: then a sentence says so. */
export async function enliven(figure) {
  const answer = await fetch(figure.dataset.networkMap, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  if (!answer.ok) return null;
  const begun = performance.now();
  const map = new NetworkMap(figure, await answer.json());
  performance.measure('network-map', { start: begun, end: performance.now() });
  figure.networkMap = map;
  for (const still of document.querySelectorAll('[data-map-still]')) still.hidden = true;
  return map;
}

for (const figure of document.querySelectorAll('[data-network-map]')) enliven(figure);
