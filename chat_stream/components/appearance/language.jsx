// The language setting. It belongs to the user, and to this browser while nobody is signed in.
import { choose, chosen, useTexts } from "../../texts/page.js";
import { useEffect } from "react";

/** @param {import("../contract/props.js").ChosenLanguageProps} props */
export function ChosenLanguage({ user, language }) {
  useEffect(() => {
    if (user) choose(language);
  }, [user, language]);
  return null;
}

/**
 * Changes the page's language immediately; the server remembers it. Drafts and streams aren't affected.
 * @param {import("../contract/props.js").LanguageChoiceProps} props
 */
export function LanguageChoice({ languages, onChoose }) {
  const say = useTexts();
  const change = (/** @type {import("react").ChangeEvent<HTMLSelectElement>} */ event) => {
    choose(event.target.value);
    onChoose(event.target.value);
  };
  return (
    <select className="field max-w-xs" aria-label={say("language")} value={chosen()} onChange={change}>
      <option value="">{say("language-browser")}</option>
      {Object.entries(languages).map(([language, name]) => (
        <option key={language} value={language} lang={language}>
          {name}
        </option>
      ))}
    </select>
  );
}
