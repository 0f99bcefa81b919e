// Mouse, finger and keyboard on the map.

const CLICK = 4;

/** One finger scrolls the page, two move and enlarge the map; the wheel enlarges once the map has been touched or with Ctrl. */
export function pointers(map, stage) {
  const { scene } = map;
  const down = new Map();
  let moved = 0;
  let start = null;
  const at = (event) => {
    const box = stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || event.target.closest('.map-panel')) return;
    down.set(event.pointerId, at(event));
    moved = 0;
    start = map.state.drawing ? scene.nodeAt(at(event).x, at(event).y, 12) : null;
    if (start) {
      map.point(null);
      stage.setPointerCapture(event.pointerId);
    }
  });
  stage.addEventListener('pointermove', (event) => {
    const here = at(event);
    const before = down.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse' && !event.target.closest('.map-panel')) map.point(scene.nodeAt(here.x, here.y), here);
      return;
    }
    moved += Math.abs(here.x - before.x) + Math.abs(here.y - before.y);
    if (start) map.drawTo(start, here, scene.nodeAt(here.x, here.y, 12));
    else if (down.size === 2) pinch(map, down, event.pointerId, here);
    else if (moved > CLICK && event.pointerType !== 'touch') {
      stage.setPointerCapture(event.pointerId);
      stage.classList.add('is-moving');
      map.look({ ...scene.view, x: scene.view.x + here.x - before.x, y: scene.view.y + here.y - before.y }, true);
    }
    down.set(event.pointerId, here);
  });
  const up = (event) => {
    if (!down.delete(event.pointerId)) return;
    stage.classList.remove('is-moving');
    const here = at(event);
    if (start) {
      const end = scene.nodeAt(here.x, here.y, 12);
      map.drawn(start, end && end !== start && event.type === 'pointerup' ? end : null);
      start = null;
    } else if (moved <= CLICK && event.type === 'pointerup') map.click(here, event.pointerType === 'touch' ? 14 : 6, event.shiftKey);
  };
  stage.addEventListener('pointerup', up);
  stage.addEventListener('pointercancel', up);
  stage.addEventListener('pointerleave', () => { if (down.size === 0) map.point(null); });
  stage.addEventListener('wheel', (event) => {
    if (event.target.closest('.map-panel') || !(event.ctrlKey || stage.contains(document.activeElement))) return;
    event.preventDefault();
    const here = at(event);
    map.look(scene.zoomed(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), here.x, here.y), true);
  }, { passive: false });
  stage.addEventListener('dblclick', (event) => {
    if (event.target.closest('.map-panel')) return;
    const here = at(event);
    if (!scene.nodeAt(here.x, here.y)) map.look(scene.zoomed(1.8, here.x, here.y));
  });
}

function pinch(map, down, id, here) {
  const [one, other] = [down.get(id), [...down.entries()].find(([key]) => key !== id)[1]];
  const before = Math.hypot(one.x - other.x, one.y - other.y);
  const now = Math.hypot(here.x - other.x, here.y - other.y);
  const middle = { x: (here.x + other.x) / 2, y: (here.y + other.y) / 2 };
  const zoomed = map.scene.zoomed(now / (before || 1), middle.x, middle.y);
  map.look({ ...zoomed, x: zoomed.x + (here.x - one.x) / 2, y: zoomed.y + (here.y - one.y) / 2 }, true);
}

const WAYS = { ArrowRight: 0, ArrowDown: Math.PI / 2, ArrowLeft: Math.PI, ArrowUp: -Math.PI / 2 };

export function keyboard(map, stage) {
  stage.addEventListener('focus', () => map.announce(map.scene.focused ?? map.firstNode()));
  stage.addEventListener('blur', () => map.unfocus());
  stage.addEventListener('keydown', (event) => {
    if (event.target !== stage || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key in WAYS) map.announce(next(map, WAYS[key]));
    else if (key === 'Enter') map.enter();
    else if (key === 'Escape') { if (!map.leave()) stage.blur(); }
    else if (key === 't') map.showTable(true);
    else if (key === '+' || key === '=') map.zoom(1.4);
    else if (key === '-') map.zoom(1 / 1.4);
    else if (key === '0') map.showAll();
    else if (key === '1' || key === '2') map.showAround(Number(key));
    else if (key === 'w') map.askPath(map.scene.focused);
    else if (key === 'n') map.newTieFrom(map.scene.focused);
    else return;
    event.preventDefault();
  });
}

/** The partner that lies most in the direction of the arrow; without one, the nearest organisation there. */
function next(map, way) {
  const here = map.scene.focused ?? map.firstNode();
  if (!here) return null;
  const rate = (node) => {
    const away = Math.hypot(node.sx - here.sx, node.sy - here.sy);
    const off = Math.abs(Math.atan2(Math.sin(Math.atan2(node.sy - here.sy, node.sx - here.sx) - way), Math.cos(Math.atan2(node.sy - here.sy, node.sx - here.sx) - way)));
    return off > Math.PI / 3 ? Infinity : away * (1 + 1.6 * off);
  };
  const best = (nodes) => nodes.filter((node) => node !== here && node.look > 0).map((node) => ({ node, rate: rate(node) }))
    .filter((it) => it.rate < Infinity).sort((one, other) => one.rate - other.rate)[0]?.node;
  return best(map.graph.neighbours(here).map((it) => it.node)) ?? best(map.graph.nodes) ?? here;
}
