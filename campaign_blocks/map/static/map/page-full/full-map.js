/* Makes the page of a map that can be moved out of one that is complete without script. */
class FullMap extends HTMLElement {
  connectedCallback() {
    const start = () => (window.requestIdleCallback || setTimeout)(() => this.begin());
    if (document.readyState === "complete") start();
    else addEventListener("load", start, { once: true });
  }

  /* After the first paint: the library, the shapes and the points, all from our own server. */
  async begin() {
    const { dataset } = this;
    const json = (address) => address && fetch(address).then((answer) => answer.json());
    sortTables();
    const [points, shapes] = await Promise.all([
      json(dataset.points),
      json(dataset.shapes),
      style(dataset.css),
      script(dataset.leaflet),
      script(dataset.topology),
    ]);
    const filters = new Filters(document.getElementById("map-filters"), points);
    const listing = new Listing(points, dataset.place, filters.stateNames);
    const stage = new Stage(this, points, shapes);
    const refresh = () => {
      const chosen = filters.matching();
      filters.showCounts();
      stage.show(chosen);
      listing.show(stage.inView(chosen));
      performance.measure("map-filter", { start: filters.changedAt });
    };
    filters.onchange = () => {
      refresh();
      const chosen = filters.matching();
      if (filters.state || !stage.inView(chosen).length) stage.fit(chosen);
    };
    stage.onmove = () => listing.show(stage.inView(filters.matching()));
    stage.onchoose = (index) => listing.open(index);
    refresh();
    if (filters.areSet) stage.fit(filters.matching());
  }
}

function script(address) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement("script"), { src: address });
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  });
}

function style(address) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement("link"), { rel: "stylesheet" });
    element.onload = resolve;
    element.onerror = reject;
    element.href = address;
    document.head.prepend(element);
  });
}

customElements.define("full-map", FullMap);
