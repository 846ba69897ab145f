import { fetch } from 'undici';

/** As much of a browser's XMLHttpRequest as the npm package dicomweb-client uses, on top of fetch. */
export class XmlHttpRequest {
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
    const text = (): string => Buffer.from(bytes).toString();
    this.response =
      this.responseType === 'arraybuffer' ? bytes : this.responseType === 'json' ? JSON.parse(text()) : text();
    this.readyState = 4;
    this.onreadystatechange();
  }
}
