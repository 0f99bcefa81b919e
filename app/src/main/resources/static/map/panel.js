// What is said about the chosen organisation, tie or way: a sentence first, then the ties, then what one can do.
import { h } from './dom.js';
import { mark } from './legend.js';

export function panel(map) {
  const { selected, selectedPair, path, pathFrom } = map.state;
  if (path) return ofPath(map, path);
  if (selectedPair) return ofPair(map, selectedPair);
  if (selected) return ofNode(map, selected, pathFrom);
  return null;
}

function frame(map, title, ...children) {
  return h('div', { class: 'map-panel-inside' },
    h('button', { type: 'button', class: 'map-button is-sign map-close', 'aria-label': map.say('close'), title: map.say('close'), onclick: () => map.leave() }, '×'),
    title, ...children);
}

const title = (map, node) => h('h3', {}, mark(map.groupOf(node.group), 16), node.name);

function ofNode(map, node, pathFrom) {
  const { say } = map;
  const near = map.graph.neighbours(node).sort((one, other) => other.pair.strength - one.pair.strength || one.node.name.localeCompare(other.node.name));
  const others = map.graph.nodes.filter((it) => it.shown).length - 1;
  const sure = near.filter((it) => it.pair.sure).length;
  const steps = (count) => h('button', { type: 'button', class: 'map-button', 'aria-pressed': String(map.state.ego === count), onclick: () => map.showAround(map.state.ego === count ? 0 : count) }, say(`steps.${count}`));
  const links = map.data.links ?? {};
  return frame(map, title(map, node),
    h('p', { class: 'map-muted' }, map.groupOf(node.group).name, node.coordinator ? ` · ${say('coordinator')}` : ''),
    h('p', {}, node.gone ? say('nodeGone') : near.length === 0 ? say('nodeAlone') : say('nodeSentence', near.length, others), near.length > 0 && sure > 0 ? ` ${say('nodeSure', sure)}` : ''),
    pathFrom ? h('p', { class: 'map-hint' }, say('pathHint', pathFrom.name)) : null,
    h('div', { class: 'map-actions' }, steps(1), steps(2),
      h('button', { type: 'button', class: 'map-button', 'aria-pressed': String(Boolean(pathFrom)), onclick: () => map.askPath(node) }, say('pathTo')),
      links.newTie ? h('a', { class: 'map-button', href: link(links.newTie, { from: node.id, to: '' }) }, say('enterTie')) : null,
      node.href ? h('a', { class: 'map-button', href: node.href }, say('open')) : null),
    near.length > 0 ? h('h4', {}, say('ties', near.length)) : null,
    h('ul', { class: 'map-near' }, ...near.slice(0, 200).map(({ node: other, pair }) => h('li', {},
      h('button', { type: 'button', class: 'map-row', onclick: () => map.choosePair(pair) }, mark(map.groupOf(other.group), 12),
        h('span', {}, other.name), h('small', {}, describe(map, pair)))))));
}

function ofPair(map, pair) {
  const { say } = map;
  return frame(map, h('h3', {}, `${pair.a.name} – ${pair.b.name}`),
    h('p', {}, pair.gone ? say('pairGone') : say('pairSentence', pair.current.length), ' ', say(pair.sure ? 'pairSure' : pair.togetherOnly ? 'pairTogether' : pair.observedOnly ? 'pairObserved' : 'pairClaimed')),
    h('ul', { class: 'map-evidence' }, ...(pair.gone ? pair.past : pair.current).map((tie) => evidence(map, tie))),
    h('div', { class: 'map-actions' }, ...[pair.a, pair.b].map((node) => h('button', { type: 'button', class: 'map-button', onclick: () => map.choose(node) }, node.short || node.name))));
}

function evidence(map, tie) {
  const { say } = map;
  const from = map.graph.byId.get(tie.from);
  const to = map.graph.byId.get(tie.to);
  const kind = tie.source === 'together' ? say('together') : map.kindOf(tie.kind);
  const facts = [
    `${from.short || from.name} ${tie.mutual ? '↔' : '→'} ${to.short || to.name}`,
    tie.strength ? say('strengthIs', tie.strength) : null,
    tie.form ? map.formOf(tie.form) : null,
    tie.start && tie.end ? say('fromTo', map.day(tie.start), map.day(tie.end)) : tie.start ? say('since', map.day(tie.start)) : tie.end ? say('until', map.day(tie.end)) : null,
    say(`source.${tie.source ?? 'declared'}`),
    tie.source === 'together' ? null : say(`confirmed.${tie.confirmed === 'both' ? 'both' : 'one'}`),
  ].filter(Boolean);
  return h('li', {}, h('strong', {}, tie.href ? h('a', { href: tie.href }, kind) : kind), h('br'), h('span', { class: 'map-muted' }, facts.join(' · ')));
}

function ofPath(map, path) {
  const { say } = map;
  const between = path.slice(1, -1).map((node) => node.name);
  const sentence = path.length === 2 ? say('pathDirect') : say('pathSentence', path.length - 1, between.join(', '));
  return frame(map, h('h3', {}, say('pathTitle', path[0].name, path.at(-1).name)), h('p', {}, sentence),
    h('ol', { class: 'map-near' }, ...path.map((node) => h('li', {}, h('button', { type: 'button', class: 'map-row', onclick: () => map.choose(node) },
      mark(map.groupOf(node.group), 12), h('span', {}, node.name))))),
    h('button', { type: 'button', class: 'map-button', onclick: () => location.reload() }, say('pathWho')));
}

export function describe(map, pair) {
  const kinds = [...new Set(pair.current.map((tie) => (tie.source === 'together' ? map.say('together') : map.kindOf(tie.kind))))].join(', ');
  if (pair.togetherOnly) return kinds;
  return pair.sure ? kinds : `${kinds} · ${map.say(pair.observedOnly ? 'source.observed' : 'confirmed.one')}`;
}

export const link = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? ''));
