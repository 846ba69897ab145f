/** A name as it is written in the ways that belong together; one that is not customary is absent. */
export interface MatchedName {
  readonly alphabetic: string;
  readonly ideographic?: string;
  readonly phonetic?: string;
}

/** Names of a language; those of several component groups match by entry (PS3.5 section 6.2.1.2). */
export interface MatchedNames {
  readonly family: readonly MatchedName[];
  readonly female: readonly MatchedName[];
  readonly male: readonly MatchedName[];
}

/** Each entry is `alphabetic ideographic phonetic`, entries are separated by commas. */
function names(table: string): MatchedName[] {
  return table.split(',').map((entry) => {
    const [alphabetic = '', ideographic = '', phonetic] = entry.trim().split(' ');
    return { alphabetic, ideographic, ...(phonetic === undefined ? {} : { phonetic }) };
  });
}

export const JAPANESE: MatchedNames = {
  family: names(
    'Yamada 山田 やまだ, Sato 佐藤 さとう, Suzuki 鈴木 すずき, Takahashi 高橋 たかはし, Tanaka 田中 たなか, Ito 伊藤 いとう, ' +
      'Watanabe 渡辺 わたなべ, Yamamoto 山本 やまもと, Nakamura 中村 なかむら, Kobayashi 小林 こばやし, Kato 加藤 かとう, ' +
      'Yoshida 吉田 よしだ, Matsumoto 松本 まつもと, Inoue 井上 いのうえ, Kimura 木村 きむら, Hayashi 林 はやし',
  ),
  female: names(
    'Hanako 花子 はなこ, Sakura 桜 さくら, Yoko 洋子 ようこ, Keiko 恵子 けいこ, Misaki 美咲 みさき, Aoi 葵 あおい, ' +
      'Naoko 直子 なおこ, Yumi 由美 ゆみ',
  ),
  male: names(
    'Taro 太郎 たろう, Haruto 陽翔 はると, Kenji 健二 けんじ, Hiroshi 浩 ひろし, Takashi 隆 たかし, Ichiro 一郎 いちろう, ' +
      'Makoto 誠 まこと, Daisuke 大輔 だいすけ',
  ),
};

export const KOREAN: MatchedNames = {
  family: names(
    'Kim 金 김, Lee 李 이, Park 朴 박, Choi 崔 최, Jung 鄭 정, Kang 姜 강, Cho 趙 조, Yoon 尹 윤, Jang 張 장, Lim 林 임, ' +
      'Hong 洪 홍, Han 韓 한',
  ),
  female: names(
    'Jiyoung 智英 지영, Seoyeon 瑞妍 서연, Minji 敏智 민지, Eunju 恩珠 은주, Hyejin 惠珍 혜진, Sunhee 善姬 선희',
  ),
  male: names(
    'Gildong 吉洞 길동, Minjun 民俊 민준, Seojun 瑞俊 서준, Jihun 志勳 지훈, Hyunwoo 賢宇 현우, Sungmin 成敏 성민',
  ),
};

export const CHINESE: MatchedNames = {
  family: names('Wang 王, Li 李, Zhang 张, Liu 刘, Chen 陈, Yang 杨, Zhao 赵, Huang 黄, Zhou 周, Wu 吴, Xu 徐, Sun 孙'),
  female: names('Xiuying 秀英, Na 娜, Min 敏, Jing 静, Li 丽, Fang 芳, Juan 娟, Yan 艳'),
  male: names('Xiaoming 小明, Wei 伟, Jun 军, Jianguo 建国, Lei 磊, Qiang 强, Yong 勇, Jie 杰'),
};
