/** What a new process is about, as far as the command knows. */
export interface NewProcess {
  readonly id: string;
  /** Role that owns the process and does its steps. */
  readonly role: string;
}

/** The text of a new process: everything that is required, sound, and waiting to be written over. */
export function processTemplate({ id, role }: NewProcess): string {
  return `---
title: ${titleFrom(id)}
summary: One sentence that says what this process is for.
outcome: What is there when it has ended.
trigger: What makes somebody start it.
owner: ${role}
anchor: Publish date
steps:
  - id: write-draft
    title: Write the draft
    role: ${role}
    due: -10d
    effort: 4h
    output: [The draft]

  - id: publish
    title: Publish the result
    role: ${role}
    due: 0d
    effort: 1h
    input:
      - { what: The draft, from: write-draft }
---

Say in a few sentences why this process exists, and when somebody should not use it.

## Write the draft

Say how it is done, as you would to a new colleague.

- [ ] One thing to do.
- [ ] One more.

## Publish the result

Say how it is done, and how to see that it worked.
`;
}

/** The words of the id; in quotes where YAML would read a number, a yes or no, or nothing. */
function titleFrom(id: string): string {
  const words = id.replaceAll("-", " ");
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return /^(?:true|false|null|[\d.]+(?:e\d+)?|0x[\da-f]+|0o[0-7]+)$/i.test(title) ? `"${title}"` : title;
}
