import { type Exchange, headerValues } from '../http/exchange.ts';
import { type MediaType, parameter, parseMediaType } from '../http/media-type.ts';

/** What the request of an exchange asked for: the media ranges of its Accept field, those with q=0 left out. */
export function acceptedTypes({ request }: Exchange): readonly MediaType[] {
  return headerValues(request.headers, 'Accept')
    .flatMap(listMembers)
    .flatMap((range) => parseMediaType(range) ?? [])
    .filter((range) => Number(parameter(range, 'q') ?? 1) > 0);
}

/** The transfer syntax that each accepted range asked for: a UID, `*`, or null where it left the choice to the default. */
export function requestedTransferSyntaxes(exchange: Exchange): readonly (string | null)[] {
  return acceptedTypes(exchange).map((range) => parameter(range, 'transfer-syntax'));
}

/** Members of a comma-separated field value; commas in quoted strings do not separate (RFC 9110 §5.6.1). */
export function listMembers(value: string): string[] {
  const members = value.match(/(?:"(?:\\.|[^"\\])*"?|[^,"])+/g) ?? [];
  return members.map((member) => member.trim()).filter((member) => member !== '');
}
