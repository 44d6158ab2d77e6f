// Places on a map without tiles or network; larger: more that is told there.

const mapCanvas = byId("map");
const look = { x: 10, y: mercator(30), scale: 6, fitted: false }; // centre, and pixels a degree
let spots = []; // {node, x, y, radius, weight}

function placesShown() {
  return NODES.filter((node) => node.place && FILTER.nodes[node.i]).map((node) => {
    const weight = node.links.filter((i) => FILTER.facts[i]).length;
    return { node, x: node.place[1], y: mercator(node.place[0]), radius: 5 + Math.min(14, 2.2 * Math.sqrt(weight)), weight };
  }).sort((a, b) => b.radius - a.radius || a.node.i - b.node.i);
}

async function showMap() {
  await loadWorld();
  spots = placesShown();
  const unplaced = NODES.filter((node) => node.kind === "Place" && !node.place && FILTER.nodes[node.i]).length;
  byId("map-count").textContent = fill(WORDS.map_count, { count: spots.length, unplaced: unplaced });
  if (!look.fitted && mapCanvas.clientWidth) fitMap();
  drawMap();
}

function fitMap() {
  const [w, h] = [mapCanvas.clientWidth, mapCanvas.clientHeight];
  if (!spots.length) {
    Object.assign(look, { x: 10, y: mercator(25), scale: w / 360 });
    return;
  }
  const told = spots.filter((spot) => spot.weight); // places that are only mentioned don't widen the view
  const fitted = told.length ? told : spots;
  const xs = fitted.map((spot) => spot.x);
  const ys = fitted.map((spot) => spot.y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((w * 0.8) / Math.max(right - left, 6), (h * 0.75) / Math.max(bottom - top, 5));
  Object.assign(look, { x: (left + right) / 2, y: (top + bottom) / 2, scale, fitted: true });
}

function onMap(x, y) {
  return [(x - look.x) * look.scale + mapCanvas.clientWidth / 2, (y - look.y) * look.scale + mapCanvas.clientHeight / 2];
}

function drawMap() {
  const ratio = window.devicePixelRatio || 1;
  const [w, h] = [mapCanvas.clientWidth, mapCanvas.clientHeight];
  if (!world || !w) return;
  mapCanvas.width = w * ratio;
  mapCanvas.height = h * ratio;
  const ctx = mapCanvas.getContext("2d");
  const page = DATA.style.map[theme()];
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.fillStyle = page.sea;
  ctx.fillRect(0, 0, w, h);
  ctx.save();
  ctx.translate(w / 2 - look.x * look.scale, h / 2 - look.y * look.scale);
  ctx.scale(look.scale, look.scale);
  ctx.fillStyle = page.land;
  ctx.fill(world.land, "evenodd");
  ctx.lineWidth = 1 / look.scale;
  ctx.strokeStyle = page.border;
  ctx.stroke(world.borders);
  ctx.restore();
  drawSpots(ctx);
}

function drawSpots(ctx) {
  const near = new Set(STATE.node === null ? [] : [STATE.node, ...neighbours(NODES[STATE.node])]);
  const colours = DATA.style.kinds.Place[theme()];
  const page = DATA.style.page[theme()];
  const taken = new Taken();
  ctx.lineWidth = 2;
  for (const spot of spots) {
    const [x, y] = onMap(spot.x, spot.y);
    ctx.beginPath();
    ctx.arc(x, y, spot.radius, 0, 7);
    ctx.fillStyle = near.has(spot.node.i) ? page.selection : colours.fill;
    ctx.strokeStyle = near.has(spot.node.i) ? page.text : colours.border;
    ctx.globalAlpha = near.size && !near.has(spot.node.i) ? 0.55 : 0.95;
    ctx.fill();
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  ctx.font = "600 12px system-ui, sans-serif";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  const ordered = [...spots.filter((s) => near.has(s.node.i)), ...spots.filter((s) => !near.has(s.node.i))];
  for (const spot of ordered) drawSpotName(ctx, spot, taken, page);
}

function drawSpotName(ctx, spot, taken, page) {
  const [x, y] = onMap(spot.x, spot.y);
  const text = `${shorten(spot.node.lines.join(" "), 30)}${spot.weight ? ` (${spot.weight})` : ""}`;
  const width = ctx.measureText(text).width;
  const aside = spot.radius + 5 + width / 2;
  const above = spot.radius + 9;
  const place = [[aside, 0], [-aside, 0], [0, above], [0, -above], [aside, above], [-aside, -above]]
    .map(([dx, dy]) => [x + dx, y + dy]).find(([px, py]) => taken.take(px, py, width + 6, 16));
  if (!place) return;
  ctx.strokeStyle = page.background;
  ctx.lineWidth = 3.5;
  ctx.strokeText(text, place[0] - width / 2, place[1]);
  ctx.fillStyle = page.text;
  ctx.fillText(text, place[0] - width / 2, place[1]);
}

function spotAt(x, y) {
  const near = spots.map((spot) => {
    const [sx, sy] = onMap(spot.x, spot.y);
    return [Math.hypot(sx - x, sy - y) - spot.radius, spot];
  }).filter(([distance]) => distance < 6).sort((a, b) => a[0] - b[0]);
  return near.length ? near[0][1] : null;
}

function zoomMap(factor, x = mapCanvas.clientWidth / 2, y = mapCanvas.clientHeight / 2) {
  const scale = Math.max(1.5, Math.min(600, look.scale * factor));
  const [dx, dy] = [x - mapCanvas.clientWidth / 2, y - mapCanvas.clientHeight / 2];
  look.x += dx / look.scale - dx / scale;
  look.y += dy / look.scale - dy / scale;
  look.scale = scale;
  drawMap();
}

function panMap(dx, dy) {
  look.x -= dx / look.scale;
  look.y -= dy / look.scale;
  drawMap();
}

let grip = null; // where the pointer went down and was last
mapCanvas.addEventListener("pointerdown", (event) => {
  grip = { x: event.offsetX, y: event.offsetY, moved: false };
  mapCanvas.setPointerCapture(event.pointerId);
});
mapCanvas.addEventListener("pointermove", (event) => {
  mapCanvas.style.cursor = spotAt(event.offsetX, event.offsetY) ? "pointer" : "";
  if (!grip) return;
  const [dx, dy] = [event.offsetX - grip.x, event.offsetY - grip.y];
  if (!grip.moved && Math.hypot(dx, dy) < 4) return;
  grip = { x: event.offsetX, y: event.offsetY, moved: true };
  panMap(dx, dy);
});
mapCanvas.addEventListener("pointerup", (event) => {
  const spot = grip && !grip.moved ? spotAt(event.offsetX, event.offsetY) : null;
  grip = null;
  if (spot) selectNode(spot.node.i);
});
mapCanvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  zoomMap(event.deltaY < 0 ? 1.25 : 0.8, event.offsetX, event.offsetY);
}, { passive: false });
mapCanvas.addEventListener("keydown", (event) => {
  const moves = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  if (moves[event.key]) panMap(...moves[event.key]);
  else if (event.key === "+") zoomMap(1.25);
  else if (event.key === "-") zoomMap(0.8);
  else return;
  event.preventDefault();
});
byId("zoom-in").addEventListener("click", () => zoomMap(1.4));
byId("zoom-out").addEventListener("click", () => zoomMap(0.7));
byId("map-fit").addEventListener("click", () => { fitMap(); drawMap(); });
