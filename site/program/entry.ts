import { createApp } from "astro/app/entrypoint";

const app = createApp({ streaming: false });

/**
 * Renders the page at a path, which begins with `/` and knows no base path. What the page shows comes with `locals`:
 * the program itself holds no handbook.
 */
export function render(path: string, locals: App.Locals): Promise<Response> {
  return app.render(new Request(`http://page${path}`), { locals });
}
