// Small drawings with the graph's own shapes and lines, and the legend made of them.

const repaints = [];

// A canvas that is painted again when the colours change.
function picture(width, height, paint) {
  const canvas = element("canvas", { class: "picture", "aria-hidden": "true" });
  const scale = Math.max(2, window.devicePixelRatio || 1);
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const repaint = () => {
    const ctx = canvas.getContext("2d");
    ctx.setTransform(scale, 0, 0, scale, 0, 0);
    ctx.clearRect(0, 0, width, height);
    paint(ctx);
  };
  repaints.push(repaint);
  repaint();
  return canvas;
}

function nodeLook(kind, status) {
  const colours = DATA.style.kinds[kind][theme()];
  const line = DATA.style.statuses[status];
  return {
    shape: DATA.style.kinds[kind].shape,
    fill: colours.fill,
    border: colours.border,
    text: colours.text,
    dashes: line.border,
    width: 2,
  };
}

function symbol(kind, status) {
  return picture(34, 22, (ctx) => drawOutline(ctx, { x: 2, y: 2, w: 30, h: 18 }, nodeLook(kind, status)));
}

function showLegend() {
  const kinds = Object.keys(DATA.style.kinds).map((kind) =>
    element("li", {}, symbol(kind, "Asserted"), element("span", {}, DATA.labels.kinds[kind])));
  const statuses = Object.entries(DATA.style.statuses).map(([status, line]) =>
    element("li", { "data-status": status }, [
      picture(70, 22, (ctx) => drawLink(ctx, 2, 11, 64, line, line[theme()])),
      symbol("Event", status),
      element("span", {}, element("b", {}, statusWord(status)), ` : ${WORDS.statuses[status].comment}`),
    ]));
  document.getElementById("legend-content").replaceChildren(
    element("h3", {}, WORDS.legend_kinds),
    element("ul", { class: "kinds" }, kinds),
    element("h3", {}, WORDS.legend_statuses),
    element("ul", { class: "statuses" }, statuses),
    element("p", { class: "small" }, WORDS.legend_note),
  );
}
