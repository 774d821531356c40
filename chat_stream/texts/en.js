// What the page says in English: all files of the catalogue, without what only mail says.
const files = import.meta.glob(["./*.en.ftl", "!./mail.en.ftl"], { query: "?raw", import: "default", eager: true });

export default Object.values(files).join("\n");
