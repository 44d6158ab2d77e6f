// The axis of the period filter: years, or months where all dates lie within a few years.

function isoOf(number) {
  return new Date(number * 86400000).toISOString().slice(0, 10);
}

const PERIOD_AXIS = (() => {
  let [first, last] = [Infinity, -Infinity];
  for (const { span } of NODES) {
    if (!span) continue;
    first = Math.min(first, span[0]);
    last = Math.max(last, span[1]);
  }
  if (first > last) return null;
  const [from, to] = [new Date(first * 86400000), new Date(last * 86400000)];
  const months = to.getUTCFullYear() - from.getUTCFullYear() < 4;
  const start = from.getUTCFullYear() * 12 + (months ? from.getUTCMonth() : 0);
  const end = to.getUTCFullYear() * 12 + (months ? to.getUTCMonth() : 0);
  return { start, step: months ? 1 : 12, count: Math.floor((end - start) / (months ? 1 : 12)) + 1, first, last };
})();

function bucketOf(number) {
  const date = new Date(number * 86400000);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return Math.floor((months - PERIOD_AXIS.start) / PERIOD_AXIS.step);
}

// First day of a bucket, ISO 8601.
function bucketBegin(bucket) {
  return isoOf(monthDay(PERIOD_AXIS.start + bucket * PERIOD_AXIS.step));
}

// Last day of a bucket, ISO 8601.
function bucketEnd(bucket) {
  return isoOf(monthDay(PERIOD_AXIS.start + (bucket + 1) * PERIOD_AXIS.step) - 1);
}

function monthDay(months) {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(months / 12), months % 12, 1);
  return Math.round(date.getTime() / 86400000);
}

function bucketLabel(bucket) {
  return bucketBegin(bucket).slice(0, PERIOD_AXIS.step === 12 ? 4 : 7);
}
