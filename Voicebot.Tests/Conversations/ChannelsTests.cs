using Voicebot.Core.Conversations;

namespace Voicebot.Tests.Conversations;

public sealed class ChannelsTests
{
    [Theory]
    [InlineData("twilio", false, false, null, Channel.Phone)]
    [InlineData("sip_trunk", false, false, null, Channel.Phone)]
    [InlineData("exotel", false, false, null, Channel.Phone)]
    [InlineData("genesys", false, false, null, Channel.Phone)]
    [InlineData("genesys_bot_connector", false, false, null, Channel.Phone)]
    [InlineData("avaya", false, false, null, Channel.Phone)]
    [InlineData("audiocodes", false, false, null, Channel.Phone)]
    [InlineData("whatsapp", false, false, null, Channel.Text)]
    [InlineData("twilio_sms", false, false, null, Channel.Text)]
    [InlineData("zendesk_integration", false, false, null, Channel.Text)]
    [InlineData("slack_integration", false, false, null, Channel.Text)]
    [InlineData("telegram_integration", false, false, null, Channel.Text)]
    [InlineData("intercom_integration", false, false, null, Channel.Text)]
    [InlineData("freshdesk_integration", false, false, null, Channel.Text)]
    [InlineData("salesforce_integration", false, false, null, Channel.Text)]
    [InlineData("widget", false, false, null, Channel.Web)]
    [InlineData("react_sdk", false, false, null, Channel.Web)]
    [InlineData("a_source_to_come", false, false, null, Channel.Web)]
    [InlineData(null, false, false, null, Channel.Web)]
    [InlineData("widget", true, false, null, Channel.Text)]
    [InlineData(null, true, false, null, Channel.Text)]
    [InlineData("unknown", false, true, null, Channel.Phone)]
    [InlineData("whatsapp", true, true, "inbound", Channel.Phone)]
    [InlineData("whatsapp", false, false, "inbound", Channel.Text)]
    [InlineData("unknown", false, false, "outbound", Channel.Phone)]
    public void Of_Source_GivesTheChannel(string? source, bool textOnly, bool hasPhoneCall, string? direction, Channel expected) =>
        Assert.Equal(expected, Channels.Of(source, textOnly, hasPhoneCall, direction));

    [Fact]
    public void Texts_All_AreThoseOfTheChannels() =>
        Assert.Equal(Enum.GetValues<Channel>().Select(channel => channel.ToText()).Order(), Channels.Texts.Order());
}
