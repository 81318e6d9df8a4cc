const frame = document.querySelector<HTMLElement>(".flow-frame");
const picture = frame?.querySelector<SVGSVGElement>("svg");
const buttons = document.querySelectorAll<HTMLButtonElement>("[data-zoom-by]");
if (frame && picture) startZoom(frame, picture);

/** Lets a reader make the picture larger and smaller, and drag it about where it does not fit. */
function startZoom(frame: HTMLElement, picture: SVGSVGElement): void {
  const { width: fullWidth, height: fullHeight } = picture.viewBox.baseVal;
  let scale = picture.getBoundingClientRect().width / fullWidth;
  // What does not fit begins with the first step.
  const [first, around] = [picture.querySelector("a"), frame].map((one) => one?.getBoundingClientRect());
  if (first && around) frame.scrollLeft += first.left + first.width / 2 - (around.left + around.width / 2);

  function show(wanted: number): void {
    scale = Math.min(2.5, Math.max(0.3, wanted));
    picture.style.maxWidth = "none";
    picture.setAttribute("width", String(fullWidth * scale));
    picture.setAttribute("height", String(fullHeight * scale));
  }

  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const factor = Number(button.dataset["zoomBy"]);
      show(factor === 0 ? fitting() : scale * factor);
    });
  }

  function fitting(): number {
    const across = (frame.clientWidth - 32) / fullWidth;
    const down = (frame.clientHeight - 32) / fullHeight;
    return document.fullscreenElement === frame ? Math.min(1.5, across, down) : Math.min(1, across);
  }

  const whole = document.querySelector<HTMLButtonElement>("[data-zoom-whole]");
  if (whole && document.fullscreenEnabled) {
    let before = scale;
    whole.hidden = false;
    whole.addEventListener("click", () => {
      before = scale;
      void frame.requestFullscreen();
    });
    frame.addEventListener("fullscreenchange", () =>
      show(document.fullscreenElement === frame ? fitting() : before),
    );
  }

  /** The click that ends a drag would follow the link under the pointer. */
  function ignoreClick(): void {
    const ignore = (event: Event) => event.preventDefault();
    frame.addEventListener("click", ignore, { capture: true, once: true });
    setTimeout(() => frame.removeEventListener("click", ignore, { capture: true }));
  }

  frame.addEventListener("pointerdown", (down) => {
    // Touch already drags what scrolls.
    if (down.pointerType !== "mouse" || down.button !== 0) return;
    const from = { x: frame.scrollLeft + down.clientX, y: frame.scrollTop + down.clientY };
    let isDragged = false;
    const move = (event: PointerEvent) => {
      isDragged ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 5;
      if (isDragged)
        frame.scrollTo({ left: from.x - event.clientX, top: from.y - event.clientY, behavior: "instant" });
    };
    const up = () => {
      removeEventListener("pointermove", move);
      if (isDragged) ignoreClick();
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", up, { once: true });
  });
  picture.addEventListener("dragstart", (event) => event.preventDefault());
}
