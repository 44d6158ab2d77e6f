// Small drawings with the graph's own shapes and lines, and the legend made of them.

const pictures = new Map(); // what a small drawing shows -> its address, so that thousands of list items share it

function picture(name, width, height, paint) {
  const key = `${name} ${theme()}`;
  if (!pictures.has(key)) {
    const canvas = element("canvas", {});
    canvas.width = width * 2;
    canvas.height = height * 2;
    const ctx = canvas.getContext("2d");
    ctx.scale(2, 2);
    paint(ctx);
    pictures.set(key, canvas.toDataURL());
  }
  return element("img", { class: "picture", alt: "", width, height, src: pictures.get(key) });
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
  return picture(`${kind} ${status}`, 34, 22, (ctx) => drawOutline(ctx, { x: 2, y: 2, w: 30, h: 18 }, nodeLook(kind, status)));
}

function lineSign(status) {
  const line = DATA.style.statuses[status];
  return picture(`line ${status}`, 38, 16, (ctx) => drawLink(ctx, 1, 8, 36, line, line[theme()]));
}

function showLegend() {
  const kinds = Object.keys(DATA.style.kinds).map((kind) =>
    element("li", {}, symbol(kind, "Asserted"), element("span", {}, LABELS.kinds[kind])));
  const statuses = Object.keys(DATA.style.statuses).map((status) =>
    element("li", { "data-status": status, title: WORDS.statuses[status].comment }, [
      lineSign(status),
      element("span", {}, element("b", {}, statusWord(status)), element("span", { class: "comment" }, WORDS.statuses[status].comment)),
    ]));
  byId("legend-content").replaceChildren(
    element("ul", { class: "kinds", "aria-label": WORDS.legend_kinds }, kinds),
    element("ul", { class: "statuses", "aria-label": WORDS.legend_statuses }, statuses),
    element("p", { class: "small" }, WORDS.legend_note),
  );
}
