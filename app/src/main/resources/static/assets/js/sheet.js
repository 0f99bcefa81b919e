// Lists as spreadsheets: arrows between cells, Enter or a double click to edit, a tick for all rows.
const cell = (row, index) => row?.cells[Math.min(index, row.cells.length - 1)];

const enter = (target) => {
  if (!target) return;
  const inner = target.querySelector("a:not(.edit), input, button:not(.edit)");
  if (!inner) target.tabIndex = -1;
  (inner ?? target).focus();
  target.scrollIntoView({ block: "nearest", inline: "nearest" });
};

const edit = (target) => {
  const link = target?.closest("td[data-edit]")?.querySelector(".edit");
  link?.click();
  return Boolean(link);
};

document.addEventListener("keydown", (event) => {
  const here = event.target.closest?.(".sheet tbody :is(td, th)");
  if (!here || here.classList.contains("editing") || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = here.parentElement;
  const rows = [...row.parentElement.rows].filter((each) => each.cells.length > 1);
  const at = rows.indexOf(row);
  const column = here.cellIndex;
  const to = {
    ArrowDown: () => cell(rows[at + 1], column),
    ArrowUp: () => cell(rows[at - 1], column),
    ArrowRight: () => row.cells[column + 1],
    ArrowLeft: () => row.cells[column - 1],
    PageDown: () => cell(rows[Math.min(at + 10, rows.length - 1)], column),
    PageUp: () => cell(rows[Math.max(at - 10, 0)], column),
    Home: () => row.cells[0],
    End: () => row.cells[row.cells.length - 1],
  }[event.key];
  if (to) {
    event.preventDefault();
    enter(to());
  } else if ((event.key === "Enter" && event.target === here) || event.key === "F2") {
    if (edit(here)) event.preventDefault();
  } else if (event.key === " " && !event.target.matches("input, button, summary")) {
    const tick = row.querySelector("input[name=selected]");
    if (tick) {
      event.preventDefault();
      tick.click();
    }
  }
});

document.addEventListener("dblclick", (event) => edit(event.target));

// leaving a cell under edit without saving
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") event.target.closest?.("td.editing")?.querySelector("[data-cancel]")?.click();
});

// selection: Shift ticks a range, the tick in the heading takes all rows of this page
let last = null;
document.addEventListener("click", (event) => {
  const tick = event.target.closest("input[name=selected]");
  if (!tick) return;
  const ticks = [...tick.form.querySelectorAll("input[name=selected]")];
  if (event.shiftKey && last?.form === tick.form) {
    const [from, to] = [ticks.indexOf(last), ticks.indexOf(tick)].sort((a, b) => a - b);
    for (const each of ticks.slice(from, to + 1)) each.checked = tick.checked;
  }
  last = tick;
});
const count = (form) => {
  const ticks = [...form.querySelectorAll("input[name=selected]")];
  const chosen = ticks.filter((each) => each.checked).length;
  const all = form.querySelector("[data-select-all]");
  if (all) {
    all.checked = chosen > 0 && chosen === ticks.length;
    all.indeterminate = chosen > 0 && chosen < ticks.length;
  }
  for (const output of form.querySelectorAll("[data-selected-count]")) output.textContent = chosen;
};
document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (event.target.matches("[data-select-all]")) for (const each of form.querySelectorAll("input[name=selected]")) each.checked = event.target.checked;
  if (event.target.matches("[data-select-all], input[name=selected]")) count(form);
});
document.addEventListener("reset", (event) => setTimeout(() => count(event.target)));

// a sheet wider than its place scrolls by itself; otherwise the page scrolls and the heading stays below the top bar
const measure = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const sheet = target.closest(".sheet");
    const table = sheet.querySelector("table");
    const wide = getComputedStyle(table).display === "table" && table.offsetWidth > sheet.clientWidth + 1;
    sheet.toggleAttribute("data-overflows", wide);
    if (wide) sheet.tabIndex = 0;
    else sheet.removeAttribute("tabindex");
  }
});
const prepare = (root) => {
  for (const sheet of root.querySelectorAll(".sheet")) {
    measure.observe(sheet);
    for (const link of sheet.querySelectorAll(".edit")) link.tabIndex = -1;
  }
};
prepare(document);
document.addEventListener("htmx:load", (event) => {
  prepare(event.target.parentElement ?? document);
});
