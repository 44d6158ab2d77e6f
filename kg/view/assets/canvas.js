// The graph itself: vis-network with our shapes, places and colours.

const stage = document.getElementById("canvas");
const tip = document.getElementById("tip");
const around = new Set(); // the selected node or link with its neighbours; empty: nothing is selected

function drawNode({ ctx, id, x, y, state }) {
  const node = nodeById.get(id);
  const [w, h] = DATA.boxes[id];
  const box = { x: x - w / 2, y: y - h / 2, w, h };
  const look = nodeLook(node.kind, node.status || "Asserted");
  if (state.selected) look.halo = DATA.style.page[theme()].selection;
  if (state.selected || state.hover) look.width = 3;
  return {
    drawNode() {
      ctx.save();
      if (around.size && !around.has(id)) {
        const page = DATA.style.page[theme()].background;
        drawOutline(ctx, box, { ...look, fill: page, border: page }); // so that no link shines through
        ctx.globalAlpha = 0.25;
      }
      drawOutline(ctx, box, look);
      const font = `${node.kind === "Event" ? "600 " : ""}${DATA.style.box.font}px system-ui, sans-serif`;
      drawLines(ctx, box, node.lines, font, DATA.style.box.line, look.text, look.shape);
      ctx.restore();
    },
    nodeDimensions: { width: w, height: h },
  };
}

function edgeLook(edge) {
  const near = around.has(edge.id);
  const colour = DATA.style.statuses[edge.status][theme()];
  return {
    id: edge.id,
    color: { color: colour, highlight: colour, hover: colour, opacity: around.size && !near ? 0.15 : 1 },
  };
}

const visNodes = new vis.DataSet(DATA.network.nodes.map((node) => ({ ...node, ctxRenderer: drawNode })));
const visEdges = new vis.DataSet(DATA.network.edges.map((e) => ({ ...e, ...edgeLook(edgeById.get(e.id)) })));
const network = new vis.Network(stage, { nodes: visNodes, edges: visEdges }, DATA.network.options);

function highlight(nodes, edges) {
  around.clear();
  for (const id of [...nodes, ...edges]) around.add(id);
  visEdges.update(DATA.edges.map(edgeLook));
}

// Labels of links only around the selection: everywhere they would cover each other.
network.on("afterDrawing", (ctx) => {
  const page = DATA.style.page[theme()];
  const taken = [];
  ctx.font = CHIP_FONT;
  for (const edge of DATA.edges) {
    if (!around.has(edge.id)) continue;
    const text = edgeLabel(edge);
    const { x, y } = freePlace(edge, ctx.measureText(text).width + 12, taken);
    drawChip(ctx, x, y, text, DATA.style.statuses[edge.status][theme()], page);
  }
});

// The place on a link, its middle if possible, where a label covers no other; if there is none, its middle.
function freePlace(edge, width, taken) {
  const places = [0.5, 0.3, 0.7, 0.1, 0.9].map((share) => along(edge, share));
  const clear = ({ x, y }) => taken.every((t) => Math.abs(t.x - x) * 2 >= t.width + width || Math.abs(t.y - y) >= 20);
  const place = places.find(clear) || places[0];
  taken.push({ ...place, width });
  return place;
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
  const [w, h] = DATA.boxes[node.id];
  const dx = other.x - node.x;
  const dy = other.y - node.y;
  const share = Math.min(0.5, w / 2 / Math.max(Math.abs(dx), 1e-6), h / 2 / Math.max(Math.abs(dy), 1e-6));
  return { x: node.x + dx * share, y: node.y + dy * share };
}

// All boxes in sight, in their full size.
function fitAll() {
  network.redraw(); // takes the stage's present size
  const places = network.getPositions();
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [id, { x, y }] of Object.entries(places)) {
    const [w, h] = DATA.boxes[id];
    [left, right] = [Math.min(left, x - w / 2), Math.max(right, x + w / 2)];
    [top, bottom] = [Math.min(top, y - h / 2), Math.max(bottom, y + h / 2)];
  }
  if (left > right) return;
  const scale = Math.min(1.2, stage.clientWidth / (right - left + 40), stage.clientHeight / (bottom - top + 40));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
}

function showTip(x, y, ...lines) {
  tip.replaceChildren(...lines);
  tip.hidden = false;
  const right = Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 4);
  tip.style.left = `${Math.max(4, right)}px`;
  tip.style.top = `${Math.min(y + 14, stage.clientHeight - tip.offsetHeight - 4)}px`;
}

network.on("hoverNode", ({ node, pointer }) => {
  const known = nodeById.get(node);
  showTip(pointer.DOM.x, pointer.DOM.y,
    foreign("strong", known.label.slice(0, 300)),
    element("span", {}, typeLabel(known), " ", known.status ? badge(known.status) : null));
});
network.on("hoverEdge", ({ edge, pointer }) => {
  const known = edgeById.get(edge);
  showTip(pointer.DOM.x, pointer.DOM.y,
    element("strong", {}, predicateLabel(known.predicate), " ", badge(known.status)),
    foreign("span", `${nodeById.get(known.from).label.slice(0, 80)} → ${nodeById.get(known.to).label.slice(0, 80)}`));
});
for (const left of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(left, () => { tip.hidden = true; });
network.on("click", ({ nodes, edges }) => {
  if (nodes.length) selectNode(nodes[0]);
  else if (edges.length) selectEdge(edges[0]);
  else clearSelection();
});
