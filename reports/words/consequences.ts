import type { Consequence } from '../../lib/breaches/consequences.ts';
import type { InBoth } from './language.ts';

/** Why a breach matters: what it does to those who use the server, in English and Japanese. */
export const CONSEQUENCE_WORDS: Readonly<Record<Consequence, InBoth>> = {
  'only-copy-lost': [
    'A sender that is told of success frees its own copy: what it sent then exists nowhere.',
    '成功と知らされた送信側は自分のコピーを消すため、送ったものはどこにも残りません。',
  ],
  'stored-image-lost': [
    'An image that was stored is gone, and nobody may have another copy.',
    '保存されていた画像が失われ、ほかにコピーが残っていないおそれがあります。',
  ],
  'patient-mistaken': [
    'Images or studies are shown under the name, ID or birth date of somebody else.',
    '画像や検査が、別の人の氏名、ID、生年月日とともに表示されます。',
  ],
  'foreign-image-shown': [
    'Something of another series, study or patient is shown as if it belonged here.',
    '別のシリーズ、検査、患者のものが、ここに属するものとして表示されます。',
  ],
  'filed-elsewhere': [
    'An image is filed under another study or image than its own, and may end up with the wrong patient.',
    '画像が本来とは別の検査や画像として登録され、別の患者のものとされるおそれがあります。',
  ],
  'others-found': [
    'A user who searches for one patient or study is shown others, and may open the wrong one.',
    '一人の患者または一つの検査を検索した利用者に別のものが表示され、誤って開くおそれがあります。',
  ],
  'other-image-opened': [
    'A viewer shows another image than the one that was asked for.',
    '求めた画像とは別の画像がビューアに表示されます。',
  ],
  'identifier-mistaken': [
    'Images or studies are told by an identifier that is not theirs, and are taken for others.',
    '画像や検査が本来とは異なる識別子で示され、別のものと取り違えられます。',
  ],
  'image-altered': [
    'The image that a doctor looks at is not the one that was taken.',
    '医師が見る画像が、撮影された画像と異なります。',
  ],
  'picture-altered': [
    'The picture that a user sees does not show the image as it was stored.',
    '表示用の画像が、保存された画像のとおりに見えません。',
  ],
  'image-cut': [
    'A part of the image is missing or too much: it is shown cut or sheared, or is refused.',
    '画像の一部に欠けや余分があり、切れたりずれたりして表示されるか、読み込みを拒否されます。',
  ],
  'patient-unidentified': [
    'The name, ID or birth date of the patient is missing: nobody can tell for sure whose image it is.',
    '患者の氏名、ID、生年月日が欠けており、誰の画像かを確認できません。',
  ],
  'value-altered': [
    'Users see another value than was stored, and take it for the right one.',
    '保存された値と異なる値が表示され、利用者はそれを正しい値とみなします。',
  ],
  'text-garbled': [
    'Names and other text are shown with wrong characters.',
    '氏名などの文字が、誤った文字で表示されます。',
  ],
  'value-missing': [
    'A value that was stored is missing for whoever reads this answer.',
    '保存された値が、この応答を読む人には欠けています。',
  ],
  'value-ambiguous': [
    'Two values stand for one attribute: which of them a user sees depends on the client.',
    '一つの属性に二つの値があり、利用者に見える値がクライアントによって変わります。',
  ],
  'list-value-wrong': [
    'A list shows a wrong value, and users choose by it.',
    '一覧に誤った値が表示され、利用者はそれを見て選びます。',
  ],
  'images-doubled': [
    'Each image is there more than once, and counts of images are wrong.',
    '同じ画像が重複して登録され、画像の数が正しくありません。',
  ],
  'open-to-strangers': [
    'Anybody who reaches the server can see data of patients, or that there are any, without permission.',
    'サーバーに到達できる人は誰でも、権限なしに患者のデータまたはその有無を知ることができます。',
  ],
  'written-by-strangers': [
    'Anybody who reaches the server can put images into the record of a patient.',
    'サーバーに到達できる人は誰でも、患者の記録に画像を加えられます。',
  ],
  'deleted-still-seen': [
    'Data that was deleted, for privacy or for correction, can still be seen.',
    '個人情報の保護や訂正のために削除されたデータが、まだ見えます。',
  ],
  'images-unseen': [
    'A doctor does not see an image that is stored, and is not told that one is missing.',
    '保存されている画像が医師に表示されず、欠けていることも知らされません。',
  ],
  'cannot-store': [
    'Images that are sent here do not arrive, so nobody can find or open them.',
    '送信した画像が届かず、誰も検索も表示もできません。',
  ],
  'cannot-open': [
    'Clients get an error or nothing instead of what they ask for: viewers cannot open it.',
    '求めたものの代わりにエラーが返るか何も返らず、ビューアで開けません。',
  ],
  'answer-unreadable': [
    'Clients cannot read the answer: nothing in it can be shown.',
    'クライアントが応答を読み取れず、中の何も表示できません。',
  ],
  'image-unreadable': [
    'Readers refuse the image or decode it wrongly, and it is not shown.',
    '画像の読み込みや復号に失敗し、表示できません。',
  ],
  'cannot-search': [
    'Users cannot list what is stored, so nobody can pick and open it.',
    '保存されているものを一覧できず、選んで開くことができません。',
  ],
  'nothing-found': [
    'A user who searches for something that is stored is told that there is nothing.',
    '保存されているものを検索しても、見つからないと表示されます。',
  ],
  'list-incomplete': [
    'A user who goes through a list misses studies, series or images.',
    '一覧を見る利用者が、検査、シリーズ、画像を見落とします。',
  ],
  'link-broken': ['Clients that follow the link show nothing.', 'リンクをたどるクライアントに、何も表示されません。'],
  'value-unread': [
    'Clients that read the value as the standard has it fail: they show nothing in its place, or an error.',
    '規格どおりに値を読むクライアントが失敗し、値が表示されないかエラーになります。',
  ],
  'list-not-narrowed': [
    'A user who narrows a list has to find the right entry among others that were not asked for.',
    '一覧を絞り込んでも求めていない項目が残り、利用者はその中から探すことになります。',
  ],
  'sender-misled': [
    'A sender that goes by the status alone takes for stored what was not.',
    'ステータスだけで判断する送信側は、保存されていないものを保存済みとみなします。',
  ],
  'sender-unsure': [
    'A sender that goes by the answer cannot tell for sure what was stored and what was not.',
    '応答を見る送信側が、何が保存され何が保存されなかったかを確認できません。',
  ],
  'sender-blocked': [
    'Some senders, or some batches of images, cannot be stored here although they are legal.',
    '規格に沿った送信側や画像のまとまりの一部を、ここに保存できません。',
  ],
  'sender-repeats': [
    'A sender takes for lost or refused what was stored, and sends it again or raises an alarm.',
    '送信側が、保存されたものを失われたまたは拒否されたとみなし、再送するか警報を出します。',
  ],
  'request-refused': [
    'Clients that ask in this form, which is legal, get an error or nothing.',
    '規格に沿ったこの形式で要求するクライアントは、エラーになるか何も得られません。',
  ],
  'type-unexpected': [
    'A client gets a type or encoding that it did not ask for, and may not be able to read it.',
    'クライアントが、求めていない形式や符号化で受け取り、読めないことがあります。',
  ],
  'connection-confused': [
    'Clients on a kept connection take leftover bytes for the next answer, or wait for bytes that never come.',
    '接続を使い続けるクライアントが、余ったバイトを次の応答とみなすか、届かないバイトを待ち続けます。',
  ],
  'strict-clients-refuse': [
    'Strict clients refuse the answer or a part of it, or read it wrongly; others get by.',
    '厳密なクライアントは応答やその一部を拒否するか誤って読みます。そうでないクライアントは動作します。',
  ],
  'label-misleads': [
    'A client that goes by what the answer says of itself reads it wrongly, or not at all.',
    '応答の記述に従うクライアントが、内容を誤って読むか、読めません。',
  ],
  'search-depends': [
    'What a user finds depends on how the client writes its search.',
    '検索の書き方がクライアントごとに異なるだけで、見つかるものが変わります。',
  ],
  'attribute-empty': [
    'Clients that show this attribute leave it blank, or have to ask once more.',
    'この属性を表示するクライアントでは、空欄になるか、もう一度問い合わせが必要になります。',
  ],
  'shown-twice': [
    'The same entry is shown more than once, counts are wrong, or a list does not end.',
    '同じ項目が重複して表示される、数が合わない、または一覧が終わりません。',
  ],
  'delete-unavailable': [
    'Clients that remove what was stored by mistake cannot do so here.',
    '誤って保存したものを削除するクライアントが、ここでは削除できません。',
  ],
  'login-unclear': [
    'Clients that ask the server how to log in do not learn it.',
    'ログインの方法をサーバーに問い合わせるクライアントが、それを知ることができません。',
  ],
  'mistake-hidden': [
    'A client does not learn that its request was wrong, and takes the answer for what it asked for.',
    'クライアントは要求の誤りを知らされず、応答を求めたものとみなします。',
  ],
  'mistake-unclear': [
    'A client cannot tell its own mistake, or what is not there, from a failure of the server, and may try again.',
    'クライアントは、自分の誤りや対象がないことをサーバーの障害と区別できず、再試行することがあります。',
  ],
  'status-unclear': [
    'A client that goes by the status does not learn what really happened.',
    'ステータスで判断するクライアントが、実際に何が起きたかを知ることができません。',
  ],
  'link-needs-context': [
    'Clients that need a full address cannot follow the link.',
    '完全なアドレスを必要とするクライアントが、リンクをたどれません。',
  ],
  'origin-unclear': [
    'Whoever copies or compares the data set cannot tell what the modality recorded from what the archive made of it.',
    'データセットを複製または比較する側が、撮影装置の記録とアーカイブによる変更を区別できません。',
  ],
  'kept-answer-useless': [
    'A client that keeps answers shows old ones, or loads all of it again.',
    '応答を保持するクライアントが、古い応答を表示するか、すべてを読み直します。',
  ],
  'too-much': [
    'Answers are slow, or larger than some clients can hold.',
    '応答が遅いか、一部のクライアントには大きすぎます。',
  ],
  'rest-unannounced': [
    'A client that goes by the Warning of a page does not learn how many results are left.',
    'ページの Warning に従うクライアントが、残りの結果の数を知ることができません。',
  ],
  'detail-missing': [
    'No user is harmed: clients do without a detail that could help them.',
    '利用者への影響はありません。クライアントの助けになる情報が一つ欠けています。',
  ],
  'detail-differs': [
    'No user is harmed: a detail is not as the standard words it.',
    '利用者への影響はありません。細部が規格の記述と異なります。',
  ],
};
