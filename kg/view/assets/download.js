// Files made from what is shown.

function saveFile(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// A spreadsheet would run what begins so as a formula; a leading apostrophe makes it text.
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

function csvCell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = typeof value !== "number" && FORMULA.test(text) ? `'${text}` : text;
  return /[",;\n\r\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// The byte order mark makes spreadsheets read UTF-8.
function asCsv(head, rows) {
  return `\ufeff${[head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function asJson(head, rows) {
  const plain = rows.map((row) => Object.fromEntries(head.map((name, k) => [name, row[k] === undefined ? null : row[k]])));
  return `${JSON.stringify(plain, null, 1)}\n`;
}
