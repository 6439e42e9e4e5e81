namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stand-in for the model of the Functions worker's timer extension.</summary>
public class ScheduleStatus
{
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
