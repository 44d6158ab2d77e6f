// The page's data and its look-ups: no words, no drawing.

const DATA = JSON.parse(await (await unpack("data")).text());
const NODES = records(DATA.nodes);
const EDGES = records(DATA.edges);
const CLAIMS = records(DATA.claims);
const DOCUMENTS = records(DATA.documents);
const SENTENCES = records(DATA.sentences);
const MERGES = records(DATA.merges);
const HAPPENINGS = records(DATA.happenings);
const SMALL = 1500; // up to here the whole graph is drawn

const nodeById = new Map(NODES.map((node) => [node.id, node]));
const claimById = new Map(CLAIMS.map((claim) => [claim.id, claim]));
for (const node of NODES) {
  Object.assign(node, { edges: [], about: [], links: [], said: [], merges: [], same: [], dates: [] });
  node.lines = DATA.lines[node.i];
  node.box = DATA.boxes[node.i];
}
for (const edge of EDGES) {
  edge.id = `${NODES[edge.from].id} ${edge.predicate} ${NODES[edge.to].id}`;
  NODES[edge.from].edges.push(edge.i);
  if (edge.to !== edge.from) NODES[edge.to].edges.push(edge.i);
}
const edgeById = new Map(EDGES.map((edge) => [edge.id, edge]));
for (const claim of CLAIMS) {
  const subject = NODES[claim.subject];
  (claim.object < 0 ? subject.about : subject.links).push(claim.i);
  if (claim.object >= 0 && claim.object !== claim.subject) NODES[claim.object].links.push(claim.i);
  for (const source of claim.sources) NODES[source].said.push(claim.i);
  if (claim.datatype === "edtf") subject.dates.push(dateOf(claim));
}
for (const merge of MERGES) NODES[merge.node].merges.push(merge);
for (const { left, right, score, reason } of HAPPENINGS) {
  NODES[left].same.push({ other: right, score, reason });
  NODES[right].same.push({ other: left, score, reason });
}

// Documents that copy each other have one number, others their own.
const copyGroup = DOCUMENTS.map((document) => document.i);
for (const group of DATA.copies) for (const number of group) copyGroup[number] = group[0];

function day(iso) {
  return iso === null ? null : Math.round(Date.parse(`${iso}T00:00:00Z`) / 86400000);
}

function dateOf(claim) {
  const [begin, end, yearless, approximate] = DATA.dates[claim.value] || [null, null, 0, 0];
  const status = claim.disputed ? "Disputed" : claim.status;
  return { claim: claim.i, value: claim.value, begin: day(begin), end: day(end), yearless, approximate, status };
}

function neighbours(node) {
  const found = new Set();
  for (const i of node.edges) {
    const edge = EDGES[i];
    found.add(edge.from === node.i ? edge.to : edge.from);
  }
  found.delete(node.i);
  return [...found].sort((a, b) => a - b);
}

// Texts count in code points, strings in halves of some: those texts are cut up once.
const letters = new Map();
function cut(document, begin, end) {
  const { text } = DOCUMENTS[document];
  if (!/[\ud800-\udfff]/.test(text)) return text.slice(Math.max(0, begin), end);
  if (!letters.has(document)) letters.set(document, Array.from(text));
  return letters.get(document).slice(Math.max(0, begin), end).join("");
}

function sentenceText(sentence) {
  return sentence.quote === null ? cut(sentence.document, sentence.begin, sentence.end) : sentence.quote;
}

function claimStatus(claim) {
  return claim.disputed ? "Disputed" : claim.status;
}

function isWebLink(url) {
  return typeof url === "string" && /^https?:\/\//i.test(url);
}
