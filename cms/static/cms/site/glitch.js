// Each picture plays once, when half of it is on screen; not with Save-Data.
const pictures = document.querySelectorAll(".glitch");

if (pictures.length && !navigator.connection?.saveData) {
  const watch = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting) continue;
        target.classList.add("on");
        watch.unobserve(target);
      }
    },
    { threshold: 0.5 },
  );
  pictures.forEach((picture) => watch.observe(picture));
}
