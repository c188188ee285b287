// The signed-in page: one card at a time, the next one in its place.
"use strict";

const place = document.getElementById("card");
const message = document.getElementById("message");
const working = document.getElementById("working");
let token = "";
// Whoever opened this page: every card on it is drawn for them, and nobody else's press is sent from it.
let opened = null;
let busy = false;
let unsaved = false;
place.addEventListener("input", () => { unsaved = true; });
window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });

const say = (text, ...links) => {
  message.replaceChildren(document.createTextNode(text));
  for (const link of links) {
    const a = document.createElement(link.href ? "a" : "button");
    if (link.href) a.href = link.href;
    if (link.newTab) a.target = "_blank";
    if (link.press) {
      a.type = "button";
      a.addEventListener("click", link.press);
    }
    a.textContent = link.text;
    message.append(a);
  }
  message.hidden = !text;
};

const show = (card) => {
  say("");
  unsaved = false;
  place.hidden = false;
  cards.draw(place, card, press);
  window.scrollTo(0, 0);
  place.focus();
};

// Who is signed in now, or null.
const session = async () => {
  const answer = await fetch("/web/session", { headers: { Accept: "application/json" } });
  if (answer.status === 401) return null;
  if (!answer.ok) throw new Error("No answer.");
  return answer.json();
};

const start = async () => {
  opened = await session();
  if (!opened) return false;
  document.getElementById("who").textContent = opened.name;
  token = opened.token;
  return true;
};

const send = (verb, data) => fetch("/web/actions", {
  method: "POST", headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": token },
  body: JSON.stringify({ verb, data, for: opened.person }),
});

// Whoever sits here now may be another: what was drawn for the first person, and what they typed, is kept out of sight until they are back.
const cover = (text, ...links) => {
  place.hidden = true;
  say(text, ...links, { press: look, text: `${opened.name} is signed in again: show it` });
};

const signedOut = () => cover(
  "You have been signed out. What you typed is kept on this page, out of sight.",
  { href: opened.signIn, newTab: true, text: `Sign in again as ${opened.name} in a new tab, then come back here` });

const somebodyElse = (name) => cover(
  `Nothing was sent. ${name} is signed in here now, but this page was opened by ${opened.name}. What was typed is kept, out of sight.`,
  { href: opened.signIn, newTab: true, text: `Sign in as ${opened.name} in a new tab, then come back here` },
  { href: "/", text: `Start again as ${name}; what was typed here is then lost` });

// The token belongs to one sign-in. Where the same person has signed in again it is renewed; where another has, nothing is sent.
const renew = async () => {
  const now = await session();
  if (!now) signedOut();
  else if (now.person !== opened.person) somebodyElse(now.name);
  else {
    token = now.token;
    if (place.hidden) {
      place.hidden = false;
      say(unsaved ? "You are signed in again. What you typed is below: press the button again." : "");
      place.focus();
    }
    return true;
  }
  return false;
};

// Whether this page is still that of who is signed in: asked whenever somebody comes back to it.
const look = async () => {
  if (!opened || busy || document.visibilityState === "hidden") return;
  try {
    await renew();
  } catch {
    if (place.hidden) say("The connection was lost. What you typed is kept. Come back here when you are online.", { press: look, text: "Try again" });
  }
};
document.addEventListener("visibilitychange", look);
window.addEventListener("pageshow", (event) => { if (event.persisted) look(); });

// What is typed stays in the card until there is a next one: whatever goes wrong, nothing is lost.
const press = async (verb, data) => {
  if (busy) return;
  busy = true;
  const soon = setTimeout(() => { working.hidden = false; }, 400);
  const buttons = [...place.querySelectorAll("button"), ...document.querySelectorAll("[data-verb]")];
  buttons.forEach((button) => { button.disabled = true; });
  try {
    if (!opened && !await start()) {
      say("You are not signed in.", { href: "/", text: "Sign in" });
      return;
    }
    let answer = await send(verb, data);
    if (answer.status === 400) {
      if (!await renew()) return;
      answer = await send(verb, data);
    }
    if (answer.ok) {
      show(await answer.json());
    } else if (answer.status === 401) {
      signedOut();
    } else if (answer.status === 409) {
      somebodyElse((await answer.json()).name);
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
// Whoever is signed in by now is signed out: that is what the button says, and nothing is done in anybody's name.
document.getElementById("sign-out").addEventListener("click", async () => {
  if (unsaved && !window.confirm("What you typed on this card is not saved yet. Sign out all the same?")) return;
  const end = () => fetch("/sign-out", { method: "POST", headers: { "X-CSRF-TOKEN": token } });
  try {
    let answer = await end();
    if (answer.status === 400) {
      token = (await session())?.token ?? "";
      answer = await end();
    }
    if (answer.ok || answer.status === 401) {
      unsaved = false;
      window.location.assign(opened?.signIn === "/guest" ? "/signed-out?as=guest" : "/signed-out");
      return;
    }
  } catch {
    // Said below.
  }
  say("You are still signed in: the page could not be reached. Press Sign out again, or close the browser if others use this computer.");
});

const open = new URLSearchParams(window.location.search).get("open");
if (open) press("open-case", { case: open });
else press("home", {});
