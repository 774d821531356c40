// Loads the list of models once, and again when it changes, so that a reconnect costs nothing.
import { OFFER, OFFERS } from "../contract/maps.js";
import { useObject } from "../contract/objects.js";
import { useEffect, useEffectEvent } from "react";

/** @param {import("../contract/props.js").OfferedModelsProps} props */
export function OfferedModels({ load, offer, onAsk }) {
  const has = useObject(OFFERS, OFFER)?.version;
  const askIfNew = useEffectEvent(() => offer !== has && onAsk());
  useEffect(() => {
    if (load && offer) askIfNew();
  }, [load, offer]);
  return null;
}
