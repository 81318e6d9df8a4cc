/// <reference types="@astrojs/starlight" />

declare namespace App {
  interface Locals {
    /** The side menu of the page; the general one when it is left out. */
    sidebar?: readonly import("./data/sidebar.ts").SidebarGroup[];
    /** Whether Mermaid draws a diagram on this page when it is opened. */
    drawsLater?: boolean;
    /** False for a page that brings its own first heading. */
    heading?: boolean;
  }
}
