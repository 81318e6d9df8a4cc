import { visible } from "./message.ts";

/**
 * A text as the data of a workflow command of GitHub Actions: on one line, with its line breaks written as the format has them, and every
 * other sign that cannot be seen or would steer a terminal made visible.
 * Format: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function workflowData(text: string): string {
  return text
    .replace(/[^\r\n]+/g, visible)
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

/** The same as the value of a property of such a command, which a colon or a comma would end. */
export function workflowProperty(text: string): string {
  return workflowData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
