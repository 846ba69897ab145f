import type { Behaviour } from '../behaviour.ts';
import { type Answer, type Request, textAnswer } from '../message.ts';
import { allowedMethods } from '../route.ts';
import type { Resource } from './resources.ts';

/** How a server answers for a resource that it does not have. */
export const WAYS = ['404', '405', '501', '400', 'page'] as const;
export type Way = (typeof WAYS)[number];

/** A server without one of its resources, which is whole in everything else. */
export function hole({ selects }: Resource, way: Way): Behaviour {
  return {
    handle: async (request, archive, next) => (selects(request) ? missing(request, way) : next(request, archive)),
  };
}

function missing(request: Request, way: Way): Answer {
  const text = `this server has no ${request.method} ${request.path}`;
  if (way === 'page') return page(text);
  return textAnswer(Number(way), text, way === '405' ? [['Allow', otherMethods(request).join(', ')]] : []);
}

/** What the resource still takes. A server without GET has no HEAD either. */
function otherMethods({ method, path }: Request): string[] {
  const lacking = method === 'GET' || method === 'HEAD' ? ['GET', 'HEAD'] : [method];
  return allowedMethods(path).filter((one) => !lacking.includes(one));
}

/** The start page of an application that takes every unknown path for its own. */
function page(text: string): Answer {
  const html = `<!DOCTYPE html><html><head><title>Archive</title></head><body><p>${text}</p></body></html>\n`;
  return {
    status: 200,
    headers: [],
    content: { kind: 'bytes', mediaType: 'text/html; charset=utf-8', bytes: Buffer.from(html) },
  };
}
