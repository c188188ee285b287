// Outlook and SharePoint beside the Teams chat of whoever is chosen. As everywhere here, people are called by role and agency.
"use strict";

const places = ["teams", "outlook", "sharepoint", "oversight", "flows"];
const answers = { accepted: "Accept", tentativelyAccepted: "Tentative", declined: "Decline" };
const answered = { none: "Not answered yet.", accepted: "You have accepted.", tentativelyAccepted: "You have answered: tentative.", declined: "You have declined." };
const unseen = new Set(["SCRIPT", "STYLE", "TITLE", "TEMPLATE", "NOSCRIPT", "IFRAME", "OBJECT"]);
const kept = new Set(["P", "BR", "DIV", "UL", "OL", "LI", "STRONG", "EM"]);

let spot = "teams";
let box = null;      // the mailbox looked into; null for the person's own
let boxOf = null;
let officeDrawn = "";
let seenLetters = {};
let tabOf = null;   // for whom the tab is framed

// The text of a letter: paragraphs, lists and links are kept, and nothing else of what it brings.
const textOf = (html) => {
  const copy = (from, to) => {
    for (const node of from.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) to.append(node.textContent);
      if (node.nodeType !== Node.ELEMENT_NODE || unseen.has(node.nodeName)) continue;
      const isLink = node.nodeName === "A" && ["http:", "https:"].includes(node.protocol);
      const into = isLink ? make("a", { href: node.href, target: "_blank", rel: "noopener noreferrer" }) : kept.has(node.nodeName) ? make(node.nodeName, {}) : to;
      copy(node, into);
      if (into !== to) to.append(into);
    }
    return to;
  };
  return copy(new DOMParser().parseFromString(html, "text/html").body, make("div", { className: "letter" }));
};

const wrong = (text) => {
  byId("error").textContent = text;
  byId("error").hidden = !text;
  if (text) byId("error").scrollIntoView({ block: "nearest" });
};

const fold = (id, summary, ...content) => {
  const details = make("details", {}, make("summary", { id: `fold-${id}` }, ...summary), ...content);
  details.dataset.id = id;
  return details;
};

const answerMeeting = async (address, meeting, response) => {
  const answer = await ask(`/api/outlook/${me}/answers`, { box: address, event: meeting.event, response });
  wrong(answer.ok ? "" : "The invitation can no longer be answered.");
  await refresh();
};

const drawMeeting = (address, item) => {
  const meeting = item.meeting;
  const box = make("div", { className: "meeting" }, make("p", { textContent: `When: ${meeting.when}` }), ...(meeting.place ? [make("p", { textContent: `Where: ${meeting.place}` })] : []));
  if (meeting.cancelled) box.append(make("p", { textContent: "The meeting does not take place, or you are no longer invited." }));
  if (!meeting.asks) return box;
  const buttons = Object.entries(answers).map(([response, text]) => {
    const button = make("button", { type: "button", id: `${item.id}-${response}`, textContent: text, onclick: () => answerMeeting(address, meeting, response) });
    button.setAttribute("aria-pressed", String(meeting.response === response));
    return button;
  });
  box.append(make("p", { className: "tools" }, ...buttons), make("p", { textContent: answered[meeting.response] }));
  return box;
};

const drawItem = (address, item) => fold(item.id, [
  make("span", { className: "kind", textContent: item.kind }), " ", make("strong", { textContent: item.subject }),
  make("span", { className: "line-two", textContent: item.line })],
  ...(item.encrypted ? [make("p", { textContent: "Confidential: encrypted on its way by the mailbox’s rules. Only those it is for can open it." })] : []),
  ...(item.meeting ? [drawMeeting(address, item)] : []),
  ...(item.invited ? [make("p", { textContent: "Who is invited, and their answers" }), make("ul", {}, ...item.invited.map((textContent) => make("li", { textContent })))] : []),
  textOf(item.html),
  ...(item.files.length > 0 ? [make("p", { textContent: "Attachments" }), make("ul", {}, ...item.files.map((file, i) => make("li", {}, make("a", {
    href: `/api/outlook/${me}/files/${item.id}/${i}?box=${encodeURIComponent(address)}`, download: file.name, textContent: `${file.name} (${file.size})` }))))] : []));

const drawOutlook = (found) => {
  byId("boxes").replaceChildren(...found.boxes.map((one) => make("option", { value: one.address, selected: one.address === found.address, textContent: `${one.name} (${one.items})` })));
  return found.items.length > 0 ? found.items.map((item) => drawItem(found.address, item)) : [make("p", { textContent: "Nothing has come yet." })];
};

