"""Files that are dropped on the page or pasted are refused; text is accepted."""

from playwright.async_api import expect

from tests.support.provider import ScriptedProvider
from tests.support.visitor import Visitor

GIVE = """([selector, kind, files, texts]) => {
  const transfer = new DataTransfer();
  for (const name of files) transfer.items.add(new File(["bytes"], name, { type: "image/png" }));
  for (const [type, text] of Object.entries(texts)) transfer.setData(type, text);
  const event = kind === "paste"
    ? new ClipboardEvent(kind, { clipboardData: transfer, bubbles: true, cancelable: true })
    : new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true });
  document.querySelector(selector).dispatchEvent(event);
  return event.defaultPrevented;
}"""


async def test_files_are_refused_with_a_sentence_and_text_is_taken(ada: Visitor, provider: ScriptedProvider):
    tab = await ada.tab()
    box, picture = ".composer textarea", "<img src='a.png'>"
    notice = tab.page.get_by_role("alert")
    table: dict[str, str] = {"text/plain": "1\t2", "text/html": "<table><td>1<td>2</table>"}

    async def give(selector: str, kind: str, files: list[str], texts: dict[str, str]) -> bool:
        return await tab.page.evaluate(GIVE, [selector, kind, files, texts])

    async def is_refused(selector: str, kind: str, texts: dict[str, str]) -> None:
        assert await give(selector, kind, ["a.png"], texts)
        await expect(notice).to_contain_text("Files and pictures can't be added")
        await notice.get_by_role("button", name="Close").click()
        await expect(notice).to_have_count(0)

    await expect(tab.composer).to_be_visible()
    for selector in (box, "body", ".chat-filter"):
        assert await give(selector, "dragover", ["a.png"], {})
        await is_refused(selector, "drop", {})
        await is_refused(selector, "paste", {"text/html": picture})
    for kind in ("drop", "paste", "dragover"):
        assert not await give(box, kind, [], {"text/plain": "words"})
        assert not await give(box, kind, ["image.png"], table)
    assert await give("body", "drop", [], {"text/uri-list": "https://example.com", "text/plain": "https://example.com"})
    await expect(notice).to_have_count(0)

    await tab.page.goto(f"{tab.url}/settings")
    await expect(tab.page.get_by_role("radio", name="Dark")).to_be_visible()
    await is_refused("main", "drop", {})
    await tab.page.goto(f"{tab.url}/nowhere")
    await expect(tab.page.get_by_role("heading", name="Not found")).to_be_visible()
    await is_refused("main", "drop", {})
    assert tab.path == "/nowhere"


async def test_a_picture_with_its_text_is_pasted_as_text(ada: Visitor, provider: ScriptedProvider):
    await ada.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = await ada.tab()
    await tab.page.evaluate(
        """async () => {
          const canvas = new OffscreenCanvas(1, 1);
          canvas.getContext("2d");
          const picture = await canvas.convertToBlob();
          const text = new Blob(["Some words"], { type: "text/plain" });
          await navigator.clipboard.write([new ClipboardItem({ "text/plain": text, "image/png": picture })]);
        }"""
    )
    await tab.composer.press("Control+v")
    await expect(tab.composer).to_have_value("Some words")
    await expect(tab.page.get_by_role("alert")).to_have_count(0)
