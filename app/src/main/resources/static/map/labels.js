// Names on the map never overlap: greedy placement over a grid of occupied boxes, the important ones first.

const PAD = 3;

/**
 * @param wanted   [{x, y, r, width, height, must}] in order of importance; x, y, r in screen pixels
 * @param obstacles [{x, y, r}] drawn things a name must not cover
 * @returns for each wanted one {x, y, anchor} or null where there is no room
 */
export function place(wanted, obstacles, width, height) {
  const grid = new Occupied();
  for (const { x, y, r } of obstacles) grid.add({ left: x - r, right: x + r, top: y - r, bottom: y + r, soft: true });
  return wanted.map((label) => {
    if (label.x < -20 || label.y < -20 || label.x > width + 20 || label.y > height + 20) return null;
    for (const spot of spots(label)) {
      const box = { left: spot.left - PAD, right: spot.left + label.width + PAD, top: spot.top - 1, bottom: spot.top + label.height + 1 };
      if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) continue;
      if (grid.hits(box, label.must)) continue;
      grid.add(box);
      return { x: spot.x, y: spot.top + label.height * 0.78, anchor: spot.anchor };
    }
    return null;
  });
}

function* spots({ x, y, r, width, height }) {
  const gap = r + 4;
  const side = r + 3;
  yield { x: x + gap, left: x + gap, top: y - height / 2, anchor: 'start' };
  yield { x: x - gap, left: x - gap - width, top: y - height / 2, anchor: 'end' };
  yield { x, left: x - width / 2, top: y + gap - 1, anchor: 'middle' };
  yield { x, left: x - width / 2, top: y - gap - height + 1, anchor: 'middle' };
  yield { x: x + side, left: x + side, top: y + side - 1, anchor: 'start' };
  yield { x: x + side, left: x + side, top: y - side - height + 1, anchor: 'start' };
  yield { x: x - side, left: x - side - width, top: y + side - 1, anchor: 'end' };
  yield { x: x - side, left: x - side - width, top: y - side - height + 1, anchor: 'end' };
}

class Occupied {
  constructor(cell = 64) {
    this.cell = cell;
    this.cells = new Map();
  }

  * keys(box) {
    for (let column = Math.floor(box.left / this.cell); column <= Math.floor(box.right / this.cell); column++) {
      for (let row = Math.floor(box.top / this.cell); row <= Math.floor(box.bottom / this.cell); row++) yield column * 4096 + row;
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      const list = this.cells.get(key);
      if (list) list.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** A name that must be seen may lie over a node, never over another name. */
  hits(box, must) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) {
        if (other.soft && must) continue;
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return true;
      }
    }
    return false;
  }
}
