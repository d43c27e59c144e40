import { makePng } from "../../support/png.ts";
import type { AreaExamples } from "../example.ts";

const unreadable = (key: string): AreaExamples[string] => ({
  triggers: ["Black", "hsl(120, 50%, 50%)", "#11223344", "#12345", "xx rgb(1,2,3) yy", 16777215].map((value) => ({
    pass: { [key]: value },
  })),
  passes: ["rgb(20, 20, 20)", "rgb(20,20,20)", "rgba(20, 20, 20, 0.9)", "#141414", "#111"].map((value) => ({
    pass: { backgroundColor: "rgb(255, 255, 255)", labelColor: "rgb(0, 0, 0)", foregroundColor: "rgb(0, 0, 0)", [key]: value },
  })),
});

export const COLOURS_EXAMPLES: AreaExamples = {
  "color-backgroundColor": unreadable("backgroundColor"),
  "color-foregroundColor": unreadable("foregroundColor"),
  "color-labelColor": unreadable("labelColor"),
  "color-other-keys": {
    triggers: [
      { style: "storeCard", pass: { stripColor: "red" } },
      { style: "eventTicket", pass: { footerBackgroundColor: "hsl(0, 0%, 0%)" } },
      { style: "eventTicket", pass: { semantics: { seats: [{ seatNumber: "61", seatSectionColor: "blue" }] } } },
    ],
    passes: [
      { style: "storeCard", pass: { stripColor: "rgb(200, 0, 0)" } },
      { style: "eventTicket", pass: { semantics: { seats: [{ seatNumber: "61", seatSectionColor: "rgb(0, 0, 200)" }] } } },
    ],
  },
  "color-malformed": {
    triggers: ["", " ", "rgb(22, 55, 110);", "rgb(22,55,110", "rgb (22,55,110)", "rgb(22; 55; 110)", "22, 55, 110", "16376E"].map(
      (value) => ({ pass: { backgroundColor: value } }),
    ),
    passes: [{ pass: { backgroundColor: "rgb(22, 55, 110)" } }, { pass: { backgroundColor: "#16376E" } }],
  },
  "color-range": {
    triggers: ["rgb(256, 0, 0)", "rgb(-1, 0, 0)", "rgb(0.5, 0.5, 0.5)", "rgba(300, 0, 0, 1)", "rgba(1, 2, 3, 2)"].map(
      (backgroundColor) => ({
        pass: { backgroundColor },
      }),
    ),
    passes: { pass: { backgroundColor: "rgb(0, 0, 0)" } },
  },
  "color-hex": {
    triggers: [{ pass: { backgroundColor: "#ff8800" } }, { pass: { labelColor: "#FFF" } }],
    passes: { pass: { backgroundColor: "rgb(130, 60, 0)" } },
  },
  "color-alpha": {
    triggers: { pass: { labelColor: "rgba(255, 255, 255, 0.75)" } },
    passes: { pass: { labelColor: "rgb(255, 255, 255)" } },
  },
  "color-contrast": {
    triggers: [
      { pass: { backgroundColor: "rgb(255, 255, 255)", foregroundColor: "rgb(200, 200, 200)", labelColor: "rgb(0, 0, 0)" } },
      { pass: { backgroundColor: "#ffffff", labelColor: "#ffffff", foregroundColor: "rgb(0, 0, 0)" } },
      { pass: { backgroundColor: "rgb(20, 60, 90)", labelColor: "rgba(255, 255, 255, 0.1)" } },
    ],
    passes: [
      { pass: { backgroundColor: "rgb(255, 255, 255)", foregroundColor: "rgb(0, 0, 0)", labelColor: "rgb(90, 90, 90)" } },
      {
        style: "eventTicket",
        pass: { backgroundColor: "rgb(255, 255, 255)", foregroundColor: "rgb(255, 255, 255)" },
        files: {
          "background.png": makePng(180, 220),
          "strip.png": null,
          "strip@2x.png": null,
          "strip@3x.png": null,
        },
      },
    ],
  },
  "color-background-image": {
    triggers: {
      style: "eventTicket",
      files: { "background@2x.png": makePng(360, 440), "strip.png": null, "strip@2x.png": null, "strip@3x.png": null },
    },
    passes: { style: "eventTicket" },
  },
  "color-auto-conflict": {
    triggers: { style: "eventTicket", pass: { useAutomaticColors: true } },
    passes: { style: "eventTicket", pass: { useAutomaticColors: true, foregroundColor: null, labelColor: null } },
  },
};
