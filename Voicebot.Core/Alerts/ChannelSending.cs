using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Kpis;

namespace Voicebot.Core.Alerts;

/// <summary>Sends a message in the way of a channel.</summary>
public sealed class ChannelSending(HttpSending http, MailSending mail)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="delivery">The same for each attempt.</param>
    /// <param name="facts">For programs; null for a test.</param>
    public Task<DeliveryOutcome> SendAsync(AlertChannel channel, AlertMessage message, string delivery, JsonObject? facts,
        CancellationToken cancellation) => channel.Kind switch
        {
            ChannelKind.Email => mail.SendAsync(channel, message, delivery, cancellation),
            ChannelKind.Teams => PostAsync(channel, Card(message), delivery, cancellation),
            ChannelKind.Slack => PostAsync(channel, Mrkdwn(message), delivery, cancellation),
            ChannelKind.Webhook => PostAsync(channel, Document(message, facts), delivery, cancellation),
            _ => Task.FromResult(DeliveryOutcome.Never("This kind of channel is not known.")),
        };

    /// <summary>An adaptive card, as the workflow "when a webhook request is received" takes it.</summary>
    private static JsonObject Card(AlertMessage message) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = new JsonObject
            {
                ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                ["type"] = "AdaptiveCard",
                ["version"] = "1.4",
                ["body"] = new JsonArray(
                    [.. message.Lines.Prepend(message.Title).Select((line, index) => Block(line, isTitle: index == 0))]),
                ["actions"] = new JsonArray([.. message.Links.Take(MostButtons).Select(Button)]),
            },
        }),
    };

    private const int MostButtons = 6;

    private static JsonObject Button((string Text, Uri Address) link) =>
        new() { ["type"] = "Action.OpenUrl", ["title"] = link.Text, ["url"] = link.Address.AbsoluteUri };

    private static JsonObject Block(string text, bool isTitle)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };
        if (isTitle)
            block["weight"] = "Bolder";
        return block;
    }

    /// <summary>What Slack would read as its own signs is written out.</summary>
    private static JsonObject Mrkdwn(AlertMessage message)
    {
        static string Plain(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        return new JsonObject
        {
            ["text"] = string.Join("\n", [Plain(message.Title), .. message.Lines.Select(Plain),
                .. message.Links.Select(link => $"<{link.Address.AbsoluteUri}|{Plain(link.Text)}>")]),
        };
    }

    private static JsonObject Document(AlertMessage message, JsonObject? facts)
    {
        var document = facts is null ? new JsonObject { ["about"] = "test" } : (JsonObject)facts.DeepClone();
        document["title"] = message.Title;
        document["text"] = message.Text;
        document["language"] = message.Language == ReportLanguage.Polish ? "pl" : "en";
        return document;
    }

    private Task<DeliveryOutcome> PostAsync(AlertChannel channel, JsonObject document, string delivery, CancellationToken cancellation) =>
        http.PostAsync(channel.Secret.Url ?? "", document.ToJsonString(Readable), delivery, channel.Secret.Key, cancellation);
}
