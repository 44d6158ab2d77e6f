// The page's words in the reader's language, and the colours in the reader's light.

const DARK = window.matchMedia("(prefers-color-scheme: dark)");
const LANGUAGES = Object.keys(DATA.messages);
let WORDS = null;
let LABELS = null;
let collator = null;
let numbers = null;
let plurals = null;

// The browser's first language that the page speaks, else the one that it was made in.
function browserLanguage() {
  const wanted = (navigator.languages || [navigator.language]).map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find((tag) => LANGUAGES.includes(tag)) || DATA.language;
}

function speak(language) {
  WORDS = DATA.messages[language];
  LABELS = DATA.labels[language];
  collator = new Intl.Collator(language, { numeric: true });
  numbers = new Intl.NumberFormat(language);
  plurals = new Intl.PluralRules(language);
  document.documentElement.lang = language;
  document.title = WORDS.title;
  for (const held of document.querySelectorAll("[data-t]")) held.textContent = WORDS[held.dataset.t];
  for (const held of document.querySelectorAll("[data-label]")) {
    held.setAttribute("aria-label", WORDS[held.dataset.label]);
  }
}

function theme() {
  return document.documentElement.dataset.theme;
}

function light(chosen) {
  document.documentElement.dataset.theme = chosen || (DARK.matches ? "dark" : "light");
}

function statusWord(status) {
  return WORDS.statuses[status].label;
}

function predicateLabel(name) {
  return LABELS.predicates[name] || name;
}

function typeLabel(node) {
  if (node.kind === "Event") return LABELS.classes[node.type] || node.type || LABELS.kinds.Event;
  return LABELS.kinds[node.kind];
}

// "Arrest (alleged)": what is not asserted is never named without its status.
function withStatus(label, status) {
  return !status || status === "Asserted" ? label : fill(WORDS.shown_as, { label, status: statusWord(status) });
}

// What a claim's object is called: a node's label, a class's label, or the literal itself.
function objectLabel(claim) {
  if (claim.object >= 0) return NODES[claim.object].label;
  return claim.predicate === "type" ? LABELS.classes[claim.value] || claim.value : claim.value;
}

function sourceLabel(number) {
  return number < 0 ? WORDS.no_source : NODES[number].label;
}

function documentLabel(document) {
  return document.title || document.identifier;
}
