import { z } from "zod";
import { addAccount } from "../state/add-account.ts";
import { addForeignSubIssue } from "../state/add-foreign-sub-issue.ts";
import { renameAccount } from "../state/rename-account.ts";
import { setPermission } from "../state/set-permission.ts";
import { transferIssue } from "../state/transfer-issue.ts";
import type { Act } from "../state/types.ts";
import type { World } from "../world.ts";

/** Changes the world as a request's body says, and gives what was done. Throws with what was found and expected. */
type StateControl = (world: World, body: unknown) => object;

const permission = z.enum(["none", "read", "triage", "write", "maintain", "admin"]);

/** Changes to people, and to whose issue something is, that no API of GitHub makes. */
export const stateControls: Readonly<Record<string, StateControl>> = {
  "POST /sandbox/permission": control(z.object({ login: z.string(), permission }), ({ state }, given) => {
    setPermission(state, given.login, given.permission);
    return given;
  }),
  "POST /sandbox/visibility": control(
    z.object({ visibility: z.enum(["public", "private"]) }),
    ({ state }, given) => {
      state.repository.visibility = given.visibility;
      return given;
    },
  ),
  "POST /sandbox/accounts": control(
    z.object({ login: z.string(), name: z.string(), permission }),
    (world, given) => {
      const { login, id } = addAccount(asOwner(world), given);
      world.credentials.refresh();
      return { login, id, token: world.credentials.tokens[login] };
    },
  ),
  "POST /sandbox/rename": control(z.object({ login: z.string(), to: z.string() }), (world, given) => {
    const { id } = renameAccount(world.state, given.login, given.to);
    world.credentials.refresh();
    return { login: given.to, id };
  }),
  "POST /sandbox/transfer": control(z.object({ issue: z.number() }), (world, given) => ({
    issue: transferIssue(asOwner(world), given.issue).number,
  })),
  "POST /sandbox/foreign": control(
    z.object({
      parent: z.number(),
      repository: z.string(),
      number: z.number(),
      title: z.string(),
      body: z.string(),
    }),
    (world, given) => ({ id: addForeignSubIssue(asOwner(world), given).nodeId }),
  ),
};

function control<Body>(schema: z.ZodType<Body>, act: (world: World, given: Body) => object): StateControl {
  return (world, body) => {
    const read = schema.safeParse(body);
    if (!read.success) throw new Error(`Unexpected body: ${z.prettifyError(read.error)}`);
    return act(world, read.data);
  };
}

/** Somebody who may do everything: the first administrator, else whoever owns the repository. */
function asOwner(world: World): Act {
  const { state } = world;
  const admin = [...state.accounts.values()].find(
    ({ login }) => state.permissions.get(login.toLowerCase()) === "admin",
  );
  return world.actAs(world.credentials.actorFor(admin ?? state.repository.owner));
}
