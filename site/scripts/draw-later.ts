interface Mermaid {
  initialize(options: Record<string, unknown>): void;
  render(id: string, text: string): Promise<{ svg: string }>;
}

const texts = [...document.querySelectorAll<HTMLElement>("pre[data-mermaid]")];
const base = document.querySelector<HTMLElement>("[data-search]")?.dataset["search"] ?? "/";

/** Draws the diagrams that could not be drawn when the page was built. A text that cannot be drawn stays a text. */
async function drawAll(): Promise<void> {
  const address = `${base}mermaid/mermaid.esm.min.mjs`;
  const { default: mermaid } = (await import(/* @vite-ignore */ address)) as { default: Mermaid };
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: "strict",
    theme: document.documentElement.dataset["theme"] === "dark" ? "dark" : "neutral",
    secure: [
      "secure",
      "securityLevel",
      "startOnLoad",
      "maxTextSize",
      "fontFamily",
      "altFontFamily",
      "themeCSS",
      "themeVariables",
    ],
  });
  for (const [index, text] of texts.entries()) {
    const { svg } = await mermaid.render(`later-${index}`, text.textContent);
    const holder = document.createElement("div");
    holder.innerHTML = svg;
    text.replaceWith(holder);
  }
}

if (texts.length > 0) drawAll().catch(() => {});
