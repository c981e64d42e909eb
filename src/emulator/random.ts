/** Ids, keys and secrets. With a seed every run makes the same ones, so that recorded replies can be compared. */
import { createHash, randomBytes } from 'node:crypto';

export interface Random {
  uuid(): string;
  text(length: number): string;
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

export function createRandom(seed?: number): Random {
  let counter = 0;
  const bytes = (count: number): Buffer => {
    if (seed === undefined) return randomBytes(count);
    const blocks: Buffer[] = [];
    for (let filled = 0; filled < count; filled += 32) {
      blocks.push(createHash('sha256').update(`${seed}:${counter++}`).digest());
    }
    return Buffer.concat(blocks).subarray(0, count);
  };
  return {
    uuid() {
      const raw = bytes(16);
      raw.writeUInt8((raw.readUInt8(6) & 0x0f) | 0x40, 6);
      raw.writeUInt8((raw.readUInt8(8) & 0x3f) | 0x80, 8);
      const hex = raw.toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
    text(length) {
      return [...bytes(length)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
    },
  };
}
