using System.Globalization;
using System.Text.Json;
using SafeguardingTeams.Rehearsal.StandIns.Functions.Protocol;

namespace SafeguardingTeams.Rehearsal.StandIns.Functions;

/// <summary>A tick of a timer. Its tries share an id.</summary>
/// <param name="Planned">The instant it was planned for, by case time.</param>
/// <param name="Last">When the timer ran last.</param>
/// <param name="IsPastDue">Whether it was missed while the host was down.</param>
internal sealed record Tick(TimerFunction Timer, DateTimeOffset Planned, DateTimeOffset Last, bool IsPastDue)
{
    /// <summary>
    /// Where the rehearsal puts its time: a key of its own, which Azure's host does not send. The product takes it only where a setting of
    /// the rehearsal says so.
    /// </summary>
    private const string RehearsalKey = "RehearsalTime";

    internal string Id { get; } = Guid.NewGuid().ToString();

    /// <summary>What the host sends for one try.</summary>
    internal InvocationRequest Request(int attempt, DateTimeOffset now)
    {
        var json = JsonSerializer.Serialize(
            new
            {
                Schedule = new { AdjustForDST = true },
                ScheduleStatus = new
                {
                    Last = Instant(Last),
                    Next = Instant(Planned),
                    LastUpdated = Instant(Last),
                },
                IsPastDue,
            }
        );
        var request = new InvocationRequest
        {
            InvocationId = Id,
            FunctionId = Timer.Id,
            TraceContext = new(),
        };
        request.InputData.Add(
            new ParameterBinding
            {
                Name = Timer.Binding,
                Data = new() { Json = json },
            }
        );
        request.TriggerMetadata["TimerTrigger"] = new() { String = now.ToString("MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture) };
        request.TriggerMetadata[RehearsalKey] = new() { String = now.ToString("O", CultureInfo.InvariantCulture) };
        if (Timer.Retries > 0)
        {
            request.RetryContext = new() { RetryCount = attempt, MaxRetryCount = Timer.Retries };
        }

        return request;
    }

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffK", CultureInfo.InvariantCulture);
}

/// <summary>One try of a tick, as it ended.</summary>
/// <param name="Tick">The tick's id.</param>
/// <param name="Attempt">Which try, from 0.</param>
/// <param name="IsPastDue">Whether the tick was missed while the host was down.</param>
/// <param name="At">When it began, by the schedule's clock.</param>
/// <param name="Fault">Null where it succeeded, else why not.</param>
public sealed record TimerRun(string Timer, string Tick, int Attempt, bool IsPastDue, DateTimeOffset At, string? Fault);
