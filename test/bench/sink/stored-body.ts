/** (0002,0003) Media Storage SOP Instance UID, as file meta information encodes it: tag and VR. */
const SOP_INSTANCE_UID = Buffer.from([0x02, 0x00, 0x03, 0x00, 0x55, 0x49]);
/** Tag, VR, length and the longest UID. */
const ELEMENT = SOP_INSTANCE_UID.length + 2 + 64;

/** The body of one store request: only which instances it holds. */
export class StoredBody {
  readonly sopInstanceUIDs: string[] = [];
  private readonly holdsInstances: boolean;
  private tail = Buffer.alloc(0);

  constructor(holdsInstances: boolean) {
    this.holdsInstances = holdsInstances;
  }

  add(piece: Buffer): void {
    if (!this.holdsInstances) return;
    let bytes = piece;
    if (this.tail.length > 0) {
      if (piece.length < ELEMENT) bytes = Buffer.concat([this.tail, piece]);
      // An element may lie across two reads: look where the old one ends and the new one begins.
      else this.find(Buffer.concat([this.tail, piece.subarray(0, ELEMENT)]), this.tail.length);
    }
    const whole = Math.max(0, bytes.length - ELEMENT);
    this.find(bytes, whole);
    this.tail = Buffer.from(bytes.subarray(whole));
  }

  /** Takes the UIDs of all elements that start before `end`. */
  private find(bytes: Buffer, end: number): void {
    for (let at = bytes.indexOf(SOP_INSTANCE_UID); at >= 0 && at < end; at = bytes.indexOf(SOP_INSTANCE_UID, at + 1)) {
      const length = bytes.readUInt16LE(at + 6);
      const text = bytes.toString('latin1', at + 8, at + 8 + length).replace(/\0$/, '');
      if (/^[0-9.]{1,64}$/.test(text)) this.sopInstanceUIDs.push(text);
    }
  }
}
