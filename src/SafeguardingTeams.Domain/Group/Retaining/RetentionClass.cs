using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Group.Retaining;

/// <summary>How long records of a kind are kept, as the partnership set it when it was looked up (F3).</summary>
/// <param name="Name">What the partnership calls it.</param>
/// <param name="Years">So many years after the day they are counted from.</param>
public sealed record RetentionClass(string Name, int Years, RetentionStart From);

/// <summary>From what the years of a class are counted; never from a day before the record was closed.</summary>
public enum RetentionStart
{
    /// <summary>The day it was closed.</summary>
    Closed,

    /// <summary>The day something was last recorded on it.</summary>
    LastChange,

    /// <summary>
    /// The twenty-fifth birthday of the youngest child, or the day of the death where the record knows of one; where it knows neither, the
    /// day it was closed.
    /// </summary>
    Child,
}

/// <summary>A record that is closed, and until when it is kept.</summary>
/// <param name="Class">As it was when it was looked up: what is changed in the partnership's file counts from the next look.</param>
/// <param name="Opened">The day of its first event.</param>
/// <param name="Closed">The day it was closed.</param>
/// <param name="CountedFrom">The day its years are counted from.</param>
public sealed record DueRecord(RecordRef Record, RetentionClass Class, DateOnly Opened, DateOnly Closed, DateOnly CountedFrom)
{
    /// <summary>The first day on which it need not be kept any more.</summary>
    public DateOnly Until => CountedFrom.AddYears(Class.Years);
}
