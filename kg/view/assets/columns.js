// The columns of the three tables. Each: word of its head, value for sorting and files, and, if it differs, what is shown.

function labelColumn(head, numberOf) {
  return { head, value: (row) => NODES[numberOf(row)].label, show: (row) => nodeButton(numberOf(row)) };
}

function roleColumn(head, wanted) {
  const numbersOf = (node) => node.links.map((i) => CLAIMS[i])
    .filter((claim) => claim.subject === node.i && wanted.includes(claim.predicate) && FILTER.facts[claim.i]);
  const plain = (claim) => withStatus(NODES[claim.object].label, claimStatus(claim));
  return {
    head,
    value: (node) => numbersOf(node).map(plain).join("; "),
    show: (node) => numbersOf(node).slice(0, 8).map((claim, k) => [
      k ? ", " : "", nodeButton(claim.object), claimStatus(claim) === "Asserted" ? "" : [" ", badge(claimStatus(claim))],
    ]),
  };
}

function countColumn(head, value) {
  return { head, value, numeric: true };
}

function statusColumn(statusOf) {
  return {
    head: "status",
    value: (row) => (statusOf(row) ? statusWord(statusOf(row)) : ""),
    show: (row) => (statusOf(row) ? badge(statusOf(row)) : ""),
  };
}

function dates(node) {
  return node.dates.map((date) => withStatus(date.value, date.status)).sort().join("; ");
}

function figuresOf(node) {
  return node.about.map((i) => CLAIMS[i]).filter((c) => COUNTS.includes(c.predicate) && c.predicate !== "date")
    .map((c) => withStatus(`${predicateLabel(c.predicate)} ${c.value}`, claimStatus(c))).join("; ");
}

const TABLES = {
  events: {
    rows: () => NODES.filter((node) => node.kind === "Event" && FILTER.nodes[node.i]),
    node: (node) => node.i,
    words: (node) => nameWords[node.i],
    columns: [
      labelColumn("event", (node) => node.i),
      { head: "class", value: (node) => typeLabel(node) },
      statusColumn((node) => node.status),
      { head: "date", value: dates },
      roleColumn("places", ["place", "origin", "destination"]),
      roleColumn("agents", ["agent", "participant"]),
      roleColumn("patients", ["patient"]),
      { head: "figures", value: figuresOf },
      countColumn("documents", (node) => node.documents.length),
    ],
  },
  entities: {
    rows: () => NODES.filter((node) => node.kind !== "Event" && FILTER.nodes[node.i]),
    node: (node) => node.i,
    words: (node) => nameWords[node.i],
    columns: [
      labelColumn("entity", (node) => node.i),
      { head: "type", value: (node) => typeLabel(node) },
      { head: "names", value: (node) => node.names.map((name) => name[0]).join("; ") },
      countColumn("links", (node) => node.links.length),
      countColumn("mentions", (node) => node.mentions),
      countColumn("documents", (node) => node.documents.length),
      { head: "place", value: (node) => (node.place ? node.place.map((d) => d.toFixed(3)).join(", ") : "") },
    ],
  },
  claims: {
    rows: () => CLAIMS.filter((claim) => FILTER.facts[claim.i]),
    node: (claim) => claim.subject,
    words: (claim) => `${nameWords[claim.subject]} ${claim.object < 0 ? fold(claim.value) : nameWords[claim.object]} ${fold(predicateLabel(claim.predicate))}`,
    columns: [
      labelColumn("subject", (claim) => claim.subject),
      { head: "predicate", value: (claim) => predicateLabel(claim.predicate) },
      {
        head: "object",
        value: objectLabel,
        show: (claim) => (claim.object >= 0 ? nodeButton(claim.object) : objectLabel(claim)),
      },
      statusColumn(claimStatus),
      {
        head: "sources",
        value: (claim) => (claim.sources.length ? claim.sources.map(sourceLabel).join("; ") : WORDS.no_source),
      },
      { head: "quote", value: (claim) => sentenceText(SENTENCES[claim.evidence[0]]), wide: true },
      { head: "document", value: (claim) => DOCUMENTS[SENTENCES[claim.evidence[0]].document].identifier },
      { head: "date", value: (claim) => DOCUMENTS[SENTENCES[claim.evidence[0]].document].date || "" },
      countColumn("independent", (claim) => claim.independent),
    ],
  },
};
