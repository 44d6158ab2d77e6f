// What a change of the reader's choices changes in the page, and the first picture.

const FILTERS = ["kinds", "classes", "statuses", "sources", "documents", "from", "to", "undated", "least", "alone"];
const SHOW = { graph: showGraph, timeline: showTimeline, map: showMap, table: showTable, query: showQueries, decisions: showDecisions };
let drawnOnce = false;

function showGraph() {
  redrawGraph();
  markSelection();
  if (drawnOnce) return;
  drawnOnce = true;
  fitAll();
}

function showView() {
  for (const view of VIEWS) {
    byId(`view-${view}`).hidden = view !== STATE.view;
    document.querySelector(`#views [data-view="${view}"]`).setAttribute("aria-pressed", String(view === STATE.view));
  }
  byId("save-png").disabled = !["graph", "map"].includes(STATE.view);
  byId("save-svg").disabled = STATE.view !== "graph";
  SHOW[STATE.view]();
}

function showSummary() {
  byId("summary").textContent = fill(WORDS.summary, {
    documents: DOCUMENTS.length,
    entities: NODES.filter((node) => node.kind !== "Event").length,
    events: NODES.filter((node) => node.kind === "Event").length,
    claims: CLAIMS.length,
  });
}

function chooseLanguage() {
  STATE.language = STATE.language || browserLanguage();
  speak(STATE.language);
  byId("language").value = STATE.language;
  showSummary();
}

listen((changed) => {
  const any = (...names) => names.some((name) => changed.has(name));
  if (any("language")) chooseLanguage();
  if (any("theme")) light(STATE.theme);
  if (any("language", "theme")) showLegend();
  if (any(...FILTERS)) applyFilters();
  if (any(...FILTERS, "language", "theme")) showFacets();
  if (any("text") && search.value !== STATE.text) search.value = STATE.text;
  if (any(...FILTERS, "text", "language", "theme")) refreshList();
  if (any("node", "edge")) {
    highlight();
    markListed();
  }
  if (any("node", "edge", "language", ...FILTERS)) showSelection();
  if (any("view", "node", "edge", "language", "theme", "rows", ...FILTERS)) showView();
  if (any("node", "edge")) follow();
});

// Brings what was selected into sight, where it can be.
function follow() {
  const target = STATE.node !== null ? STATE.node : null;
  if (target === null) return;
  if (STATE.view === "graph") travelTo(target);
  if (STATE.view === "timeline") scrollToEvent(target);
}

for (const button of document.querySelectorAll("#views [data-view]")) {
  button.addEventListener("click", () => update({ view: button.dataset.view }));
}
byId("language").addEventListener("change", (event) => update({ language: event.target.value }, "refine"));
byId("theme").addEventListener("click", () => update({ theme: theme() === "dark" ? "light" : "dark" }, "refine"));
DARK.addEventListener("change", () => { if (!STATE.theme) update({ theme: null }, "refine"); });
byId("fit").addEventListener("click", fitAll);
byId("physics").addEventListener("click", () => setMoving(!moving));
byId("reset").addEventListener("click", resetFilters);
byId("save-png").addEventListener("click", savePng);
byId("save-svg").addEventListener("click", saveSvg);
byId("print").addEventListener("click", () => window.print());
document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === "Escape" && !document.querySelector("dialog[open]")) clearSelection();
  if (event.key === "/" && !typing) {
    event.preventDefault();
    search.focus();
  }
});
new ResizeObserver(() => {
  if (STATE.view === "map") drawMap();
  if (STATE.view === "timeline") fillRows();
}).observe(byId("stage"));

followAddress();
setTimeout(foldLater, 200);
document.documentElement.dataset.ready = "true";
// for notebooks and tests: nothing on the page reads it
window.kgView = {
  network, STATE, DATA, DRAWN, NODES, EDGES, searchFor, update, decisionLines, asCsv,
  spotOf: (id) => onMap(NODES[nodeById.get(id).i].place[1], mercator(NODES[nodeById.get(id).i].place[0])),
  selectNode: (id) => selectNode(nodeById.get(id).i),
  selectEdge: (id) => selectEdge(edgeById.get(id).i),
};
