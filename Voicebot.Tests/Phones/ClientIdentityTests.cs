using Voicebot.Core.Phones;

namespace Voicebot.Tests.Phones;

public sealed class ClientIdentityTests
{
    [Theory]
    [InlineData("jo", true)]
    [InlineData("ola", false)]
    [InlineData("OLA", false)]
    [InlineData("a@b", false)]
    [InlineData("112", true)]
    [InlineData("anonymous", true)]
    public void IsNobody_ShortestAddress_IsThreeSigns(string written, bool isNobody) =>
        Assert.Equal(isNobody, ClientIdentity.Of(written).IsNobody);

    [Theory]
    [InlineData(null, "+48501000001")]
    [InlineData(null, "+48501000001", "tel:+48 501 000 001")]
    [InlineData("user.name", "+48501000001", "user.name")]
    [InlineData("user.name\nother.name", "+48501000001", "user.name", "USER.NAME", "other.name", "0048501000001")]
    public void Others_IdsBesideTheNumber_AreThoseThatNameTheClientOtherwise(string? expected, params string[] written) =>
        Assert.Equal(expected, ClientIdentity.Others(written));
}
