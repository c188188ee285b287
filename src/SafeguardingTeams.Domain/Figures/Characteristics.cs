using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.SmallNumbers;

namespace SafeguardingTeams.Domain.Figures;

/// <summary>
/// What children, the agencies that refer, and the part of children, families and practitioners in reviews (C13) are counted by over three
/// years put together, with what is small hidden (E10, E25); and how often each theme came up.
/// </summary>
public static class Characteristics
{
    /// <summary>So many years are put together: with two or three incidents a year a single one would show nothing.</summary>
    public const int Years = 3;

    /// <summary>A referrer's agency that is not in the partnership's file.</summary>
    public const string OtherAgency = "other";

    private const string Age = "age";
    private const string Gender = "child-gender";
    private const string Ethnic = "ethnic";
    private const string Care = "care";
    private const string Agency = "agency";
    private const string LearningAgency = "learning-agency";
    private const string PartOfChildren = "part-children";
    private const string PartOfFamilies = "part-families";
    private const string PartOfPractitioners = "part-practitioners";

    /// <summary>The tables of a year's report, each over the years up to it.</summary>
    public static ImmutableList<string> Tables { get; } = [Age, Gender, Ethnic, Care, Agency, LearningAgency, .. Parts];

    /// <summary>
    /// Those of who took part in reviews: one for children, families and practitioners each, so that nobody who knows how many children a
    /// review is about can work out one from the other.
    /// </summary>
    public static ImmutableList<string> Parts => [PartOfChildren, PartOfFamilies, PartOfPractitioners];

    /// <summary>The tables as they can be issued.</summary>
    /// <param name="year">The year of the report.</param>
    /// <param name="agencies">Ids of the agencies of the partnership's file.</param>
    /// <param name="before">The tables of earlier years' reports as they were issued.</param>
    /// <param name="bound">The largest number that is hidden.</param>
    public static ImmutableList<IssuedTable> Of(
        IReadOnlyList<RecordFigures> all,
        int year,
        IReadOnlyCollection<string> agencies,
        ImmutableList<IssuedTable> before,
        int bound
    ) =>
        Hiding.Issue(
            [.. all.SelectMany(one => Counted(one, agencies))],
            Tables.ConvertAll(table => new WantedTable(table, [table], year - Years + 1, year)),
            before,
            Values(agencies),
            bound
        );

    /// <summary>
    /// How often each theme came up in the years put together. A record may carry several and no sum is told, so that what is hidden cannot
    /// be computed from what is shown.
    /// </summary>
    /// <param name="bound">The largest number that is hidden.</param>
    public static IEnumerable<Figure> Themes(IReadOnlyList<RecordFigures> all, int year, int bound)
    {
        var period = new ReportPeriod(ReportPeriod.OfYear(year - Years + 1).From, ReportPeriod.OfYear(year).To);
        return from one in all
            from theme in one switch
            {
                IncidentFigures incident when period.Holds(incident.ReferredOn) => incident.Themes,
                LearningFigures learning when period.Holds(learning.ReferredOn) => learning.Themes,
                ReviewFigures review when period.Holds(review.AcceptedOn) => review.Themes,
                _ => [],
            }
            group one by theme into theme
            orderby theme.Count() descending, theme.Key
            select new Figure("themes", theme.Key, "", theme.Count() <= bound ? null : theme.Count());
    }

    /// <summary>All values of each, as the forms give them.</summary>
    public static ImmutableSortedDictionary<string, ImmutableList<string>> Values(IReadOnlyCollection<string> agencies) =>
        ImmutableSortedDictionary
            .Create<string, ImmutableList<string>>(StringComparer.Ordinal)
            .Add(Age, AgeBands.All)
            .Add(Gender, Codes(ChildCodes.Genders))
            .Add(Ethnic, Codes(ChildCodes.EthnicOrigins))
            .Add(Care, Codes(ChildCodes.Care))
            .Add(Agency, [.. agencies, OtherAgency])
            .Add(LearningAgency, [.. agencies, OtherAgency])
            .AddRange(Parts.Select(part => KeyValuePair.Create(part, Answers)));

    private static ImmutableList<string> Answers => [.. Enum.GetNames<ParticipationAnswer>()];

    private static string PartOf(ParticipantKind kind) =>
        kind switch
        {
            ParticipantKind.Child or ParticipantKind.Siblings => PartOfChildren,
            ParticipantKind.Family => PartOfFamilies,
            ParticipantKind.Practitioners => PartOfPractitioners,
        };

    private static ImmutableList<string> Codes(ImmutableArray<Option> options) => [.. options.Select(option => option.Value)];

    private static IEnumerable<Counted> Counted(RecordFigures one, IReadOnlyCollection<string> agencies)
    {
        Counted Made(DateOnly day, params ReadOnlySpan<(string Characteristic, string Value)> values)
        {
            var made = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var (characteristic, value) in values)
            {
                made[characteristic] = value;
            }

            return new(ReportPeriod.YearOf(day), made.ToImmutable());
        }

        string Known(string agency) => agencies.Contains(agency) ? agency : OtherAgency;
        return one switch
        {
            IncidentFigures incident => incident
                .Children.Select(child =>
                    Made(incident.ReferredOn, (Age, child.Age), (Gender, child.Gender), (Ethnic, child.Ethnic), (Care, child.Care))
                )
                .Append(Made(incident.ReferredOn, (Agency, Known(incident.AgencyId)))),
            LearningFigures learning => [Made(learning.ReferredOn, (LearningAgency, Known(learning.AgencyId)))],
            // Once the report is accepted the answers are as good as settled, and who was not asked has no other day.
            ReviewFigures { AcceptedOn: { } accepted } review => review.Parts.Select(part =>
                Made(accepted, (PartOf(part.Kind), part.Answer.ToString()))
            ),
            _ => [],
        };
    }
}
