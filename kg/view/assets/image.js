// What is shown, as a picture: PNG of the graph or the map, SVG of the graph.

function savePng() {
  const source = STATE.view === "map" ? mapCanvas : stage.querySelector("canvas");
  const copy = element("canvas", {});
  copy.width = source.width;
  copy.height = source.height;
  const ctx = copy.getContext("2d");
  ctx.fillStyle = DATA.style.page[theme()].background;
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(source, 0, 0);
  copy.toBlob((blob) => saveFile(`${STATE.view === "map" ? "map" : "graph"}.png`, "image/png", blob));
}

function saveSvg() {
  const text = new XMLSerializer().serializeToString(graphAsSvg());
  saveFile("graph.svg", "image/svg+xml", `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`);
}

function graphAsSvg() {
  const page = DATA.style.page[theme()];
  const shown = [...DRAWN.nodes].map((i) => ({ node: NODES[i], ...network.getPosition(NODES[i].id) }));
  const at = new Map(shown.map((point) => [point.node.i, point]));
  const left = Math.min(...shown.map((p) => p.x - p.node.box[0] / 2)) - 20;
  const top = Math.min(...shown.map((p) => p.y - p.node.box[1] / 2)) - 20;
  const width = Math.max(...shown.map((p) => p.x + p.node.box[0] / 2)) + 20 - left;
  const height = Math.max(...shown.map((p) => p.y + p.node.box[1] / 2)) + 20 - top;
  return drawing("svg", { viewBox: `${left} ${top} ${width} ${height}`, width, height, "font-family": "sans-serif" }, [
    drawing("rect", { x: left, y: top, width, height, fill: page.background }),
    [...DRAWN.edges].map((i) => svgEdge(EDGES[i], at, page)),
    shown.map(svgNode),
  ]);
}

function svgEdge(edge, at, page) {
  const line = DATA.style.statuses[edge.status];
  const [a, b] = [at.get(edge.from), at.get(edge.to)];
  const colour = line[theme()];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const [w, h] = b.node.box;
  const stop = Math.min(0.5, w / 2 / Math.max(Math.abs(dx), 1e-6), h / 2 / Math.max(Math.abs(dy), 1e-6));
  const [x, y] = [b.x - dx * stop, b.y - dy * stop];
  const turn = (Math.atan2(dy, dx) * 180) / Math.PI;
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return drawing("g", {}, [
    drawing("line", { x1: a.x, y1: a.y, x2: x, y2: y, stroke: colour, "stroke-width": edgeWidth(edge), "stroke-dasharray": line.dashes.join(" ") || null }),
    drawing("path", { d: "M0 0L-10 4L-10 -4Z", fill: colour, transform: `translate(${x} ${y}) rotate(${turn})` }),
    drawing("text", {
      x: middle.x, y: middle.y - 4, "text-anchor": "middle", "font-size": 10, fill: colour, stroke: page.background,
      "stroke-width": 3, "paint-order": "stroke",
    }, printable(edgeLabel(edge))),
  ]);
}

function svgNode({ node, x, y }) {
  const look_ = nodeLook(node.kind, node.status || "Asserted");
  const box = nodeBox(node, x, y);
  const lines = boxLines(node);
  const first = y - ((lines.length - 1) * DATA.style.box.line) / 2 + 5 - (look_.shape === "pin" ? 3.5 : 0);
  return drawing("g", {}, [
    drawing("path", {
      d: outlinePath(look_.shape, box), fill: look_.fill, stroke: look_.border, "stroke-width": 2,
      "stroke-dasharray": look_.dashes.join(" ") || null,
    }),
    lines.map((line, k) => drawing("text", {
      x, y: first + k * DATA.style.box.line, "text-anchor": "middle", "font-size": DATA.style.box.font, fill: look_.text,
      "font-weight": node.kind === "Event" ? 600 : null, textLength: line.length * 9 > node.box[0] ? Math.min(node.box[0] - 14, line.length * 7.4) : null,
    }, printable(line))),
  ]);
}

function outlinePath(shape, { x, y, w, h }) {
  const round = (r) => `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}z`;
  if (shape === "hexagon") return `M${x} ${y + h / 2}l11 ${-h / 2}h${w - 22}l11 ${h / 2}l-11 ${h / 2}h${22 - w}z`;
  if (shape === "pin") return `M${x} ${y}h${w}v${h - 7}h${7 - w / 2}l-7 7l-7 -7h${7 - w / 2}z`;
  return shape === "rectangle" ? `M${x} ${y}h${w}v${h}h${-w}z` : round(Math.min(14, h / 2));
}

// Characters that XML cannot hold.
function printable(text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}