const openFile = async (library, item) => {
  const answer = await ask(`/api/sharepoint/${me}/${library.id}/${item.id}`);
  if (answer.status === 403) {
    const refusal = await answer.json();
    return wrong(`${refusal.title}. ${refusal.text}`);
  }
  if (!answer.ok) return wrong("The file is no longer there.");
  wrong("");
  const link = make("a", { href: URL.createObjectURL(await answer.blob()), download: item.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

const outside = async (library, item, by) => {
  const answer = await ask(`/api/sharepoint/${library.id}/${item.id}/outside`, { by });
  wrong(answer.ok ? "" : "The folder is no longer there.");
  await refresh();
};

const drawAccess = (access) => [make("p", { textContent: "Who may open it" }), make("ul", { className: "access" }, ...access.map((textContent) => make("li", { textContent })))];

const drawEntry = (library, name, path) => (item) => {
  const may = make("span", { className: "line-two", textContent: `${item.mayOpen ? "May be opened" : "May not be opened"} by: ${name}` });
  const full = `${path}/${item.name}`;
  if (!item.items) {
    const open = make("button", { type: "button", id: `open-${item.id}`, textContent: `Open ${item.name}`, onclick: () => openFile(library, item) });
    return make("div", { className: "file" }, open, make("span", { textContent: ` ${item.size}` }), may, ...(item.access ? drawAccess(item.access) : []));
  }
  const trouble = Object.entries({ share: "Share this folder with somebody from outside the system", link: "Make a link" }).map(([by, text]) => {
    const button = make("button", { type: "button", id: `${by}-${item.id}`, textContent: text, onclick: () => outside(library, item, by) });
    button.setAttribute("aria-label", `${text}: ${full}`);
    return button;
  });
  const inside = item.items.length > 0 ? item.items.map(drawEntry(library, name, full)) : [make("p", { textContent: "The folder is empty." })];
  return fold(item.id, [make("span", { className: "kind", textContent: "Folder" }), " ", make("strong", { textContent: item.name }), may],
    ...drawAccess(item.access), make("p", { className: "tools" }, ...trouble), ...inside);
};

const drawLibraries = (libraries) => {
  const name = state.people.find((person) => person.key === me).name;
  return libraries.map((library) => fold(library.id, [make("span", { className: "kind", textContent: "Library" }), " ", make("strong", { textContent: library.name })],
    ...drawAccess(library.access), ...(library.items.length > 0 ? library.items.map(drawEntry(library, name, library.name)) : [make("p", { textContent: "The library is empty." })])));
};

// While everything starts again there may be nobody for a moment.
const freshLetters = (person) => Math.max(0, (person?.letters ?? 0) - (seenLetters[person?.key] ?? 0));

const showPlace = () => {
  const fresh = spot === "outlook" ? 0 : freshLetters(state.people.find((person) => person.key === me));
  document.querySelector('[data-place="outlook"]').textContent = `Outlook${fresh > 0 ? ` (${fresh} new)` : ""}`;
  for (const name of places) {
    byId(name).hidden = name !== spot;
    const button = document.querySelector(`[data-place="${name}"]`);
    if (name === spot) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
};

const drawTab = async () => {
  if (tabOf === me) return;
  tabOf = me;
  byId("window").href = `/teams-tab?as=${me}`;
  byId("no-tab").hidden = await teamsHost.show(byId("tab"), me);
};

const drawOffice = async () => {
  showPlace();
  if (spot !== "oversight") tabOf = null;
  if (spot === "oversight") await drawTab();
  if (spot === "flows") await drawFlows();
  if (spot === "teams" || spot === "oversight" || spot === "flows") return;
  if (boxOf !== me) [box, boxOf] = [null, me];
  const asked = [spot, me, box];
  const answer = await ask(spot === "outlook" ? `/api/outlook/${me}${box ? `?box=${encodeURIComponent(box)}` : ""}` : `/api/sharepoint/${me}`);
  if (!answer.ok) return;
  const found = await answer.json();
  const now = JSON.stringify([asked, found]);
  if (now === officeDrawn || JSON.stringify(asked) !== JSON.stringify([spot, me, box])) return;
  officeDrawn = now;
  if (spot === "outlook") seenLetters[me] = found.boxes[0].items;
  const list = byId(spot === "outlook" ? "inbox" : "libraries");
  const isFirst = list.childElementCount === 0;
  const open = new Set([...list.querySelectorAll("details[open]")].map((details) => details.dataset.id));
  const focused = list.contains(document.activeElement) ? document.activeElement.id : "";
  list.replaceChildren(...(spot === "outlook" ? drawOutlook(found) : drawLibraries(found)));
  for (const details of list.querySelectorAll("details")) details.open = open.has(details.dataset.id) || (isFirst && spot === "sharepoint" && details.parentElement === list);
  if (focused) byId(focused)?.focus();
};

for (const button of document.querySelectorAll("[data-place]")) button.addEventListener("click", () => {
  spot = button.dataset.place;
  wrong("");
  return refresh();
});
byId("boxes").addEventListener("change", (event) => {
  box = event.target.value;
  return drawOffice();
});
