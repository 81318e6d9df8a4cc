import { text } from "../../text/index.ts";
import type { RunCommand } from "./command.ts";

/** `/cancel <reason>`: the run ends here; open steps are closed as not planned. */
export const cancel: RunCommand = {
  name: "cancel",
  scope: "run",
  usage: () => "/cancel why",
  purpose: text.run.commandPurpose.cancel,
  accept: (context) => {
    const { written, author, authorId, at, comment } = context;
    const reason = [written.rest, written.below].filter((part) => part !== "").join("\n");
    if (reason === "")
      return { refusal: text.run.reasonMissing("/cancel the product is not coming this year") };
    return { entry: { kind: "cancelled", at, by: author, byId: authorId, comment, reason } };
  },
};
