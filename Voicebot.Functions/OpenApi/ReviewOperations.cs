using Voicebot.Core.Reviews;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;

namespace Voicebot.Functions.OpenApi;

/// <summary>The review inbox and its rules.</summary>
internal static class ReviewOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("GET", "api/reviews", "The review inbox: conversations that a rule or a person put before people, newest first.")
        {
            Query = [ReviewParameters.State, FilterParameters.Agents, ReviewParameters.Owner, ReviewParameters.Label,
                ReviewParameters.Rule, Parameters.Page, Parameters.PerPage],
            Answer = typeof(ReviewsResponse),
            HasEntityTag = true,
        },
        new("GET", "api/reviews/{id}", "Where one conversation, by its id, stands in the inbox, with its history.")
        {
            Answer = typeof(ReviewDetailResponse),
        },
        new("POST", "api/reviews/{id}", "Changes where a conversation stands, or adds a note; one that is not in the inbox comes in. 409 "
            + "'changed_meanwhile' where 'version' is no longer that of the inbox.")
        {
            Body = ReviewParameters.Change,
            Answer = typeof(ReviewChangesResponse),
        },
        new("POST", "api/reviews", "The same of several conversations at once. What cannot be changed is named in the answer, which also "
            + "holds what leads back.")
        {
            Body = [ReviewParameters.Changes],
            Answer = typeof(ReviewChangesResponse),
        },
        new("GET", "api/review-rules", "The rules of the review inbox, in the order in which they were made.")
        {
            Query = [ReviewParameters.Caught],
            Answer = typeof(ReviewRulesResponse),
        },
        new("POST", "api/review-rules", $"Keeps a rule, and asks it about the last 7 days; recorded in the audit log. At most "
            + $"{ReviewRule.MostRules}.")
        {
            Body = ReviewParameters.OfRule,
            Status = 201,
            Answer = typeof(ReviewRuleResponse),
        },
        new("POST", "api/review-rules/preview", "How many conversations of the last 30 days a rule would have picked.")
        {
            Body = ReviewParameters.Conditions,
            Answer = typeof(ReviewPreviewResponse),
        },
        new("PUT", "api/review-rules/{id}", "Keeps another rule in the place of one; recorded in the audit log.")
        {
            Body = ReviewParameters.OfRule,
            Answer = typeof(ReviewRuleResponse),
        },
        new("DELETE", "api/review-rules/{id}", "Removes a rule, and what it alone put into the inbox that nobody has seen; answers with "
            + "those that are left. Recorded in the audit log.")
        {
            Answer = typeof(ReviewRulesResponse),
        },
    ];
}
