for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// Without a clipboard the link stays a link to the text itself.
if (navigator.clipboard) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-copy]")) {
    const words = link.textContent;
    link.role = "button";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      void copyText(link, words);
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      void copyText(link, words);
    });
  }
}

/** Copies what `link` leads to and says so on it for a moment; `words` are what it says otherwise. */
async function copyText(link: HTMLAnchorElement, words: string): Promise<void> {
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(answer.statusText);
    await navigator.clipboard.writeText(await answer.text());
    link.textContent = link.dataset["copied"] ?? "";
  } catch {
    link.textContent = link.dataset["failed"] ?? "";
  }
  setTimeout(() => {
    link.textContent = words;
  }, 2500);
}
