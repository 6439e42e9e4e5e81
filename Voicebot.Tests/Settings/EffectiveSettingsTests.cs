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

    public static TheoryData<SettingsChange, string[]> Changes => new()
    {
        { new(), [] },
        { new() { ApiKey = "sk" }, ["api_key"] },
        { new() { WebhookSecret = "wsec" }, ["webhook_secret"] },
        { new() { BaseUrl = new Uri("https://api.elevenlabs.io") }, ["base_url"] },
        { new() { Zone = ReportingZone.Utc }, ["time_zone"] },
        { new() { Agents = [] }, ["agents"] },
        { new() { MaskPhones = false }, ["mask_phones"] },
        { new() { FollowVendorDeletion = false }, ["follow_vendor_deletion"] },
        { new() { RetentionTexts = new(null) }, ["retention_texts_days"] },
        { new() { RetentionPhones = new(30) }, ["retention_phones_days"] },
        { new() { TestKey = true }, [] },
    };

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public void Names_OfAChange_AreThoseOfTheFieldsThatItSets(SettingsChange change, string[] names) =>
        Assert.Equal(names, change.Names);

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
