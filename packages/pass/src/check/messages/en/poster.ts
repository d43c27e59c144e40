import type { RuleWords } from "../../rule.ts";

const FALLS_BACK = "On iOS 18 and later Wallet gives up the poster and falls back to the plain event ticket.";
const NOT_DRAWN = "Wallet ignores the key.";

export const POSTER_WORDS = {
  "poster-eventName": {
    message: 'The poster event ticket has no semantic tag "eventName".',
    device: FALLS_BACK,
    why: "A poster is drawn from semantic tags, not from fields, and the name of the event is one that Apple demands.",
    fix: 'Add the title of the event to the tags at the root: "semantics": { "eventName": "South Bay Jazz Festival" }.',
  },
  "poster-venueName": {
    message: 'The poster event ticket has no semantic tag "venueName".',
    device: FALLS_BACK,
    why: "A poster is drawn from semantic tags, not from fields, and the name of the venue is one that Apple demands.",
    fix: 'Add the venue to the tags at the root: "semantics": { "venueName": "The Stadium" }.',
  },
  "poster-venueRegionName": {
    message: 'The poster event ticket has no semantic tag "venueRegionName".',
    device:
      "Apple's article says that Wallet falls back to the plain event ticket; testers saw the poster as long as one name of the venue was there.",
    why: "The article lists the city or region of the venue among the required tags; tests on devices do not bear that out.",
    fix: 'Add the city or region of the venue to be on the safe side: "semantics": { "venueRegionName": "Cupertino" }.',
  },
  "poster-venueRoom": {
    message: 'The poster event ticket has no semantic tag "venueRoom".',
    device:
      "Apple's article says that Wallet falls back to the plain event ticket; testers saw the poster as long as one name of the venue was there.",
    why: "The article lists the room or hall among the required tags; tests on devices do not bear that out.",
    fix: 'Add the room or hall to be on the safe side: "semantics": { "venueRoom": "Main hall" }.',
  },
  "poster-sports": {
    message: 'The poster is for a sports event, but the semantic tag "{tag}" is missing.',
    device: FALLS_BACK,
    why: "The poster of a game shows the two teams by their short names; Apple demands both when eventType is PKEventTypeSports.",
    fix: 'Add "{tag}" with the short name of the team, such as "SJE", or choose another "eventType".',
  },
  "poster-performers": {
    message: 'The poster is for a live performance, but the semantic tag "performerNames" is missing.',
    device: FALLS_BACK,
    why: "The poster of a performance names who performs; Apple demands it when eventType is PKEventTypeLivePerformance.",
    fix: 'Add the performers, the most important one first: "performerNames": ["Lady Gaga"], or choose another "eventType".',
  },
  "poster-event-type": {
    message: 'The poster event ticket has no semantic tag "eventType".',
    device: "Wallet draws the general layout of a poster, without the lines for teams or performers.",
    why: "The kind of event picks one of the three layouts: sports, live performance or general.",
    fix: 'Say what it is: "eventType": "PKEventTypeLivePerformance", "PKEventTypeSports", or "PKEventTypeGeneric" when neither fits.',
  },
  "poster-artwork": {
    message: "The poster event ticket has neither an artwork nor a background image.",
    device: "There is no poster to show: Wallet is expected to draw the plain event ticket.",
    why: "The picture fills the whole card; Apple's pass-builder refuses to build such a ticket.",
    fix: "Add artwork@2x.png (716 × 896 pixels) and artwork@3x.png (1074 × 1344 pixels), or a background image.",
  },
  "poster-nfc": {
    message: "The poster event ticket has no nfc dictionary.",
    device: "iOS 18 to 26 draws the plain event ticket. iOS 27 is reported to draw the poster, with the barcode.",
    why: "Before iOS 27 the poster is for contactless tickets only: it has no place for a barcode.",
    fix: "Add nfc and sign with a certificate that allows it, or accept that systems before iOS 27 show the plain ticket.",
  },
  "poster-nfc-auth": {
    message: 'The nfc dictionary of the poster event ticket does not say "requiresAuthentication".',
    device: "Without the key a device asks for no Face ID or passcode before the ticket is read.",
    why: "Apple's pass-builder reports an error when a poster event ticket leaves the choice open.",
    fix: 'Write the choice down: "nfc": { "requiresAuthentication": false } for a quick entrance, or true to ask the holder each time.',
  },
  "poster-start-date": {
    message: 'The poster event ticket has neither "eventStartDate" nor "eventStartDateInfo" among its tags.',
    device: "The poster shows no date.",
    why: "Poster tickets take the date from the semantic tags; a date in a field is not drawn on them.",
    fix: 'Add "eventStartDate": "2026-07-14T19:30:00+02:00", or eventStartDateInfo when the time is not settled yet.',
  },
  "poster-start-end": {
    message: "The event starts at {start} and ends before that, at {end}.",
    device: "Wallet shows the dates as they are given, and what depends on the end of the event happens too early.",
    why: "An event cannot end before it starts; mostly one of the two has the wrong offset or the wrong day.",
    fix: "Correct the dates; an event that runs past midnight ends on the next day.",
  },
  "poster-seats": {
    message: 'The poster event ticket has no semantic tag "seats".',
    device: "The poster, the Live Activity and the event guide show no seat.",
    why: "On a poster the seat comes from the tag, not from a field. For an event without seats there is nothing to do.",
    fix: 'Where there are seats, add them: "seats": [{ "seatSection": "100", "seatRow": "3", "seatNumber": "5" }].',
  },
  "poster-artist-ids": {
    message: 'The poster is for a live performance, but there is no semantic tag "artistIDs".',
    device: "The event guide has no button for the artists' music.",
    why: "Wallet finds the artists in Apple Music by these ids only.",
    fix: 'Add the ids from the artists\' Apple Music pages, as text: "artistIDs": ["984117861"].',
  },
  "poster-legacy-fields": {
    message: "The poster event ticket has no fields on the front of eventTicket.",
    device: "iOS 17 and earlier, Apple Watch, and every device on which the poster fails show an empty ticket.",
    why: "Those draw the plain event ticket, which knows nothing of semantic tags.",
    fix: "Put event, date, place and seat into the fields of eventTicket as well.",
  },
  "poster-guide-buttons": {
    message: 'The event guide has a single button: only "{key}" is given.',
    device: "No button is shown at all.",
    why: "Testers on iOS 18 saw the buttons only when at least two of the keys were there, though Apple's article speaks of one to four.",
    fix: "Add a second one, such as directionsInformationURL, contactVenueWebsite or bagPolicyURL.",
  },
  "poster-guide-content": {
    message: "There are buttons for the event guide, but what makes Wallet show the guide is missing: {missing}.",
    device: "The event guide does not appear, and the buttons with it.",
    why: "Testers on iOS 18 saw the guide only when relevantDates and the tags venueLocation and entranceDescription were all there.",
    fix: "Add what is missing: {missing}.",
  },
  "poster-guide-max": {
    message: "There are {count} buttons for the event guide: {keys}.",
    device: "Four are drawn; the rest goes into a menu.",
    why: "The guide has room for four quick actions.",
    fix: "Leave out what few people need, or accept the menu.",
  },
  "poster-live-activity": {
    message: "The poster event ticket has no relevantDates, locations or beacons.",
    device: "No Live Activity with the seat and the entrance appears when the event begins.",
    why: "Wallet starts the Live Activity when the ticket becomes relevant, and nothing says when or where that is.",
    fix: 'Add the hours of the event: "relevantDates": [{ "startDate": "…", "endDate": "…" }].',
  },
  "poster-keys-scope": {
    message: '"{key}" is given, but the pass does not ask for the look that draws it.',
    device: NOT_DRAWN,
    why: "Apple defines the key for the poster event ticket (some also for other new looks); the plain styles have no place for it.",
    fix: 'Ask for the poster with "preferredStyleSchemes": ["posterEventTicket", "eventTicket"], or take "{key}" out.',
  },
  "poster-logo-text": {
    message: "The text beside the logo is given as logoText ({text}) only.",
    device: "The poster shows no text beside the logo.",
    why: "A poster event ticket reads eventLogoText instead; logoText is for the plain ticket.",
    fix: "Add eventLogoText with the text for the poster, and keep logoText for older systems.",
  },
  "event-date-info": {
    message: "eventStartDateInfo says both undetermined and unannounced.",
    device: "Wallet follows {winner} alone.",
    why: "The date cannot be shown as TBD and as TBA; tests show that undetermined wins over unannounced, and ignoreTimeComponents over both.",
    fix: "Keep unannounced for a date that is set but not public (TBA), undetermined for one that is not set (TBD).",
  },
  "event-date-info-tz": {
    message: "The time zone of eventStartDateInfo is {zone}, which is no name of the IANA database.",
    device: "The time of the event is shown in another zone, so by a wrong hour.",
    why: "A device looks the zone up by its IANA name; abbreviations and offsets are no such names.",
    fix: 'Write the zone by its name, such as "Europe/Berlin" or "America/Los_Angeles".',
  },
  "music-ids": {
    message: '"{tag}" holds {value} where a list of texts is expected.',
    device: "Wallet ignores the tag: the event guide has no button for the music.",
    why: "Apple Music ids are texts in a list, even though they look like numbers.",
    fix: 'Write the ids in quotation marks, in a list: "{tag}": ["984117861"].',
  },
} as const satisfies Record<string, RuleWords>;
