// Which nodes are drawn and where: all of a small graph; of a large one the opening, and what the reader asks for.

const LARGE = NODES.length > SMALL;
const MOST = 400; // nodes that a filter draws of a large graph
const GROWTH = 24; // nodes that one expansion adds
const opened = new Map(DATA.network.nodes.map((n) => [nodeById.get(n.id).i, { x: n.x, y: n.y }]));
const grown = new Set(); // added by the reader
const whole = new Map(opened); // places in the picture without filters
let places = whole;

// Numbers of the nodes to draw, the most central ones first.
function wantedNodes() {
  const passes = (i) => FILTER.nodes[i];
  const found = new Set();
  if (FILTER.active && LARGE) {
    for (let i = 0; i < NODES.length && found.size < MOST; i += 1) if (passes(i)) found.add(i);
  } else if (FILTER.active || STATE.alone) {
    const all = LARGE ? [...opened.keys()] : NODES.map((node) => node.i);
    for (const i of all) if (passes(i) && (STATE.alone || NODES[i].edges.some((e) => FILTER.edges[e]))) found.add(i);
  } else {
    for (const i of opened.keys()) if (passes(i)) found.add(i);
  }
  for (const i of grown) if (passes(i)) found.add(i);
  for (const i of selectedNodes()) found.add(i);
  return [...found].sort((a, b) => a - b);
}

// The selection is always drawn, with its nearest surroundings.
function selectedNodes() {
  if (STATE.edge !== null) return [EDGES[STATE.edge].from, EDGES[STATE.edge].to];
  if (STATE.node === null) return [];
  return [STATE.node, ...neighbours(NODES[STATE.node]).filter((i) => FILTER.nodes[i]).slice(0, GROWTH)];
}

function hiddenNeighbours(node, shown) {
  return neighbours(node).filter((i) => !shown.has(i) && FILTER.nodes[i]).length;
}

function grow(i) {
  const shown = new Set(wantedNodes());
  const more = neighbours(NODES[i]).filter((n) => !shown.has(n) && FILTER.nodes[n]).slice(0, GROWTH);
  for (const n of [i, ...more]) grown.add(n);
  return more.length;
}

function growCommunity(number) {
  const shown = new Set(wantedNodes());
  const ranked = [...DATA.communities[number]].sort((a, b) => a - b);
  for (const i of ranked.filter((n) => !shown.has(n)).slice(0, GROWTH)) grown.add(i);
}

// Places for all of them: known ones stay, others settle beside their neighbours. What a filter finds in a large graph
// is arranged on its own, and the whole picture comes back unchanged afterwards.
function placeNodes(wanted) {
  const before = places;
  const found = LARGE && FILTER.active;
  if (!found) places = whole;
  settleNodes(wanted, found);
  return before !== places; // a new picture altogether
}

function settleNodes(wanted, found) {
  const missing = wanted.filter((i) => !places.has(i));
  if (!missing.length && (!found || places !== whole)) return;
  if (found && (places === whole || missing.length > wanted.length * 0.4)) {
    places = arrange(wanted, linksAmong(wanted));
    return;
  }
  const floor = new Floor();
  for (const i of wanted) if (places.has(i)) floor.put(places.get(i), NODES[i].box);
  let foot = { x: floor.left, y: floor.bottom + 60 };
  for (const i of missing) {
    const near = neighbours(NODES[i]).map((n) => places.get(n)).filter(Boolean).slice(0, 4);
    const middle = near.length
      ? { x: near.reduce((sum, p) => sum + p.x, 0) / near.length, y: near.reduce((sum, p) => sum + p.y, 0) / near.length }
      : foot;
    places.set(i, floor.settle(middle, NODES[i].box));
    if (!near.length) foot = { x: foot.x + NODES[i].box[0] + GAP, y: foot.y };
    if (foot.x > floor.left + 2400) foot = { x: floor.left, y: floor.bottom + 40 };
  }
}

function linksAmong(members) {
  const position = new Map(members.map((i, k) => [i, k]));
  const links = [];
  for (const i of members) {
    for (const n of neighbours(NODES[i])) if (n > i && position.has(n)) links.push([position.get(i), position.get(n)]);
  }
  return links;
}
