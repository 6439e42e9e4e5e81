using Voicebot.Core.Figures;

namespace Voicebot.Core.Columns;

/// <summary>What the numbers of conversations add to figures: seconds, messages, credits, dollars.</summary>
internal static class NumberCounting
{
    public static void Add(DayFigures day, ColumnBlock block, ReadOnlySpan<ushort> places)
    {
        foreach (var place in places)
            if (block.Durations[place] is > 0 and var seconds)
                ConversationCounting.CountDuration(day, seconds, 1);
        foreach (var place in places)
            if (block.BotMessages[place] is not ColumnBlock.Unknown and var botMessages)
                ConversationCounting.CountMessages(day, botMessages,
                    block.Messages[place] is not ColumnBlock.Unknown and var messages ? messages : 0, 1);
        foreach (var place in places)
            if (block.Credits[place] is not ColumnBlock.Unknown and var credits)
                ConversationCounting.CountCredits(day, credits, 1);
        foreach (var place in places)
            if (block.Dollars[place] is var dollars && !double.IsNaN(dollars))
                ConversationCounting.CountDollars(day, dollars, 1);
    }
}
