export { codeownersPlaces, writeCodeowners } from "./write-codeowners.ts";
