using System.Globalization;
using System.Text.Json;
using Voicebot.Core.Alerts;
using Voicebot.Core.Digests;
using Voicebot.Core.Settings;

namespace Voicebot.Functions.Requests;

/// <summary>Reads a digest.</summary>
internal static class DigestReader
{
    public const string Everybody = "all";

    private const string NoChannel = "must be the id of a channel of kind 'email'";

    /// <param name="channels">Those that there are.</param>
    /// <exception cref="Problems.ProblemException">400 with every error that was found.</exception>
    public static Digest Read(BodyReader body, EffectiveSettings settings, IReadOnlyList<AlertChannel> channels)
    {
        var name = KeptName.Read(body, Digest.MaxNameLength);
        var period = AlertRuleReader.Word(body, "period", DigestPeriod.All);
        var channel = body.Whole("channel", 1, int.MaxValue);
        if (channel is null && !body.HasError("channel"))
            body.Refuse("channel", NoChannel);
        var recipients = Recipients(body);
        var agents = KeptAgents.Read(body, settings, AlertRule.MostAgents);
        var minute = Minute(body);
        var enabled = body.Flag("enabled") ?? true;
        body.Finish();
        if (!channels.Any(one => one.Id == channel && one.Kind == ChannelKind.Email))
            body.Refuse("channel", NoChannel);
        body.Finish();
        return new Digest
        {
            Name = name,
            Period = period!,
            ChannelId = channel,
            Recipients = recipients,
            AgentIds = agents,
            Minute = minute,
            Enabled = enabled,
        };
    }

    /// <summary>Whom a letter is to be sent to now; null for the digest's recipients.</summary>
    /// <exception cref="Problems.ProblemException">400 with every error that was found.</exception>
    public static DigestRecipient? SendTo(BodyReader body)
    {
        var to = body.Needed("to", Digest.MaxAddressLength);
        var language = body.OneOf("language", AlertChannelReader.Languages, AlertRuleReader.MaxWordLength);
        if (to == Everybody && language is not null)
            body.Refuse("language", "belongs to one address; everybody has their own");
        if (to != Everybody && to.Length > 0 && MailSending.Address(to) is null)
            body.Refuse("to", $"must be a mail address, or '{Everybody}'");
        body.Finish();
        return to == Everybody ? null : new DigestRecipient(to, language ?? AlertChannelReader.Languages[^1]);
    }

    private static List<DigestRecipient> Recipients(BodyReader body)
    {
        if (body.Member("recipients") is { ValueKind: JsonValueKind.Array } list
            && list.GetArrayLength() is > 0 and <= Digest.MostRecipients)
        {
            var given = list.EnumerateArray().Select(Recipient).ToList();
            if (!given.Contains(null))
                return [.. given.OfType<DigestRecipient>().DistinctBy(one => one.Address, StringComparer.OrdinalIgnoreCase)];
        }
        body.Refuse("recipients", $"must be a list of 1 to {Digest.MostRecipients} objects with a mail 'address' and a 'language', "
            + string.Join(" or ", AlertChannelReader.Languages));
        return [];
    }

    private static DigestRecipient? Recipient(JsonElement one)
    {
        static string Text(JsonElement of, string name) =>
            of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";
        if (one.ValueKind != JsonValueKind.Object || one.EnumerateObject().Any(member => member.Name is not ("address" or "language")))
            return null;
        var (address, language) = (Text(one, "address"), Text(one, "language"));
        return address.Length <= Digest.MaxAddressLength && MailSending.Address(address) is not null
            && AlertChannelReader.Languages.Contains(language) ? new DigestRecipient(address, language) : null;
    }

    private static int Minute(BodyReader body)
    {
        if (body.Text("send_at", 5) is not { } text)
            return Digest.DefaultMinute;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time.Hour * 60 + time.Minute;
        body.Refuse("send_at", "must be a time such as 07:00");
        return Digest.DefaultMinute;
    }
}
