// The bar that leads to the form leaves while the form is on screen.
const bar = document.querySelector(".sign-bar");
const form = document.getElementById("sign");

if (bar && form) {
  new IntersectionObserver(([{ isIntersecting }]) => {
    bar.classList.toggle("away", isIntersecting);
  }).observe(form);
}
