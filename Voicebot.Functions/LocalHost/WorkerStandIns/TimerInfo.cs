namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stand-in for the model of the Functions worker's timer extension.</summary>
public class TimerInfo
{
    public ScheduleStatus? ScheduleStatus { get; set; }

    public bool IsPastDue { get; set; }
}
