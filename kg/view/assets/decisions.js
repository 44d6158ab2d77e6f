// Human decisions, collected here and downloaded as lines of decisions.yaml; that file alone has authority.

const DECISIONS = []; // {kind, who, value, by, when, why, label}
let pending = null; // node that waits for the other one of "same"
let unsaved = false;

function decisionMenu(node) {
  if (node.kind === "Event") return null;
  const types = Object.keys(DATA.style.kinds).filter((kind) => kind !== "Event" && kind !== node.kind);
  const choose = element("select", { "aria-label": WORDS.wrong_type, onchange: (event) => {
    if (event.target.value) decide({ kind: "type", who: [identity(node)], value: event.target.value }, node.label);
    event.target.value = "";
  } }, element("option", { value: "" }, WORDS.choose_type), types.map((type) => element("option", { value: type }, LABELS.kinds[type])));
  const other = pending !== null && pending !== node.i ? NODES[pending] : null;
  return element("details", { class: "decide", open: pending !== null }, [
    element("summary", {}, WORDS.decide),
    other ? foreign("p", fill(WORDS.pending, { label: shorten(other.label, 80) }), { class: "small" }) : null,
    element("div", { class: "actions" }, other ? [
      smallButton(WORDS.same_as, () => decidePair("same", other, node)),
      smallButton(WORDS.different_from, () => decidePair("different", other, node)),
      smallButton(WORDS.cancel, () => { pending = null; showSelection(); }),
    ] : smallButton(WORDS.compare, () => { pending = node.i; say(WORDS.compare_help); showSelection(); })),
    pending === node.i ? element("p", { class: "small" }, WORDS.compare_help) : null,
    element("label", {}, `${WORDS.wrong_type} `, choose),
  ]);
}

function smallButton(text, run) {
  return element("button", { type: "button", class: "small-button", onclick: run }, text);
}

function decidePair(kind, one, other) {
  pending = null;
  decide({ kind, who: [identity(one), identity(other)] }, `${one.label} / ${other.label}`);
}

// What names an entity in the file: the words of a document that mention it, so that it survives a rebuild.
function identity(node) {
  if (!node.first) return node.id;
  const [document, at, quote] = node.first;
  return { doc: DOCUMENTS[document].identifier, quote, at, type: node.kind };
}

// Asks for the reason and who decides.
function decide(decision, label) {
  const dialog = byId("decision");
  const why = element("textarea", { id: "why", rows: 3, required: true });
  const by = element("input", { id: "by", value: DECISIONS.length ? DECISIONS[DECISIONS.length - 1].by : "", required: true });
  const form = element("form", { method: "dialog" }, [
    element("h2", {}, WORDS.decision_kinds[decision.kind]),
    foreign("p", decision.value ? `${shorten(label, 300)} → ${LABELS.kinds[decision.value]}` : shorten(label, 300)),
    element("label", { for: "why" }, WORDS.why), why,
    element("label", { for: "by" }, WORDS.by), by,
    element("div", { class: "actions" }, [
      element("button", { class: "small-button", value: "keep" }, WORDS.keep),
      smallButton(WORDS.cancel, () => dialog.close()),
    ]),
  ]);
  form.addEventListener("submit", () => {
    DECISIONS.push({ ...decision, by: by.value.trim(), when: isoOf(Math.floor(Date.now() / 86400000)), why: why.value.trim(), label });
    unsaved = true;
    showDecisions();
    say(WORDS.kept);
  });
  dialog.replaceChildren(form);
  dialog.showModal();
}

function showDecisions() {
  byId("decision-count").textContent = DECISIONS.length ? `(${DECISIONS.length})` : "";
  byId("decision-list").replaceChildren(...DECISIONS.map((decision, k) => element("li", {}, [
    element("b", {}, WORDS.decision_kinds[decision.kind]), " ",
    foreign("span", shorten(decision.label, 200)),
    decision.value ? ` → ${LABELS.kinds[decision.value]}` : "",
    foreign("p", `${decision.why} — ${decision.by}, ${decision.when}`, { class: "small" }),
    smallButton(WORDS.remove, () => { DECISIONS.splice(k, 1); showDecisions(); }),
  ])));
  byId("decision-none").hidden = DECISIONS.length > 0;
  byId("save-decisions").disabled = DECISIONS.length === 0;
  byId("decision-lines").textContent = decisionLines();
}

// JSON strings are YAML too; characters that YAML does not print are escaped.
function yamlText(value) {
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function yamlWho(who) {
  if (typeof who === "string") return yamlText(who);
  return `{${Object.entries(who).map(([key, value]) => `${key}: ${yamlText(value)}`).join(", ")}}`;
}

// A whole file; its lines can be added to one that exists.
function decisionLines() {
  if (!DECISIONS.length) return "";
  return `version: 1\ndecisions:\n${DECISIONS.map((decision) => {
    const value = decision.value ? `, value: ${decision.value}` : "";
    return `  - {kind: ${decision.kind}, who: [${decision.who.map(yamlWho).join(", ")}]${value}, by: ${yamlText(decision.by)}, `
      + `when: ${yamlText(decision.when)}, why: ${yamlText(decision.why)}}\n`;
  }).join("")}`;
}

byId("save-decisions").addEventListener("click", () => {
  saveFile("decisions.yaml", "application/yaml", decisionLines());
  unsaved = false;
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
