using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Voicebot.Core.Conversations;
using Voicebot.Core.Figures;
using Voicebot.Core.Kpis;
using Voicebot.Core.Synchronization;
using Voicebot.Core.Time;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Synchronization;

/// <summary>
/// Rows that the version before judged by other rules are judged anew from their documents, and their figures with them.
/// </summary>
public sealed class RederivedFactsTests : IDisposable
{
    private readonly TestDatabase test = new();

    public RederivedFactsTests() => test.Settings.ApplyZone();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Step_CallThatReachedNobody_IsNoFaultAnyMore()
    {
        StoreAsBefore(
            A.Conversation("busy") with
            {
                Status = "failed",
                CallSuccessful = "unknown",
                Direction = "outbound",
                EndReason = EndReason.None,
                TechnicalError = true,
            },
            """{"status":"failed","metadata":{"start_time_unix_secs":1790000000,"phone_call":{"direction":"outbound","""
                + """ "call_result":"busy"},"error":{"code":486,"reason":"Busy here"}}}""");
        Assert.Equal((1, 0, 1), Faults());

        Derive();

        Assert.Equal((0, 1, 0), Faults());
        Assert.Equal("not_connected", Row("busy").EndReason);

        (long Errors, long Busy, long Unknown) Faults() =>
            Kpis() is var kpis ? (kpis.TechnicalErrors, kpis.OutboundFunnel.Busy, kpis.OutboundFunnel.Unknown) : default;
    }

    [Fact]
    public void Step_TransferThatFailed_IsNoTransferAnyMore()
    {
        StoreAsBefore(
            A.Conversation("failed") with { CallSuccessful = "failure", EndReason = EndReason.Transferred, Transferred = true },
            """{"status":"done","metadata":{"start_time_unix_secs":1790000000,"""
                + """ "termination_reason":"Failed to transfer; call ended by remote party"},"analysis":{"call_successful":"failure"}}""");

        Derive();

        Assert.Equal((0, 1), (Kpis().TransferCount, Kpis().DropoutCount));
        Assert.Equal("user_ended", Row("failed").EndReason);
    }

    /// <summary>Where the documents were forgotten, the row itself is all that is left.</summary>
    [Theory]
    [InlineData("Call ended by remote party", true, "user_ended", 0)]
    [InlineData("Call ended by remote party", false, "user_ended", 1)]
    [InlineData("No silence detected", false, "other", 0)]
    public void Step_RowWithoutDocuments_IsJudgedByWhatItTells(string reason, bool transferred, string endReason, int dropouts)
    {
        StoreAsBefore(A.Conversation("gone") with
        {
            CallSuccessful = "failure",
            TerminationReason = reason,
            EndReason = EndReason.Silence,
            Transferred = transferred
        }, null);
        test.Database.Write(connection =>
        {
            connection.Execute("UPDATE conversations SET dropout = 1");
            Recount.Rebuild(connection, ReportingZone.Utc);
        });
        Assert.Equal(1, Kpis().DropoutCount);

        Derive();

        Assert.Equal(dropouts, Kpis().DropoutCount);
        Assert.Equal(endReason, Row("gone").EndReason);
    }

    /// <summary>Where the text tells of a voicemail itself, it was the text that was read, and it is read anew.</summary>
    [Theory]
    [InlineData("Call ended by remote party", "voicemail")]
    [InlineData(null, "voicemail")]
    [InlineData("Voicemail detected", "voicemail")]
    [InlineData("No voicemail was reached", "other")]
    public void Step_VoicemailWithoutDocuments_StaysWhatTheToolTold(string? text, string expected)
    {
        StoreAsBefore(A.Conversation("gone") with { TerminationReason = text, EndReason = EndReason.Voicemail }, null);

        Derive();

        Assert.Equal(expected, Row("gone").EndReason);
    }

    private void StoreAsBefore(Conversation conversation, string? detail) => test.Database.WriteConversations(writer =>
    {
        var id = writer.Upsert(conversation, runId: 1);
        if (detail is not null)
            writer.StoreDetailDocument(id, JsonSerializer.Serialize(JsonDocument.Parse(detail).RootElement));
    });

    /// <summary>As the migration asks for it.</summary>
    private void Derive()
    {
        test.Database.Write(connection =>
            connection.Execute("UPDATE derived_state SET rederive_from = (SELECT MAX(id) FROM conversations)"));
        var derivation = new Rederivation(test.Database, NullLogger<Rederivation>.Instance);
        while (derivation.Step()) { }
        Assert.Equal(0, test.Database.Read(Recount.Differences));
    }

    private ConversationRow Row(string id) => test.Conversations.Find(id)!.Row;

    private KpiReport Kpis() =>
        new KpiService(test.Reading, new FakeTimeProvider()).Report(new ConversationFilter(), null, false);
}
