// Numbers in words: zh. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
-x 负→→
x.x ←←点→→→
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
100 ←←百[→%%number2→]
1000 ←←千[→%%number3→]
10000 ←←万[→%%number4→]
100000000 ←←亿[→%%number5→]
1000000000000 ←←兆[→%%number8→]
10000000000000000 ←←京[→%%number13→]
1000000000000000000 =#,##0=
%%number2
1 〇=%spellout-numbering=
10 一=%spellout-numbering=
20 =%spellout-numbering=
%%number3
1 〇=%spellout-numbering=
10 〇一=%spellout-numbering=
20 〇=%spellout-numbering=
100 =%spellout-numbering=
%%number4
1 〇=%spellout-numbering=
10 〇一=%spellout-numbering=
20 〇=%spellout-numbering=
1000 =%spellout-numbering=
%%number5
1 〇=%spellout-numbering=
10 〇一=%spellout-numbering=
20 〇=%spellout-numbering=
10000 =%spellout-numbering=
%%number8
1 〇=%spellout-numbering=
10 〇一=%spellout-numbering=
20 〇=%spellout-numbering=
10000000 =%spellout-numbering=
%%number13
1 〇=%spellout-numbering=
10 〇一=%spellout-numbering=
20 〇=%spellout-numbering=
1000000000000 =%spellout-numbering=`;
