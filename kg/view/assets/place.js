// Places for nodes that Python has not placed: beside those that they are linked to, where nothing stands.

const GAP = 22;

class Floor {
  constructor() {
    this.cells = new Map(); // "column row" -> boxes that reach into it
    this.bottom = 0;
    this.left = 0;
  }

  static cellsOf(x, y, w, h) {
    const found = [];
    for (let c = Math.floor((x - w / 2) / 200); c <= Math.floor((x + w / 2) / 200); c += 1) {
      for (let r = Math.floor((y - h / 2) / 80); r <= Math.floor((y + h / 2) / 80); r += 1) found.push(`${c} ${r}`);
    }
    return found;
  }

  isFree(x, y, w, h) {
    return Floor.cellsOf(x, y, w, h).every((cell) => (this.cells.get(cell) || []).every((box) =>
      Math.abs(box.x - x) * 2 >= box.w + w || Math.abs(box.y - y) * 2 >= box.h + h));
  }

  // The nearest free place on a spiral around a point.
  settle(near, size) {
    const [w, h] = [size[0] + GAP, size[1] + GAP];
    for (let step = 0; step < 20000; step += 1) {
      const radius = 11 * Math.sqrt(step);
      const x = Math.round(near.x + 1.5 * radius * Math.cos(2.4 * step));
      const y = Math.round(near.y + radius * Math.sin(2.4 * step));
      if (this.isFree(x, y, w, h)) return this.put({ x, y }, size);
    }
    return this.put(near, size);
  }

  put({ x, y }, size) {
    const box = { x, y, w: size[0] + GAP, h: size[1] + GAP };
    for (const cell of Floor.cellsOf(x, y, box.w, box.h)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
    this.bottom = Math.max(this.bottom, y + box.h / 2);
    this.left = Math.min(this.left, x - box.w / 2);
    return { x, y };
  }
}

// Springs between linked nodes, repulsion between all, from a start on a spiral: for up to some hundred nodes.
function arrange(members, links) {
  const at = members.map((_, k) => ({ x: 90 * Math.sqrt(k) * Math.cos(2.4 * k), y: 60 * Math.sqrt(k) * Math.sin(2.4 * k) }));
  const rounds = members.length > 300 ? 60 : 120;
  for (let round = 0; round < rounds; round += 1) {
    const push = at.map(() => ({ x: 0, y: 0 }));
    repel(at, push);
    for (const [a, b] of links) {
      const dx = at[b].x - at[a].x;
      const dy = at[b].y - at[a].y;
      const pull = (Math.hypot(dx, dy) - 120) / 900;
      push[a].x += dx * pull; push[a].y += dy * pull;
      push[b].x -= dx * pull; push[b].y -= dy * pull;
    }
    const most = 60 * (1 - round / rounds) + 2;
    at.forEach((point, k) => {
      const [x, y] = [push[k].x - point.x * 0.012, push[k].y - point.y * 0.018];
      const length = Math.hypot(x, y) || 1;
      point.x += (x / length) * Math.min(length, most);
      point.y += (y / length) * Math.min(length, most);
    });
  }
  const floor = new Floor();
  const order = members.map((_, k) => k).sort((a, b) => Math.hypot(at[a].x, at[a].y) - Math.hypot(at[b].x, at[b].y));
  const found = new Map();
  for (const k of order) found.set(members[k], floor.settle(at[k], NODES[members[k]].box));
  return found;
}

function repel(at, push) {
  for (let a = 0; a < at.length; a += 1) {
    for (let b = a + 1; b < at.length; b += 1) {
      const dx = at[a].x - at[b].x || 0.01;
      const dy = at[a].y - at[b].y || 0.01;
      const strength = 9000 / (dx * dx + dy * dy + 100);
      push[a].x += dx * strength * 0.15; push[a].y += dy * strength * 0.15;
      push[b].x -= dx * strength * 0.15; push[b].y -= dy * strength * 0.15;
    }
  }
}
