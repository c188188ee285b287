// The rehearsal's page: be any of the people in turn. As in Teams, the answer to a press is seen by this client only, until
// the message is edited or Teams is reloaded.
"use strict";

const byId = (id) => document.getElementById(id);
const make = (tag, attributes, ...children) => {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...children);
  return element;
};
const ask = (path, body) => fetch(path, body ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : undefined);

let me = null;
let state = null;
let seen = {};
let views = {};      // message id → the card this client shows in place of the stored one
let current = null;  // the card last pressed: { id, card }
let rowsBegun = {};
let example = null;
let drawn = "";
let casesDrawn = "";

const be = (key) => {
  me = key;
  current = null;
  drawn = "";
  byId("error").hidden = true;
  return refresh();
};

const drawGuide = () => {
  const next = state.guide.find((step) => !step.done);
  byId("guide").replaceChildren(...state.guide.map((step) => {
    const item = make("li", {}, make("strong", { textContent: `${step.title}${step.done ? " – done" : ""}` }), make("p", { textContent: step.text }));
    item.dataset.done = step.done;
    item.dataset.next = step === next;
    if (step === next && step.person !== me) item.append(make("button", { type: "button", textContent: `Be: ${state.people.find((person) => person.key === step.person).name}`, onclick: () => { spot = "teams"; return be(step.person); } }));
    return item;
  }));
};

const freshOf = (person) => Math.max(0, person.messages - (seen[person.key] ?? 0)) + freshLetters(person);

const drawPeople = () => {
  byId("people").replaceChildren(...state.people.map((person) => {
    const fresh = freshOf(person);
    const button = make("button", { type: "button", onclick: () => be(person.key) }, person.name);
    if (person.key === me) button.setAttribute("aria-current", "true");
    if (fresh > 0) button.append(" ", make("span", { className: "new", textContent: `${fresh} new` }));
    return make("li", {}, button);
  }));
  byId("pick").replaceChildren(...state.people.map((person) => make("option", { value: person.key, selected: person.key === me,
    textContent: `${person.name}${freshOf(person) > 0 ? ` (${freshOf(person)} new)` : ""}` })));
};

const drawMessages = async () => {
  const messages = await (await ask(`/api/chats/${me}`)).json();
  const now = JSON.stringify([me, messages.map((message) => [message.id, message.edits])]);
  seen[me] = messages.filter((message) => message.fromBot).length;
  if (now === drawn) return;
  const first = drawn === "" || !drawn.includes(`"${me}"`);
  drawn = now;
  const box = byId("messages");
  const kept = new Map([...box.children].map((child) => [child.dataset.id, child]));
  box.replaceChildren(...messages.map((message) => {
    const old = kept.get(message.id);
    if (old && old.dataset.edits === String(message.edits) && old.dataset.me === me) return old;
    delete views[message.id];
    return drawMessage(message);
  }));
  if (first || messages.length > kept.size) box.lastElementChild?.scrollIntoView({ block: "nearest" });
};

const drawMessage = (message) => {
  const element = make("article", { className: `message${message.fromBot ? "" : " mine"}` }, make("p", { className: "when", textContent: message.fromBot ? `${message.at}  ${message.summary}` : `${message.at}  you` }));
  element.dataset.id = message.id;
  element.dataset.edits = message.edits;
  element.dataset.me = me;
  if (message.card) {
    const place = make("div", { className: "card" });
    element.append(place);
    drawCard(place, message.id, views[message.id] ?? message.card);
  } else {
    element.append(make("p", { textContent: message.text }));
  }
  return element;
};

const drawCard = (place, id, card) => {
  const wrong = cards.draw(place, card, (verb, data, title) => press(place, id, verb, data, title));
  if (wrong.length > 0) throw new Error(`The card is not right: ${wrong.join("; ")}`);
  if (current?.id === id) offerExample(card);
};

const press = async (place, id, verb, data) => {
  const buttons = [...place.querySelectorAll("button")];
  buttons.forEach((button) => { button.disabled = true; });
  const person = me;
  const answer = await (await ask(`/api/chats/${person}/presses`, { messageId: id, verb, data })).json();
  buttons.forEach((button) => { button.disabled = false; });
  byId("error").textContent = answer.error || answer.message;
  byId("error").hidden = !(answer.error || answer.message);
  if (verb === "row-add") rowsBegun[`${person}/${data.page}`] = (rowsBegun[`${person}/${data.page}`] ?? -1) + 1;
  if (answer.card) {
    views[id] = answer.card;
    current = { id, card: answer.card };
    // The answer is newer than an edit of the message that came before it, also where that edit has drawn the message anew meanwhile.
    const message = [...byId("messages").children].find((child) => child.dataset.id === id && child.dataset.me === person);
    if (message) {
      message.dataset.edits = answer.edits;
      drawCard(message.querySelector(".card"), id, answer.card);
      message.scrollIntoView({ block: "start" });
    }
  }
  await refresh();
};

