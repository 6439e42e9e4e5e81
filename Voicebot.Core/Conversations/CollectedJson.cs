using System.Text;
using Voicebot.Core.Phones;

namespace Voicebot.Core.Conversations;

/// <summary>A collected value as it lies in the database.</summary>
/// <param name="client">Whom it may name, where that is to be masked; null for nearly all.</param>
internal readonly ref struct CollectedJson(ReadOnlySpan<byte> json, ClientIdentity? client)
{
    /// <summary>UTF-8.</summary>
    public ReadOnlySpan<byte> Json { get; } = json;

    /// <summary>What is shown follows from the bytes alone.</summary>
    public bool IsShownWhole => client is null;

    public bool IsNull => Json[0] == 'n';

    /// <summary>As whoever asks sees it; null for a collected null.</summary>
    public CollectedValue? Read() => CollectedValue.Read(Encoding.UTF8.GetString(Json), client);
}
