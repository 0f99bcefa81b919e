// The row above the map: find, look closer, choose what is drawn, write down a tie, table, download.
import { h } from './dom.js';

export function toolbar(map) {
  const { say } = map;
  const button = (key, action, more = {}) => h('button', { type: 'button', class: 'map-button', onclick: action, ...more }, say(key));
  const icon = (sign, key, action) => h('button', { type: 'button', class: 'map-button is-sign', title: say(key), 'aria-label': say(key), onclick: action }, sign);
  const switchable = (key, chosen, action) => {
    const it = button(key, () => {
      const on = it.getAttribute('aria-pressed') !== 'true';
      it.setAttribute('aria-pressed', String(on));
      action(on);
    }, { 'aria-pressed': String(chosen) });
    return it;
  };
  map.tableSwitch = switchable('table', false, (on) => map.showTable(on));
  map.drawSwitch = map.data.links?.newTie ? switchable('draw', false, (on) => map.startDrawing(on)) : null;
  const coordinator = map.data.nodes.some((node) => node.coordinator)
    ? switchable('withoutCoordinator', !map.state.coordinator, (on) => map.change({ coordinator: !on }))
    : null;
  const together = (map.data.together ?? []).length > 0 ? switchable('together', false, (on) => map.change({ together: on })) : null;
  const circles = map.data.links?.circles ? switchable('circles', map.state.circles, (on) => map.showCircles(on)) : null;
  return h('div', { class: 'map-bar', role: 'group', 'aria-label': say('tools') },
    search(map),
    h('div', { class: 'map-group-of' }, icon('−', 'zoomOut', () => map.zoom(1 / 1.4)), icon('+', 'zoomIn', () => map.zoom(1.4)), button('all', () => map.showAll())),
    coordinator, together, circles, filters(map), map.drawSwitch, map.tableSwitch, downloads(map));
}

function search(map) {
  const { say } = map;
  const id = `map-find-${map.number}`;
  const list = h('ul', { role: 'listbox', id, class: 'map-found', hidden: true, 'aria-label': say('found') });
  const input = h('input', {
    type: 'search', class: 'map-search', placeholder: say('search'), 'aria-label': say('search'), role: 'combobox',
    'aria-expanded': 'false', 'aria-controls': id, 'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false',
  });
  let found = [];
  let chosen = 0;
  const show = () => {
    list.replaceChildren(...found.map((node, i) => h('li', {
      role: 'option', id: `${id}-${i}`, 'aria-selected': String(i === chosen), onpointerdown: (event) => { event.preventDefault(); take(node); },
    }, h('span', {}, node.name), h('small', {}, map.groupOf(node.group).name))));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    if (found.length > 0) input.setAttribute('aria-activedescendant', `${id}-${chosen}`);
    else input.removeAttribute('aria-activedescendant');
  };
  const take = (node) => {
    [found, chosen] = [[], 0];
    input.value = '';
    show();
    map.goTo(node);
  };
  input.addEventListener('input', () => {
    [found, chosen] = [map.graph.search(input.value), 0];
    show();
    if (input.value.trim() !== '' && found.length === 0) map.tell(say('nothingFound', input.value.trim()));
  });
  input.addEventListener('blur', () => { list.hidden = true; });
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      chosen = (chosen + step + found.length) % found.length;
      show();
    } else if (event.key === 'Enter' && found.length > 0) take(found[chosen]);
    else if (event.key === 'Escape' && input.value !== '') {
      [found, input.value] = [[], ''];
      show();
    } else return;
    event.preventDefault();
  });
  return h('div', { class: 'map-finder' }, input, list);
}

function filters(map) {
  const { say, data } = map;
  const kinds = data.kinds ?? [];
  const boxes = kinds.map((kind) => h('input', { type: 'checkbox', value: kind.key, checked: map.state.kinds === null || map.state.kinds.has(kind.key), onchange: () => changed() }));
  const strength = h('input', { type: 'range', min: 1, max: 5, step: 1, value: map.state.strength, oninput: () => changed() });
  const strengthSaid = h('output', {}, say('strengthFrom', map.state.strength));
  const choice = (key, values) => h('select', { onchange: () => changed() },
    ...values.map((value) => h('option', { value, selected: map.state[key] === value }, say(`${key}.${value}`))));
  const confirmed = choice('confirmed', ['any', 'both', 'one']);
  const said = choice('said', ['any', 'reported', 'observed', 'both']);
  const form = choice('form', ['any', 'formal', 'informal']);
  const summary = h('summary', { class: 'map-button' }, say('filter'));
  const changed = () => {
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    strengthSaid.textContent = say('strengthFrom', strength.value);
    mark(chosen);
    map.change({ kinds: chosen.length === boxes.length ? null : new Set(chosen), strength: Number(strength.value), confirmed: confirmed.value, said: said.value, form: form.value });
  };
  const mark = (chosen) => {
    const active = chosen.length < boxes.length || strength.value !== '1' || [confirmed, said, form].some((it) => it.value !== 'any');
    summary.textContent = active ? say('filterActive') : say('filter');
  };
  mark(boxes.filter((box) => box.checked));
  return drop(summary,
    kinds.length > 1 ? h('fieldset', {}, h('legend', {}, say('kinds')), ...kinds.map((kind, i) => h('label', { class: 'map-check' }, boxes[i], ` ${kind.name}`))) : null,
    h('label', {}, h('span', {}, say('said')), said),
    h('label', {}, h('span', {}, say('form')), form),
    h('label', {}, h('span', {}, say('strength')), strength, strengthSaid),
    h('label', {}, h('span', {}, say('confirmation')), confirmed));
}

function downloads(map) {
  const { say } = map;
  return drop(h('summary', { class: 'map-button' }, say('download')),
    h('button', { type: 'button', class: 'map-choice', onclick: () => map.download('png') }, say('downloadPng')),
    h('button', { type: 'button', class: 'map-choice', onclick: () => map.download('svg') }, say('downloadSvg')),
    ...(map.data.downloads ?? []).map((it) => h('a', { class: 'map-choice', href: it.href, download: true }, it.name)));
}

function drop(summary, ...children) {
  const details = h('details', { class: 'map-drop' }, summary, h('div', { class: 'map-dropped' }, ...children));
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    details.open = false;
    summary.focus();
    event.stopPropagation();
  });
  document.addEventListener('pointerdown', (event) => { if (!details.contains(event.target)) details.open = false; });
  return details;
}
