using System.Buffers.Binary;

namespace Voicebot.Core.Demo;

/// <summary>
/// A recording of a conversation that was never spoken: a hum for each turn, low for the voicebot and higher for the caller, at the
/// turn's own time. WAV, 8 kHz, mono, 8 bits.
/// </summary>
internal static class DemoRecording
{
    private const int Rate = 8_000;
    private const int HeaderBytes = 44;
    private const byte Silence = 128;
    private const double Loudness = 40;
    private const double AgentHertz = 165;
    private const double UserHertz = 247;

    /// <summary>So many syllables a second.</summary>
    private const double SyllableHertz = 3.5;

    /// <summary>A pause before the other one speaks.</summary>
    private const double PauseSeconds = 0.6;

    public static bool IsRecorded(DemoConversation conversation) =>
        !conversation.IsText && !conversation.IsFailed && conversation.Turns.Count > 0;

    public static byte[] Wav(DemoConversation conversation)
    {
        var samples = Math.Max(1, conversation.DurationSeconds) * Rate;
        var wav = new byte[HeaderBytes + samples];
        WriteHeader(wav, samples);
        var sound = wav.AsSpan(HeaderBytes);
        sound.Fill(Silence);
        var spoken = conversation.Turns.Where(turn => turn.Message is not null).ToList();
        for (var i = 0; i < spoken.Count; i++)
        {
            var end = i + 1 < spoken.Count ? spoken[i + 1].Second : conversation.DurationSeconds;
            Hum(sound, spoken[i].Second, end - PauseSeconds, spoken[i].IsAgent ? AgentHertz : UserHertz);
        }
        return wav;
    }

    private static void Hum(Span<byte> sound, double start, double end, double hertz)
    {
        var last = Math.Min(sound.Length, (int)(end * Rate));
        for (var i = (int)(start * Rate); i < last; i++)
        {
            var time = (double)i / Rate;
            var syllable = Math.Abs(Math.Sin(Math.PI * SyllableHertz * (time - start)));
            sound[i] = (byte)(Silence + Loudness * syllable * Math.Sin(Math.Tau * hertz * time));
        }
    }

    private static void WriteHeader(Span<byte> wav, int samples)
    {
        "RIFF"u8.CopyTo(wav);
        BinaryPrimitives.WriteInt32LittleEndian(wav[4..], HeaderBytes - 8 + samples);
        "WAVEfmt "u8.CopyTo(wav[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(wav[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(wav[20..], 1); // PCM
        BinaryPrimitives.WriteInt16LittleEndian(wav[22..], 1); // mono
        BinaryPrimitives.WriteInt32LittleEndian(wav[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(wav[28..], Rate); // bytes a second
        BinaryPrimitives.WriteInt16LittleEndian(wav[32..], 1); // bytes a sample
        BinaryPrimitives.WriteInt16LittleEndian(wav[34..], 8); // bits a sample
        "data"u8.CopyTo(wav[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(wav[40..], samples);
    }
}
