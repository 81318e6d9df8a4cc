import { z } from "zod";

/** Somebody as `ActorFields` asks for them; nothing for an account that is gone. */
export const actorSchema = z
  .object({ __typename: z.string(), login: z.string(), databaseId: z.number().nullish() })
  .nullable();

/** The account that the bot acts as. */
export const viewerSchema = z.object({ login: z.string(), databaseId: z.number().nullable() });
