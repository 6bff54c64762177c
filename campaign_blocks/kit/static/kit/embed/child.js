/* Tells the page that frames this one how tall the content is. The number is all it says,
   so anybody may hear it; the loader checks who spoke. */
if (window.parent !== window) {
  let told = 0;
  const tell = () => {
    const box = document.body.getBoundingClientRect();
    const height = Math.ceil(box.bottom + window.scrollY);
    if (height !== told) {
      told = height;
      window.parent.postMessage({ type: "cw:height", height }, "*");
    }
  };
  new ResizeObserver(tell).observe(document.body);
  window.addEventListener("load", tell);
  tell();
}
