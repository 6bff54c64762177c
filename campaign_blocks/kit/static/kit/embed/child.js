/* Tells the page that frames this one how tall the content is. The number is all it says,
   so anybody may hear it; the loader checks who spoke. */
if (window.parent !== window) {
  let told = 0;
  const parts = [...document.body.children];
  /* Not the body's own height: that is never less than the frame's, which could not shrink. */
  const tell = () => {
    const ends = parts.map((part) => part.getBoundingClientRect().bottom);
    const height = Math.ceil(Math.max(0, ...ends) + window.scrollY);
    if (height !== told) {
      told = height;
      window.parent.postMessage({ type: "cw:height", height }, "*");
    }
  };
  const observer = new ResizeObserver(tell);
  parts.forEach((part) => observer.observe(part));
  window.addEventListener("load", tell);
  tell();
}
