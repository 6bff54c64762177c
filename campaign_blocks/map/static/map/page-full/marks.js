/* A mark on the canvas: kinds differ by shape first, by colour second. */
const DRAW = {
  dot: (c, x, y, r) => c.arc(x, y, r, 0, 2 * Math.PI),
  ring: (c, x, y, r) => c.arc(x, y, r, 0, 2 * Math.PI),
  square: (c, x, y, r) => c.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8),
  diamond: (c, x, y, r) => polygon(c, [[x, y - r * 1.2], [x + r * 1.2, y], [x, y + r * 1.2], [x - r * 1.2, y]]),
  triangle: (c, x, y, r) => polygon(c, [[x, y - r * 1.1], [x + r * 1.1, y + r * 0.9], [x - r * 1.1, y + r * 0.9]]),
};

function polygon(context, [first, ...rest]) {
  context.moveTo(...first);
  for (const corner of rest) context.lineTo(...corner);
  context.closePath();
}

function drawMark(L) {
  return L.CircleMarker.extend({
    options: { radius: 7 },
    _updatePath() {
      const { _ctx: context, _drawing: drawing } = this._renderer;
      if (!drawing || this._empty()) return;
      const { shape, color, halo, radius } = this.options;
      context.beginPath();
      (DRAW[shape] || DRAW.dot)(context, this._point.x, this._point.y, radius);
      context.lineWidth = 4;
      context.strokeStyle = halo;
      context.stroke();
      context.fillStyle = shape === "ring" ? halo : color;
      context.fill();
      context.lineWidth = shape === "ring" ? 3.5 : 0;
      context.strokeStyle = color;
      if (shape === "ring") context.stroke();
    },
  });
}
