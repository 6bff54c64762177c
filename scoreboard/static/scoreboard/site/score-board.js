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

  rows() {
    return this.querySelectorAll(".person");
  }

  async run(event) {
    event.preventDefault();
    if ("partial" in this.dataset && !(await this.fetchAll())) return this.form.submit();
    const chosen = Object.fromEntries(new FormData(this.form));
    const words = this.fold(chosen.q || "").split(" ").filter(Boolean);
    let shown = 0;
    for (const group of this.querySelectorAll("[data-state]")) {
      const here = !chosen.state || group.dataset.state === chosen.state;
      let found = 0;
      for (const row of group.querySelectorAll(".person")) {
        const fits = here && this.fits(row, chosen, words);
        row.hidden = !fits;
        found += fits;
      }
      group.hidden = !found;
      shown += found;
    }
    this.tell(shown, chosen);
  }

  fits(row, chosen, words) {
    const { chamber, party, stance } = row.dataset;
    if (chosen.chamber && chosen.chamber !== chamber) return false;
    if (chosen.party && chosen.party !== party) return false;
    if (chosen.stance && chosen.stance !== stance) return false;
    row.folded ??= this.fold(row.querySelector(".person__name").textContent + " " + (row.dataset.area || ""));
    return words.every((word) => row.folded.includes(word));
  }

  fold(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  tell(shown, chosen) {
    const text = this.dataset.shown.replace("%(shown)s", shown).replace("%(seats)s", this.rows().length);
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
    return true;
  }
}

if (!customElements.get("score-board")) customElements.define("score-board", ScoreBoard);
