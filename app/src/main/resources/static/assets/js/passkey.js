// Both ceremonies with a passkey. The server decides everything; this only carries bytes between it and the device.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

async function post(place, path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { [place.dataset.csrfHeader]: place.dataset.csrf, "Content-Type": "application/json", Accept: "application/json" },
    body: body === undefined ? "" : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

const withBytes = (list) => (list ?? []).map((it) => ({ ...it, id: bytes(it.id) }));

async function register(place) {
  const asked = await post(place, "/account/passkeys/question");
  const made = await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: withBytes(asked.excludeCredentials),
    },
  });
  const label = encodeURIComponent(place.querySelector("input").value);
  return post(place, `/account/passkeys?label=${label}`, {
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    authenticatorAttachment: made.authenticatorAttachment,
    clientExtensionResults: made.getClientExtensionResults(),
    response: {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports?.() ?? [],
    },
  });
}

async function signIn(place) {
  const asked = await post(place, "/sign-in/passkey/question");
  const shown = await navigator.credentials.get({
    publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: withBytes(asked.allowCredentials) },
  });
  return post(place, `/sign-in/passkey?to=${encodeURIComponent(place.dataset.to)}`, {
    id: shown.id,
    rawId: text(shown.rawId),
    type: shown.type,
    authenticatorAttachment: shown.authenticatorAttachment,
    clientExtensionResults: shown.getClientExtensionResults(),
    response: {
      authenticatorData: text(shown.response.authenticatorData),
      clientDataJSON: text(shown.response.clientDataJSON),
      signature: text(shown.response.signature),
      userHandle: shown.response.userHandle ? text(shown.response.userHandle) : null,
    },
  });
}

for (const [selector, ceremony] of [["[data-passkey-register]", register], ["[data-passkey-sign-in]", signIn]]) {
  const place = document.querySelector(selector);
  if (!place) continue;
  if (!window.PublicKeyCredential) {
    place.hidden = true;
    continue;
  }
  place.querySelector("button").addEventListener("click", async (click) => {
    const problem = place.querySelector("[role=alert]");
    problem.hidden = true;
    click.target.closest("button").setAttribute("aria-busy", "true");
    try {
      location.assign((await ceremony(place)).to);
    } catch {
      problem.hidden = false;
    } finally {
      click.target.closest("button").removeAttribute("aria-busy");
    }
  });
}
