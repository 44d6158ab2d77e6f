// Events, entities and claims as tables: what the graph shows, for eyes, keyboards, screen readers and spreadsheets.

const PAGE = 100; // rows of a page
const table = { sort: 0, down: false, page: 0, text: "" };

function showTable() {
  for (const button of document.querySelectorAll("#rows button")) {
    button.setAttribute("aria-pressed", String(button.dataset.rows === STATE.rows));
  }
  const { columns } = TABLES[STATE.rows];
  const rows = tableRows();
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  table.page = Math.min(table.page, pages - 1);
  const from = table.page * PAGE;
  byId("table").replaceChildren(
    element("caption", { class: "unseen" }, WORDS[`rows_${STATE.rows}`]),
    element("thead", {}, element("tr", {}, columns.map(headCell))),
    element("tbody", {}, rows.slice(from, from + PAGE).map(tableRow)),
  );
  byId("rows-count").textContent = rows.length
    ? fill(WORDS.rows_shown, {
      from: from + 1, to: Math.min(rows.length, from + PAGE), total: rows.length,
    })
    : WORDS.search_none;
  byId("back").disabled = table.page === 0;
  byId("forth").disabled = table.page >= pages - 1;
}

function tableRows() {
  const { rows, words, columns } = TABLES[STATE.rows];
  const wanted = fold(table.text).split(/\s+/).filter(Boolean);
  const found_ = rows().filter((row) => wanted.every((word) => words(row).includes(word)));
  const column = columns[Math.min(table.sort, columns.length - 1)];
  const keyed = found_.map((row) => [column.value(row), row]);
  const compare = column.numeric ? (a, b) => a[0] - b[0] : (a, b) => collator.compare(a[0], b[0]);
  keyed.sort(table.down ? (a, b) => compare(b, a) : compare);
  return keyed.map(([, row]) => row);
}

function headCell(column, k) {
  const active = table.sort === k;
  const sign = active ? (table.down ? " ▼" : " ▲") : "";
  return element("th", { scope: "col", "aria-sort": active ? (table.down ? "descending" : "ascending") : null },
    element("button", { type: "button", onclick: () => sortBy(k) }, WORDS.columns[column.head],
      element("span", { "aria-hidden": "true" }, sign)));
}

function sortBy(k) {
  table.down = table.sort === k ? !table.down : Boolean(TABLES[STATE.rows].columns[k].numeric);
  table.sort = k;
  table.page = 0;
  showTable();
  document.querySelectorAll("#table th button")[k].focus();
}

function tableRow(row) {
  const { columns, node } = TABLES[STATE.rows];
  const current = STATE.node === node(row) ? "true" : null;
  return element("tr", { "aria-current": current, "data-node": NODES[node(row)].id }, columns.map((column) => {
    if (column.show) return element("td", {}, column.show(row));
    const value = column.value(row);
    const text = typeof value === "number" ? numbers.format(value) : shorten(value, column.wide ? 220 : 140);
    return foreign("td", text, { class: column.numeric ? "numeric" : column.wide ? "wide" : "" });
  }));
}

function saveTable(kind) {
  const { columns } = TABLES[STATE.rows];
  const head = columns.map((column) => column.head);
  const rows = tableRows().map((row) => columns.map((column) => column.value(row)));
  if (kind === "csv") saveFile(`${STATE.rows}.csv`, "text/csv", asCsv(head, rows));
  else saveFile(`${STATE.rows}.json`, "application/json", asJson(head, rows));
}

function turnPage(step) {
  table.page = Math.max(0, table.page + step);
  showTable();
  byId("view-table").scrollTop = 0;
}

byId("table-text").addEventListener("input", debounce(() => {
  table.text = byId("table-text").value;
  table.page = 0;
  showTable();
}, 120));
byId("back").addEventListener("click", () => turnPage(-1));
byId("forth").addEventListener("click", () => turnPage(1));
byId("save-csv").addEventListener("click", () => saveTable("csv"));
byId("save-json").addEventListener("click", () => saveTable("json"));
for (const button of document.querySelectorAll("#rows button")) {
  button.addEventListener("click", () => {
    Object.assign(table, { sort: 0, down: false, page: 0 });
    update({ rows: button.dataset.rows });
  });
}
