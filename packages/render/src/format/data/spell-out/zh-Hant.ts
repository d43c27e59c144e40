// Numbers in words: zh-Hant. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
-x 負→→
x.x ←%spellout-cardinal←點→→→
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
100 ←%spellout-cardinal←百[→%%cardinal2→]
1000 ←%spellout-cardinal←千[→%%cardinal3→]
10000 ←%spellout-cardinal←萬[→%%cardinal4→]
100000000 ←%spellout-cardinal←億[→%%cardinal5→]
1000000000000 ←%spellout-cardinal←兆[→%%cardinal8→]
10000000000000000 ←%spellout-cardinal←京[→%%cardinal13→]
1000000000000000000 =#,##0=
%spellout-cardinal
-x 負→→
x.x ←←點→→→
0 零
1 一
2 二
3 三
4 四
5 五
6 六
7 七
8 八
9 九
10 =%spellout-numbering=
100 ←←百[→%%cardinal2→]
1000 ←←千[→%%cardinal3→]
10000 ←←萬[→%%cardinal4→]
100000000 ←←億[→%%cardinal5→]
1000000000000 ←←兆[→%%cardinal8→]
10000000000000000 ←←京[→%%cardinal13→]
1000000000000000000 =#,##0=
%%cardinal2
1 零=%spellout-numbering=
10 一=%spellout-numbering=
20 =%spellout-numbering=
%%cardinal3
1 零=%spellout-numbering=
10 零一=%spellout-cardinal=
20 零=%spellout-cardinal=
100 =%spellout-cardinal=
%%cardinal4
1 零=%spellout-numbering=
10 零一=%spellout-cardinal=
20 零=%spellout-cardinal=
1000 =%spellout-cardinal=
%%cardinal5
1 零=%spellout-numbering=
10 零一=%spellout-cardinal=
20 零=%spellout-cardinal=
10000 =%spellout-cardinal=
%%cardinal8
1 零=%spellout-numbering=
10 零一=%spellout-cardinal=
20 零=%spellout-cardinal=
10000000 =%spellout-cardinal=
%%cardinal13
1 零=%spellout-numbering=
10 零一=%spellout-cardinal=
20 零=%spellout-cardinal=
1000000000000 =%spellout-cardinal=`;
