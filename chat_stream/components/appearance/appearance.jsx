// The settings of looks and keys for this browser.
import { useTexts } from "../../texts/page.js";
import { ColorModeContext } from "$/utils/context-registry";
import { useContext } from "react";
import { choose, SEND_KEY, TEXT_SIZE, useChoice } from "../page/browser_choices.js";

const THEMES = { system: "theme-system", light: "theme-light", dark: "theme-dark" };
const SIZES = { small: "size-small", medium: "size-medium", large: "size-large", huge: "size-huge" };
const SEND_KEYS = { enter: "send-key-enter", "ctrl-enter": "send-key-ctrl-enter" };

export function AppearanceChoices() {
  const say = useTexts();
  const { rawColorMode, setColorMode } = useContext(ColorModeContext);
  return (
    <>
      <Choice name="theme" label={say("theme")} values={THEMES} chosen={rawColorMode} onChoose={setColorMode} />
      <Stored choice={TEXT_SIZE} name="text-size" label={say("size")} values={SIZES} />
    </>
  );
}

export function WritingChoices() {
  const say = useTexts();
  return (
    <>
      <Stored choice={SEND_KEY} name="send-key" label={say("send-key")} values={SEND_KEYS} />
      <p className="text-sm text-muted-foreground">{say("send-key-glass")}</p>
    </>
  );
}

/** @param {{ choice: import("../page/browser_choices.js").Choice, name: string, label: string, values: Record<string, string> }} props */
function Stored({ choice, name, label, values }) {
  const chosen = useChoice(choice);
  return <Choice {...{ name, label, values, chosen }} onChoose={(/** @type {string} */ value) => choose(choice, value)} />;
}

/**
 * `values` maps each value to the key of its text.
 * @param {{ name: string, label: string, values: Record<string, string>, chosen: string, onChoose: (value: string) => void }} props
 */
function Choice({ name, label, values, chosen, onChoose }) {
  const say = useTexts();
  return (
    <fieldset className="radio-group">
      <legend>{label}</legend>
      <div className="choice-values">
        {Object.entries(values).map(([value, key]) => (
          <label key={value} className="choice-value">
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            {say(key)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
