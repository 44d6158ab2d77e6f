// What is written over the picture at the size of the screen: names of the most central nodes while boxes are too small
// to read, names of links around the selection, counts of communities. No label covers another.

const CENTRAL = 14; // names that are written even over boxes
const communityPlaces = []; // {x, y, w, h} in the picture's units, as last drawn

class Taken {
  constructor() {
    this.boxes = [];
  }

  isFree(x, y, w, h) {
    return !this.boxes.some((b) => Math.abs(b.x - x) * 2 < b.w + w && Math.abs(b.y - y) * 2 < b.h + h);
  }

  // Whether a box around (x, y) is free; takes it if so.
  take(x, y, w, h) {
    const free = this.isFree(x, y, w, h);
    if (free) this.boxes.push({ x, y, w, h });
    return free;
  }
}

network.on("afterDrawing", (ctx) => {
  const scale = network.getScale();
  const taken = new Taken();
  drawCommunities(ctx, scale, taken);
  if (scale < READABLE) drawNames(ctx, scale, taken);
  drawEdgeNames(ctx, scale, taken);
});

// While nodes come and go, vis-network draws in between: not all that is to be drawn is there yet.
function isOnStage(i) {
  return DRAWN.nodes.has(i) && network.body.nodes[NODES[i].id] !== undefined;
}

// Where names stand does not change while the picture is only moved: worked out once for each scale and content.
let written = { key: "", names: [] };

function drawNames(ctx, scale, taken) {
  const page = DATA.style.page[theme()];
  const size = 11.5 / scale;
  const chosen = STATE.node !== null || STATE.edge !== null ? `${STATE.node} ${STATE.edge}` : "";
  const key = `${scale} ${DRAWN.version} ${chosen} ${STATE.language}`;
  ctx.save();
  ctx.font = `${size}px system-ui, sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = size / 3.2;
  if (key !== written.key || moving || dragged) written = { key, names: placeNames(ctx, size, taken) };
  ctx.strokeStyle = page.background;
  ctx.fillStyle = page.text;
  for (const { text, x, y } of written.names) {
    ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
  }
  ctx.restore();
}

// Below or above their boxes; boxes are taken too, so that no name hides a shape.
function placeNames(ctx, size, taken) {
  const order = [...new Set([...around.nodes, ...DRAWN.nodes])].filter((i) => isOnStage(i) && !isFaded(i)).slice(0, 400);
  const names = new Taken();
  const points = new Map(order.map((i) => [i, network.body.nodes[NODES[i].id]]));
  const found = [];
  for (const i of order) taken.take(points.get(i).x, points.get(i).y, NODES[i].box[0], NODES[i].box[1]);
  for (const i of order) {
    const { x, y } = points.get(i);
    const text = withStatus(shorten(NODES[i].lines.join(" "), 24), NODES[i].status);
    const width = ctx.measureText(text).width + size / 2;
    const below = NODES[i].box[1] / 2 + size * 0.75;
    let at = [y + below, y - below].find((spot) => taken.take(x, spot, width, size * 1.2));
    // the names that matter most stand over other boxes rather than nowhere
    if (at === undefined && names.boxes.length < CENTRAL && names.isFree(x, y, width, size * 1.2)) {
      at = y;
      taken.boxes.push({ x, y, w: width, h: size * 1.2 });
    }
    if (at === undefined) continue;
    names.take(x, at, width, size * 1.2);
    found.push({ text, x, y: at });
  }
  return found;
}

// Names of links only around the selection: everywhere they would cover each other.
function drawEdgeNames(ctx, scale, taken) {
  const page = DATA.style.page[theme()];
  ctx.save();
  ctx.font = CHIP_FONT;
  for (const i of around.nodes) {
    if (!isOnStage(i)) continue;
    const { x, y } = network.body.nodes[NODES[i].id];
    taken.boxes.push({ x, y, w: NODES[i].box[0] - 10, h: NODES[i].box[1] - 6 }); // a name may touch a box, not hide its words
  }
  for (const i of around.edges) {
    const edge = EDGES[i];
    if (!network.body.edges[edge.id]) continue;
    const text = edgeLabel(edge);
    const width = ctx.measureText(text).width + 12;
    const spots = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map((share) => along(edge, share));
    const place = spots.find(({ x, y }) => taken.take(x, y, width, 20));
    if (place) drawChip(ctx, place.x, place.y, text, DATA.style.statuses[edge.status][theme()], page);
  }
  ctx.restore();
}

// A point on what is seen of a link between its two boxes.
function along(edge, share) {
  const { from, to, edgeType } = network.body.edges[edge.id];
  if (edgeType.options.smooth.enabled) return edgeType.getPoint(0.3 + 0.4 * share);
  const begin = border(from, to);
  const end = border(to, from);
  return { x: begin.x + (end.x - begin.x) * share, y: begin.y + (end.y - begin.y) * share };
}

function border(node, other) {
  const [w, h] = nodeById.get(node.id).box;
  const dx = other.x - node.x;
  const dy = other.y - node.y;
  const share = Math.min(0.5, w / 2 / Math.max(Math.abs(dx), 1e-6), h / 2 / Math.max(Math.abs(dy), 1e-6));
  return { x: node.x + dx * share, y: node.y + dy * share };
}

// Above each community of a large graph: how many of its nodes are not drawn yet; a click draws more.
function drawCommunities(ctx, scale, taken) {
  communityPlaces.length = 0;
  if (FILTER.active) return;
  const size = 13 / scale;
  ctx.save();
  ctx.font = `600 ${size}px system-ui, sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  DATA.communities.forEach((members, number) => {
    const points = members.filter(isOnStage).map((i) => network.body.nodes[NODES[i].id]);
    const hidden = members.length - points.length;
    if (!points.length || !hidden) return;
    const text = fill(WORDS.community, { count: hidden });
    const width = ctx.measureText(text).width + size * 1.6;
    const x = points.reduce((sum, p) => sum + p.x, 0) / points.length;
    const y = Math.min(...points.map((p) => p.y)) - 40 - size;
    if (taken.take(x, y, width, size * 2)) drawCommunity(ctx, { number, x, y, w: width, h: size * 1.8 }, text);
  });
  ctx.restore();
}

function drawCommunity(ctx, place, text) {
  const page = DATA.style.page[theme()];
  ctx.beginPath();
  ctx.roundRect(place.x - place.w / 2, place.y - place.h / 2, place.w, place.h, place.h / 2);
  ctx.fillStyle = page.selection;
  ctx.fill();
  ctx.fillStyle = page.background;
  ctx.fillText(text, place.x, place.y);
  communityPlaces.push(place);
}

function communityAt({ x, y }) {
  const found = communityPlaces.find((p) => Math.abs(p.x - x) * 2 < p.w && Math.abs(p.y - y) * 2 < p.h);
  return found ? found.number : -1;
}
