// What a path in the page's modules means outside of the page.
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROOT = new URL("../../", import.meta.url);
export const WEB = new URL(".web/", ROOT);
/** Where Reflex puts a script: in a folder that is named after the Python module beside it. */
const SHARED = /^\$\/public\/external\/(.+)\/[^/]+\/([^/]+)$/;
/** A package of its own lies elsewhere than it is called. */
const PACKAGES = { reflex_object_deltas: "packages/reflex-object-deltas/src/" };
const CATALOGUE = /\/texts\/(\w\w)\.js$/;
const IS_PACKAGE = /^(?![./#$]|node:|file:|data:)/;

/** The URL of a module that a `$/…` path names. */
export function shared(specifier) {
  const [, folder, file] = SHARED.exec(specifier) ?? [];
  if (folder) return new URL(`${PACKAGES[folder] ?? ""}${folder}/${file}`, ROOT).href;
  return specifier.startsWith("$/") ? new URL(specifier.slice(2), WEB).href : null;
}

/** Whether a module of ours names a package, which the page has installed. */
export function isPackageOfPage(specifier, importer) {
  return isOurs(importer) && IS_PACKAGE.test(specifier);
}

export function isOurs(url) {
  return Boolean(url?.startsWith(ROOT.href)) && !url.includes("/node_modules/");
}

/** What stands for a file that only a bundler can read: no styles, and the texts of a language. */
export function sourceOf(url) {
  if (url.endsWith(".css")) return "";
  const [, language] = CATALOGUE.exec(url) ?? [];
  return language ? `export default ${JSON.stringify(catalogue(url, language))};` : null;
}

/** What Vite's `import.meta.glob` makes of a language. */
function catalogue(url, language) {
  const files = globSync(`*.${language}.ftl`, { cwd: fileURLToPath(new URL(".", url)) });
  return files.map((file) => textAt(new URL(file, url).href)).join("\n");
}

export function textAt(url) {
  return readFileSync(fileURLToPath(url), "utf8");
}
