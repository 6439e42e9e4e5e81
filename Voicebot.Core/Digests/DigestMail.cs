namespace Voicebot.Core.Digests;

/// <summary>A digest as it is sent.</summary>
/// <param name="Document">What it says.</param>
/// <param name="Workbook">The .xlsx.</param>
/// <param name="WorkbookName">Its file name.</param>
public sealed record DigestMail(DigestDocument Document, byte[] Workbook, string WorkbookName)
{
    public string Subject => Document.Subject;

    public string Text => DigestPlain.Of(Document);

    /// <summary>With pictures that lie in the letter.</summary>
    public string LetterHtml => DigestHtml.Of(Document, chart => "cid:" + chart.Id);

    /// <summary>With pictures in the text itself, to be shown by the page.</summary>
    public string PageHtml => DigestHtml.Of(Document, chart => "data:image/png;base64," + Convert.ToBase64String(chart.Picture!.Png));
}
