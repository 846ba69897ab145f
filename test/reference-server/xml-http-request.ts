import { fetch } from 'undici';

/** A request as it went out, and its answer. */
export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: readonly (readonly [string, string])[];
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

/** As much of a browser's XMLHttpRequest as the npm package dicomweb-client uses, on top of fetch. */
export class XmlHttpRequest {
  /** All that was sent in this process, in its order. */
  static readonly recorded: Recorded[] = [];
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseType = '';
  onreadystatechange: () => void = () => {};
  readonly #headers: Record<string, string> = {};
  #method = '';
  #url = '';
  #answerHeaders = new Map<string, string>();

  open(method: string, url: string): void {
    this.#method = method.toUpperCase();
    this.#url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }

  getResponseHeader(name: string): string | null {
    return this.#answerHeaders.get(name.toLowerCase()) ?? null;
  }

  getAllResponseHeaders(): string {
    return [...this.#answerHeaders].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  }

  async send(body?: ArrayBuffer): Promise<void> {
    const answer = await fetch(this.#url, { method: this.#method, headers: this.#headers, ...(body ? { body } : {}) });
    const bytes = await answer.arrayBuffer();
    this.status = answer.status;
    this.#answerHeaders = new Map(answer.headers);
    XmlHttpRequest.recorded.push({
      ...{ method: this.#method, url: this.#url, requestHeaders: Object.entries(this.#headers) },
      ...{ status: answer.status, headers: [...answer.headers], body: new Uint8Array(bytes) },
    });
    const text = (): string => Buffer.from(bytes).toString();
    this.response =
      this.responseType === 'arraybuffer' ? bytes : this.responseType === 'json' ? JSON.parse(text()) : text();
    this.readyState = 4;
    this.onreadystatechange();
  }
}
