using System.Text;
using Voicebot.Core.Webhooks;

namespace Voicebot.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Secret = "wsec_0123456789";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"type":"post_call_transcription"}""");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_787_126_409);

    /// <summary>The HMAC was computed with another program: openssl dgst -sha256 -hmac.</summary>
    [Fact]
    public void Sign_KnownBytes_GivesTheKnownSignature() =>
        Assert.Equal("58ab31f045ef5b8dd9471dbf3f90a076c12e5723bb35dc54bab311ed65a70b5d",
            WebhookSignature.Sign("1787126409", Body, Secret));

    [Theory]
    [InlineData(0, SignatureVerdict.Good)]
    [InlineData(1_800, SignatureVerdict.Good)]
    [InlineData(1_801, SignatureVerdict.TooOld)]
    [InlineData(-300, SignatureVerdict.Good)] // the vendor's clock goes ahead
    [InlineData(-301, SignatureVerdict.FromFuture)]
    [InlineData(-3_600, SignatureVerdict.FromFuture)]
    public void Verify_ByAge(long age, SignatureVerdict expected) =>
        Assert.Equal(expected, WebhookSignature.Verify(Header(1_787_126_409 - age, Secret), Body, Secret, Now));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t=,v0=")]
    [InlineData("v0=abc")]
    [InlineData("t=1787126409")]
    [InlineData("t=1787126409,v0=")]
    [InlineData("t=1787126409,v0=zażółć")]
    [InlineData("t=-5,v0=00")]
    [InlineData("t=99999999999999999999,v0=00")]
    public void Verify_MalformedHeader_IsWrong(string? header) =>
        Assert.Equal(SignatureVerdict.Wrong, WebhookSignature.Verify(header, Body, Secret, Now));

    [Fact]
    public void Verify_AnotherSecretOrBodyOrTime_IsWrong()
    {
        Assert.Equal(SignatureVerdict.Wrong, WebhookSignature.Verify(Header(1_787_126_409, "another"), Body, Secret, Now));
        Assert.Equal(SignatureVerdict.Wrong, WebhookSignature.Verify(Header(1_787_126_409, Secret), [.. Body, 32], Secret, Now));
        Assert.Equal(SignatureVerdict.Wrong,
            WebhookSignature.Verify(Header(1_787_126_409, Secret)
            .Replace("t=1787126409", "t=1787126408", StringComparison.Ordinal), Body, Secret, Now));
    }

    [Fact]
    public void Verify_PartsInAnotherOrderOrWithMore_IsGood()
    {
        var signature = WebhookSignature.Sign("1787126409", Body, Secret);
        Assert.Equal(SignatureVerdict.Good, WebhookSignature.Verify($"v1=future, v0={signature}, t=1787126409", Body, Secret, Now));
    }

    /// <summary>While a secret is being changed, the vendor signs with the old and the new one.</summary>
    [Theory]
    [InlineData("t=1787126409,v0={wrong},v0={right}")]
    [InlineData("v0={right},t=1787126409,v0={wrong}")]
    [InlineData(" t = 1787126409 , v0 = {right} ")]
    [InlineData("t=1787126409,,v0={right},")]
    [InlineData("t=1787126409, v0=not hex, v0={right}, v1={wrong}")]
    public void Verify_OneRightSignature_IsEnough(string header) =>
        Assert.Equal(SignatureVerdict.Good, WebhookSignature.Verify(Filled(header), Body, Secret, Now));

    [Theory]
    [InlineData("t=1787126409,v0={wrong},v0={wrong}")]
    [InlineData("t=1787126409,v1={right}")]
    [InlineData("t=1787126409,xv0={right}")]
    [InlineData("t=1787126409,v0={right}0")]
    public void Verify_NoRightSignature_IsWrong(string header) =>
        Assert.Equal(SignatureVerdict.Wrong, WebhookSignature.Verify(Filled(header), Body, Secret, Now));

    /// <summary>Nobody can make it compare without an end.</summary>
    [Theory]
    [InlineData(7, SignatureVerdict.Good)]
    [InlineData(8, SignatureVerdict.Wrong)]
    public void Verify_ManySignatures_LooksAtTheFirstEight(int wrong, SignatureVerdict expected) =>
        Assert.Equal(expected, WebhookSignature.Verify(Filled(
            $"t=1787126409,{string.Concat(Enumerable.Repeat("v0={wrong},", wrong))}v0={{right}}"), Body, Secret, Now));

    private static string Filled(string header) => header
        .Replace("{right}", WebhookSignature.Sign("1787126409", Body, Secret), StringComparison.Ordinal)
        .Replace("{wrong}", WebhookSignature.Sign("1787126409", Body, "another"), StringComparison.Ordinal);

    private static string Header(long time, string secret) => $"t={time},v0={WebhookSignature.Sign($"{time}", Body, secret)}";
}
