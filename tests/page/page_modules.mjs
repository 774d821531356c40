// The page's modules, imported by Node as they are: paths, packages, JSX and styles mean here what they mean in the page.
import { isOurs, isPackageOfPage, ROOT, shared, sourceOf, textAt, WEB } from "./page_paths.mjs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

registerHooks({ resolve, load });
const { transformSync } = await import("rolldown/utils");

/** A module of the page, by its path below `chat_stream/`, as `components/markdown/growing/settled_sections.js`. */
export function pageModule(path) {
  return import(new URL(`chat_stream/${path}`, ROOT).href);
}

function resolve(specifier, context, next) {
  const url = shared(specifier);
  if (url) return next(url, context);
  const isFromThePage = isPackageOfPage(specifier, context.parentURL);
  return next(specifier, isFromThePage ? { ...context, parentURL: new URL("package.json", WEB).href } : context);
}

function load(url, context, next) {
  const source = sourceOf(url);
  if (source !== null) return asModule(source);
  if (!isOurs(url)) return next(url, context);
  return asModule(url.endsWith(".jsx") ? compiled(url) : textAt(url));
}

function compiled(url) {
  const { code, errors } = transformSync(fileURLToPath(url), textAt(url), { jsx: { runtime: "automatic" } });
  if (errors.length) throw new SyntaxError(`${url}: ${errors[0].message}`);
  return code;
}

function asModule(source) {
  return { format: "module", source, shortCircuit: true };
}
