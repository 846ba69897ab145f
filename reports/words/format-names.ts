import type { InEach } from './language.ts';

type Names = Readonly<Record<string, string | undefined>>;

const NAMES: InEach<Names> = {
  english: {
    'application/dicom': 'a PS3.10 file',
    'application/json': 'JSON',
    'application/xml': 'XML',
    'multipart/related': 'a multipart body',
    'text/html': 'a web page',
    'image/png': 'a PNG picture',
    'image/gif': 'a GIF picture',
    'image/jpeg': 'a JPEG picture',
    'image/jls': 'a JPEG-LS picture',
    'image/j2c': 'a JPEG 2000 codestream',
    'image/jp2': 'a JPEG 2000 file',
    'application/gzip': 'gzip-compressed bytes',
    'application/zip': 'a ZIP archive',
    'application/pdf': 'a PDF document',
    'application/vnd.rar': 'a RAR archive',
  },
  japanese: {
    'application/dicom': 'PS3.10 ファイル',
    'application/json': 'JSON',
    'application/xml': 'XML',
    'multipart/related': 'マルチパートのボディ',
    'text/html': 'Web ページ',
    'image/png': 'PNG 画像',
    'image/gif': 'GIF 画像',
    'image/jpeg': 'JPEG 画像',
    'image/jls': 'JPEG-LS 画像',
    'image/j2c': 'JPEG 2000 コードストリーム',
    'image/jp2': 'JPEG 2000 ファイル',
    'application/gzip': 'gzip で圧縮されたバイト列',
    'application/zip': 'ZIP アーカイブ',
    'application/pdf': 'PDF 文書',
    'application/vnd.rar': 'RAR アーカイブ',
  },
};

/** What bytes of a media type are, for a sentence: `a JPEG picture`. */
export function formatName(language: keyof InEach<Names>, type: string): string {
  return NAMES[language][type] ?? String(type);
}
