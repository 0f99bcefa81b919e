// The same data as the map, as two tables: whoever cannot or does not want to use the picture misses nothing.
import { h } from './dom.js';

const AT_ONCE = 200;

export function tables(map) {
  const { say, graph } = map;
  const shown = graph.nodes.filter((node) => node.shown);
  const rows = graph.pairs.filter((pair) => pair.shown).flatMap((pair) => pair.current.map((tie) => line(map, tie)));
  const heads = ['from', 'to', 'kind', 'strength', 'source', 'confirmed', 'since', 'until'].map((it) => say(`column.${it}`));
  const changed = (key, pairs, ties) => pairs.length === 0 ? [] : [table(map, say(key, pairs.length), heads, pairs.flatMap((pair) => ties(pair).map((tie) => line(map, tie))), [0, 1])];
  const moved = (key, nodes) => nodes.length === 0 ? [] : [table(map, say(key, nodes.length), ['name', 'group'].map((it) => say(`column.${it}`)), nodes.map((node) => [
    { text: node.name, go: node.shown ? node : null }, { text: map.groupOf(node.group).name }]), [0, 1])];
  return [
    ...changed('tableCame', graph.pairs.filter((pair) => pair.came), (pair) => pair.current),
    ...changed('tableGone', graph.pairs.filter((pair) => pair.gone), (pair) => pair.past),
    ...moved('tableJoined', graph.nodes.filter((node) => node.came)),
    ...moved('tableLeft', graph.nodes.filter((node) => node.gone)),
    table(map, say('tableNodes', shown.length), ['name', 'group', 'tieCount'].map((it) => say(`column.${it}`)), shown.map((node) => [
      { text: node.name, go: node }, { text: map.groupOf(node.group).name }, { text: String(node.degree), number: true, sort: node.degree }]), [2, -1]),
    table(map, say('tableTies', rows.length), heads, rows, [0, 1]),
  ];
}

function line(map, tie) {
  const { say, graph } = map;
  const end = (id) => ({ text: graph.byId.get(id).name, go: graph.byId.get(id).shown ? graph.byId.get(id) : null });
  return [end(tie.from), end(tie.to), { text: tie.source === 'together' ? say('together') : map.kindOf(tie.kind) }, { text: tie.strength ? String(tie.strength) : '–', number: true },
    { text: say(`source.${tie.source ?? 'declared'}`) }, { text: say(`confirmed.${tie.confirmed === 'both' ? 'both' : 'one'}`) },
    { text: tie.start ? map.day(tie.start) : '–', sort: tie.start ?? '' }, { text: tie.end ? map.day(tie.end) : '–', sort: tie.end ?? '' }];
}

function table(map, caption, heads, rows, order) {
  let [column, direction] = order;
  let most = AT_ONCE;
  const body = h('tbody');
  const more = h('button', { type: 'button', class: 'map-button', onclick: () => { most += 5 * AT_ONCE; fill(); } }, map.say('more'));
  const buttons = heads.map((head, i) => h('th', { scope: 'col' }, h('button', { type: 'button', onclick: () => {
    [column, direction] = [i, column === i ? -direction : 1];
    fill();
  } }, head)));
  const key = (cell) => cell.sort ?? (cell.number ? Number(cell.text) || 0 : cell.text);
  const fill = () => {
    const sorted = [...rows].sort((one, other) => {
      const [a, b] = [key(one[column]), key(other[column])];
      return direction * (typeof a === 'number' ? a - b : a.localeCompare(b));
    });
    body.replaceChildren(...sorted.slice(0, most).map((cells) => h('tr', {}, ...cells.map((cell) => h('td', { class: cell.number ? 'is-number' : null },
      cell.go ? h('button', { type: 'button', class: 'map-link', onclick: () => map.goTo(cell.go) }, cell.text) : cell.text)))));
    buttons.forEach((th, i) => th.setAttribute('aria-sort', i === column ? (direction > 0 ? 'ascending' : 'descending') : 'none'));
    more.hidden = sorted.length <= most;
  };
  fill();
  return h('div', { class: 'map-table-frame' }, h('table', { class: 'map-rows' }, h('caption', {}, caption), h('thead', {}, h('tr', {}, ...buttons)), body), more);
}
