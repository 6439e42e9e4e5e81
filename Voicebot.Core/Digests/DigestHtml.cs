using System.Globalization;
using System.Net;
using System.Text;

namespace Voicebot.Core.Digests;

/// <summary>
/// The letter as HTML that mail programs show alike: tables, styles on the elements, one column that a phone can hold, readable without
/// pictures. Who reads in the dark gets dark colours where the program knows how.
/// </summary>
internal static class DigestHtml
{
    private const string Ink = "#12161d";
    private const string Soft = "#454e5d";
    private const string Muted = "#626b7a";
    private const string Rule = "#e3e7ed";
    private const string Accent = "#2346c4";
    private const string Good = "#0a6a56";
    private const string Bad = "#a3330d";
    private const string GoodSoft = "#e3f4ef";
    private const string BadSoft = "#fdece4";
    private const string Family = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

    /// <param name="picture">What the address of a chart's picture is.</param>
    public static string Of(DigestDocument letter, Func<DigestChart, string> picture)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html>
            <html lang="{{letter.Language}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{{Text(letter.Subject)}}</title>
            <style>
            :root { color-scheme: light dark; }
            @media (prefers-color-scheme: dark) {
              .page { background: #0a0d11 !important; } .sheet { background: #12161d !important; }
              .ink { color: #e9edf3 !important; } .soft { color: #b3bcc9 !important; } .muted { color: #8e98a8 !important; }
              .rule { border-color: #262d38 !important; } .link { color: #93b0ff !important; }
              .button { background: #93b0ff !important; color: #0c1533 !important; }
              .good { color: #5fd0b5 !important; background: #10322a !important; }
              .bad { color: #ff9d76 !important; background: #3d1f11 !important; }
              .warn { color: #f0c463 !important; background: #37290a !important; }
            }
            @media (max-width: 520px) {
              .pad { padding-left: 20px !important; padding-right: 20px !important; }
              .verdict { font-size: 22px !important; line-height: 29px !important; }
              .wide { display: none !important; }
            }
            </style>
            </head>
            <body class="page" style="margin:0;padding:0;background:#f6f7f9;-webkit-text-size-adjust:100%">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="page" style="background:#f6f7f9">
            <tr><td align="center" style="padding:24px 8px">
            <table role="presentation" width="640" cellpadding="0" cellspacing="0" class="sheet"
              style="width:100%;max-width:640px;background:#ffffff;border-radius:10px">
            <tr><td class="pad" style="padding:32px 40px 40px;{{Family}};font-size:14px;line-height:20px;color:{{Ink}}">

            """);
        Head(html, letter);
        Lead(html, letter);
        foreach (var chart in letter.Charts)
            Chart(html, chart, picture);
        Figures(html, letter);
        Attention(html, letter);
        foreach (var table in letter.Tables)
            Table(html, table);
        Notes(html, letter);
        Foot(html, letter);
        return html.Append("</td></tr></table>\n</td></tr></table>\n</body>\n</html>\n").ToString();
    }

    private static void Head(StringBuilder html, DigestDocument letter)
    {
        var head = string.Join(" · ", new[] { letter.Name, letter.Range, letter.Agents }.Where(part => part is not null));
        html.Append(CultureInfo.InvariantCulture, $"""
            <p class="muted" style="margin:0;font-size:13px;line-height:20px;color:{Muted}">{Text(head)}</p>
            <h1 class="ink verdict" style="margin:8px 0 0;font-size:26px;line-height:34px;font-weight:600;
              letter-spacing:-0.02em;color:{Ink}">{Text(letter.Verdict)}</h1>

            """);
        if (letter.Missing is { } missing)
            Paragraph(html, "warn", "margin:16px 0 0;padding:10px 14px;border-radius:6px;background:#fff4d9;color:#765000", missing);
        if (letter.Sentences.Count > 0)
            Paragraph(html, "soft", $"margin:12px 0 0;font-size:15px;line-height:23px;color:{Soft}", string.Join(' ', letter.Sentences));
        if (letter.Compared is { } compared)
            Paragraph(html, "muted", $"margin:12px 0 0;font-size:13px;color:{Muted}", compared);
    }

    private static void Lead(StringBuilder html, DigestDocument letter)
    {
        var lead = letter.Lead;
        html.Append(CultureInfo.InvariantCulture, $"""
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="rule"
              style="margin-top:24px;border-top:1px solid {Rule}"><tr><td style="padding-top:20px">
            <p class="soft" style="margin:0;font-size:14px;color:{Soft}">{Text(lead.Name)}
              <span class="muted" style="color:{Muted}">{Text(lead.N ?? "")}</span></p>
            <p class="ink" style="margin:2px 0 0;font-size:44px;line-height:52px;font-weight:600;
              letter-spacing:-0.03em;color:{Ink}">{Text(lead.Value)}</p>
            <p style="margin:4px 0 0">{Change(lead)}{Aside(lead.Interval, lead.Target)}</p>
            </td></tr></table>

            """);
    }

    private static void Chart(StringBuilder html, DigestChart chart, Func<DigestChart, string> picture)
    {
        Title(html, chart.Title);
        if (chart.Picture is { } drawn)
            html.Append(CultureInfo.InvariantCulture, $"""
                <img src="{Text(picture(chart))}" width="{drawn.Width}" height="{drawn.Height}" alt="{Text(chart.Alt)}"
                  style="display:block;width:100%;max-width:{drawn.Width}px;height:auto;border:0;border-radius:6px;
                  background:#ffffff;color:{Muted}">

                """);
        else
            Paragraph(html, "soft", $"margin:0;color:{Soft}", chart.Alt);
    }

    private static void Figures(StringBuilder html, DigestDocument letter)
    {
        foreach (var group in letter.Groups)
        {
            Title(html, group.Title);
            html.Append("<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"border-collapse:collapse\">\n");
            foreach (var line in group.Lines)
                html.Append(CultureInfo.InvariantCulture, $"""
                    <tr>
                    <td class="rule" width="40%" style="padding:9px 8px 9px 0;border-bottom:1px solid {Rule};vertical-align:top">
                    <span class="ink" style="color:{Ink}">{Text(line.Name)}</span>{Small(line.N)}{Small(line.Target)}</td>
                    <td class="rule ink" width="25%" align="right" style="padding:9px 8px;border-bottom:1px solid {Rule};
                      vertical-align:top;font-size:16px;font-weight:600;white-space:nowrap;
                      color:{Ink}">{Text(line.Value)}{Small(line.Before, "wide")}</td>
                    <td class="rule" width="35%" align="right" style="padding:9px 0 9px 8px;border-bottom:1px solid {Rule};
                      vertical-align:top">{Change(line)}{Small(line.Interval)}</td>
                    </tr>

                    """);
            html.Append("</table>\n");
        }
    }

    private static void Attention(StringBuilder html, DigestDocument letter)
    {
        Title(html, letter.AttentionTitle);
        foreach (var item in letter.Attention)
            html.Append("<p style=\"margin:0 0 6px;line-height:22px\">").Append(Link(item)).Append("</p>\n");
    }

    private static void Table(StringBuilder html, DigestTable table)
    {
        Title(html, table.Title);
        html.Append("<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"border-collapse:collapse\">\n<tr>");
        for (var i = 0; i < table.Columns.Count; i++)
            Cell(html, "th", i, $"padding-bottom:6px;font-size:12px;font-weight:400;color:{Muted}", table.Columns[i]);
        html.Append("</tr>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
                Cell(html, "td", i, $"padding-top:8px;padding-bottom:8px;color:{Ink}{(i == 0 ? "" : ";white-space:nowrap")}", row[i]);
            html.Append("</tr>\n");
        }
        html.Append("</table>\n");
    }

    private static void Cell(StringBuilder html, string kind, int column, string style, string text) =>
        html.Append(CultureInfo.InvariantCulture, $"""
            <{kind} class="rule {(kind == "th" ? "muted" : "ink")}" align="{(column == 0 ? "left" : "right")}"
              style="border-bottom:1px solid {Rule};padding-left:{(column == 0 ? 0 : 10)}px;{style}">{Text(text)}</{kind}>
            """);

    private static void Notes(StringBuilder html, DigestDocument letter)
    {
        if (letter.Notes.Count == 0)
            return;
        Title(html, letter.NotesTitle);
        foreach (var note in letter.Notes)
            Paragraph(html, "soft", $"margin:0 0 6px;color:{Soft}", note);
    }

    private static void Foot(StringBuilder html, DigestDocument letter)
    {
        if (letter.Button is { Address: { } address } button)
            html.Append(CultureInfo.InvariantCulture, $"""
                <p style="margin:28px 0 0"><a class="button" href="{Text(address.AbsoluteUri)}" style="display:inline-block;
                  padding:11px 20px;border-radius:6px;background:{Accent};color:#ffffff;font-weight:600;
                  text-decoration:none">{Text(button.Text)}</a></p>

                """);
        Paragraph(html, "soft", $"margin:20px 0 0;color:{Soft}", letter.Attached);
        foreach (var line in letter.Footer)
            Paragraph(html, "muted", $"margin:12px 0 0;font-size:12px;line-height:18px;color:{Muted}", line);
    }

    private static void Title(StringBuilder html, string title) => html.Append(CultureInfo.InvariantCulture, $"""
        <h2 class="ink" style="margin:28px 0 10px;font-size:16px;line-height:24px;font-weight:600;color:{Ink}">{Text(title)}</h2>

        """);

    private static void Paragraph(StringBuilder html, string name, string style, string text) =>
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"{name}\" style=\"{style}\">{Text(text)}</p>\n");

    private static string Change(DigestLine line)
    {
        if (line.Change is not { } change)
            return "";
        var (name, color) = line.Tone switch { > 0 => ("good", Good), < 0 => ("bad", Bad), _ => ("muted", Muted) };
        var ground = line.Tone == 0 ? "" : $";background:{(line.Tone > 0 ? GoodSoft : BadSoft)};padding:2px 6px;border-radius:4px";
        return $"""<span class="{name}" style="white-space:nowrap;color:{color}{ground}">{Text(change)}</span>""";
    }

    private static string Aside(params ReadOnlySpan<string?> parts)
    {
        var all = new StringBuilder();
        foreach (var part in parts)
            if (part is not null)
                all.Append("&nbsp; ").Append(Note(part, "", 13));
        return all.ToString();
    }

    private static string Small(string? text, string name = "") => text is null ? ""
        : "<br>" + Note(text, name, 12);

    private static string Note(string text, string name, int size) =>
        $"""<span class="muted {name}" style="font-size:{size}px;line-height:16px;font-weight:400;color:{Muted}">{Text(text)}</span>""";

    private static string Link(DigestItem item) => item.Address is { } address
        ? $"<a class=\"link\" href=\"{Text(address.AbsoluteUri)}\" style=\"color:{Accent}\">{Text(item.Text)}</a>"
        : $"<span class=\"soft\" style=\"color:{(item.IsQuiet ? Soft : Ink)}\">{Text(item.Text)}</span>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
