// Filters apply at once: with the whole list on the page rows are hidden or shown; a page that
// was loaded with filters fetches the whole list first. Without script the form does it all.
class ScoreBoard extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form.filters");
    this.status = this.querySelector("[role=status]");
    if (!this.form || !this.status || "fixed" in this.dataset) return;
    this.form.addEventListener("submit", (event) => this.run(event));
    this.form.addEventListener("change", (event) => this.run(event));
    this.form.addEventListener("input", (event) => {
      if (event.target.type === "search") this.run(event);
    });
  }

  // Read from the page once: 541 rows are looked at with every key that is pressed.
  read() {
    this.groups ??= Array.from(this.querySelectorAll("[data-state]"), (element) => ({
      element,
      state: element.dataset.state,
      rows: Array.from(element.querySelectorAll(".person"), (row) => ({ row, ...row.dataset })),
    }));
    this.seats ??= this.groups.reduce((sum, group) => sum + group.rows.length, 0);
    return this.groups;
  }

  show(element, visible) {
    if (element.hidden === visible) element.hidden = !visible;
  }

  async run(event) {
    event.preventDefault();
    if ("partial" in this.dataset && !(await this.fetchAll())) return this.form.submit();
    const chosen = Object.fromEntries(new FormData(this.form));
    const words = this.fold(chosen.q || "").split(" ").filter(Boolean);
    let shown = 0;
    for (const group of this.read()) {
      const here = !chosen.state || group.state === chosen.state;
      let found = 0;
      if (here) {
        for (const entry of group.rows) {
          const fits = this.fits(entry, chosen, words);
          this.show(entry.row, fits);
          found += fits;
        }
      }
      this.show(group.element, found > 0);
      shown += found;
    }
    this.tell(shown, chosen);
  }

  fits(entry, chosen, words) {
    if (chosen.chamber && chosen.chamber !== entry.chamber) return false;
    if (chosen.party && chosen.party !== entry.party) return false;
    if (chosen.stance && chosen.stance !== entry.stance) return false;
    if (!words.length) return true;
    entry.folded ??= this.fold(`${entry.row.querySelector(".person__name").textContent} ${entry.area || ""}`);
    return words.every((word) => entry.folded.includes(word));
  }

  fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  tell(shown, chosen) {
    const text = this.dataset.shown.replace("%(shown)s", shown).replace("%(seats)s", this.seats);
    if (this.status.textContent !== text) this.status.textContent = text;
    const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
    history.replaceState(null, "", query.size ? `${this.dataset.url}?${query}` : this.dataset.url);
  }

  async fetchAll() {
    const bill = this.form.elements.bill?.value;
    const answer = await fetch(this.dataset.url + (bill ? `?bill=${encodeURIComponent(bill)}` : "")).catch(() => null);
    if (!answer?.ok) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = page.querySelector(".board__list");
    if (!list) return false;
    this.querySelector(".board__list").replaceWith(document.adoptNode(list));
    this.querySelector(".board__nobody")?.remove();
    delete this.dataset.partial;
    this.groups = this.seats = undefined;
    return true;
  }
}

if (!customElements.get("score-board")) customElements.define("score-board", ScoreBoard);
