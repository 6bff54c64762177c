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
    const [file, shapes] = await Promise.all([
      json(dataset.points),
      json(dataset.shapes),
      style(dataset.css),
      script(dataset.leaflet),
      script(dataset.topology),
    ]);
    await breath();
    const points = readPoints(file);
    const filters = new Filters(document.getElementById("map-filters"), points);
    await breath();
    const listing = new Listing(points, dataset.place, filters.stateNames);
    const stage = new Stage(this, points);
    await breath();
    if (shapes) stage.drawShapes(window.campaignShapes(shapes));
    await breath();
    stage.makeMarks();
    filters.onchange = () => {
      const chosen = filters.matching();
      filters.showCounts();
      stage.show(chosen);
      listing.showSoon(() => stage.inView(chosen));
      if (filters.state || !stage.inView(chosen).length) stage.fit(chosen);
      measured(filters.changedAt);
    };
    stage.onmove = () => listing.showSoon(() => stage.inView(filters.matching()));
    stage.onchoose = (index) => listing.open(index);
    await breath();
    const first = filters.matching();
    filters.showCounts();
    await breath();
    stage.show(first);
    await breath();
    if (filters.areSet) stage.fit(first);
    else listing.showSoon(() => stage.inView(first));
  }
}

/* Lets the browser paint and answer the visitor between two pieces of work. */
function breath() {
  return new Promise((resolve) => { setTimeout(resolve); });
}

/* From the visitor's change to the picture that shows it, for whoever measures. */
function measured(start) {
  requestAnimationFrame(() => setTimeout(() => performance.measure("map-filter", { start })));
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
