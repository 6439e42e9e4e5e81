using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Voicebot.Core.ElevenLabs;

namespace Voicebot.Core.Alerts;

/// <summary>Sends letters by a mail server.</summary>
public sealed class MailSending(ChannelAddress addresses)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>As plain text.</summary>
    /// <param name="delivery">Becomes the message's id, so that a repetition can be told.</param>
    public Task<DeliveryOutcome> SendAsync(AlertChannel channel, AlertMessage message, string delivery, CancellationToken cancellation) =>
        SendAsync(channel, Letter(channel, message, delivery), Patience, cancellation);

    /// <param name="letter">Null where an address is none.</param>
    /// <param name="patience">For all of it.</param>
    public async Task<DeliveryOutcome> SendAsync(AlertChannel channel, MimeMessage? letter, TimeSpan patience,
        CancellationToken cancellation)
    {
        var settings = channel.Settings;
        if (settings is not { Host: { } host, Port: { } port } || letter is null)
            return DeliveryOutcome.Never("The channel's mail server or addresses are not complete; enter them again.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            using var client = new SmtpClient();
            var socket = await addresses.ConnectAsync(host, port, limit.Token);
            await client.ConnectAsync(socket, host, port, Security(settings.Security), limit.Token); // which it disposes
            if (settings.User is { Length: > 0 } user)
                await client.AuthenticateAsync(user, channel.Secret.Key ?? "", limit.Token);
            var answer = await client.SendAsync(letter, limit.Token);
            // Taken is taken, whatever becomes of the farewell.
            try
            {
                await client.DisconnectAsync(quit: true, limit.Token);
            }
            catch (Exception failure) when (failure is IOException or SocketException or ProtocolException or OperationCanceledException)
            {
            }
            return DeliveryOutcome.Delivered(ForeignText.Clean(answer, 150));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return DeliveryOutcome.Later($"The mail server did not answer within {patience.TotalSeconds:0} seconds.");
        }
        catch (ForbiddenAddressException)
        {
            return DeliveryOutcome.Never(HttpSending.Forbidden);
        }
        catch (AuthenticationException)
        {
            return DeliveryOutcome.Never("The mail server refuses this user or password.");
        }
        catch (ServiceNotAuthenticatedException)
        {
            return DeliveryOutcome.Never("The mail server takes mail only from who signs in; enter a user and a password.");
        }
        catch (NotSupportedException)
        {
            return DeliveryOutcome.Never("The mail server offers no sign-in, or no encryption, of this kind; check security and user.");
        }
        catch (SslHandshakeException)
        {
            return DeliveryOutcome.Later("No secure connection to the mail server: check security and port, and its certificate.");
        }
        catch (SmtpCommandException refused)
        {
            var answer = $"SMTP {(int)refused.StatusCode}: {ForeignText.Clean(refused.Message, 150)}";
            return (int)refused.StatusCode < 500 ? DeliveryOutcome.Later(answer) : DeliveryOutcome.Never(answer);
        }
        catch (Exception failure) when (failure is SocketException or IOException or ProtocolException)
        {
            return DeliveryOutcome.Later("Nobody answers at the mail server's address, or it broke off.");
        }
    }

    /// <summary>Null where an address is none; line breaks in names and titles have no effect.</summary>
    internal static MimeMessage? Letter(AlertChannel channel, AlertMessage message, string delivery)
    {
        var to = (channel.Settings.To ?? []).Select(Address).ToList<InternetAddress?>();
        if (Address(channel.Settings.From) is not { } from || to.Count == 0 || to.Contains(null))
            return null;
        var letter = new MimeMessage
        {
            MessageId = $"{delivery}@{from.Domain}",
            Subject = message.Title,
            Body = new TextPart("plain") { Text = message.Text },
        };
        letter.From.Add(from);
        letter.To.AddRange(to!);
        letter.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return letter;
    }

    /// <summary>Null for what is no address of one mailbox.</summary>
    public static MailboxAddress? Address(string? text) =>
        text is not null && !text.Any(char.IsControl) && MailboxAddress.TryParse(text, out var address) && address.Domain.Length > 0
            ? address : null;

    private static SecureSocketOptions Security(string? name) => name switch
    {
        "none" => SecureSocketOptions.None,
        "starttls" => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.SslOnConnect,
    };
}
