/* The filter form applied at once, with the address kept true to it. */
class Filters {
  constructor(form, points) {
    this.form = form;
    this.points = points;
    this.changedAt = performance.now();
    this.words = points.n.map((name, i) => `${name} ${points.c[i]} `.toLowerCase());
    this.stateNames = this.readStateNames();
    form.addEventListener("submit", (event) => {
      if (this.needsServer) return;
      event.preventDefault();
      this.changed();
    });
    form.addEventListener("change", () => !this.needsServer && this.changed());
  }

  /* ZIP codes are looked up by the server. */
  get needsServer() {
    return /\d/.test(this.form.elements.q.value);
  }

  get state() {
    return this.form.elements.state.value;
  }

  get kinds() {
    return new FormData(this.form).getAll("kind");
  }

  get areSet() {
    return Boolean(this.state || this.kinds.length || this.form.elements.q.value.trim());
  }

  readStateNames() {
    const options = [...this.form.elements.state.options].filter((option) => option.value);
    return new Map(options.map((option) => [option.value, option.text.replace(/ \(\d+\)$/, "")]));
  }

  changed() {
    this.changedAt = performance.now();
    const query = new URLSearchParams(new FormData(this.form));
    for (const [name, value] of [...query]) if (!value) query.delete(name, value);
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
    this.onchange();
  }

  /* Indexes of the points that fit, in the order of the list. */
  matching(state = this.state, kinds = this.kinds) {
    const { k, s, id, kinds: slugs } = this.points;
    const wanted = kinds.length ? new Set(kinds.map((kind) => slugs.indexOf(kind))) : null;
    const words = this.form.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = [];
    for (let i = 0; i < id.length; i += 1) {
      if ((!state || s[i] === state) && (!wanted || wanted.has(k[i])) && this.says(i, words)) found.push(i);
    }
    return found;
  }

  says(i, words) {
    return words.every((word) => this.words[i].includes(word) || this.inState(this.points.s[i], word));
  }

  inState(code, word) {
    const name = (this.stateNames.get(code) || "").toLowerCase();
    return code.toLowerCase() === word || (word.length > 3 && name.startsWith(word)) || name.split(" ").includes(word);
  }

  /* The figures behind the kinds follow the state that is chosen. */
  showCounts() {
    const counts = new Map();
    for (const i of this.matching(this.state, [])) counts.set(this.points.k[i], (counts.get(this.points.k[i]) || 0) + 1);
    for (const element of this.form.querySelectorAll("[data-kind-count]")) {
      const kind = this.points.kinds.indexOf(element.dataset.kindCount);
      element.textContent = `(${counts.get(kind) || 0})`;
    }
  }
}
