// Dragging a card does what ticking it, choosing a group and pressing the button does: it sends the same form.
for (const board of document.querySelectorAll("[data-board]")) {
  let held = null;
  board.addEventListener("dragstart", event => {
    held = event.target.closest(".card");
    event.dataTransfer?.setData("text/plain", held?.textContent ?? "");
  });
  board.addEventListener("dragover", event => {
    if (held && event.target.closest("[data-into]")) event.preventDefault();
  });
  board.addEventListener("drop", event => {
    const into = event.target.closest("[data-into]");
    if (!held || !into) return;
    event.preventDefault();
    if (held.closest("[data-into]") === into) return;
    const ticks = board.querySelectorAll("input[name=card]");
    const mine = held.querySelector("input[name=card]");
    if (!mine.checked) for (const tick of ticks) tick.checked = tick === mine;
    board.querySelector("select[name=into]").value = into.dataset.into;
    board.querySelector("input[name=fresh]").value = "";
    board.requestSubmit();
  });
}
