/* Places that would touch become one square with their number. A grid is counted anew at every
   move: twenty thousand places take a few milliseconds, so no tree has to be kept. */
const CELL = 44;
const WORLD = 256; // pixels of the whole world at zoom 0
const SINGLE_FROM = 13;

class Clusters {
  constructor(map, points, makeMark) {
    this.map = map;
    this.makeMark = makeMark;
    this.marks = new Map();
    this.chosen = [];
    this.layer = window.L.layerGroup().addTo(map);
    this.projectAll(points);
    map.on("moveend", () => this.draw());
  }

  /* Web Mercator once: a place's pixel at zoom z is this times 2^z. */
  projectAll({ x, y }) {
    const { SphericalMercator } = window.L.Projection;
    const scale = WORLD / (2 * Math.PI * SphericalMercator.R);
    this.px = new Float64Array(x.length);
    this.py = new Float64Array(x.length);
    for (let i = 0; i < x.length; i += 1) {
      const at = SphericalMercator.project({ lat: y[i], lng: x[i] });
      this.px[i] = WORLD / 2 + at.x * scale;
      this.py[i] = WORLD / 2 - at.y * scale;
    }
  }

  show(indexes) {
    this.chosen = indexes;
    this.draw();
  }

  draw() {
    this.layer.clearLayers();
    for (const cell of this.cells()) {
      this.layer.addLayer(cell.members.length === 1 ? this.mark(cell.members[0]) : this.square(cell));
    }
  }

  /* The places in view, and a little round it, by the cell of the grid that they fall in. */
  cells() {
    const zoom = this.map.getZoom();
    const scale = 2 ** zoom;
    const single = zoom >= SINGLE_FROM;
    const { min, max } = this.map.getPixelBounds();
    const cells = new Map();
    for (const i of this.chosen) {
      const x = this.px[i] * scale;
      const y = this.py[i] * scale;
      if (x < min.x - CELL || x > max.x + CELL || y < min.y - CELL || y > max.y + CELL) continue;
      const key = single ? i : Math.floor(x / CELL) * 1e7 + Math.floor(y / CELL);
      const cell = cells.get(key);
      if (cell) cell.add(i, x, y);
      else cells.set(key, new Cell(i, x, y));
    }
    return single ? [...cells.values()] : merge([...cells.values()]);
  }

  mark(i) {
    if (!this.marks.has(i)) this.marks.set(i, this.makeMark(i));
    return this.marks.get(i);
  }

  square(cell) {
    const { L } = window;
    const number = cell.members.length;
    const side = 22 + 8 * String(number).length;
    const icon = L.divIcon({ html: String(number), className: "map-cluster", iconSize: [side, side] });
    const at = this.map.unproject(cell.middle);
    const closer = () => this.map.setView(at, Math.min(this.map.getZoom() + 2, SINGLE_FROM));
    return L.marker(at, { icon, keyboard: false }).on("click", closer);
  }
}

class Cell {
  constructor(i, x, y) {
    this.members = [i];
    [this.x, this.y] = [x, y];
  }

  add(i, x, y) {
    this.members.push(i);
    this.x += x;
    this.y += y;
  }

  get middle() {
    return [this.x / this.members.length, this.y / this.members.length];
  }

  take(other) {
    this.members = this.members.concat(other.members);
    this.x += other.x;
    this.y += other.y;
  }
}

/* Neighbours on both sides of a line of the grid may still touch: the larger takes the smaller. */
function merge(cells) {
  const kept = [];
  for (const cell of cells.sort((a, b) => b.members.length - a.members.length)) {
    const [x, y] = cell.middle;
    const near = kept.find(({ middle: [kx, ky] }) => Math.abs(kx - x) < CELL * 0.7 && Math.abs(ky - y) < CELL * 0.7);
    if (near) near.take(cell);
    else kept.push(cell);
  }
  return kept;
}
