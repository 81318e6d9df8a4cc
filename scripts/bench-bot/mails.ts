import { countMails } from "../../test/bot/bench/count-mails.ts";
import { table } from "./table.ts";

/** Who hears how often from the bot in a whole run: two mails for each step of their own and one at the end, and reminders apart. */
export async function mails(): Promise<string> {
  const people = await countMails();
  return table(
    "Mails from the bot in a whole run of the blog process, everyone on time",
    ["person", "own steps", "mails", "bar", "reminders", "most for one step, bar 2", "for information"],
    people.map(({ login, steps, others, reminders, mostReminders, informed }) => [
      login,
      steps,
      others,
      2 * steps + 1,
      reminders,
      mostReminders,
      informed,
    ]),
  );
}
