// Small things every page does: remember the look, mind the focus, say when the server did not answer.
const html = document.documentElement;
html.dataset.script = "";

const words = () => document.body.dataset;

// the switch between light, dark and what the system says; the server reads the cookie, so the next page does not flash
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-theme-switch]") || !event.submitter) return;
  event.preventDefault();
  const theme = event.submitter.value;
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
  html.dataset.theme = theme;
  document.querySelector("meta[name=color-scheme]").content = theme === "auto" ? "light dark" : theme;
  for (const button of document.querySelectorAll("[data-theme-switch] button")) button.setAttribute("aria-pressed", String(button.value === theme));
});

// menus close on Escape, on a click elsewhere and when focus leaves
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = event.target.closest?.("details.menu[open], details.chip[open]") ?? document.querySelector("details.menu[open], details.chip[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.menu[open], details.chip[open]")) if (!open.contains(event.target)) open.open = false;
});
document.addEventListener("focusin", (event) => {
  for (const open of document.querySelectorAll("details.menu[open], details.chip[open]")) if (!open.contains(event.target)) open.open = false;
});

// a message stays until it is read; it has a button to put it away
document.addEventListener("click", (event) => {
  const dismiss = event.target.closest(".flash .dismiss");
  if (!dismiss) return;
  event.preventDefault();
  dismiss.closest(".flash").remove();
});

const say = (sentence, kind) => {
  const template = document.getElementById("flash-template");
  const flash = document.getElementById("flash");
  if (!template || !flash) return;
  const message = template.content.cloneNode(true);
  message.querySelector(".flash").classList.add(kind);
  message.querySelector("p").textContent = sentence;
  flash.replaceChildren(message);
};
document.addEventListener("htmx:sendError", () => say(words().sayOffline, "urgent"));
// a refusal is a message, not a piece of the page; a form with holes (422) stays where it is; without a session the page asks for one
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  if (xhr.status < 400 && new URL(xhr.responseURL).pathname === "/sign-in" && location.pathname !== "/sign-in") {
    event.detail.shouldSwap = false;
    location.reload();
  } else if (xhr.status >= 400 && xhr.status !== 422 && xhr.responseText.includes('class="flash')) {
    event.detail.shouldSwap = true;
    event.detail.target = document.getElementById("flash");
    event.detail.swapOverride = "innerHTML";
  }
});

// copy
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const from = document.getElementById(button.dataset.copy);
  await navigator.clipboard.writeText(from.value ?? from.textContent.trim());
  say(words().sayCopied, "done");
});

// dialogs: a link or button with data-opens shows the dialog of that id; without script the link leads to a page
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const dialog = opener && document.getElementById(opener.dataset.opens);
  if (!dialog) return;
  event.preventDefault();
  dialog.showModal();
});

// focus after htmx has put something new in place: what asks for it, a summary of errors, or the element that was replaced
document.addEventListener("htmx:afterSettle", (event) => {
  const fresh = event.detail.elt;
  if (!fresh.isConnected) return;
  const wish = fresh.matches("[data-focus]") ? fresh : fresh.querySelector(".problems, [autofocus], [data-focus]");
  if (!wish) return;
  if (!wish.matches("a, button, input, select, textarea, [tabindex]")) wish.tabIndex = -1;
  wish.focus();
  if (wish.matches("input:not([type=date])")) wish.select?.();
});
const problems = document.querySelector(".problems");
if (problems) {
  problems.tabIndex = -1;
  problems.focus();
}

// forms that answer at once to a change, such as a choice of columns
document.addEventListener("change", (event) => {
  if (event.target.form?.matches("[data-submit-on-change]")) event.target.form.requestSubmit();
});

// T changes between a picture and its table
const toggle = (place) => {
  const table = place.dataset.view !== "table";
  place.dataset.view = table ? "table" : "picture";
  for (const button of place.querySelectorAll("[data-toggles-table]")) button.setAttribute("aria-pressed", String(table));
  place.dispatchEvent(new CustomEvent("viewchange", { bubbles: true }));
};
document.addEventListener("click", (event) => {
  const place = event.target.closest("[data-toggles-table]")?.closest("[data-table-toggle]");
  if (place) toggle(place);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "t" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, [contenteditable], dialog")) return;
  const place = document.querySelector("[data-table-toggle]");
  if (place) toggle(place);
});
document.querySelector("[data-print]")?.addEventListener("click", () => print());
