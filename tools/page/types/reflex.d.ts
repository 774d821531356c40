// What the scripts use of the page that Reflex makes.

declare module "$/env.json" {
  const addresses: { PING: string };
  export default addresses;
}

declare module "$/utils/state" {
  export function getBackendURL(address: string): URL;
}

declare module "$/utils/context-registry" {
  import type { Context } from "react";
  export const ColorModeContext: Context<{
    rawColorMode: string;
    resolvedColorMode: string;
    setColorMode: (mode: string) => void;
  }>;
}
