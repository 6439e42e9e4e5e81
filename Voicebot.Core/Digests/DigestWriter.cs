using Voicebot.Core.Alerts;
using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Settings;
using Voicebot.Core.Time;

namespace Voicebot.Core.Digests;

/// <summary>Makes the letter of a digest and period.</summary>
public sealed class DigestWriter(DigestContents contents, DigestWorkbook workbook, VoicebotOptions options, VoicebotSettings settings,
    TimeProvider clock)
{
    /// <summary>The newest period that is over.</summary>
    public Period Newest(Digest digest) => DigestPeriod.Last(digest.Period, settings.Current.Zone.Day(clock.GetUtcNow()));

    /// <param name="channel">Says who sends it and what it may hold; null for a preview of one that nobody sends.</param>
    /// <param name="page">Where people open the dashboard, where the settings do not say so; null for nowhere.</param>
    public async Task<DigestMail> WriteAsync(Digest digest, Period period, ReportLanguage language, AlertChannel? channel, Uri? page,
        CancellationToken cancellation)
    {
        var isPrivate = channel?.Private == true;
        var address = options.PageUrl ?? page;
        var content = contents.Of(digest, period, isPrivate, cancellation);
        var filter = new ConversationFilter { AgentIds = contents.AgentsOf(digest), Period = period };
        var (file, holds) = await workbook.OfAsync(filter, language, address, isPrivate, cancellation);
        var document = new DigestWriting(content, language, address, channel?.Settings.From ?? DigestNumbers.None).Write(holds);
        return new DigestMail(document, file, $"{language.Choose("voicebots", "voiceboty")}-{Days(period)}.xlsx");
    }

    private static string Days(Period period) =>
        period.Month?.ToString() ?? $"{period.From:yyyy-MM-dd}_{period.To:yyyy-MM-dd}";
}
