// Says which browser the tests drive, as JSON { path, env }: one that is installed, or the one from npm, unpacked once.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
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
  // Several test programs may start at once: each unpacks into a folder of its own, and the first to be done gives its the name all use.
  const place = join(root, "node_modules", ".cache", "browser");
  if (!existsSync(join(place, "fonts.conf"))) {
    const mine = `${place}-${process.pid}`;
    mkdirSync(mine, { recursive: true });
    process.env.TMPDIR = mine;
    const parts = join(root, "node_modules", "@sparticuz", "chromium");
    const { inflate } = await import(pathToFileURL(join(parts, "build", "esm", "lambdafs.js")));
    const unpacked = await Promise.all(["chromium.br", "al2023.tar.br", "fonts.tar.br"].map((name) => inflate(join(parts, "bin", name))));
    const fonts = join(place, relative(mine, unpacked[2]));
    // Its own list of font folders names places it was not unpacked to; without fonts a page shows no text.
    writeFileSync(join(mine, "fonts.conf"), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${join(place, "fonts-cache")}</cachedir></fontconfig>`);
    writeFileSync(join(mine, "where.json"), JSON.stringify(unpacked.map((path) => relative(mine, path))));
    try {
      renameSync(mine, place);
    } catch {
      // Another was first.
      rmSync(mine, { recursive: true, force: true });
    }
  }
  const [path, libraries] = JSON.parse(readFileSync(join(place, "where.json"), "utf8")).map((part) => join(place, part));
  const list = join(place, "fonts.conf");
  console.log(JSON.stringify({ path, env: { LD_LIBRARY_PATH: join(libraries, "lib"), FONTCONFIG_PATH: place, FONTCONFIG_FILE: list } }));
}
