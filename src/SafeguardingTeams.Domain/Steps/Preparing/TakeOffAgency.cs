using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Preparing;

/// <summary>
/// Operations take off an agency that was asked by mistake, with a reason (B2, F2, PD16). It has no part in the case from then on; to ask
/// it again is the undo.
/// </summary>
public sealed record TakeOffAgency(CaseId CaseId, string Key, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.TakeOffAgency;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        files.This.Review.Agency(Key) switch
        {
            not { AskedAt: not null } => Decision.Refuse(Refusal.Overtaken),
            { Return.Known: true } => Decision.Refuse(
                new(
                    "knows-the-family",
                    "This agency has returned that it knows the family, so it has a part in the case and stays. If that is wrong, put its "
                        + "return right first."
                )
            ),
            _ when string.IsNullOrWhiteSpace(Reason) => Decision.Refuse(Reasons.Needed("Say why it was a mistake to ask this agency.")),
            _ when Reasons.TooLong(Reason) is { } refusal => Decision.Refuse(refusal),
            _ => Decision.Accept(CaseId, [new AgencyTakenOff(Key, Reason.Trim()), .. Uninvited(files.This)]),
        };

    /// <summary>Who was to come for it to the meeting; who was there stays in its record.</summary>
    private IEnumerable<CaseEvent> Uninvited(CaseFile file) =>
        file.Stage != Stage.UnderReview
            ? []
            : file
                .Review.Attendees.Where(attendee => attendee.AgencyKey == Key && !attendee.Present)
                .Select(attendee => new AttendeeTakenOff(attendee.Key, Reason.Trim()));
}

/// <summary>An agency that was asked by mistake has no part in the case any more.</summary>
public sealed record AgencyTakenOff(string Key, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AgencyTakenOff.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.Stop(ReturnClock.Id(Key), recorded.At).Stop(SecuringClock.Id(Key), recorded.At) with
        {
            Review = file.Review.With(Key, agency =>
                agency with
                {
                    AskedAt = null,
                    Return = null,
                    MemberAsked = false,
                    TakenOff = new(Reason, recorded.At, $"{recorded.By.Display}, {recorded.By.Agency}"),
                }
            ),
        };

    /// <summary>An edit of a message notifies nobody: whoever was written to is written to again.</summary>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            new Effect.SendMail(after.Id, MailKind.AskedByMistake, Topic.Agency(Key, after.Version)),
            .. Tell.Again([ReviewCards.Representative(after, Key)]),
            .. EndedAccess.OfTheNominee(after, Key),
            new Effect.KeepFolders(after.Id, Key),
            new Effect.KeepMeeting(after.Id),
            .. ReviewCards.Pack(after),
        ];
}
