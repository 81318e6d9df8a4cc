import { type RoleId, type Step, type StepId, stepsMadeFrom } from "../../definition/index.ts";
import { type Handover, type Markdown, text } from "../../text/index.ts";
import { peopleOfRole } from "../people/people-of-role.ts";
import type { StepIssueFacts } from "./step-issue-facts.ts";

/**
 * What a step gets and from whom, what it leaves behind, and who is asked and told. What a step that is left out of this
 * run would have brought is not in it.
 */
export function handoverOf(step: Step, facts: StepIssueFacts): Markdown {
  const { state, handbook, definition } = facts;
  const roleTitle = (role: RoleId) => handbook.handbook.roles.get(role)?.title ?? role;
  const people = (role: RoleId) => peopleOfRole(role, facts).everyone.slice(0, 1);
  const person = (role: RoleId) => ({ role: roleTitle(role), person: people(role)[0] });
  const kept = state.tasks.filter(({ isLeftOut }) => !isLeftOut);
  const isStep = (id: StepId) => stepsMadeFrom(definition, id).length > 0;
  return text.stepIssue.handover({
    inputs: step.inputs.flatMap(({ what, from }): Handover["inputs"] => {
      if (!isStep(from)) return [{ what, role: roleTitle(from), people: people(from) }];
      const made = stepsMadeFrom(definition, from);
      const sources = kept.filter((other) => made.includes(other.step));
      const [first, ...others] = sources;
      if (!first) return [];
      return [
        {
          what,
          step: text.stepIssue.andOthers(first.title, others.length),
          people: [...new Set(sources.flatMap((source) => source.people))],
        },
      ];
    }),
    outside: step.roles.flatMap((role) =>
      handbook.handbook.roles.get(role)?.isOutside ? roleTitle(role) : [],
    ),
    outputs: step.outputs,
    tools: step.tools,
    consulted: step.consulted.map(person),
    informed: step.informed.map(person),
    accountable: person(step.accountable),
  });
}
