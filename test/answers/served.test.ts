import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPage, isServed, saysNoSuchResource } from '../../lib/answers/served.ts';
import { exchange } from '../judges/exchanges.ts';

const typed = (type: string, body: string, status = 200) =>
  exchange({ status, headers: [['Content-Type', type]], body });

test('a page is HTML by its label and by its first character', () => {
  const isAPage = (type: string, body: string) => {
    const { response } = typed(type, body);
    return response !== null && isPage(response);
  };
  assert.ok(isAPage('text/html; charset=utf-8', '\n<!DOCTYPE html>'));
  assert.ok(!isAPage('text/html', '[{}]'));
  assert.ok(!isAPage('application/dicom+json', '<html>'));
});

test('a success shows that there is a resource unless it is a page', () => {
  assert.ok(isServed(exchange({ status: 204 })));
  assert.ok(!isServed(typed('text/html', '<html>')));
  assert.ok(saysNoSuchResource(typed('text/html', '<html>')));
});

test('to HEAD a page has no body, and an answer by its label shows that there is a resource', () => {
  const head = (type: string) => {
    const answer = exchange({ headers: [['Content-Type', type]], body: '' });
    return isServed({ ...answer, request: { ...answer.request, method: 'HEAD' } });
  };
  assert.equal(head('text/html'), false);
  assert.equal(head('application/dicom+json'), true);
  assert.equal(isServed(typed('text/html', '')), true);
});

test('400, 404, 405 and 501 may mean that there is no such resource, a server error does not', () => {
  for (const status of [400, 404, 405, 501]) assert.ok(saysNoSuchResource(exchange({ status })), String(status));
  for (const status of [200, 401, 406, 409, 410, 500, 503]) assert.ok(!saysNoSuchResource(exchange({ status })));
});

test('a refusal that names the instances comes from the resource', () => {
  const module = '{"00081198":{"vr":"SQ","Value":[{"00081155":{"vr":"UI","Value":["1.2"]}}]}}';
  const refused = typed('application/dicom+json', module, 400);
  assert.ok(isServed(refused));
  assert.ok(!saysNoSuchResource(refused));
});

test('a page for people begins with an angle bracket, whichever type of page it is', () => {
  const page = (body: string, type: string | null) => {
    const headers = type === null ? [] : [['Content-Type', type] as const];
    const { response } = exchange({ headers, body: Buffer.from(body, 'utf8') });
    return response !== null && isPage(response);
  };
  for (const type of ['text/html', 'application/xhtml+xml']) assert.equal(page('\ufeff \n<html>', type), true);
  for (const type of ['text/xml', null]) assert.equal(page('<html>', type), false);
  assert.equal(page('no <b>page</b>', 'text/html'), false);
});

test('an answer that was cut tells neither that a resource is there nor that it is not', () => {
  const cut = (status: number) =>
    ({ ...exchange({ status }), failure: { code: 'truncated', message: 'cut' } }) as const;
  assert.equal(isServed(cut(200)), false);
  assert.equal(saysNoSuchResource(cut(404)), false);
  const page = { headers: [['Content-Type', 'text/html']], body: '<html>' } as const;
  assert.equal(saysNoSuchResource(exchange(page)), true);
  assert.equal(saysNoSuchResource(exchange({ ...page, status: 500 })), false);
});
