// The blocks of a text as marked's lexer finds them, with this page's rules for HTML: see `html_syntax.js`.
import { FOLD_LINE } from "../html/html_syntax.js";
import { hasDefinition } from "./definitions.js";
import { Lexer, Tokenizer } from "marked";

const COMMENT = /^ {0,3}<!--/;
const TAG_LINE = /^ {0,3}<[a-z!/?]/i;
const ENDED_BY_BLANK_LINE = ["paragraph", "heading", "hr", "table", "blockquote"];
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

  /** A tag at the beginning of a line doesn't end a paragraph. */
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

/**
 * @param {string} source
 * @param {string} raw
 */
function goesOn(source, raw) {
  const below = source.slice(raw.length + 1, raw.length + 100);
  return source[raw.length] === "\n" && TAG_LINE.test(below) && !COMMENT.test(below) && !FOLD_LINE.test(below);
}

/**
 * `blocks`: as `{ raw, isClosed }`, one behind the other; `definesNames`: whether a link or note is defined in them.
 * @param {string} text
 */
export function lexed(text) {
  const lexer = new Lexer({ gfm: true, tokenizer: new PageTokenizer() });
  const tokens = lexer.blockTokens(text);
  const definesNames = Object.keys(lexer.tokens.links).length > 0 || hasDefinition(text, tokens);
  return { blocks: joined(tokens), definesNames };
}

/**
 * Joins blank lines to the block above them, and all lines of a fold into one block.
 * @param {any[]} tokens
 */
function joined(tokens) {
  const blocks = [];
  let openFolds = 0;
  for (const token of tokens) {
    const { type, raw } = token;
    if (blocks.length && (type === "space" || openFolds > 0)) blocks.at(-1).raw += raw;
    else blocks.push({ raw, isClosed: false });
    if (type === "html") openFolds += count(raw, FOLD_START);
    if (type === "html" || type === "paragraph") openFolds = Math.max(0, openFolds - count(raw, FOLD_END));
    if (type !== "space") blocks.at(-1).isClosed = openFolds === 0 && endsAtBlankLine(token);
  }
  return blocks;
}

/**
 * Whether nothing below a blank line can belong to a block, as it can to lists, indented code and comments.
 * @param {any} token
 */
function endsAtBlankLine({ type, codeBlockStyle }) {
  return type === "code" ? codeBlockStyle !== "indented" : ENDED_BY_BLANK_LINE.includes(type);
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 */
function count(text, pattern) {
  return text.match(pattern)?.length ?? 0;
}
