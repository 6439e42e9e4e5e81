using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Settings;
using Voicebot.Core.Views;
using Voicebot.Functions.Delivery;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;
using Voicebot.Functions.Responses;
using Voicebot.Functions.Security;

namespace Voicebot.Functions.Http;

/// <summary>Two named views side by side as segments. A view holds neither agents nor days: those asked for are those of both.</summary>
public sealed class GetSegments(
    VoicebotSettings settings, ViewStore views, SegmentService segments, AnswerCache answers, GuessGuard guesses)
{
    [Function(nameof(GetSegments))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/segments")] HttpRequest request) =>
        answers.AnswerAsync(request, cancellation =>
    {
        var query = QueryReader.Of(request);
        var current = settings.Current;
        var scope = FilterReader.Scope(query, current);
        var agentId = FilterReader.AgentText(query);
        var (firstId, secondId) = (Parameters.FirstView.Of(query), Parameters.SecondView.Of(query));
        if (firstId == secondId && firstId > 0)
            query.Refuse("second", "must be another view than 'first'");
        query.Finish();
        var all = views.All();
        var (first, firstFilter) = Find(all, firstId, scope, current);
        var (second, secondFilter) = Find(all, secondId, scope, current);
        guesses.Check(request, firstFilter);
        guesses.Check(request, secondFilter);
        var compared = segments.Report(firstFilter, secondFilter, cancellation);
        return ApiJson.Bytes(new SegmentsResponse(agentId, scope.Period.Month?.ToString(), scope.Period.From, scope.Period.To,
            compared.TimeZone, SegmentResponse.Of(first, compared.First), SegmentResponse.Of(second, compared.Second), compared.Shared,
            compared.Figures, compared.Criteria));
    });

    /// <exception cref="ProblemException">404 when there is no such view, 409 when the list would refuse it by now.</exception>
    private static (SavedView View, ConversationFilter Filter) Find(IReadOnlyList<SavedView> all, long id, ConversationFilter scope,
        EffectiveSettings settings)
    {
        var view = all.FirstOrDefault(one => one.Id == id) ?? throw new ProblemException(ViewProblems.Missing);
        return (view, ViewReader.Filter(view, scope, settings) ?? throw new ProblemException(ViewProblems.Outdated(view)));
    }
}
