using SafeguardingTeams.App.Connector;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Bot.Api.Wire;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Bot.Api.Operations;

/// <summary>Meetings of the Learning from Practice Group (E2, E15).</summary>
internal static class MeetingOperations
{
    internal static void MapMeetings(this RouteGroupBuilder api)
    {
        api.MapGet("/meetings", ListAsync)
            .As("ListMeetings", "List meetings of the group")
            .Saying("This operation lists the meetings of the group that are planned or under way.")
            .Giving<RecordRows>()
            .Paged()
            .ForApplicationsToo();
        api.MapGet("/meetings/{record}", FindAsync)
            .As("GetMeeting", "Get a meeting of the group")
            .Saying("This operation gives where one meeting of the group stands, with the ETag that a change needs.")
            .Giving<RecordDetail>();
        api.MapPost("/meetings/{record}/attendance", AttendanceAsync)
            .As("RecordAttendance", "Record attendance at a meeting")
            .Saying("This operation records who came to a meeting of the group, seat by seat, and opens the meeting.")
            .Giving<RecordDetail>();
    }

    private static async Task<IResult> ListAsync(
        HttpContext http,
        CodedLists lists,
        Rows rows,
        [SaidAs("Top", "How many at most.", Advanced = true)] int? top,
        [SaidAs("Skip", "How many to leave out from the beginning.", Advanced = true)] int? skip
    ) => rows.List(http, await lists.RecordsAsync(Calls.Of(http), [RecordKind.Meeting], http.RequestAborted), null, null, skip, top);

    private static Task<IResult> FindAsync(
        HttpContext http,
        CodedRecords records,
        Rows rows,
        [SaidAs("Meeting", "The reference of the meeting.")] string record
    ) => rows.FindAsync(http, records, record, RecordKind.Meeting);

    private static async Task<IResult> AttendanceAsync(
        HttpContext http,
        FlowSteps steps,
        Rows rows,
        [SaidAs("Meeting", "The reference of the meeting.")] string record,
        [Microsoft.AspNetCore.Mvc.FromHeader(Name = "If-Match")] [SaidAs("ETag", "The ETag of the meeting as it was read.")] string etag,
        AttendanceInput input
    ) =>
        RecordRef.TryParse(record) is { Kind: RecordKind.Meeting } meeting
            ? Problems.Of(
                await steps.AttendanceAsync(
                    Calls.PersonOf(http),
                    meeting,
                    ETags.Read(etag),
                    new(input.Began, input.StatementRead, [.. input.Seats.Select(one => (one.Seat, one.Presence))], input.Others ?? ""),
                    http.RequestAborted
                ),
                done => rows.Read(http, done.Record)
            )
            : Problems.NotThere;
}
