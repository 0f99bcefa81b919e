// What if on the map: drag from one organisation to another to tie them, click a tie to cut it, click an organisation to
// take it out; click again to have it back. The server works everything out and writes it; the play is the address.
import { CanvasPainter } from './canvas-painter.js';
import { h, speaker } from './dom.js';
import { Graph } from './graph.js';
import { FADED, Scene } from './scene.js';
import { SvgPainter } from './svg-painter.js';

const MOST_ELEMENTS = 600;
const CLICK = 5;
const KEPT = 60;
const EVERYTHING = { at: null, kinds: null, strength: 1, confirmed: 'any', hiddenGroups: new Set(), coordinator: true, together: false };
const NOTHING_CHOSEN = { selected: null, selectedPair: null, ego: 0, path: null };
const NOBODY = { colour: 0, shape: 'circle' };

class WhatIf {
  constructor(place, data) {
    this.place = place;
    this.page = place.dataset.whatIf;
    this.data = data;
    this.say = speaker(data.words);
    this.groups = new Map(data.groups.map((group) => [group.key, group]));
    this.live = document.querySelector('[data-said]');
    this.known = new Map();
    this.build();
    this.read();
    this.draw();
    this.forms();
  }

  build() {
    const figure = this.place.querySelector('figure');
    this.stage = h('div', { class: 'map-stage', role: 'img', 'aria-label': figure.querySelector('svg').getAttribute('aria-label') });
    this.tip = h('div', { class: 'map-tip', hidden: true, 'aria-hidden': 'true' });
    figure.classList.add('is-live');
    figure.querySelector('svg').replaceWith(h('div', { class: 'map-room' }, this.stage, this.tip));
    this.font = getComputedStyle(figure).fontFamily;
    this.hands();
    new ResizeObserver(() => this.fit()).observe(this.stage);
    for (const query of ['(prefers-color-scheme: dark)', 'print']) matchMedia(query).addEventListener('change', () => this.painter.repaint());
    new MutationObserver(() => this.painter.repaint()).observe(document.documentElement, { attributeFilter: ['data-theme'] });
    document.fonts?.ready.then(() => { this.scene.wide.clear(); this.paint(); });
  }

  get told() {
    return this.place.querySelector('#what-if-told');
  }

  read() {
    this.query = this.told.dataset.query;
    this.state = JSON.parse(this.told.dataset.state);
    this.stage.setAttribute('aria-label', this.told.dataset.sentence);
  }

  /** The play as it stands: what is cut and who is gone stays visible, so that it can be had back. */
  draw() {
    const { data, state } = this;
    // one line for two, however sure: what is dashed here is cut
    this.graph = new Graph({ nodes: [...data.nodes, ...state.newcomers], ties: [...data.ties, ...state.added].map((tie) => ({ ...tie, confirmed: 'both' })) });
    this.graph.apply(EVERYTHING);
    const { byId } = this.graph;
    const pairOf = ({ from, to }) => (byId.has(from) && byId.has(to) ? this.graph.pairBetween(byId.get(from), byId.get(to)) : null);
    for (const id of state.gone) if (byId.has(id)) byId.get(id).gone = true;
    for (const node of state.newcomers) byId.get(node.id).newcomer = true;
    // somebody may have written since the map was fetched
    for (const line of state.added) Object.assign(pairOf(line) ?? {}, { added: true });
    for (const line of state.cut) Object.assign(pairOf(line) ?? {}, { cut: true });
    for (const pair of this.graph.pairs) {
      if (!pair.cut && !pair.a.gone && !pair.b.gone) continue;
      pair.off = true;
      pair.a.degree--;
      pair.b.degree--;
    }
    this.scene = new Scene(this.graph);
    this.scene.font = this.font;
    this.stage.querySelector('.map-picture')?.remove();
    const Painter = this.graph.nodes.length > MOST_ELEMENTS ? CanvasPainter : SvgPainter;
    this.painter = new Painter(this.stage, this.scene, (key) => this.groups.get(key) ?? NOBODY);
    this.over = null;
    this.fit();
  }

  fit() {
    const box = this.stage.getBoundingClientRect();
    this.scene.width = Math.max(200, box.width);
    this.scene.height = Math.max(200, box.height);
    this.scene.fitted = undefined;
    this.scene.view = this.scene.fit(this.graph.nodes);
    this.scene.fitted = this.scene.view.k;
    this.paint();
  }

