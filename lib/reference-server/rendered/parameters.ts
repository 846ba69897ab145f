import { type QueryParameter, Refusal } from '../message.ts';
import type { Region } from './picture.ts';

const WINDOW_FUNCTIONS = ['linear', 'linear-exact', 'sigmoid'] as const;
type WindowFunction = (typeof WINDOW_FUNCTIONS)[number];

export interface Window {
  readonly center: number;
  readonly width: number;
  readonly function: WindowFunction;
}

/** Largest size of the rendered picture, and the part of the source that it shows; undefined members are the source's. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly region: { readonly [Member in keyof Region]?: number };
}

/** Rendering parameters (PS3.18 §8.3.5). */
export interface RenderingParameters {
  readonly viewport: Viewport | null;
  readonly window: Window | null;
  /** 1 to 100, for JPEG. */
  readonly quality: number;
  readonly annotations: readonly ('patient' | 'technique')[];
}

const DEFAULT_QUALITY = 90;
const LARGEST = 16_384;
const DECIMAL = /^[+-]?\d+(\.\d+)?$/;

function refuse(name: string, value: string, why: string): never {
  throw new Refusal(400, `${name}=${value}: ${why}`);
}

function readViewport(value: string, onlySize: boolean): Viewport {
  const fields = value.split(',');
  if (fields.length !== 2 && (onlySize || fields.length !== 6))
    refuse('viewport', value, onlySize ? 'a thumbnail takes width and height only' : 'takes two or six numbers');
  const [width = '', height = '', ...region] = fields;
  if (!/^[1-9]\d*$/.test(width) || !/^[1-9]\d*$/.test(height) || Math.max(Number(width), Number(height)) > LARGEST)
    refuse('viewport', value, `width and height are whole numbers from 1 to ${LARGEST}`);
  if (region.some((text) => text !== '' && !DECIMAL.test(text)))
    refuse('viewport', value, 'the region is no list of decimals');
  const names = ['left', 'top', 'width', 'height'] as const;
  const given = names.flatMap((name, index) => (region[index] ? [[name, Number(region[index])] as const] : []));
  return { width: Number(width), height: Number(height), region: Object.fromEntries(given) };
}

function readWindow(value: string): Window {
  const [center = '', width = '', name = '', ...rest] = value.split(',');
  const fn = WINDOW_FUNCTIONS.find((known) => known === name.toLowerCase());
  if (!DECIMAL.test(center) || !DECIMAL.test(width) || fn === undefined || rest.length > 0)
    refuse('window', value, `takes center, width and one of ${WINDOW_FUNCTIONS.join(', ')}`);
  const least = fn === 'linear' ? 1 : Number.MIN_VALUE;
  if (Number(width) < least) refuse('window', value, 'the width is too small');
  return { center: Number(center), width: Number(width), function: fn };
}

function readQuality(value: string): number {
  if (!/^([1-9]\d?|100)$/.test(value)) refuse('quality', value, 'is no whole number from 1 to 100');
  return Number(value);
}

function readAnnotations(value: string): ('patient' | 'technique')[] {
  return value.split(',').map((keyword) => {
    if (keyword === 'patient' || keyword === 'technique') return keyword;
    return refuse('annotation', value, 'takes patient and technique');
  });
}

/** Reads the parameters of a rendered resource, or of a thumbnail. @throws Refusal 400 for a value that is not allowed. */
export function readRenderingParameters(
  query: readonly QueryParameter[],
  of: 'rendered' | 'thumbnail',
): RenderingParameters {
  const value = (name: string): string | undefined => query.find(([given]) => given === name)?.[1];
  const viewport = value('viewport');
  const window = value('window');
  const quality = value('quality');
  const annotation = value('annotation');
  return {
    viewport: viewport === undefined ? null : readViewport(viewport, of === 'thumbnail'),
    window: window === undefined ? null : readWindow(window),
    quality: quality === undefined ? DEFAULT_QUALITY : readQuality(quality),
    annotations: annotation === undefined ? [] : readAnnotations(annotation),
  };
}
