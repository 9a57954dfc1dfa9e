// Exports lowerFirst: API members begin with a capital, the trail and validation messages write them without.

export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
