using System.Text.Json;
using AdaptiveCards;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Wording;
using SafeguardingTeams.Rehearsal.StandIns.Teams;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>
/// Role × step × stage, by pressing: whatever button somebody is shown opens its card, and what that card sends is not refused as not
/// theirs or overtaken.
/// </summary>
public partial class OfferedStepsTests
{
    /// <summary>The refusals of whoever should not have been offered the step.</summary>
    private static readonly string[] NotOffered =
    [
        Refusal.NotFound.Code,
        Refusal.NotYours.Code,
        Refusal.Overtaken.Code,
        "not-your-agency",
        "only-corrects",
        "not-the-author",
        "too-late",
        "no-difference",
    ];

    private static Actor Chair => CaseStory.Somebody(Role.Chair);

    public static TheoryData<string> Examples => [.. Stories().Keys];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Whatever_is_offered_opens_and_is_taken(string example)
    {
        await using var services = Handlers.Services();
        var story = Stories()[example]();
        var walk = new Walk(services, story);
        foreach (var actor in Actors().Where(actor => Permissions.Sees(story.File, actor)))
        {
            walk.As(actor);
        }

        Assert.True(walk.Wrong.Count == 0, string.Join('\n', walk.Wrong));
        Assert.True(walk.Opened > 0 || story.File.Stage is Stage.Withdrawn or Stage.Joined, "Nobody is offered anything.");
    }

