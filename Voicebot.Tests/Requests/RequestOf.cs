using System.Text;
using Microsoft.AspNetCore.Http;
using Voicebot.Core.Conversations;
using Voicebot.Core.Settings;
using Voicebot.Functions.Problems;
using Voicebot.Functions.Requests;

namespace Voicebot.Tests.Requests;

/// <summary>Requests as the web server hands them over, and the refusals that reading them gives.</summary>
public static class RequestOf
{
    public static QueryReader Query(string query)
    {
        var http = new DefaultHttpContext();
        http.Request.QueryString = new QueryString(query);
        return QueryReader.Of(http.Request);
    }

    /// <summary>The conditions of a query that says nothing else.</summary>
    public static ConversationFilter Conditions(string query, EffectiveSettings settings)
    {
        var reader = Query(query);
        var filter = FilterReader.Conditions(reader, settings);
        reader.Finish();
        return filter;
    }

    public static Task<BodyReader> BodyAsync(string json, string? contentType = "application/json") =>
        BodyAsync(Encoding.UTF8.GetBytes(json), contentType);

    public static Task<BodyReader> BodyAsync(byte[] bytes, string? contentType = "application/json")
    {
        var http = new DefaultHttpContext();
        http.Request.Body = new MemoryStream(bytes);
        http.Request.ContentType = contentType;
        return BodyReader.ReadAsync(http.Request);
    }

    public static Problem RefusalOf(Action read) => Assert.Throws<ProblemException>(read).Problem;

    public static async Task<Problem> RefusalOfAsync(Func<Task> read) => (await Assert.ThrowsAsync<ProblemException>(read)).Problem;

    /// <summary>A 400 that names exactly these parameters.</summary>
    public static void Names(Problem problem, string code, params string[] parameters)
    {
        Assert.Equal((400, code), (problem.Status, problem.Code));
        Assert.Equal(parameters, problem.Errors.Select(error => error.Parameter));
        Assert.All(problem.Errors, error => Assert.Contains(error.Message, problem.Detail, StringComparison.Ordinal));
    }
}
