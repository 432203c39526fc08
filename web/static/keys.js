// Single keys for what a page marks with data-key: a link is followed, a button pressed.
// j and k step through passages where a page has them. Everything works without.
(() => {
  "use strict";
  const SWITCH = "clausewatch-keys";
  const toggle = document.querySelector("[data-toggle-keys]");
  const on = () => localStorage.getItem(SWITCH) !== "off";

  function label() {
    toggle.hidden = false;
    toggle.textContent = on() ? toggle.dataset.on : toggle.dataset.off;
    toggle.setAttribute("aria-pressed", String(on()));
  }
  if (toggle) {
    toggle.addEventListener("click", () => {
      localStorage.setItem(SWITCH, on() ? "off" : "on");
      label();
    });
    label();
  }

  function step(direction) {
    const places = [...document.querySelectorAll("[data-place]")];
    if (!places.length) return false;
    const now = places.indexOf(document.activeElement);
    const next = places[Math.max(0, Math.min(places.length - 1, now + direction))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (!on() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key.startsWith("Arrow") && event.target.closest(".scroll")) return;
    const marked = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (marked) {
      event.preventDefault();
      marked.click();
    } else if (event.key === "j" || event.key === "k") {
      if (step(event.key === "j" ? 1 : -1)) event.preventDefault();
    } else if (event.key === "/") {
      event.preventDefault();
      location.assign("/search");
    }
  });
})();
