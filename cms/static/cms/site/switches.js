const root = document.documentElement;

const remember = (key, value) => {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // Without storage the choice holds for this page.
  }
};

class Switch extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.button.addEventListener("click", () => this.turn(!this.on));
    this.show();
  }

  show() {
    this.button.setAttribute("aria-pressed", String(this.on));
  }

  turn(on) {
    this.apply(on);
    this.show();
  }
}

customElements.define(
  "theme-switch",
  class extends Switch {
    get on() {
      return (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "")) === "dark";
    }

    apply(on) {
      root.dataset.theme = on ? "dark" : "light";
      remember("theme", root.dataset.theme);
    }
  },
);

customElements.define(
  "motion-switch",
  class extends Switch {
    get on() {
      return root.dataset.motion === "stop";
    }

    apply(on) {
      if (on) root.dataset.motion = "stop";
      else delete root.dataset.motion;
      remember("motion", on ? "stop" : "");
    }
  },
);
