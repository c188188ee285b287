// Flows of Power Automate: what a partnership would build, what each run did, and what its history keeps.
"use strict";

let flowsDrawn = "";

const drawStep = (step) => make("li", {}, make("strong", { textContent: step.title }),
  ...(step.secured ? [make("p", { textContent: "Inputs are secured: the history does not keep them." })] : []),
  ...(step.inputs ? [make("p", { textContent: "Inputs" }), make("pre", { textContent: step.inputs, tabIndex: 0 })] : []),
  ...(step.outputs ? [make("p", { textContent: "Outputs" }), make("pre", { textContent: step.outputs, tabIndex: 0 })] : []));

const drawRun = (key, run, i) => fold(`${key}-run-${i}`,
  [make("strong", { textContent: run.failed ? "Failed" : run.waits ? "Waiting" : "Done" }), ` ${run.at}`],
  ...(run.failed ? [make("p", { textContent: run.failed })] : []), make("ol", {}, ...run.steps.map(drawStep)));

const doFlow = (key, body) => async (event) => {
  event?.preventDefault();
  const answer = await ask(`/api/flows/${key}`, typeof body === "function" ? body() : body);
  wrong(answer.ok ? "" : "The flow could not be run.");
  await refresh();
};

const flowButton = (id, textContent, does) => make("button", { type: "button", id, textContent, onclick: does });

const drawLate = (flow) => [
  make("p", { className: "tools" }, flowButton("flow-late", flow.on ? "Turn it off" : "Turn it on", doFlow("late", { on: !flow.on })), make("span", { textContent: flow.on ? "It is on." : "It is off." })),
  make("p", { textContent: flow.channel.length > 0 ? "In the channel, the newest first:" : "Nothing is in the channel yet." }),
  make("ul", {}, ...flow.channel.map((textContent) => make("li", { textContent })))];

const drawForm = () => {
  const field = (id, label, text) => [make("label", { htmlFor: id, textContent: label }), make("textarea", { id, rows: 2, maxLength: 2000, value: text })];
  const form = make("form", { id: "flow-form" },
    ...field("flow-happened", "What happened? Name nobody.", byId("flow-happened")?.value ?? "A worry was passed on a day late."),
    ...field("flow-learn", "What can others learn from it?", byId("flow-learn")?.value ?? "Who is rung when the lead is away."),
    make("p", {}, make("button", { textContent: "Send the form" })));
  form.addEventListener("submit", doFlow("form", () => ({ happened: byId("flow-happened").value, learn: byId("flow-learn").value })));
  return [form];
};

const drawActions = (flow) => [
  make("p", {}, flowButton("flow-actions", "Run it now", doFlow("actions", {}))),
  flow.lines.length === 0 ? make("p", { textContent: "No table yet, or no open action." }) : make("table", {},
    make("caption", { textContent: "Open actions" }),
    make("thead", {}, make("tr", {}, ...flow.columns.map((textContent) => make("th", { textContent, scope: "col" })))),
    make("tbody", {}, ...flow.lines.map((line) => make("tr", {}, ...line.map((textContent) => make("td", { textContent }))))))];

const drawAsk = (flow) => [
  ...(flow.cases.length === 0 ? [make("p", { textContent: "There is no case yet that the three leads see." })] : [
    make("label", { htmlFor: "flow-case", textContent: "About" }),
    make("select", { id: "flow-case" }, ...flow.cases.map((textContent) => make("option", { textContent }))),
    make("p", {}, flowButton("flow-ask", "Ask the leads and wait", doFlow("ask", () => ({ record: byId("flow-case").value }))))])];

const flowBodies = { late: drawLate, form: drawForm, actions: drawActions, ask: drawAsk };

const drawFlows = async () => {
  const found = await (await ask("/api/flows")).json();
  const now = JSON.stringify(found);
  if (now === flowsDrawn) return;
  flowsDrawn = now;
  const list = byId("flow-list");
  const open = new Set([...list.querySelectorAll("details[open]")].map((details) => details.dataset.id));
  const focused = list.contains(document.activeElement) ? document.activeElement.id : "";
  list.replaceChildren(...Object.entries(found).map(([key, flow]) => fold(`flow-${key}`, [make("strong", { textContent: flow.title })],
    make("p", { textContent: flow.purpose }), ...flowBodies[key](flow),
    ...(flow.runs.length > 0 ? [make("p", { textContent: "Runs, the newest first" }), ...flow.runs.map((run, i) => drawRun(key, run, flow.runs.length - i))] : []))));
  for (const details of list.querySelectorAll("details")) details.open = open.has(details.dataset.id) || (open.size === 0 && details.parentElement === list);
  if (focused) byId(focused)?.focus();
};
