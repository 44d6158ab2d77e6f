// What the reader has chosen; all of it stands in the address, so that a view can be kept, sent, and gone back to.

const VIEWS = ["graph", "timeline", "map", "table", "query", "decisions"];
const SETS = { kinds: "k", classes: "c", statuses: "s", sources: "by", documents: "d" };
const STATE = {
  view: "graph", node: null, edge: null, text: "", kinds: new Set(), classes: new Set(), statuses: new Set(),
  sources: new Set(), documents: new Set(), from: null, to: null, undated: true, least: 1, alone: false,
  language: null, theme: null, rows: "events",
};
const listeners = [];

function listen(run) {
  listeners.push(run);
}

// changes: some of STATE; a step is kept in the history unless it only refines
function update(changes, step = "selection") {
  Object.assign(STATE, changes);
  writeAddress(step !== "refine");
  for (const run of listeners) run(new Set(Object.keys(changes)));
}

function writeAddress(kept) {
  const words = new URLSearchParams();
  const put = (name, value, plain) => { if (value !== plain && value !== null) words.set(name, value); };
  put("v", STATE.view, "graph");
  put("n", STATE.node === null ? null : NODES[STATE.node].id, null);
  put("e", STATE.edge === null ? null : EDGES[STATE.edge].id, null);
  put("q", STATE.text, "");
  for (const [name, short] of Object.entries(SETS)) {
    for (const value of [...STATE[name]].sort()) words.append(short, value);
  }
  put("from", STATE.from, null);
  put("to", STATE.to, null);
  put("u", STATE.undated ? "1" : "0", "1");
  put("min", String(STATE.least), "1");
  put("a", STATE.alone ? "1" : "0", "0");
  put("l", STATE.language, null);
  put("t", STATE.theme, null);
  put("r", STATE.rows, "events");
  const address = `#${words}`;
  if (address === (location.hash || "#")) return;
  try {
    history[kept ? "pushState" : "replaceState"](null, "", address);
  } catch {
    // a sandboxed frame has no history of its own: the view works, it just cannot be kept
  }
}

function readAddress() {
  const words = new URLSearchParams(location.hash.slice(1));
  const among = (value, allowed, plain) => (allowed.includes(value) ? value : plain);
  const dated = (value) => (/^\d{4}-\d\d-\d\d$/.test(value || "") ? value : null);
  const node = nodeById.get(words.get("n"));
  const edge = edgeById.get(words.get("e"));
  for (const [name, short] of Object.entries(SETS)) STATE[name] = new Set(words.getAll(short));
  STATE.kinds = new Set([...STATE.kinds].filter((kind) => kind in DATA.style.kinds));
  STATE.statuses = new Set([...STATE.statuses].filter((status) => status in DATA.style.statuses));
  Object.assign(STATE, {
    view: among(words.get("v"), VIEWS, "graph"),
    node: node ? node.i : null,
    edge: edge ? edge.i : null,
    text: words.get("q") || "",
    from: dated(words.get("from")),
    to: dated(words.get("to")),
    undated: words.get("u") !== "0",
    least: Math.max(1, parseInt(words.get("min") || "1", 10) || 1),
    alone: words.get("a") === "1",
    language: among(words.get("l"), LANGUAGES, null),
    theme: among(words.get("t"), ["light", "dark"], null),
    rows: among(words.get("r"), ["events", "entities", "claims"], "events"),
  });
}

function followAddress() {
  readAddress();
  for (const run of listeners) run(new Set(Object.keys(STATE)));
}
window.addEventListener("popstate", followAddress);
window.addEventListener("hashchange", followAddress);

const selectNode = (i) => update({ node: i, edge: null });
const selectEdge = (i) => update({ node: null, edge: i });
const clearSelection = () => update({ node: null, edge: null });

// A list in which a click adds or takes away.
function toggled(set, value) {
  const changed = new Set(set);
  if (!changed.delete(value)) changed.add(value);
  return changed;
}
