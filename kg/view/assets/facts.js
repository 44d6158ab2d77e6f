// What filters look at: every claim, and every node of which nothing is claimed, as one row each.

const ARTICLE = "-"; // the source of what no source is named for

const FACTS = [];
const factsOf = NODES.map(() => []); // node -> numbers of the facts that are about it

function addFact(fact, ends) {
  fact.i = FACTS.length;
  FACTS.push(fact);
  for (const end of ends) factsOf[end].push(fact.i);
}

for (const claim of CLAIMS) {
  const { status } = claim;
  const documents = [...new Set(claim.evidence.map((i) => SENTENCES[i].document))];
  const subject = NODES[claim.subject];
  addFact({
    claim: claim.i,
    node: claim.subject,
    other: claim.object,
    event: subject.kind === "Event",
    classes: subject.kind === "Event" ? subject.type : null,
    status: claim.disputed ? "Disputed" : status,
    sources: claim.sources.length ? claim.sources.map((i) => NODES[i].id) : [ARTICLE],
    documents: documents.map((i) => DOCUMENTS[i].identifier),
    independent: claim.independent,
  }, claim.object >= 0 && claim.object !== claim.subject ? [claim.subject, claim.object] : [claim.subject]);
}
for (const node of NODES) {
  if (factsOf[node.i].length) continue;
  addFact({
    claim: -1,
    node: node.i,
    other: -1,
    event: node.kind === "Event",
    classes: node.kind === "Event" ? node.type : null,
    status: node.status,
    sources: [],
    documents: node.documents.map((i) => DOCUMENTS[i].identifier),
    independent: 0,
  }, [node.i]);
}

// First and last day of all that is said of an event's date; without any, undefined.
for (const node of NODES) {
  const known = node.dates.filter((date) => date.begin !== null || date.end !== null);
  if (!known.length) continue;
  const begins = known.map((date) => (date.begin === null ? date.end : date.begin));
  const ends = known.map((date) => (date.end === null ? date.begin : date.end));
  node.span = [Math.min(...begins), Math.max(...ends)];
}
