// Accent-insensitive search over names, aliases, event labels and evidence.

const nameWords = NODES.map((node) => fold([
  node.label, ...node.names.map((name) => name[0]), ...LANGUAGES.map((l) => typeIn(node, l)),
].join(" ")));
const labelWords = NODES.map((node) => fold(node.label));
const sentenceWords = new Array(SENTENCES.length).fill(null);
let sentenceNodes = null; // sentence -> nodes of which it is evidence
let folded = 0;

function typeIn(node, language) {
  const labels = DATA.labels[language];
  return node.kind === "Event" ? labels.classes[node.type] || "" : labels.kinds[node.kind];
}

// Sentences are folded a few at a time while the reader looks; a search finishes what is left.
function foldSentences(until) {
  while (folded < SENTENCES.length && performance.now() < until) {
    const stop = Math.min(SENTENCES.length, folded + 50);
    for (; folded < stop; folded += 1) sentenceWords[folded] = fold(sentenceText(SENTENCES[folded]));
  }
  if (folded === SENTENCES.length && !sentenceNodes) linkSentences();
}

function linkSentences() {
  sentenceNodes = SENTENCES.map(() => []);
  for (const claim of CLAIMS) {
    for (const i of claim.evidence) {
      if (!sentenceNodes[i].includes(claim.subject)) sentenceNodes[i].push(claim.subject);
    }
  }
}

function foldLater() {
  foldSentences(performance.now() + 12);
  if (!sentenceNodes) setTimeout(foldLater, 30);
}

// [{node, sentence}]: names first, the most central ones first among equals; sentence: -1 if the name itself matches
function searchFor(text) {
  const wanted = fold(text).split(/\s+/).filter(Boolean);
  const matches = (words) => wanted.every((word) => words.includes(word));
  const [whole] = [wanted.join(" ")];
  const named = [];
  const seen = new Set();
  for (let i = 0; i < NODES.length; i += 1) {
    if (!matches(nameWords[i])) continue;
    const order = labelWords[i] === whole ? 0 : labelWords[i].startsWith(whole) ? 1 : labelWords[i].includes(whole) ? 2 : 3;
    named.push({ node: i, sentence: -1, order });
    seen.add(i);
  }
  named.sort((a, b) => a.order - b.order || a.node - b.node);
  if (!wanted.length) return named;
  foldSentences(Infinity);
  const told = [];
  for (let i = 0; i < SENTENCES.length; i += 1) {
    if (!matches(sentenceWords[i])) continue;
    for (const node of sentenceNodes[i]) {
      if (seen.has(node)) continue;
      seen.add(node);
      told.push({ node, sentence: i, order: 4 });
    }
  }
  return [...named, ...told.sort((a, b) => a.node - b.node)];
}
