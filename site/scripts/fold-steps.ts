const phone = matchMedia("(max-width: 50rem)");
const bodies = [...document.querySelectorAll<HTMLDetailsElement>(".step > details")];

/** On a phone steps are folded, all but the one a link leads to; on paper and wide screens they stand open. */
function foldSteps(): void {
  for (const body of bodies) body.open = !phone.matches || body === linked();
}

/** The rest of the step whose heading, or something in it, the address names. */
function linked(): HTMLDetailsElement | undefined {
  const id = decodeURIComponent(location.hash.slice(1));
  const step = id === "" ? undefined : document.getElementById(id)?.closest(".step");
  return bodies.find((body) => body.parentElement === step);
}

/** What is folded above a heading has moved it. */
function showLinked(): void {
  if (phone.matches) document.querySelector(".step :target")?.scrollIntoView({ behavior: "instant" });
}

foldSteps();
showLinked();
phone.addEventListener("change", foldSteps);
addEventListener("hashchange", () => {
  const body = linked();
  if (body !== undefined) body.open = true;
  showLinked();
});
addEventListener("beforeprint", () => {
  for (const body of bodies) body.open = true;
});
addEventListener("afterprint", foldSteps);
