// Ctrl-K: one field for everything. Without script the search box in the top bar leads to the search page.
const palette = document.getElementById("palette");
const ask = palette?.querySelector("input");
const commands = palette ? [...palette.querySelectorAll("[data-command]")] : [];

const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "").replace(/ß/g, "ss");

const narrow = () => {
  const wanted = plain(ask.value.trim());
  for (const command of commands) command.hidden = !plain(command.textContent).includes(wanted);
  const list = palette.querySelector("[data-commands]");
  list.hidden = commands.every((command) => command.hidden);
  if (wanted === "") palette.querySelector("#palette-found").replaceChildren();
};

const open = () => {
  if (palette.open) return;
  palette.showModal();
  ask.value = "";
  narrow();
  ask.focus();
};

document.addEventListener("keydown", (event) => {
  if (!palette) return;
  const slash = event.key === "/" && !event.target.closest("input, select, textarea");
  if (slash || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k")) {
    event.preventDefault();
    open();
  }
});
ask?.addEventListener("input", narrow);
palette?.addEventListener("click", (event) => {
  if (event.target === palette) palette.close();
});

// arrows walk from the field through the answers and back; Enter in the field takes the first answer
document.addEventListener("keydown", (event) => {
  const place = event.target.closest?.("[data-answers]");
  if (!place) return;
  const field = place.querySelector("input[type=search]");
  const links = [...place.querySelectorAll(".results a")].filter((link) => link.offsetParent !== null);
  const here = links.indexOf(document.activeElement);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: here < 0 ? NaN : 0, End: here < 0 ? NaN : links.length - 1 }[event.key];
  if (to !== undefined && !Number.isNaN(to)) {
    event.preventDefault();
    (to < 0 ? field : links[Math.min(to, links.length - 1)])?.focus();
  } else if (event.key === "Enter" && document.activeElement === field && place === palette && links.length > 0) {
    event.preventDefault();
    links[0].click();
  } else if (here >= 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    field.focus();
  } else if (event.key === "Escape" && place !== palette && here >= 0) {
    field.focus();
  }
});
