using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Reports;

/// <summary>
/// What is late, open and counted, for whoever oversees the work (E5): three range reads of index rows, and no record is opened. Somebody
/// sees what they have a part in (F2): a lead the reviews they did not stand aside from, and what waits for themselves.
/// </summary>
public sealed class OversightLists(IRows rows, CurrentRules currentRules, IPeople people, LondonClock clock)
{
    private static readonly ImmutableHashSet<(string, string)> AtAGlance =
    [
        ("incidents", "referred"),
        ("incidents", "notified-in-time"),
        ("incidents", "reported-in-time"),
        ("incidents", "returned-in-time"),
        ("practice-learning", "referred"),
        ("practice-learning", "told-in-time"),
        ("reviews-time", "done-in-time"),
        ("agreed-actions", "agreed"),
        ("agreed-actions", "accepted"),
        ("agreed-actions", "late"),
    ];

    /// <summary>Whether somebody oversees the work: operations, Chair, Scrutineer, the three leads.</summary>
    public static bool May(Actor actor) =>
        actor.Roles.Overlaps([Role.Operations, Role.Chair, Role.Scrutineer, .. Domain.People.Partners.Leads]);

    /// <summary>The lists for one person.</summary>
    public async Task<OversightView> OfAsync(Actor actor, CancellationToken cancellationToken) =>
        Of(
            actor,
            await rows.ReadAsync(Keys.Open, cancellationToken),
            await rows.ReadAsync(Keys.AllTasks, cancellationToken),
            await FigureRows.AllAsync(rows, cancellationToken)
        );

    /// <summary>The lists from what was read.</summary>
    internal OversightView Of(Actor actor, IReadOnlyList<Row> open, IReadOnlyList<Row> tasks, IReadOnlyList<RecordFigures> figures)
    {
        var today = clock.Today;
        var byKind = open.ToLookup(row => Enum.Parse<RecordKind>(row.Key.Split('|')[1]));
        var reviews = ReviewRecordRows
            .Seen([.. byKind[RecordKind.Review]], actor)
            .Select(row => row["record"])
            .ToHashSet(StringComparer.Ordinal);
        var seen = tasks
            .Where(row => (Sees(actor, row["case"], row["stage"], reviews) || IsTheirs(row, actor)) && StillWaits(row, today))
            .ToList();
        var next = seen.Where(row => row["due"].Length > 0)
            .GroupBy(row => row["case"], StringComparer.Ordinal)
            .ToDictionary(of => of.Key, of => of.Min(row => Day(row["due"])), StringComparer.Ordinal);
        var opened = new[] { RecordKind.Case, RecordKind.Review, RecordKind.Learning, RecordKind.Meeting }
            .SelectMany(kind => byKind[kind])
            .Where(row => Sees(actor, row["record"], row["stage"], reviews))
            .ToList();
        var began = Began(figures, [.. opened.Select(row => row["record"])]);
        var period = new ReportPeriod(ReportPeriod.OfYear(ReportPeriod.YearOf(today)).From, today);
        return new(
            [
                .. seen.Where(IsLate)
                    .OrderBy(row => row["dueAt"], StringComparer.Ordinal)
                    .Select(row => new LateLine(
                        RecordRef.Parse(row["case"]),
                        Enum.Parse<TaskKind>(row["task"]),
                        Who(row),
                        Day(row["due"])
                    )),
            ],
            [
                .. opened
                    .Select(row => new OpenLine(RecordRef.Parse(row["record"]), row["stage"], Next(row, next))
                    {
                        Since =
                            row["received"].Length > 0 ? Day(row["received"])
                            : began.TryGetValue(row["record"], out var day) ? day
                            : null,
                    })
                    .OrderBy(line => line.Next ?? DateOnly.MaxValue)
                    .ThenBy(line => line.Record.Id, StringComparer.Ordinal),
            ],
            ActionPermissions.SeesAll(actor) ? Agencies(byKind[RecordKind.Action]) : [],
            Counting.Of(figures, period).FindAll(one => AtAGlance.Contains((one.Table, one.Row))),
            period.From
        )
        {
            Mine =
            [
                .. seen.Where(row => IsTheirs(row, actor))
                    .OrderBy(row => row["dueAt"].Length == 0)
                    .ThenBy(row => row["dueAt"], StringComparer.Ordinal)
                    .Select(row => new WaitingLine(
                        RecordRef.Parse(row["case"]),
                        Enum.Parse<TaskKind>(row["task"]),
                        row["due"].Length > 0 ? Day(row["due"]) : null,
                        IsLate(row)
                    )),
            ],
        };
    }

