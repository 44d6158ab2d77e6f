// Events in time: a bar from the first to the last possible day, open ends fading out; unknown years and undated apart.
// Only the rows in sight exist, so that any number of events scrolls smoothly.

const ROW = 30; // pixels
const timeline = { rows: [], first: 0, last: 1 };
const scroller = byId("time-rows");

// One row an event, with all dates that are claimed of it.
function timelineRows() {
  const events = NODES.filter((node) => node.kind === "Event" && FILTER.nodes[node.i]);
  const dated = events.filter((node) => node.span).sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1] || a.i - b.i);
  const yearless = events.filter((node) => !node.span && node.dates.some((date) => date.yearless));
  return { dated, yearless, undated: events.length - dated.length - yearless.length };
}

function showTimeline() {
  const { dated, yearless, undated } = timelineRows();
  timeline.rows = dated;
  const spans = dated.map((node) => node.span);
  const from = day(STATE.from);
  const to = day(STATE.to);
  timeline.first = from === null ? spans.reduce((low, s) => Math.min(low, s[0]), Infinity) : from;
  timeline.last = to === null ? spans.reduce((high, s) => Math.max(high, s[1]), -Infinity) : to;
  const margin = Math.max(10, (timeline.last - timeline.first) * 0.03);
  timeline.first -= margin;
  timeline.last += margin;
  byId("axis").replaceChildren(...(dated.length ? ticks(timeline.first, timeline.last).map(tickMark) : []));
  byId("time-space").style.height = `${dated.length * ROW}px`;
  byId("time-none").hidden = dated.length > 0;
  byId("yearless").replaceChildren(...yearlessPart(yearless));
  byId("undated").textContent = undated ? fill(WORDS.undated_count, { count: undated }) : "";
  fillRows();
}

function share(number) {
  return ((number - timeline.first) / (timeline.last - timeline.first)) * 100;
}

function fillRows() {
  const start = Math.max(0, Math.floor(scroller.scrollTop / ROW) - 8);
  const end = Math.min(timeline.rows.length, start + Math.ceil(scroller.clientHeight / ROW) + 16);
  const rows = [];
  for (let k = start; k < end; k += 1) rows.push(timeRow(timeline.rows[k], k));
  byId("time-space").replaceChildren(...rows);
}

function timeRow(node, k) {
  const row = element("div", { class: "time-row", "data-node": node.id, "aria-current": STATE.node === node.i ? "true" : null }, [
    element("button", { type: "button", class: "link foreign", dir: "auto", onclick: () => selectNode(node.i) },
      shorten(node.label, 70)),
    element("div", { class: "track" }, node.dates.filter((date) => date.begin !== null || date.end !== null).map((date) => bar(node, date))),
  ]);
  row.style.top = `${k * ROW}px`;
  return row;
}

function bar(node, date) {
  const begin = date.begin === null ? timeline.first : date.begin;
  const end = date.end === null ? timeline.last : date.end + 1;
  const status = date.status === "Asserted" && node.status ? node.status : date.status;
  const left = Math.max(0, share(begin));
  const right = Math.min(100, share(end));
  const made = element("button", {
    type: "button", class: "bar", "data-status": status, tabindex: "-1",
    "data-open": date.begin === null ? "begin" : date.end === null ? "end" : date.approximate ? "both" : null,
    title: `${withStatus(node.label, status)} — ${date.value}`, onclick: () => selectNode(node.i),
  }, element("span", { class: "unseen" }, `${date.value}`));
  made.style.left = `${left}%`;
  made.style.width = `max(7px, ${right - left}%)`;
  const words = foreign("span", status === "Asserted" ? date.value : `${date.value} (${statusWord(status)})`, { class: "bar-words" });
  if (left > 75) words.style.right = `calc(${100 - left}% + 6px)`;
  else words.style.left = `calc(${Math.min(100, Math.max(right, left))}% + 10px)`;
  return [made, words];
}

function yearlessPart(nodes) {
  if (!nodes.length) return [];
  return [
    element("h3", {}, WORDS.yearless),
    element("ul", {}, nodes.map((node) => element("li", {}, nodeButton(node.i), " ",
      foreign("span", withStatus(node.dates.map((date) => date.value).join(", "), node.status))))),
  ];
}

// Years, months or days, whichever gives a handful of marks.
function ticks(first, last) {
  const days = last - first;
  const unit = [[1, "day"], [7, "day"], [31, "month"], [92, "month"], [366, "year"], [1830, "year"], [3660, "year"], [36600, "year"]]
    .find(([length]) => days / length <= 11) || [366000, "year"];
  const found_ = [];
  const date = new Date(Math.ceil(first) * 86400000);
  const step = Math.max(1, Math.round(unit[0] / { day: 1, month: 30.5, year: 366 }[unit[1]]));
  if (unit[1] !== "day") date.setUTCDate(1);
  if (unit[1] === "year") date.setUTCFullYear(Math.ceil(date.getUTCFullYear() / step) * step, 0, 1);
  for (let k = 0; k < 40; k += 1) {
    const at = Math.round(date.getTime() / 86400000);
    if (at > last) break;
    if (at >= first) found_.push({ at, words: isoOf(at).slice(0, { day: 10, month: 7, year: 4 }[unit[1]]) });
    if (unit[1] === "day") date.setUTCDate(date.getUTCDate() + step);
    else if (unit[1] === "month") date.setUTCMonth(date.getUTCMonth() + step);
    else date.setUTCFullYear(date.getUTCFullYear() + step);
  }
  return found_;
}

function tickMark({ at, words }) {
  const mark = element("span", { class: "tick" }, words);
  mark.style.left = `${share(at)}%`;
  return mark;
}

function scrollToEvent(i) {
  const k = timeline.rows.findIndex((node) => node.i === i);
  if (k < 0) return;
  const top = k * ROW;
  if (top < scroller.scrollTop || top > scroller.scrollTop + scroller.clientHeight - ROW) {
    scroller.scrollTop = top - scroller.clientHeight / 2;
  }
}

scroller.addEventListener("scroll", () => requestAnimationFrame(fillRows));
