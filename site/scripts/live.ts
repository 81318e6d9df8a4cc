const holder = document.querySelector<HTMLElement>("[data-live]");
if (holder) follow(holder.dataset["live"] ?? "", holder.dataset["page"] ?? "");

/** Loads the page anew when it has become another one, as soon as nobody would lose what they are typing. */
function follow(events: string, page: string): void {
  let isOld = false;
  new EventSource(events).addEventListener("message", async () => {
    // A handbook that cannot be reached at the moment says nothing of its pages.
    const answer = await fetch(location.href, { headers: { "If-None-Match": `"${page}"` } }).catch(
      () => undefined,
    );
    isOld = answer !== undefined && answer.status !== 304;
    reload();
  });
  addEventListener("focusout", () => setTimeout(reload));

  function reload(): void {
    const isTyping = document.activeElement?.matches("input, select, textarea") === true;
    if (isOld && !isTyping) location.reload();
  }
}
