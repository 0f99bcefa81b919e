// Minutes save themselves while somebody types. What the server has not confirmed stays in this browser, also over a crash.
const PAUSE = 1200;
const RETRY = 5000;
const parts = [];

for (const form of document.querySelectorAll("form[data-minutes]")) {
  const area = form.elements.body;
  const version = form.elements.version;
  const status = form.querySelector("[role=status]");
  const key = `minutes ${form.getAttribute("action")}`;
  // what the server sent: somebody may have typed before this script came
  let confirmed = area.defaultValue;
  let timer = 0;
  let sending = false;
  let second = false;

  const keep = () => {
    try {
      if (area.value === confirmed) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify({ version: version.value, body: area.value }));
    } catch {
      // a browser that keeps nothing still saves over the line
    }
  };
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  async function save() {
    if (sending || area.value === confirmed) return;
    sending = true;
    const text = area.value;
    status.textContent = form.dataset.saving;
    const sent = new URLSearchParams({ version: version.value, body: text, quiet: "true" });
    for (const field of form.querySelectorAll("input[type=hidden]")) if (field.name === "_csrf") sent.set("_csrf", field.value);
    try {
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body: sent, redirect: "error", headers: { Accept: "application/json" } });
      if (answer.status === 409 && answer.headers.get("Content-Type")?.includes("json")) {
        // both texts are on the server now: theirs in the part, this one beside it
        localStorage.removeItem(key);
        status.textContent = form.dataset.second;
        confirmed = area.value;
        second = true;
        location.reload();
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      version.value = (await answer.json()).version;
      confirmed = text;
      status.textContent = form.dataset.saved;
      keep();
      if (area.value !== confirmed) later(PAUSE);
    } catch {
      status.textContent = form.dataset.away;
      later(RETRY);
    } finally {
      sending = false;
    }
  }

  parts.push({
    form,
    open: () => area.value !== confirmed,
    second: () => second,
    async settle() {
      while (sending) await new Promise((go) => setTimeout(go, 50));
      await save();
    },
  });

  area.addEventListener("input", () => {
    keep();
    later(PAUSE);
  });
  area.addEventListener("blur", () => save());
  addEventListener("online", () => save());
  form.addEventListener("submit", () => {
    confirmed = area.value;
    clearTimeout(timer);
  });

  if (area.value !== confirmed) later(PAUSE);

  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null");
    if (kept?.body === area.value) localStorage.removeItem(key);
    else if (kept) {
      // typed before a crash or a dropped line: on the version it was typed on, so that nobody else's words are written over
      version.value = kept.version;
      area.value = kept.body;
      save();
    }
  } catch {
    // nothing readable was kept
  }
}

// beside the button that was pressed: the part itself may be out of sight
function say(form, button, words) {
  let place = form.querySelector("[data-stopped]");
  if (!place) {
    place = document.createElement("span");
    place.className = "small";
    place.dataset.stopped = "";
    place.setAttribute("role", "status");
    if (button) button.after(" ", place);
    else form.append(place);
  }
  place.textContent = words;
}

// whoever takes lines over, lays the minutes before people or approves them means what they see: the last words go first
const minutes = parts[0]?.form.getAttribute("action").replace(/\/parts\/[^/]*$/, "/");
document.addEventListener("submit", async (event) => {
  const { target, submitter } = event;
  if (!minutes || !target.getAttribute("action")?.startsWith(minutes)) return;
  const open = parts.filter((it) => it.form !== target && it.open());
  if (open.length === 0) return;
  event.preventDefault();
  await Promise.all(open.map((it) => it.settle()));
  if (open.some((it) => it.second())) return;
  if (open.every((it) => !it.open())) target.requestSubmit(submitter);
  else say(target, submitter, open[0].form.dataset.away);
});
