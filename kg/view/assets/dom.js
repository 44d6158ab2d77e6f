// Elements made of text, never of markup.

function element(tag, attributes, ...children) {
  return furnish(document.createElement(tag), attributes, children);
}

function furnish(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    made.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return made;
}

function drawing(tag, attributes, ...children) {
  return furnish(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

// A text that comes from a document: isolated, so that its direction and overrides end with it.
function foreign(tag, text, attributes) {
  return element(tag, { dir: "auto", ...attributes, class: `foreign ${(attributes || {}).class || ""}`.trim() }, text);
}

function byId(id) {
  return document.getElementById(id);
}

function shorten(text, length) {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

// "{count} {count|row|rows}": numbers as the language writes them, and the word that goes with the number.
function fill(template, values) {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name, one, many) => {
    if (!(name in values)) return whole;
    const value = values[name];
    if (one !== undefined) return plurals.select(value) === "one" ? one : many;
    return typeof value === "number" ? numbers.format(value) : String(value);
  });
}

// Lower case without accents, for searching.
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

// Runs once things have settled for a moment.
function debounce(run, milliseconds) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds);
  };
}
