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
      default: style("#ffffff"), emphasis: style("#f0f0f0"), accent: style("#cfe2f5"),
      good: style("#d3ecd9"), warning: style("#fff4d6"), attention: style("#fdecea"),
    },
  });

  let count = 0;
  const named = (element, name) => {
    element.id = element.id || `${name}-${++count}`;
    return element.id;
  };

  // What is wrong stands above its field and what helps below it: a screen reader is told of both, and which field is wrong.
  const describe = (card) => {
    for (const input of card.getAllInputs()) {
      const [control, around] = [input.renderedInputControlElement, input.parent];
      if (!control || !around) continue;
      const items = Array.from({ length: around.getItemCount() }, (_, i) => around.getItemAt(i));
      const at = items.indexOf(input);
      const block = around.style === "attention" && says(items[0], "Error:") ? items[0] : null;
      const before = says(items[at - 1], "You entered") ? items[at - 2] : items[at - 1];
      const wrong = block ?? (says(before, "There is a problem") ? before : null);
      const told = [wrong, at >= 0 && isHint(items[at + 1]) ? items[at + 1] : null].filter((text) => text?.renderedElement);
      if (wrong) control.setAttribute("aria-invalid", "true");
      if (told.length > 0) control.setAttribute("aria-describedby", told.map((text) => named(text.renderedElement, "says")).join(" "));
    }
  };
  const isText = (item) => item instanceof AdaptiveCards.TextBlock || item instanceof AdaptiveCards.RichTextBlock;
  const says = (item, start) => isText(item) && item.renderedElement?.textContent.startsWith(start) === true;
  const isHint = (item) => item instanceof AdaptiveCards.TextBlock && item.isSubtle === true && item.size === AdaptiveCards.TextSize.Small;

  // The renderer says "expanded" of what a fold opens; it is the button that has to say so. Its name for it may stand in
  // another card of the page, too.
  const sayFolds = (card) => {
    for (const fold of card.getAllActions()) {
      if (!(fold instanceof AdaptiveCards.ToggleVisibilityAction) || !fold.renderedElement) continue;
      const parts = Object.keys(fold.targetElements).map((id) => card.getElementById(id)).filter((part) => part?.renderedElement);
      for (const part of parts) {
        part.renderedElement.removeAttribute("aria-expanded");
        if (!part.renderedElement.dataset.fold) {
          part.renderedElement.id = "";
          part.renderedElement.dataset.fold = named(part.renderedElement, "fold");
        }
      }
      fold.renderedElement.setAttribute("aria-controls", parts.map((part) => part.renderedElement.id).join(" "));
      fold.renderedElement.setAttribute("aria-expanded", String(parts.some((part) => part.isVisible)));
    }
  };

  // The renderer gives a line of small runs the height of ordinary text.
  const fitLines = (element) => element.querySelectorAll(".ac-richTextBlock").forEach((block) => {
    block.style.fontSize = `${Math.max(...[...block.children].map((run) => parseFloat(run.style.fontSize)))}px`;
  });

  // What stands behind "More": a menu below its buttons, in the card, so that it covers nothing and is never cut off.
  AdaptiveCards.Strings.defaults.overflowButtonText = () => "More";
  AdaptiveCards.Strings.defaults.overflowButtonTooltip = () => "More";
  const menus = new WeakMap();
  const sayMenus = (element) => element.querySelectorAll(".ac-pushButton[aria-expanded]")
    .forEach((button) => button.setAttribute("aria-haspopup", "menu"));
  const onMenu = (actions, button) => {
    if (menus.has(button)) menus.get(button)();
    else openMenu(actions, button);
    return true;
  };
  const openMenu = (actions, button) => {
    const menu = document.createElement("div");
    menu.className = "card-menu";
    menu.setAttribute("role", "menu");
    menu.setAttribute("aria-label", button.textContent);
    const items = actions.map((action) => {
      const item = document.createElement("button");
      item.type = "button";
      item.className = `ac-pushButton style-${action.style}`;
      item.setAttribute("role", "menuitem");
      item.tabIndex = -1;
      item.textContent = action.title;
      item.addEventListener("click", () => {
        close();
        action.execute();
      });
      return item;
    });
    const elsewhere = (event) => {
      if (!menu.contains(event.target) && !button.contains(event.target)) close(false);
    };
    const close = (back = true) => {
      menus.delete(button);
      document.removeEventListener("pointerdown", elsewhere);
      menu.remove();
      button.setAttribute("aria-expanded", "false");
      button.removeAttribute("aria-controls");
      if (back) button.focus();
    };
    const go = (to) => items[(to + items.length) % items.length].focus();
    menu.addEventListener("keydown", (event) => {
      const at = items.indexOf(document.activeElement);
      const keys = { ArrowDown: () => go(at + 1), ArrowUp: () => go(at - 1), Home: () => go(0), End: () => go(-1), Escape: close };
      // The focus goes back to the button first, and on from there.
      if (event.key === "Tab") close();
      else if (keys[event.key]) {
        event.preventDefault();
        event.stopPropagation();
        keys[event.key]();
      }
    });
    menu.append(...items);
    button.parentElement.after(menu);
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-controls", named(menu, "menu"));
    document.addEventListener("pointerdown", elsewhere);
    menus.set(button, close);
    go(0);
    menu.scrollIntoView({ block: "nearest" });
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
      if (action instanceof AdaptiveCards.ToggleVisibilityAction) {
        // It opens after this; nobody but this page needs to know.
        queueMicrotask(() => sayFolds(card));
      }
      if (!(action instanceof AdaptiveCards.ExecuteAction)) return;
      const data = {};
      for (const [key, value] of Object.entries(action.data || {})) data[key] = String(value ?? "");
      onPress(action.verb, data, action.title);
    };
    card.onDisplayOverflowActionMenu = onMenu;
    const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
    // The renderer looks for a language from where it left off in the card before, and finds none in every second card.
    AdaptiveCards.CardElement.langProperty.regEx.lastIndex = 0;
    card.parse(json, context);
    const element = card.render();
    place.replaceChildren(element);
    fitLines(element);
    sayMenus(element);
    sayFolds(card);
    describe(card);
    const events = [];
    for (let i = 0; i < context.eventCount; i++) events.push(context.getEventAt(i).message);
    return events.concat(card.validateProperties().validationEvents.map((event) => event.message));
  };

  return { draw };
})();
