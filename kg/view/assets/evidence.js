// A claim's evidence: its sentence in context with the words marked, its document, and a citation to copy.

const CONTEXT = 180; // characters before and after a sentence

function badge(status) {
  return element("span", { class: "status", "data-status": status }, statusWord(status));
}

function nodeButton(i) {
  return foreign("button", shorten(NODES[i].label, 200), {
    type: "button", class: "link", "data-node": NODES[i].id, onclick: () => selectNode(i),
  });
}

// Evidence by groups of documents that copy each other: the first of each in full, its copies folded away.
function evidenceOf(claim) {
  const groups = new Map();
  claim.evidence.forEach((number, k) => {
    const group = copyGroup[SENTENCES[number].document];
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push(evidenceBlock(claim, SENTENCES[number], claim.rules[k]));
  });
  return [...groups].map(([group, [first, ...rest]]) => {
    const copies = new Set(claim.evidence.map((n) => SENTENCES[n].document).filter((d) => copyGroup[d] === group)).size - 1;
    if (!rest.length) return first;
    const words = copies ? WORDS.copies : WORDS.more_evidence;
    return element("div", { class: "source-group" }, [
      first,
      element("details", {}, element("summary", {}, fill(words, { count: rest.length })), rest),
    ]);
  });
}

function evidenceBlock(claim, sentence, rule) {
  const known = DOCUMENTS[sentence.document];
  const cite = element("button", { type: "button", class: "small-button" }, WORDS.cite);
  cite.addEventListener("click", () => copyText(citation(sentence), cite));
  return element("figure", {}, [
    element("blockquote", { dir: "auto", class: "foreign", lang: known.language }, inContext(claim, sentence)),
    element("figcaption", {}, [
      known.title ? foreign("span", known.title, { class: "title" }) : null,
      known.publisher ? foreign("span", known.publisher) : null,
      foreign("span", known.date || WORDS.no_date),
      foreign("span", `${known.identifier} [${sentence.begin}:${sentence.end}]`, { class: "identifier" }),
      element("span", { class: "rule" }, `${WORDS.rule} ${rule}`),
      element("span", { class: "actions" }, [
        cite,
        known.text === null ? null : element("button", {
          type: "button", class: "small-button", onclick: () => readDocument(claim, sentence),
        }, WORDS.read),
        isWebLink(known.url) ? webLink(known.url) : null,
      ]),
    ]),
  ]);
}

function webLink(url) {
  return element("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, WORDS.open);
}

function inContext(claim, sentence) {
  if (sentence.quote !== null) return marked(claim, sentence);
  const { document, begin, end } = sentence;
  const before = cut(document, begin - CONTEXT, begin);
  const after = cut(document, end, end + CONTEXT);
  return [
    element("span", { class: "context" }, begin > CONTEXT ? before.replace(/^\S*\s/, "… ") : before),
    element("span", { class: "sentence" }, marked(claim, sentence)),
    element("span", { class: "context" }, after.length >= CONTEXT ? after.replace(/\s\S*$/, " …") : after),
  ];
}

// The sentence with the words marked that name the event and what the claim is about; positions are code points.
function marked(claim, sentence) {
  const characters = Array.from(sentenceText(sentence));
  const parts = [];
  let at = 0;
  for (const [begin, end, node] of marksOf(claim, sentence)) {
    parts.push(characters.slice(at, begin).join(""));
    const kind = NODES[node].kind === "Event" ? "trigger" : claim.sources.includes(node) ? "said" : "mention";
    parts.push(element("mark", { class: kind }, characters.slice(begin, end).join("")));
    at = end;
  }
  parts.push(characters.slice(at).join(""));
  return parts;
}

// Marks of the claim's own ends and sources that do not overlap: the earlier, then the longer one stays.
function marksOf(claim, sentence) {
  const ends = new Set([claim.subject, claim.object, ...claim.sources]);
  const kept = [];
  for (const mark of sentence.marks.filter((m) => ends.has(m[2])).sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (!kept.length || kept[kept.length - 1][1] <= mark[0]) kept.push(mark);
  }
  return kept;
}

function citation(sentence) {
  const known = DOCUMENTS[sentence.document];
  const origin = [known.title, known.publisher, known.date, known.identifier, known.url].filter(Boolean).join(", ");
  const where = fill(WORDS.offsets, { begin: String(sentence.begin), end: String(sentence.end) });
  return `« ${sentenceText(sentence).replace(/\s+/g, " ").trim()} » — ${origin}, ${where}`;
}

async function copyText(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const held = element("textarea", {}, text); // no clipboard in a frame or an old browser: the older way
    document.body.append(held);
    held.select();
    document.execCommand("copy");
    held.remove();
  }
  const before = button.textContent;
  button.textContent = WORDS.copied;
  say(WORDS.copied);
  setTimeout(() => { button.textContent = before; }, 1500);
}

// The whole document at the sentence.
function readDocument(claim, sentence) {
  const known = DOCUMENTS[sentence.document];
  const dialog = byId("reader");
  const here = element("mark", { class: "here" }, marked(claim, sentence));
  dialog.replaceChildren(
    element("form", { method: "dialog" }, element("button", { class: "small-button" }, WORDS.close)),
    foreign("h2", documentLabel(known)),
    foreign("p", [known.publisher, known.date, known.identifier].filter(Boolean).join(" · "), { class: "small" }),
    element("div", { class: "foreign text", dir: "auto", lang: known.language, tabindex: "0" }, [
      cut(sentence.document, 0, sentence.begin), here, cut(sentence.document, sentence.end, Infinity),
    ]),
  );
  dialog.showModal();
  here.scrollIntoView({ block: "center" });
}

// For screen readers.
function say(text) {
  byId("said").textContent = text;
}
