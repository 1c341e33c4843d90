/* Sets a Typst source as PDF. usage: node typst.mjs MODULES FONTS SOURCE.typ OUT.pdf */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules, fonts, source, out] = process.argv.slice(2);
const { NodeCompiler } = createRequire(`${modules}/`)("@myriaddreamin/typst-ts-node-compiler");
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
writeFileSync(out, compiler.pdf({ mainFileContent: readFileSync(source, "utf8") }));
