// Outlines of the kinds of node and lines of the statuses; the graph and its legend draw with the same functions.

const OUTLINES = {
  rectangle(ctx, x, y, w, h) {
    ctx.rect(x, y, w, h);
  },
  pill(ctx, x, y, w, h) {
    ctx.roundRect(x, y, w, h, Math.min(h / 2, 20));
  },
  // two pills, one behind the other
  stack(ctx, x, y, w, h) {
    ctx.roundRect(x, y, w, h - 4, 14);
  },
  hexagon(ctx, x, y, w, h) {
    const cut = 11;
    ctx.moveTo(x, y + h / 2);
    ctx.lineTo(x + cut, y);
    ctx.lineTo(x + w - cut, y);
    ctx.lineTo(x + w, y + h / 2);
    ctx.lineTo(x + w - cut, y + h);
    ctx.lineTo(x + cut, y + h);
    ctx.closePath();
  },
  // a label with a point at its foot, as on a map
  pin(ctx, x, y, w, h) {
    const foot = y + h - 7;
    ctx.moveTo(x, y);
    ctx.lineTo(x + w, y);
    ctx.lineTo(x + w, foot);
    ctx.lineTo(x + w / 2 + 7, foot);
    ctx.lineTo(x + w / 2, y + h);
    ctx.lineTo(x + w / 2 - 7, foot);
    ctx.lineTo(x, foot);
    ctx.closePath();
  },
};

// box: {x, y, w, h} from the upper left corner; look: {shape, fill, border, dashes, width, halo}
function drawOutline(ctx, box, look) {
  ctx.save();
  ctx.lineJoin = "round";
  if (look.halo) {
    ctx.beginPath();
    OUTLINES[look.shape](ctx, box.x, box.y, box.w, box.h);
    ctx.strokeStyle = look.halo;
    ctx.lineWidth = 9;
    ctx.stroke();
  }
  ctx.setLineDash(look.dashes);
  ctx.strokeStyle = look.border;
  ctx.lineWidth = look.width;
  ctx.fillStyle = look.fill;
  if (look.shape === "stack") {
    ctx.beginPath();
    ctx.roundRect(box.x + 5, box.y + 4, box.w - 5, box.h - 4, 14);
    ctx.fill();
    ctx.stroke();
  }
  ctx.beginPath();
  OUTLINES[look.shape](ctx, box.x, box.y, look.shape === "stack" ? box.w - 5 : box.w, box.h);
  ctx.fill();
  ctx.stroke();
  ctx.restore();
}

const CHIP_FONT = "12px system-ui, sans-serif";

// A small label over everything else, around its middle.
function drawChip(ctx, x, y, text, colour, page) {
  ctx.save();
  ctx.font = CHIP_FONT;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const width = ctx.measureText(text).width + 10;
  ctx.beginPath();
  ctx.roundRect(x - width / 2, y - 9, width, 18, 4);
  ctx.fillStyle = page.background;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = page.text;
  ctx.fillText(text, x, y + 0.5);
  ctx.restore();
}

function drawLines(ctx, box, lines, font, lineHeight, colour, shape) {
  ctx.save();
  ctx.font = font;
  ctx.fillStyle = colour;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const lift = { pin: 3.5, stack: 2 }[shape] || 0;
  const first = box.y + box.h / 2 - lift - ((lines.length - 1) * lineHeight) / 2;
  lines.forEach((line, i) => ctx.fillText(line, box.x + box.w / 2, first + i * lineHeight, box.w - 16));
  ctx.restore();
}

// A horizontal link of a status, as vis-network draws it: line, sign on the middle, arrow head.
function drawLink(ctx, x, y, length, line, colour) {
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = colour;
  ctx.lineWidth = line.width;
  ctx.setLineDash(line.dashes);
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x + length - 6, y);
  ctx.stroke();
  ctx.setLineDash([]);
  const middle = x + length / 2;
  ctx.beginPath();
  if (line.marker === "bar") ctx.rect(middle - 1.5, y - 6, 3, 12);
  if (line.marker === "diamond") {
    ctx.moveTo(middle - 6, y);
    ctx.lineTo(middle, y - 5);
    ctx.lineTo(middle + 6, y);
    ctx.lineTo(middle, y + 5);
  }
  ctx.fill();
  ctx.beginPath();
  ctx.moveTo(x + length, y);
  ctx.lineTo(x + length - 9, y - 4);
  ctx.lineTo(x + length - 9, y + 4);
  ctx.fill();
  ctx.restore();
}
