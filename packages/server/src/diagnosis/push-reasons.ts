/** Reasons of APNs that say: this certificate, or this token, is for another pass type. */
export const TOPIC_REASONS: ReadonlySet<string> = new Set([
  "BadTopic",
  "MissingTopic",
  "TopicDisallowed",
  "DeviceTokenNotForTopic",
]);

/** How the worker begins what it says of apps that no push service serves. */
export const NO_SERVICE = "no push service for";
