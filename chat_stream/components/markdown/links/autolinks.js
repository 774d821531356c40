// Finds addresses in running text as GitHub does, except that in Chinese, Japanese and Korean an address ends where the
// sentence continues: there is no space between `https://example.com/a` and `。` or `を`.
import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";

/** Never part of a written address: punctuation of these scripts, and typographic quotes. */
const PUNCTUATION = /[\u3001-\u303F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65“”‘’«»…—]/;
const LETTER = /[\u1100-\u11FF\u2E80-\u9FFF\uAC00-\uD7FF\uF900-\uFAFF\uFF66-\uFFEF]|[\uD840-\uD8BF]/;
/** Letters of these scripts continue an address only after one of these signs: `/docsを` is followed by the sentence. */
const GOES_ON = /[/=_%#&+-]/;
const HOST = /^(?:https?:\/\/)?[^/]*\.$/i;
const ON_WEB = ["wwwAutolink", "protocolAutolink"];

/** A micromark extension that replaces the one in `remark-gfm`. Email addresses need no such rule. */
export function addressSyntax() {
  const { text = {} } = gfmAutolinkLiteral();
  const entries = Object.entries(text).map(([code, found]) => [code, /** @type {any[]} */ ([found]).flat().filter(isOnWeb).map(ending)]);
  return { disable: { null: ON_WEB }, text: Object.fromEntries(entries.filter(([, found]) => found.length)) };
}

const isOnWeb = ({ name }) => ON_WEB.includes(name);

/** A remark plugin. */
export function remarkAddresses() {
  (this.data().micromarkExtensions ??= []).push(addressSyntax());
}

/** The construct, changed so that the end of an address looks like the end of the text. */
function ending(construct) {
  return { ...construct, name: `ending ${construct.name}`, tokenize };

  function tokenize(effects, ok, nok) {
    const start = this.now().offset;
    const signs = [];
    let isOver = false;
    const over = (state) => (code) => {
      isOver = true;
      return state(code);
    };
    const read = (state) => (code) => {
      const at = this.now().offset - start;
      signs[at] = code > 0 ? String.fromCharCode(code) : " ";
      const next = state(endsAt(signs, at) ? null : code);
      return isOver ? next : read(next);
    };
    return read(construct.tokenize.call(this, effects, over(ok), over(nok)));
  }
}

function endsAt(signs, at) {
  const sign = signs[at];
  const before = signs[at - 1] ?? "/";
  if (PUNCTUATION.test(sign)) return true;
  if (!LETTER.test(sign) || LETTER.test(before) || GOES_ON.test(before)) return false;
  return !HOST.test(signs.slice(0, at).join(""));
}
