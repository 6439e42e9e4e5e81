using Voicebot.Core.Settings;
using Voicebot.Core.Time;

namespace Voicebot.Tests.Settings;

public sealed class EffectiveSettingsTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("a", "****")]
    [InlineData("sk_123456789", "****")]
    [InlineData("sk_1234567890", "sk_1…7890")]
    [InlineData("sk_abcdefghijklmnopqrstuvwxyz", "sk_a…wxyz")]
    public void MaskedApiKey_Key_ShowsAtMostFourOnEitherSide(string? key, string? expected) =>
        Assert.Equal(expected, With(key).MaskedApiKey);

    [Fact]
    public void Connection_WithoutKey_IsNone() => Assert.Null(With(null).Connection);

    /// <summary>A record that holds a secret and is logged by mistake must not give it away.</summary>
    [Fact]
    public void ToString_OfEverythingThatHoldsASecret_DoesNotShowIt() =>
        Assert.All<object>(
            [
                With("sk_very_secret_key"),
                With("sk_very_secret_key").Connection!,
                new SettingsChange { ApiKey = "sk_very_secret_key", WebhookSecret = "sk_very_secret_key" },
                new VoicebotOptions
                {
                    DataFolder = "data", ApiKey = "sk_very_secret_key", WebhookSecret = "sk_very_secret_key",
                },
            ],
            holder => Assert.DoesNotContain("sk_very_secret_key", holder.ToString(), StringComparison.Ordinal));

    private static EffectiveSettings With(string? key) => new()
    {
        ApiKey = key,
        ApiKeySource = SettingSource.Stored,
        BaseUrl = new Uri("https://api.elevenlabs.io"),
        BaseUrlSource = SettingSource.Default,
        Zone = ReportingZone.Utc,
        ZoneSource = SettingSource.Default,
        Agents = [],
    };
}
