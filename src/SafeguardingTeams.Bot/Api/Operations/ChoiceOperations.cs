using SafeguardingTeams.App.Connector;
using SafeguardingTeams.Bot.Api.Calling;
using SafeguardingTeams.Bot.Api.Wire;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Bot.Api.Operations;

/// <summary>What a flow's designer asks for: lists to choose from, the questions of the forms, whether the connection works.</summary>
internal static class ChoiceOperations
{
    internal static void MapChoices(this RouteGroupBuilder api)
    {
        api.MapGet("/steps", (Delegate)Steps)
            .As("ListSteps", "List steps")
            .Saying("This operation lists the steps of the process that a kind of record stands at.")
            .Giving<Choices>()
            .ForApplicationsToo()
            .Internal();
        api.MapGet("/task-kinds", (Delegate)Tasks)
            .As("ListTaskKinds", "List kinds of task")
            .Saying("This operation lists what may wait for somebody.")
            .Giving<Choices>()
            .ForApplicationsToo()
            .Internal();
        api.MapGet("/seats", Seats)
            .As("ListSeats", "List seats of the group")
            .Saying("This operation lists the seats of the group.")
            .Giving<Choices>()
            .Internal();
        api.MapGet("/schemas/serious-incident-referral", () =>
                Results.Ok(new FormQuestions { Schema = FormSchema.Of(FlowReferrals.IncidentForm) })
            )
            .As("GetSeriousIncidentReferralSchema", "Get the serious incident referral form")
            .Saying("This operation gives the questions of the serious incident referral form as a schema.")
            .Giving<FormQuestions>()
            .Internal();
        api.MapGet("/schemas/practice-learning-referral", () =>
                Results.Ok(new FormQuestions { Schema = FormSchema.Of(FlowReferrals.LearningForm) })
            )
            .As("GetPracticeLearningReferralSchema", "Get the practice learning referral form")
            .Saying("This operation gives the questions of the practice learning referral form as a schema.")
            .Giving<FormQuestions>()
            .Internal();
        api.MapGet("/me", (Delegate)Me)
            .As("WhoAmI", "Test the connection")
            .Saying("This operation says in which roles you are known, which shows that the connection works.")
            .Giving<Me>()
            .ForApplicationsToo()
            .Internal();
    }

    private static IResult Steps([SaidAs("Kind", "The kind of record.")] FlowKind kind) =>
        Results.Ok(
            Named(
                kind switch
                {
                    FlowKind.SeriousIncident => Enum.GetNames<Stage>(),
                    FlowKind.PracticeLearning => Enum.GetNames<LearningStage>(),
                    FlowKind.Meeting => Enum.GetNames<MeetingStage>(),
                    FlowKind.Review => Enum.GetNames<ReviewStage>(),
                    FlowKind.Action => Enum.GetNames<ActionStage>(),
                }
            )
        );

    private static IResult Tasks() => Results.Ok(Named(Enum.GetNames<TaskKind>()));

    private static IResult Seats(HttpContext http, FlowSteps steps) =>
        Results.Ok(
            new Choices
            {
                Value = [.. steps.Seats(Calls.PersonOf(http)).Select(seat => new Choice { Value = seat.Id, Title = seat.Title })],
            }
        );

    private static IResult Me(HttpContext http) =>
        Results.Ok(
            Calls.Of(http) is Caller.Person person
                ? new Me
                {
                    Application = false,
                    Agency = person.Actor.AgencyId,
                    Roles = [.. person.Actor.Roles.Order().Select(role => role.ToString())],
                }
                : new Me { Application = true, Roles = [] }
        );

    /// <summary>Names as code has them, with what they say in words: "AwaitingMeeting" is "Awaiting meeting".</summary>
    private static Choices Named(IEnumerable<string> names) =>
        new()
        {
            Value =
            [
                .. names
                    .Where(name => !name.StartsWith("Not", StringComparison.Ordinal) || !name.EndsWith("Started", StringComparison.Ordinal))
                    .Select(name => new Choice { Value = name, Title = InWords(name) }),
            ],
        };

    private static string InWords(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
}
