/** API keys with one scope, made over the API: one key alone would be held back by its rate. */
export async function makeLoadKeys(
  server: { readonly origin: string; readonly admin: string },
  wish: { readonly count: number; readonly scope: string },
): Promise<readonly string[]> {
  const keys: string[] = [];
  for (let index = 0; index < wish.count; index += 1) {
    const answer = await fetch(`${server.origin}/api/keys`, {
      method: "POST",
      headers: { authorization: `Bearer ${server.admin}`, "content-type": "application/json" },
      body: JSON.stringify({ name: `load ${index}`, scopes: [wish.scope] }),
    });
    keys.push(((await answer.json()) as { readonly key: string }).key);
  }
  return keys;
}