const inputsOf = (card) => {
  const found = [];
  const walk = (value) => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value && typeof value === "object") {
      if (typeof value.type === "string" && value.type.startsWith("Input.")) found.push(value);
      Object.values(value).forEach(walk);
    }
  };
  walk(card);
  return found;
};

const exampleFor = (card) => {
  const text = JSON.stringify(card);
  const page = /"page":"([a-z]+)"/.exec(text)?.[1];
  if (!page || !example) return null;
  const rows = example.rows[page];
  return rows ? rows[(rowsBegun[`${me}/${page}`] ?? 0) % rows.length] : example.answers[page];
};

const offerExample = (card) => { byId("fill").hidden = !(inputsOf(card).length > 0 && exampleFor(card)); };

byId("fill").addEventListener("click", () => {
  const card = structuredClone(current.card);
  const answers = exampleFor(card);
  for (const input of inputsOf(card)) input.value = answers[input.id.split("__")[0]] ?? input.value;
  views[current.id] = card;
  current.card = card;
  const place = document.querySelector(`[data-id="${current.id}"] .card`);
  drawCard(place, current.id, card);
});

const drawCases = async () => {
  const now = JSON.stringify(state.cases);
  if (now === casesDrawn) return;
  casesDrawn = now;
  const open = new Set([...byId("cases").querySelectorAll("details[open]")].map((details) => details.dataset.id));
  const drawnCases = await Promise.all(state.cases.map(async (item, i) => {
    const details = make("details", { open: open.has(item.id) || i === state.cases.length - 1 }, make("summary", { textContent: item.id }));
    details.dataset.id = item.id;
    const place = make("div", {});
    details.append(place);
    const answer = await ask(`/api/cases/${item.id}`);
    if (answer.ok) cards.draw(place, await answer.json(), () => {});
    return details;
  }));
  byId("cases").replaceChildren(...(drawnCases.length > 0 ? drawnCases : [make("p", { textContent: "Nothing yet." })]));
};

const refresh = async () => {
  state = await (await ask("/api/state")).json();
  me ??= state.people[0].key;
  byId("now").textContent = `It is ${state.now}.`;
  const person = state.people.find((one) => one.key === me);
  byId("chat-title").textContent = person.name;
  byId("part").textContent = person.part;
  byId("web").href = state.webPage;
  await drawMessages();
  await drawOffice();
  drawGuide();
  drawPeople();
  await drawCases();
  if (!current) byId("fill").hidden = true;
};

for (const button of document.querySelectorAll("[data-by]")) button.addEventListener("click", async () => {
  const buttons = [...document.querySelectorAll("[data-by]")];
  buttons.forEach((one) => { one.disabled = true; });
  byId("moving").textContent = "Moving the clock; what falls due on the way happens in order …";
  const answer = await ask("/api/clock", { by: button.dataset.by });
  byId("moving").textContent = answer.ok ? "" : "The clock could not be moved: the timers failed. Start again.";
  buttons.forEach((one) => { one.disabled = false; });
  await refresh();
});
byId("pick").addEventListener("change", (event) => be(event.target.value));
byId("reload").addEventListener("click", () => {
  views = {};
  drawn = "";
  current = null;
  byId("messages").replaceChildren();
  return refresh();
});
byId("write").addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = byId("text").value.trim();
  if (!text) return;
  byId("text").value = "";
  const answer = await (await ask(`/api/chats/${me}/messages`, { text })).json();
  byId("error").textContent = answer.status === 200 ? "" : "No answer comes: Teams was refused by the bot.";
  byId("error").hidden = answer.status === 200;
  await refresh();
});
byId("again").addEventListener("click", async () => {
  if (!window.confirm("Forget everything and start again?")) return;
  byId("again").disabled = true;
  byId("moving").textContent = "Starting again …";
  const answer = await ask("/api/again", {});
  byId("moving").textContent = answer.ok ? "" : "It could not be started again. End the rehearsal and start it anew.";
  byId("again").disabled = false;
  views = {};
  seen = {};
  rowsBegun = {};
  casesDrawn = "";
  spot = "teams";
  officeDrawn = "";
  seenLetters = {};
  await be(null);
});

const poll = async () => {
  try {
    const answer = await (await ask("/api/state")).json();
    if (!state || answer.version !== state.version || JSON.stringify(answer.cases) !== casesDrawn) await refresh();
    else { state.now = answer.now; byId("now").textContent = `It is ${answer.now}.`; }
  } catch {
    byId("error").textContent = "The rehearsal has ended. Start it again and reload this page.";
    byId("error").hidden = false;
  }
  setTimeout(poll, 1000);
};

document.addEventListener("DOMContentLoaded", () => ask("/api/example").then((answer) => answer.json()).then((found) => { example = found; }).then(refresh).then(poll));
