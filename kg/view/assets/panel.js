// The evidence panel: every claim about a node or link with its status, source, sentence and document.

const panel = document.getElementById("panel");

function showNothing() {
  panel.replaceChildren(element("p", { class: "empty" }, WORDS.panel_empty));
}

function showNode(id) {
  const node = nodeById.get(id);
  const about = DATA.claims.filter((c) => c.subject === id && !nodeById.has(c.object));
  const links = DATA.claims.filter((c) => nodeById.has(c.object) && (c.subject === id || c.object === id));
  const said = DATA.claims.filter((c) => c.sources.includes(id));
  showPanel(
    nodeHead(node),
    claimSection(WORDS.claims_about, about),
    claimSection(WORDS.claims_links, links),
    claimSection(WORDS.claims_source, said),
  );
}

function showEdge(id) {
  const edge = edgeById.get(id);
  const head = element("div", { class: "head" }, [
    element("p", { class: "type" }, predicateLabel(edge.predicate), " ", badge(edge.status)),
    element("h2", {}, nodeButton(edge.from), " → ", nodeButton(edge.to)),
  ]);
  showPanel(head, claimSection(WORDS.claims_about, edge.claims.map((claim) => claimById.get(claim))));
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
    element("p", { class: "small" }, fill(WORDS.mentions, node)),
  ]);
}

function claimSection(title, claims) {
  if (!claims.length) return null;
  return element("section", {}, [element("h3", {}, title), ...claims.map(claimCard)]);
}

function claimCard(claim) {
  return element("article", { class: "claim", "data-status": claimStatus(claim) }, [
    claimTitle(claim),
    element("dl", {}, [
      ...pair(WORDS.sources, sourceNames(claim)),
      ...pair(WORDS.independent, claim.independent),
      ...pair(WORDS.confidence, new Intl.NumberFormat(DATA.language, { style: "percent" }).format(claim.confidence)),
    ]),
    ...claim.evidence.map(evidenceBlock),
  ]);
}

function claimTitle(claim) {
  const ends = nodeById.has(claim.object) ? nodeButton(claim.object) : foreign("span", objectLabel(claim));
  return element("h4", {}, [
    nodeButton(claim.subject),
    element("span", { class: "predicate" }, ` ${predicateLabel(claim.predicate)} `),
    ends,
    " ",
    badge(claim.status),
    claim.disputed ? badge("Disputed") : null,
  ]);
}

function badge(status) {
  return element("span", { class: "status", "data-status": status }, statusWord(status));
}

function pair(term, ...values) {
  return [element("dt", {}, term), element("dd", {}, ...values)];
}

function sourceNames(claim) {
  if (!claim.sources.length) return WORDS.no_source;
  return claim.sources.flatMap((id, i) => (i ? [", ", nodeButton(id)] : [nodeButton(id)]));
}

function nodeButton(id) {
  const node = nodeById.get(id);
  const label = node.label.length > 200 ? `${node.label.slice(0, 200)}…` : node.label;
  return foreign("button", label, { type: "button", class: "link", onclick: () => selectNode(id) });
}

function evidenceBlock(evidence) {
  const known = DATA.documents[evidence.document];
  return element("figure", {}, [
    element("blockquote", { dir: "auto", class: "foreign", lang: known.language }, marked(evidence)),
    element("figcaption", {}, [
      known.title ? foreign("span", known.title, { class: "title" }) : null,
      known.publisher ? foreign("span", known.publisher) : null,
      element("span", {}, known.date || WORDS.no_date),
      foreign("span", `${known.identifier} [${evidence.begin}:${evidence.end}]`, { class: "identifier" }),
      isWebLink(known.url) ? webLink(known.url) : null,
      element("span", { class: "rule" }, `${WORDS.rule} ${evidence.rule}`),
    ]),
  ]);
}

function webLink(url) {
  return element("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, WORDS.open);
}

// The sentence with its words marked; positions are code points.
function marked(evidence) {
  const characters = Array.from(evidence.quote);
  const parts = [];
  let at = 0;
  for (const [begin, end, kind] of evidence.marks) {
    parts.push(characters.slice(at, begin).join(""));
    parts.push(element("mark", { class: kind }, characters.slice(begin, end).join("")));
    at = end;
  }
  parts.push(characters.slice(at).join(""));
  return parts;
}
