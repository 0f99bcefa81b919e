// Walked Tab by Tab by Keyboard.java: what can be reached, whether the focus shows, and where the walk ends.
// Of rows that are alike, two are walked.
() => {
  document.querySelectorAll("tbody tr:nth-child(n+3), .matrix td, .matrix tbody tr:nth-child(n+2)").forEach((it) => (it.inert = true));
  const radios = new Set();
  const stops = [...document.querySelectorAll("a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], svg a")].filter((it) => {
    if (it.disabled || it.tabIndex < 0 || it.closest("[inert]") || !it.checkVisibility({ visibilityProperty: true })) return false;
    if (it.tagName === "SUMMARY" && it.parentElement.querySelector("summary") !== it) return false;
    if (it.type !== "radio") return true;
    const group = [...document.querySelectorAll(`input[type=radio][name="${it.name}"]`)].filter((one) => one.form === it.form);
    return group.some((one) => one.checked) ? it.checked : group[0] === it;
  });
  const seen = new Set();
  let last = null;
  // The walk begins at the top, wherever the page put the focus.
  document.documentElement.tabIndex = -1;
  document.documentElement.focus();
  document.documentElement.removeAttribute("tabindex");
  window.keyboard = {
    step() {
      const it = document.activeElement;
      // Day, month and year of one date are three stops.
      if (it === last && ["date", "time", "datetime-local", "month"].includes(it.type)) return { end: false, fault: "" };
      last = it;
      if (it === document.body || seen.has(it)) return { end: true, why: it === document.body ? "body" : it.outerHTML.slice(0, 80) };
      seen.add(it);
      const style = getComputedStyle(it);
      const ring = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none" || it.closest("a")?.matches(":focus-visible") && it.namespaceURI.includes("svg");
      const box = it.getBoundingClientRect();
      return { end: false, fault: ring && box.width > 0 && box.bottom > 0 && box.top < innerHeight ? "" : "the focus does not show: " + it.outerHTML.slice(0, 120) };
    },
    // A table that turned out to fit while we walked is no stop any more.
    missed: () => stops.filter((it) => !seen.has(it) && it.tabIndex >= 0).map((it) => it.outerHTML.slice(0, 120)),
  };
  const skip = document.querySelector("a.skip");
  const faults = [...document.querySelectorAll("[tabindex]")].filter((it) => it.tabIndex > 0).map((it) => "a tabindex of its own: " + it.outerHTML.slice(0, 120));
  if (!skip || !document.querySelector(skip.getAttribute("href"))) faults.push("no way past the frame");
  return faults;
}
