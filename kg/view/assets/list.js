// The searchable list: the graph's equal for the keyboard and the screen reader.

const search = byId("search");
const SHOWN = 150; // items shown before asking for more
let found = []; // of searchFor, what the filters let through
let foundTotal = 0;

function refreshList() {
  const matches = STATE.text.trim() ? searchFor(STATE.text) : alphabetical();
  foundTotal = NODES.length;
  found = matches.filter(({ node }) => FILTER.nodes[node]);
  const held = byId("nodes");
  held.replaceChildren(...found.slice(0, SHOWN).map(listItem));
  if (found.length > SHOWN) held.append(element("li", {}, moreItems(held)));
  byId("results").textContent = found.length
    ? fill(WORDS.results, { count: found.length, total: foundTotal })
    : WORDS.search_none;
}

let sorted = { language: null, items: [] };
function alphabetical() {
  if (sorted.language !== STATE.language) {
    const items = NODES.map((node) => ({ node: node.i, sentence: -1 }));
    // beyond a page's worth nobody reads on: the most central first
    if (!LARGE) items.sort((a, b) => collator.compare(NODES[a.node].label, NODES[b.node].label));
    sorted = { language: STATE.language, items };
  }
  return sorted.items;
}

function moreItems(held) {
  let at = SHOWN;
  const button = element("button", { type: "button", class: "small-button more" }, fill(WORDS.more, { count: found.length - at }));
  button.addEventListener("click", () => {
    button.parentElement.before(...found.slice(at, at + 500).map(listItem));
    at += 500;
    button.textContent = fill(WORDS.more, { count: found.length - at });
    if (at >= found.length) button.parentElement.remove();
  });
  return button;
}

function listItem({ node: i, sentence }) {
  const node = NODES[i];
  const current = STATE.node === i ? "true" : null;
  return element("li", {}, element("button", {
    type: "button", "data-node": node.id, "aria-current": current, onclick: () => selectNode(i),
  }, [
    symbol(node.kind, node.status || "Asserted"),
    element("span", {}, [
      foreign("span", shorten(node.label, 120), { class: "label" }),
      element("span", { class: "type" }, withStatus(typeLabel(node), node.status)),
      sentence >= 0 ? foreign("span", excerpt(sentence), { class: "excerpt" }) : null,
    ]),
  ]));
}

// The part of a sentence around the first word that was searched.
function excerpt(sentence) {
  const text = sentenceText(SENTENCES[sentence]);
  const at = Math.max(0, fold(text).indexOf(fold(STATE.text).split(/\s+/).filter(Boolean)[0]) - 30);
  return `${at ? "…" : ""}${shorten(text.slice(at), 90)}`;
}

function markListed() {
  for (const button of document.querySelectorAll("#nodes [aria-current]")) button.removeAttribute("aria-current");
  if (STATE.node === null) return;
  const button = document.querySelector(`#nodes [data-node="${CSS.escape(NODES[STATE.node].id)}"]`);
  if (button) button.setAttribute("aria-current", "true");
}

// Once per text: a second, late update would rebuild the list and take the focus from the item just reached.
function searchNow() {
  if (search.value !== STATE.text) update({ text: search.value }, "refine");
}
search.addEventListener("input", debounce(searchNow, 60));
search.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "Enter") return;
  event.preventDefault();
  searchNow();
  const first = document.querySelector("#nodes button");
  if (!first) return;
  if (event.key === "Enter") first.click();
  else first.focus();
});
byId("nodes").addEventListener("keydown", (event) => {
  const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  if (!step) return;
  event.preventDefault();
  const item = event.target.closest("li")[step];
  (item ? item.firstChild : search).focus();
});
