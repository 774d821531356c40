// The blocks of a text as marked's lexer finds them, with HTML as this page reads it: see `html_syntax.js`.
import { FOLD_LINE } from "../html/html_syntax.js";
import { Lexer, Tokenizer } from "marked";

const COMMENT = /^ {0,3}<!--/;
const TAG_LINE = /^ {0,3}<[a-z!/?]/i;
const FOLD_START = /<details(?=[\s/>])[^>]*>/gi;
const FOLD_END = /<\/details\s*>/gi;

class PageTokenizer extends Tokenizer {
  /**
   * @param {string} source
   * @returns {import("marked").Tokens.HTML | undefined}
   */
  html(source) {
    if (COMMENT.test(source)) return super.html(source);
    const raw = FOLD_LINE.exec(source)?.[0];
    return raw === undefined ? undefined : { type: "html", block: true, raw, pre: false, text: raw };
  }

  /** A tag at the beginning of a line divides no paragraph. */
  paragraph(source) {
    const token = super.paragraph(source);
    while (token && goesOn(source, token.raw)) {
      const more = super.paragraph(source.slice(token.raw.length + 1));
      if (!more) break;
      token.raw += `\n${more.raw}`;
    }
    return token;
  }
}

function goesOn(source, raw) {
  const below = source.slice(raw.length + 1, raw.length + 100);
  return source[raw.length] === "\n" && TAG_LINE.test(below) && !COMMENT.test(below) && !FOLD_LINE.test(below);
}

/** The blocks, one behind the other; a text that defines what links lead to is one block. */
export function lexed(text) {
  const lexer = new Lexer({ gfm: true, tokenizer: new PageTokenizer() });
  const tokens = lexer.blockTokens(text.replace(/\r\n?/g, "\n"));
  return Object.keys(lexer.tokens.links).length ? [text] : joined(tokens);
}

/** Blank lines belong to the block above them, and all of a fold is one block. */
function joined(tokens) {
  const blocks = [];
  let openFolds = 0;
  for (const { type, raw } of tokens) {
    if (blocks.length && (type === "space" || openFolds > 0)) blocks.push(blocks.pop() + raw);
    else blocks.push(raw);
    if (type === "html") openFolds += count(raw, FOLD_START);
    if (type === "html" || type === "paragraph") openFolds = Math.max(0, openFolds - count(raw, FOLD_END));
  }
  return blocks;
}

function count(text, pattern) {
  return text.match(pattern)?.length ?? 0;
}