    /// <summary>The day on which records began, by their figures.</summary>
    private static Dictionary<string, DateOnly> Began(IReadOnlyList<RecordFigures> figures, HashSet<string> of)
    {
        var began = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var one in figures)
        {
            DateOnly? day = one switch
            {
                LearningFigures learning => learning.ReferredOn,
                ReviewFigures review => review.ProposedOn,
                IncidentFigures incident => incident.ReferredOn,
                _ => null,
            };
            if (day is { } known && one.Record.ToString() is var record && of.Contains(record))
            {
                began[record] = known;
            }
        }

        return began;
    }

    private bool IsLate(Row row) => IsLate(row, clock.Now);

    /// <summary>Whether the date of a row is past.</summary>
    internal static bool IsLate(Row row, DateTimeOffset now) =>
        DateTimeOffset.TryParse(row["dueAt"], CultureInfo.InvariantCulture, out var due) && due <= now;

    /// <summary>Whether somebody has a part in a record, by what its rows say; what they do not say, nobody sees.</summary>
    /// <param name="reviews">The open reviews they have a part in.</param>
    internal static bool Sees(Actor actor, string record, string stage, HashSet<string> reviews)
    {
        var all = actor.Roles.Overlaps([Role.Operations, Role.Chair, Role.Scrutineer]);
        return RecordRef.Parse(record).Kind switch
        {
            RecordKind.Case => all && Enum.Parse<Stage>(stage) is not (Stage.AwaitingThreshold or Stage.BelowThreshold),
            RecordKind.Learning => actor.Roles.Contains(Role.Operations)
                || Enum.Parse<LearningStage>(stage) is var at
                    && (
                        (actor.Roles.Contains(Role.Chair) && at is not (LearningStage.AwaitingSafeguardingLead or LearningStage.NotAgreed))
                        || (actor.Roles.Contains(Role.Scrutineer) && at is (LearningStage.AwaitingMeeting or LearningStage.Decided))
                    ),
            RecordKind.Review => reviews.Contains(record),
            RecordKind.Action => ActionPermissions.SeesAll(actor),
            RecordKind.Meeting => MeetingPermissions.MaySee(actor),
            RecordKind.Briefing => BriefingPermissions.SeesAll(actor),
            RecordKind.Group => false,
        };
    }

    /// <summary>Whether a task waits for this person: by name, or by a role they hold in that record.</summary>
    internal static bool IsTheirs(Row row, Actor actor) =>
        row.Key.StartsWith(Keys.Tasks(actor.PersonId), StringComparison.Ordinal)
        || Keys.TaskFor(row.Key) is { } role
            && role is not (Role.Practitioner or Role.AgencyRepresentative or Role.GroupMember or Role.DesignatedSafeguardingLead)
            && actor.MayHold.Contains(role)
            && actor.Holds(role, RowProjection.AssignedIn(row));

    /// <summary>What waits only because somebody is away is no task any more once they are back.</summary>
    private bool StillWaits(Row row, DateOnly today) => StillWaits(row, today, currentRules);

    /// <inheritdoc cref="StillWaits(Row, DateOnly)"/>
    internal static bool StillWaits(Row row, DateOnly today, CurrentRules rules) =>
        row["whileAway"] is not { Length: > 0 } away || away.Split(',').Any(person => rules.IsAway(person, today));

    /// <summary>Who is waited for: a role, with its agency where it is one agency's, or a person as others see them.</summary>
    private string Who(Row row) =>
        row.Key.Split('|')[1].Split('~') is [var holder, .. var agency]
            ? Enum.TryParse<Role>(holder, out var role)
                ? RoleNames.Of(role) + (agency.Length > 0 ? $", {people.AgencyName(agency[0])}" : "")
                : people.Find(holder)?.Display ?? "Somebody who is not in the partnership's file"
            : "";

    private static ImmutableList<AgencyActions> AgenciesOf(IEnumerable<(string Agency, bool Late)> actions) =>
        [
            .. actions
                .GroupBy(one => one.Agency, StringComparer.Ordinal)
                .Select(of => new AgencyActions(of.Key, of.Count(), of.Count(one => one.Late)))
                .OrderByDescending(one => one.Late)
                .ThenBy(one => one.Agency, StringComparer.Ordinal),
        ];

    private ImmutableList<AgencyActions> Agencies(IEnumerable<Row> actions) =>
        AgenciesOf(actions.Select(row => (row["agencyName"].Length > 0 ? row["agencyName"] : "No agency", IsLate(row))));

    /// <summary>The next date of an open record: of what is waited for; else its limit, or the day of a meeting.</summary>
    private static DateOnly? Next(Row row, Dictionary<string, DateOnly> next) =>
        next.TryGetValue(row["record"], out var day) ? day
        : row["due"].Length > 0 ? Day(row["due"])
        : row["day"].Length > 0 ? Day(row["day"])
        : null;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
