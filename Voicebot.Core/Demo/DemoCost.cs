namespace Voicebot.Core.Demo;

/// <summary>
/// What a conversation cost, in the proportions of the vendor's samples: 0.08 USD or 400 credits for a minute of voice, 0.003 USD or
/// 15 credits for a text message; the language model by tokens, 5,000 credits to the dollar.
/// cost = llm_charge + platform_charge, cost_fiat = llm_price + platform_price.
/// </summary>
internal sealed record DemoCost
{
    private const decimal VoicePricePerMinute = 0.08m;
    private const decimal SilencePricePerMinute = 0.009m;
    private const decimal TextMessagePrice = 0.003m;
    private const decimal CreditsPerDollar = 5000;

    public static readonly DemoCost Nothing = new();

    public int InputTokens { get; private init; }
    public int OutputTokens { get; private init; }
    public decimal InputPrice { get; private init; }
    public decimal OutputPrice { get; private init; }
    public decimal VoiceMinutes { get; private init; }
    public decimal VoicePrice { get; private init; }
    public decimal SilenceMinutes { get; private init; }
    public decimal SilencePrice { get; private init; }
    public int TextMessages { get; private init; }
    public decimal TextPrice { get; private init; }

    public decimal LlmPrice => InputPrice + OutputPrice;
    public int LlmCharge => Credits(LlmPrice);
    public decimal PlatformPrice => VoicePrice + SilencePrice + TextPrice;
    public int PlatformCharge => Credits(VoicePrice) + Credits(SilencePrice) + Credits(TextPrice);

    /// <summary>Credits.</summary>
    public int Total => LlmCharge + PlatformCharge;

    /// <summary>USD.</summary>
    public decimal TotalPrice => LlmPrice + PlatformPrice;

    public static int Credits(decimal price) => (int)Math.Round(price * CreditsPerDollar, MidpointRounding.AwayFromZero);

    public static DemoCost Of(DemoConversation conversation)
    {
        if (conversation.DurationSeconds == 0 || conversation.Turns.Count == 0)
            return Nothing;

        // Every answer reads the prompt and all that was said before it.
        var (input, output, said) = (0, 0, 2100);
        foreach (var turn in conversation.Turns)
        {
            var tokens = (turn.Message?.Length ?? 60) * 2 / 7 + 8;
            if (turn.IsAgent)
            {
                input += said;
                output += tokens;
            }
            said += tokens;
        }
        var model = conversation.Agent.Model;
        var cost = new DemoCost
        {
            InputTokens = input,
            OutputTokens = output,
            InputPrice = Math.Round(input * model.InputPrice / 1_000_000, 6),
            OutputPrice = Math.Round(output * model.OutputPrice / 1_000_000, 6),
        };
        if (conversation.IsText)
        {
            var messages = conversation.Turns.Count(t => t is { IsAgent: true, Message: not null });
            return cost with { TextMessages = messages, TextPrice = messages * TextMessagePrice };
        }
        var silence = conversation.Fate == DemoFate.Silence ? 30 : 0;
        var minutes = Math.Round(Math.Max(0, conversation.DurationSeconds - silence) / 60m, 6);
        var silent = Math.Round(Math.Min(silence, conversation.DurationSeconds) / 60m, 6);
        return cost with
        {
            VoiceMinutes = minutes,
            VoicePrice = Math.Round(minutes * VoicePricePerMinute, 6),
            SilenceMinutes = silent,
            SilencePrice = Math.Round(silent * SilencePricePerMinute, 6),
        };
    }
}
