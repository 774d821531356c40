// The page's modules, imported by Node as they are: paths, packages, JSX and styles mean here what they mean in the page.
import { globSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = new URL("../../", import.meta.url);
const WEB = new URL(".web/", ROOT);
/** Where Reflex puts a script: in a folder that is named after the Python module beside it. */
const SHARED = /^\$\/public\/external\/(.+)\/[^/]+\/([^/]+)$/;
const CATALOGUE = /\/texts\/(\w\w)\.js$/;
const IS_PACKAGE = /^(?![./#$]|node:|file:|data:)/;

const isOurs = (url) => url?.startsWith(ROOT.href) && !url.includes("/node_modules/");

registerHooks({ resolve, load });
const { transformSync } = await import("rolldown/utils");

/** A module of the page, by its path below `chat_stream/`, as `components/stanzas.js`. */
export function pageModule(path) {
  return import(new URL(`chat_stream/${path}`, ROOT).href);
}

function resolve(specifier, context, next) {
  const shared = SHARED.exec(specifier);
  if (shared) return next(new URL(`${shared[1]}/${shared[2]}`, ROOT).href, context);
  if (specifier.startsWith("$/")) return next(new URL(specifier.slice(2), WEB).href, context);
  const isFromThePage = isOurs(context.parentURL) && IS_PACKAGE.test(specifier);
  return next(specifier, isFromThePage ? { ...context, parentURL: new URL("package.json", WEB).href } : context);
}

function load(url, context, next) {
  if (url.endsWith(".css")) return asModule("");
  if (CATALOGUE.test(url)) return asModule(`export default ${JSON.stringify(catalogue(url))};`);
  if (!isOurs(url)) return next(url, context);
  return asModule(url.endsWith(".jsx") ? compiled(url) : textAt(url));
}

function compiled(url) {
  const { code, errors } = transformSync(fileURLToPath(url), textAt(url), { jsx: { runtime: "automatic" } });
  if (errors.length) throw new SyntaxError(`${url}: ${errors[0].message}`);
  return code;
}

/** What Vite's `import.meta.glob` makes of a language. */
function catalogue(url) {
  const files = globSync(`*.${CATALOGUE.exec(url)[1]}.ftl`, { cwd: fileURLToPath(new URL(".", url)) });
  return files.map((file) => textAt(new URL(file, url).href)).join("\n");
}

function textAt(url) {
  return readFileSync(fileURLToPath(url), "utf8");
}

function asModule(source) {
  return { format: "module", source, shortCircuit: true };
}
