export { contrastOf, isHexColour, readableOn } from "./contrast.ts";
