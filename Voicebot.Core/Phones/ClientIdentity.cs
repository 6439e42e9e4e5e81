using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Json;

namespace Voicebot.Core.Phones;

/// <summary>
/// Everything that names the client of one conversation: the telephone number, and whatever else the vendor tells in its place
/// (WhatsApp's user ids). One definition says what is hidden in texts, forgotten, and found as the same person.
/// </summary>
public sealed class ClientIdentity
{
    private const string Separator = "\n";

    private readonly List<(ClientAddress Address, string Mask)> addresses = [];

    private ClientIdentity(IEnumerable<string?> written)
    {
        foreach (var one in written)
            if (ClientAddress.Of(one) is { } address && !addresses.Exists(known => known.Address.IsSame(address)))
                addresses.Add((address, PhoneMask.Apply(one)!));
    }

    /// <param name="phone">As it is stored.</param>
    /// <param name="otherIds">As <see cref="Others"/> wrote them.</param>
    public static ClientIdentity Of(string? phone, string? otherIds = null) => new([phone, .. otherIds?.Split(Separator) ?? []]);

    /// <summary>What is to be stored beside the number; null when nothing but the number names the client.</summary>
    /// <param name="written">All ids of the client, the number first.</param>
    public static string? Others(IReadOnlyList<string> written)
    {
        var others = new List<string>();
        foreach (var one in written.Skip(1))
            if (ClientAddress.Of(one) is { } address
                && !others.Prepend(written[0]).Any(known => ClientAddress.Of(known)?.IsSame(address) == true))
                others.Add(one.ReplaceLineEndings(" "));
        return others.Count == 0 ? null : string.Join(Separator, others);
    }

    /// <summary>True when one of the stored other ids is what somebody asks for.</summary>
    public static bool IsOneOf(string? otherIds, string asked) => Of(null, otherIds).Is(asked);

    /// <summary>
    /// What every spelling of the same address has in common, as a number; null for nobody. Different persons may share it: look closer.
    /// </summary>
    public long? Key =>
        addresses.Count == 0
        ? null
        : Hashed(addresses[0].Address is var address && address.Tail.IsEmpty ? address.Normal : address.Tail.ToString());

    /// <summary>The same, of a number all of its digits: by it people are counted. Numbers of two countries may share it.</summary>
    public long? PersonKey => addresses.Count == 0 ? null : Hashed(addresses[0].Address.Common);

    /// <summary>The key of the id under which the company knows a person; null without one.</summary>
    public static long? KeyOfUser(string? userId) => string.IsNullOrWhiteSpace(userId) ? null : Hashed(userId.Trim());

    /// <summary>Nothing names the client.</summary>
    public bool IsNobody => addresses.Count == 0;

    /// <summary>The conversation is this person's.</summary>
    public bool Is(string asked) => ClientAddress.Of(asked) is { } address && addresses.Exists(known => known.Address.IsSame(address));

    /// <summary>The text with everything that names the client masked.</summary>
    public string? Within(string? text) => text is null ? null : Hide(text, null);

    /// <summary>The text without anything of it, not even what a mask shows; for what is to be forgotten.</summary>
    public string? Removed(string? text, string with = PhoneMask.Hidden) => text is null ? null : Hide(text, with);

    /// <summary>A JSON document with everything that names the client masked in every text, number and name.</summary>
    public JsonElement Within(JsonElement document)
    {
        if (addresses.Count == 0 || !JsonPhones.Holds(document, text => Hide(text, null)))
            return document;
        var node = JsonPhones.HideWholly(VendorJson.Node(document.GetRawText()), text => Hide(text, null));
        return JsonSerializer.SerializeToElement(node!, MaskedJson.Readable.JsonNode);
    }

    /// <summary>False when the UTF-8 cannot hold it, at a glance.</summary>
    internal bool MayBeIn(ReadOnlySpan<byte> utf8)
    {
        foreach (var (address, _) in addresses)
            if (address.Tail.IsEmpty || DigitGlance.MayHold(utf8, address.Tail))
                return true;
        return false;
    }

    /// <summary>Takes it out of every text of a JSON document.</summary>
    internal JsonNode? Remove(JsonNode? document) =>
        addresses.Count == 0 ? document : JsonPhones.HideWholly(document, text => Hide(text, PhoneMask.Hidden));

    private static long Hashed(string text) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private string Hide(string text, string? with)
    {
        foreach (var (address, mask) in addresses)
            text = address.Hide(text, with ?? mask);
        return text;
    }
}
