/* Leaflet over our own shapes: canvas marks, clusters, no tiles unless the operator chose some. */

const HOMES = { us_states: [[24.4, -125], [49.4, -66.9]], world: [[-50, -130], [70, 155]] };
const STEP = 120;

class Stage {
  constructor(host, points) {
    const { L } = window;
    this.points = points;
    this.element = host.querySelector(".full-map__leaflet");
    this.picture = host.querySelector(".map-states");
    host.querySelector(".full-map__stage").hidden = false;
    this.picture?.setAttribute("hidden", "");
    this.map = L.map(this.element, {
      attributionControl: Boolean(host.dataset.tiles),
      zoomControl: false,
      scrollWheelZoom: false,
      minZoom: 1,
      maxZoom: 16,
      maxBounds: [[-85, -400], [85, 400]],
      zoomSnap: 0.25,
      zoomDelta: 1,
      worldCopyJump: true,
      renderer: L.canvas({ padding: 0.3 }),
    });
    const { area, view, shapes } = host.dataset;
    this.home = shapes || !points.id.length ? HOMES[area] : this.bounds(points.id.keys());
    this.view = view ? view.split(",").map(Number) : null;
    this.goHome({ animate: false });
    this.tiled = Boolean(host.dataset.tiles);
    this.map.attributionControl?.setPrefix(false);
    if (this.tiled) L.tileLayer(host.dataset.tiles, { attribution: host.dataset.tilesCredit }).addTo(this.map);
    this.gestures(host);
    this.buttons(host);
    this.map.on("moveend", () => this.onmove?.());
  }

  /* Where the map begins: as its editors chose, else all that it shows. */
  goHome(options) {
    if (this.view) this.map.setView(this.view.slice(0, 2), this.view[2], options);
    else this.map.fitBounds(this.home, options);
  }

  colour(name) {
    return getComputedStyle(this.element).getPropertyValue(name).trim();
  }

  /* The shade of a state is that of the picture, which knows the figures. */
  drawShapes(shapes) {
    const shade = (id) => {
      const path = this.picture?.querySelector(`a[href$="state=${id}"] path`);
      return path ? getComputedStyle(path).fill : this.colour("--bg");
    };
    for (const { id, rings } of shapes) {
      const style = { color: this.colour("--fg"), weight: 1, fillColor: shade(id), fillOpacity: this.tiled ? 0.35 : 1 };
      window.L.polygon(rings, { ...style, interactive: false, smoothFactor: 0.5 }).addTo(this.map);
    }
  }

  makeMarks() {
    const kinds = this.points.kinds.map((slug) => document.getElementById(`map-kind-${slug}`)?.parentElement.querySelector(".map-mark"));
    const looks = kinds.map((svg) => {
      const style = svg && getComputedStyle(svg);
      return { shape: svg?.dataset.shape || "dot", color: style?.color || "black", halo: style?.stroke || "white" };
    });
    const Mark = drawMark(window.L);
    const make = (i) => new Mark(this.at(i), looks[this.points.k[i]]).on("click", () => this.onchoose?.(i));
    this.clusters = new Clusters(this.map, this.points, make);
  }

  at(i) {
    return [this.points.y[i], this.points.x[i]];
  }

  bounds(indexes) {
    return window.L.latLngBounds([...indexes].map((i) => this.at(i)));
  }

  show(indexes) {
    this.clusters.show(indexes);
  }

  fit(indexes) {
    if (indexes.length) this.map.fitBounds(this.bounds(indexes), { padding: [40, 40], maxZoom: 9 });
  }

  inView(indexes) {
    const view = this.map.getBounds();
    const [south, west, north, east] = [view.getSouth(), view.getWest(), view.getNorth(), view.getEast()];
    const { x, y } = this.points;
    return indexes.filter((i) => y[i] >= south && y[i] <= north && x[i] >= west && x[i] <= east);
  }

  /* One finger scrolls the page, two move the map; the wheel zooms only with Ctrl. */
  gestures(host) {
    const hint = host.querySelector(".full-map__hint");
    this.element.addEventListener("pointerdown", (event) => {
      this.map.dragging[event.pointerType === "touch" ? "disable" : "enable"]();
    }, { capture: true });
    this.element.addEventListener("touchmove", (event) => {
      hint.hidden = event.touches.length > 1;
      clearTimeout(this.hintTimer);
      this.hintTimer = setTimeout(() => { hint.hidden = true; }, 900);
    }, { passive: true });
    this.element.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.map.setZoomAround(this.map.mouseEventToLatLng(event), this.map.getZoom() - Math.sign(event.deltaY));
    }, { passive: false });
  }

  buttons(host) {
    const moves = {
      in: () => this.map.zoomIn(),
      out: () => this.map.zoomOut(),
      west: () => this.map.panBy([-STEP, 0]),
      east: () => this.map.panBy([STEP, 0]),
      north: () => this.map.panBy([0, -STEP]),
      south: () => this.map.panBy([0, STEP]),
      home: () => this.goHome(),
    };
    host.addEventListener("click", ({ target }) => moves[target.closest("[data-move]")?.dataset.move]?.());
  }
}
