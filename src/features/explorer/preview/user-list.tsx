// Exports UserList: who has used the alias or key of a change lately.
import { formatTime } from "#lib/time-text.ts";
import type { RecentUser } from "./recent-users.ts";

export function UserList({ users }: { readonly users: readonly RecentUser[] }) {
  if (users.length === 0) return <div>Nobody, as far as the newest events of the trail tell.</div>;
  return (
    <ul>
      {users.map(({ principal, operations, calls, lastUsed }) => (
        <li key={principal}>
          <strong>{principal}</strong>: {calls === 1 ? "1 call" : `${calls} calls`} ({operations.join(", ")}), last on{" "}
          {formatTime(Date.parse(lastUsed))}
        </li>
      ))}
    </ul>
  );
}
