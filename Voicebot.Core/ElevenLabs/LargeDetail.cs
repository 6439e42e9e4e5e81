using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voicebot.Core.Json;

namespace Voicebot.Core.ElevenLabs;

/// <summary>
/// The details of a conversation that are too large to be worked on whole: everything but the transcript is kept, and a warning
/// of the document says so. The transcript is let go as it arrives, so that its size costs nothing. A call of an hour has less than 1 MB.
/// </summary>
internal sealed class LargeDetail(long most)
{
    /// <summary>The largest that is kept whole.</summary>
    public const long KeptBytes = 4L * 1024 * 1024;

    private const int LongestName = 1_024;

    private static readonly string Warning =
        $"The transcript is larger than {KeptBytes / 1024 / 1024} MiB and was not kept here. It can be read at ElevenLabs.";

    private const int LargestMetadata = 1024 * 1024;
    private readonly MemoryStream packed = new();
    private readonly MemoryStream metadata = new();
    private readonly List<byte> name = [];
    private State state;
    private bool isInString;
    private bool isEscaped;
    private int depth; // within a value
    private long kept; // bytes unpacked
    private DeflateStream? packing;

    private enum State { BeforeObject, BeforeName, Name, BeforeValue, Value, AfterObject, NoObject }

    private bool IsTranscript => NameIs("transcript"u8);

    private bool IsMetadata => NameIs("metadata"u8);

    /// <summary>The next bytes of the document.</summary>
    /// <exception cref="ElevenLabsException">It is too large without its transcript, too.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
            at += state == State.Value ? AppendValue(bytes[at..]) : AppendSign(bytes[at]);
    }

    /// <summary>What is kept. Where the document ends too early or is no object, something that is no JSON.</summary>
    public byte[] Kept()
    {
        if (state != State.AfterObject)
            return "{"u8.ToArray();
        packing!.Dispose();
        packed.Position = 0;
        var whole = new byte[kept];
        using var unpacking = new DeflateStream(packed, CompressionMode.Decompress);
        unpacking.ReadExactly(whole);
        return whole;
    }

    private int AppendSign(byte sign)
    {
        switch (state)
        {
            case State.BeforeObject when sign == '{':
                Keep([sign]);
                state = State.BeforeName;
                break;
            case State.BeforeName when sign == '"':
                name.Clear();
                name.Add(sign);
                state = State.Name;
                break;
            case State.BeforeName when sign == '}':
                Keep([sign]);
                state = State.AfterObject;
                break;
            case State.Name:
                AppendToName(sign);
                break;
            case State.BeforeValue when sign == ':':
                BeginValue();
                break;
            case State.BeforeObject when sign is 0xEF or 0xBB or 0xBF: // a byte order mark
                break;
            case State.BeforeObject or State.BeforeValue or State.AfterObject when !IsBlank(sign):
            case State.BeforeName when !IsBlank(sign) && sign != ',':
                state = State.NoObject;
                break;
        }
        return 1;
    }

    private void AppendToName(byte sign)
    {
        if (name.Count == LongestName)
            throw TooLarge();
        name.Add(sign);
        if (!isEscaped && sign == '"')
            state = State.BeforeValue;
        isEscaped = !isEscaped && sign == '\\';
    }

    private void BeginValue()
    {
        state = State.Value;
        if (IsTranscript)
            return;
        if (kept > 1)
            Keep(","u8);
        Keep(CollectionsMarshal.AsSpan(name));
        Keep(":"u8);
    }

    /// <returns>How many of the bytes belong to the value.</returns>
    private int AppendValue(ReadOnlySpan<byte> bytes)
    {
        var length = LengthOfValue(bytes, out var ends);
        if (IsMetadata)
            KeepMetadata(bytes[..length]);
        else if (!IsTranscript)
            Keep(bytes[..length]);
        if (ends)
            EndValue();
        return length;
    }

    private int LengthOfValue(ReadOnlySpan<byte> bytes, out bool ends)
    {
        ends = false;
        for (var at = 0; at < bytes.Length; at++)
        {
            var sign = bytes[at];
            if (isInString)
            {
                isInString = isEscaped || sign != '"';
                isEscaped = !isEscaped && sign == '\\';
            }
            else if (depth == 0 && sign is (byte)',' or (byte)'}')
            {
                ends = true;
                return at;
            }
            else
            {
                isInString = sign == '"';
                depth += sign is (byte)'{' or (byte)'[' ? 1 : sign is (byte)'}' or (byte)']' ? -1 : 0;
            }
        }
        return bytes.Length;
    }

    private void EndValue()
    {
        state = State.BeforeName;
        if (!IsMetadata)
            return;
        var value = metadata.GetBuffer().AsSpan(0, (int)metadata.Length);
        try
        {
            Keep(WithWarning(value));
        }
        catch (JsonException)
        {
            Keep(value); // whoever reads the document says so
        }
        metadata.SetLength(0);
    }

    private static ReadOnlySpan<byte> WithWarning(ReadOnlySpan<byte> value)
    {
        if (JsonNode.Parse(value,
            documentOptions: new JsonDocumentOptions { MaxDepth = VendorJson.MaxDepthOfCopies }) is not JsonObject members)
            return value;
        (members["warnings"] as JsonArray ?? (JsonArray)(members["warnings"] = new JsonArray())).Add((JsonNode)Warning);
        return Encoding.UTF8.GetBytes(members.ToJsonString());
    }

    private void KeepMetadata(ReadOnlySpan<byte> bytes)
    {
        if (metadata.Length + bytes.Length > LargestMetadata)
            throw TooLarge();
        metadata.Write(bytes);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if ((kept += bytes.Length) > most)
            throw TooLarge();
        packing ??= new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true);
        packing.Write(bytes);
    }

    private ElevenLabsException TooLarge() => new(ElevenLabsErrorKind.TooLarge,
        $"ElevenLabs sent details of a conversation that are larger than {most / 1024 / 1024} MiB without their transcript, too, and "
        + "are not "
        + "kept here. They can be read at ElevenLabs.");

    private bool NameIs(ReadOnlySpan<byte> wanted) => CollectionsMarshal.AsSpan(name)[1..^1].SequenceEqual(wanted);

    private static bool IsBlank(byte sign) => sign is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
