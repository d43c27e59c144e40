// Numbers in words: da. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal-neuter=
%spellout-cardinal-common
-x minus →→
x.x ←← komma →→
0 nul
1 en
2 to
3 tre
4 fire
5 fem
6 seks
7 syv
8 otte
9 ni
10 ti
11 elleve
12 tolv
13 tretten
14 fjorten
15 femten
16 seksten
17 sytten
18 atten
19 nitten
20 [→→\u00ADog\u00AD]tyve
30 [→→\u00ADog\u00AD]tredive
40 [→→\u00ADog\u00AD]fyrre
50 [→→\u00ADog\u00AD]halvtreds
60 [→→\u00ADog\u00AD]tres
70 [→→\u00ADog\u00AD]halvfjerds
80 [→→\u00ADog\u00AD]firs
90 [→→\u00ADog\u00AD]halvfems
100 hundrede[ og →→]
200 ←%spellout-cardinal-neuter←\u00ADhundrede[ og →→]
1000 tusinde[ →%%and-small→]
2000 ←%spellout-cardinal-neuter← tusinde[ →%%and-small→]
1000000 million[ →→]
2000000 ←← millioner[ →→]
1000000000 milliard[ →→]
2000000000 ←← milliarder[ →→]
1000000000000 billion[ →→]
2000000000000 ←← billioner[ →→]
1000000000000000 billiard[ →→]
2000000000000000 ←← billiarder[ →→]
1000000000000000000 =#,##0=
%%and-small
0 og =%spellout-cardinal-common=
100 =%spellout-cardinal-common=
%spellout-cardinal-neuter
-x minus →→
x.x ←← komma →→
0 nul
1 et
2 =%spellout-cardinal-common=
100 hundrede[ og →→]
200 ←%spellout-cardinal-neuter←\u00ADhundrede[ og →→]
1000 tusind[ →%%and-small-n→]
2000 ←%spellout-cardinal-neuter← tusind[ →%%and-small-n→]
1000000 en million[ →→]
2000000 ←%spellout-cardinal-common← millioner[ →→]
1000000000 en milliard[ →→]
2000000000 ←%spellout-cardinal-common← milliarder[ →→]
1000000000000 en billion[ →→]
2000000000000 ←%spellout-cardinal-common← billioner[ →→]
1000000000000000 en billiard[ →→]
2000000000000000 ←%spellout-cardinal-common← billiarder[ →→]
1000000000000000000 =#,##0=
%%and-small-n
0 og =%spellout-cardinal-neuter=
100 =%spellout-cardinal-neuter=`;
