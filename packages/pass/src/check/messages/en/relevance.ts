import type { RuleWords } from "../../rule.ts";

export const RELEVANCE_WORDS = {
  "locations-count": {
    message: "The pass has {count} locations.",
    device: "Wallet uses ten of them.",
    why: "Apple's limit is ten locations; which ten of more is not said.",
    fix: "Keep the ten that matter most to this person, such as those nearest to home, and change them with an update of the pass. Beacons that share one UUID count once.",
  },
  "location-coords": {
    message: "{key} of a location is {value} instead of {limit}.",
    device: "Expected: Wallet ignores the location, or refuses the pass.",
    why: "A location is an object with latitude and longitude as numbers in degrees.",
    fix: 'Write it like { "latitude": 53.5503, "longitude": 10.0006 }.',
  },
  "location-zero": {
    message: "A location is at latitude 0, longitude 0, in the Gulf of Guinea.",
    device: "The pass never comes up there.",
    why: "Both numbers are 0 where a program had no coordinates to fill in.",
    fix: "Give the real coordinates, or leave the location out.",
  },
  "location-swapped": {
    message: "Latitude {latitude} and longitude {longitude} of a location look swapped.",
    device: "The pass comes up at another place, or nowhere.",
    why: "Swapped, the point is possible or near the other locations of the pass; as it stands it is not. GeoJSON and some map services put the longitude first.",
    fix: "Check the two numbers; latitude is the one from south (-90) to north (90).",
  },
  "beacons-count": {
    message: "The pass has beacons with {count} different UUIDs.",
    device: "Wallet watches for ten of them.",
    why: "Apple's limit is ten different UUIDs.",
    fix: "Give beacons of one issuer one UUID and tell them apart by major and minor.",
  },
  "beacon-uuid": {
    message: "The proximityUUID of a beacon is {value} instead of a UUID.",
    device: "Expected: Wallet ignores the beacon, or refuses the pass.",
    why: "proximityUUID names the beacons to look for and is required.",
    fix: "Write the UUID in its five groups, like F8F589E9-C07E-58B0-AEAB-A36BE4D48FAC.",
  },
  "beacon-major-minor": {
    message: "{key} of a beacon is {value} instead of a whole number from 0 to 65535.",
    device: "Expected: Wallet ignores the beacon, or refuses the pass.",
    why: "Beacons send major and minor as 16 bits each.",
    fix: "Give the number that the beacon sends.",
  },
  "beacon-minor-only": {
    message: "A beacon has minor {value}, but no major.",
    device: "Expected: Wallet looks for the UUID alone and does not use minor.",
    why: "Regions of beacons are named by UUID, then major, then minor; a later part without the earlier one means nothing.",
    fix: "Add major, or remove minor.",
  },
  "relevance-small-style": {
    message: "The pass has {key}, but no locations, and its style is {style}.",
    device: "Wallet does not bring the pass to the lock screen.",
    why: "By Apple's table of relevance, a pass of the style {style} must have a location to be relevant; a date alone does not count.",
    fix: "Add locations, or leave the dates out.",
  },
  "relevant-text-org": {
    message: "relevantText is {value}: it names the organization or tells the person what to do.",
    device: "The lock screen shows the name of the organization beside the text, so that it stands there twice.",
    why: "Apple asks for why the pass is relevant here, without the name of the organization and without an instruction.",
    fix: 'Say what is near: "Store nearby on 3rd and Main".',
  },
  "max-distance-no-locations": {
    message: "maxDistance is {value}, but the pass has no locations.",
    device: "maxDistance has no effect.",
    why: "maxDistance is the distance in metres from one of the locations.",
    fix: "Add locations, or remove maxDistance.",
  },
  "max-distance-positive": {
    message: "maxDistance is {value}.",
    device: "Expected: Wallet goes by the distance of the style instead.",
    why: "maxDistance is a distance in metres; no place is that near.",
    fix: "Give the metres, such as 50, or remove maxDistance.",
  },
  "max-distance-over-default": {
    message: "maxDistance is {value} metres; passes of the style {style} come up within about {radius} metres at most.",
    device: "Wallet takes the smaller of the two distances.",
    why: "maxDistance can narrow the distance of the style, not widen it.",
    fix: "Remove maxDistance, or set it below {radius}.",
  },
} as const satisfies Record<string, RuleWords>;
