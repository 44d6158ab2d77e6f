// SPARQL on the page's own graph, with Oxigraph's WebAssembly build; nothing is loaded before the first query.

const editor = byId("sparql");
let engine = null; // promise of {store, prologue}

async function loadEngine() {
  const code = await (await unpack("engine")).arrayBuffer();
  oxigraph.initSync({ module: await WebAssembly.compile(code) });
  const turtle = await (await unpack("turtle")).text();
  const store = new oxigraph.Store();
  store.load(turtle, { format: "text/turtle" });
  const prefixes = turtle.slice(0, 5000).match(/^@prefix .*$/gm) || [];
  return { store, prefixes: prefixes.map((line) => line.match(/^@prefix (\S*:) <([^>]*)>/).slice(1)) };
}

// Strings, comments and IRIs are stepped over: a `$name` inside them is no parameter (as in kg.query.parameters).
const TOKEN = /"""(?:[^"\\]|\\.|"{1,2}(?!"))*"""|'''(?:[^'\\]|\\.|'{1,2}(?!'))*'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|<[A-Za-z#/._][^\x00-\x20<>"{}|^`\\]*>|#[^\n\r]*|\$(\w+)/gs;

function bindParameters(text, values) {
  return text.replace(TOKEN, (whole, name) => (name && name in values ? literal(values[name]) : whole));
}

function literal(value) {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return `"${value.replace(/[\\"\n\r\t]/g, (c) => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" })[c])}"`;
}

// SELECT, ASK, CONSTRUCT or DESCRIBE: the first such word outside comments, strings and IRIs.
function formOf(text) {
  const bare = text.replace(TOKEN, (whole, name) => (name ? whole : " "));
  const word = /\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i.exec(bare);
  return word ? word[1].toUpperCase() : "SELECT";
}

async function runQuery() {
  const text = bindParameters(editor.value, parameterValues());
  const status = byId("query-status");
  status.textContent = WORDS.query_running;
  await new Promise((done) => setTimeout(done, 20)); // lets the words appear
  try {
    engine = engine || loadEngine();
    const { store, prefixes } = await engine;
    const declared = prefixes.filter(([name]) => !new RegExp(`PREFIX\\s+${name}`, "i").test(text));
    const begin = performance.now();
    const form = formOf(text);
    const isTable = form === "SELECT" || form === "ASK";
    const answer = store.query(declared.map(([name, iri]) => `PREFIX ${name} <${iri}> `).join("") + text, {
      results_format: isTable ? "application/sparql-results+json" : "application/n-triples",
    });
    const milliseconds = Math.max(1, Math.round(performance.now() - begin));
    showAnswer(isTable ? JSON.parse(answer) : { triples: answer }, milliseconds, prefixes);
  } catch (error) {
    if (engine) engine.catch(() => { engine = null; });
    byId("answer").replaceChildren();
    byId("save-answer").disabled = true;
    status.textContent = fill(WORDS.query_error, { message: String(error.message || error) });
  }
}

function namedQuery(name) {
  return DATA.queries.named.find((query) => query.name === name);
}

function showQueries() {
  const ready = DATA.queries.state === "ready";
  byId("query-part").hidden = !ready;
  byId("query-absent").hidden = ready;
  byId("query-absent").textContent = DATA.queries.state === "large" ? WORDS.query_large : WORDS.query_none;
  const chosen = byId("named").value;
  byId("named").replaceChildren(
    element("option", { value: "" }, WORDS.own_query),
    ...DATA.queries.named.map(({ name, answers }) =>
      element("option", { value: name }, answers[STATE.language] || answers.en || name)),
  );
  byId("named").value = chosen;
}

function chooseQuery() {
  const query = namedQuery(byId("named").value);
  if (query) editor.value = query.sparql.replace(/^#.*\n/gm, "");
  byId("parameters").replaceChildren(...(query ? query.parameters : []).map((parameter) => {
    const words = parameter.comment.split(" / ")[STATE.language === "en" ? 1 : 0] || parameter.comment;
    return element("label", {}, `${words} `, element("input", {
      "data-parameter": parameter.name, value: parameter.default === null ? "" : parameter.default, placeholder: parameter.name,
    }));
  }));
  if (query) runQuery();
}

// As the types of the defaults say: a number stays a number.
function parameterValues() {
  const query = namedQuery(byId("named").value);
  const values = {};
  for (const input of document.querySelectorAll("#parameters input")) {
    const plain = query.parameters.find((p) => p.name === input.dataset.parameter).default;
    values[input.dataset.parameter] = typeof plain === "number" && input.value.trim() !== "" && Number.isFinite(Number(input.value))
      ? Number(input.value) : input.value;
  }
  return values;
}

byId("named").addEventListener("change", chooseQuery);
byId("run").addEventListener("click", runQuery);
editor.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) runQuery();
});
