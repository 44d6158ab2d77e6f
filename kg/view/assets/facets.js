// The filters, each choice with how many it would leave.

const LISTED = 60; // choices of one filter; the rest is reached through the table and the search

function showFacets() {
  const focused = document.activeElement && document.activeElement.dataset.key;
  const open = new Set([...document.querySelectorAll("#filters details[open]")].map((held) => held.dataset.facet));
  const { counts } = FILTER;
  const named = (map, label) => [...map].map(([value, count]) => ({ value, count, label: label(value) }));
  byId("filters").replaceChildren(...[
    facet("kinds", WORDS.facet_kinds, named(counts.kinds, (v) => LABELS.kinds[v]), open),
    facet("classes", WORDS.facet_classes, named(counts.classes, (v) => LABELS.classes[v] || v), open),
    facet("statuses", WORDS.facet_statuses, named(counts.statuses, statusWord), open),
    periodFacet(open),
    facet("sources", WORDS.facet_sources, named(counts.sources, (v) => (v === ARTICLE ? WORDS.no_source : NODES[nodeById.get(v).i].label)), open),
    facet("documents", WORDS.facet_documents, named(counts.documents, documentOf), open),
    leastFacet(open),
    aloneChoice(),
  ].filter(Boolean));
  const again = focused && [...document.querySelectorAll("#filters [data-key]")].find((held) => held.dataset.key === focused);
  if (again) again.focus();
  const active = FILTER.active || STATE.kinds.size > 0;
  byId("reset").hidden = !active;
  byId("filters-on").textContent = active ? `(${[...Object.keys(SETS)].reduce((sum, n) => sum + STATE[n].size, 0)
    + (STATE.from !== null || STATE.to !== null || !STATE.undated) + (STATE.least > 1)})` : "";
}

const documentByIdentifier = new Map(DOCUMENTS.map((document) => [document.identifier, document]));
function documentOf(identifier) {
  return documentLabel(documentByIdentifier.get(identifier));
}

function foldedPart(name, title, open, ...content) {
  const chosen = STATE[name] instanceof Set && STATE[name].size > 0;
  return element("details", { "data-facet": name, open: open.has(name) || chosen || name === "kinds" || name === "statuses" },
    element("summary", {}, title), content);
}

function facet(name, title, choices, open) {
  for (const value of STATE[name]) {
    if (choices.some((choice) => choice.value === value)) continue;
    const label = { statuses: statusWord, documents: (v) => (documentByIdentifier.has(v) ? documentOf(v) : v) }[name];
    choices.push({ value, count: 0, label: label ? label(value) : LABELS.classes[value] || LABELS.kinds[value] || value });
  }
  if (!choices.length) return null;
  choices.sort((a, b) => b.count - a.count || collator.compare(a.label, b.label));
  return foldedPart(name, title, open, element("ul", {}, choices.slice(0, LISTED).map((c) => choiceItem(name, c))));
}

function choiceItem(name, { value, count, label }) {
  const box = element("input", { type: "checkbox", "data-key": `${name} ${value}`, onchange: () => {
    update({ [name]: toggled(STATE[name], value) }, "refine");
  } });
  box.checked = STATE[name].has(value);
  const sign = name === "kinds" ? symbol(value, "Asserted") : name === "statuses" ? lineSign(value) : null;
  return element("li", {}, element("label", {}, [
    box, sign, foreign("span", shorten(label, 80), { class: "choice" }),
    element("span", { class: "count" }, numbers.format(count)),
  ]));
}

function periodFacet(open) {
  if (!PERIOD_AXIS) return null;
  const { count } = PERIOD_AXIS;
  const clamp = (n) => Math.max(0, Math.min(count - 1, n));
  const low = STATE.from === null ? 0 : clamp(bucketOf(day(STATE.from)));
  const high = STATE.to === null ? count - 1 : clamp(bucketOf(day(STATE.to)));
  const said = element("output", {}, periodWords(low, high));
  const ends = [low, high].map((value, which) => {
    const end = element("input", {
      type: "range", min: 0, max: count - 1, value, class: "end", "data-key": which, "aria-label": which ? WORDS.period_to : WORDS.period_from,
    });
    end.setAttribute("aria-valuetext", bucketLabel(value));
    return end;
  });
  const choose = () => {
    const [a, b] = ends.map((end) => Number(end.value)).sort((x, y) => x - y);
    said.textContent = periodWords(a, b);
    shade(a, b);
  };
  const { chart, shade } = histogram(low, high);
  for (const end of ends) {
    end.addEventListener("input", choose);
    end.addEventListener("change", () => {
      const [a, b] = ends.map((e) => Number(e.value)).sort((x, y) => x - y);
      update({ from: a > 0 ? bucketBegin(a) : null, to: b < count - 1 ? bucketEnd(b) : null }, "refine");
    });
  }
  const undated = element("input", { type: "checkbox", "data-key": "undated", onchange: (e) => update({ undated: e.target.checked }, "refine") });
  undated.checked = STATE.undated;
  return foldedPart("period", WORDS.facet_period, open,
    element("div", { class: "period" }, chart, element("div", { class: "ends" }, ends), said),
    element("label", {}, undated, element("span", { class: "choice" }, WORDS.undated)));
}

function periodWords(low, high) {
  return low === high ? bucketLabel(low) : `${bucketLabel(low)} – ${bucketLabel(high)}`;
}

// Events by stretch of time; those outside the chosen period are pale.
function histogram(low, high) {
  const { count } = PERIOD_AXIS;
  const most = Math.max(1, ...FILTER.buckets.values());
  const bars = [...FILTER.buckets].map(([bucket, events]) => drawing("rect", {
    x: bucket, width: 0.85, y: 30 - (28 * events) / most, height: (28 * events) / most, "data-bucket": bucket,
  }, drawing("title", {}, `${bucketLabel(bucket)} : ${events}`)));
  const chart = drawing("svg", { viewBox: `0 0 ${count} 30`, preserveAspectRatio: "none", class: "histogram", "aria-hidden": "true" }, bars);
  const shade = (a, b) => {
    for (const bar of bars) bar.classList.toggle("outside", Number(bar.dataset.bucket) < a || Number(bar.dataset.bucket) > b);
  };
  shade(low, high);
  return { chart, shade };
}

function leastFacet(open) {
  const most = CLAIMS.reduce((found, claim) => Math.max(found, claim.independent), 1);
  if (most < 2 && STATE.least < 2) return null;
  const input = element("input", {
    type: "number", "data-key": "least", min: 1, max: Math.max(most, STATE.least), value: STATE.least, "aria-label": WORDS.facet_least,
    onchange: (event) => update({ least: Math.max(1, parseInt(event.target.value, 10) || 1) }, "refine"),
  });
  return foldedPart("least", WORDS.facet_least, open, element("label", {}, input, ` ${WORDS.at_least}`));
}

function aloneChoice() {
  const count = NODES.filter((node) => !node.edges.length).length;
  if (!count || LARGE) return null;
  const box = element("input", { type: "checkbox", "data-key": "alone", onchange: (e) => update({ alone: e.target.checked }, "refine") });
  box.checked = STATE.alone;
  return element("label", { class: "alone" }, box, element("span", { class: "choice" }, WORDS.alone),
    element("span", { class: "count" }, numbers.format(count)));
}

function resetFilters() {
  update({
    kinds: new Set(), classes: new Set(), statuses: new Set(), sources: new Set(), documents: new Set(),
    from: null, to: null, undated: true, least: 1,
  });
}
