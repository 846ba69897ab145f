import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Course, playCourses } from './course.ts';
import { bare, is, type Which } from './moments.ts';
import { elsewhere, underItsUids } from './theirs.ts';

/** One service has a root of its own, at an archive where a stranger has the UIDs of ours. */
function root(service: 'store' | 'retrieve' | 'search' | 'delete', isThereFirst: boolean): Course {
  return {
    what: `the root of ${service} leads to another archive, where a stranger ${isThereFirst ? 'is' : 'comes later'}`,
    server: ({ world }) => [
      {
        handle(request, archive, next) {
          world.at?.();
          return next(request, archive);
        },
      },
    ],
    play: async (stage) => {
      const { world, serve, conformance } = stage;
      const other = world.otherArchive();
      const come = () => {
        if (other.select({ study: world.dataset.study }).length === 0) world.takeOver(underItsUids, other);
      };
      if (isThereFirst) come();
      else
        world.at = () => {
          if (world.archive.select({ study: world.dataset.study }).length === 3) come();
        };
      world.strangerStores(elsewhere(world.first), other);
      const url = await serve(other);
      await conformance({ scenario: ['T18', 'T20'], roots: { [service]: url } });
    },
  };
}

/** Each token leads to an archive of its own; from some moment on the command prints that of another tenant. */
function tenants(what: string, when: Which): Course {
  const refusal = bare(401, [['WWW-Authenticate', 'Bearer error="invalid_token"']]);
  return {
    what: `the token is another tenant's from ${what} on`,
    canSayNothing: true,
    server: ({ world, aside }) => {
      const other = world.otherArchive();
      world.takeOver(underItsUids, other);
      const token = join(aside, 'token');
      writeFileSync(token, 'ours');
      let isOver = false;
      return [
        {
          async handle(request, archive, next) {
            const isOurs = /ours/.test(request.headers.authorization ?? '');
            if (!isOurs) return next(request, other);
            if (when(request)) {
              isOver = true;
              writeFileSync(token, 'other');
            }
            return isOver ? refusal : next(request, archive);
          },
        },
      ];
    },
    play: ({ run, aside, baseUrl, data, out }) =>
      run(
        [
          'conformance',
          '--target',
          baseUrl,
          '--dataset',
          data,
          '--out',
          out,
          '--uids',
          'original',
          '--scenario',
          'T18',
        ],
        { DICOMWEB_TOKEN_FILE: join(aside, 'token') },
      ),
  };
}

playCourses([
  root('delete', true),
  root('delete', false),
  root('retrieve', false),
  root('search', false),
  root('store', true),
  tenants('a DELETE of an instance', is('delete', { level: 'instances' })),
  tenants('the first retrieve', is('retrieve', { level: 'instances' })),
  {
    what: 'the base URL ends with two slashes',
    server: ({ world }) => {
      world.strangerStores(elsewhere(world.first));
      return [];
    },
    play: async (stage) => {
      stage.baseUrl += '//';
      await stage.conformance({});
    },
  },
]);
