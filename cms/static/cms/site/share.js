// The system's own share sheet, where there is one.
customElements.define(
  "native-share",
  class extends HTMLElement {
    connectedCallback() {
      if (!navigator.share) return;
      this.hidden = false;
      this.querySelector("button").addEventListener("click", () => {
        navigator.share({ ...this.dataset }).catch(() => {});
      });
    }
  },
);

// Mastodon has no address of its own: the visitor names a server, and nobody stands between.
customElements.define(
  "mastodon-share",
  class extends HTMLElement {
    connectedCallback() {
      const form = this.querySelector("form");
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        // A server, an address, or a whole handle such as @ana@example.social.
        const typed = new FormData(form).get("server").trim().replace(/^https?:\/\//i, "");
        const host = typed.split("/")[0].split("@").pop();
        if (!/^[\w.-]+\.[a-z]{2,}(:\d+)?$/i.test(host)) return form.elements.server.focus();
        open(`https://${host}/share?text=${encodeURIComponent(this.dataset.text)}`, "_blank", "noopener");
      });
    }
  },
);
