using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Tests.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <summary>Records of all kinds at one moment, and how a command changes them: all that it accepts at once, as in a transaction.</summary>
/// <param name="Files">Every record that was begun.</param>
/// <param name="Now">The time.</param>
internal sealed record World(ImmutableDictionary<RecordRef, RecordFile> Files, DateTimeOffset Now)
{
    internal GroupFile Group => (GroupFile)Of(RecordRef.Group);

    internal DateOnly Today => London.DateOf(Now);

    /// <summary>The known bank holidays, with those the group's record has amended.</summary>
    internal WorkingDayCalendar Calendar =>
        Group.BankHolidays.IsEmpty
            ? BankHolidays.Calendar
            : BankHolidays.Calendar.WithAmendments(
                Group.BankHolidays.Values.Where(day => day.IsHoliday).Select(day => day.Day),
                Group.BankHolidays.Values.Where(day => !day.IsHoliday).Select(day => day.Day),
                $"amended-{Group.Version}"
            );

    internal IEnumerable<TFile> All<TFile>()
        where TFile : RecordFile => Files.Values.OfType<TFile>().OrderBy(file => file.Ref.Id, StringComparer.Ordinal);

    internal RecordFile Of(RecordRef record) => Files.GetValueOrDefault(record) ?? Empty(record);

    internal static RecordFile Empty(RecordRef record) =>
        record.Kind switch
        {
            RecordKind.Case => new CaseFile(record.CaseId),
            RecordKind.Group => new GroupFile(),
            RecordKind.Learning => new LearningFile(record),
            RecordKind.Action => new ActionFile(record),
            RecordKind.Meeting => new MeetingFile(record),
            RecordKind.Review => new ReviewFile(record),
            RecordKind.Briefing => new BriefingFile(record),
        };

    internal World With(RecordFile file) => this with { Files = Files.SetItem(file.Ref, file) };

    /// <summary>Everybody as the partnership's file has them today: who is away, and who stands in for them.</summary>
    internal ImmutableList<Actor> People()
    {
        var away = Group
            .Absences.Where(absence => absence.From <= Today && Today <= absence.To)
            .Select(absence => absence.PersonId)
            .ToImmutableHashSet();
        return away.IsEmpty ? Cast.All : Cast.All.ConvertAll(person => AsToday(person, away));
    }

    internal DecisionContext Context(Actor actor, ImmutableList<Actor> people) =>
        new(actor, Now, Today, Calendar, CaseStory.Office, CaseStory.Rules, people)
        {
            Themes = CaseStory.Themes,
            Configured = CaseStory.Configured,
            Seats = [.. Group.Seats.Values],
            Meetings = [.. Group.Meetings],
        };

    internal Decision Decide(Command command, Actor actor, ImmutableList<Actor> people) =>
        command.DecideFor(Of(command.Ref), [.. command.Others.Select(Of)], Context(actor, people));

    /// <summary>The world after what a command has accepted.</summary>
    internal World After(Decision.Accepted accepted, Actor actor) =>
        accepted.Changes.Aggregate(this, (world, change) => world.With(Walks.After(world.Of(change.Record), change, actor, Now)));

    private static Actor AsToday(Actor person, ImmutableHashSet<string> away)
    {
        var deputises = person.Deputises.ConvertAll(deputy => deputy with { Ahead = deputy.Ahead.RemoveAll(away.Contains) });
        return person with
        {
            IsAway = away.Contains(person.PersonId),
            Deputises = deputises.RemoveAll(deputy => deputy.Ahead.IsEmpty),
            Roles = person.Roles.Union(deputises.Where(deputy => deputy.Ahead.IsEmpty).Select(deputy => deputy.Role)),
        };
    }
}