    [Fact]
    public async Task Every_card_of_a_step_is_offered_to_somebody_at_some_time()
    {
        await using var services = Handlers.Services();
        var offered = new HashSet<string>();
        foreach (var story in Stories().Values.Select(make => make()))
        {
            var walk = new Walk(services, story);
            foreach (var actor in Actors().Where(actor => Permissions.Sees(story.File, actor)))
            {
                walk.As(actor);
            }

            offered.UnionWith(walk.Offered);
        }

        var handlers = services.GetRequiredService<HandlersByVerb>();
        var forgotten = typeof(Verbs)
            .GetFields()
            .Select(verb => (string)verb.GetRawConstantValue()!)
            .Where(verb => handlers.Of(verb)?.Card is not null && !offered.Contains(verb));
        // It stands on a card that opens no step itself: the agency.
        Assert.Equal(["agency-ask"], forgotten.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Actor> Actors() =>
        [
            CaseStory.Referrer,
            .. Enum.GetValues<Role>().Except([Role.Practitioner]).Select(role => CaseStory.Somebody(role)),
            .. Partners.Leads.Select(CaseStory.Lead),
            .. Partners.Leads.Select(CaseStory.Deputy),
            .. Partners.Leads.Select(CaseStory.Senior),
            CaseStory.Representative("police"),
            CaseStory.Representative("schools"),
            CaseStory.Person("both", Role.Operations, Role.Chair),
        ];

    /// <summary>A case at each stage, and where a stage alone does not say what can be done.</summary>
    private static Dictionary<string, Func<CaseStory>> Stories()
    {
        var stories = Enum.GetValues<Stage>()
            .Except([Stage.NotStarted])
            .ToDictionary(stage => stage.ToString(), stage => (Func<CaseStory>)(() => CaseStory.At(stage)));
        CaseStory Differ() => CaseStory.At(Stage.AwaitingPartners).TheyDiffer();
        CaseStory ApprovalDiffers() =>
            CaseStory
                .At(Stage.AwaitingApproval)
                .Approves(Role.LeadLocalAuthority, true)
                .Approves(Role.LeadPolice, false)
                .Approves(Role.LeadHealth, true);
        CaseStory ApprovalAsked() => ApprovalDiffers().Given(new Domain.Steps.Approval.AskForApprovalMediation(CaseStory.Id), Chair);
        CaseStory DoesNotConcur() =>
            CaseStory
                .At(Stage.AwaitingPanel)
                .Given(
                    new RecordPanelAnswer(CaseStory.Id, false, "It does not.", London.DateOf(CaseStory.At(Stage.AwaitingPanel).Now), ""),
                    CaseStory.Somebody(Role.Operations)
                );
        var more = new Dictionary<string, Func<CaseStory>>
        {
            ["response said"] = () => CaseStory.At(Stage.AwaitingThreshold).JointAgencyResponseSaid(),
            ["another referral"] = () => CaseStory.At(Stage.AwaitingThreshold).OtherSubmitted(),
            ["leads informed"] = () => CaseStory.At(Stage.AwaitingRecommendation).Given(new InformLeads(CaseStory.Id), Chair),
            ["authority first"] = () => CaseStory.At(Stage.AwaitingRecommendation).AuthoritySays(true),
            ["authority declines"] = () => CaseStory.At(Stage.AwaitingAuthority).AuthoritySays(false),
            ["authority declines early"] = () => CaseStory.At(Stage.AwaitingPartners).AuthoritySays(false),
            ["notified before the leads"] = () => CaseStory.At(Stage.AwaitingPartners).AuthoritySays(true).Notified(),
            ["notified of a death"] = () =>
                CaseStory
                    .At(Stage.AwaitingAuthority)
                    .Given(
                        new RecordNotification(CaseStory.Id, NotificationGround.LookedAfterChildsDeath, CaseStory.Monday, "N-1", ""),
                        CaseStory.Somebody(Role.AuthorityNotifier)
                    ),
            ["one lead"] = () => CaseStory.At(Stage.AwaitingPartners).Lead(Role.LeadPolice, true),
            ["stood aside"] = () =>
                CaseStory.At(Stage.AwaitingPartners).Given(new StandAside(CaseStory.Id), CaseStory.Lead(Role.LeadPolice)),
            ["differ"] = Differ,
            ["mediation asked"] = () => Differ().Given(new AskForMediation(CaseStory.Id), Chair),
            ["mediated"] = () => Differ().Mediated(),
            ["mediated, two differ"] = () => Differ().Mediated().Lead(Role.LeadLocalAuthority, true).Lead(Role.LeadPolice, false),
            ["mediated, not agreed"] = () => Differ().Mediated().TheyDiffer(),
            ["special meeting"] = () =>
                CaseStory.At(Stage.AwaitingGroupMeeting).Given(new AskForSpecialMeeting(CaseStory.Id, "Soon."), Chair),
            ["prepared"] = () => CaseStory.At(Stage.Notified).Prepared(),
            ["returned"] = () => CaseStory.At(Stage.UnderReview).Returned("police").Returned("schools", known: false),
            ["nominee"] = () =>
                CaseStory
                    .At(Stage.UnderReview)
                    .Given(new NameNominee(CaseStory.Id, "police", CaseStory.ContactOf("schools"), ""), CaseStory.Representative("police")),
            ["declared"] = () => CaseStory.At(Stage.UnderReview).Declared(),
            ["shared"] = () =>
                CaseStory.At(Stage.UnderReview).Declared().Given(new SharePack(CaseStory.Id), CaseStory.Somebody(Role.Operations)),
            ["attended"] = () => CaseStory.At(Stage.UnderReview).Declared().Attended([.. Partners.Leads]),
            ["discussed"] = () => CaseStory.At(Stage.UnderReview).Declared().Attended([.. Partners.Leads]).Discussed(),
            ["reopened"] = () => CaseStory.At(Stage.AwaitingApproval).Given(new ReopenRecommendation(CaseStory.Id, "Wrong."), Chair),
            ["one approves"] = () => CaseStory.At(Stage.AwaitingApproval).Approves(Role.LeadPolice, true),
            ["none approves"] = () =>
                Partners.Leads.Aggregate(CaseStory.At(Stage.AwaitingApproval), (all, lead) => all.Approves(lead, false)),
            ["approval differs"] = ApprovalDiffers,
            ["approval mediation asked"] = ApprovalAsked,
            ["approval mediated, two differ"] = () =>
                ApprovalAsked()
                    .Given(
                        new Domain.Steps.Approval.RecordApprovalMediation(CaseStory.Id, "They talked.", "All."),
                        CaseStory.Somebody(Role.Scrutineer)
                    )
                    .Approves(Role.LeadLocalAuthority, true)
                    .Approves(Role.LeadPolice, false),
            ["does not concur"] = DoesNotConcur,
            ["responded"] = () => DoesNotConcur().Given(new RecordPartnersResponse(CaseStory.Id, "We stand by it."), Chair),
            ["access ended"] = () =>
                CaseStory.At(Stage.PanelAnswered).Given(new EndAccess(CaseStory.Id), CaseStory.Somebody(Role.Operations)),
            ["review withdrawn"] = () => CaseStory.At(Stage.UnderReview).Withdrawn(),
            ["considered"] = () => CaseStory.At(Stage.AwaitingGroupMeeting).Considered(),
            ["nothing is open"] = CaseStory.AnsweredAndDone,
            ["authority declines, no recommendation"] = () => CaseStory.At(Stage.AwaitingRecommendation).AuthoritySays(false),
            ["authority notifies, leads differ"] = () => Differ().AuthoritySays(true),
            ["authority notifies, mediation asked"] = () => Differ().Given(new AskForMediation(CaseStory.Id), Chair).AuthoritySays(true),
        };
        return stories.Concat(more).Concat(OfTheQuestions()).Concat(OfTheReport()).ToDictionary();
    }

    /// <summary>Somebody opens a case, presses every button, and sends every card that opens.</summary>
    private sealed class Walk(ServiceProvider services, CaseStory story)
    {
        private readonly HandlersByVerb _handlers = services.GetRequiredService<HandlersByVerb>();
        private readonly PartnershipWords _words = services.GetRequiredService<PartnershipWords>();

        internal List<string> Wrong { get; } = [];

        internal int Opened { get; private set; }

        internal HashSet<string> Offered { get; } = [];

        internal void As(Actor actor)
        {
            var context = new CardContext("drawing", _words, actor, story.Now, London.DateOf(story.Now)) { Themes = CaseStory.Themes };
            var (seen, next) = (new HashSet<string>(), new Queue<AdaptiveCard>());
            next.Enqueue(OpenedCard.Draw(new(story.File, 0, story.Calendar), context));
            while (next.TryDequeue(out var card))
            {
                foreach (var (verb, data) in Buttons(card).Where(button => seen.Add(Name(button.Verb, button.Data))))
                {
                    Offered.Add(verb);
                    if (_handlers.Of(verb)!.Card is { } of)
                    {
                        var invocation = new CardInvocation(
                            new(new("tenant", "object"), "", verb, data, "test"),
                            actor,
                            context,
                            InputIds.ByName(data)
                        );
                        Press(of(invocation), invocation, next);
                    }
                }
            }
        }

        private void Press(StepCard card, CardInvocation invocation, Queue<AdaptiveCard> next)
        {
            Opened++;
            if (card.Refuse(story.File, invocation.Actor) is { } refusal)
            {
                Wrong.Add($"{Who(invocation)} does not open: {refusal.Code}");
            }
            else if (!invocation.Does)
            {
                next.Enqueue(card.Draw(story.File, Filled.Nothing, invocation.Context));
            }
            else if (card.Command!(invocation) is { Command: { } command })
            {
                if (command.DecideFor(story.File, [], story.Context(invocation.Actor)) is Decision.Refused refused)
                {
                    Wrong.AddRange(
                        refused
                            .Reasons.Where(reason => NotOffered.Contains(reason.Code))
                            .Select(reason => $"{Who(invocation)}: {reason.Code}")
                    );
                }
            }
            else
            {
                Assert.DoesNotContain(card.Command!(invocation).Refusal!.Code, NotOffered);
            }
        }

        private static string Who(CardInvocation invocation) => $"{invocation.Actor.PersonId}, {invocation.Action.Verb}";

        private static string Name(string verb, Dictionary<string, string> data) =>
            $"{verb}|{string.Join('|', data.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))}";

        /// <summary>Every button with its keys, and every input with something that may stand there.</summary>
        private List<(string Verb, Dictionary<string, string> Data)> Buttons(AdaptiveCard card)
        {
            var elements = CardRules.Elements(JsonDocument.Parse(CardJson.Write(card)).RootElement).ToList();
            var typed = elements
                .Where(element => Text(element, "type").StartsWith("Input.", StringComparison.Ordinal))
                .ToDictionary(input => Text(input, "id"), Typed);
            return
            [
                .. elements
                    .Where(element => Text(element, "type") == "Action.Execute")
                    .Select(action =>
                        (
                            Text(action, "verb"),
                            action
                                .GetProperty("data")
                                .EnumerateObject()
                                .ToDictionary(key => key.Name, key => key.Value.GetString() ?? "")
                                .Concat(typed)
                                .ToDictionary()
                        )
                    ),
            ];
        }

        private static string Text(JsonElement element, string name) =>
            element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
                ? value.GetString()!
                : "";

        private string Typed(JsonElement input) =>
            Text(input, "type") switch
            {
                "Input.Date" => London.DateOf(story.Now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                "Input.Time" => "10:00",
                "Input.ChoiceSet" => input.GetProperty("choices").EnumerateArray().Select(choice => Text(choice, "value")).First(),
                _ => Text(input, "id").StartsWith("email", StringComparison.Ordinal) ? "new@agency.example" : "As it was.",
            };
    }
}
