// The land and its borders (Natural Earth), projected once; Mercator, in degrees of longitude.

const FARTHEST = 84; // degrees of latitude; beyond, Mercator stretches without end
let world = null; // {land, borders}: paths

function mercator(latitude) {
  const bounded = Math.max(-FARTHEST, Math.min(FARTHEST, latitude)) * (Math.PI / 180);
  return (-180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + bounded / 2));
}

async function loadWorld() {
  if (world) return;
  const { scale, arcs, countries, borders } = await (await unpack("world")).json();
  const lines = arcs.map((steps) => {
    const points = [];
    let [x, y] = [0, 0];
    for (let k = 0; k < steps.length; k += 2) {
      x += steps[k];
      y += steps[k + 1];
      points.push([x / scale, mercator(y / scale)]);
    }
    return points;
  });
  world = { land: new Path2D(), borders: new Path2D() };
  for (const ring of countries.flat()) traceRing(unrolled(ring.flatMap((i) => (i < 0 ? [...lines[~i]].reverse() : lines[i]))));
  for (const i of borders) trace(world.borders, unrolled(lines[i]), 0);
}

// Points without jumps from one edge of the map to the other: they go on beyond 180 degrees instead.
function unrolled(points) {
  let turn = 0;
  return points.map(([x, y], k) => {
    const step = k ? x - points[k - 1][0] : 0;
    if (Math.abs(step) > 180) turn -= 360 * Math.sign(step);
    return [x + turn, y];
  });
}

function traceRing(points) {
  const [first, last] = [points[0], points[points.length - 1]];
  if (Math.abs(last[0] - first[0]) > 180) { // around the pole: closed along the lower edge
    const edge = mercator(-FARTHEST);
    points.push([last[0], edge], [first[0], edge]);
  }
  const xs = points.map((point) => point[0]);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  for (const shift of [0, right > 180 ? -360 : null, left < -180 ? 360 : null]) {
    if (shift === null) continue;
    trace(world.land, points, shift);
    world.land.closePath();
  }
}

function trace(path, points, shift) {
  points.forEach(([x, y], k) => (k ? path.lineTo(x + shift, y) : path.moveTo(x + shift, y)));
}
