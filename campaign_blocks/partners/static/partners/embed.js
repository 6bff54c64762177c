/* Turns each <a class="cw-embed" href="https://…/embed/…"> into a frame that follows its content.
   Without this script the link stays a link. No global, no cookie, no storage. */
(() => {
  const home = new URL(document.currentScript.src).origin;
  const frames = [];

  const frameFor = (link) => {
    const frame = document.createElement("iframe");
    frame.src = link.href;
    frame.title = link.textContent.trim();
    frame.loading = "lazy";
    frame.allow = "clipboard-write; web-share";
    frame.height = link.dataset.height || 640;
    link.replaceWith(frame);
    return frame;
  };

  const start = () => {
    for (const found of document.querySelectorAll("a.cw-embed, iframe.cw-embed")) {
      const address = found.href || found.src;
      if (!address || new URL(address).origin !== home) continue;
      const frame = found.href ? frameFor(found) : found;
      if (frames.includes(frame)) continue;
      frame.style.cssText = "inline-size:100%;border:0";
      frames.push(frame);
    }
  };

  addEventListener("message", ({ data, origin, source }) => {
    const frame = frames.find(({ contentWindow }) => contentWindow === source);
    if (!frame || !data || data.type !== "cw:height" || !Number.isInteger(data.height)) return;
    /* A sandboxed frame has no origin of its own; its window is proof enough. */
    const sandboxed = frame.hasAttribute("sandbox") || self.origin === "null";
    if (origin !== home && !(sandboxed && origin === "null")) return;
    frame.height = Math.min(4000, Math.max(100, data.height));
  });

  start();
  document.addEventListener("DOMContentLoaded", start);
})();
