// Numbers in words: th. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal=
%spellout-cardinal
-x ลบ\u200B→→
x.x ←←\u200Bจุด\u200B→→→
0 ศูนย์
1 หนึ่ง
2 สอง
3 สาม
4 สี่
5 ห้า
6 หก
7 เจ็ด
8 แปด
9 เก้า
10 สิบ[\u200B→%%alt-ones→]
20 ยี่\u200Bสิบ[\u200B→%%alt-ones→]
30 ←←\u200Bสิบ[\u200B→%%alt-ones→]
100 ←←\u200Bร้อย[\u200B→→]
1000 ←←\u200Bพัน[\u200B→→]
10000 ←←\u200Bหมื่น[\u200B→→]
100000 ←←\u200Bแสน[\u200B→→]
1000000 ←←\u200Bล้าน[\u200B→→]
1000000000000000000 =#,##0=
%%alt-ones
1 เอ็ด
2 =%spellout-cardinal=`;
