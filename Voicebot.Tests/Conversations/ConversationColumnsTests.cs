using System.Reflection;
using Dapper;
using Voicebot.Core.Conversations;
using Voicebot.Tests.Data;
using Voicebot.Tests.Support;

namespace Voicebot.Tests.Conversations;

/// <summary>
/// The one list of a conversation's columns, held against the table, the row that is read and the record that is stored.
/// </summary>
public sealed class ConversationColumnsTests : IDisposable
{
    /// <summary>What stands in the tables of texts and search words instead.</summary>
    private static readonly string[] Texts =
        [nameof(Conversation.Title), nameof(Conversation.Summary), nameof(Conversation.TranscriptText)]; // of a comment, that there is one

    private readonly TestDatabase test = new();

    public static TheoryData<string> StoredProperties =>
        [.. typeof(Conversation).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Except(Texts)];

    public void Dispose() => test.Dispose();

    [Fact]
    public void List_OfColumns_IsTheTables() =>
        Assert.Equal(
            test.Database.Read(connection => connection.Query<string>("SELECT name FROM pragma_table_info('conversations')")).Order(),
            ConversationColumns.Facts.Concat(ConversationColumns.Marks).Select(column => column.Name).Order());

    [Fact]
    public void Row_Properties_AreTheShownColumnsAndTheTexts() =>
        Assert.Equal(
            ConversationColumns.Facts.Concat(ConversationColumns.Marks).Where(column => column.IsShown).Select(column => column.Property)
                .Concat([nameof(ConversationRow.Title), nameof(ConversationRow.Summary), nameof(ConversationRow.Comment)]).Order(),
            typeof(ConversationRow).GetProperties().Select(property => property.Name).Order());

    [Theory]
    [MemberData(nameof(StoredProperties))]
    public void Upsert_OnePropertyDiffers_IsStoredNewAndOverTheRowThereIs(string property)
    {
        var plain = A.Conversation("conv") with { Status = "unknown" };
        var changed = Changed(plain, typeof(Conversation).GetProperty(property)!);

        test.Store(plain);
        var before = Stored(plain.ConversationId);
        test.Store(changed);
        var over = Stored(changed.ConversationId);
        test.EraseAll();
        test.Store(changed);
        var fresh = Stored(changed.ConversationId);

        Assert.NotEqual(before, over);
        Assert.Equal(over, fresh);
    }

    /// <summary>Every column but the marks, as one text.</summary>
    private string Stored(string conversationId) => test.Database.Read(connection =>
    {
        var row = (IDictionary<string,
            object?>)connection.QuerySingle("SELECT * FROM conversations WHERE conversation_id = @conversationId", new { conversationId });
        return string.Join('\n', ConversationColumns.Facts.Select(column => $"{column.Name}: {Text(row[column.Name])}"));
    });

    private static string? Text(object? value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value?.ToString();

    private static Conversation Changed(Conversation plain, PropertyInfo property)
    {
        var copy = plain with { };
        property.SetValue(copy, Another(property, property.GetValue(plain)));
        return copy;
    }

    private static object Another(PropertyInfo property, object? value) => property.PropertyType switch
    {
        var type when type == typeof(string) => value + "another",
        var type when type == typeof(long?) => (long?)value + 7 ?? 7L,
        var type when type == typeof(double?) => 4.5,
        var type when type == typeof(bool) => !(bool)value!,
        var type when type.IsEnum => Enum.GetValues(type).Cast<object>().First(other => !other.Equals(value)),
        _ => property.Name switch
        {
            nameof(Conversation.Criteria) => new[] { ("polite", "success") },
            nameof(Conversation.Tools) => new[] { ("find_card", 2L, 1L) },
            nameof(Conversation.Collected) => new[] { ("city", (string?)"\"Gdynia\"") },
            nameof(Conversation.Transfers) => new[] { ("transfer_to_number_error", 1L) },
            nameof(Conversation.CostParts) => new[] { ("llm", 5_000_000L) },
            nameof(Conversation.Tags) => new[] { "vip" },
            nameof(Conversation.ResponseTimes) => new[] { 1_200L },
            _ => throw new NotSupportedException($"Say here what another {property.Name} is."),
        },
    };
}
