// Above the composer while answers are shown side by side: names the one that the next message follows if none is
// chosen.
import { MESSAGES } from "../contract/maps.js";
import { useObject } from "../contract/objects.js";
import { useTexts } from "../../texts/page.js";
import { useFollowed } from "./branches.js";

export function ComparisonNotice() {
  const say = useTexts();
  const followed = useFollowed();
  const model = useObject(MESSAGES, followed)?.asked;
  return model ? <p className="context-notice">{say("comparing-followed", { model })}</p> : null;
}
