// The oversight tab: what it shows is asked for with the token Teams gives, each time. No cookie is sent, and nothing is kept.
"use strict";

const lists = document.getElementById("lists");
const problem = document.getElementById("problem");
const said = document.getElementById("status");
const { host, web } = document.body.dataset;
let busy = false;

const make = (tag, attributes, ...children) => {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...children);
  return element;
};

// What is wrong, in words, with the ways on.
const say = (text) => {
  said.textContent = "";
  const again = make("button", { type: "button", className: "govuk-button", textContent: "Try again" });
  again.dataset.again = "";
  problem.replaceChildren(make("div", { className: "govuk-error-summary" },
    make("h2", { className: "govuk-error-summary__title", textContent: "There is a problem" }),
    make("p", { className: "govuk-body", textContent: text }), again,
    make("p", { className: "govuk-body" }, make("a", { href: web, target: "_blank", rel: "noopener", className: "govuk-link", textContent: "Use the web page instead (opens in a new window)" }))));
};

// Teams keeps the token and renews it: it is asked for each time and never kept here.
const ask = async (path) => fetch(path, {
  headers: { Authorization: `Bearer ${await microsoftTeams.authentication.getAuthToken()}` },
  credentials: "omit", cache: "no-store",
});

const once = async (what, work) => {
  if (busy) return;
  busy = true;
  said.classList.remove("govuk-visually-hidden");
  said.textContent = what;
  document.querySelectorAll("button").forEach((button) => { button.disabled = true; });
  try {
    problem.replaceChildren();
    await work();
  } catch {
    say("It could not be read. Teams did not say who you are, or the connection was lost. Try again; if that does not help, ask your IT team whether people may sign in to this app.");
  } finally {
    busy = false;
    document.querySelectorAll("button").forEach((button) => { button.disabled = false; });
  }
};

const show = () => once("Reading …", async () => {
  const answer = await ask("/tab/api/oversight");
  if (![200, 401, 403].includes(answer.status)) {
    say("Something went wrong. Try again in a few minutes.");
    return;
  }
  lists.innerHTML = await answer.text();
  said.textContent = answer.ok ? "Shown as it stands now." : "";
  said.classList.add("govuk-visually-hidden");
});

const save = (list) => once("Making the Excel file …", async () => {
  const answer = await ask(`/tab/api/oversight/excel/${list}`);
  if (!answer.ok) {
    say("The Excel file could not be made. Try again in a few minutes.");
    return;
  }
  const name = /filename="?([a-z0-9.-]+)/.exec(answer.headers.get("Content-Disposition"))?.[1] ?? "oversight.xlsx";
  const link = make("a", { href: URL.createObjectURL(await answer.blob()), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  said.textContent = `${name} is saved with your downloads. If nothing came, open the web page in a browser: it has the same file.`;
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.excel) save(button.dataset.excel);
  else if (button && "again" in button.dataset) start();
});

let begun = null;
const start = async () => {
  try {
    begun ??= microsoftTeams.app.initialize(host ? [host] : undefined);
    await begun;
  } catch {
    say("This page belongs in Teams: open the app there, and choose Oversight.");
    return;
  }
  await show();
};
start();
