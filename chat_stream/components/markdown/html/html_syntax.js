// HTML in Markdown. Only comments and the lines of a fold (`<details>`, `<summary>`) are blocks. All other tags belong
// to a paragraph, so that no tag turns off the Markdown around it.
import { htmlFlow } from "micromark-core-commonmark";

const [LESS, BANG, SLASH, GREATER, DASH] = [..."<!/>-"].map((sign) => sign.charCodeAt(0));
const FOLD_TAGS = ["details", "summary"];
const COMMENT_START = [LESS, BANG, DASH, DASH];

const comment = { ...htmlFlow, name: "comment", tokenize: tokenizeComment };
const foldLine = { name: "foldLine", concrete: true, tokenize: tokenizeFoldLine };
const commentStart = { partial: true, tokenize: tokenizeCommentStart };

/** A micromark extension. */
export const htmlSyntax = { disable: { null: [htmlFlow.name] }, flow: { [LESS]: [comment, foldLine] } };

/** A pattern of such lines, for dividing a text into blocks. */
export const FOLD_LINE = /^ {0,3}<\/?(?:details|summary)(?=[ \t/>])[^\n]*(?:\n|$)/i;

function tokenizeComment(effects, ok, nok) {
  return effects.check(commentStart, htmlFlow.tokenize.call(this, effects, ok, nok), nok);
}

function tokenizeCommentStart(effects, ok, nok) {
  let seen = 0;
  return function sign(code) {
    if (seen === COMMENT_START.length) return effects.exit("comment") && ok(code);
    if (code !== COMMENT_START[seen]) return nok(code);
    if (seen === 0) effects.enter("comment");
    seen += 1;
    effects.consume(code);
    return sign;
  };
}

function tokenizeFoldLine(effects, ok, nok) {
  let name = "";
  return start;

  function start(code) {
    effects.enter("htmlFlow");
    effects.enter("htmlFlowData");
    effects.consume(code);
    return slash;
  }

  function slash(code) {
    if (code !== SLASH) return tagName(code);
    effects.consume(code);
    return tagName;
  }

  function tagName(code) {
    if (isLetter(code) && name.length < 8) {
      name += String.fromCharCode(code).toLowerCase();
      effects.consume(code);
      return tagName;
    }
    return FOLD_TAGS.includes(name) && isNameEnd(code) ? rest(code) : nok(code);
  }

  function rest(code) {
    if (!isLineEnd(code)) {
      effects.consume(code);
      return rest;
    }
    effects.exit("htmlFlowData");
    effects.exit("htmlFlow");
    return ok(code);
  }
}

function isLetter(code) {
  return code !== null && /[a-z]/i.test(String.fromCharCode(Math.max(0, code)));
}

/** Negative codes are micromark's own: line endings below -2, tabs above. */
function isNameEnd(code) {
  return code === GREATER || code === SLASH || code === 32 || code === -2 || code === -1;
}

function isLineEnd(code) {
  return code === null || code < -2;
}
