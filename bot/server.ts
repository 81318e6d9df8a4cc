import { serve } from "./serve.ts";

/** The server without pages, which needs nothing but the bot: the image in `deploy/` starts it so. */
serve(process.env).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
