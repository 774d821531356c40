// What the page says in German: all files of the catalogue, as they are.
const files = import.meta.glob("./*.de.ftl", { query: "?raw", import: "default", eager: true });

export default Object.values(files).join("\n");
