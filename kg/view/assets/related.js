// What the panel says above the claims: figures side by side, why several mentions are one entity.

const COUNTS = ["killed", "injured", "arrested", "affected", "date"];

// Values of one predicate that differ, each with who says so and when; also a single one, for it is what is asked first.
function figures(node) {
  const rows = COUNTS.flatMap((predicate) => {
    const claims = node.about.map((i) => CLAIMS[i]).filter((claim) => claim.predicate === predicate);
    const values = new Set(claims.map((claim) => claim.value));
    return claims.map((claim, k) => figureRow(claim, k === 0 ? claims.length : 0, values.size > 1));
  });
  if (!rows.length) return null;
  return element("table", { class: "figures" }, [
    element("caption", {}, WORDS.figures),
    element("thead", {}, element("tr", {}, [WORDS.figure, WORDS.value, WORDS.sources, WORDS.published].map((word) =>
      element("th", { scope: "col" }, word)))),
    element("tbody", {}, rows),
  ]);
}

function figureRow(claim, span, differ) {
  const dates = [...new Set(claim.evidence.map((i) => DOCUMENTS[SENTENCES[i].document].date || WORDS.no_date))].sort();
  return element("tr", { class: differ ? "differ" : null }, [
    span ? element("th", { scope: "rowgroup", rowspan: span }, predicateLabel(claim.predicate),
      differ ? element("span", { class: "note" }, WORDS.differ) : null) : null,
    element("td", {}, foreign("b", claim.value), " ", claimStatus(claim) === "Asserted" ? null : badge(claimStatus(claim))),
    element("td", {}, claim.sources.length ? foreign("span", claim.sources.map(sourceLabel).join(", ")) : WORDS.no_source),
    element("td", {}, foreign("span", dates.join(", "))),
  ]);
}

function whyOne(node) {
  if (!node.merges.length) return null;
  return element("details", { class: "why" }, [
    element("summary", {}, fill(WORDS.why_one, { count: node.merges.length + 1 })),
    element("ul", {}, node.merges.map((merge) => element("li", {}, [
      foreign("span", merge.reason),
      ` (${new Intl.NumberFormat(STATE.language, { style: "percent" }).format(merge.score)}) `,
      element("button", {
        type: "button", class: "small-button", onclick: () => decide({ kind: "different", who: [merge.left, merge.right] }, node.label),
      }, WORDS.not_same),
    ]))),
  ]);
}

// Events of other documents that may be the same happening: side by side, never one.
function sameHappening(node) {
  if (!node.same.length) return null;
  return element("details", { class: "why", open: true }, [
    element("summary", {}, fill(WORDS.same_happening, { count: node.same.length })),
    element("ul", {}, node.same.map(({ other, score, reason }) => element("li", {}, [
      nodeButton(other), " ", foreign("span", reason),
      ` (${new Intl.NumberFormat(STATE.language, { style: "percent" }).format(score)}) `,
      element("button", {
        type: "button", class: "small-button",
        onclick: () => decide({ kind: "different", who: [node.id, NODES[other].id] }, node.label),
      }, WORDS.not_same),
    ]))),
  ]);
}

function authorities(node) {
  if (!node.authority.length) return null;
  return element("ul", { class: "names" }, node.authority.map(([scheme, id, reason, around]) =>
    foreign("li", [`${scheme} ${id} : ${reason}`, ...around].join(" › "))));
}
