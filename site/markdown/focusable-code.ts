import { defineHastPlugin } from "satteri";

/** Lets the keyboard reach code in pages of the guide, since long lines of it scroll. */
export const focusableCode = defineHastPlugin({
  name: "focusable-code",
  element: {
    filter: ["pre"],
    visit: (node, context) => context.setProperty(node, "tabIndex", 0),
  },
});
