// The page's data and what it means: look-ups and words, no drawing.

const DATA = JSON.parse(document.getElementById("data").textContent);
const WORDS = DATA.messages;
const DARK = window.matchMedia("(prefers-color-scheme: dark)");

const nodeById = new Map(DATA.nodes.map((node) => [node.id, node]));
const edgeById = new Map(DATA.edges.map((edge) => [edge.id, edge]));
const claimById = new Map(DATA.claims.map((claim) => [claim.id, claim]));
const collator = new Intl.Collator(DATA.language, { numeric: true });

function theme() {
  return DARK.matches ? "dark" : "light";
}

function statusWord(status) {
  return WORDS.statuses[status].label;
}

function claimStatus(claim) {
  return claim.disputed ? "Disputed" : claim.status;
}

function predicateLabel(name) {
  return DATA.labels.predicates[name] || name;
}

function typeLabel(node) {
  if (node.kind === "Event") return DATA.labels.classes[node.type] || node.type || DATA.labels.kinds.Event;
  return DATA.labels.kinds[node.kind];
}

// What a claim's object is called: a node's label, a class's label, or the literal itself.
function objectLabel(claim) {
  const node = nodeById.get(claim.object);
  return node ? node.label : DATA.labels.classes[claim.object] || claim.object;
}

// "agent (alleged)": a link that is not asserted is never named without its status.
function edgeLabel(edge) {
  const label = predicateLabel(edge.predicate).slice(0, 60);
  return edge.status === "Asserted" ? label : fill(WORDS.shown_as, { label, status: statusWord(edge.status) });
}

function isWebLink(url) {
  return typeof url === "string" && /^https?:\/\//i.test(url);
}
