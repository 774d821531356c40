// What the page says in English: all files of the catalogue, as they are.
const files = import.meta.glob("./*.en.ftl", { query: "?raw", import: "default", eager: true });

export default Object.values(files).join("\n");
