// Selecting, and the first picture.

function selectNode(id, travel) {
  network.unselectAll();
  network.selectNodes([id], false);
  const edges = DATA.edges.filter((edge) => edge.from === id || edge.to === id);
  highlight([id, ...edges.flatMap((edge) => [edge.from, edge.to])], edges.map((edge) => edge.id));
  if (travel) network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: false });
  markListed(id);
  showNode(id);
}

function selectEdge(id) {
  const edge = edgeById.get(id);
  network.unselectAll();
  network.selectEdges([id]);
  highlight([edge.from, edge.to], [id]);
  markListed(null);
  showEdge(id);
}

function clearSelection() {
  network.unselectAll();
  highlight([], []);
  markListed(null);
  showNothing();
}

function repaint() {
  for (const paint of repaints) paint();
  visEdges.update(DATA.edges.map(edgeLook));
  network.redraw();
}

document.getElementById("summary").textContent = fill(WORDS.summary, {
  documents: Object.keys(DATA.documents).length,
  entities: DATA.nodes.filter((node) => node.kind !== "Event").length,
  events: DATA.nodes.filter((node) => node.kind === "Event").length,
  claims: DATA.claims.length,
});
document.getElementById("fit").addEventListener("click", fitAll);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") clearSelection(); });
DARK.addEventListener("change", repaint);

showLegend();
filterList();
showNothing();
fitAll();
// for notebooks and tests: nothing on the page reads it
window.kgView = { network, selectNode, selectEdge };
