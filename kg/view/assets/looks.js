// How nodes and links look: shapes and lines of the style, faded beside a selection, signs for what is hidden.

const around = { nodes: new Set(), edges: new Set() }; // the selection with its neighbours; empty: nothing is selected
const DRAWN = { nodes: new Set(), edges: new Set(), hidden: new Map(), version: 0 };

function boxLines(node) {
  if (!node.status || node.status === "Asserted") return node.lines;
  return [...node.lines, `(${statusWord(node.status)})`];
}

function isFaded(i) {
  return around.nodes.size > 0 && !around.nodes.has(i);
}

function nodeBox(node, x, y) {
  const [w, h] = node.box;
  return { x: x - w / 2, y: y - h / 2, w, h };
}

function lookOf(node, state) {
  const look = nodeLook(node.kind, node.status || "Asserted");
  if (state.selected) look.halo = DATA.style.page[theme()].selection;
  if (state.selected || state.hover) look.width = 3;
  return look;
}

// ctx: vis-network's; withText: whether the picture is large enough for words
function paintNode(ctx, node, x, y, state, withText) {
  const box = nodeBox(node, x, y);
  const look = lookOf(node, state);
  if (isFaded(node.i)) {
    const page = DATA.style.page[theme()].background;
    drawOutline(ctx, box, { ...look, fill: page, border: page }); // so that no link shines through
    ctx.globalAlpha = 0.25;
  }
  drawOutline(ctx, box, look);
  if (withText) {
    const font = `${node.kind === "Event" ? "600 " : ""}${DATA.style.box.font}px system-ui, sans-serif`;
    drawLines(ctx, box, boxLines(node), font, DATA.style.box.line, look.text, look.shape);
    const hidden = DRAWN.hidden.get(node.i);
    if (hidden) drawCorner(ctx, box, `+${numbers.format(hidden)}`, look);
  }
  ctx.globalAlpha = 1;
}

// The number of neighbours that are not drawn, on the upper right corner.
function drawCorner(ctx, box, text, look) {
  ctx.font = "600 11px system-ui, sans-serif";
  const width = ctx.measureText(text).width + 8;
  ctx.beginPath();
  ctx.roundRect(box.x + box.w - width / 2, box.y - 8, width, 16, 8);
  ctx.fillStyle = look.border;
  ctx.fill();
  ctx.fillStyle = DATA.style.page[theme()].background;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, box.x + box.w, box.y + 0.5);
}

// A link as vis-network takes it: dashes and sign by status, thickness by independent sources.
function visEdge(edge) {
  const line = DATA.style.statuses[edge.status];
  const colour = line[theme()];
  const arrows = { to: { enabled: true, scaleFactor: 0.6 } };
  if (line.marker) arrows.middle = { enabled: true, type: line.marker, scaleFactor: 0.6 };
  return {
    id: edge.id,
    from: NODES[edge.from].id,
    to: NODES[edge.to].id,
    width: edgeWidth(edge),
    dashes: line.dashes.length ? line.dashes : false,
    arrows,
    smooth: bend(edge.bend),
    color: { color: colour, highlight: colour, hover: colour, opacity: fadedEdge(edge) ? 0.15 : 1 },
  };
}

function fadedEdge(edge) {
  return around.nodes.size > 0 && !around.edges.has(edge.i);
}

function edgeWidth(edge) {
  return DATA.style.statuses[edge.status].width + Math.min(4, 1.2 * (edge.independent - 1));
}

function bend(rank) {
  if (!rank) return false;
  return { enabled: true, type: rank > 0 ? "curvedCW" : "curvedCCW", roundness: 0.16 * Math.abs(rank) };
}

// "agent (alleged)": a link that is not asserted is never named without its status.
function edgeLabel(edge) {
  return withStatus(shorten(predicateLabel(edge.predicate), 60), edge.status);
}
