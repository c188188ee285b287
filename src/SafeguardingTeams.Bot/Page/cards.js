// Draws an Adaptive Card with the official renderer and hands on what is pressed. Used by the web page and the rehearsal.
"use strict";

const cards = (() => {
  const ink = "#1b1b1b";
  const palette = { default: ink, dark: ink, light: "#ffffff", accent: "#0b5394", good: "#0b6b2e", warning: "#7a4a00", attention: "#b10e1e" };
  const foregroundColors = Object.fromEntries(
    Object.entries(palette).map(([name, colour]) => [name, { default: colour, subtle: colour === ink ? "#505050" : colour }]));
  const style = (backgroundColor) => ({ backgroundColor, foregroundColors });
  const sizes = { small: 13, default: 16, medium: 18, large: 22, extraLarge: 26 };
  const config = () => new AdaptiveCards.HostConfig({
    fontFamily: "'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', Arial, sans-serif",
    fontSizes: sizes,
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { small: 6, default: 10, medium: 16, large: 24, extraLarge: 32, padding: 12 },
    separator: { lineThickness: 1, lineColor: "#b1b4b6" },
    supportsInteractivity: true,
    textBlock: { headingLevel: 2 },
    actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left" },
    inputs: { label: { inputSpacing: "small", requiredInputs: { weight: "bolder" }, optionalInputs: { weight: "bolder" } } },
    containerStyles: {
      default: style("#ffffff"), emphasis: style("#e8f1f8"), accent: style("#e8f1f8"),
      good: style("#e3f3e6"), warning: style("#fff4d6"), attention: style("#fdecea"),
    },
  });

  // What is wrong stands above its field; a screen reader is told so too.
  const describe = (card) => {
    for (const input of card.getAllInputs()) {
      const control = input.renderedInputControlElement;
      const box = input.renderedElement;
      const before = box && box.parentElement && previousText(box);
      if (control && before && before.textContent.startsWith("There is a problem")) {
        before.id = before.id || `wrong-${input.id}`;
        control.setAttribute("aria-invalid", "true");
        control.setAttribute("aria-describedby", before.id);
      }
    }
  };
  const previousText = (element) => {
    let before = element.previousElementSibling;
    while (before && before.classList.contains("ac-horizontal-separator")) before = before.previousElementSibling;
    return before && before.classList.contains("ac-textBlock") ? before : null;
  };

  /** Draws a card into a place. onPress(verb, data, title) gets all values as text. Returns what the parser complained of. */
  const draw = (place, json, onPress) => {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = config();
    card.onExecuteAction = (action) => {
      if (action instanceof AdaptiveCards.OpenUrlAction) {
        window.open(action.url, "_blank", "noopener");
        return;
      }
      const data = {};
      for (const [key, value] of Object.entries(action.data || {})) data[key] = String(value ?? "");
      onPress(action.verb, data, action.title);
    };
    const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
    card.parse(json, context);
    const element = card.render();
    place.replaceChildren(element);
    describe(card);
    const events = [];
    for (let i = 0; i < context.eventCount; i++) events.push(context.getEventAt(i).message);
    return events.concat(card.validateProperties().validationEvents.map((event) => event.message));
  };

  return { draw };
})();
