// Runs before the first paint, so that a chosen theme does not flash. Nothing is stored without a click.
(function () {
  try {
    var chosen = document.documentElement.dataset;
    if (/^(dark|light)$/.test(localStorage.theme)) chosen.theme = localStorage.theme;
    if (localStorage.motion === "stop") chosen.motion = "stop";
  } catch (blocked) {
    // Storage is switched off: the system's own choice stands.
  }
})();
