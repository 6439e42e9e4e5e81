using Voicebot.Core.Time;

namespace Voicebot.Core.Callbacks;

/// <summary>The rules of who should be called back; pure.</summary>
internal static class PeopleToCall
{
    /// <summary>Everybody whose calls failed and who was not reached since, and who was marked within the days.</summary>
    /// <param name="calls">Of all agents, by start; of equal starts those that went well first.</param>
    /// <param name="from">Where the days begin, in unix seconds.</param>
    public static List<PersonToCall> Of(IEnumerable<PersonsCall> calls, IEnumerable<PersonsMark> marks, long from, long now)
    {
        var marked = marks.GroupBy(one => one.Person).ToDictionary(group => group.Key, group => group.MaxBy(one => one.Mark.MarkedAt));
        var people = new Dictionary<long, Standing>();
        foreach (var call in calls)
        {
            if (!people.TryGetValue(call.Person, out var standing))
            {
                if (call.Succeeded && !marked.ContainsKey(call.Person))
                    continue;
                people[call.Person] = standing = new Standing(marked.TryGetValue(call.Person, out var mark) ? mark.Mark : null);
            }
            standing.Take(call);
        }
        foreach (var person in marked.Keys)
            people.TryAdd(person, new Standing(marked[person].Mark));
        return [.. people.Select(one => Judge(one.Value, marked.TryGetValue(one.Key, out var mark) ? mark : null, from, now))
            .OfType<PersonToCall>()];
    }

    /// <summary>As they are to be called: the newest day first, on a day those with most failed calls; later ones by their time.</summary>
    public static IEnumerable<PersonToCall> InOrder(IEnumerable<PersonToCall> people, string state, ReportingZone zone) => state switch
    {
        CallbackState.Later => people.OrderBy(one => one.Mark!.Until).ThenByDescending(one => one.Conversation),
        CallbackState.Done => people.OrderByDescending(one => one.Mark!.MarkedAt).ThenByDescending(one => one.Conversation),
        _ => people.OrderByDescending(one => zone.Day(one.SinceAt)).ThenByDescending(one => one.FailedCount)
            .ThenByDescending(one => one.SinceAt).ThenByDescending(one => one.Conversation),
    };

    private static PersonToCall? Judge(Standing calls, PersonsMark? known, long from, long now)
    {
        var mark = known?.Mark;
        var isWanted = mark is { Closes: false, WantedAt: { } wanted } && wanted >= from && !(calls.LastSuccess > wanted)
            && known!.Value.IsAsked;
        if (mark is { Closes: true })
        {
            if (calls.SinceMark > 0)
                return new PersonToCall(calls.LastId, calls.SinceMark, calls.LastAt, CallbackState.Waiting, mark);
            return mark.MarkedAt >= from && (known!.Value.IsAsked || calls.Count > 0) ? Found(CallbackState.Done) : null;
        }
        if (calls.Count == 0 && !isWanted)
            return null;
        return Found(mark is { State: CallbackAction.NoAnswer } && mark.Until > now && calls.SinceMark == 0
            ? CallbackState.Later : CallbackState.Waiting);

        PersonToCall Found(string state) => calls.Count > 0
            ? new PersonToCall(calls.LastId, calls.Count, calls.LastAt, state, mark)
            : new PersonToCall(mark!.Conversation, 0, known!.Value.StartTime, state, mark);
    }

    /// <summary>What the calls of one person come to, one after the other.</summary>
    private sealed class Standing(CallbackMark? mark)
    {
        /// <summary>Failed since the last one that went well.</summary>
        public int Count { get; private set; }
        /// <summary>Those of them that ended after the mark was made.</summary>
        public int SinceMark { get; private set; }
        public long LastId { get; private set; }
        public long LastAt { get; private set; }
        public long? LastSuccess { get; private set; }

        public void Take(PersonsCall call)
        {
            if (call.Succeeded)
            {
                LastSuccess = call.StartTime;
                (Count, SinceMark) = (0, 0);
            }
            else if (call.IsAsked)
            {
                Count++;
                if (call.EndTime > mark?.MarkedAt)
                    SinceMark++;
                (LastId, LastAt) = (call.Id, call.StartTime);
            }
        }
    }
}
