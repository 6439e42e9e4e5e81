using System.ComponentModel;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Kpis;

/// <summary>People who came back within the period, by their telephone numbers.</summary>
public sealed record RepeatCallers(
    [property: Description("Numbers with at least two conversations.")] long Numbers,
    [property: Description("All conversations of these numbers.")] long Conversations)
{
    public static RepeatCallers Of(RepeatedPeople people) => new(people.Numbers, people.Conversations);
}
