using System.Text.Json;
using Dapper;

namespace Voicebot.Core.Data;

/// <summary>
/// The few fragments of SQL that engines spell differently, each by name. Everything else is one text for all: what conflicts is named
/// (<c>ON CONFLICT (id)</c>), targets of changes are qualified, nulls are compared with <c>IS NOT DISTINCT FROM</c>.
/// </summary>
public abstract class Dialect
{
    /// <summary>Begins a transaction that sees one state throughout.</summary>
    public abstract string BeginRead { get; }

    /// <summary>Begins a transaction that nobody else's write can get in the way of.</summary>
    public abstract string BeginWrite { get; }

    /// <summary>
    /// Begins a transaction beside others of its kind, none of which changes anything before it has locked its agents
    /// (see <see cref="LockAgents"/>); <see cref="BeginWrite"/> waits for all of them.
    /// </summary>
    public abstract string BeginWriteBeside { get; }

    /// <summary>
    /// Keeps the conversations of the agents in the list <c>@agents</c> from everybody else's changes until the end of the transaction;
    /// null where there is one writer at a time anyway. To be asked once, first of all, so that nobody waits in a circle.
    /// </summary>
    public abstract string? LockAgents { get; }

    /// <summary>
    /// Asks for <c>@count</c> ids of new conversations, ascending, which nobody else gets; null where the transaction may count on from
    /// the highest that there is.
    /// </summary>
    public abstract string? NewIds { get; }

    /// <summary>
    /// Reads which state of the conversations a transaction sees: a number that is another one after every change of them, and from
    /// where on the log of changes may get entries that it does not see (see <see cref="ChangePlace"/>).
    /// </summary>
    public abstract string ChangeMark { get; }

    /// <summary>The column of <c>conversation_changes</c> by which its entries are ordered so.</summary>
    public abstract string ChangePlace { get; }

    /// <summary>Commits such a transaction.</summary>
    public abstract string CommitWrite { get; }

    /// <summary>
    /// The moment in unix seconds: by the clock of the server, which is one for all programs; where there is no server, what the program
    /// itself gives in the parameter.
    /// </summary>
    public abstract string Now(string parameter);

    /// <summary>
    /// Whether a lease still holds that was renewed at a moment (see <see cref="Now"/>). Always true where programs share a file: there
    /// the name of the owner alone decides, because their computer may sleep for long, and its clock may be put right.
    /// </summary>
    public abstract string LeaseHolds(string renewedAt, TimeSpan lease);

    /// <summary>The higher end of all texts that begin with a text, appended to it.</summary>
    public abstract string AfterAllTexts { get; }

    /// <summary>A table of one column, <c>value</c>, with each item of a parameter that <c>List</c> made.</summary>
    public abstract string Each(string parameter);

    /// <summary>The same of numbers.</summary>
    public abstract string EachNumber(string parameter);

    /// <summary>Many texts as one parameter, a JSON list.</summary>
    public static string List(IEnumerable<string> texts) =>
        $"[{string.Join(',', texts.Select(text => $"\"{JsonEncodedText.Encode(text)}\""))}]";

    /// <summary>Many numbers as one parameter.</summary>
    public static string List(IEnumerable<long> numbers) => $"[{string.Join(',', numbers)}]";

    /// <summary>The same column, but no reason to read the rows in the order of one of its indexes.</summary>
    public abstract string WithoutIndex(string column);

    /// <summary>The greater of two numbers that are known.</summary>
    public abstract string Greater(string number, string other);

    /// <summary>The number without its fraction.</summary>
    public abstract string Truncated(string number);

    /// <summary>Whether a text contains a part, in capitals or small letters of any language.</summary>
    public abstract string Contains(string column, string parameter);

    /// <summary>Whether a name is of ASCII letters, digits, - and _ alone.</summary>
    public abstract string IsPlainName(string column);

    /// <summary>A member of a JSON object as text.</summary>
    /// <param name="member">One of our own names.</param>
    public abstract string MemberText(string column, string member);

    /// <summary>A condition on one member of a stored JSON object, whatever the vendor's users have called it.</summary>
    /// <param name="column">Holds a JSON object or null; one of our own names.</param>
    /// <param name="name">The member's name; any text.</param>
    /// <param name="parameter">Under which the name goes into the parameters.</param>
    /// <param name="inside">The rest of the path, from the member on; empty for the member itself.</param>
    /// <param name="condition">What follows the value in SQL.</param>
    public abstract string Member(string column, string name, string parameter, string inside, string condition,
        DynamicParameters parameters);

    /// <summary>Whether a JSON list of texts has this one.</summary>
    public abstract string ListHas(string column, string parameter);

    /// <summary>How many members of a stored JSON object have this text as their value; 0 where there is no object.</summary>
    /// <param name="text">One of our own words.</param>
    public abstract string MembersThatAre(string column, string text);

    /// <summary>The member as JSON text; its parameter is the one that <see cref="Member"/> has added.</summary>
    public abstract string MemberJson(string column, string name, string parameter);

    /// <summary>What <see cref="FindWords"/> takes: all of these words.</summary>
    public abstract string WordsMatch(IEnumerable<(string Word, bool AsBeginning)> words);

    /// <summary>What <see cref="StoreWords"/> takes of a text.</summary>
    public abstract string WordsOf(string text);

    /// <summary>The ids of the conversations whose search words match.</summary>
    public abstract string FindWords(string parameter);

    /// <summary>
    /// Stores rows of a conversation's id and its search words, in place of those that there are; a statement over rows.
    /// </summary>
    public abstract string StoreWords { get; }

    /// <summary>The column of <c>conversation_search</c> that is the conversation's id.</summary>
    public abstract string WordsOwner { get; }

    /// <summary>Removes the search words of the conversation <c>@id</c>.</summary>
    public abstract string RemoveWords { get; }

    /// <summary>
    /// Merges up to <c>@pages</c> of the search index (all of it, begun anew, when negative), so that removed words are gone; null where
    /// they are gone at once.
    /// </summary>
    public abstract string? MergeWords { get; }
}
