/** FNV-1a over the UTF-16 units of a text with two primes: 64 bits in two numbers, the same on every machine. */
export function fnv(text: string): [number, number] {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return [a >>> 0, b >>> 0];
}
