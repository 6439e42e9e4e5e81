using System.Text;

namespace Voicebot.Core.Demo;

/// <summary>What a template may ask for: <c>&lt;order&gt;</c> is <see cref="Order"/>, and so on.</summary>
internal enum DemoSlot
{
    Name, Last, Order, Invoice, Amount, AmountNum, Date, IsoDate, Time, City, Street, PostCode, Ticket, Plan, Price, PriceNum, Mbps,
    Customer, About,
}

/// <summary>
/// A line with variation: <c>a | b</c> are alternatives, <c>&lt;slot&gt;</c> a value, <c>[he/she]</c> goes by the customer's gender,
/// which Polish verbs and forms of address need. Parsed once, filled many times.
/// </summary>
internal sealed class DemoTemplate
{
    private readonly Piece[][] _alternatives;

    /// <param name="text">The line.</param>
    /// <param name="gendered">False for tool JSON, where brackets are arrays.</param>
    public DemoTemplate(string text, bool gendered = true) =>
        _alternatives = [.. text.Split(" | ").Select(alternative => Parse(alternative, gendered))];

    public string Fill(StableRandom random, string[] slots, bool feminine)
    {
        var pieces = random.Pick(_alternatives);
        if (pieces is [{ Slot: null, Feminine: null } only])
            return only.Text;

        var filled = new StringBuilder(160);
        foreach (var piece in pieces)
            filled.Append(piece.Slot is { } slot ? slots[(int)slot] : feminine ? piece.Feminine ?? piece.Text : piece.Text);
        return filled.ToString();
    }

    private static Piece[] Parse(string text, bool gendered)
    {
        var pieces = new List<Piece>();
        var position = 0;
        while (position < text.Length)
        {
            var mark = gendered ? text.AsSpan(position).IndexOfAny('<', '[') : text.AsSpan(position).IndexOf('<');
            if (mark < 0)
                break;
            mark += position;
            if (mark > position)
                pieces.Add(new Piece(text[position..mark]));
            var end = text.IndexOf(text[mark] == '<' ? '>' : ']', mark);
            var inner = text[(mark + 1)..end];
            if (text[mark] == '<')
            {
                pieces.Add(new Piece("", Enum.Parse<DemoSlot>(inner, ignoreCase: true)));
            }
            else
            {
                var slash = inner.IndexOf('/', StringComparison.Ordinal);
                pieces.Add(new Piece(inner[..slash], Feminine: inner[(slash + 1)..]));
            }
            position = end + 1;
        }
        if (position < text.Length)
            pieces.Add(new Piece(text[position..]));
        return [.. pieces];
    }

    private sealed record Piece(string Text, DemoSlot? Slot = null, string? Feminine = null);
}
