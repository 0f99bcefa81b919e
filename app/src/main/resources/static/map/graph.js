// What the map knows: organisations, ties, and the questions the page asks about them. No drawing, no document.

/** Several ties between the same two organisations are one line on the map: a pair. */
export class Graph {
  constructor(data) {
    this.nodes = data.nodes.map((node, index) => ({ ...node, index, pairs: [], shown: true, degree: node.degree ?? 0 }));
    this.byId = new Map(this.nodes.map((node) => [node.id, node]));
    this.pairs = [];
    const known = new Map();
    for (const tie of [...data.ties, ...(data.together ?? [])]) {
      const a = this.byId.get(tie.from);
      const b = this.byId.get(tie.to);
      if (!a || !b || a === b) continue;
      const key = a.index < b.index ? `${a.index} ${b.index}` : `${b.index} ${a.index}`;
      let pair = known.get(key);
      if (!pair) {
        pair = { index: this.pairs.length, a, b, ties: [], current: [], shown: false };
        known.set(key, pair);
        this.pairs.push(pair);
        a.pairs.push(pair);
        b.pairs.push(pair);
      }
      pair.ties.push(tie);
    }
  }

  /**
   * Decides what is there: at the date, under the filter, with or without the coordination office; and, where another
   * day is compared with, what is new since then and what is gone.
   * A pair is drawn as strong as its strongest tie and as sure as its surest.
   */
  apply(state) {
    const { at, hiddenGroups, coordinator } = state;
    // A day to compare with lies before: where the slider has gone past it, there is nothing to compare.
    const since = state.since && at && state.since < at ? state.since : null;
    const allowed = (node) => !hiddenGroups.has(node.group) && (coordinator || !node.coordinator);
    for (const node of this.nodes) {
      const there = allowed(node);
      node.shown = there && belongs(node, at);
      const before = since ? there && belongs(node, since) : node.shown;
      node.came = node.shown && !before;
      node.gone = !node.shown && before;
      node.degree = 0;
    }
    for (const pair of this.pairs) {
      pair.current = pair.a.shown && pair.b.shown ? held(pair, at, state) : [];
      pair.shown = pair.current.length > 0;
      pair.past = since && (pair.a.shown ? !pair.a.came : pair.a.gone) && (pair.b.shown ? !pair.b.came : pair.b.gone) ? held(pair, since, state) : [];
      pair.came = Boolean(since) && pair.shown && pair.past.length === 0;
      pair.gone = !pair.shown && pair.past.length > 0;
      if (!pair.shown && !pair.gone) continue;
      describe(pair, pair.shown ? pair.current : pair.past);
      if (!pair.shown) continue;
      pair.a.degree++;
      pair.b.degree++;
    }
  }

  neighbours(node) {
    return node.pairs.filter((pair) => pair.shown).map((pair) => ({ pair, node: pair.a === node ? pair.b : pair.a }));
  }

  /** Every organisation within so many steps, with its distance. */
  around(start, steps) {
    const distance = new Map([[start, 0]]);
    let edge = [start];
    for (let step = 1; step <= steps && edge.length > 0; step++) {
      const next = [];
      for (const node of edge) {
        for (const { node: other } of this.neighbours(node)) {
          if (distance.has(other)) continue;
          distance.set(other, step);
          next.push(other);
        }
      }
      edge = next;
    }
    return distance;
  }

  /** One shortest way between two organisations, over the strongest ties where several are equally short; null where there is none. */
  path(start, goal) {
    const distance = this.around(start, Infinity);
    if (!distance.has(goal)) return null;
    const way = [goal];
    for (let node = goal; node !== start;) {
      const here = distance.get(node);
      const back = this.neighbours(node).filter((it) => distance.get(it.node) === here - 1);
      back.sort((one, other) => other.pair.strength - one.pair.strength || one.node.index - other.node.index);
      node = back[0].node;
      way.unshift(node);
    }
    return way;
  }

  pairOf(one, other) {
    const node = this.byId.get(one);
    return node?.pairs.find((pair) => pair.a.id === other || pair.b.id === other) ?? null;
  }

  pairBetween(one, other) {
    return one.pairs.find((pair) => pair.shown && (pair.a === other || pair.b === other)) ?? null;
  }

  /** Organisations whose name, short name or key contains every word asked for; those that begin with it first. */
  search(text, most = 8) {
    const wanted = plain(text).split(/\s+/).filter(Boolean);
    if (wanted.length === 0) return [];
    return this.nodes
      .map((node) => ({ node, text: plain(`${node.short ?? ''} ${node.name} ${node.key ?? ''}`) }))
      .filter((it) => wanted.every((word) => it.text.includes(word)))
      .map((it) => ({ ...it, begins: it.text.split(' ').some((part) => part.startsWith(wanted[0])) ? 0 : 1 }))
      .sort((one, other) => one.begins - other.begins || other.node.degree - one.node.degree || one.node.index - other.node.index)
      .slice(0, most)
      .map((it) => it.node);
  }
}

/** The ties of a pair on a day, as far as the filter lets them through. */
function held(pair, at, { kinds, said = 'any', form = 'any', strength, confirmed, together }) {
  const chosen = pair.ties.filter((tie) => within({ from: tie.start, to: tie.end }, at) && (tie.strength ?? 1) >= strength
    && (tie.source === 'together' ? together : (kinds === null || kinds.has(tie.kind))
      && (confirmed === 'any' || (tie.confirmed === 'both') === (confirmed === 'both'))
      && (form === 'any' || (tie.kind === 'AGREEMENT') === (form === 'formal'))));
  if (said === 'any') return chosen;
  const observed = (tie) => tie.source === 'observed';
  const told = chosen.filter((tie) => tie.source !== 'together');
  const both = told.some(observed) && told.some((tie) => !observed(tie));
  return chosen.filter((tie) => tie.source === 'together' || (said === 'both' ? both : observed(tie) === (said === 'observed')));
}

/** Where a tie was declared or shown by work, having met says nothing about how strong it is. */
function describe(pair, ties) {
  const told = ties.filter((tie) => tie.source !== 'together');
  pair.togetherOnly = told.length === 0;
  pair.strength = Math.max(...(pair.togetherOnly ? ties : told).map((tie) => tie.strength ?? 1));
  pair.sure = ties.some((tie) => tie.confirmed === 'both');
  pair.observedOnly = !pair.togetherOnly && told.every((tie) => tie.source === 'observed');
}

/** Membership may come and go; without any interval it holds always. */
export function belongs(node, at) {
  return !node.stays || node.stays.length === 0 || node.stays.some((stay) => within(stay, at));
}

/** ISO dates compare as text; intervals are half-open. */
export function within({ from, to }, at) {
  return at === null || ((!from || from <= at) && (!to || at < to));
}

export function plain(text) {
  return text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue')
    .normalize('NFD').replace(/\p{Diacritic}/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
