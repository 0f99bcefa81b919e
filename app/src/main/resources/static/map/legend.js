// The row below the map: which shape is which group, what the lines mean, and the time.
import { h, s } from './dom.js';
import { outline } from './shapes.js';

export function mark(group, size = 20) {
  return s('svg', { class: 'map-swatch', viewBox: '-1.5 -1.5 3 3', width: size, height: size, 'aria-hidden': 'true' },
    s('path', { class: `map-mark map-group-${group.colour}`, d: outline(group.shape), 'vector-effect': 'non-scaling-stroke' }));
}

function line(kind) {
  return s('svg', { class: 'map-swatch', viewBox: '0 0 26 10', width: 26, height: 10, 'aria-hidden': 'true' },
    s('path', { class: `map-tie is-normal ${kind}`, d: 'M1,5H25', 'stroke-width': kind === 'is-thick' ? 2.8 : 1.4 }));
}

export function legend(map) {
  const { say, data, state } = map;
  const counts = new Map();
  const groups = data.groups.filter((group) => data.nodes.some((node) => node.group === group.key)).map((group) => {
    const count = h('span', { class: 'map-count' });
    counts.set(group.key, count);
    const button = h('button', { type: 'button', class: 'map-legend-group', 'aria-pressed': 'true', title: say('toggleGroup', group.name), onclick: () => {
      const hidden = new Set(state.hiddenGroups);
      if (!hidden.delete(group.key)) hidden.add(group.key);
      button.setAttribute('aria-pressed', String(!hidden.has(group.key)));
      map.change({ hiddenGroups: hidden });
    } }, mark(group), h('span', {}, group.name), count);
    return h('li', {}, button);
  });
  map.count = () => {
    for (const [key, count] of counts) {
      const number = map.graph.nodes.filter((node) => node.shown && node.group === key).length;
      count.textContent = String(number);
      count.closest('li').hidden = number === 0 && !state.hiddenGroups.has(key);
    }
  };
  const some = (test) => data.ties.some(test);
  const lines = [
    some((tie) => tie.confirmed === 'both') && ['is-sure', 'line.both'],
    some((tie) => tie.confirmed !== 'both' && tie.source !== 'observed') && ['is-claimed', 'line.one'],
    some((tie) => tie.source === 'observed') && ['is-claimed is-observed', 'line.observed'],
    (data.together ?? []).length > 0 && ['is-claimed is-together', 'line.together'],
    some((tie) => (tie.strength ?? 1) > 1) && ['is-thick', 'line.strong'],
  ].filter(Boolean);
  const more = h('ul', { class: 'map-legend-lines' });
  map.legendOfChanges = () => {
    const kinds = [state.since && ['is-new', 'line.new'], state.since && ['is-gone', 'line.gone'], map.scene.bridges?.size && ['is-bridge', 'line.bridge']].filter(Boolean);
    more.replaceChildren(...kinds.map(([kind, key]) => h('li', {}, line(kind), h('span', {}, `${{ 'is-new': '+ ', 'is-gone': '× ' }[kind] ?? ''}${say(key)}`))));
    more.hidden = kinds.length === 0;
  };
  return h('div', { class: 'map-legend' },
    h('ul', { class: 'map-legend-groups', 'aria-label': say('groups') }, ...groups),
    h('ul', { class: 'map-legend-lines', 'aria-label': say('lines') }, ...lines.map(([kind, key]) => h('li', {}, line(kind), h('span', {}, say(key))))), more);
}

export function timeline(map) {
  const { say, data } = map;
  const slices = data.time?.slices ?? [];
  if (slices.length < 2) return null;
  const last = slices.length - 1;
  const start = Math.max(0, slices.findIndex((slice) => slice.date === map.state.at));
  const slider = h('input', { type: 'range', min: 0, max: last, step: 1, value: map.state.at === null ? last : start, class: 'map-time', 'aria-label': say('time') });
  const shown = h('output', { class: 'map-date' });
  const play = h('button', { type: 'button', class: 'map-button is-sign', 'aria-label': say('play'), title: say('play') }, '▶');
  const show = () => {
    const slice = slices[Number(slider.value)];
    shown.textContent = say('asOf', slice.label ?? slice.date);
    slider.setAttribute('aria-valuetext', slice.label ?? slice.date);
    map.moveTo(slice.date);
  };
  let running = null;
  const stop = () => {
    clearInterval(running);
    running = null;
    play.textContent = '▶';
    play.setAttribute('aria-label', say('play'));
  };
  play.addEventListener('click', () => {
    if (running !== null) return stop();
    if (Number(slider.value) === last) slider.value = 0;
    play.textContent = '❚❚';
    play.setAttribute('aria-label', say('pause'));
    show();
    running = setInterval(() => {
      slider.value = Number(slider.value) + 1;
      show();
      if (Number(slider.value) >= last) stop();
    }, 900);
  });
  slider.addEventListener('input', () => { stop(); show(); });
  shown.textContent = say('asOf', slices[Number(slider.value)].label ?? slices[Number(slider.value)].date);
  slider.setAttribute('aria-valuetext', slices[Number(slider.value)].label ?? slices[Number(slider.value)].date);
  const years = [];
  slices.forEach((slice, i) => {
    const year = slice.date.slice(0, 4);
    if (years.at(-1)?.year !== year) years.push({ year, i });
  });
  const scale = s('svg', { class: 'map-years', 'aria-hidden': 'true', viewBox: '0 0 100 14', preserveAspectRatio: 'none' });
  for (let i = 0; i <= last; i++) {
    const x = (100 * i) / last;
    scale.append(s('line', { x1: x, x2: x, y1: 0, y2: years.some((it) => it.i === i) ? 12 : 6, 'vector-effect': 'non-scaling-stroke' }));
  }
  const names = h('div', { class: 'map-year-names', 'aria-hidden': 'true' }, ...years.map(({ year, i }) => {
    const name = h('span', {}, year);
    name.style.left = `${(100 * i) / last}%`;
    return name;
  }));
  const since = h('select', { onchange: () => map.change({ since: since.value || null }) }, h('option', { value: '' }, say('since.none')),
    ...slices.slice(0, -1).map((slice) => h('option', { value: slice.date, selected: slice.date === map.state.since }, slice.label ?? slice.date)));
  if (map.state.since && !slices.some((slice) => slice.date === map.state.since)) since.append(h('option', { value: map.state.since, selected: true }, map.day(map.state.since)));
  map.besideLink = map.data.links?.beside ? h('a', { class: 'map-button', hidden: true }, say('beside')) : null;
  return h('div', { class: 'map-times' }, h('div', { class: 'map-timeline' }, play, h('div', { class: 'map-time-track' }, slider, scale, names), shown),
    h('p', { class: 'map-since' }, h('label', {}, h('span', {}, say('since.label')), ' ', since), map.besideLink));
}
