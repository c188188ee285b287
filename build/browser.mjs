// Says which browser the tests drive, as JSON { path, env }: one that is installed, or the one from npm, unpacked once.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const installed = process.env.SAFEGUARDING_BROWSER ? [process.env.SAFEGUARDING_BROWSER] : [
  "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const found = process.env.SAFEGUARDING_BROWSER === "npm" ? undefined : installed.find((path) => existsSync(path));

if (found) {
  console.log(JSON.stringify({ path: found, env: {} }));
} else {
  const place = join(root, "node_modules", ".cache", "chromium");
  mkdirSync(place, { recursive: true });
  process.env.TMPDIR = place;
  const parts = join(root, "node_modules", "@sparticuz", "chromium");
  const { inflate } = await import(pathToFileURL(join(parts, "build", "esm", "lambdafs.js")));
  const [path, libraries, fonts] = await Promise.all(["chromium.br", "al2023.tar.br", "fonts.tar.br"].map((name) => inflate(join(parts, "bin", name))));
  // Its own list of font folders names places it was not unpacked to; without fonts a page shows no text.
  const list = join(place, "fonts.conf");
  writeFileSync(list, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${join(place, "fonts-cache")}</cachedir></fontconfig>`);
  console.log(JSON.stringify({ path, env: { LD_LIBRARY_PATH: join(libraries, "lib"), FONTCONFIG_PATH: place, FONTCONFIG_FILE: list } }));
}
