// Stands in for Teams round a tab: answers what Teams' library asks, as Teams does, and refuses what Teams refuses.
"use strict";

const teamsHost = (() => {
  const tabs = new Map();

  // From another window, from another address than the app's package gives, or not as the library writes it: no answer, as in Teams.
  window.addEventListener("message", async (event) => {
    const tab = [...tabs.values()].find((one) => one.frame.contentWindow === event.source);
    const asked = event.data;
    if (!tab || event.origin !== tab.origin || typeof asked?.func !== "string" || !Number.isInteger(asked.id)) return;
    const reply = (...args) => event.source.postMessage({ id: asked.id, uuidAsString: asked.uuidAsString, args }, tab.origin);
    if (asked.func === "initialize") {
      tab.ready = true;
      reply("content", "web", JSON.stringify({ apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {} }), "2.58.0");
    } else if (tab.ready && asked.func === "authentication.getAuthToken") {
      const answer = await fetch(`/api/tab/${tab.key}/token`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ origin: event.origin }) });
      reply(answer.ok, await answer.text());
    }
  });

  /** Frames the tab for somebody; says whether they have it. */
  const show = async (frame, key) => {
    const answer = await fetch(`/api/tab/${key}`);
    if (!answer.ok) {
      tabs.delete(frame);
      frame.hidden = true;
      return false;
    }
    const { name, contentUrl } = await answer.json();
    tabs.set(frame, { frame, key, origin: new URL(contentUrl).origin, ready: false });
    frame.title = name;
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads");
    frame.hidden = false;
    frame.src = contentUrl;
    return true;
  };

  return { show };
})();
