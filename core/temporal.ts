/**
 * The one door to Temporal: the runtime's own where it has one (Node 26), else the polyfill, which behaves the same.
 * Everything else in core takes it from here, so that it runs on any Node from 22 on and in every browser.
 */
export { Temporal } from "temporal-polyfill";
