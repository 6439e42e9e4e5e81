using Voicebot.Core.Data;
using Voicebot.Core.ElevenLabs;
using Voicebot.Core.Json;
using Voicebot.Core.Search;

namespace Voicebot.Core.Conversations;

/// <summary>Finds the place to show of a search in each row of a page; the index itself keeps no texts.</summary>
public static class SearchHits
{
    private const int Before = 60;
    private const int Length = 200;

    /// <param name="maskPhones">Hides the clients' numbers before the texts are cut into parts, which could each hold half of one.</param>
    public static IReadOnlyDictionary<long,
        SearchHit> Of(PreparedConnection connection, string search, IReadOnlyList<ConversationRow> rows, bool maskPhones)
    {
        var words = SearchText.Words(search);
        var hits = new Dictionary<long, SearchHit>();
        foreach (var row in rows)
        {
            var client = maskPhones ? row.Client() : null;
            string? Shown(string? text) => client is null ? text : client.Within(text);
            var hit = Find("title", null, Shown(row.Title), words) ?? Find("summary", null, Shown(row.Summary), words)
                ?? InTranscript(DetailDocument.Read(connection, row.Id), words, Shown);
            if (hit is not null)
                hits[row.Id] = hit;
        }
        return hits;
    }

    /// <summary>The text around the first of the words, with every word in it marked; null when none is in the text.</summary>
    public static SearchHit? Find(string field, int? turn, string? text, IReadOnlyList<string> words)
    {
        if (text is null || words.Count == 0)
            return null;
        var found = Occurrences(text, words);
        if (found.Count == 0)
            return null;
        var from = Cut(text, Math.Max(0, found[0].Start - Before));
        var to = Cut(text, Math.Min(text.Length, from + Length));
        var parts = new List<SearchHitPart>();
        var position = from;
        foreach (var (start, end) in found.Where(one => one.Start >= from && one.End <= to))
        {
            if (start > position)
                parts.Add(new SearchHitPart((parts.Count == 0 && from > 0 ? "…" : "") + text[position..start], false));
            parts.Add(new SearchHitPart(text[start..end], true));
            position = end;
        }
        if (to > position || to < text.Length)
            parts.Add(new SearchHitPart(text[position..to] + (to < text.Length ? "…" : ""), false));
        return new SearchHit(field, turn, parts);
    }

    private static SearchHit? InTranscript(string? detailJson, IReadOnlyList<string> words, Func<string?, string?> shown)
    {
        if (detailJson is null)
            return null;
        var turn = 0;
        foreach (var said in new ConversationDetail(VendorJson.Stored(detailJson)).Transcript)
        {
            if (Find("transcript", turn, shown(said.Message), words) is { } hit)
                return hit;
            turn++;
        }
        return null;
    }

    /// <summary>Words of the text that match as the index matches: whole, or from three letters on by their beginning.</summary>
    private static List<(int Start, int End)> Occurrences(string text, IReadOnlyList<string> words)
    {
        var found = new List<(int, int)>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && SearchText.IsInWord(text[i]);
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            if (Matches(text.AsSpan(start, i - start), words))
                found.Add((start, i));
            start = -1;
        }
        return found;
    }

    private static bool Matches(ReadOnlySpan<char> word, IReadOnlyList<string> words)
    {
        foreach (var wanted in words)
            if (PlainLetters.StartsWith(word, wanted) && (wanted.Length >= SearchText.PrefixFrom || word.Length == wanted.Length))
                return true;
        return false;
    }

    /// <summary>Not between the halves of a surrogate pair.</summary>
    private static int Cut(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
