// Numbers in words: ko. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0.x ←%spellout-cardinal-sinokorean←점→→→
x.x ←←점→→→
0 공
1 =%spellout-cardinal-sinokorean=
%spellout-cardinal-sinokorean
-x 마이너스 →→
x.x ←←점→→→
0 영
1 일
2 이
3 삼
4 사
5 오
6 육
7 칠
8 팔
9 구
10 십[→→]
20 ←←십[→→]
100 백[→→]
200 ←←백[→→]
1000 천[→→]
2000 ←←천[→→]
10000 만[ →→]
20000 ←←만[ →→]
100000000 ←←억[ →→]
1000000000000 ←←조[ →→]
10000000000000000 ←←경[ →→]
1000000000000000000 =#,##0=`;
