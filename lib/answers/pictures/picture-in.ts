import type { ByteSource } from '../../bytes/byte-source.ts';
import type { MediaType } from '../../http/media-type.ts';
import { pictureFormat } from './picture-format.ts';

/** Media types of pictures whose bytes are read here. */
export const READ_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/gif'];

/**
 * Whether a body is a picture: `read` by its own bytes; `unread` where it has the label of a picture in a format that is not
 * read here, such as JPEG 2000; `none` for anything else.
 */
export function pictureIn(body: ByteSource, mediaType: MediaType | null): 'read' | 'unread' | 'none' {
  if (pictureFormat(body)) return 'read';
  const isOther = mediaType?.type === 'image' && !READ_TYPES.includes(mediaType.essence);
  return isOther && body.length > 0 ? 'unread' : 'none';
}
