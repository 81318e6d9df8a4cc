/** What the page of a process does, as one file: its buttons, its diagram, its date planner. */
import "./actions.ts";
import "./fold-children.ts";
import "./fold-steps.ts";
import "./planner.ts";
import "./propose-step.ts";
import "./zoom.ts";
