/** Attributes of a search answer: tag to VR, of every item; empty where the answer is no DICOM JSON. */
export function searchAttributes(body: Uint8Array): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const item of itemsOf(parsed(body))) {
    for (const [tag, element] of Object.entries(item)) {
      if (!/^[0-9A-Fa-f]{8}$/.test(tag)) continue;
      const vr = isRecord(element) && typeof element.vr === 'string' ? element.vr.slice(0, 2) : '';
      attributes.set(tag.toUpperCase(), vr);
    }
  }
  return attributes;
}

/** SOP Class UIDs (0008,1150) in the Referenced SOP Sequence (0008,1199) of a store response. */
export function storedClasses(body: Uint8Array): string[] {
  return itemsOf(parsed(body)).flatMap((item) =>
    valuesOf(item, '00081199').flatMap((reference) =>
      isRecord(reference) ? valuesOf(reference, '00081150').filter((uid) => typeof uid === 'string') : [],
    ),
  );
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}

function itemsOf(value: unknown): Record<string, unknown>[] {
  return (Array.isArray(value) ? value : [value]).filter(isRecord);
}

function valuesOf(item: Record<string, unknown>, tag: string): unknown[] {
  const element = item[tag];
  return isRecord(element) && Array.isArray(element.Value) ? element.Value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
