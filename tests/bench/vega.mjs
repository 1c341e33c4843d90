/* Draws Vega-Lite specs with Vega. With an OUT: one cold run, to SVG or, by resvg at SCALE, to PNG. Without: all of them one after
 * the other to SVG in memory, and prints how many a second. usage: node vega.mjs MODULES [--out OUT SCALE] SPEC... */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";

const [modules, ...rest] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const load = async (name) => import(require.resolve(name));
const [vega, vegaLite] = await Promise.all([load("vega"), load("vega-lite")]);
const quiet = { level: () => quiet, error: () => quiet, warn: () => quiet, info: () => quiet, debug: () => quiet };

async function draw(file) {
  const spec = vegaLite.compile(JSON.parse(readFileSync(file, "utf8")), { logger: quiet }).spec;
  const loader = vega.loader({ baseURL: dirname(file) });
  const view = new vega.View(vega.parse(spec), { renderer: "none", loader, logger: quiet });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

if (rest[0] === "--out") {
  const [, out, scale, file] = rest;
  const svg = await draw(file);
  if (out.endsWith(".png")) {
    const { Resvg } = require("@resvg/resvg-js");
    writeFileSync(out, new Resvg(svg, { fitTo: { mode: "zoom", value: Number(scale) } }).render().asPng());
  } else writeFileSync(out, svg);
} else {
  const start = performance.now();
  for (const file of rest) await draw(file).catch(() => null);
  console.log((rest.length / ((performance.now() - start) / 1000)).toFixed(1));
}
