#!/usr/bin/env node

/** As in package.json (`engines`), which npm only warns about. */
const NEEDED = { major: 22, minor: 17 };

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < NEEDED.major || (major === NEEDED.major && minor < NEEDED.minor)) {
  console.error(`error: passwright needs Node ${NEEDED.major}.${NEEDED.minor} or newer; this is ${process.version}`);
  process.exitCode = 2;
} else {
  if (process.argv[2] === "serve") {
    const { restartWithBoundHeap } = await import("./serve/bound-heap.ts");
    restartWithBoundHeap();
  }
  // Loaded only now: an older Node would fail in the middle of it, with an error that tells nothing.
  const { main } = await import("./main.ts");
  await main();
}
