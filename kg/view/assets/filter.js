// Which claims, nodes and links the filters let through, and how many each choice would.

const FILTER = {
  active: false, // whether anything but the kind of node is asked for
  facts: new Uint8Array(FACTS.length),
  nodes: new Uint8Array(NODES.length),
  edges: new Uint8Array(EDGES.length),
  counts: {},
  buckets: new Map(), // stretch of the period's axis -> events that the other filters let through
};
const [CLASS, STATUS, SOURCE, DOCUMENT, PERIOD, LEAST] = [1, 2, 4, 8, 16, 32];

function applyFilters() {
  const ask = {
    from: day(STATE.from), to: day(STATE.to),
    dated: STATE.from !== null || STATE.to !== null || !STATE.undated,
  };
  FILTER.active = Boolean(STATE.classes.size || STATE.statuses.size || STATE.sources.size || STATE.documents.size
    || ask.dated || STATE.least > 1);
  FILTER.counts = { kinds: new Map(), classes: new Map(), statuses: new Map(), sources: new Map(), documents: new Map() };
  FILTER.buckets = new Map();
  const seen = new Set(); // events already counted, by facet
  for (const fact of FACTS) {
    const failed = failures(fact, ask);
    FILTER.facts[fact.i] = failed === 0 ? 1 : 0;
    count(fact, failed, seen);
  }
  for (const node of NODES) {
    const told = factsOf[node.i].some((i) => FILTER.facts[i]);
    if (told) bump(FILTER.counts.kinds, node.kind);
    FILTER.nodes[node.i] = told && (!STATE.kinds.size || STATE.kinds.has(node.kind)) ? 1 : 0;
  }
  for (const edge of EDGES) {
    const ends = FILTER.nodes[edge.from] && FILTER.nodes[edge.to];
    FILTER.edges[edge.i] = ends && edge.claims.some((i) => FILTER.facts[i]) ? 1 : 0; // a claim's fact has its number
  }
}

function failures(fact, ask) {
  let failed = 0;
  if (STATE.classes.size && !STATE.classes.has(fact.classes)) failed |= CLASS;
  if (STATE.statuses.size && !STATE.statuses.has(fact.status)) failed |= STATUS;
  if (STATE.sources.size && !fact.sources.some((id) => STATE.sources.has(id))) failed |= SOURCE;
  if (STATE.documents.size && !fact.documents.some((id) => STATE.documents.has(id))) failed |= DOCUMENT;
  if (fact.independent < STATE.least && STATE.least > 1) failed |= LEAST;
  if (ask.dated && !inPeriod(NODES[fact.node], ask)) failed |= PERIOD;
  return failed;
}

function inPeriod(node, ask) {
  if (!node.span) return STATE.undated;
  return (ask.from === null || node.span[1] >= ask.from) && (ask.to === null || node.span[0] <= ask.to);
}

function count(fact, failed, seen) {
  const { counts } = FILTER;
  if (fact.event && fact.classes && !(failed & ~CLASS) && !seen.has(fact.node)) {
    seen.add(fact.node);
    bump(counts.classes, fact.classes);
  }
  if (fact.status && !(failed & ~STATUS) && fact.claim >= 0) bump(counts.statuses, fact.status);
  if (!(failed & ~SOURCE)) for (const id of fact.sources) bump(counts.sources, id);
  if (!(failed & ~DOCUMENT)) for (const id of fact.documents) bump(counts.documents, id);
  const key = ~fact.node; // never a node's number: those mark classes
  if (NODES[fact.node].span && !(failed & ~PERIOD) && !seen.has(key)) {
    seen.add(key);
    bump(FILTER.buckets, bucketOf(NODES[fact.node].span[0]));
  }
}

function bump(map, key) {
  map.set(key, (map.get(key) || 0) + 1);
}
