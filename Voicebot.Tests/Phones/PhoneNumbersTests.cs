using System.Text.Json;
using Voicebot.Core.Phones;

namespace Voicebot.Tests.Phones;

public sealed class PhoneNumbersTests
{
    private const string PhoneCall = """ "phone_call": {"agent_number": "+48221000001", "external_number": "+48601000001"} """;
    private const string TwilioBody = """ "body": {"From": "+48601000002", "To": "+48221000002"} """;
    private const string SipBody = """ "body": {"from_number": "+48601000003", "to_number": "+48221000003"} """;
    private const string Sms = """ "sms": {"agent_phone_number": "+48221000004", "sms_user_phone_number": "+48601000004"} """;
    private const string WhatsApp = """ "whatsapp": {"whatsapp_user_id": "48601000005"} """;
    private const string Variables =
        """ {"dynamic_variables": {"system__caller_id": "+48601000006", "system__called_number": "+48221000006"}} """;

    [Theory]
    [InlineData(PhoneCall, "inbound", "+48221000001", "+48601000001")]
    [InlineData(PhoneCall, "outbound", "+48221000001", "+48601000001")]
    [InlineData(TwilioBody, "inbound", "+48221000002", "+48601000002")]
    [InlineData(TwilioBody, "outbound", "+48601000002", "+48221000002")]
    [InlineData(TwilioBody, null, "+48221000002", "+48601000002")]
    [InlineData(SipBody, "inbound", "+48221000003", "+48601000003")]
    [InlineData(SipBody, "outbound", "+48601000003", "+48221000003")]
    [InlineData(Sms, null, "+48221000004", "+48601000004")]
    [InlineData(WhatsApp, null, null, "48601000005")]
    [InlineData("", "inbound", "+48221000006", "+48601000006")]
    [InlineData("", "outbound", null, null)]
    [InlineData("", null, null, null)]
    public void Of_OneSource_GivesBothEnds(string metadata, string? direction, string? agent, string? client) =>
        Assert.Equal(new PhoneNumbers(agent, client), Of(metadata, direction));

    [Theory]
    [InlineData(PhoneCall + "," + TwilioBody + "," + Sms + "," + WhatsApp, "+48221000001", "+48601000001")]
    [InlineData(TwilioBody + "," + Sms + "," + WhatsApp, "+48221000002", "+48601000002")]
    [InlineData(SipBody + "," + Sms, "+48221000003", "+48601000003")]
    [InlineData(Sms + "," + WhatsApp, "+48221000004", "+48601000004")]
    [InlineData(WhatsApp, "+48221000006", "48601000005")]
    public void Of_SeveralSources_TheFirstThatKnowsAnEndWins(string metadata, string agent, string client) =>
        Assert.Equal(new PhoneNumbers(agent, client), Of(metadata, "inbound"));

    [Fact]
    public void Of_OneEndOnly_TheOtherComesFromTheNextSource() =>
        Assert.Equal(
            new PhoneNumbers("+48221000002", "+48601000001"),
            Of(""" "phone_call": {"agent_number": "", "external_number": "+48601000001"}, """ + TwilioBody, "inbound"));

    [Theory]
    [InlineData("anonymous")]
    [InlineData("sip:jan.kowalski@example.test")]
    [InlineData("Restricted")]
    public void Of_NotANumber_IsKeptAsItCame(string client) =>
        Assert.Equal(new PhoneNumbers("+48221000001", client),
            Of($$""" "phone_call": {"agent_number": "+48221000001", "external_number": "{{client}}"} """, "inbound"));

    [Fact]
    public void Of_NumbersAsJsonNumbers_AreReadAsText() =>
        Assert.Equal(new PhoneNumbers("48221000003", "48601000003"),
            Of(""" "body": {"from_number": 48601000003, "to_number": 48221000003} """, "inbound"));

    [Fact]
    public void Of_DigitsInToolParametersAndText_AreNotGuessed()
    {
        var detail = Parse("""
            {
              "metadata": {"body": "From=+48601000002&To=+48221000002", "phone_call": null, "note": "+48601000009"},
              "transcript": [{
                "role": "user", "message": "My number is +48601000009",
                "tool_calls": [{"tool_name": "lookup",
                 "params_as_json": "{\"phone\": \"+48601000009\", \"external_number\": \"+48601000009\"}"}],
                "tool_results": [{"tool_name": "transfer", "result": {"transfer_number": "+48601000009"}}]
              }],
              "conversation_initiation_client_data": {"dynamic_variables": {"customer_phone": "+48601000009"}}
            }
            """);

        Assert.Equal(PhoneNumbers.None, PhoneNumbers.Of(detail, "inbound"));
    }

    private static PhoneNumbers Of(string metadata, string? direction) =>
        PhoneNumbers.Of(Parse($$"""{"metadata": { {{metadata}} }, "conversation_initiation_client_data": {{Variables}} }"""), direction);

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
