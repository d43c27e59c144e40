/** Lines of an answer, as texts. */
export async function* readTextLines(answer: Response): AsyncGenerator<string, void, undefined> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { done: true as const, value: undefined };
    const lines = `${rest}${value ?? ""}`.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
    if (done) break;
  }
  if (rest !== "") yield rest;
}

/** What the lines of an answer hold, as the server's schemas say. */
export async function* readNdjson<Item>(answer: Response): AsyncGenerator<Item, void, undefined> {
  for await (const line of readTextLines(answer)) if (line !== "") yield JSON.parse(line) as Item;
}
