namespace Voicebot.Core.Demo;

/// <summary>
/// Who talked with whom. The numbers cannot be dialled (+48 22 000 …) or are reserved for fiction (+44 20 7946 0…, +1 202 555 01…).
/// </summary>
/// <param name="Agent">The voicebot's number; null off the telephone.</param>
/// <param name="Client">The far end, or "anonymous"; null off the telephone.</param>
/// <param name="PhoneNumberId">The vendor's id of the voicebot's number.</param>
/// <param name="CallSid">Empty for calls that never connected.</param>
/// <param name="UserId">Customer number of outbound calls, the sender on WhatsApp, else null.</param>
internal sealed record DemoParties(string? Agent, string? Client, string? PhoneNumberId, string CallSid, string? UserId)
{
    public static DemoParties Of(DemoConversation conversation)
    {
        var random = conversation.Stream(7);
        var client = conversation.Withheld ? "anonymous"
            : !conversation.IsEnglish || random.Chance(0.35) ? $"+482200{random.Between(1000, 8999):00000}"
            : random.Chance(0.7) ? $"+4420794{random.Between(60000, 60999)}"
            : $"+120255501{random.Between(0, 99):00}";
        var sid = $"{conversation.Key.Seed:x16}{StableRandom.Mix(conversation.Key.Seed):x16}";
        return conversation.Channel switch
        {
            DemoChannel.TwilioInbound => new("+48220000100", client, "phnum_6601m1c4r8tyev3n9k2hqwz5xjda", "CA" + sid, null),
            DemoChannel.SipInbound => new("+48220000101", client, "phnum_8804m2d5s9vzfw4p0m3jrx06ykeb", "SCL_" + sid[..12], null),
            DemoChannel.ExotelInbound => new("+442079460120", client, "phnum_9903m7q2w5jhza6t8d3rbnx1kfcp", sid[..20], null),
            DemoChannel.SipOutbound => new("+48220000200", client, "phnum_7302m5b9f6gxsd8e4p1vkyc0trhn",
                conversation.Fate == DemoFate.NotConnected ? "" : "SCL_" + sid[..12], "cust_" + conversation.Slots[DemoSlot.Customer]),
            DemoChannel.WhatsApp => new(null, null, null, "", client.TrimStart('+')),
            _ => new(null, null, null, "", null),
        };
    }
}