  paint() {
    const { scene, graph } = this;
    scene.emphasise({ ...NOTHING_CHOSEN, hovered: this.hovered && !this.held ? this.hovered : null });
    for (const node of graph.nodes) if (node.gone) node.look = FADED;
    for (const pair of graph.pairs) if (pair.off) pair.look = FADED;
    scene.arrange();
    scene.name();
    this.painter.paint(Boolean(this.held));
    for (const pair of graph.pairs) {
      pair.element?.classList.toggle('is-added', Boolean(pair.added));
      pair.element?.classList.toggle('is-cut', Boolean(pair.off));
    }
    for (const node of graph.nodes) {
      node.element?.classList.toggle('is-gone', Boolean(node.gone));
      node.element?.classList.toggle('is-newcomer', Boolean(node.newcomer));
    }
  }

  soon() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  }

  hands() {
    const { stage } = this;
    const at = (event) => {
      const box = stage.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const reach = (event, fine, coarse) => (event.pointerType === 'touch' ? coarse : fine);
    stage.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      const here = at(event);
      const node = this.scene.nodeAt(here.x, here.y, reach(event, 8, 16));
      this.held = { id: event.pointerId, node, ...here, drawing: false };
      this.point(null);
      if (node) stage.setPointerCapture(event.pointerId);
    });
    stage.addEventListener('pointermove', (event) => {
      const here = at(event);
      const { held } = this;
      if (!held) {
        if (event.pointerType === 'mouse') this.point(this.thing(here, 8, 5), here);
        return;
      }
      if (held.id !== event.pointerId || !held.node || held.node.gone) return;
      held.drawing ||= Math.hypot(here.x - held.x, here.y - held.y) > CLICK;
      if (!held.drawing) return;
      const found = this.scene.nodeAt(here.x, here.y, reach(event, 12, 20));
      this.aim(found && found !== held.node && !found.gone ? found : null, here);
    });
    const up = (event) => {
      const { held } = this;
      if (!held || held.id !== event.pointerId) return;
      this.held = null;
      const here = at(event);
      const over = this.over;
      this.scene.drawing = null;
      this.aim(null);
      if (event.type !== 'pointerup') return;
      if (held.drawing) {
        if (over && !this.tied(held.node, over)) this.move({ act: 'add', from: held.node.id, to: over.id });
        return;
      }
      if (Math.hypot(here.x - held.x, here.y - held.y) > CLICK) return;
      this.press(held.node ?? this.thing(here, 0, reach(event, 6, 12)));
    };
    stage.addEventListener('pointerup', up);
    stage.addEventListener('pointercancel', up);
    stage.addEventListener('pointerleave', () => {
      if (this.held?.node) return;
      this.held = null;
      this.point(null);
    });
  }

  thing({ x, y }, nodes, pairs) {
    return (nodes > 0 && this.scene.nodeAt(x, y, nodes)) || this.scene.pairAt(x, y, pairs);
  }

  tied(one, other) {
    const pair = this.graph.pairBetween(one, other);
    return Boolean(pair && !pair.off);
  }

  press(thing) {
    if (!thing) return;
    if (thing.pairs) this.move(thing.gone ? { act: 'back', gone: thing.id } : { act: 'without', organisation: thing.id });
    else if (!thing.a.gone && !thing.b.gone) this.move({ act: thing.off ? 'add' : 'remove', from: thing.a.id, to: thing.b.id });
  }

  /** While a line is being drawn: over whom it ends, and what that would mean. */
  aim(over, here) {
    if (this.held) this.scene.drawing = { from: this.held.node, x: over?.sx ?? here.x, y: over?.sy ?? here.y };
    this.soon();
    if (over === this.over) return;
    this.over = over;
    const from = this.held?.node;
    if (!over || !from) {
      this.tell(null);
      this.preview(null);
    } else if (this.tied(from, over)) {
      this.tell(this.say('tied', from.name, over.name), over);
      this.preview(null);
    } else {
      this.tell(this.say('preview', from.name, over.name), over);
      this.preview({ act: 'add', from: from.id, to: over.id });
    }
  }

  point(thing, here) {
    this.stage.classList.toggle('is-over', Boolean(thing));
    if (!thing) this.tell(null);
    else if (thing.pairs) this.tell(this.say(thing.gone ? 'gone' : thing.newcomer ? 'newcomer' : 'node', thing.name), { sx: here.x, sy: here.y });
    else if (thing.a.gone || thing.b.gone) this.tell(null);
    else this.tell(this.say(thing.off ? 'cut' : 'tie', thing.a.name, thing.b.name), { sx: here.x, sy: here.y });
    const node = thing?.pairs ? thing : null;
    if (node === this.hovered) return;
    this.hovered = node;
    this.soon();
  }

  tell(words, spot) {
    this.tip.hidden = !words;
    if (!words) return;
    this.tip.textContent = words;
    this.tip.style.left = `${Math.max(0, Math.min(spot.sx + 14, this.scene.width - 280))}px`;
    this.tip.style.top = `${spot.sy + 16}px`;
  }

  address(move) {
    const asked = new URLSearchParams(this.query);
    for (const [name, value] of Object.entries(move ?? {})) asked.append(name, value);
    return asked.toString();
  }

  /** What the server says to a play; nothing where it could not be asked. Looking ahead needs no moves to follow. */
  async answer(play, ahead = false) {
    const query = ahead ? `${play}&ahead=` : play;
    const known = this.known.get(query);
    if (known) return known;
    try {
      const answer = await fetch(`${this.page}/answer?${query}`, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
      if (!answer.ok || answer.redirected) return null;
      const words = await answer.text();
      this.known.set(query, words);
      if (this.known.size > KEPT) this.known.delete(this.known.keys().next().value);
      return words;
    } catch {
      return null;
    }
  }

  /** One question at a time; of those that come meanwhile only the last is asked. */
  async preview(move) {
    this.wish = move;
    if (!move) {
      this.settle();
      return;
    }
    if (this.asking) return;
    this.asking = true;
    while (this.wish) {
      const wish = this.wish;
      const words = await this.answer(this.address(wish), true);
      if (this.wish !== wish) continue;
      this.wish = null;
      if (words && this.over) this.show(words, true);
    }
    this.asking = false;
  }

  settle() {
    if (this.before) this.told.replaceWith(this.before);
    this.before = null;
  }

  async move(move) {
    await this.go(this.address(move), true);
  }

  /** Goes to a play. Without an answer the page itself is asked, which says what is the matter. */
  async go(query, remember) {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    this.wish = null;
    const words = await this.answer(query);
    if (turn !== this.turn) return;
    if (!words) {
      location.assign(`${this.page}?${query}`);
      return;
    }
    this.show(words, false);
    this.read();
    this.draw();
    this.live.textContent = [...this.told.querySelectorAll('.note p')].map((it) => it.textContent).concat(this.told.dataset.sentence).join(' ');
    const there = location.pathname + location.search;
    if (remember && there !== (this.query ? `${this.page}?${this.query}` : this.page)) history.pushState(null, '', this.query ? `${this.page}?${this.query}` : this.page);
  }

  show(words, preview) {
    const holder = document.createElement('template');
    holder.innerHTML = words;
    const told = holder.content.querySelector('#what-if-told');
    const moves = holder.content.querySelector('#what-if-moves');
    if (preview) {
      this.before ??= this.told;
      told.classList.add('is-preview');
      this.told.replaceWith(told);
      return;
    }
    this.before = null;
    const focused = this.told.contains(document.activeElement);
    this.told.replaceWith(told);
    if (focused) told.focus({ preventScroll: true });
    this.keep(this.place.querySelector('#what-if-moves'), moves);
  }

  /** What was chosen in the forms stays chosen, and the focus where it was. */
  keep(old, fresh) {
    const active = old.contains(document.activeElement) ? document.activeElement : null;
    const path = active && (active.id ? `#${CSS.escape(active.id)}` : `button[value="${CSS.escape(active.value)}"]`);
    for (const select of fresh.querySelectorAll('select')) {
      const { value } = old.querySelector(`#${CSS.escape(select.id)}`) ?? { value: '' };
      if ([...select.options].some((it) => it.value === value)) select.value = value;
    }
    old.replaceWith(fresh);
    if (path) fresh.querySelector(path)?.focus({ preventScroll: true });
  }

  forms() {
    this.place.addEventListener('submit', (event) => {
      if (!event.target.closest('#what-if-moves')) return;
      event.preventDefault();
      const sent = new FormData(event.target, event.submitter);
      sent.delete('step');
      this.move(Object.fromEntries(sent));
    });
    this.place.addEventListener('click', (event) => {
      const link = event.target.closest('a[data-step]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.go(new URL(link.href).search.slice(1), true);
    });
    addEventListener('popstate', () => this.go(location.search.slice(1), false));
  }
}

for (const place of document.querySelectorAll('[data-what-if]')) {
  const answer = await fetch(`${place.dataset.whatIf}/map.json`, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
  if (answer.ok) place.whatIf = new WhatIf(place, await answer.json());
}
