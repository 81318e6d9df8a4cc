import { add } from "./add.ts";
import { approve } from "./approve.ts";
import { cancel } from "./cancel.ts";
import { changes } from "./changes.ts";
import type { Command } from "./command.ts";
import { decide } from "./decide.ts";
import { done } from "./done.ts";
import { due } from "./due.ts";
import { go } from "./go.ts";
import { handTo } from "./hand-to.ts";
import { help } from "./help.ts";
import { move } from "./move.ts";
import { commandNames } from "./parse-commands.ts";
import { skip } from "./skip.ts";
import { status } from "./status.ts";
import { undo } from "./undo.ts";
import { upgrade } from "./upgrade.ts";

const all: readonly Command[] = [
  add,
  approve,
  cancel,
  changes,
  decide,
  done,
  due,
  go,
  handTo,
  help,
  move,
  skip,
  status,
  undo,
  upgrade,
];

/** Every command, in the order `/help` lists them. A new one is a file beside this one, a name and a line here. */
export const commands: readonly Command[] = commandNames.flatMap(
  (name) => all.find((command) => command.name === name) ?? [],
);
