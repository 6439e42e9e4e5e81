using Voicebot.Core.Conversations;
using Voicebot.Core.Kpis;
using Voicebot.Core.Settings;
using Voicebot.Core.Spreadsheets;

namespace Voicebot.Core.Digests;

/// <summary>
/// The workbook of a letter: whole where the channel may tell of people and it is not too large, else the figures alone.
/// </summary>
public sealed class DigestWorkbook(ConversationWorkbook workbook, VoicebotSettings settings)
{
    /// <summary>Mail servers commonly take 20 to 25 MB, and letters grow by a third on their way.</summary>
    public const int MostBytes = 10_000_000;

    internal int Limit { get; init; } = MostBytes;

    /// <param name="page">For the links to conversations; null leaves them out.</param>
    public async Task<(byte[] File, DigestAttached Holds)> OfAsync(ConversationFilter filter, ReportLanguage language, Uri? page,
        bool mayNamePeople, CancellationToken cancellation)
    {
        if (mayNamePeople)
        {
            using var whole = new MemoryUpTo(Limit);
            try
            {
                await workbook.WriteAsync(whole, filter, language, page, settings.Current.MaskPhones, cancellation);
                return (whole.ToArray(), DigestAttached.Conversations);
            }
            catch (TooLargeException)
            {
            }
        }
        using var figures = new MemoryStream();
        await workbook.WriteFiguresAsync(figures, filter, language, cancellation);
        return (figures.ToArray(), mayNamePeople ? DigestAttached.FiguresForSize : DigestAttached.Figures);
    }

    private sealed class MemoryUpTo(int limit) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Check(buffer.Length);
            base.Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Check(count);
            base.Write(buffer, offset, count);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        private void Check(int more)
        {
            if (Length + more > limit)
                throw new TooLargeException();
        }
    }

    private sealed class TooLargeException : Exception;
}
