import schema from './config.schema.json' with { type: 'json' };

/** A setting that a flag and a variable can give as well. */
export interface Setting {
  /** Its place in a configuration file, as `['report', 'lang']`. */
  readonly path: readonly string[];
  /** Name of the flag, without dashes. */
  readonly flag: string;
  readonly variable: string;
  readonly description: string;
  /** Several values; a flag is repeated for them. */
  readonly isList: boolean;
  readonly isSwitch: boolean;
  /** Relative to the configuration file. */
  readonly isPath: boolean;
}

interface Node {
  readonly description?: string;
  readonly type?: unknown;
  readonly flag?: string;
  readonly path?: boolean;
  readonly properties?: Readonly<Record<string, Node>>;
}

/** Every setting that has a flag, in the order of the schema. */
export const SETTINGS: readonly Setting[] = settingsIn(schema as Node, []);

function settingsIn({ properties = {} }: Node, place: readonly string[]): Setting[] {
  return Object.entries(properties).flatMap(([name, node]) => {
    const path = [...place, name];
    if (node.flag === undefined) return settingsIn(node, path);
    return [
      {
        path,
        flag: node.flag,
        variable: `DICOMWEB_${node.flag.replaceAll('-', '_').toUpperCase()}`,
        description: node.description ?? '',
        isList: node.type === 'array',
        isSwitch: node.type === 'boolean',
        isPath: node.path === true || node.flag === 'profile',
      },
    ];
  });
}
