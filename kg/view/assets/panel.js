// The evidence panel: every claim about a node or link with its status, source, sentence and document.

const panel = byId("panel");
const FEW = 25; // claims shown before asking for more

function showSelection() {
  document.body.classList.toggle("selected", STATE.node !== null || STATE.edge !== null);
  if (STATE.node !== null) showNode(NODES[STATE.node]);
  else if (STATE.edge !== null) showEdge(EDGES[STATE.edge]);
  else showStart();
}

function showNode(node) {
  const claims = (numbersOf) => numbersOf.map((i) => CLAIMS[i]);
  showPanel(
    nodeHead(node),
    figures(node),
    whyOne(node),
    sameHappening(node),
    claimSection(WORDS.claims_about, claims(node.about), node),
    claimSection(WORDS.claims_links, claims(node.links), node),
    claimSection(WORDS.claims_source, claims(node.said), node),
  );
}

function showEdge(edge) {
  const head = element("div", { class: "head" }, [
    element("p", { class: "type" }, predicateLabel(edge.predicate), " ", badge(edge.status)),
    element("h2", {}, nodeButton(edge.from), " → ", nodeButton(edge.to)),
    element("p", { class: "small" }, fill(WORDS.independent_count, { count: edge.independent })),
  ]);
  showPanel(head, claimSection(WORDS.claims_about, edge.claims.map((i) => CLAIMS[i])));
}

function showPanel(...parts) {
  const close = element("button", { type: "button", class: "close", onclick: clearSelection }, WORDS.close);
  panel.replaceChildren(close, ...parts.filter(Boolean));
  panel.scrollTop = 0;
}

function nodeHead(node) {
  const names = node.names.map(([text, language]) => foreign("li", text, { lang: language }));
  return element("div", { class: "head" }, [
    element("p", { class: "type" }, typeLabel(node), " ", node.status ? badge(node.status) : null),
    foreign("h2", node.label),
    names.length ? element("p", { class: "small" }, WORDS.names) : null,
    names.length ? element("ul", { class: "names" }, names) : null,
    authorities(node),
    element("p", { class: "small" }, fill(WORDS.mentions, {
      mentions: node.mentions, documents: node.documents.length,
    })),
    nodeActions(node),
  ]);
}

function nodeActions(node) {
  const expand = () => {
    grow(node.i);
    redrawGraph();
  };
  return element("div", { class: "actions" }, [
    element("button", { type: "button", class: "small-button", onclick: expand }, WORDS.expand),
    STATE.view === "graph" ? null : element("button", {
      type: "button", class: "small-button", onclick: () => update({ view: "graph" }),
    }, WORDS.show_graph),
    decisionMenu(node),
  ]);
}

// The claims that the filters let through first; the others stay within reach.
function claimSection(title, claims, node) {
  if (!claims.length) return null;
  const passing = claims.filter((claim) => FILTER.facts[claim.i]);
  const others = claims.filter((claim) => !FILTER.facts[claim.i]);
  const ordered = [...passing, ...others];
  const held = element("div", {}, ordered.slice(0, FEW).map((claim) => claimCard(claim, node)));
  return element("section", {}, [
    element("h3", {}, `${title} (${numbers.format(claims.length)})`),
    others.length ? element("p", { class: "small" }, fill(WORDS.filtered_out, { count: others.length })) : null,
    held,
    ordered.length > FEW ? moreButton(held, ordered.slice(FEW), node) : null,
  ]);
}

function moreButton(held, rest, node) {
  const button = element("button", { type: "button", class: "small-button" }, fill(WORDS.more, { count: rest.length }));
  button.addEventListener("click", () => {
    held.append(...rest.splice(0, FEW * 4).map((claim) => claimCard(claim, node)));
    button.textContent = fill(WORDS.more, { count: rest.length });
    if (!rest.length) button.remove();
  });
  return button;
}

function claimCard(claim) {
  return element("article", { class: "claim", "data-status": claimStatus(claim), "data-claim": claim.id }, [
    claimTitle(claim),
    element("dl", {}, [
      ...pair(WORDS.sources, sourceNames(claim)),
      ...pair(WORDS.independent, claim.independent),
      ...pair(WORDS.confidence, new Intl.NumberFormat(STATE.language, { style: "percent" }).format(claim.confidence)),
    ]),
    ...evidenceOf(claim),
    element("button", {
      type: "button", class: "small-button", onclick: () => decide({ kind: "reject", who: [claim.id] }, claimWords(claim)),
    }, WORDS.reject),
  ]);
}

function claimTitle(claim) {
  const value = claim.object >= 0 ? nodeButton(claim.object) : foreign("span", objectLabel(claim));
  return element("h4", {}, [
    nodeButton(claim.subject),
    element("span", { class: "predicate" }, ` ${predicateLabel(claim.predicate)} `),
    value,
    " ",
    badge(claim.status),
    claim.disputed ? badge("Disputed") : null,
  ]);
}

function claimWords(claim) {
  const words = `${NODES[claim.subject].label} · ${predicateLabel(claim.predicate)} · ${objectLabel(claim)}`;
  return withStatus(words, claimStatus(claim));
}

function pair(term, ...values) {
  return [element("dt", {}, term), element("dd", {}, ...values)];
}

function sourceNames(claim) {
  if (!claim.sources.length) return WORDS.no_source;
  return claim.sources.flatMap((i, k) => (k ? [", ", nodeButton(i)] : [nodeButton(i)]));
}
