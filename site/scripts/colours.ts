const key = "handrail-colours";
const root = document.documentElement;
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

function show(choice: string): void {
  root.dataset["colours"] = choice;
  root.dataset["theme"] = choice === "auto" ? (prefersDark.matches ? "dark" : "light") : choice;
}

for (const select of document.querySelectorAll<HTMLSelectElement>("select[data-colours]")) {
  select.value = root.dataset["colours"] ?? "auto";
  select.addEventListener("change", () => {
    show(select.value);
    try {
      localStorage.setItem(key, select.value);
    } catch {
      // A browser that keeps nothing still shows the choice on this page.
    }
  });
}
prefersDark.addEventListener("change", () => show(root.dataset["colours"] ?? "auto"));
