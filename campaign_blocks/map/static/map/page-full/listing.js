/* The list of what is in view, and the panel of one place. */
const MOST = 60;

class Listing {
  constructor(points, placeAddress, stateNames) {
    this.points = points;
    this.placeAddress = placeAddress;
    this.stateNames = stateNames;
    this.list = document.getElementById("map-list");
    this.status = document.getElementById("map-status");
    this.panel = document.getElementById("map-panel");
    this.words = this.status.dataset;
    this.marks = this.readMarks();
    for (const id of ["map-pager", "map-none"]) document.getElementById(id)?.remove();
  }

  /* The drawn marks of the kinds stand in the form already. */
  readMarks() {
    const inputs = [...document.querySelectorAll("#map-filters input[name=kind]")];
    return new Map(inputs.map((input) => [input.value, input.parentElement.querySelector(".map-kind")]));
  }

  address(i) {
    return this.placeAddress.replace("/0/", `/${this.points.id[i]}/`);
  }

  /* In a task of its own: the map moves first. */
  showSoon(find) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(find()));
  }

  show(indexes) {
    this.list.replaceChildren(...indexes.slice(0, MOST).map((i) => this.row(i)));
    const more = indexes.length > MOST ? ` ${this.words.first.replace("%s", MOST)}` : "";
    const words = indexes.length === 1 ? this.words.one : this.words.many.replace("%s", indexes.length);
    if (this.status.textContent !== words + more) this.status.textContent = words + more;
  }

  row(i) {
    const row = Object.assign(document.createElement("li"), { className: "row map-place" });
    const link = document.createElement("a");
    link.className = "map-place__name";
    link.href = this.address(i);
    link.textContent = this.points.n[i];
    const where = Object.assign(document.createElement("span"), { className: "meta" });
    where.textContent = [this.points.c[i], this.stateNames.get(this.points.s[i]) || this.points.s[i]].filter(Boolean).join(", ");
    const mark = this.marks.get(this.points.kinds[this.points.k[i]])?.cloneNode(true);
    row.append(link, ...(mark ? [mark] : []), where);
    return row;
  }

  /* The panel shows the place's own page, so both always say the same. */
  async open(i) {
    const address = this.address(i);
    const answer = await fetch(address);
    if (!answer.ok) return location.assign(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const heading = document.createElement("h2");
    const link = Object.assign(document.createElement("a"), { href: address });
    link.textContent = page.querySelector("h1").textContent;
    heading.append(link);
    this.panel.replaceChildren(heading, page.getElementById("place"));
    this.panel.hidden = false;
    this.panel.focus({ preventScroll: true });
    this.panel.scrollIntoView({ block: "nearest" });
    return undefined;
  }
}
