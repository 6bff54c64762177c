// The share code of this page's address goes with the signature; the count renews itself once.
const code = new URLSearchParams(location.search).get("s");
if (/^[\w-]{1,40}$/.test(code ?? "")) {
  for (const field of document.querySelectorAll("input[data-source]")) field.value = code;
}

const renew = async (line) => {
  const number = line.querySelector(".count__number");
  const answer = await fetch(line.dataset.count, { credentials: "omit" });
  if (!answer.ok || !number) return;
  const { count, shown: told } = await answer.json();
  if (!told) return;
  const shown = count.toLocaleString(document.documentElement.lang || "en");
  for (const place of [number, document.querySelector(".sign-bar__count")]) {
    if (place?.textContent && place.closest("main, body")) place.textContent = shown;
  }
};
const lines = [...document.querySelectorAll("[data-count]")];
const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 2000));
if (lines.length) addEventListener("load", () => idle(() => lines.forEach((line) => renew(line).catch(() => {}))));
