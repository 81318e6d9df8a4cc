/** Where open pages hear that something has changed, under the base path. */
export const liveEventsPath = "live-events";
