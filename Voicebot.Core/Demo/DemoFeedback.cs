namespace Voicebot.Core.Demo;

/// <summary>What the user thought of it. Most say nothing.</summary>
/// <param name="Rating">1–5 from the widget, with or without a comment.</param>
/// <param name="Comment">Null when none.</param>
/// <param name="Thumb">like or dislike, from WhatsApp.</param>
internal sealed record DemoFeedback(int? Rating, string? Comment, string? Thumb)
{
    public static readonly DemoFeedback None = new(null, null, null);

    public static DemoFeedback Draw(DemoConversation conversation, StableRandom random)
    {
        if (conversation.Turns.Count(t => !t.IsAgent) == 0 || conversation.IsFailed)
            return None;
        var good = conversation.Verdict == "success";
        if (conversation.Channel == DemoChannel.WhatsApp)
            return random.Chance(0.34) ? new DemoFeedback(null, null, random.Chance(good ? 0.9 : 0.25) ? "like" : "dislike") : None;
        if (conversation.Channel is not (DemoChannel.WidgetVoice or DemoChannel.WidgetText) || conversation.Fate == DemoFate.Abnormal)
            return None;
        if (!random.Chance(conversation.Fate is DemoFate.Abandoned or DemoFate.CutOff ? 0.12 : 0.52))
            return None;

        var lift = 4 * conversation.Mood.Quality;
        var anger = conversation.Mood.Trouble;
        ReadOnlySpan<double> odds = good
            ? [2 + 6 * anger, 4 + 6 * anger, 12 - lift + 12 * anger, 34, 48 + lift - 24 * anger]
            : [34 + 30 * anger, 27, 23 - 8 * anger, 11 - 6 * anger, 5 - 3 * anger];
        var rating = random.Weighted(odds) + 1;
        var comments = conversation.Texts.Plain[rating >= 4 ? "comments_good" : rating == 3 ? "comments_fair" : "comments_poor"];
        return new DemoFeedback(rating, random.Chance(0.38) ? random.Pick(comments) : null, null);
    }
}

/// <summary>The vendor's reading of the user's mood; ranges as in the list item: −1..1 and 0..1.</summary>
internal sealed record DemoSentiment(string Label, double Score, double Frustration, double Lowest, double MostFrustrated, int ScoredTurns)
{
    /// <summary>Null when too little was said, and for some conversations that were never scored.</summary>
    public static DemoSentiment? Draw(DemoConversation conversation, StableRandom random)
    {
        var turns = conversation.Turns.Count(t => t is { IsAgent: false, Message: not null, Backchannel: false });
        if (turns < 2 || conversation.IsFailed || conversation.Fate == DemoFate.Voicemail || random.Chance(0.15))
            return null;
        var centre = conversation.Fate switch
        {
            DemoFate.Resolved or DemoFate.HandedToAgent => 0.36,
            DemoFate.Human or DemoFate.HumanByWorkflow => -0.22,
            DemoFate.CutOff or DemoFate.Silence => -0.08,
            _ => -0.42,
        };
        var score = Math.Round(Math.Clamp(centre + 0.2 * random.NextNormal() - 0.15 * conversation.Mood.Trouble, -1, 1), 2);
        var frustration = Math.Round(Math.Clamp(0.32 - 0.55 * score + 0.08 * random.NextNormal(), 0, 1), 2);
        return new DemoSentiment(
            score > 0.15 ? "positive" : score < -0.15 ? "negative" : "neutral", score, frustration,
            Math.Round(Math.Max(-1, score - random.Between(0.02, 0.3)), 2),
            Math.Round(Math.Min(1, frustration + random.Between(0.02, 0.25)), 2), turns);
    }
}
