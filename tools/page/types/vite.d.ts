// What Vite does with what the scripts import.

interface ImportMeta {
  glob<Module>(patterns: string[], options: { query: string; import: string; eager: true }): Record<string, Module>;
}

declare module "*.css";
declare module "@fontsource-variable/inter";
declare module "katex/contrib/mhchem";
