using MimeKit;
using Voicebot.Core.Alerts;

namespace Voicebot.Core.Digests;

/// <summary>Makes the letter of a digest: HTML with its pictures, the same as plain text, and the workbook.</summary>
internal static class DigestLetter
{
    private const string WorkbookType = "vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="delivery">Becomes the message's id, so that a repetition can be told.</param>
    /// <returns>Null where an address is none; line breaks in names have no effect.</returns>
    public static MimeMessage? Of(AlertChannel channel, string to, DigestMail mail, string delivery)
    {
        if (MailSending.Address(channel.Settings.From) is not { } from || MailSending.Address(to) is not { } recipient)
            return null;
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.LetterHtml };
        foreach (var chart in mail.Document.Charts)
            if (chart.Picture is { } picture)
            {
                var part = body.LinkedResources.Add(chart.Id + ".png", picture.Png, new ContentType("image", "png"));
                part.ContentId = chart.Id;
                part.ContentDisposition = new ContentDisposition(ContentDisposition.Inline) { FileName = chart.Id + ".png" };
            }
        body.Attachments.Add(mail.WorkbookName, mail.Workbook, new ContentType("application", WorkbookType));
        var letter = new MimeMessage
        {
            MessageId = $"{delivery}@{from.Domain}",
            Subject = mail.Subject,
            Body = body.ToMessageBody(),
        };
        letter.From.Add(from);
        letter.To.Add(recipient);
        letter.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        letter.Headers.Add(HeaderId.ContentLanguage, mail.Document.Language);
        return letter;
    }
}
