// A clean report for the printer: the selection with its evidence, or else the events that the filters let through.

const REPORTED = 300; // events of a report without a selection

function makeReport() {
  const report = byId("report");
  const chosen = STATE.node !== null || STATE.edge !== null;
  report.replaceChildren(
    element("h1", {}, WORDS.report),
    element("p", { class: "small" }, byId("summary").textContent),
    ...(chosen ? reportSelection() : reportEvents()),
    element("h2", {}, WORDS.facet_documents),
    element("ul", {}, DOCUMENTS.slice(0, REPORTED).map((known) => foreign("li",
      [known.title, known.publisher, known.date, known.identifier, known.url].filter(Boolean).join(", ")))),
  );
}

function reportSelection() {
  const title = STATE.node !== null
    ? foreign("h2", withStatus(NODES[STATE.node].label, NODES[STATE.node].status))
    : element("h2", {}, withStatus(predicateLabel(EDGES[STATE.edge].predicate), EDGES[STATE.edge].status));
  const numbersOf = STATE.node !== null ? [...NODES[STATE.node].about, ...NODES[STATE.node].links] : EDGES[STATE.edge].claims;
  return [title, ...numbersOf.map((i) => reportClaim(CLAIMS[i]))];
}

function reportEvents() {
  const events = NODES.filter((node) => node.kind === "Event" && FILTER.nodes[node.i])
    .sort((a, b) => (a.span ? a.span[0] : Infinity) - (b.span ? b.span[0] : Infinity) || a.i - b.i);
  return events.slice(0, REPORTED).map((node) => element("section", {}, [
    foreign("h2", withStatus(node.label, node.status)),
    [...node.about, ...node.links].filter((i) => FILTER.facts[i]).slice(0, 40).map((i) => reportClaim(CLAIMS[i])),
  ]));
}

function reportClaim(claim) {
  const sentence = SENTENCES[claim.evidence[0]];
  const by = claim.sources.length ? claim.sources.map(sourceLabel).join(", ") : WORDS.no_source;
  return element("div", { class: "reported" }, [
    foreign("p", claimWords(claim), { class: "said" }),
    foreign("blockquote", sentenceText(sentence)),
    foreign("p", `${WORDS.sources} ${by} — ${citation(sentence).split("» — ").pop()}`, { class: "small" }),
  ]);
}

window.addEventListener("beforeprint", makeReport);
window.addEventListener("afterprint", () => byId("report").replaceChildren());
