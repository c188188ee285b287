// The tab in a window of its own, for whoever the address says.
"use strict";

teamsHost.show(document.getElementById("tab"), new URLSearchParams(window.location.search).get("as")).then((has) => {
  const error = document.getElementById("error");
  error.hidden = has;
  error.textContent = has ? "" : "The app is not installed for them: they have no tab.";
});
