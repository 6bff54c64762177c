customElements.define(
  "copy-button",
  class extends HTMLElement {
    connectedCallback() {
      this.status = document.createElement("span");
      this.status.setAttribute("role", "status");
      this.append(this.status);
      this.querySelector("button").addEventListener("click", () => this.copy());
    }

    get source() {
      return document.getElementById(this.getAttribute("for"));
    }

    async copy() {
      const text = this.source?.value ?? this.source?.textContent.trim() ?? "";
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        this.source?.select?.();
        document.execCommand("copy");
      }
      this.status.textContent = document.documentElement.dataset.copied || "Copied";
      clearTimeout(this.timer);
      this.timer = setTimeout(() => (this.status.textContent = ""), 4000);
    }
  },
);
