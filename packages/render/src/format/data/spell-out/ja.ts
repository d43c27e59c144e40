// Numbers in words: ja. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal=
%spellout-cardinal
-x マイナス→→
x.x ←←・→→→
0 〇
1 一
2 二
3 三
4 四
5 五
6 六
7 七
8 八
9 九
10 十[→→]
20 ←←十[→→]
100 百[→→]
200 ←←百[→→]
1000 千[→→]
2000 ←←千[→→]
10000 ←←万[→→]
100000000 ←←億[→→]
1000000000000 ←←兆[→→]
10000000000000000 ←←京[→→]
1000000000000000000 =#,##0=`;
