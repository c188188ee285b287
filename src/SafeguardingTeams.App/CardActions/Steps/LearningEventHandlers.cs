using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupLearningEvents;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.GroupLearningEvents;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The group's learning events (E21): kept by operations, read by whoever has a part in the group.</summary>
internal sealed class LearningEventHandlers(GroupRecord record, IRows rows, PartnershipFile file) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.LearningEvents, ListAsync),
            new(Verbs.LearningEvent, OpenAsync),
            new(Verbs.LearningEventAdd, AddAsync),
            Of(
                Verbs.LearningEventChange,
                (one, sent, filled, p) => LearningEventForms.Change(one, sent, filled, p.Context),
                (one, sent, p) =>
                    PlanOf(p, sent, one.Plan) is { } plan ? new ChangeLearningEvent(one.Number, plan, p.Input("reason"), p.Seen) : null,
                (_, p) => p.Day("date") is null ? Wish.NoDay() : null,
                "It is put right."
            ),
            Of(
                Verbs.LearningEventOff,
                (one, _, filled, p) => LearningEventForms.CallOff(one, filled, p.Context),
                (one, _, p) => new CallOffLearningEvent(one.Number, p.Input("reason"), p.Seen),
                (_, _) => null,
                "It is called off."
            ),
            Of(
                Verbs.LearningEventRecord,
                (one, _, filled, p) => LearningEventForms.Record(one, Agencies(one), filled, p.Context),
                (one, _, p) =>
                    new RecordLearningEvent(one.Number, new(Attendance(one, p), p.Input("evaluation")), p.Input("reason"), p.Seen),
                NoNumber,
                "It is recorded who came."
            ),
            Of(
                Verbs.LearningEventFollow,
                (one, _, filled, p) => LearningEventForms.FollowUp(one, filled, p.Context),
                (one, _, p) =>
                    new FollowUpLearningEvent(
                        one.Number,
                        new(p.Input("otherwise"), p.Input("howknown"), p.Input("notbecause")),
                        p.Input("reason"),
                        p.Seen
                    ),
                (_, _) => null,
                "The follow-up is recorded."
            ),
        ];

    private async Task<AdaptiveCard> ListAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        GroupPermissions.Sees(invocation.Actor)
            ? LearningEventCards.List(await GroupAsync(cancellationToken), invocation.Page, null, invocation.Context)
            : NotTheirs(invocation);

    private async Task<AdaptiveCard> OpenAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!GroupPermissions.Sees(invocation.Actor))
        {
            return NotTheirs(invocation);
        }

        var group = await GroupAsync(cancellationToken);
        return Chosen(group, invocation) is { } one
            ? LearningEventCards.Draw(group, one, null, invocation.Context)
            : LearningEventCards.List(group, 0, new(NoticeKind.Problem, "Choose a learning event."), invocation.Context);
    }

    private async Task<AdaptiveCard> AddAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var group = await GroupAsync(cancellationToken);
        if (!GroupPermissions.Allows(Step.KeepLearningEvents, group, invocation.Actor))
        {
            return NotTheirs(invocation);
        }

        var sent = await SentAsync([], cancellationToken);
        AdaptiveCard Form(Filled filled) => LearningEventForms.Add(sent, filled, invocation.Context);
        if (!invocation.Does)
        {
            return Form(Filled.Nothing);
        }

        if (PlanOf(invocation, sent, null) is not { } plan)
        {
            return Form(invocation.Filled([Wish.NoDay()]));
        }

        var outcome = await record.RunAsync(new PlanLearningEvent(plan), invocation.CommandId, invocation.Actor, cancellationToken);
        return outcome is Outcome.Refused refused
            ? Form(invocation.Filled(refused.Reasons))
            : LearningEventCards.List(
                (GroupFile)((Outcome.Done)outcome).Record,
                0,
                new(NoticeKind.Done, "The learning event is entered."),
                invocation.Context
            );
    }

    /// <summary>A form about one of them.</summary>
    /// <param name="command">What is asked; null where something cannot be read.</param>
    /// <param name="wrong">What cannot be read; null where all can.</param>
    private CardHandler Of(
        string verb,
        Func<GroupLearningEvent, ImmutableList<(RecordRef, string)>, Filled, CardInvocation, AdaptiveCard> draw,
        Func<GroupLearningEvent, ImmutableList<(RecordRef, string)>, CardInvocation, GroupCommand?> command,
        Func<GroupLearningEvent, CardInvocation, Refusal?> wrong,
        string done
    ) => new(verb, async (invocation, cancellationToken) =>
        {
            var group = await GroupAsync(cancellationToken);
            if (!GroupPermissions.Allows(Step.KeepLearningEvents, group, invocation.Actor))
            {
                return NotTheirs(invocation);
            }

            if (Chosen(group, invocation) is not { } one)
            {
                return LearningEventCards.List(group, 0, new(NoticeKind.Problem, "Choose a learning event."), invocation.Context);
            }

            var sent = verb == Verbs.LearningEventChange ? await SentAsync(one.Plan.Briefings, cancellationToken) : [];
            if (!invocation.Does)
            {
                return draw(one, sent, Filled.Nothing, invocation);
            }

            if (wrong(one, invocation) is { } refusal || command(one, sent, invocation) is not { } asked)
            {
                return draw(one, sent, invocation.Filled([wrong(one, invocation) ?? Wish.NoDay()]), invocation);
            }

            var outcome = await record.RunAsync(asked, invocation.CommandId, invocation.Actor, cancellationToken);
            if (outcome is Outcome.Refused refused)
            {
                // Drawn again for what is recorded by now, with all that was typed.
                var now = ((GroupFile)refused.Record).LearningEvent(one.Number) ?? one;
                return draw(now, sent, invocation.Filled(refused.Reasons), invocation);
            }

            var after = (GroupFile)((Outcome.Done)outcome).Record;
            return LearningEventCards.Draw(after, after.LearningEvent(one.Number)!, new(NoticeKind.Done, done), invocation.Context);
        });

    /// <summary>The one a card names or a list was answered with.</summary>
    private static GroupLearningEvent? Chosen(GroupFile group, CardInvocation invocation) =>
        int.TryParse(
            invocation.Key("event") is { Length: > 0 } key ? key : invocation.Input("which"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? group.LearningEvent(number)
            : null;

    /// <summary>What was typed; null where no day can be read. Only what was sent can be shared, and what stood there.</summary>
    private static LearningEventPlan? PlanOf(CardInvocation p, ImmutableList<(RecordRef Record, string)> sent, LearningEventPlan? there) =>
        p.Day("date") is not { } day
            ? null
            : new(
                p.Input("title"),
                p.Choice<LearningEventKind>("kind") ?? there?.Kind ?? LearningEventKind.Other,
                day,
                p.Input("audience"),
                [
                    .. p.Several("shares")
                        .Select(RecordRef.TryParse)
                        .OfType<RecordRef>()
                        .Where(one => sent.Exists(known => known.Record == one))
                        .Distinct(),
                ]
            );

    /// <summary>The briefings that were sent, each with what it is called: no text of it.</summary>
    /// <param name="there">Those that stand there already: they stay, also where they were withdrawn since.</param>
    private async Task<ImmutableList<(RecordRef Record, string Called)>> SentAsync(
        ImmutableList<RecordRef> there,
        CancellationToken cancellationToken
    )
    {
        var sent = (await rows.ReadAsync(Keys.AllBriefed, cancellationToken))
            .Select(row => (Record: RecordRef.Parse(row["record"]), Purpose: Enum.Parse<BriefingPurpose>(row["purpose"])))
            .Distinct()
            .Select(one => (one.Record, $"{one.Record}, {BriefingWording.Of(one.Purpose)}"))
            .ToList();
        return [.. sent, .. there.Where(one => !sent.Exists(known => known.Record == one)).Select(one => (one, $"{one}"))];
    }

    /// <summary>The agencies of the partnership, and those that are not in it any more but came.</summary>
    private ImmutableList<(string Id, string Name)> Agencies(GroupLearningEvent one) =>
        [
            .. file.Agencies.Select(agency => (agency.Id, agency.Name)),
            .. (one.Record?.Attendance ?? [])
                .Where(came => came.AgencyId.Length > 0 && file.Agencies.All(agency => agency.Id != came.AgencyId))
                .Select(came => (came.AgencyId, came.AgencyName)),
        ];

    private ImmutableList<AgencyAttendance> Attendance(GroupLearningEvent one, CardInvocation p) =>
        [
            .. Agencies(one)
                .Append(("", ""))
                .Select(agency => (agency, People: NumberOf(p, agency.Item1)))
                .Where(one => one.People is not null)
                .Select(one => new AgencyAttendance(one.agency.Item1, one.agency.Item2, one.People!.Value)),
        ];

    private Refusal? NoNumber(GroupLearningEvent one, CardInvocation p) =>
        Agencies(one)
            .Append(("", ""))
            .Where(agency => p.Input(LearningEventForms.FieldOf(agency.Item1)).Trim().Length > 0 && NumberOf(p, agency.Item1) is null)
            .Select(agency => new Refusal(
                "number-needed",
                $"Enter how many came as a whole number up to {LearningEventRecord.MostPeople}, or leave it empty.",
                LearningEventForms.FieldOf(agency.Item1)
            ))
            .FirstOrDefault();

    private static int? NumberOf(CardInvocation p, string agencyId) =>
        int.TryParse(p.Input(LearningEventForms.FieldOf(agencyId)).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var people)
        && people <= LearningEventRecord.MostPeople
            ? people
            : null;

    /// <summary>The group's record with its learning events, which no index row holds.</summary>
    private async Task<GroupFile> GroupAsync(CancellationToken cancellationToken)
    {
        await record.OpenAsync(cancellationToken);
        return (GroupFile)(await StoredRecord.LoadAsync(rows, RecordRef.Group, cancellationToken)).Record;
    }

    private static AdaptiveCard NotTheirs(CardInvocation invocation) =>
        NoticeCard.Draw("Not available", Refusal.NotYours.Message, invocation.Context);
}
