// What the page carries compressed.

async function unpack(id) {
  const letters = atob(byId(id).textContent.trim());
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

// Columns to records; `i` is the row's number.
function records(columns) {
  const names = Object.keys(columns);
  return columns[names[0]].map((_, i) => {
    const record = { i };
    for (const name of names) record[name] = columns[name][i];
    return record;
  });
}
