// The view lives in the address, in the same words in which the page's form asks: it can be kept, shared and found again.

const FIELDS = { said: ['reported', 'observed', 'both'], form: ['formal', 'informal'], confirmed: ['both', 'one'] };
const DAY = /^\d{4}-\d\d-\d\d$/;

/** What the address says, as far as it makes sense. */
export function fromAddress(search) {
  const asked = new URLSearchParams(search);
  const state = {};
  for (const [name, values] of Object.entries(FIELDS)) if (values.includes(asked.get(name))) state[name] = asked.get(name);
  const strength = Number(asked.get('strength'));
  if (strength >= 1 && strength <= 5) state.strength = strength;
  if (asked.has('kind')) state.kinds = new Set(asked.getAll('kind'));
  if (asked.get('without') === 'coordinator') state.coordinator = false;
  if (asked.get('circles') === 'true') state.circles = true;
  if (DAY.test(asked.get('since') ?? '')) state.since = asked.get('since');
  return state;
}

/** Whom the address names: by id in the query, by key in the part behind the hash, where older links have it. */
export function namedIn({ search, hash }, nodes) {
  const asked = new URLSearchParams(search);
  const old = new URLSearchParams(hash.slice(1));
  const find = (wanted) => (wanted ? nodes.find((node) => node.id === wanted || node.key === wanted) ?? null : null);
  const steps = Number(asked.get('steps') ?? old.get('steps') ?? (asked.has('centre') && !asked.has('to') ? 1 : 0));
  return { centre: find(asked.get('centre') ?? old.get('node')), to: find(asked.get('to')), steps: Math.max(0, Math.min(2, steps || 0)) };
}

export function toAddress(state, today) {
  const { at, since, kinds, said, form, confirmed, strength, coordinator, circles, selected, ego, path } = state;
  const view = new URLSearchParams();
  if (at && at !== today) view.set('asOf', at);
  if (since) view.set('since', since);
  for (const kind of kinds ?? []) view.append('kind', kind);
  for (const [name, value] of Object.entries({ said, form, confirmed })) if (value !== 'any') view.set(name, value);
  if (strength > 1) view.set('strength', strength);
  if (!coordinator) view.set('without', 'coordinator');
  if (circles) view.set('circles', 'true');
  if (path) {
    view.set('centre', path[0].id);
    view.set('to', path.at(-1).id);
  } else if (selected) {
    view.set('centre', selected.id);
    view.set('steps', ego);
  }
  return view.toString();
}
