/** What no person put there: a Mac writes `._gate.p12` beside a file that it copies, Kubernetes mounts folders named `..2026_11`. */
export function isHidden(name: string): boolean {
  return name.startsWith(".");
}
