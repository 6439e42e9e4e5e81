using Microsoft.AspNetCore.Http;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Requests;

/// <summary>Where people open the dashboard, for the links in files.</summary>
public static class PageAddress
{
    /// <summary>As configured, else where the caller sees it.</summary>
    public static Uri Of(HttpRequest request, VoicebotOptions options) =>
        options.PageUrl ?? new Uri($"{request.Scheme}://{request.Host}{request.PathBase}/");
}
