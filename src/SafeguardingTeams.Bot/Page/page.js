// The signed-in page: one card at a time, the next one in its place.
"use strict";

const place = document.getElementById("card");
const message = document.getElementById("message");
const working = document.getElementById("working");
let token = "";
let busy = false;
let unsaved = false;
place.addEventListener("input", () => { unsaved = true; });
window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });

const say = (text, link) => {
  message.replaceChildren(document.createTextNode(text));
  if (link) {
    const a = document.createElement("a");
    a.href = link.href;
    a.target = "_blank";
    a.textContent = link.text;
    message.append(" ", a);
  }
  message.hidden = !text;
};

const show = (card) => {
  say("");
  unsaved = false;
  cards.draw(place, card, press);
  window.scrollTo(0, 0);
  place.focus();
};

const start = async () => {
  const session = await fetch("/web/session", { headers: { Accept: "application/json" } });
  if (session.status === 401) {
    return false;
  }
  const { name, token: given } = await session.json();
  document.getElementById("who").textContent = name;
  token = given;
  return true;
};

const send = (verb, data) => fetch("/web/actions", {
  method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": token }, body: JSON.stringify({ verb, data }),
});

// What is typed stays in the card until there is a next one: whatever goes wrong, nothing is lost.
const press = async (verb, data) => {
  if (busy) return;
  busy = true;
  const soon = setTimeout(() => { working.hidden = false; }, 400);
  const buttons = [...place.querySelectorAll("button"), ...document.querySelectorAll("[data-verb]")];
  buttons.forEach((button) => { button.disabled = true; });
  try {
    let answer = await send(verb, data);
    if (answer.status === 400 && await start()) answer = await send(verb, data);
    if (answer.ok) {
      show(await answer.json());
    } else if (answer.status === 401) {
      say("You have been signed out. What you typed is still below. Sign in again in a new tab, then come back here and press the button again.", { href: "/", text: "Sign in again" });
    } else if (answer.status === 503) {
      say((await answer.json()).message);
    } else if (answer.status === 413) {
      say("This is too long to be saved in one go. What you typed is still below: shorten it, then press the button again.");
    } else {
      say("Something went wrong. What you typed is still below. Press the button again in a few minutes.");
    }
  } catch {
    say("The connection was lost. What you typed is still below. Press the button again when you are back online.");
  } finally {
    clearTimeout(soon);
    working.hidden = true;
    buttons.forEach((button) => { button.disabled = false; });
    busy = false;
    if (!message.hidden) message.scrollIntoView();
  }
};

document.querySelectorAll("[data-verb]").forEach((button) => button.addEventListener("click", () => {
  if (!unsaved || window.confirm("What you typed on this card is not saved yet. Leave it all the same?")) press(button.dataset.verb, {});
}));
document.getElementById("sign-out").addEventListener("click", async () => {
  unsaved = false;
  await fetch("/sign-out", { method: "POST", headers: { "X-CSRF-TOKEN": token } });
  window.location.assign("/signed-out");
});

start().then((signedIn) => {
  const open = new URLSearchParams(window.location.search).get("open");
  return signedIn && (open ? press("open-case", { case: open }) : press("home", {}));
});
