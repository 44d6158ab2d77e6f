// The searchable list: the graph's equal for the keyboard and the screen reader.

const search = document.getElementById("search");
const listed = DATA.nodes
  .map((node) => ({
    node,
    words: fold([node.label, typeLabel(node), ...node.names.map((name) => name[0])].join(" ")),
    item: listItem(node),
  }))
  .sort((a, b) => collator.compare(a.node.label, b.node.label));

function listItem(node) {
  const type = node.status && node.status !== "Asserted"
    ? fill(WORDS.shown_as, { label: typeLabel(node), status: statusWord(node.status) })
    : typeLabel(node);
  const label = node.label.length > 120 ? `${node.label.slice(0, 120)}…` : node.label;
  const button = element("button", { type: "button", "data-node": node.id, onclick: () => selectNode(node.id, true) }, [
    symbol(node.kind, node.status || "Asserted"),
    element("span", {}, [foreign("span", label, { class: "label" }), element("span", { class: "type" }, type)]),
  ]);
  return element("li", {}, button);
}

function filterList() {
  const wanted = fold(search.value).split(/\s+/).filter(Boolean);
  const found = listed.filter(({ words }) => wanted.every((word) => words.includes(word)));
  document.getElementById("nodes").replaceChildren(...found.map(({ item }) => item));
  document.getElementById("results").textContent = found.length
    ? fill(WORDS.results, { count: found.length, total: listed.length })
    : WORDS.search_none;
}

function markListed(id) {
  for (const { node, item } of listed) {
    const button = item.firstChild;
    if (node.id === id) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

search.addEventListener("input", filterList);
search.addEventListener("keydown", (event) => {
  const first = document.querySelector("#nodes button");
  if (!first || (event.key !== "ArrowDown" && event.key !== "Enter")) return;
  event.preventDefault();
  if (event.key === "Enter") first.click();
  else first.focus();
});
document.getElementById("nodes").addEventListener("keydown", (event) => {
  const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  if (!step) return;
  event.preventDefault();
  const item = event.target.closest("li")[step];
  (item ? item.firstChild : search).focus();
});
