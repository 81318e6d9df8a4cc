import { listOf, type StepShape } from "../definition/index.ts";
import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";

/** An approval that needs more people than are asked. */
export const policyOverApprovers: ProcessRule = {
  id: "policy-over-approvers",
  scope: "process",
  severity: "error",
  purpose: "An approval needs no more of its approvers than it has.",
  why: "Three of two can never agree. The run would wait for a third voice that nobody is asked for.",
  examples: [
    {
      title: "Three of two",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: approve, title: Approve the draft, kind: approval, approvers: [editor, lawyer], policy: 3 }`,
        roles:
          "author: { title: Author, people: [demo-jonas], deputies: [demo-ben] }\neditor: { title: Editor, people: [demo-lena], deputies: [demo-sofia] }\nlawyer: { title: Lawyer, people: [demo-nora], deputies: [demo-emil] }\n",
      },
      at: "3 }",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: approve, title: Approve the draft, kind: approval, approvers: [editor, lawyer], policy: 2 }`,
        roles:
          "author: { title: Author, people: [demo-jonas], deputies: [demo-ben] }\neditor: { title: Editor, people: [demo-lena], deputies: [demo-sofia] }\nlawyer: { title: Lawyer, people: [demo-nora], deputies: [demo-emil] }\n",
      },
    },
  ],
  check: ({ draft, frontMatter }) =>
    (draft.steps ?? []).flatMap(({ policy, approvers }, index) => {
      const asked = new Set(listOf(approvers as StepShape["approvers"])).size;
      if (typeof policy !== "number" || asked === 0 || policy <= asked) return [];
      const message = `${policy} of ${asked} ${asked === 1 ? "approver" : "approvers"} would have to agree, expected at most ${code(asked)}; write that, \`all\`, or name more approvers.`;
      return [{ ...frontMatter.positionOf(["steps", index, "policy"]), message }];
    }),
};
