import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Course, flagsOf, playCourses } from './course.ts';
import { bare, type before, is } from './moments.ts';
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
      const { world, serve, run, aside, data, out, baseUrl } = stage;
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
      const config = join(aside, 'dicomweb-harness.config.json');
      writeFileSync(config, JSON.stringify({ target: { url: baseUrl, roots: { [service]: url } } }));
      await run([
        'conformance',
        '--config',
        config,
        '--dataset',
        data,
        '--out',
        out,
        ...flagsOf({ scenario: ['T18', 'T20'] }),
      ]);
    },
  };
}

/** Each token leads to an archive of its own; from some moment on the command prints that of another tenant. */
function tenants(what: string, when: Parameters<typeof before>[0], status: number | null): Course {
  return {
    what: `the token is another tenant's from ${what} on`,
    canSayNothing: true,
    server: ({ world, aside }) => {
      const other = world.otherArchive();
      world.takeOver(underItsUids, other);
      const token = join(aside, 'token');
      let refused = false;
      writeFileSync(token, 'ours');
      return [
        {
          handle(request, archive, next) {
            if (when(request) && !refused) {
              refused = true;
              writeFileSync(token, 'other');
              if (status !== null)
                return Promise.resolve(bare(status, [['WWW-Authenticate', 'Bearer error="invalid_token"']]));
            }
            const holder = /ours/.test(request.headers.authorization ?? '')
              ? refused && status !== null
                ? null
                : archive
              : other;
            return holder === null
              ? Promise.resolve(bare(401, [['WWW-Authenticate', 'Bearer error="invalid_token"']]))
              : next(request, holder);
          },
        },
      ];
    },
    play: ({ run, aside, baseUrl, data, out }) =>
      run(['conformance', '--target', baseUrl, '--dataset', data, '--out', out, ...flagsOf({})], {
        DICOMWEB_TOKEN_FILE: join(aside, 'token'),
      }),
  };
}

playCourses([
  root('delete', true),
  root('delete', false),
  root('retrieve', true),
  root('retrieve', false),
  root('search', true),
  root('search', false),
  root('store', true),
  root('store', false),
  tenants('a DELETE of an instance', is('delete', { level: 'instances' }), 401),
  tenants('a store', is('store'), 401),
  tenants('the first retrieve', is('retrieve', { level: 'instances' }), 401),
  ...['/', '//'].map(
    (end): Course => ({
      what: `the base URL ends with ${end}`,
      server: ({ world }) => {
        world.strangerStores(elsewhere(world.first));
        return [];
      },
      play: ({ run, baseUrl, data, out }) =>
        run(['conformance', '--target', baseUrl + end, '--dataset', data, '--out', out, ...flagsOf({})]),
    }),
  ),
]);
