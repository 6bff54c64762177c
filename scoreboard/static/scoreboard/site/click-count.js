// Clicks are counted by a number for each person and channel; nothing says who clicked. Browsers that
// know `ping` do it without script; here the same address is told once, in every browser.
function tellCount(address) {
  navigator.sendBeacon?.(address);
}

customElements.define(
  "click-count",
  class extends HTMLElement {
    connectedCallback() {
      for (const link of this.querySelectorAll("a[ping]")) {
        link.dataset.click = link.getAttribute("ping");
        link.removeAttribute("ping");
      }
      this.addEventListener("click", (event) => {
        const link = event.target.closest("a[data-click]");
        if (link) tellCount(link.dataset.click);
      });
      this.addEventListener("submit", (event) => {
        const element = event.target.closest("mastodon-share[data-click]");
        if (element) tellCount(element.dataset.click);
      });
    }
  },
);

// Lists are long: their links carry no address of a count, it is made from the person's own.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".person__act, .board__rows a:last-child");
  const page = link?.host === "x.com" && link.closest("li").querySelector("a").getAttribute("href");
  if (page) tellCount(`${page}count/x/`);
});
