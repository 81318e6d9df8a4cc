/// <reference types="@astrojs/starlight" />

declare namespace App {
  interface Locals {
    /** What the pages show. */
    readonly site: import("./data/site.ts").Site;
    /** The path of the page, the base path in front. */
    readonly path: string;
    /** Whether the page is rendered for somebody who looks at it now, and loads itself anew when it has changed. */
    readonly isLive: boolean;
    /** The side menu of the page; the general one when it is left out. */
    sidebar?: readonly import("./data/sidebar.ts").SidebarGroup[];
    /** Whether Mermaid draws a diagram on this page when it is opened. */
    drawsLater?: boolean;
    /** False for a page that brings its own first heading. */
    heading?: boolean;
  }
}
