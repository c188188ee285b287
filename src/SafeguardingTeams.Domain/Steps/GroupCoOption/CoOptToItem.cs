using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupCoOption;

/// <summary>
/// Operations or the Chair co-opt somebody to one item of a meeting (E3): a person of the partnership's file, who is shown that item and
/// nothing else, or somebody by hand, whom operations bring the papers.
/// </summary>
public sealed record CoOptToItem(RecordRef Meeting, int Number, ActionOwner Who) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.CoOptToItem;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context) =>
        files.This.Item(Number) is not { Dropped: "", Outcome: null } item
            ? Decision.Refuse(Refusal.Overtaken)
            : MeetingWords.Unless(Who.Refusals(context, "who is asked", "their"), () =>
                Wrong(item, Who.AsInTheFile(context), context) is { } refusal
                    ? Decision.Refuse(refusal)
                    : Decision.Accept(Meeting, new ItemCoOpted(Number, Who.AsInTheFile(context)))
            );

    private static Refusal? Wrong(AgendaItem item, ActionOwner who, DecisionContext context) =>
        context.People.Exists(person => person.PersonId == who.PersonId && MeetingPermissions.MaySee(person))
            ? new("sees-it-all", "They see the whole meeting already, and need not be co-opted.", "owner")
        : !who.HasAccount && context.People.Exists(person => Same(person.Email, who.Email))
            ? new("in-the-list", "Somebody with this address is in the list. Choose them there.", "owneremail")
        : item.CoOptedNow.Any(one => one.Who.IsSameAs(who) || !who.HasAccount && Same(one.Who.Email, who.Email))
            ? new("nothing-changed", "They are co-opted to this item already.", "owner")
        : item.Interests.Exists(one => who.HasAccount ? one.PersonId == who.PersonId : Same(one.Who, new CoOpted(0, who, []).RoleAndAgency))
            ? new("interest", "They declared an interest in this item, and are not co-opted to it.", "owner")
        : item.CoOptedNow.Count() >= CoOpted.Most ? new("too-many", $"At most {CoOpted.Most} people are co-opted to one item.")
        : null;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Somebody was co-opted to an item.</summary>
public sealed record ItemCoOpted(int Number, ActionOwner Who) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ItemCoOpted.v1";

    /// <inheritdoc/>
    public override bool ChangesAgenda => true;

    /// <inheritdoc/>
    public override bool ChangesMinutes => true;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file.With(Number, item => item with { CoOpted = item.CoOpted.Add(new(item.CoOpted.Count + 1, Who, [recorded.Sequence])) });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) =>
        [
            .. MeetingCards.CoOpted(after, (item, one) => item.Number == Number && one.Told.Contains(after.Version)),
            .. CoOptionEnded.Invitation(after),
        ];
}

/// <summary>Operations or the Chair take somebody off again who was co-opted to an item, with the reason; they are told.</summary>
/// <param name="Which">Who of those co-opted to it (<see cref="CoOpted.Number"/>).</param>
public sealed record EndCoOption(RecordRef Meeting, int Number, int Which, string Reason) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.CoOptToItem;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context) =>
        files.This.Item(Number) is not { Dropped: "" } item || item.CoOptedNow.All(one => one.Number != Which)
            ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why they are taken off."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(Meeting, new CoOptionEnded(Number, Which, Reason.Trim()));
}

/// <summary>Somebody who was co-opted to an item is asked no more.</summary>
public sealed record CoOptionEnded(int Number, int Which, string Reason) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "CoOptionEnded.v1";

    /// <inheritdoc/>
    public override bool ChangesAgenda => true;

    /// <inheritdoc/>
    public override bool ChangesMinutes => true;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file.With(Number, item =>
            item with
            {
                CoOpted = item.CoOpted.ConvertAll(one => one.Number == Which ? one with { Off = Reason } : one),
            }
        );

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) =>
        [.. MeetingCards.CoOpted(after, (item, one) => item.Number == Number && one.Number == Which), .. Invitation(after)];

    /// <summary>Outlook invites those co-opted too; from when the meeting is opened what is in calendars is left.</summary>
    internal static IEnumerable<Effect> Invitation(MeetingFile after) =>
        after.Stage == MeetingStage.Planned ? [new Effect.KeepMeeting(after.Ref)] : [];
}
