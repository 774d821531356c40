/** The name of a map, which knows what its objects are. */
export type MapName<Value> = string & { readonly __value?: Value };

export function useObject<Value>(name: MapName<Value>, key: string): Value | undefined;
export function useKeys(name: MapName<unknown>): string[];
export function useEntries<Value>(name: MapName<Value>): Array<[string, Value]>;
export function useSelected<Value, Selected>(
  name: MapName<Value>,
  select: (entries: ReadonlyMap<string, Value>) => Selected,
): Selected;
/** Asks for what a subscription is about to show; the answer waits until it does. */
export function followAhead(subscription: string, subject: string): void;
