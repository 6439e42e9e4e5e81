using System.Net;
using Voicebot.Core.Alerts;

namespace Voicebot.Tests.Alerts;

/// <summary>Nobody reaches what lies inside the network through a channel.</summary>
public sealed class ChannelAddressTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.1.1")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("fd12::1")]
    [InlineData("ff02::1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    public void IsPublic_WithinANetwork_IsFalse(string address) => Assert.False(ChannelAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void IsPublic_OnTheInternet_IsTrue(string address) => Assert.True(ChannelAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://[::1]/hook")]
    [InlineData("https://localhost/hook")]
    [InlineData("https://2130706433/hook")]
    [InlineData("https://0x7f.1/hook")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("http://hooks.example.com/x")]
    [InlineData("https://user:word@hooks.example.com/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("hooks.example.com")]
    public void Accepts_AnAddressThatIsNone_IsFalse(string url) => Assert.False(new ChannelAddress(anywhere: false).Accepts(url));

    [Fact]
    public async Task Post_ToANameThatLeadsHere_IsNotSent()
    {
        await using var receiver = await Receiver.StartAsync();
        var addresses = new ChannelAddress(anywhere: false);
        using var sending = new HttpSending(addresses, TimeProvider.System);

        var outcome = await sending.PostAsync(receiver.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), "{}", "d", null,
            TestContext.Current.CancellationToken);

        Assert.False(outcome.IsDelivered || outcome.MayRepeat);
        Assert.Contains("VOICEBOT_ALERT_TARGETS", outcome.Answer, StringComparison.Ordinal);
        Assert.Empty(receiver.Posts);
    }
}
