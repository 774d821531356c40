// Bundles `growing.jsx` and the page's modules for a browser, into the folder that the first argument names.
import { isPackageOfPage, shared, sourceOf, WEB } from "./page_paths.mjs";
import "./page_modules.mjs";
import { fileURLToPath, pathToFileURL } from "node:url";

const { rolldown } = await import("rolldown");

const asInThePage = {
  name: "as in the page",
  resolveId(specifier, importer) {
    const url = shared(specifier);
    if (url) return fileURLToPath(url);
    const isFromThePage = importer && isPackageOfPage(specifier, pathToFileURL(importer).href);
    return isFromThePage ? this.resolve(specifier, fileURLToPath(new URL("package.json", WEB)), { skipSelf: true }) : null;
  },
  load(path) {
    const code = sourceOf(pathToFileURL(path).href);
    return code === null ? null : { code, moduleType: "js" };
  },
};

const bundle = await rolldown({
  input: fileURLToPath(new URL("growing.jsx", import.meta.url)),
  plugins: [asInThePage],
  transform: { jsx: { runtime: "automatic" }, define: { "process.env.NODE_ENV": '"production"' } },
  platform: "browser",
  external: ["mermaid"],
  logLevel: "silent",
});
await bundle.write({ dir: process.argv[2], format: "es", entryFileNames: "growing.js" });
