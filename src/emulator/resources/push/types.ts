export const PROVIDER_TYPES = ['firebase', 'apn', 'huawei', 'xiaomi'];

/** A name is unique among the providers of its type. */
export function providerKey(type: string, name: string): string {
  return `${type} ${name}`;
}
