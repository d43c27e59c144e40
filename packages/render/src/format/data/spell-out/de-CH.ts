// Numbers in words: de-CH. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
-x minus →→
x.x ←← Komma →→
0 null
1 eins
2 zwei
3 drei
4 vier
5 fünf
6 sechs
7 sieben
8 acht
9 neun
10 zehn
11 elf
12 zwölf
13 →→zehn
16 sechzehn
17 siebzehn
18 →→zehn
20 [→%spellout-cardinal-masculine→\u00ADund\u00AD]zwanzig
30 [→%spellout-cardinal-masculine→\u00ADund\u00AD]dreissig
40 [→%spellout-cardinal-masculine→\u00ADund\u00AD]vierzig
50 [→%spellout-cardinal-masculine→\u00ADund\u00AD]fünfzig
60 [→%spellout-cardinal-masculine→\u00ADund\u00AD]sechzig
70 [→%spellout-cardinal-masculine→\u00ADund\u00AD]siebzig
80 [→%spellout-cardinal-masculine→\u00ADund\u00AD]achtzig
90 [→%spellout-cardinal-masculine→\u00ADund\u00AD]neunzig
100 ←%spellout-cardinal-masculine←\u00ADhundert[\u00AD→→]
1000 ←%spellout-cardinal-masculine←\u00ADtausend[\u00AD→→]
1000000 eine Million[ →→]
2000000 ←%spellout-cardinal-feminine← Millionen[ →→]
1000000000 eine Milliarde[ →→]
2000000000 ←%spellout-cardinal-feminine← Milliarden[ →→]
1000000000000 eine Billion[ →→]
2000000000000 ←%spellout-cardinal-feminine← Billionen[ →→]
1000000000000000 eine Billiarde[ →→]
2000000000000000 ←%spellout-cardinal-feminine← Billiarden[ →→]
1000000000000000000 =#,##0=
%spellout-cardinal-masculine
-x minus →→
x.x ←← Komma →→
0 null
1 ein
2 =%spellout-numbering=
100 ←%spellout-cardinal-masculine←\u00ADhundert[\u00AD→→]
1000 ←%spellout-cardinal-masculine←\u00ADtausend[\u00AD→→]
1000000 eine Million[ →→]
2000000 ←%spellout-cardinal-feminine← Millionen[ →→]
1000000000 eine Milliarde[ →→]
2000000000 ←%spellout-cardinal-feminine← Milliarden[ →→]
1000000000000 eine Billion[ →→]
2000000000000 ←%spellout-cardinal-feminine← Billionen[ →→]
1000000000000000 eine Billiarde[ →→]
2000000000000000 ←%spellout-cardinal-feminine← Billiarden[ →→]
1000000000000000000 =#,##0=
%spellout-cardinal-feminine
-x minus →→
x.x ←← Komma →→
0 null
1 eine
2 =%spellout-numbering=
100 ←%spellout-cardinal-masculine←\u00ADhundert[\u00AD→→]
1000 ←%spellout-cardinal-masculine←\u00ADtausend[\u00AD→→]
1000000 eine Million[ →→]
2000000 ←%spellout-cardinal-feminine← Millionen[ →→]
1000000000 eine Milliarde[ →→]
2000000000 ←%spellout-cardinal-feminine← Milliarden[ →→]
1000000000000 eine Billion[ →→]
2000000000000 ←%spellout-cardinal-feminine← Billionen[ →→]
1000000000000000 eine Billiarde[ →→]
2000000000000000 ←%spellout-cardinal-feminine← Billiarden[ →→]
1000000000000000000 =#,##0=`;
