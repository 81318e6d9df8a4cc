/** An error GitHub's GraphQL gives to a client, with the `type` it puts beside the message. */
export class GraphqlRefusal extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.name = "GraphqlRefusal";
    this.type = type;
  }
}
