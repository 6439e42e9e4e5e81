// Every view but the first one, and what the first one opens, in one file that is asked for after the first figures or when a view is
// opened (see shell.js).
import "../main.js"; // runs already; so that the bundle keeps all that they share with it in one file
export { createAlertsView as alerts } from "./alerts/alerts.js";
export { createArchivesView as archives } from "./archives/archives.js";
export { createCallbacksView as callbacks } from "./callbacks/callbacks.js";
export { createConversationsView as conversations } from "./conversations/conversations.js";
export { createCriteriaView as criteria } from "./criteria/criteria.js";
export { openNoteForm } from "./dashboard/note-form.js";
export { createMoneyView as money } from "./money/money.js";
export { createReviewsView as reviews } from "./reviews/reviews.js";
export { createSegmentsView as segments } from "./segments/segments.js";
export { createSettingsView as settings } from "./settings/settings.js";
export { createSyncView as sync } from "./sync/sync.js";
