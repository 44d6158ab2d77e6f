// Where to begin, when nothing is selected: what contradicts itself, who is in the middle, what happened last.

const STARTS = 8; // of each

function showStart() {
  panel.replaceChildren(
    element("p", { class: "empty" }, WORDS.panel_empty),
    ...[
      startList(WORDS.start_disputed, EDGES.filter((e) => e.status === "Disputed" && FILTER.edges[e.i]).map(edgeStart)),
      startList(WORDS.start_differ, NODES.filter((node) => FILTER.nodes[node.i] && differs(node)).map(differStart)),
      startList(WORDS.start_central, NODES.filter((node) => FILTER.nodes[node.i] && node.kind !== "Event" && node.edges.length).map(nodeStart)),
      startList(WORDS.start_latest, latestEvents().map(nodeStart)),
    ].filter(Boolean),
  );
}

function startList(title, makers) {
  if (!makers.length) return null;
  return element("section", { class: "start" }, [
    element("h3", {}, title),
    element("ul", {}, makers.slice(0, STARTS).map((make) => element("li", {}, startItem(make())))),
  ]);
}

// A drawing, if there is one, and beside it the words.
function startItem(parts) {
  const [first, ...rest] = [parts].flat();
  return first.tagName === "IMG" ? [first, element("span", {}, rest)] : element("span", {}, first, rest);
}

function nodeStart(node) {
  return () => [
    symbol(node.kind, node.status || "Asserted"), nodeButton(node.i), " ",
    element("span", { class: "small" }, withStatus(node.dates.length ? node.dates[0].value : typeLabel(node), node.status)),
  ];
}

function edgeStart(edge) {
  return () => foreign("button", `${NODES[edge.from].label} · ${predicateLabel(edge.predicate)} · ${NODES[edge.to].label}`, {
    type: "button", class: "link", onclick: () => selectEdge(edge.i),
  });
}

// Different values of one count, each asserted by somebody.
function differingValues(node) {
  for (const predicate of COUNTS) {
    const values = new Set();
    for (const i of node.about) {
      if (CLAIMS[i].predicate === predicate && CLAIMS[i].status === "Asserted") values.add(CLAIMS[i].value);
    }
    if (values.size > 1) return { predicate, values: [...values] };
  }
  return null;
}

function differs(node) {
  return node.kind === "Event" && differingValues(node) !== null;
}

function differStart(node) {
  return () => {
    const { predicate, values } = differingValues(node);
    return [nodeButton(node.i), " ", foreign("span", `${predicateLabel(predicate)} : ${values.join(" / ")}`, { class: "small" })];
  };
}

function latestEvents() {
  return NODES.filter((node) => node.kind === "Event" && node.span && FILTER.nodes[node.i])
    .sort((a, b) => b.span[1] - a.span[1] || a.i - b.i).slice(0, STARTS);
}
