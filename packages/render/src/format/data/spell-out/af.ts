// Numbers in words: af. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal=
%spellout-cardinal
-x min →→
x.x ←← komma →→
0 nul
1 een
2 twee
3 drie
4 vier
5 vyf
6 ses
7 sewe
8 agt
9 nege
10 tien
11 elf
12 twaalf
13 dertien
14 veertien
15 vyftien
16 sestien
17 sewentien
18 agttien
19 negentien
20 [→→-en-]twintig
30 [→→-en-]dertig
40 [→→-en-]veertig
50 [→→-en-]vyftig
60 [→→-en-]sestig
70 [→→-en-]sewentig
80 [→→-en-]tagtig
90 [→→-en-]negentig
100 honderd[ →→]
200 ←←honderd[ →→]
1000 duisend[ →→]
2000 ←←\u00ADduisend[ →→]
21000/1000 ←← duisend[ →→]
1000000 ←← miljoen[ →→]
1000000000 ←← miljard[ →→]
1000000000000 ←← biljoen[ →→]
1000000000000000 ←← biljard[ →→]
1000000000000000000 =#,##0=`;
