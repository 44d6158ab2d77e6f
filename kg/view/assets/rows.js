// Results of a query as a table; a row selects the first node that it names.

const MOST_ROWS = 1000; // rows shown; the file has all
let answerRows = null; // {head, rows} of plain values, for the file

function showAnswer(answer, milliseconds, prefixes) {
  const status = byId("query-status");
  byId("save-answer").disabled = true;
  if ("triples" in answer) {
    const lines = answer.triples.split("\n").filter(Boolean);
    byId("answer").replaceChildren(element("caption", {}, element("pre", { class: "foreign" }, lines.slice(0, MOST_ROWS).join("\n"))));
    status.textContent = fill(WORDS.query_rows, { count: lines.length, milliseconds });
    return;
  }
  if ("boolean" in answer) {
    byId("answer").replaceChildren();
    status.textContent = answer.boolean ? WORDS.query_yes : WORDS.query_no;
    return;
  }
  const head = answer.head.vars;
  const rows = answer.results.bindings;
  answerRows = { head, rows: rows.map((row) => head.map((name) => (row[name] ? row[name].value : ""))) };
  byId("save-answer").disabled = rows.length === 0;
  byId("answer").replaceChildren(
    element("caption", { class: "unseen" }, WORDS.query_results),
    element("thead", {}, element("tr", {}, head.map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, rows.slice(0, MOST_ROWS).map((row) => answerRow(head, row, prefixes))),
  );
  const shown = fill(WORDS.query_rows, { count: rows.length, milliseconds });
  status.textContent = rows.length > MOST_ROWS ? `${shown} ${fill(WORDS.query_cut, { count: MOST_ROWS })}` : shown;
}

function answerRow(head, row, prefixes) {
  const target = head.map((name) => row[name] && targetOf(row[name])).find(Boolean);
  const made = element("tr", { class: target ? "clickable" : null }, head.map((name) => element("td", {}, answerCell(row[name], prefixes))));
  if (target) {
    made.addEventListener("click", (event) => {
      if (event.target.closest("button")) return;
      selectNode(target.node);
    });
  }
  return made;
}

// The node that an IRI stands for; a claim's IRI stands for its subject.
function targetOf(term) {
  const match = term.type === "uri" && /\/(entity|event|claim)\/([^/#?]+)$/.exec(term.value);
  if (!match) return null;
  const id = decodeURIComponent(match[2]);
  const node = match[1] === "claim" ? claimById.get(id) && NODES[claimById.get(id).subject] : nodeById.get(id);
  return node ? { node: node.i, kind: match[1] } : null;
}

function answerCell(term, prefixes) {
  if (!term) return "";
  const target = targetOf(term);
  if (target && target.kind !== "claim") return nodeButton(target.node);
  if (target) {
    return foreign("button", claimWords(claimById.get(/[^/]+$/.exec(term.value)[0])), {
      type: "button", class: "link", onclick: () => selectNode(target.node),
    });
  }
  return foreign("span", shorten(term.type === "uri" ? shortIri(term.value, prefixes) : term.value, 400));
}

function shortIri(iri, prefixes) {
  const found_ = prefixes.filter(([, base]) => iri.startsWith(base)).sort((a, b) => b[1].length - a[1].length)[0];
  return found_ ? found_[0] + iri.slice(found_[1].length) : iri;
}

byId("save-answer").addEventListener("click", () => {
  saveFile("query.csv", "text/csv", asCsv(answerRows.head, answerRows.rows));
});
