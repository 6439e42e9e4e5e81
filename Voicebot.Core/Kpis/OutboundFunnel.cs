using System.ComponentModel;
using Voicebot.Core.Figures;

namespace Voicebot.Core.Kpis;

/// <summary>What became of the outbound calls. Answered, voicemail, busy, no answer, failed and unknown add up to dialled.</summary>
public sealed record OutboundFunnel
{
    [Description("All outbound calls of the period.")]
    public long Dialled { get; init; }
    [Description("A person answered, as ElevenLabs says (call_result).")]
    public long Answered { get; init; }
    [Description("Answered, and a person said something: at least one turn of the client that is neither the platform's nor a sound of "
        + "listening.")]
    public long Talked { get; init; }
    [Description("Talked, and the goal was reached.")]
    public long Successful { get; init; }
    public long Voicemail { get; init; }
    public long Busy { get; init; }
    public long NoAnswer { get; init; }
    [Description("Dialling failed.")]
    public long Failed { get; init; }
    [Description("ElevenLabs does not say: calls from before October 2026, calls that are still on, and results to come.")]
    public long Unknown { get; init; }

    public static OutboundFunnel Of(DayFigures sum) => new()
    {
        Dialled = sum.Outbound,
        Answered = sum.OutboundAnswered,
        Talked = sum.OutboundTalked,
        Successful = sum.OutboundSuccessful,
        Voicemail = sum.OutboundVoicemail,
        Busy = sum.OutboundBusy,
        NoAnswer = sum.OutboundNoAnswer,
        Failed = sum.OutboundFailed,
        Unknown = sum.Outbound - sum.OutboundAnswered
                - sum.OutboundVoicemail - sum.OutboundBusy - sum.OutboundNoAnswer - sum.OutboundFailed,
    };
}
