// The graph itself: vis-network with our shapes, places and colours.

const stage = byId("canvas");
const tip = byId("tip");
const READABLE = 0.52; // scale below which the words in boxes are too small to read
const MANY = 900; // links from which on they are left out while the picture moves
const visNodes = new vis.DataSet();
const visEdges = new vis.DataSet();
const network = new vis.Network(stage, { nodes: visNodes, edges: visEdges }, DATA.network.options);
stage.querySelector(".vis-network").removeAttribute("tabindex"); // the list is the keyboard's way
let dragged = false; // whether the reader moves a node
let moving = false; // whether vis-network's physics runs, because the reader asked for it

function drawNode({ ctx, id, x, y, state }) {
  const node = nodeById.get(id);
  const [w, h] = node.box;
  return {
    drawNode: () => paintNode(ctx, node, x, y, state, network.getScale() >= READABLE),
    nodeDimensions: { width: w, height: h },
  };
}

// Brings the picture in line with filters, growth and selection; nodes that stay keep their places.
function redrawGraph() {
  const wanted = wantedNodes();
  const anew = placeNodes(wanted);
  DRAWN.nodes = new Set(wanted);
  DRAWN.version += 1;
  const edges = EDGES.filter((e) => DRAWN.nodes.has(e.from) && DRAWN.nodes.has(e.to)
    && (FILTER.edges[e.i] || around.edges.has(e.i)));
  DRAWN.edges = new Set(edges.map((edge) => edge.i));
  DRAWN.hidden = new Map(wanted.map((i) => [i, hiddenNeighbours(NODES[i], DRAWN.nodes)]));
  syncNodes(wanted);
  const ids = new Set(edges.map((edge) => edge.id));
  visEdges.remove(visEdges.getIds().filter((id) => !ids.has(id)));
  visEdges.update(edges.map(visEdge));
  const many = edges.length > MANY;
  network.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many } });
  showCounts();
  if (anew) fitAll();
}

function syncNodes(wanted) {
  const ids = new Set(wanted.map((i) => NODES[i].id));
  visNodes.remove(visNodes.getIds().filter((id) => !ids.has(id)));
  visNodes.update(wanted.map((i) => {
    const place = places.get(i);
    const now = moving ? {} : { x: place.x, y: place.y };
    return { id: NODES[i].id, shape: "custom", ctxRenderer: drawNode, ...now };
  }));
}

function showCounts() {
  const all = NODES.length;
  byId("drawn").textContent = DRAWN.nodes.size === all ? "" : fill(WORDS.drawn, {
    count: DRAWN.nodes.size, total: all,
  });
  byId("empty").hidden = DRAWN.nodes.size > 0;
}

function highlight() {
  around.nodes.clear();
  around.edges.clear();
  if (STATE.node !== null) {
    around.nodes.add(STATE.node);
    for (const i of NODES[STATE.node].edges) {
      around.edges.add(i);
      around.nodes.add(EDGES[i].from).add(EDGES[i].to);
    }
  } else if (STATE.edge !== null) {
    around.edges.add(STATE.edge);
    around.nodes.add(EDGES[STATE.edge].from).add(EDGES[STATE.edge].to);
  }
}

function markSelection() {
  network.unselectAll();
  if (STATE.node !== null) network.selectNodes([NODES[STATE.node].id], false);
  if (STATE.edge !== null) network.selectEdges([EDGES[STATE.edge].id]);
}

// All drawn boxes in sight, in their full size.
function fitAll() {
  network.redraw(); // takes the stage's present size
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [id, { x, y }] of Object.entries(network.getPositions())) {
    const [w, h] = nodeById.get(id).box;
    [left, right] = [Math.min(left, x - w / 2), Math.max(right, x + w / 2)];
    [top, bottom] = [Math.min(top, y - h / 2), Math.max(bottom, y + h / 2)];
  }
  if (left > right || !stage.clientWidth) return;
  const across = Math.min(1.2, stage.clientWidth / (right - left + 40), stage.clientHeight / (bottom - top + 40));
  // names beside small boxes need room of their own
  const scale = across >= READABLE ? across
    : Math.min((stage.clientWidth - 130) / (right - left), (stage.clientHeight - 50) / (bottom - top));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
}

function travelTo(i) {
  const id = NODES[i].id;
  if (!DRAWN.nodes.has(i)) return;
  const { x, y } = network.canvasToDOM(network.getPosition(id));
  const inside = x > 60 && y > 40 && x < stage.clientWidth - 60 && y < stage.clientHeight - 40;
  if (inside && network.getScale() >= READABLE) return;
  network.focus(id, { scale: Math.max(network.getScale(), 0.85), animation: false });
}

function showTip(x, y, ...lines) {
  tip.replaceChildren(...lines);
  tip.hidden = false;
  const right = Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 4);
  tip.style.left = `${Math.max(4, right)}px`;
  tip.style.top = `${Math.max(4, Math.min(y + 14, stage.clientHeight - tip.offsetHeight - 4))}px`;
}

function setMoving(on) {
  moving = on;
  if (!on) for (const [id, point] of Object.entries(network.getPositions())) places.set(nodeById.get(id).i, point);
  network.setOptions({ physics: { enabled: on } });
  byId("physics").setAttribute("aria-pressed", String(on));
}

network.on("hoverNode", ({ node, pointer }) => {
  const known = nodeById.get(node);
  showTip(pointer.DOM.x, pointer.DOM.y,
    foreign("strong", shorten(known.label, 300)),
    element("span", {}, typeLabel(known), " ", known.status ? badge(known.status) : null),
    DRAWN.hidden.get(known.i) ? element("span", {}, fill(WORDS.hidden, { count: DRAWN.hidden.get(known.i) })) : "");
});
network.on("hoverEdge", ({ edge, pointer }) => {
  const known = edgeById.get(edge);
  const [from, to] = [NODES[known.from], NODES[known.to]];
  showTip(pointer.DOM.x, pointer.DOM.y,
    element("strong", {}, predicateLabel(known.predicate), " ", badge(known.status)),
    foreign("span", `${shorten(from.label, 80)} → ${shorten(to.label, 80)}`));
});
network.on("dragging", ({ nodes }) => { dragged = nodes.length > 0; });
for (const left of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(left, () => { tip.hidden = true; });
network.on("click", ({ nodes, edges, pointer }) => {
  const community = communityAt(pointer.canvas);
  if (nodes.length) selectNode(nodeById.get(nodes[0]).i);
  else if (edges.length) selectEdge(edgeById.get(edges[0]).i);
  else if (community >= 0) { growCommunity(community); redrawGraph(); }
  else clearSelection();
});
network.on("doubleClick", ({ nodes }) => {
  if (nodes.length && grow(nodeById.get(nodes[0]).i)) redrawGraph();
});
network.on("dragEnd", ({ nodes }) => {
  dragged = false;
  for (const id of nodes) places.set(nodeById.get(id).i, network.getPosition(id));
});
