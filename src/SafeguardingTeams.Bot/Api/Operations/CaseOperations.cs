using SafeguardingTeams.App.Connector;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Bot.Api.Wire;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Bot.Api.Operations;

/// <summary>Serious incidents and practice learning: referred, listed, read (A2, D1).</summary>
internal static class CaseOperations
{
    private static readonly RecordKind[] Cases = [RecordKind.Case, RecordKind.Learning];

    internal static void MapCases(this RouteGroupBuilder api)
    {
        api.MapPost("/serious-incident-referrals", IncidentAsync)
            .As("SubmitSeriousIncidentReferral", "Submit a serious incident referral")
            .Saying(
                "This operation sends a serious incident referral to the multi-agency safeguarding hub in your name. Sent again with the "
                    + "same request ID, nothing is done twice."
            )
            .Giving<RecordDetail>(StatusCodes.Status201Created)
            .Important();
        api.MapPost("/practice-learning-referrals", LearningAsync)
            .As("SubmitPracticeLearningReferral", "Submit a practice learning referral")
            .Saying("This operation refers for practice learning in your name. Sent again with the same request ID, nothing is done twice.")
            .Giving<RecordDetail>(StatusCodes.Status201Created)
            .Important();
        api.MapGet("/cases", ListAsync)
            .As("ListCases", "List cases")
            .Saying("This operation lists the open cases and practice learning referrals that you have a part in, by codes and dates.")
            .Giving<RecordRows>()
            .Paged()
            .ForApplicationsToo();
        api.MapGet("/cases/{record}", FindAsync)
            .As("GetCase", "Get a case")
            .Saying("This operation gives where one case or practice learning referral stands.")
            .Giving<RecordDetail>();
        api.MapGet("/records/{record}/timetable", TimetableAsync)
            .As("GetTimetable", "Get a timetable")
            .Saying("This operation gives the clocks of a record that you are to know of, with what each counts from.")
            .Giving<Timetable>();
        api.MapGet("/records/{record}/timeline", TimelineAsync)
            .As("GetTimeline", "Get a timeline")
            .Saying("This operation gives what happened to a record, when, and in which role it was done.")
            .Giving<EventRows>()
            .Paged();
    }

    private static async Task<IResult> IncidentAsync(HttpContext http, FlowReferrals referrals, Rows rows, IncidentInput input) =>
        Problems.Of(await referrals.IncidentAsync(Calls.PersonOf(http), input.RequestId, input.Referral, http.RequestAborted), done =>
            rows.Made(http, done.Record)
        );

    private static async Task<IResult> LearningAsync(HttpContext http, FlowReferrals referrals, Rows rows, LearningInput input) =>
        Problems.Of(await referrals.LearningAsync(Calls.PersonOf(http), input.RequestId, input.Referral, http.RequestAborted), done =>
            rows.Made(http, done.Record)
        );

    private static async Task<IResult> ListAsync(
        HttpContext http,
        CodedLists lists,
        Rows rows,
        [SaidAs("Kind", "Only one kind: serious incidents or practice learning.")] CaseKind? kind,
        [SaidAs("Step", "Only what stands at this step.", ChosenFrom = "ListSteps", ChosenBy = "kind", Advanced = true)] string? step,
        [SaidAs("Late Only", "Only what is late.", Advanced = true)] bool? late,
        [SaidAs("Top", "How many at most.", Advanced = true)] int? top,
        [SaidAs("Skip", "How many to leave out from the beginning.", Advanced = true)] int? skip
    ) =>
        rows.List(
            http,
            await lists.RecordsAsync(
                Calls.Of(http),
                kind is { } one ? [one == CaseKind.SeriousIncident ? RecordKind.Case : RecordKind.Learning] : Cases,
                http.RequestAborted
            ),
            step,
            late,
            skip,
            top
        );

    private static Task<IResult> FindAsync(
        HttpContext http,
        CodedRecords records,
        Rows rows,
        [SaidAs("Record", "The reference of the case.")] string record
    ) => rows.FindAsync(http, records, record, Cases);

    private static async Task<IResult> TimetableAsync(
        HttpContext http,
        CodedRecords records,
        [SaidAs("Record", "The reference of the record.")] string record
    ) =>
        RecordRef.TryParse(record) is { } of && await records.TimetableAsync(Calls.PersonOf(http), of, http.RequestAborted) is { } clocks
            ? Results.Ok(
                new Timetable
                {
                    Record = of.ToString(),
                    Value =
                    [
                        .. clocks.Select(clock => new ClockRow
                        {
                            Clock = clock.Clock,
                            Title = clock.Title,
                            Agency = Rows.OrNull(clock.Agency),
                            CountedFrom = clock.CountedFrom.ToString(),
                            From = clock.From,
                            Due = clock.Due,
                            DueAt = clock.DueAt,
                            StoppedAt = clock.StoppedAt,
                            Late = clock.IsLate,
                        }),
                    ],
                }
            )
            : Problems.NotThere;

    private static async Task<IResult> TimelineAsync(
        HttpContext http,
        CodedRecords records,
        Links links,
        [SaidAs("Record", "The reference of the record.")] string record,
        [SaidAs("Top", "How many at most.", Advanced = true)] int? top,
        [SaidAs("Skip", "How many to leave out from the beginning.", Advanced = true)] int? skip
    )
    {
        if (
            RecordRef.TryParse(record) is not { } of
            || await records.TimelineAsync(Calls.PersonOf(http), of, http.RequestAborted) is not { } events
        )
        {
            return Problems.NotThere;
        }

        var (page, next) = links.PageOf(http, events, skip, top);
        return Results.Ok(
            new EventRows
            {
                Value =
                [
                    .. page.Select(one => new EventRow
                    {
                        Number = one.Number,
                        Event = one.Event,
                        At = one.At,
                        Roles = [.. one.Roles.Select(role => role.ToString())],
                    }),
                ],
                NextLink = next,
            }
        );
    }
}

/// <summary>What a case is here.</summary>
internal enum CaseKind
{
    SeriousIncident,
    PracticeLearning,
}
