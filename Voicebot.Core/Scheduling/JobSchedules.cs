namespace Voicebot.Core.Scheduling;

/// <summary>When each job is due: as the settings say, else by default.</summary>
public sealed class JobSchedules
{
    private readonly Dictionary<string, Schedule> byTrigger;

    private JobSchedules(Dictionary<string, Schedule> byTrigger) => this.byTrigger = byTrigger;

    /// <summary>Where no setting says anything.</summary>
    public static JobSchedules Default { get; } = Read((_, _) => null);

    /// <param name="setting">The schedule in the setting of the name, for which the second argument is an example; null when it is
    /// absent.</param>
    public static JobSchedules Read(Func<string, string, Schedule?> setting) => new(Jobs.All.ToDictionary(
        job => job.Trigger,
        job => (job.Setting is { } name ? setting(name, job.Default) : null) ?? Schedule.Parse(job.Default)!));

    public Schedule Of(Job job) => Of(job.Trigger);

    /// <summary>The schedule that a trigger means.</summary>
    /// <exception cref="InvalidOperationException">No job has this trigger.</exception>
    public Schedule Of(string trigger) =>
        byTrigger.TryGetValue(trigger, out var schedule) ? schedule
            : throw new InvalidOperationException($"'{trigger}' is the trigger of no job.");
}
