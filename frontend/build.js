// Copies the few foreign files the pages need into the served folder, and draws the icons into one sheet.
// `npm run build` writes; `npm run check` compares with what is committed and fails on a difference.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const assets = join(import.meta.dirname, "../app/src/main/resources/static/assets");
const modules = join(import.meta.dirname, "node_modules");
const icons = JSON.parse(readFileSync(join(import.meta.dirname, "icons.json"), "utf8"));

const symbol = ([ours, theirs]) => {
  const svg = readFileSync(join(modules, "@tabler/icons/icons/outline", `${theirs}.svg`), "utf8");
  const shapes = svg
    .replace(/<!--[\s\S]*?-->/g, "")
    .match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1]
    .replace(/<path stroke="none"[^>]*\/>/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return `<symbol id="${ours}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
};

const sheet = `<svg xmlns="http://www.w3.org/2000/svg">\n${Object.entries(icons).map(symbol).join("\n")}\n</svg>\n`;
const fonts = ["latin", "latin-ext"].flatMap((set) => ["400", "600"].map((weight) => `fira-sans-${set}-${weight}-normal.woff2`));
const wanted = [
  ["icons.svg", Buffer.from(sheet)],
  ["js/htmx.min.js", readFileSync(join(modules, "htmx.org/dist/htmx.min.js"))],
  ["fonts/OFL.txt", readFileSync(join(modules, "@fontsource/fira-sans/LICENSE"))],
  ...fonts.map((name) => [`fonts/${name}`, readFileSync(join(modules, "@fontsource/fira-sans/files", name))]),
];

let stale = 0;
for (const [name, content] of wanted) {
  const target = join(assets, name);
  if (existsSync(target) && readFileSync(target).equals(content)) continue;
  stale++;
  if (process.argv.includes("--check")) {
    console.error(`differs from what the packages hold: ${name}`);
  } else {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    console.log(`wrote ${name}`);
  }
}
process.exitCode = process.argv.includes("--check") && stale > 0 ? 1 : 0;
