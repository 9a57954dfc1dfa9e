// Exports what a server knows of its connections, so that it can stop without waiting for clients that say nothing more.
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";

export class Connections {
  /** Each open connection with the number of its requests that are being answered. */
  private readonly answers = new Map<Socket, number>();
  private isClosing = false;

  add(socket: Socket): void {
    this.answers.set(socket, 0);
    socket.once("close", () => this.answers.delete(socket));
  }

  /** To be called when a whole request has come, before its answer is looked for. */
  begin(response: ServerResponse): void {
    const { socket } = response.req;
    this.count(socket, 1);
    response.once("close", () => {
      this.count(socket, -1);
      if (this.isClosing && this.answers.get(socket) === 0) socket.destroySoon();
    });
  }

  /** Whether the connection ends with this answer. */
  endsWith(response: ServerResponse): boolean {
    return this.isClosing && (this.answers.get(response.req.socket) ?? 0) <= 1;
  }

  /** Cuts each connection as soon as nothing is being answered there: the idle ones, and those of half a request, now. */
  close(): void {
    this.isClosing = true;
    for (const [socket, answers] of this.answers) if (answers === 0) socket.destroy();
  }

  private count(socket: Socket, by: number): void {
    const answers = this.answers.get(socket);
    if (answers !== undefined) this.answers.set(socket, answers + by);
  }
}
