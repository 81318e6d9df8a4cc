const words = document.querySelector<HTMLElement>("[data-copy-code]")?.dataset;
if (words && navigator.clipboard)
  for (const code of document.querySelectorAll("main pre")) addButton(code, words);

/** Puts a button over a sample that copies what it holds. */
function addButton(code: Element, { copyCode = "", copied = "", failed = "" }: DOMStringMap): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "action copy-code";
  button.textContent = copyCode;
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(code.textContent.trimEnd()).then(
      () => say(copied),
      () => say(failed),
    );
  });
  // The sample itself may scroll, and the button would go along.
  const frame = document.createElement("div");
  frame.className = "code-frame";
  code.replaceWith(frame);
  frame.append(code, button);

  function say(text: string): void {
    button.textContent = text;
    setTimeout(() => {
      button.textContent = copyCode;
    }, 2500);
  }
}
